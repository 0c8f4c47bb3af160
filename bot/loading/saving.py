"""An edit written to its file: whole or not at all, and never over what somebody else has written meanwhile."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from bot.loading.edits import Edit, EditError


def save(edit: Edit) -> None:
    """Write an edit to its file, which keeps its owner and its permissions; a link stays one.

    The new file is written beside it and takes its place at once, so that whoever reads meanwhile reads either.
    Raises EditError where the file is no longer what was edited, or cannot be written.
    """
    target = edit.path.resolve()
    try:
        written = _write_beside(target, edit.after)
        try:
            if target.read_bytes() != edit.before:
                raise EditError("changed_meanwhile", file=edit.path.name)
            written.replace(target)
        except BaseException:
            written.unlink()
            raise
        _synchronise(target.parent)
    except OSError as error:
        raise EditError("cannot_write", file=edit.path.name, error=error.strerror) from None


def _write_beside(target: Path, data: bytes) -> Path:
    """Write the bytes to a hidden file in the target's folder, with the target's owner and permissions."""
    stat = target.stat()
    descriptor, name = mkstemp(prefix=f".{target.name}.", dir=target.parent)
    with os.fdopen(descriptor, "wb") as file:
        with suppress(PermissionError):  # of somebody else: then it becomes ours
            os.fchown(descriptor, stat.st_uid, stat.st_gid)
        os.fchmod(descriptor, stat.st_mode & 0o7777)
        file.write(data)
        file.flush()
        os.fsync(descriptor)
    return Path(name)


def _synchronise(folder: Path) -> None:
    """Make sure that the folder names the new file after a crash, too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
