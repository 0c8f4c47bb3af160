"""Buttons: an id small enough for Telegram, a label that can be asked, and a reply to whatever comes back."""

from datetime import datetime
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.answering import answer
from bot.core.choices import ASKS, MENU, SUGGESTED, entry_choice, menu, menu_choice, question_of, suggestions
from bot.core.knowledge import Knowledge
from bot.core.model import Entry, Language
from bot.core.pages import choose
from bot.core.reply import Choice, Context, Outcome
from bot.core.voice import Voice
from bot.loading.folder import load_facts
from tests.core.worlds import NOW, make_knowledge, make_session, make_talk, real_knowledge, words_alone

MOST_BYTES = 64  # of callback_data: https://core.telegram.org/bots/api#inlinekeyboardbutton
LONGEST_ENTRY_ID = "i" * 40  # docs/knowledge.md
LANGUAGES: tuple[Language, ...] = ("ko", "en")


@cache
def another_knowledge() -> Knowledge:
    """Return the knowledge of the second seminar, loaded once per process."""
    return Knowledge(load_facts(Path("tests/data/another_seminar")), real_knowledge().speeches)


def a_time_of(knowledge: Knowledge) -> datetime:
    """Return a moment of the seminar's first day."""
    seminar = knowledge.facts.seminar
    return datetime(seminar.days[0].year, seminar.days[0].month, seminar.days[0].day, 14, 22, tzinfo=seminar.zone)


def voice_of(knowledge: Knowledge, language: Language = "ko") -> Voice:
    return Voice(knowledge, language, a_time_of(knowledge))


def buttons_of(voice: Voice) -> list[Choice]:
    """Return every button there can be."""
    facts = voice.knowledge.facts
    entries: chain[Entry] = chain(facts.talks, facts.sessions, facts.people)
    of_entries = [entry_choice(voice, ask, entry) for entry in entries for ask in ASKS[type(entry)]]
    return [*menu(voice), *suggestions(voice), menu_choice(voice, "now"), *of_entries]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["this", "another"])
class TestEveryButton:
    def test_has_an_id_that_telegram_takes(self, name: str, language: Language) -> None:
        for choice in buttons_of(voice_of(knowledge_named(name), language)):
            assert choice.id.isascii()
            assert 0 < len(choice.id) <= MOST_BYTES
            assert choice.label

    def test_gives_the_reply_that_its_label_gives(self, name: str, language: Language) -> None:
        knowledge = knowledge_named(name)
        now = a_time_of(knowledge)
        for choice in buttons_of(voice_of(knowledge, language)):
            assert choose(choice.id, knowledge, now, Context()) == answer(choice.label, knowledge, now, Context())

    def test_is_understood(self, name: str, language: Language) -> None:
        knowledge = knowledge_named(name)
        for choice in buttons_of(voice_of(knowledge, language)):
            reply = choose(choice.id, knowledge, a_time_of(knowledge), Context())
            assert reply.outcome not in (Outcome.CHOICES, Outcome.UNKNOWN, Outcome.SMALLTALK), choice


def knowledge_named(name: str) -> Knowledge:
    return real_knowledge() if name == "this" else another_knowledge()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_buttons_reply_is_about_its_talk(language: Language) -> None:
    for knowledge in (real_knowledge(), another_knowledge()):
        voice = voice_of(knowledge, language)
        for talk in knowledge.facts.talks:
            subjects = {talk.path, *(knowledge.person_by_id[id_].path for id_ in talk.speakers)}
            for ask in ASKS[type(talk)]:
                about = choose(entry_choice(voice, ask, talk).id, knowledge, voice.now, Context()).context.about
                assert set(about) <= subjects, (ask, about)
                assert about, (ask, talk.path)


def test_the_longest_id_of_an_entry_fits() -> None:
    knowledge = make_knowledge(
        make_session(LONGEST_ENTRY_ID, "14:00", "15:00"),
        talks=(make_talk(LONGEST_ENTRY_ID, 1),),
        languages=LANGUAGES,
    )
    for language in LANGUAGES:
        assert all(len(choice.id) <= MOST_BYTES for choice in buttons_of(voice_of(knowledge, language)))


def test_the_menu_offers_what_the_knowledge_holds() -> None:
    offered = [choice.id.rpartition(":")[2] for choice in menu(voice_of(real_knowledge()))]
    assert offered == list(MENU)
    assert [c.id.rpartition(":")[2] for c in menu(voice_of(another_knowledge()))] == [
        name for name in MENU if name != "embargo"
    ]
    assert menu(voice_of(words_alone())) == ()


def test_up_to_three_things_are_suggested() -> None:
    assert [c.id.rpartition(":")[2] for c in suggestions(voice_of(real_knowledge()))] == list(SUGGESTED)
    assert len(SUGGESTED) == 3
    assert [c.label for c in suggestions(voice_of(words_alone()))] == ["언제 하나요?"]


def test_no_button_asks_what_cannot_be_asked() -> None:
    voice = voice_of(real_knowledge())
    with pytest.raises(ValueError, match="content"):
        entry_choice(voice, "content", real_knowledge().facts.sessions[0])
    with pytest.raises(ValueError, match="no button"):
        entry_choice(voice, "who", real_knowledge().facts.seminar)


GONE = [
    "",
    ":",
    "::",
    "ko",
    "ko:",
    "ko::",
    "ko:menu",
    "ko:menu:",
    "ko:menu:gone",
    "ko:menu:{title}",
    "ko:when:schedule.gone",
    "ko:when:seminar",
    "ko:content:schedule.break",
    "ko:heading:schedule.discussion",
    "ko:when:speakers.kang_hyunsoo",
    "ko:fly:schedule.talk1",
    "KO:menu:where",
    "fr:menu:where",
    "menu:where",
    "ko:menu:where:more",
    "x" * 64,
    "가" * 21,
    "\x00",
    "\ud800",
]


@pytest.mark.parametrize("choice_id", GONE)
def test_a_button_that_is_gone_says_so_and_offers_others(choice_id: str) -> None:
    before = Context(("schedule.break",), ("when",), 1)
    reply = choose(choice_id, real_knowledge(), NOW, before)
    assert reply.lines == (voice_of(real_knowledge()).say("gone"),)
    assert (reply.outcome, len(reply.choices), reply.context) == (Outcome.UNKNOWN, 3, before)


def test_a_button_that_is_gone_speaks_the_language_it_was_made_in() -> None:
    assert choose("en:when:schedule.gone", real_knowledge(), NOW, Context()).language == "en"


parts = st.sampled_from(
    ["ko", "en", ":", "menu", "when", "who", "content", "schedule.", "talk1", "break", "where", "."]
)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=64), st.lists(parts, max_size=8).map("".join)))
def test_any_id_gets_a_reply(choice_id: str) -> None:
    for knowledge in (real_knowledge(), words_alone()):
        assert choose(choice_id, knowledge, NOW, Context()).text


@given(st.text(max_size=64))
def test_a_question_comes_of_known_ids_alone(choice_id: str) -> None:
    assert question_of(choice_id, voice_of(real_knowledge(), "en")) is None
