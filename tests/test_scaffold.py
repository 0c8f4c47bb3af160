"""A new folder as staff meet it: written, refused, its blanks told, filled line by line, answered from."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from bot.core.model import Language
from bot.loading import Problem, check_folder
from bot.loading.folder import FILE_NAMES, STEMS
from bot.loading.languages import LANGUAGE_DIR, LANGUAGES, load_topics
from bot.loading.reports import count_errors
from bot.loading.telling import tell
from bot.loading.templates import write_folder
from tests.loading.test_editors import list_faults
from tests.test_commands import clean, run_process

OPTIONAL = re.compile(r"# (?!yaml-language-server:)")  # begins a line that is read once this is deleted
BLANK_WITH_EXAMPLE = re.compile(r"____ .*?(?:예|Example): (.+)$")
# What is filled from top to bottom: whom others name first.
ORDER = ("speakers", "seminar", "schedule", "contacts", "press", "faq", "questions")


def uncomment(lines: Iterable[str]) -> Iterator[str]:
    yield from (OPTIONAL.sub("", line, count=1) if OPTIONAL.match(line) else line for line in lines)


def fill(line: str) -> str:
    """Fill a line's blank as its own comment shows."""
    return BLANK_WITH_EXAMPLE.sub(lambda found: found[1], line)


def read(folder: Path, stem: str) -> list[str]:
    return (folder / f"{stem}.yaml").read_text(encoding="utf-8").splitlines(keepends=True)


def edit(folder: Path, stem: str, lines: Iterable[str]) -> None:
    (folder / f"{stem}.yaml").write_text("".join(lines), encoding="utf-8")


def list_blocks(folder: Path, stem: str) -> list[tuple[int, int]]:
    """Return where the blocks of optional lines begin and end."""
    marks = "".join("#" if OPTIONAL.match(line) else "." for line in read(folder, stem))
    return [found.span() for found in re.finditer("#+", marks)]


def check(folder: Path) -> tuple[Problem, ...]:
    return check_folder(folder, load_topics())


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture
def folder(tmp_path: Path, language: Language) -> Path:
    """A new folder with its required blanks filled."""
    folder = tmp_path / "next"
    write_folder(folder, language)
    edit(folder, "seminar", [line if line.startswith("#") else fill(line) for line in read(folder, "seminar")])
    return folder


def test_a_new_folder_is_written_and_its_blanks_are_told_as_by_check(tmp_path: Path) -> None:
    folder = tmp_path / "다음 세미나" / "지식"
    done = run_process("new", str(folder))
    assert (done.returncode, done.stderr) == (0, b"")
    assert sorted(path.name for path in folder.iterdir()) == sorted([*FILE_NAMES, "schema"])
    assert sorted(path.name for path in (folder / "schema").iterdir()) == sorted(f"{stem}.json" for stem in STEMS)
    checked = run_process("check", str(folder))
    assert checked.returncode == 1
    told, out = checked.stdout.decode(), done.stdout.decode()
    assert told in out
    assert f"{folder}/seminar.yaml:7:1 'title': 아직 채우지 않은 빈칸이 있습니다. 이것을 쓰세요: 세미나의 이름." in told
    assert f"{folder}/seminar.yaml:8:1 'date': " in told
    assert told.endswith("오류 2개, 경고 0개\n")
    assert f"bot check '{folder}'" in out


def test_a_new_folder_is_told_of_in_english(tmp_path: Path) -> None:
    out = run_process("new", "--lang", "en", str(tmp_path)).stdout.decode()
    assert "seminar.yaml:7:1 'title': is a blank that nobody has filled yet; write this: The seminar's name." in out
    assert not re.search("[가-힣]", out)


def test_nothing_answers_from_a_new_folder(tmp_path: Path) -> None:
    write_folder(tmp_path, "ko")
    done = run_process("ask", "언제 하나요?", environ={"KNOWLEDGE_DIR": str(tmp_path)})
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"seminar.yaml:7:1 ")


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "next"
    folder.mkdir()
    (folder / "notes.txt").touch()
    (tmp_path / "next-2").mkdir()
    done = run_process("new", str(folder))
    assert (done.returncode, done.stdout) == (1, b"")
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]
    assert done.stderr.decode().endswith(f"bot new {tmp_path / 'next-3'}\n")


