"""What ``check`` prints for people, for editors and for GitHub."""

import json
from pathlib import Path

import pytest

from bot.loading import Problem, check_folder
from bot.loading.excerpts import MOST_COLUMNS, excerpt, measure
from bot.loading.reports import report_github, report_json, report_text
from bot.loading.rules import Rule
from tests.loading.base import change, write_folder

GAP = change("schedule.yaml", "start: 11:10", "start: 11:30")
FOLDER = Path("knowledge")

# fmt: off
EXCERPTS = [
    ("    end: 15:05", 5, "    ^"),
    ("title: { ko: 휴식, en: Break, eng: x }", 31, "                                ^"),
    ("휴식: 차", 5, "      ^"),
    ("\ttitle: x", 1, "^"),
    ("a\tb", 3, "  ^"),
    ("a: \u1112\u1172\u1109\u1175\u11a8 x", 10, "        ^"),  # 휴식 as some systems type it, letter by letter
    ("ｆｕｌｌ: x", 5, "        ^"),
    ("title:", 7, "      ^"),
]
# fmt: on


def tell(folder: Path, language: str = "ko") -> list[str]:
    return list(report_text(folder, check_folder(folder), "en" if language == "en" else "ko"))


@pytest.mark.parametrize(("line", "column", "mark"), EXCERPTS)
def test_the_mark_stands_below_the_column_though_hangul_is_wide(line: str, column: int, mark: str) -> None:
    assert excerpt(line, column, "^")[1] == mark


@pytest.mark.parametrize("letter", ["x", "휴"])
@pytest.mark.parametrize("column", [1, 100, 300])
def test_of_a_long_line_the_part_around_the_column_is_shown(letter: str, column: int) -> None:
    line = letter * (column - 1) + "!" + letter * (300 - column)
    shown, mark = excerpt(line, column, "^")
    assert measure(shown) <= 2 * MOST_COLUMNS + 2
    assert measure(shown[: shown.index("!")]) == mark.index("^")
    assert (shown.startswith("…"), shown.endswith("…")) == (column > 1, column < 300)


def test_what_would_play_with_the_terminal_is_shown_as_a_sign() -> None:
    assert excerpt("a: \x1b[31m\x07", 1, "^")[0] == "a: \ufffd[31m\ufffd"


def test_people_read_the_place_the_line_the_rule_and_how_many(tmp_path: Path) -> None:
    broken = {**change("schedule.yaml", "end: 11:10", "end: 10:50"), **change("contacts.yaml", "051", "059")}
    assert tell(write_folder(tmp_path, broken)) == [
        f"{tmp_path}/schedule.yaml:9:5 'break.end': 끝(10:50)이 시작(11:00)보다 빠릅니다. 예: 11:10",
        "        end: 10:50",
        "        ^ 오류: ends_before_start",
        f"{tmp_path}/contacts.yaml:5:14 'desk.phones.1': 우리나라 전화번호가 아닙니다('059-000-1234'). "
        "지역번호부터 빠진 숫자 없이 쓰세요. 예: 02-1234-5678",
        "        phones: [059-000-1234]",
        "                 ^ 경고: not_a_phone_number",
        "오류 1개, 경고 1개",
    ]


def test_a_file_as_a_whole_has_no_line_to_show(tmp_path: Path) -> None:
    assert tell(tmp_path, "en") == [
        f"{tmp_path}/seminar.yaml: is missing; write it with at least a title and a date, such as 'date: 2020-09-25'",
        "    error: missing_seminar",
        "errors: 1, warnings: 0",
    ]


def test_a_folder_that_is_none_is_named_once(tmp_path: Path) -> None:
    assert tell(tmp_path / "absent")[0].startswith(f"{tmp_path}/absent: 읽을 수 있는 폴더가 아닙니다")


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (b"a: 1\nb: \xff\n", ["    b: \ufffd", "       ^ 오류: not_utf8"]),
        (b"faq:\n\ta: 1\n", ["     a: 1", "    ^ 오류: tab_indent"]),
        (b"faq: a\x07b\r\n", ["    faq: a\ufffdb", "          ^ 오류: control_character"]),
    ],
)
def test_a_line_that_cannot_be_read_is_shown_all_the_same(tmp_path: Path, data: bytes, shown: list[str]) -> None:
    (write_folder(tmp_path) / "faq.yaml").write_bytes(data)
    assert tell(tmp_path)[1:3] == shown


def test_editors_read_objects_in_the_order_of_the_files(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {**GAP, "seminar.yaml": '"'})
    rows = json.loads("".join(report_json(folder, check_folder(folder), "en")))
    assert rows == [
        {
            "file": f"{folder}/seminar.yaml",
            "line": 1,
            "column": 1,
            "rule": "open_quote",
            "level": "error",
            "entry": "",
            "message": "has a quote that is never closed",
            "instead": "type the closing quote",
        }
    ]


def test_a_whole_file_has_no_line_for_editors_either(tmp_path: Path) -> None:
    (row,) = json.loads("".join(report_json(tmp_path, check_folder(tmp_path), "ko")))
    assert (row["line"], row["column"], row["rule"]) == (None, None, "missing_seminar")


def test_github_reads_one_command_for_each_problem(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, GAP)
    assert list(report_github(folder, check_folder(folder), "en")) == [
        f"::warning file={folder}/schedule.yaml,line=12,col=5,title=gap::'discussion.start': begins 20 minutes after "
        "the row before it ends (11:10); check the times, or add a row for the break, such as 'title: 휴식'"
    ]


def test_what_means_something_to_github_is_escaped() -> None:
    problem = Problem(file="a,b:100%.yaml", rule=Rule.NOT_A_TIME, words={"text": "'5%\n::error::'"}, line=1, column=2)
    (command,) = report_github(FOLDER, [problem], "en")
    assert command.startswith(
        "::error file=knowledge/a%2Cb%3A100%25.yaml,line=1,col=2,title=not_a_time::'5%25%0A::error"
    )


def test_github_is_not_told_a_line_that_there_is_not() -> None:
    problem = Problem(file="seminar.yaml", rule=Rule.MISSING_SEMINAR)
    (command,) = report_github(FOLDER, [problem], "en")
    assert command.startswith("::error file=knowledge/seminar.yaml,title=missing_seminar::is missing; ")
