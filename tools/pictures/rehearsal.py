"""A copy of the project to try things out in: the program as it is here, and a knowledge folder of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.pictures.terminal import type_in

PROJECT = Path(__file__).parents[2]
SHARED = ("bot", "Makefile", "requirements.txt")
NOW = "2020-09-25T13:02"
_GIT = ("git", "-c", "user.name=staff", "-c", "user.email=staff@example.org")


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody changes in a file of the knowledge with an editor."""

    file: str
    old: str
    new: str


def environment_of(folder: Path, now: str = NOW) -> Mapping[str, str]:
    """Return what is set in a terminal in the copy: nothing of this machine but where programs are."""
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "PRETEND_NOW": now}


@contextmanager
def open_rehearsal(edits: Sequence[Edit] = (), typed: Sequence[str] = ()) -> Iterator[Path]:
    """Give a copy whose knowledge git knows as it is here; after that it was edited, and the commands were typed.

    Raises ValueError for an edit of what does not stand in the file once.
    """
    with TemporaryDirectory(prefix="rehearsal-") as place:
        folder = Path(place)
        shutil.copytree(PROJECT / "knowledge", folder / "knowledge")
        _keep(folder)
        _share(folder)
        for edit in edits:
            _apply(edit, folder / "knowledge" / edit.file)
        for command in typed:
            type_in(command, folder, environment_of(folder))
        yield folder


def _keep(folder: Path) -> None:
    for arguments in (("init", "-q"), ("add", "knowledge"), ("commit", "-q", "-m", "knowledge")):
        subprocess.run([*_GIT, *arguments], cwd=folder, env=environment_of(folder), check=True)  # noqa: S603 - ours


def _share(folder: Path) -> None:
    """Let the copy run this program with this environment, which ``make`` finds complete."""
    for name in SHARED:
        (folder / name).symlink_to(PROJECT / name)
    (folder / ".venv").mkdir()
    for part in Path(sys.prefix).iterdir():
        if part.name not in (".run", ".dev"):
            (folder / ".venv" / part.name).symlink_to(part)
    (folder / ".venv" / ".run").touch()


def _apply(edit: Edit, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if text.count(edit.old) != 1:
        raise ValueError(f"{path.name} does not hold {edit.old!r} once; change tools/pictures/scenes.py")
    path.write_text(text.replace(edit.old, edit.new), encoding="utf-8")