@pytest.mark.parametrize("command", ["new", "schema"])
def test_a_place_that_cannot_be_written_is_told(command: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run_process(command, str(tmp_path / "file"))
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (1, b"", 1)
    assert f"{tmp_path}/file: 쓸 수 없습니다(Not a directory)." in done.stderr.decode()


def test_a_folder_that_cannot_be_written_to_its_end_is_not_begun(tmp_path: Path) -> None:
    script = 'ulimit -f 4; exec "$0" -m bot new "$1"'  # kilobytes: less than a schema has
    command = ["bash", "-c", script, sys.executable, str(tmp_path / "a")]
    done = subprocess.run(command, capture_output=True, env=clean(), check=False)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (1, b"", 1)
    assert "쓸 수 없습니다(File too large)" in done.stderr.decode()
    assert list((tmp_path / "a").iterdir()) == []


def test_the_schemas_are_written_where_they_are_wanted(tmp_path: Path) -> None:
    done = run_process("schema", environ={"KNOWLEDGE_DIR": str(tmp_path)})
    assert (done.returncode, len(done.stdout.splitlines())) == (0, len(STEMS))
    written = {path.name: path.read_bytes() for path in (tmp_path / "schema").iterdir()}
    assert written == {path.name: path.read_bytes() for path in Path("knowledge/schema").iterdir()}


@pytest.mark.parametrize("name", FILE_NAMES)
def test_a_file_explains_itself_and_names_its_schema(name: str, folder: Path) -> None:
    lines = read(folder, Path(name).stem)
    assert lines[0] == f"# yaml-language-server: $schema=schema/{Path(name).stem}.json\n"
    assert all(line.startswith("## ") for line in lines[1:4])
    assert list_blocks(folder, Path(name).stem)
    blanks = [line for line in lines if "____" in line and not line.startswith("##")]
    assert [line for line in blanks if not BLANK_WITH_EXAMPLE.search(line)] == []


def test_title_and_date_are_enough(folder: Path) -> None:
    assert check(folder) == ()
    done = run_process("ask", "언제 하나요?", environ={"KNOWLEDGE_DIR": str(folder)})
    assert "2021년 3월 4일" in done.stdout.decode()


def test_each_block_is_right_once_what_stands_before_it_is_there(folder: Path) -> None:
    for stem in ORDER:
        for begin, end in list_blocks(folder, stem):
            lines = read(folder, stem)
            edit(folder, stem, [*lines[:begin], *uncomment(lines[begin:end]), *lines[end:]])
            blanks = check(folder)
            assert {problem.rule.value for problem in blanks} == {"blank"}
            assert len(blanks) == sum("____" in line for line in lines[begin:end])
            edit(folder, stem, [*lines[:begin], *map(fill, uncomment(lines[begin:end])), *lines[end:]])
            assert count_errors(check(folder)) == 0, [tell(problem) for problem in check(folder)]
            assert list_faults(stem, "".join(read(folder, stem))) == []


def test_a_line_may_be_deleted_instead_of_filled(folder: Path) -> None:
    """Only the lines that an entry cannot do without are filled; those that name another go with the rest."""
    required = re.compile(r"^ +(?:- )?(?:name|title|start|end|purpose|order|label|answer|topic|words): ____")
    for stem in ("speakers", "schedule", "contacts", "faq"):
        lines = list(uncomment(read(folder, stem)))
        edit(folder, stem, [fill(line) for line in lines if "____" not in line or required.match(line)])
    assert {problem.rule.value for problem in check(folder)} == {"unmentioned_person"}


def fill_all(folder: Path) -> None:
    for stem in ORDER:
        head, *lines = read(folder, stem)
        edit(folder, stem, [head, *map(fill, uncomment(lines))])


def test_a_folder_that_is_filled_has_no_problems_and_answers(folder: Path, language: Language) -> None:
    fill_all(folder)
    assert [tell(problem, language) for problem in check(folder)] == []
    deep = run_process("check", "--deep", "--lang", language, str(folder))
    assert deep.returncode == 0, deep.stdout.decode()
    question, answer = {"ko": ("좌장이 누구예요?", "김바다"), "en": ("Who chairs the discussion?", "Kim Bada")}[
        language
    ]
    done = run_process("ask", question, environ={"KNOWLEDGE_DIR": str(folder)})
    assert answer in done.stdout.decode()


def test_both_languages_have_the_same_fields() -> None:
    def list_fields(language: Language, stem: str) -> list[str]:
        text = (LANGUAGE_DIR / language / "new" / f"{stem}.yaml").read_text(encoding="utf-8")
        return re.findall(r"^(?:# )?( *(?:- )?\w+:)", text, re.MULTILINE)

    korean, english = ({stem: list_fields(language, stem) for stem in STEMS} for language in LANGUAGES)
    assert korean == english


def test_the_files_are_packed_with_the_bot() -> None:
    packed = re.search(r'"bot\.language" = \[(.*)\]', Path("pyproject.toml").read_text(encoding="utf-8"))
    assert packed
    patterns = re.findall('"([^"]+)"', packed[1])
    files = [path.relative_to(LANGUAGE_DIR) for path in LANGUAGE_DIR.rglob("*.yaml")]
    assert [file for file in files if not any(file.match(pattern) for pattern in patterns)] == []
