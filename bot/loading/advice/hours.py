"""The seminar's own hours, where its timetable says otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from operator import itemgetter

from bot.loading.advice.rows import EVENING_KINDS, Row, list_rows
from bot.loading.fields import take
from bot.loading.nodes import Document
from bot.loading.problems import Problem
from bot.loading.rules import Rule
from bot.loading.schema import Folder

_MORNING_KINDS = ("registration",)  # before the seminar itself begins


def check_hours(documents: Mapping[str, Document], content: Folder) -> Iterator[Problem]:
    """Yield a problem for a seminar's ``start`` at which its first row does not start; for its ``end`` likewise.

    Registration may lie before it, and ``EVENING_KINDS`` after it. The hours may count what is cancelled or leave it
    out.
    """
    if "schedule" not in documents or not content.seminar:
        return
    days, start, end = take(content.seminar.date), take(content.seminar.start), take(content.seminar.end)
    rows = list(list_rows(content, min(days)))
    first = _list_bounds([row for row in rows if row.day == min(days)], _MORNING_KINDS, is_end=False)
    last = _list_bounds([row for row in rows if row.day == max(days)], EVENING_KINDS, is_end=True)
    for field, own, bounds in (("start", start, first), ("end", end, last)):
        if own and bounds and own not in [bound for bound, _ in bounds]:
            (bound, row), *_ = bounds
            words = {"own": f"{own:%H:%M}", f"{field}s": f"{bound:%H:%M}", "row": str(row.trail[-1])}
            yield documents["seminar"].problem((field,), Rule.HOURS_UNLIKE_ROWS, **words)


def _list_bounds(rows: Sequence[Row], outer: Sequence[str], is_end: bool) -> list[tuple[time, Row]]:
    """List when a day may be said to start or end, without the ``outer`` kinds first; nothing where it is all those."""
    held = [row for row in rows if row.is_held]
    readings = [[row for row in some if row.kind not in kinds] for some in (held, rows) for kinds in (outer, ())]
    bounds = [[(row.end if is_end else row.start, row) for row in some] for some in readings if some]
    choose = max if is_end else min
    return [choose(some, key=itemgetter(0)) for some in bounds] if readings[0] else []
