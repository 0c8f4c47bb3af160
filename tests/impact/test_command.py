"""``impact`` as it is typed: the exit status, and a sentence for what cannot be read."""

from pathlib import Path

import pytest

from bot.commands import run
from bot.settings import read_settings
from tests.impact.worlds import TABLE
from tests.loading.base import change, write_folder

ROW = '{"id": "1", "q": "토론 언제?", "expect": "any", "all": [], "none": [], "tags": []}\n'
ROOM = change("seminar.yaml", "누리홀", "은하실")


def type_in(folder: Path, *arguments: str) -> int:
    return run(["impact", *arguments], read_settings({"KNOWLEDGE_DIR": str(folder)}))


def write(folder: Path, table: str = TABLE, **files: str) -> Path:
    folder.mkdir()
    return write_folder(folder, {"questions.yaml": table, **{f"{stem}.yaml": text for stem, text in files.items()}})


def test_an_answer_that_became_wrong_is_told_and_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = write(tmp_path / "old"), write(tmp_path / "new", seminar=ROOM["seminar.yaml"])
    (tmp_path / "two.jsonl").write_text(ROW * 2, encoding="utf-8")
    assert type_in(new, "--from", str(old), "--table", str(tmp_path / "two.jsonl")) == 1
    out = capsys.readouterr().out
    assert out.startswith("질문 6개 중 1개의 답이")
    assert "✗ 어디서 하나요? — 답에 ‘누리홀’ 없음 [questions.yaml:2]" in out
    assert "누리홀입니다" in out
    assert "은하실입니다" in out


def test_an_answer_changed_with_its_question_is_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = TABLE.replace("누리홀", "은하실").replace("유료", "무료")
    old, new = write(tmp_path / "old"), write(tmp_path / "new", table, seminar=ROOM["seminar.yaml"])
    assert type_in(new, "--from", str(old), "--format", "markdown", "--lang", "en") == 0
    assert "✓ 어디서 하나요? — became right" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "count"), [("knowledge", 5), ("next-seminar", 4)])
def test_the_table_beside_the_folder_is_asked_too_where_it_is_about_it(
    name: str, count: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path / name)
    (tmp_path / "tests/data").mkdir(parents=True)
    (tmp_path / "tests/data/questions.jsonl").write_text(ROW, encoding="utf-8")
    assert type_in(folder, "--from", str(folder)) == 0
    assert f"(질문 {count}개)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--from", "HEAD"], "git 저장소 안에 있지 않습니다"),
        (["--from", "{}/empty"], "seminar.yaml: 파일이 없습니다"),
        (["--from", "{}/empty", "--lang", "en"], "seminar.yaml: is missing"),
        (["--from", "{}/new", "--table", "absent.jsonl"], "absent.jsonl"),
        (["--from", "{}/new", "--table", "{}/new/faq.yaml"], "line 1: is not JSON"),
    ],
    ids=["no repository", "broken", "broken in English", "absent table", "no table"],
)
def test_what_cannot_be_read_is_one_sentence(
    arguments: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path / "new")
    (tmp_path / "empty").mkdir()
    assert type_in(folder, *(argument.format(tmp_path) for argument in arguments)) == 2
    out, err = capsys.readouterr()
    assert (out, told in err) == ("", True)


@pytest.mark.parametrize("name", ["seminar", "questions"])
def test_an_edit_with_mistakes_is_to_be_mended_first(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path / "new")
    (folder / f"{name}.yaml").write_text("x: 1\n", encoding="utf-8")
    assert type_in(folder, "--from", str(folder)) == 2
    assert f"{name}.yaml:1:1" in capsys.readouterr().err
