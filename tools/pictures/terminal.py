"""A command typed at a terminal, and the lines that stand there afterwards."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.loading.excerpts import measure

QUESTION = b"[y/N] "
COLUMNS = 100


def type_in(command: str, folder: Path, environment: Mapping[str, str], reply: str = "y") -> str:
    """Type a command in a folder, and ``reply`` where it asks; return what the terminal shows of it."""
    ours, theirs = os.openpty()
    shell = ["/bin/sh", "-c", command]
    with subprocess.Popen(shell, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs):  # noqa: S603 - ours
        os.close(theirs)
        shown = b""
        for part in _read(ours):
            shown += part
            if shown.endswith(QUESTION):
                os.write(ours, f"{reply}\n".encode())
        os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n").rstrip("\n")


def _read(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # how Linux tells that nobody writes there any more
            return
        if not part:
            return
        yield part


def fold(line: str, columns: int = COLUMNS) -> Iterator[str]:
    """Yield the rows that a line takes where a terminal is so wide; an empty line takes one."""
    row = ""
    for character in line:
        if measure(row + character) > columns:
            yield row
            row = ""
        row += character
    yield row
