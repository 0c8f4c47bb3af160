"""``make faults``: 2,000 questions through a Telegram that makes every mistake, and a kill in the middle.

Each run starts a server that plays the Bot API (tests/bot_api), one or two processes of the bot on one database, lets
five in a hundred calls fail in each of eight ways, kills a process without warning and starts it again, and tells what
became of every question. The report goes to docs/faults.md.
"""

import asyncio
import json
import signal
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.app import Bot, load_knowledge, make_clock  # noqa: TID251 - what is due is what the app would say
from bot.core.reply import Context
from tests.bot_api.client import started
from tests.bot_api.updates import message
from tests.channels.telegram.bot_api import free_port
from tests.service import Service, start
from tools.databases import new_database
from tools.reports import publish

REPORT = Path("docs/faults.md")
DETAILS = Path("build/faults.json")  # each message that was lost, doubled or unexpected
NOW = "2020-09-25T14:22:00"
QUESTIONS = ("토론 언제예요?", "발제 3 누가 발표해요?", "어디서 하나요?", "좌장이 누구예요?", "쉬는 시간 언제예요?")
CHATS = 400
PER_SECOND = 60
KILLED_AFTER_SECONDS = 12.0
PATIENCE_SECONDS = 150
WAYS = ("flood", "html", "unauthorized", "not_found", "truncated", "dropped_before", "dropped_after", "slow")
PROBABILITY = 0.05


@dataclass(frozen=True, slots=True)
class Setting:
    """One run: by which way updates come, on which database, to how many processes."""

    way: str
    database: str
    processes: int


SETTINGS = (
    Setting("webhook", "SQLite", 1),
    Setting("webhook", "SQLite", 2),
    Setting("webhook", "PostgreSQL", 1),
    Setting("webhook", "PostgreSQL", 2),
    Setting("polling", "SQLite", 1),
)


def make_updates() -> list[dict[str, Any]]:
    """Return the messages of all chats, taking turns, each with the first line of the answer that is due."""
    knowledge = load_knowledge(Path("knowledge"))
    desk = Bot(knowledge, make_clock(knowledge, datetime.fromisoformat(NOW)))
    expected, context = [], Context()
    for question in QUESTIONS:
        reply = desk.ask(question, context)
        context = reply.context
        expected.append(reply.text.splitlines()[0])
    assert len(set(expected)) == len(expected), "answers that cannot be told apart"
    return [
        message(chat, question, due)
        for question, due in zip(QUESTIONS, expected, strict=True)
        for chat in range(1, CHATS + 1)
    ]


async def run(setting: Setting, database_url: str) -> dict[str, Any]:
    """Return what became of every question in one run."""
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(started("--first-delay", "0.2"))
        environment = {
            "TELEGRAM_BOT_TOKEN": api.token,
            "TELEGRAM_API_BASE_URL": api.url,
            "DATABASE_URL": database_url,
            "PRETEND_NOW": NOW,
            "LOG_LEVEL": "ERROR",
        }
        if setting.way == "webhook":
            environment["WEBHOOK_URL"] = "http://127.0.0.1:9"
        ports = [free_port() for _ in range(setting.processes)]
        stacks = [await _begin(environment, port) for port in ports]
        if setting.way == "webhook":
            await api.targets(*(f"http://127.0.0.1:{port}/telegram/updates" for port in ports))
        await asyncio.sleep(2)
        await api.faults(*({"fault": way, "probability": PROBABILITY, "seconds": 1} for way in WAYS))
        await api.put(*make_updates(), per_second=PER_SECOND)
        await asyncio.sleep(KILLED_AFTER_SECONDS)
        first, killed = stacks[0]
        killed.process.send_signal(signal.SIGKILL)
        await first.aclose()
        stacks[0] = await _begin(environment, ports[0])
        await api.wait(PATIENCE_SECONDS)
        await asyncio.sleep(2)
        report = await api.report()
        for each, _ in stacks:
            await each.aclose()
        return report


async def _begin(environment: dict[str, str], port: int) -> tuple[AsyncExitStack, Service]:
    stack = AsyncExitStack()
    service = await stack.enter_async_context(start(**environment, PORT=str(port)))
    return stack, service


COLUMNS = (
    "updates by",
    "database",
    "processes",
    "answered",
    "lost",
    "unanswered",
    "doubled",
    "of these hidden",
    "unexpected",
    "reordered",
    "too early",
    "hidden commits",
    "failed calls",
)
LEGEND = f"""# Faults

Made by `make faults`. In each run {CHATS} people ask {len(QUESTIONS)} questions each, {PER_SECOND} a second in all.
Meanwhile {PROBABILITY:.0%} of all calls fail in each of {len(WAYS)} ways ({", ".join(WAYS)}).
{KILLED_AFTER_SECONDS:.0f} s after the first question one process is killed (`kill -9`) and started again.

A *hidden commit* was obeyed by Telegram, but its answer did not reach the bot, which then sends once more: a reply
read twice is better than none. *Doubled* is what people read twice; *of these hidden*, after a hidden commit; the
others were in flight at the kill. *Lost* was acknowledged and never answered, *reordered* came after the reply to a
later question of its chat, *too early* before flood control allowed it. *Unexpected* are apologies and the like.
"""


def render(found: Sequence[tuple[Setting, dict[str, Any]]]) -> str:
    """Return the report as Markdown."""
    lines = [LEGEND, f"| {' | '.join(COLUMNS)} |", "|---" * len(COLUMNS) + "|"]
    for setting, report in found:
        doubled = report["doubled"]
        cells = (
            setting.way,
            setting.database,
            setting.processes,
            f"{report['answered']} of {report['updates']}",
            len(report["lost"]),
            len(report["unanswered"]),
            len(doubled),
            sum(bool(each["hidden"]) for each in doubled),
            len(report["unexpected"]),
            len(report["reordered"]),
            len(report["too_early"]),
            report["hidden_commits"],
            sum(count for by_fault in report["faults"].values() for count in by_fault.values()),
        )
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines) + "\n"


async def main() -> None:
    """Run every setting, print each, and write the report."""
    found = []
    for setting in SETTINGS:
        with new_database(setting.database) as database_url:
            found.append((setting, await run(setting, database_url)))
    details = [{"setting": str(setting), **report} for setting, report in found]
    DETAILS.parent.mkdir(exist_ok=True)
    DETAILS.write_text(json.dumps(details, ensure_ascii=False, indent=1), encoding="utf-8")
    publish(render(found), REPORT)


if __name__ == "__main__":
    asyncio.run(main())
