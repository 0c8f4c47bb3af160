"""What was measured under load, as the page docs/performance.md."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tools.load.contenders import (
    AIOGRAM,
    AIOGRAM_ECHO,
    CONTENDERS,
    OURS,
    TELEGRAM_ECHO,
    TELEGRAM_ECHO_CONCURRENT,
    Contender,
)
from tools.load.measuring import Run

LEAST_OF_ECHO = 1.5
LEAST_OF_AIOGRAM = 1.0
MOST_P99_MS = 300.0
MOST_GROWTH_MIB = 5.0  # in the second half of the time, when what is kept for a while is as full as it gets
RATE = 200

HEAD = """A server of our own plays Telegram (tests/bot_api): it delivers updates to a webhook, at most 100 at a time
and one chat's one after the other, and takes the replies. It, the bot and the report each are a process; each bot is
one process, with a new SQLite file unless said otherwise, and has answered 500 questions before. This bot runs on
libuv's event loop, as it always does, the others on asyncio's, as they come. People ask questions of
tests/data/questions.jsonl in conversations. A reply counts where it begins as this bot's answer to that question
does (an echo, as the question); faulty are those that were lost, doubled, reordered or unexpected.
"""

Rounds = Mapping[Contender, Sequence[Run]]


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything that one ``make load`` measured; ``rush_by_delay_ms`` are the runs with all updates at once."""

    machine: str
    rush_by_delay_ms: Mapping[int, Rounds]
    steady_by_database: Mapping[str, Run]
    run_by_flood: Mapping[bool, Run]


def render(measured: Measured) -> str:
    """Return the page as Markdown."""
    parts = (_head, _rushes, _steady, _flood, _verdicts)
    return "\n".join(line for part in parts for line in part(measured)) + "\n"


def _head(measured: Measured) -> Iterator[str]:
    yield f"# Performance\n\nMade by `make load` on {measured.machine}.\n"
    yield HEAD


def _rushes(measured: Measured) -> Iterator[str]:
    for delay_ms, rounds in measured.rush_by_delay_ms.items():
        updates, count = _sizes(rounds)
        yield f"## {updates:,} updates at once, Telegram answers each call {_after(delay_ms)}\n"
        yield f"The middle of {count} rounds, in each of which every bot had its turn.\n"
        yield "| bot | answered | faulty | updates/s | slowest round | processor time each |"
        yield "|---|---|---|---|---|---|"
        for contender in CONTENDERS:
            yield _rush_row(contender, rounds[contender])
        yield ""


def _sizes(rounds: Rounds) -> tuple[int, int]:
    runs = rounds[OURS]
    return runs[0].updates, len(runs)


def _after(delay_ms: int) -> str:
    return f"after {delay_ms} ms" if delay_ms else "immediately"


def _rush_row(contender: Contender, runs: Sequence[Run]) -> str:
    cells = (
        contender.name,
        f"{sum(run.answered for run in runs):,} of {sum(run.updates for run in runs):,}",
        str(sum(run.faulty for run in runs)),
        f"{_rate(runs):.0f}",
        f"{min(run.per_second for run in runs):.0f}",
        f"{median(run.work_ms for run in runs):.2f} ms",
    )
    return f"| {' | '.join(cells)} |"


def _rate(runs: Sequence[Run]) -> float:
    return median(run.per_second for run in runs)


def _steady(measured: Measured) -> Iterator[str]:
    yield f"## {RATE} updates a second\n"
    yield "From the moment an update is due to its reply; memory after each quarter of the time.\n"
    yield "| this bot on | updates | answered | faulty | median | 99th percentile | slowest | memory |"
    yield "|---|---|---|---|---|---|---|---|"
    for database, run in measured.steady_by_database.items():
        cells = (
            database,
            f"{run.updates:,}",
            f"{run.answered:,}",
            str(run.faulty),
            f"{run.median_ms:.0f} ms",
            f"{run.p99_ms:.0f} ms",
            f"{run.most_ms:.0f} ms",
            " → ".join(f"{mib:.1f}" for mib in _quarters(run)) + " MiB",
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def _quarters(run: Run) -> list[float]:
    last = len(run.memory_mib) - 1
    return [run.memory_mib[last * quarter // 4] for quarter in (1, 2, 3, 4)]


def _flood(measured: Measured) -> Iterator[str]:
    yield f"## One person writes {RATE // 2} messages a second\n"
    yield f"Others ask {RATE // 2} questions a second meanwhile. Of the flood, the first are answered, one is told that"
    yield "it is too much, and the rest is passed over, where a reply would be *faulty*.\n"
    yield "| | updates | answered | faulty | median | 99th percentile | slowest |"
    yield "|---|---|---|---|---|---|---|"
    for is_flooded, run in measured.run_by_flood.items():
        name = "with the flood" if is_flooded else "without it"
        times = (f"{ms:.0f} ms" for ms in (run.median_ms, run.p99_ms, run.most_ms))
        yield f"| {' | '.join((name, f'{run.updates:,}', f'{run.answered:,}', str(run.faulty), *times))} |"
    yield ""


def _verdicts(measured: Measured) -> Iterator[str]:
    yield "## What was asked for\n"
    for delay_ms, rounds in measured.rush_by_delay_ms.items():
        for rival, least in (
            (TELEGRAM_ECHO, LEAST_OF_ECHO),
            (TELEGRAM_ECHO_CONCURRENT, LEAST_OF_ECHO),
            (AIOGRAM, LEAST_OF_AIOGRAM),
        ):
            ratio = _rate(rounds[OURS]) / _rate(rounds[rival])
            name = f"times {rival.name}, calls answered {_after(delay_ms)}"
            yield f"- {_word(ratio >= least)}: {ratio:.2f} {name}; at least {least:g}"
        ratio = _rate(rounds[OURS]) / _rate(rounds[AIOGRAM_ECHO])
        yield f"- for comparison: {ratio:.2f} times {AIOGRAM_ECHO.name}, calls answered {_after(delay_ms)}"
    for database, run in measured.steady_by_database.items():
        _, half, _, end = _quarters(run)
        is_met = run.p99_ms < MOST_P99_MS and run.answered == run.updates
        yield f"- {_word(is_met)}: 99th percentile {run.p99_ms:.0f} ms on {database}; under {MOST_P99_MS:g} ms"
        yield (
            f"- {_word(end - half <= MOST_GROWTH_MIB)}: memory grew by {end - half:.1f} MiB on {database} "
            f"in the second half of {run.updates:,} updates; at most {MOST_GROWTH_MIB:g} MiB"
        )


def _word(is_met: bool) -> str:
    return "met" if is_met else "**missed**"
