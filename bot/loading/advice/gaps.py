"""Time of a day in which nothing takes place, though something does before and after."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import groupby

from bot.loading.advice.rows import EVENING_KINDS, list_rows
from bot.loading.fields import take
from bot.loading.nodes import Document
from bot.loading.problems import Problem
from bot.loading.rules import Rule
from bot.loading.schema import Folder

LONGEST = timedelta(minutes=10)


def check_gaps(documents: Mapping[str, Document], content: Folder) -> Iterator[Problem]:
    """Yield a problem for each row before which nothing takes place for longer than ``LONGEST``, in whatever room.

    What is cancelled still fills its time: nobody forgot it. Before ``EVENING_KINDS``, time is left on purpose.
    """
    if "schedule" not in documents or not content.seminar:
        return
    rows = sorted(list_rows(content, min(take(content.seminar.date))), key=lambda row: (row.day, row.start))
    for day, rows_of_day in groupby(rows, key=lambda row: row.day):
        until: datetime | None = None
        for row in rows_of_day:
            begun, ended = datetime.combine(day, row.start), datetime.combine(day, row.end)
            if until and begun - until > LONGEST and row.kind not in EVENING_KINDS:
                words = {"end": f"{until:%H:%M}", "minutes": str((begun - until) // timedelta(minutes=1))}
                yield documents["schedule"].problem((*row.trail, "start"), Rule.GAP, **words)
            until = max(until or ended, ended)
