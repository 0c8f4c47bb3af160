"""What has changed or was cancelled, in either spelling, as the model has it."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.core.model import Status, Text
from bot.loading import load_facts
from tests.loading.base import change, list_errors, write_folder

ROOM = "  room: 누리홀\n"
SINCE = datetime(2021, 3, 2, 9, 30, tzinfo=ZoneInfo("Asia/Seoul"))
OF_THE_FIELD = (
    "  room: { value: 누리홀, status: changed, was: 소회의실, since: 2021-03-02 09:30 }\n",
    "  room: { value: 누리홀, changed: { was: 소회의실, at: 2021-03-02 09:30 } }\n",
    "  room:\n    changed:\n      at: 2021-03-02 09:30\n      was: { ko: 소회의실 }\n    value: 누리홀\n",
)
OF_THE_ENTRY = (
    f"{ROOM}  status: changed\n  was: 소회의실\n  since: 2021-03-02 09:30\n",
    f"{ROOM}  changed: {{ was: 소회의실, at: 2021-03-02 09:30 }}\n",
)


@pytest.mark.parametrize("written", OF_THE_FIELD)
def test_a_field_that_changed_is_a_note_in_either_spelling(written: str, tmp_path: Path) -> None:
    venue = load_facts(write_folder(tmp_path, change("seminar.yaml", ROOM, written))).seminar.venue
    assert venue
    (note,) = venue.notes
    assert (note.path, note.field, note.value) == ("seminar.venue.room", "room", Text("누리홀"))
    assert (note.status, note.was, note.since) == (Status.CHANGED, Text("소회의실"), SINCE)
    assert (venue.room, venue.status) == (Text("누리홀"), Status.CONFIRMED)


@pytest.mark.parametrize("written", OF_THE_ENTRY)
def test_an_entry_that_changed_says_so_in_either_spelling(written: str, tmp_path: Path) -> None:
    venue = load_facts(write_folder(tmp_path, change("seminar.yaml", ROOM, written))).seminar.venue
    assert venue
    assert (venue.status, venue.was, venue.since, venue.notes) == (Status.CHANGED, Text("소회의실"), SINCE, ())


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("changed: { at: 2021-03-02 09:30 }", "seminar.yaml:6:3 'venue.changed': has no was"),
        ("changed: { was: 소회의실, when: 9:30 }", "seminar.yaml:6:25 'venue.changed.when': is not a field"),
        ("changed: { was: 소회의실, at: 9:30 }", "seminar.yaml:6:25 'venue.since': '9:30' is not a moment"),
        ("changed: 소회의실", "seminar.yaml:6:3 'venue.changed': holds no fields"),
        ("changed: { was: 소회의실 }\n  status: changed\n  was: 방", "seminar.yaml:6:3 'venue.changed': stands beside"),
    ],
)
def test_a_change_that_is_not_whole_is_reported_where_it_stands(written: str, problem: str, tmp_path: Path) -> None:
    problems = list_errors(write_folder(tmp_path, change("seminar.yaml", ROOM, f"{ROOM}  {written}\n")))
    assert [one[: len(problem)] for one in problems] == [problem]


def test_who_changed_may_be_an_id_of_before_too(tmp_path: Path) -> None:
    chair = "chair: { value: lee_haneul, changed: { was: kim_bada } }"
    facts = load_facts(write_folder(tmp_path, change("schedule.yaml", "chair: kim_bada", chair)))
    (note,) = next(row for row in facts.sessions if row.id == "discussion").notes
    assert (note.value, note.was) == (Text("이하늘"), Text("김바다"))


def test_a_talk_of_a_cancelled_session_is_cancelled(tmp_path: Path) -> None:
    off = "end: 11:00\n    status: cancelled\n    since: 2021-03-02 09:30\n  break"
    facts = load_facts(write_folder(tmp_path, change("schedule.yaml", "end: 11:00\n  break", off)))
    assert [(talk.status, talk.since) for talk in facts.talks] == [(Status.CANCELLED, SINCE)] * 2
