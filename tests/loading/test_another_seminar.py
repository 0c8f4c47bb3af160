"""A second seminar, of two days and two rooms side by side: another folder, and no line of Python changes."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.core.model import Facts, Status
from bot.loading import load_facts
from bot.loading.languages import load_topics
from tests.loading.base import list_errors

FOLDER = Path(__file__).parents[1] / "data/another_seminar"


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_facts(FOLDER)


def test_it_has_no_problem() -> None:
    assert list_errors(FOLDER, load_topics()) == []


def test_its_days_and_rooms_run_side_by_side(facts: Facts) -> None:
    assert facts.seminar.days == (date(2026, 5, 13), date(2026, 5, 14))
    side_by_side = [s.id for s in facts.sessions if s.day.day == 14 and f"{s.start:%H:%M}" == "10:00"]
    assert side_by_side == ["session_3", "session_4"]


def test_its_changed_room_tells_what_it_was(facts: Facts) -> None:
    row = next(session for session in facts.sessions if session.id == "session_4")
    assert row.room
    assert row.room.ko == "C실 돌산실"
    assert [(note.field, note.status, note.was and note.was.ko, note.since) for note in row.notes] == [
        ("room", Status.CHANGED, "B실 오동도실", datetime(2026, 5, 8, 10, 0, tzinfo=ZoneInfo("Asia/Seoul")))
    ]


def test_what_is_not_certain_is_not_stated(facts: Facts) -> None:
    notes = [note for session in facts.sessions for note in session.notes if not note.is_certain]
    assert [(note.path, note.value.ko) for note in notes] == [
        ("schedule.congrats.speaker", "여수시장"),
        ("schedule.session_2.chair", "강나래"),
    ]
    assert [session.id for session in facts.sessions if session.chair == "kang_narae"] == []


def test_its_own_entry_of_what_is_not_announced_needs_no_id(facts: Facts) -> None:
    assert [entry.path for entry in facts.unannounced] == ["faq.interpretation", "faq.stream", "faq.own_1"]
