"""What an edit costs a running bot: how long until it answers from it, how long nothing else runs, and what memory."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median

from bot.app import Bot, describe_edition, load_knowledge, make_clock  # noqa: TID251 - follows a folder as serve does
from bot.loading import take_snapshot  # noqa: TID251 - as above
from bot.news import News
from bot.renewal import Renewal
from tools.reports import publish

EDITS = 50
REPORT = Path("build/renewals.txt")
TICK_SECONDS = 0.001
AFTERWARDS_SECONDS = 0.1  # for what is done once the edit is taken over
MS_PER_SECOND = 1_000
KIB_PER_MIB = 1_024


async def main() -> None:
    """Measure, print a table and write it to ``build/renewals.txt``."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "knowledge"
        shutil.copytree("knowledge", folder)
        waits_ms, pauses_ms, sizes_mib = await measure(folder)
    sizes = ", ".join(f"{sizes_mib[at]:.0f} after {at}" for at in (0, 1, 2, EDITS // 2, EDITS))
    lines = (
        "| | median | most |",
        "|---|---|---|",
        f"| from the save to the first answer from it, ms | {median(waits_ms):.0f} | {max(waits_ms):.0f} |",
        f"| longest pause of the event loop meanwhile, ms | {median(pauses_ms):.0f} | {max(pauses_ms):.0f} |",
        "",
        f"Memory in MiB: {sizes} edits.",
        "",
    )
    publish("\n".join(lines), REPORT)


async def measure(folder: Path) -> tuple[list[float], list[float], list[float]]:
    """Return, of each edit, the time until it is taken over and the longest pause, in ms; and the sizes, in MiB."""
    waits_ms, pauses_ms, sizes_mib = list[float](), list[float](), list[float]()
    path = folder / "faq.yaml"
    text = path.read_text(encoding="utf-8")
    now = asyncio.get_running_loop().time
    async with following(folder) as bot:
        sizes_mib.append(read_size_mib())
        for number in range(EDITS):
            before, pause_seconds = id(bot.knowledge), 0.0
            path.write_text(f"{text}# {number}\n", encoding="utf-8")
            saved = last = now()
            taken_over = None
            while taken_over is None or now() - taken_over < AFTERWARDS_SECONDS:
                await asyncio.sleep(TICK_SECONDS)
                pause_seconds, last = max(pause_seconds, now() - last), now()
                if taken_over is None and id(bot.knowledge) != before:
                    taken_over = last
            waits_ms.append((taken_over - saved) * MS_PER_SECOND)
            pauses_ms.append(pause_seconds * MS_PER_SECOND)
            sizes_mib.append(read_size_mib())
    return waits_ms, pauses_ms, sizes_mib


@asynccontextmanager
async def following(folder: Path) -> AsyncIterator[Bot]:
    """Give a bot that follows its folder."""
    held, knowledge = take_snapshot(folder), load_knowledge(folder)
    clock = make_clock(knowledge)
    bot, stop = Bot(knowledge, clock, edition=describe_edition(held, knowledge)), asyncio.Event()
    del knowledge
    renewal = Renewal(folder, bot, held, clock, lambda *_: None, tell_nobody)
    run = asyncio.create_task(renewal.run(stop))
    try:
        yield bot
    finally:
        stop.set()
        await run


async def tell_nobody(news: News) -> None:
    """Tell nobody."""


def read_size_mib() -> float:
    """Return how much memory this process holds (Linux)."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / KIB_PER_MIB


if __name__ == "__main__":
    asyncio.run(main())
