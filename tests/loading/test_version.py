"""The version of a knowledge folder."""

import re
from pathlib import Path

import pytest

from bot.loading import tell_version
from tests.loading.base import FILES, write_folder


def test_the_same_files_have_the_same_short_version(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    version = tell_version(write_folder(tmp_path))
    assert version == tell_version(write_folder(copy))
    assert re.fullmatch("[0-9a-f]{12}", version)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_change_in_any_file_is_another_version(name: str, tmp_path: Path) -> None:
    before = tell_version(write_folder(tmp_path))
    path = tmp_path / name
    path.write_text(path.read_text(encoding="utf-8") + "# looked through\n", encoding="utf-8")
    changed = tell_version(tmp_path)
    path.unlink()
    assert len({before, changed, tell_version(tmp_path)}) == 3


def test_what_stands_in_another_file_is_another_version(tmp_path: Path) -> None:
    for folder, name in (("a", "faq.yaml"), ("b", "press.yaml")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text("text", encoding="utf-8")
    assert tell_version(tmp_path / "a") != tell_version(tmp_path / "b")


def test_what_the_bot_does_not_read_is_of_no_version(tmp_path: Path) -> None:
    before = tell_version(write_folder(tmp_path))
    (tmp_path / "notes.txt").write_text("to do", encoding="utf-8")
    assert tell_version(tmp_path) == before
