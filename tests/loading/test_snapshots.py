"""What a folder holds, and how that differs from what it held."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.loading import Snapshot, take_snapshot
from tests.loading.base import FILES, write_folder

EDITED_AT_SECONDS = 1_600_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small folder, in a folder of its own."""
    (tmp_path / "knowledge").mkdir()
    return write_folder(tmp_path / "knowledge")


def replace_by_pipe(folder: Path) -> None:
    (folder / "faq.yaml").unlink()
    os.mkfifo(folder / "faq.yaml")


def replace_by_link(folder: Path) -> None:
    (folder / "faq.yaml").unlink()
    (folder / "faq.yaml").symlink_to("/etc/hostname")


@pytest.mark.parametrize(
    ("act", "changed", "deleted", "is_doubtful"),
    [
        (Path.exists, (), (), False),
        (lambda folder: (folder / "faq.yaml").touch(), (), (), False),
        (lambda folder: (folder / ".faq.yaml.swp").touch(), (), (), False),
        (lambda folder: (folder / ".faq.yaml").touch(), (), (), False),
        (lambda folder: (folder / "faq.yaml~").touch(), (), (), False),
        (lambda folder: (folder / "faq.yaml").write_text("faq: {}\n"), ("faq.yaml",), (), False),
        (lambda folder: (folder / "faq.yaml").write_text("faq: {}"), ("faq.yaml",), (), True),
        (lambda folder: (folder / "faq.yaml").write_text(""), ("faq.yaml",), (), True),
        (lambda folder: (folder / "faq.yaml").unlink(), (), ("faq.yaml",), True),
        (lambda folder: (folder / "faq copy.yaml").touch(), ("faq copy.yaml",), (), False),
        (lambda folder: (folder / "faq.yaml").write_bytes(b"#" * 300_000), ("faq.yaml",), (), False),
        (replace_by_pipe, ("faq.yaml",), (), False),
        (replace_by_link, ("faq.yaml",), (), False),
        (lambda folder: folder.rename(folder.with_name("away")), (), tuple(sorted(FILES)), True),
    ],
)
def test_two_snapshots_tell_what_became_of_the_files(
    act: Callable[[Path], object], changed: tuple[str, ...], deleted: tuple[str, ...], is_doubtful: bool, folder: Path
) -> None:
    before = take_snapshot(folder)
    act(folder)
    after = take_snapshot(folder)
    assert (after == before) == (not changed and not deleted)
    assert (after.list_changed(before), after.list_deleted(before)) == (changed, deleted)
    assert after.is_doubtful_after(before) == is_doubtful


def test_a_folder_with_too_many_files_is_told_by_its_own(folder: Path) -> None:
    for number in range(1_000):
        (folder / f"{number}.yaml").touch()
    assert set(take_snapshot(folder).digest_by_name) == set(FILES)


def test_the_newest_file_tells_when_the_folder_was_edited(folder: Path) -> None:
    for number, name in enumerate(FILES):
        os.utime(folder / name, (0, EDITED_AT_SECONDS + number))
    assert take_snapshot(folder).edited_at_seconds == EDITED_AT_SECONDS + len(FILES) - 1


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert take_snapshot(tmp_path / "nowhere") == Snapshot({}, 0.0, frozenset())


def test_the_same_files_have_the_same_short_version(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    version = take_snapshot(folder).version
    assert version == take_snapshot(write_folder(tmp_path / "copy")).version
    assert re.fullmatch("[0-9a-f]{12}", version)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_change_in_any_file_is_another_version(name: str, folder: Path) -> None:
    before, path = take_snapshot(folder).version, folder / name
    path.write_text(path.read_text(encoding="utf-8") + "# looked through\n", encoding="utf-8")
    changed = take_snapshot(folder).version
    path.unlink()
    assert len({before, changed, take_snapshot(folder).version}) == 3


def test_what_stands_in_another_file_is_another_version(tmp_path: Path) -> None:
    for name, file in (("a", "faq.yaml"), ("b", "press.yaml")):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text("text", encoding="utf-8")
    assert take_snapshot(tmp_path / "a").version != take_snapshot(tmp_path / "b").version


def test_what_the_bot_does_not_read_is_of_no_version(folder: Path) -> None:
    before = take_snapshot(folder).version
    (folder / "notes.txt").write_text("to do", encoding="utf-8")
    assert take_snapshot(folder).version == before
