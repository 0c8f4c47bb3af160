"""``make load``: the whole way of an update (Telegram, webhook, answer, sendMessage), beside other bots.

Everything is measured in one run, every bot in its turn, round after round, so that what the machine does meanwhile
befalls all alike. The page goes to docs/performance.md.
"""

import asyncio
import os
import platform
from importlib.metadata import version
from pathlib import Path

from tools.databases import new_database
from tools.load.contenders import CONTENDERS, OURS
from tools.load.measuring import Run, run
from tools.load.questions import make_conversations, make_updates, with_flood
from tools.load.report import RATE, Measured, Rounds, render
from tools.reports import publish

REPORT = Path("docs/performance.md")
ROUNDS = 3
RUSH_BY_DELAY_MS = {0: (600, 5), 30: (200, 5)}  # how many people ask how many questions each
STEADY_BY_DATABASE = {"SQLite": (1_000, 20), "PostgreSQL": (1_000, 6)}
FLOODED = (600, 5)


async def rush(people: int, questions_each: int, delay_ms: int) -> Rounds:
    """Return what each bot did with all updates at once, round by round."""
    conversations = make_conversations(people, questions_each)
    updates_by_echo = {echoed: list(make_updates(conversations, echoed=echoed)) for echoed in (False, True)}
    rounds = {contender: list[Run]() for contender in CONTENDERS}
    for _ in range(ROUNDS):
        for contender in CONTENDERS:
            rounds[contender].append(await run(contender, updates_by_echo[contender.is_echo], delay_ms=delay_ms))
    return rounds


async def steady(database: str, people: int, questions_each: int) -> Run:
    """Return what this bot did with updates at a rate."""
    with new_database(database) as url:
        updates = list(make_updates(make_conversations(people, questions_each)))
        return await run(OURS, updates, per_second=RATE, database_url=url)


async def flooded(people: int, questions_each: int, *, is_flooded: bool) -> Run:
    """Return what this bot did with updates at half that rate, beside as many of one person, or without these."""
    updates = list(make_updates(make_conversations(people, questions_each)))
    if is_flooded:
        return await run(OURS, list(with_flood(updates, person=people + 1)), per_second=RATE)
    return await run(OURS, updates, per_second=RATE / 2)


def describe_machine() -> str:
    """Return what it was measured on."""
    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text(encoding="utf-8").splitlines() if cpus.exists() else []
    models = {line.partition(":")[2].strip() for line in lines if line.startswith("model name")}
    libraries = ", ".join(f"{name} {version(name)}" for name in ("python-telegram-bot", "aiohttp"))
    processors = f"{os.cpu_count()} processors ({', '.join(sorted(models)) or platform.machine()})"
    return f"{processors}, {platform.system()}, Python {platform.python_version()}, {libraries}"


async def main() -> None:
    """Measure, and write the page."""
    rushes = {delay_ms: await rush(*sizes, delay_ms) for delay_ms, sizes in RUSH_BY_DELAY_MS.items()}
    steadies = {database: await steady(database, *sizes) for database, sizes in STEADY_BY_DATABASE.items()}
    by_flood = {is_flooded: await flooded(*FLOODED, is_flooded=is_flooded) for is_flooded in (False, True)}
    publish(render(Measured(describe_machine(), rushes, steadies, by_flood)), REPORT)


if __name__ == "__main__":
    asyncio.run(main())
