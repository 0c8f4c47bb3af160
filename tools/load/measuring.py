"""One run: updates are put in, replies are counted, and the bot's process is watched meanwhile."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tests.bot_api.capacity import work_seconds
from tests.bot_api.client import BotApi, started
from tools.load.contenders import Contender, running
from tools.processes import resident_mib

PATIENCE_SECONDS = 240
WARM_UP_UPDATES = 500
WATCH_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Run:
    """What one run came to. ``memory_mib`` was read once a second; latencies are counted from when updates were due."""

    updates: int
    answered: int
    faulty: int
    seconds: float
    work_seconds: float
    median_ms: float
    p99_ms: float
    most_ms: float
    memory_mib: tuple[float, ...]

    @property
    def per_second(self) -> float:
        """How many updates were answered in a second."""
        return self.answered / self.seconds

    @property
    def work_ms(self) -> float:
        """The processor time that an update took of the bot, in milliseconds."""
        return 1000 * self.work_seconds / self.updates


async def run(
    contender: Contender,
    updates: Sequence[dict[str, Any]],
    per_second: float | None = None,
    database_url: str | None = None,
    delay_ms: int = 0,
) -> Run:
    """Let a bot of its own answer these updates, put in at a rate or all at once, after a few that warm it up.

    Each message it sends is answered after ``delay_ms``.
    """
    async with started() as api, running(contender, api, database_url) as pid:
        await _warm_up(api, updates)
        if delay_ms:
            await api.faults({"fault": "slow", "method": "sendMessage", "seconds": delay_ms / 1000})
        return await _measure(api, pid, updates, per_second)


async def _warm_up(api: BotApi, updates: Sequence[dict[str, Any]]) -> None:
    """Answer the first ones once, in other chats."""
    await api.put(*(_moved(update) for update in updates[:WARM_UP_UPDATES]))
    await api.wait(PATIENCE_SECONDS)
    await api.reset()


def _moved(update: dict[str, Any]) -> dict[str, Any]:
    message = update["message"]
    elsewhere = {"id": message["chat"]["id"] + 1_000_000}
    return {**update, "message": {**message, "chat": message["chat"] | elsewhere, "from": message["from"] | elsewhere}}


async def _measure(api: BotApi, pid: int, updates: Sequence[dict[str, Any]], per_second: float | None) -> Run:
    memory_mib: list[float] = []
    watch = asyncio.create_task(_watch(pid, memory_mib))
    clock = asyncio.get_running_loop().time
    began, work = clock(), work_seconds(pid)
    await api.put(*updates, per_second=per_second)
    await api.wait(PATIENCE_SECONDS)
    seconds, work = clock() - began, work_seconds(pid) - work
    await api.wait(PATIENCE_SECONDS, until="acknowledged")  # what is under way still ends as it should
    watch.cancel()
    with suppress(asyncio.CancelledError):
        await watch
    report, took = await api.report(), (await api.latencies())["since_due"]
    return Run(
        updates=len(updates),
        answered=report["answered"],
        faulty=sum(len(report[kind]) for kind in ("lost", "doubled", "reordered", "unexpected", "too_early")),
        seconds=seconds,
        work_seconds=work,
        median_ms=1000 * took["p50"],
        p99_ms=1000 * took["p99"],
        most_ms=1000 * took["max"],
        memory_mib=(*memory_mib, resident_mib(pid)),
    )


async def _watch(pid: int, memory_mib: list[float]) -> None:
    while True:
        memory_mib.append(resident_mib(pid))
        await asyncio.sleep(WATCH_SECONDS)
