"""``python -m bot COMMAND``; ``--help`` lists the commands."""

import os
import signal
import sys
from io import TextIOWrapper
from types import FrameType
from typing import NoReturn

SIGNALS = (signal.SIGINT, signal.SIGTERM)
UNREAD = 1  # the exit status where nobody reads the output to its end


def main() -> NoReturn:
    """Run the command line and exit with its status."""
    for number in SIGNALS:
        signal.signal(number, _leave)
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows a question mark
    try:
        try:
            status = _run()
        finally:
            print(end="", flush=True)
    except BrokenPipeError:
        # What is still unwritten goes nowhere: https://docs.python.org/3/library/signal.html#note-on-sigpipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = UNREAD
    sys.exit(status)


def _run() -> int:
    from bot.commands import REFUSED, UNUSABLE, run  # here, so that a signal while the parts are loaded leaves no trace
    from bot.settings import SettingsError, read_settings

    try:
        settings = read_settings(os.environ)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return UNUSABLE if _is_serving() else REFUSED
    return run(sys.argv[1:], settings)


def _leave(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 # the signature of a signal handler
    """End at once: as asked, for a server; as a shell expects of an interrupted command, for any other."""
    sys.exit(0 if _is_serving() else 128 + number)


def _is_serving() -> bool:
    return sys.argv[1:2] == ["serve"]


if __name__ == "__main__":
    main()
