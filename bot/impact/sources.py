"""The knowledge as it was: another folder, or a state of the repository that the folder lies in, read by git."""

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

Reason = Literal["no_git", "no_repository", "unknown_ref", "no_folder"]


class SourceError(ValueError):
    """An old state that cannot be had: why, and what git says about it."""

    def __init__(self, reason: Reason, said: str) -> None:
        self.reason = reason
        self.said = said
        super().__init__(f"{reason}: {said}")


@contextmanager
def open_source(name: str, folder: Path) -> Iterator[Path]:
    """Give the folder of that name, or the state of ``folder`` that git knows by it (HEAD, main, a tag, a commit).

    Raises SourceError where there is neither.
    """
    if name and Path(name).is_dir():
        yield Path(name)
        return
    with TemporaryDirectory(prefix="knowledge-") as place:
        _extract(_archive(name, folder), Path(place))
        yield Path(place)


def _archive(ref: str, folder: Path) -> bytes:
    """Return the folder at a state of the repository, as a tar file."""
    _git(folder, "no_repository", "rev-parse", "--show-toplevel")
    commit = _git(folder, "unknown_ref", "rev-parse", "--verify", "--end-of-options", f"{ref}^{{commit}}")
    return _git(folder, "no_folder", "archive", "--format=tar", commit.decode().strip())


def _git(folder: Path, reason: Reason, *arguments: str) -> bytes:
    """Run git in a folder and return what it writes; SourceError with this reason where it refuses."""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError as error:
        raise SourceError("no_git" if error.filename == "git" else "no_repository", str(error.strerror)) from None
    except OSError as error:
        raise SourceError("no_repository", str(error.strerror)) from None
    if done.returncode:
        raise SourceError(reason, " ".join(done.stderr.decode("utf-8", "replace").split()))
    return done.stdout


def _extract(archive: bytes, place: Path) -> None:
    """Write the files of the folder itself; a link becomes the file that it leads to, or none if that is elsewhere."""
    with tarfile.open(fileobj=BytesIO(archive)) as files:
        for member in files.getmembers():
            with suppress(KeyError):
                file = files.extractfile(member) if "/" not in member.name else None
                if file:
                    (place / member.name).write_bytes(file.read())
