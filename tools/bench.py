"""``make bench``: how fast the answers are, beside a plain comparison of strings, and what they cost in memory.

A benchmark, not a test: it says which bars are missed, and ends with 0 all the same.
"""

import json
import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

from bot.app import load_knowledge  # noqa: TID251 - measures the seminar as the app loads it
from bot.core.knowledge import Knowledge
from tools.figures import Bar, growth
from tools.processes import import_ms, resident_mib, serving_mib
from tools.reports import publish
from tools.timing import Asked, Measured, fold, measure, measure_conference, wordings_of

SIZES = (100, 1_000, 10_000)
TABLE = Path("tests/data/questions.jsonl")
REPORT = Path("build/bench.txt")
_SERVED = 20  # questions asked of the server before its memory is read
_HEAD = (
    f"{'':14} {'phrasings':>9}  {'this engine: median':>19} {'p99':>8} {'max':>8}  {'WRatio: median':>14} {'p99':>8}"
)


def main() -> int:
    """Measure everything, print the report and write it to ``build/bench.txt``."""
    here = measure_here()
    conferences = [_in_a_process_of_its_own(items) for items in SIZES]
    served = [row["q"] for row in _rows()][:_SERVED]
    bars = list(bars_of(here, conferences, serving_mib(served), import_ms("bot.core.answering")))
    report = "\n".join((*lines_of(here, conferences), "", *map(str, bars), ""))
    publish(report, REPORT)
    return 0


def measure_here() -> Measured:
    """Measure this seminar, with the questions of its table."""
    before, began = resident_mib(), perf_counter()
    knowledge = load_knowledge(Path("knowledge"))
    build_seconds, index_mib = perf_counter() - began, resident_mib() - before
    asked = [_asked(row, knowledge) for row in _rows()]
    return measure("this seminar", 0, knowledge, asked, wordings_of(knowledge), build_seconds, index_mib)


def _rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]


def _asked(row: dict[str, Any], knowledge: Knowledge) -> Asked:
    now = datetime.fromisoformat(row["now"])
    return Asked("table", row["q"], now, fold(row["history"], knowledge, now))


def _in_a_process_of_its_own(items: int) -> Measured:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(measure_conference, items).result()


def lines_of(here: Measured, conferences: Sequence[Measured]) -> Iterator[str]:
    """Yield the report's lines: the times side by side, how they grow, what the index costs, and the kinds."""
    yield "Times in milliseconds. A question's is the least of its rounds; max is that of all rounds."
    yield f"A phrasing is what WRatio compares a question with; an item is a talk or a row of talks.\n\n{_HEAD}"
    for measured in (here, *conferences):
        engine, naive = measured.engine, measured.naive
        times = f"{engine.median:19.2f} {engine.p99:8.2f} {engine.most:8.2f}  {naive.median:14.2f} {naive.p99:8.2f}"
        yield f"{measured.name:14} {measured.phrasings:9,}  {times}"
    yield "\nHow the median grows with the items (0: not at all, 1: evenly):"
    for small, large in pairwise(conferences):
        powers = [_growth(small, large, way) for way in (_median_of_engine, _median_of_naive)]
        yield "  {} to {}: this engine {:.2f}, WRatio {:.2f}".format(small.name, large.name, *powers)
    yield "\nThe index:"
    for measured in (here, *conferences):
        cost = f"{measured.build_seconds:7.2f} s to build, {measured.index_mib:7.1f} MiB"
        yield f"  {measured.name:14} {cost}, {measured.answered:4.0%} of the questions answered"
    yield f"\nMedians by kind of question, {', '.join(c.name for c in conferences)}:"
    for kind in conferences[-1].median_by_kind:
        yield f"  {kind:14}" + "".join(f"{measured.median_by_kind[kind]:10.2f}" for measured in conferences)


def _growth(small: Measured, large: Measured, cost: Callable[[Measured], float]) -> float:
    return growth((small.items, cost(small)), (large.items, cost(large)))


def _median_of_engine(measured: Measured) -> float:
    return measured.engine.median


def _median_of_naive(measured: Measured) -> float:
    return measured.naive.median


def bars_of(here: Measured, conferences: Sequence[Measured], serve_mib: float, core_ms: float) -> Iterator[Bar]:
    """Yield every bar with what was measured; the largest conference counts."""
    largest = conferences[-1]
    yield Bar("this seminar, median", here.engine.median, 0.8, "ms")
    yield Bar("this seminar, 99th percentile", here.engine.p99, 4, "ms")
    yield Bar(f"{largest.name}, median", largest.engine.median, 1.5, "ms")
    yield Bar(f"{largest.name}, 99th percentile", largest.engine.p99, 8, "ms")
    yield Bar(f"{largest.name}, index build", largest.build_seconds, 3, "s")
    yield Bar("serve, resident memory", serve_mib, 150, "MiB")
    yield Bar("import of the core", core_ms, 100, "ms")


if __name__ == "__main__":
    sys.exit(main())
