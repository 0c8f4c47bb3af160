"""The server as a test uses it: started, asked over HTTP, ended."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from tests.bot_api.entries import Json
from tests.bot_api.options import TOKEN

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 30


class BotApi:
    """A running server: ``url`` is where, for TELEGRAM_API_BASE_URL. Each method raises ValueError if it is misused."""

    def __init__(self, url: str, pid: int, session: ClientSession) -> None:
        self.url = url
        self.pid = pid
        self.token = TOKEN
        self._session = session

    async def put(self, *updates: Json, per_second: float | None = None) -> list[int]:
        """Let updates come, all at once or at a rate (see ``updates.py``). Returns their ids."""
        ids: list[int] = await self._ask("POST", "updates", {"updates": updates, "per_second": per_second})
        return ids

    async def faults(self, *rules: Json, seed: int = 0) -> None:
        """Let these rules befall calls from now on, and no others (see ``faults.Rule``)."""
        await self._ask("POST", "faults", {"rules": rules, "seed": seed})

    async def targets(self, *urls: str, order: str = "round_robin", seed: int = 0) -> None:
        """Deliver there instead of to the registered address; without any, there again."""
        await self._ask("POST", "targets", {"targets": urls, "order": order, "seed": seed})

    async def wait(self, seconds: float = 10, until: str = "answered") -> bool:
        """Return whether every update is answered (or only acknowledged) within so many seconds."""
        return bool(await self._ask("POST", "wait", {"seconds": seconds, "until": until}))

    async def report(self) -> Json:
        """Return what the ledger comes to (see ``report.py``)."""
        report: Json = await self._ask("GET", "report")
        return report

    async def latencies(self) -> Json:
        """Return how long replies took, in seconds (see ``report.py``)."""
        latencies: Json = await self._ask("GET", "latencies")
        return latencies

    async def commits(self) -> list[Json]:
        """Return every message committed, in order."""
        commits: list[Json] = await self._ask("GET", "commits")
        return commits

    async def reset(self) -> None:
        """Forget updates, messages and faults; the webhook stays."""
        await self._ask("POST", "reset")

    async def call(self, method: str, **fields: Any) -> tuple[int, Json]:
        """Call a method of the Bot API as the bot does. Returns the status and the answer."""
        url = f"{self.url}/bot{self.token}/{method}"
        async with self._session.post(url, json=fields) as response:
            return response.status, await response.json()

    async def _ask(self, method: str, name: str, body: Json | None = None) -> Any:
        async with self._session.request(method, f"{self.url}/control/{name}", json=body) as response:
            answer = await response.json()
            if response.status != 200:
                raise ValueError(answer["error"])
            return answer


@asynccontextmanager
async def started(*arguments: str) -> AsyncIterator[BotApi]:
    """Start a server on a free port with arguments of the command line (see ``__main__.py``), and end it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bot_api", "--port", "0", *arguments, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            line = (await process.stdout.readline()).decode()
        assert line, f"the server did not start with {' '.join(arguments)}"
        async with ClientSession() as session:
            yield BotApi(line.removeprefix("bot api on ").strip(), process.pid, session)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()
