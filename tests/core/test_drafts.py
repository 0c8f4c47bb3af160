"""Standing: what is not certain, has changed or was cancelled cannot be told without saying so."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.core.drafts import Basis, Draft, combine, draft, refuse
from bot.core.knowledge import Knowledge
from bot.core.model import Contact, Entry, Facts, Faq, Language, Note, Session, Status, Talk, Text
from bot.core.reply import Choice, Outcome
from bot.core.standing import with_standing
from bot.core.voice import Voice
from tests.core.worlds import NOW, make_seminar, make_session, make_talk, words_alone

SINCE = datetime(2020, 9, 24, 13, 2)
WAS = Text("1층 소회의실", "small room (1F)")
PHONE = "051-000-1234"
FACTS = Facts(
    seminar=make_seminar(),
    contacts=(Contact(path="contacts.desk", purpose=Text("문의", "enquiries"), phones=(PHONE,)),),
)
KNOWLEDGE = Knowledge(FACTS, words_alone().speeches)
SURE = make_session("welcome", "14:00", "14:10")
UNCONFIRMED = make_session("talks", "14:10", "15:10", status=Status.UNCONFIRMED)
CHANGED = replace(make_session("break", "15:10", "15:20", status=Status.CHANGED), was=WAS, since=SINCE)
CANCELLED = replace(make_session("panel", "15:20", "16:00", status=Status.CANCELLED), since=SINCE)


def voice_of(language: Language = "ko", knowledge: Knowledge = KNOWLEDGE) -> Voice:
    return Voice(knowledge, language, NOW)


def note(entry: Session | Talk, field: str, status: Status) -> Note:
    was, since = (WAS, SINCE) if status is Status.CHANGED else (None, None)
    return Note(path=f"{entry.path}.{field}", field=field, value=Text("누리홀"), status=status, was=was, since=since)


def told(*rests_on: tuple[Entry, str], language: Language = "ko") -> Draft:
    return with_standing(draft("사실입니다.", *rests_on), voice_of(language))


def warning(language: Language = "ko") -> str:
    return voice_of(language).say("unconfirmed")


def test_what_is_certain_is_told_as_it_is() -> None:
    made = told((SURE, "start"))
    assert (made.lines, made.outcome) == (("사실입니다.",), Outcome.ANSWER)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_is_unconfirmed_ends_with_the_warning_and_the_contact(language: Language) -> None:
    made = told((UNCONFIRMED, "start"), language=language)
    assert made.outcome is Outcome.UNCONFIRMED
    assert made.lines[:-1] == ("사실입니다.", warning(language))
    assert PHONE in made.lines[-1]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_has_changed_says_what_it_was_and_since_when(language: Language) -> None:
    made = told((CHANGED, "room"), language=language)
    assert (made.lines[0], made.outcome) == ("사실입니다.", Outcome.ANSWER)
    assert WAS.to(language) in made.lines[1]
    assert "13:02" in made.lines[1]


def test_a_change_of_unknown_date_says_what_it_was() -> None:
    assert told((replace(CHANGED, since=None), "room")).lines[1] == "break: 바뀐 내용입니다. 이전: 1층 소회의실"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_was_cancelled_leads_with_that(language: Language) -> None:
    made = told((CANCELLED, "start"), language=language)
    assert made.lines[1:] == ("사실입니다.",)
    assert "panel" in made.lines[0]
    assert "13:02" in made.lines[0]


def test_several_standings_are_all_told_in_their_order() -> None:
    entries = (UNCONFIRMED, CHANGED, SURE, CANCELLED)
    made = told(*((entry, "start") for entry in entries))
    cancelled, fact, changed, unsure, contact = made.lines
    assert ("취소" in cancelled, fact, "이전" in changed) == (True, "사실입니다.", True)
    assert (unsure, PHONE in contact) == (warning(), True)
    assert made.outcome is Outcome.UNCONFIRMED


def test_a_standing_is_told_once_however_many_of_its_fields_are() -> None:
    made = told((CHANGED, "start"), (CHANGED, "end"), (CHANGED, "room"), (UNCONFIRMED, "start"), (UNCONFIRMED, "end"))
    assert len(made.lines) == 4


def test_every_kind_of_entry_has_its_standing() -> None:
    faq = Faq(path="faq.way", label=Text("오시는 길"), answer=Text("7번 출구"), status=Status.UNCONFIRMED)
    talk = replace(make_talk("bylaws", 2), status=Status.CANCELLED)
    assert told((faq, "answer")).outcome is Outcome.UNCONFIRMED
    assert "bylaws" in told((talk, "title")).lines[0]
    assert "취소" in told((talk, "title")).lines[0]


def test_without_a_contact_the_warning_stands_alone() -> None:
    bare = Knowledge(Facts(seminar=make_seminar()), KNOWLEDGE.speeches)
    made = with_standing(draft("사실입니다.", (UNCONFIRMED, "start")), voice_of(knowledge=bare))
    assert made.lines == ("사실입니다.", warning())


@pytest.mark.parametrize(
    ("noted", "told_field", "is_told"),
    [
        ("room", "room", True),
        ("room", "title", False),
        ("room", "", False),
        ("start", "start", True),
        ("start", "end", True),
        ("end", "start", True),
        ("end", "room", False),
        ("speaker", "speakers", True),
        ("speaker", "chair", False),
        ("chair", "chair", True),
        ("chair", "speakers", False),
    ],
)
@pytest.mark.parametrize("entry", [make_session("talks", "14:10", "15:10"), make_talk("urchins", 1)])
def test_a_field_of_its_own_standing_is_marked_only_where_it_is_told(
    noted: str, told_field: str, is_told: bool, entry: Session | Talk
) -> None:
    changed = replace(entry, notes=(note(entry, noted, Status.CHANGED),))
    unsure = replace(entry, notes=(note(entry, noted, Status.UNCONFIRMED),))
    assert (len(told((changed, told_field)).lines) == 2) is is_told
    assert (told((unsure, told_field)).outcome is Outcome.UNCONFIRMED) is is_told


@pytest.mark.parametrize("entry", [make_session("talks", "14:10", "15:10"), make_talk("urchins", 1)])
def test_who_asks_when_something_is_hears_that_its_room_has_changed(entry: Session | Talk) -> None:
    changed = replace(entry, notes=(note(entry, "room", Status.CHANGED),))
    unsure = replace(entry, notes=(note(entry, "room", Status.UNCONFIRMED),))
    assert "누리홀. 이전: 1층 소회의실" in told((changed, "start")).lines[1]
    assert told((unsure, "start")).outcome is Outcome.ANSWER


def test_a_note_and_its_entry_are_told_together() -> None:
    both = replace(UNCONFIRMED, notes=(note(UNCONFIRMED, "room", Status.CHANGED),))
    lines = told((both, "room")).lines
    assert [len(lines), "이전" in lines[1], lines[2]] == [4, True, warning()]


@pytest.mark.parametrize("outcome", [Outcome.NOT_ANNOUNCED, Outcome.UNKNOWN, Outcome.CHOICES])
def test_a_refusal_stays_what_it_is(outcome: Outcome) -> None:
    made = replace(draft("모릅니다.", (UNCONFIRMED, "start")), outcome=outcome)
    assert with_standing(made, voice_of()) == made


def test_nothing_else_of_a_draft_is_touched() -> None:
    choices = (Choice("ko:menu:where", "장소"),)
    made = Draft(("사실입니다.",), (Basis(CHANGED, "room"),), title="제목", about=(CHANGED,), choices=choices)
    marked = with_standing(made, voice_of())
    assert replace(marked, lines=made.lines) == made


def test_a_refusal_says_why_and_whom_to_ask() -> None:
    made = refuse(voice_of(), "모릅니다.", Outcome.UNKNOWN, SURE)
    assert (made.lines[0], PHONE in made.lines[1], made.about) == ("모릅니다.", True, (SURE,))


def test_two_drafts_in_one_say_nothing_twice() -> None:
    one, other = draft("가", (SURE, "start")), draft("나", (SURE, "start"), (CHANGED, "room"), released=True)
    both = combine((one, other, one))
    assert both.lines == ("가", "나")
    assert [basis.path for basis in both.rests_on] == ["schedule.welcome.start", "schedule.break.room"]
    assert (both.about, both.is_released) == ((SURE, CHANGED), True)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (Outcome.ANSWER, Outcome.NOT_ANNOUNCED, Outcome.ANSWER),
        (Outcome.UNKNOWN, Outcome.NOT_ANNOUNCED, Outcome.NOT_ANNOUNCED),
        (Outcome.UNCONFIRMED, Outcome.ANSWER, Outcome.UNCONFIRMED),
        (Outcome.ANSWER, Outcome.UNCONFIRMED, Outcome.UNCONFIRMED),
        (Outcome.SMALLTALK, Outcome.ANSWER, Outcome.ANSWER),
        (Outcome.CHOICES, Outcome.UNKNOWN, Outcome.CHOICES),
    ],
)
def test_a_part_that_is_answered_counts(one: Outcome, other: Outcome, both: Outcome) -> None:
    assert (Draft(("가",), outcome=one) + Draft(("나",), outcome=other)).outcome is both
