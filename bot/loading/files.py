"""A knowledge folder's files: plain ones of its own, few, and none larger than people write."""

import stat
from itertools import islice
from os import scandir
from pathlib import Path

from bot.loading.problems import KnowledgeError, Problem, fill
from bot.loading.rules import Rule

MOST_BYTES = 256 * 1024  # forty times the largest file of a real seminar; reading so much takes a second or two
MOST_NAMES = 1_000  # of files in the folder, whatever they are: seven are read

_KIBIBYTE = 1024


def list_names(folder: Path) -> list[str]:
    """Return the names in a folder, in order.

    Raises OSError where it is no folder that can be read, KnowledgeError where it holds more than ``MOST_NAMES``.
    """
    with scandir(folder) as entries:
        names = [entry.name for entry in islice(entries, MOST_NAMES + 1)]
    if len(names) > MOST_NAMES:
        words = {"most": f"{MOST_NAMES:,}"}
        raise KnowledgeError([Problem(file=str(folder), rule=Rule.TOO_MANY_FILES, words=words)])
    return sorted(names)


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes, of which no more than ``MOST_BYTES`` are ever held.

    Raises FileNotFoundError where there is none, KnowledgeError for a link that leads out of the folder, for what is no
    plain file (a pipe would be waited for, a device has no end) and for a file that is too large.
    """
    try:
        mode = path.stat().st_mode
        if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
            raise _refuse(path, Rule.LINK_OUT_OF_FOLDER)
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # opening a folder is an error that says so
            raise _refuse(path, Rule.NOT_A_PLAIN_FILE)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not path.is_symlink():
            raise
        raise _refuse(path, Rule.UNREADABLE_FILE, reason=error.strerror) from None
    if len(data) > MOST_BYTES:
        raise _refuse(path, Rule.FILE_TOO_LARGE, kibibytes=MOST_BYTES // _KIBIBYTE)
    return data


def _refuse(path: Path, rule: Rule, **words: object) -> KnowledgeError:
    return KnowledgeError([Problem(file=path.name, rule=rule, words=fill(words))])
