"""The fixed pages: none empty, none too long for a message, none offering what is not there."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from bot.channels.desk import Page
from bot.core.choices import MENU
from bot.core.edition import Edition
from bot.core.knowledge import Knowledge
from bot.core.model import Language
from bot.core.pages import show
from bot.core.reply import Outcome
from tests.core.test_choices import LANGUAGES, a_time_of, another_knowledge
from tests.core.worlds import NOW, real_knowledge, words_alone

LONGEST_MESSAGE = 4096  # characters: https://core.telegram.org/bots/api#sendmessage
PAGES: tuple[str, ...] = get_args(Page)
FIXED = ("start", "help", "privacy", "status", "text_only", "forgotten", "not_forgotten")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("days", [-2, 0, 2])
def test_every_page_is_in_its_language_and_fits_into_a_message(page: str, language: Language, days: int) -> None:
    for knowledge in (real_knowledge(), another_knowledge(), words_alone()):
        reply = show(page, knowledge, language, a_time_of(knowledge) + timedelta(days=days))
        assert reply.language == language
        assert 0 < len(reply.text) <= LONGEST_MESSAGE
        assert "{" not in reply.text
        assert all(reply.lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("now", "14:10"),
        ("schedule", "15:20"),
        ("speakers", "양철수"),
        ("press", "11:00"),
        ("contact", "044-201-3651"),
    ],
)
def test_a_page_of_the_programme_is_an_answer(page: str, words: str, language: Language) -> None:
    reply = show(page, real_knowledge(), language, NOW)
    assert (reply.outcome, words in reply.text) == (Outcome.ANSWER, True)
    assert reply.facts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", FIXED)
def test_a_fixed_page_states_no_fact(page: str, language: Language) -> None:
    reply = show(page, real_knowledge(), language, NOW)
    assert (reply.outcome, reply.facts) == (Outcome.SMALLTALK, ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_names_the_seminar_and_carries_the_menu(language: Language) -> None:
    reply = show("start", real_knowledge(), language, NOW)
    assert real_knowledge().facts.seminar.title.to(language) in reply.text
    assert [choice.id for choice in reply.choices] == [f"{language}:menu:{name}" for name in MENU]
    assert show("help", real_knowledge(), language, NOW).choices == reply.choices


def without_embargoes() -> Knowledge:
    return Knowledge(replace(real_knowledge().facts, embargoes=()), real_knowledge().speeches)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_embargo_there_is_no_button_for_it_and_its_page_refuses(language: Language) -> None:
    choices = show("start", without_embargoes(), language, NOW).choices
    assert [choice.id for choice in choices] == [f"{language}:menu:{name}" for name in MENU if name != "embargo"]
    reply = show("press", without_embargoes(), language, NOW)
    assert reply.outcome is Outcome.NOT_ANNOUNCED
    assert "044-201-3651" in reply.text


@pytest.mark.parametrize(
    ("language", "edited"),
    [("ko", "2020년 9월 25일(금) 13:02"), ("en", "Fri 25 Sep 2020, 13:02")],
)
@pytest.mark.parametrize(("passed", "asked", "share"), [(0, 0, ""), (41, 42, "97%"), (42, 42, "100%"), (0, 42, "0%")])
def test_the_status_tells_the_version_its_edit_in_the_seminars_zone_and_the_share_of_the_table_if_there_is_one(
    passed: int, asked: int, share: str, language: Language, edited: str
) -> None:
    edition = Edition("0123456789ab", datetime(2020, 9, 25, 4, 2, tzinfo=UTC), passed, asked)
    reply = show("status", real_knowledge(), language, NOW, edition=edition)
    assert [word for word in ("0123456789ab", edited, share) if word not in reply.text] == []
    assert ("%" in reply.text, len(reply.lines)) == (bool(asked), 3 if asked else 2)


@pytest.mark.parametrize("now", [NOW, NOW.replace(tzinfo=None), NOW.astimezone(UTC)])
def test_a_page_takes_any_time(now: datetime) -> None:
    assert show("now", real_knowledge(), "ko", now).text
