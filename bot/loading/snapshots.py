"""What a knowledge folder holds at one moment, told without understanding any of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from bot.loading.files import list_names, read_bytes
from bot.loading.folder import FILE_NAMES
from bot.loading.problems import KnowledgeError

VERSION_CHARACTERS = 12
_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The files of a folder; two snapshots are equal where all of them hold the same.

    ``digest_by_name`` has no entry for a file that is absent. ``edited_at_seconds``, since 1970, is when the newest was
    written. ``ragged`` are the names of those that do not end where a line ends, as one does that is half written.
    """

    digest_by_name: Mapping[str, str]
    edited_at_seconds: float = field(compare=False)
    ragged: frozenset[str] = field(compare=False)

    @property
    def version(self) -> str:
        """A short hash of what the files hold: the same on every machine that has the same knowledge."""
        held = "\n".join(f"{name} {digest}" for name, digest in sorted(self.digest_by_name.items()))
        return sha256(held.encode()).hexdigest()[:VERSION_CHARACTERS]

    def is_doubtful_after(self, earlier: "Snapshot") -> bool:
        """Return whether somebody may be in the middle of writing: a file ends within a line, or is gone or empty."""
        return bool(self.ragged or self.list_deleted(earlier))

    def list_changed(self, earlier: "Snapshot") -> tuple[str, ...]:
        """Return the names of the files that hold something else than before, new ones included."""
        own, before = self.digest_by_name, earlier.digest_by_name
        return tuple(name for name in own if own[name] != before.get(name))

    def list_deleted(self, earlier: "Snapshot") -> tuple[str, ...]:
        """Return the names of the files that are no longer there."""
        return tuple(name for name in earlier.digest_by_name if name not in self.digest_by_name)


class _Look(NamedTuple):
    digest: str
    edited_at_seconds: float = 0.0
    is_ragged: bool = False


def take_snapshot(folder: Path) -> Snapshot:
    """Return what a folder holds now: of the files it is made of, what is in them, of other YAML that it is there.

    A folder that is absent holds nothing, as one does that cannot be read; a file that is refused holds its refusal.
    """
    look_by_name = {name: look for name in _list_yaml(folder) if (look := _look_at(folder / name))}
    return Snapshot(
        {name: look.digest for name, look in look_by_name.items()},
        max((look.edited_at_seconds for look in look_by_name.values()), default=0.0),
        frozenset(name for name, look in look_by_name.items() if look.is_ragged),
    )


def _list_yaml(folder: Path) -> list[str]:
    try:
        names = list_names(folder)
    except OSError:
        return []
    except KnowledgeError:  # too many to be told one by one
        names = list(FILE_NAMES)
    return [name for name in names if name.endswith(_SUFFIXES) and not name.startswith(".")]


def _look_at(path: Path) -> _Look | None:
    if path.name not in FILE_NAMES:
        return _Look("")
    try:
        data = read_bytes(path)
        return _Look(sha256(data).hexdigest(), path.stat().st_mtime, not data.endswith(b"\n"))
    except FileNotFoundError:
        return None
    except KnowledgeError as error:
        return _Look(str(error))
