"""``set``: what it shows, when it asks, what it refuses; and what a visitor hears afterwards."""

from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import TextIO

import pytest

from bot.commands import make_parser, run
from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.reply import Context
from bot.editing import Wish, read_wish, set_fact
from bot.loading import load_facts
from bot.settings import read_settings
from tests.core.worlds import words_alone
from tests.loading.base import FILES, change, write_folder

PATH = "schedule.discussion.start"
NEW_LINE = "    start: { value: 11:20, status: changed, was: 11:10, since: 2021-03-04 09:02 }"
NOW = "2021-03-04T09:02"


class Terminal(StringIO):
    """What somebody types who is asked."""

    def isatty(self) -> bool:
        return True


class Colleague(Terminal):
    """Somebody at a terminal while a colleague saves the same file."""

    def __init__(self, path: Path) -> None:
        super().__init__("y\n")
        self._path = path

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        self._path.write_text(self._path.read_text(encoding="utf-8") + "# 메모\n", encoding="utf-8")
        return super().readline()


def load(folder: Path) -> Knowledge:
    """Load a folder with the languages that were read once for all."""
    return Knowledge(load_facts(folder), words_alone().speeches)


def set_it(folder: Path, wish: Wish, source: TextIO) -> bool:
    return set_fact(wish, read_settings({"KNOWLEDGE_DIR": str(folder), "PRETEND_NOW": NOW}), source, load)


def type_in(folder: Path, *arguments: str) -> bool:
    """Type the command where nobody can be asked; return whether it was done."""
    return set_it(folder, read_wish(make_parser().parse_args(["set", *arguments])), StringIO())


def wish_for(value: str = "11:20", path: str = PATH) -> Wish:
    return Wish(path, value, None, None, is_correction=False, is_agreed=False, language="ko")


