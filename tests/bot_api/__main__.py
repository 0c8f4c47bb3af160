"""``python -m tests.bot_api``: the server in a process of its own; it says in one line where it is."""

import asyncio
from argparse import ArgumentParser
from contextlib import suppress
from signal import SIGINT, SIGTERM

from tests.bot_api.options import TOKEN, Options
from tests.bot_api.server import serve


def parser() -> ArgumentParser:
    """Return what can be typed."""
    it = ArgumentParser(prog="python -m tests.bot_api", description="A Bot API server that makes mistakes on demand.")
    it.add_argument("--port", type=int, default=0, help="of the loopback; 0 takes a free one")
    it.add_argument("--token", default=TOKEN, help="the one token that is known (%(default)s)")
    it.add_argument("--target", action="append", default=[], metavar="URL", help="deliver there instead; repeatable")
    it.add_argument("--first-delay", type=float, default=1.0, metavar="SECONDS", help="before a second delivery")
    it.add_argument("--timeout", type=float, default=60.0, metavar="SECONDS", help="of a delivery")
    it.add_argument("--impatient", type=float, metavar="SECONDS", help="deliver again after that, the first under way")
    it.add_argument("--unordered", action="store_true", help="deliver one chat's updates at once, too")
    return it


async def run(options: Options, port: int) -> None:
    """Serve until a signal."""
    serving = asyncio.create_task(serve(options, port, lambda line: print(line, flush=True)))  # noqa: T201 (a command line prints)
    for number in (SIGINT, SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, serving.cancel)
    with suppress(asyncio.CancelledError):
        await serving


def main() -> None:
    """Read the command line and serve."""
    typed = parser().parse_args()
    options = Options(
        token=typed.token,
        targets=tuple(typed.target),
        first_delay_seconds=typed.first_delay,
        timeout_seconds=typed.timeout,
        impatient_seconds=typed.impatient,
        unordered=typed.unordered,
    )
    asyncio.run(run(options, typed.port))


if __name__ == "__main__":
    main()
