"""``python -m tests.bot_api.capacity``: how many updates per second the server delivers to a bot that does nothing.

The bot answers each update with one sendMessage, then with a 200; it has a process of its own, as the server has.
"""

import asyncio
import os
import sys
from argparse import ArgumentParser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientSession, TCPConnector, web

from tests.bot_api.client import BotApi, started
from tests.bot_api.updates import message

CHATS = 500
CONNECTIONS = 100
WAIT_SECONDS = 120


async def serve_bot(api_url: str) -> None:
    """Be the bot: register a webhook at an API and answer each update, until cancelled."""
    async with ClientSession(connector=TCPConnector(limit=CONNECTIONS)) as session:

        async def answer(request: web.BaseRequest) -> web.Response:
            chat = (await request.json())["message"]["chat"]["id"]
            async with session.post(f"{api_url}/sendMessage", data={"chat_id": chat, "text": "yes"}) as response:
                await response.read()
            return web.Response()

        runner = web.ServerRunner(web.Server(answer, access_log=None))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        fields = {"url": f"http://127.0.0.1:{runner.addresses[0][1]}/", "max_connections": CONNECTIONS}
        async with session.post(f"{api_url}/setWebhook", data=fields) as response:
            print(await response.text(), flush=True)  # noqa: T201 (the line that is waited for)
        await asyncio.Event().wait()


@asynccontextmanager
async def bot(api: BotApi) -> AsyncIterator[None]:
    """Start the bot in a process of its own."""
    command = (sys.executable, "-m", "tests.bot_api.capacity", "--bot-of", f"{api.url}/bot{api.token}")
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout
    await process.stdout.readline()
    try:
        yield
    finally:
        process.kill()
        await process.communicate()


async def measure(updates: int, per_second: float | None) -> str:
    """Return in one line how fast so many updates were answered, and how much work each was for the server."""
    async with started() as api, bot(api):
        clock = asyncio.get_running_loop().time
        began, work = clock(), work_seconds(api.pid)
        await api.put(*(message(1 + n % CHATS, "?") for n in range(updates)), per_second=per_second)
        assert await api.wait(WAIT_SECONDS), await api.report()
        seconds, work = clock() - began, work_seconds(api.pid) - work
        took = (await api.latencies())["since_due"]
    rate, each = updates / seconds, 1e6 * work / updates
    return f"{updates} updates in {seconds:.1f} s: {rate:.0f}/s; {each:.0f} µs of processor time each; {took}"


def work_seconds(pid: int) -> float:
    """Return the processor time that a process has used (Linux)."""
    numbers = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure, or be the bot."""
    it = ArgumentParser(prog="python -m tests.bot_api.capacity")
    it.add_argument("--updates", type=int, default=10_000)
    it.add_argument("--per-second", type=float, help="put them in at this rate (otherwise all at once)")
    it.add_argument("--bot-of", metavar="URL", help="be the bot of an API instead")
    typed = it.parse_args()
    if typed.bot_of:
        asyncio.run(serve_bot(typed.bot_of))
    else:
        print(asyncio.run(measure(typed.updates, typed.per_second)))  # noqa: T201 (a command line prints)


if __name__ == "__main__":
    main()