def text_of(folder: Path) -> str:
    return (folder / "schedule.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "is_written"),
    [("Y\n", True), ("ㅛ\n", True), ("\n", False), ("", False)],
)
def test_it_is_written_once_somebody_agrees(
    typed: str, is_written: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert set_it(write_folder(tmp_path), wish_for(), Terminal(typed)) is is_written
    out = capsys.readouterr().out
    assert ("쓸까요? [y/N]" in out, "썼습니다" in out, "쓰지 않았습니다" in out) == (True, is_written, not is_written)
    assert (NEW_LINE in text_of(tmp_path)) is is_written


def test_it_shows_the_lines_and_the_answers_that_differ(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert type_in(write_folder(tmp_path), PATH, "11:20", "--yes")
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["schedule.yaml:12", "  -     start: 11:10", f"  + {NEW_LINE}"]
    assert any("전: 토론: 3월 4일(목) 11:10–12:00" in line for line in lines)
    assert "    토론 시작 시각이 바뀌었습니다(09:02): 11:20. 이전: 11:10" in lines
    assert text_of(tmp_path) == FILES["schedule.yaml"].replace("    start: 11:10", NEW_LINE)


def test_it_speaks_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert type_in(write_folder(tmp_path), PATH, "11:20", "--yes", "--lang", "en")
    assert "schedule.yaml is written." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("--since", "08:30"), "since: 2021-03-04 08:30"),
        (("--since", "2021-03-02 17:05"), "since: 2021-03-02 17:05"),
        (("--correction",), "    start: 11:20\n"),
    ],
)
def test_it_says_since_when_or_nothing(arguments: tuple[str, ...], line: str, tmp_path: Path) -> None:
    assert type_in(write_folder(tmp_path), PATH, "11:20", "--yes", *arguments)
    assert line in text_of(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((PATH, "11:20"), "--yes"),  # nobody to ask
        (("schedule.discussion.strat", "11:20", "--yes"), "schedule.discussion.start"),
        (("schedule.discussion.strat", "11:20", "--yes"), "고칠 수 있는 것: source, status, title, start"),
        (("schedule.disc.start", "11:20", "--yes"), "‘schedule.disc.start’"),
        (
            ("schedule.disc.start", "11:20", "--yes"),
            "schedule에 있는 것: talks 발표, break 휴식, discussion 토론, talk1",
        ),
        (("토론.start", "11:20", "--yes"), "혹시 schedule.discussion.start인가요?"),
        (("장소", "로비", "--yes"), "예: seminar.venue.room"),
        ((PATH, "11:10", "--yes"), "이미 그 값입니다"),
        ((PATH, "11:05", "--yes"), "schedule.yaml:12:5 'discussion': 같은 곳에서"),
        ((PATH, "half past", "--yes"), "틀린 곳이 생겨 쓰지 않았습니다"),
        ((PATH, "11:20", "--en", "20 past", "--yes"), "--en을 빼세요"),
        ((PATH, "11:20", "--since", "soon", "--yes"), "읽을 수 없습니다"),
        ((PATH, "11:20", "--since", "09:03", "--yes"), "아직 오지 않은 때"),
        (("schedule.discussion.chair", "kim_bad", "--yes"), "kim_bada"),
        (("schedule.discussion.chair", "kim_bad", "--yes", "--lang", "en"), "is not an id under people"),
        (("schedule.talks.end", "11:05", "--yes"), "뒤 순서부터 옮기세요: python -m bot set schedule.break.start"),
        (("schedule.break.start", "10:55", "--yes"), "앞 순서부터 줄이세요: python -m bot set schedule.talks.end"),
        (("schedule.talks.end", "11:20", "--yes", "--lang", "en"), "python -m bot set schedule.discussion.start"),
    ],
)
def test_what_cannot_be_set_is_refused_with_the_reason(
    arguments: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not type_in(write_folder(tmp_path), *arguments)
    assert said in capsys.readouterr().out
    assert text_of(tmp_path) == FILES["schedule.yaml"]


def test_a_folder_that_is_wrong_already_is_not_edited(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_folder(tmp_path, change("contacts.yaml", "lee_haneul", "nobody"))
    settings = read_settings({"KNOWLEDGE_DIR": str(folder), "PRETEND_NOW": NOW})
    assert run(["set", PATH, "11:20", "--yes"], settings) == 1
    told = capsys.readouterr().err
    assert "contacts.yaml:4:5" in told
    assert "고치기 전부터 있던 것입니다. 아무것도 쓰지 않았습니다" in told
    assert run(["set", PATH, "11:20", "--yes", "--lang", "en"], settings) == 1
    assert "is not an id under people" in capsys.readouterr().err
    assert text_of(tmp_path) == FILES["schedule.yaml"]


def test_a_mistake_in_the_table_keeps_nobody_from_mending(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "questions.yaml").write_text('questions: "', encoding="utf-8")
    assert type_in(write_folder(tmp_path), PATH, "11:20", "--yes", "--lang", "en")
    assert "questions.yaml:1:12: has a quote that is never closed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "warned"),
    [
        ((PATH, "11:20"), []),
        ((PATH, "11:30"), ["schedule.yaml:12:5 'discussion.start': 앞 순서가 11:10에 끝나 20분이 빕니다."]),
        (("contacts.desk.phones", "051-000-123"), ["contacts.yaml:5:14 'desk.phones.1': 우리나라"]),
        (("contacts.desk.purpose", "신청"), []),  # what was there before is not told again
        (("seminar.start", "09:30"), ["seminar.yaml:9:1 'start': 세미나의 시작(09:30)이"]),
    ],
)
def test_it_shows_what_newly_looks_wrong(
    arguments: tuple[str, ...], warned: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path, {"speakers.yaml": FILES["speakers.yaml"] + "  park:\n    name: 박누구\n"})
    assert type_in(folder, *arguments, "--yes")
    told = [line.removeprefix("경고: ") for line in capsys.readouterr().out.splitlines() if line.startswith("경고: ")]
    assert [line.startswith(start) for line, start in zip(told, warned, strict=True)] == [True] * len(warned)


@pytest.mark.parametrize(
    ("now", "arguments", "is_said"),
    [
        ("2021-03-05T23:00", (), False),
        ("2021-03-06T00:10", (), True),
        ("2021-03-06T00:10", ("--correction",), False),
    ],
)
def test_it_says_that_the_seminar_is_over(
    now: str, arguments: tuple[str, ...], is_said: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = read_settings({"KNOWLEDGE_DIR": str(write_folder(tmp_path)), "PRETEND_NOW": now})
    (tmp_path / "seminar.yaml").write_text(FILES["seminar.yaml"] + "end: 23:30\n", encoding="utf-8")
    typed = make_parser().parse_args(["set", PATH, "11:20", "--yes", *arguments])
    assert set_fact(read_wish(typed), settings, StringIO(), load)
    assert ("세미나가 이미 끝난 때라" in capsys.readouterr().out) is is_said


def test_what_a_colleague_saves_meanwhile_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not set_it(write_folder(tmp_path), wish_for(), Colleague(tmp_path / "schedule.yaml"))
    assert "그 사이 다른 사람이" in capsys.readouterr().out
    assert text_of(tmp_path) == FILES["schedule.yaml"] + "# 메모\n"


@pytest.mark.parametrize(
    ("arguments", "question", "told"),
    [
        (("seminar.venue.room", "3층 소회의실"), "어디서 하나요?", "3층 소회의실. 이전: 누리홀"),
        (("seminar.venue.room", "3층 소회의실", "--en", "Room 3"), "where is it?", "Room 3. Before: 누리홀"),
        (("schedule.discussion.room", "로비"), "토론 어디서 해요?", "로비. 이전: 누리홀"),
        (("schedule.talk1.speaker", "lee_haneul"), "발제 1 누가 해요?", "이하늘. 이전: 김바다"),
        (("schedule.discussion.status", "cancelled"), "토론 언제예요?", "토론은 취소되었습니다(09:02)."),
    ],
)  # fmt: skip
def test_visitors_hear_of_it(arguments: tuple[str, ...], question: str, told: str, tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    assert type_in(folder, *arguments, "--yes")
    later = datetime.fromisoformat("2021-03-04T09:30")
    assert told in answer(question, load(folder), later, Context()).text


def test_the_command_line_sets_and_tells_whether_it_did(tmp_path: Path) -> None:
    settings = read_settings({"KNOWLEDGE_DIR": str(write_folder(tmp_path)), "PRETEND_NOW": NOW})
    assert [run(["set", PATH, "11:20", "--yes"], settings) for _ in range(2)] == [0, 1]
    assert NEW_LINE in text_of(tmp_path)
