"""The files of a folder: which are read, and how each slip of typing is told."""

from pathlib import Path

import pytest

from bot.loading import check_folder, load_facts
from bot.loading.folder import FILE_NAMES
from tests.loading.base import in_english, write_folder


def tell(folder: Path) -> list[str]:
    return in_english(check_folder(folder))


def test_only_the_seminar_is_required(tmp_path: Path) -> None:
    (tmp_path / "seminar.yaml").write_text("title: 세미나\ndate: 2021-03-04\n", encoding="utf-8")
    assert tell(tmp_path) == []
    assert load_facts(tmp_path).seminar.title.ko == "세미나"


def test_a_missing_seminar_is_told(tmp_path: Path) -> None:
    assert tell(tmp_path) == [
        "seminar.yaml: is missing; write it with at least a title and a date, such as 'date: 2020-09-25'"
    ]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    name = str(tmp_path / "nowhere")
    reason = "is not a folder that can be read (No such file or directory)"
    assert tell(tmp_path / "nowhere") == [f"{name}: {reason}; name the one that holds seminar.yaml"]


MOVE = f"move it out of the folder if it is not to be read; those that are read: {', '.join(FILE_NAMES)}"


@pytest.mark.parametrize(
    ("name", "absent", "advice"),
    [
        ("prss.yaml", "press.yaml", "write press.yaml"),
        ("Press.yml", "press.yaml", "write press.yaml"),
        ("press copy.yaml", "", MOVE),
        ("prss.yaml", "", MOVE),
        ("xxxxxxx.yaml", "press.yaml", MOVE),
    ],
)
def test_a_file_that_is_not_read_is_told(tmp_path: Path, name: str, absent: str, advice: str) -> None:
    (write_folder(tmp_path) / name).write_text("", encoding="utf-8")
    if absent:
        (tmp_path / absent).unlink()
    assert tell(tmp_path) == [f"{name}: is not a file that the bot reads; {advice}"]


@pytest.mark.parametrize("name", ["README.md", "questions.jsonl", ".faq.yaml", "faq.yaml~"])
def test_other_files_are_passed_over(tmp_path: Path, name: str) -> None:
    (write_folder(tmp_path) / name).write_text("", encoding="utf-8")
    assert tell(tmp_path) == []


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (write_folder(tmp_path) / "faq.yaml").unlink()
    (tmp_path / "faq.yaml").mkdir()
    assert tell(tmp_path) == ["faq.yaml: cannot be read (Is a directory); make it a plain file that the bot may read"]
