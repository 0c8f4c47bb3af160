"""Blanks that nobody has filled: each is told by its place and what to write there, and nothing else is said of it."""

from pathlib import Path

import pytest

from bot.loading import check_folder
from bot.loading.rules import Rule
from bot.loading.telling import tell
from tests.loading.base import change, in_english, write_folder

CLAIM = "chair: { value: ____, status: changed, was: 이하늘 }"


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "hint"),
    [
        ("seminar.yaml", "바다숲 학술회의", "____", "seminar.yaml:1:1 'title'", "The seminar's name."),
        ("seminar.yaml", "[2021-03-04, 2021-03-05]", "____", "seminar.yaml:2:1 'date'", "The seminar's date."),
        ("seminar.yaml", "2021-03-05]", "____]", "seminar.yaml:2:20 'date.2'", "The seminar's date."),
        ("seminar.yaml", "room: 누리홀", "room: ___", "seminar.yaml:5:3 'venue.room'", "The main room."),
        ("seminar.yaml", "room: 누리홀", "room: ____ 층", "seminar.yaml:5:3 'venue.room'", "The main room."),
        ("seminar.yaml", "room: 누리홀", "room: { ko: 방, en: ____ }", "seminar.yaml:5:18 'venue.room.en'", "The"),
        ("seminar.yaml", "organisation: mof", "organisation: ____", "seminar.yaml:7:5 'hosts.1.organisation'", "The"),
        ("schedule.yaml", "start: 11:10", "start: ____", "schedule.yaml:12:5 'discussion.start'", "When it begins."),
        ("schedule.yaml", "title: 휴식", "kind: ____\n    title: 휴식", "schedule.yaml:7:5 'break.kind'", "What kind"),
        ("schedule.yaml", "order: 2", "order: ____", "schedule.yaml:23:5 'talk2.order'", "Which talk"),
        ("schedule.yaml", "chair: kim_bada", "chair: ____", "schedule.yaml:14:5 'discussion.chair'", "The chair's id"),
        ("schedule.yaml", "chair: kim_bada", CLAIM, "schedule.yaml:14:14 'discussion.chair.value'", "What this field"),
        ("contacts.yaml", "[051-000-1234]", "____", "contacts.yaml:5:5 'desk.phones'", "The number"),
        ("faq.yaml", "- parking", "- ____", "faq.yaml:7:5 'not_announced.1'", "The list of what"),
        ("faq.yaml", "topic: fee", "topic: ____", "faq.yaml:3:5 'fee_question.topic'", "The name of what"),
    ],
)  # fmt: skip
def test_a_blank_is_told_alone_with_what_to_write(
    file: str, old: str, new: str, place: str, hint: str, tmp_path: Path
) -> None:
    (told,) = in_english(check_folder(write_folder(tmp_path, change(file, old, new)), ("fee", "parking")))
    assert told.startswith(f"{place}: is a blank that nobody has filled yet; write this: {hint}")


def test_a_blank_in_the_place_of_an_unknown_field_is_told_without_a_hint(tmp_path: Path) -> None:
    write_folder(tmp_path, change("seminar.yaml", "room: 누리홀", "rom: ____"))
    problems = [problem for problem in check_folder(tmp_path) if problem.rule is Rule.BLANK]
    assert [tell(problem).rpartition(". ")[2] for problem in problems] == ["____ 대신 값을 쓰거나 줄을 지우세요"]


def test_other_mistakes_are_told_beside_a_blank_but_warnings_wait(tmp_path: Path) -> None:
    changes = {**change("seminar.yaml", "바다숲 학술회의", "____"), **change("schedule.yaml", "order: 2", "order: 둘")}
    alone = "  park_nugu:\n    name: 박누구\n"
    changes.update(change("speakers.yaml", "people:\n", f"people:\n{alone}"))
    write_folder(tmp_path, changes)
    assert [problem.rule for problem in check_folder(tmp_path)] == [Rule.BLANK, Rule.NOT_AN_ORDER]


def test_two_underscores_are_no_blank(tmp_path: Path) -> None:
    assert in_english(check_folder(write_folder(tmp_path, change("seminar.yaml", "누리홀", "A__B")))) == []
