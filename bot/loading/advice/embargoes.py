"""Embargoes that outlast what they are about."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time

from bot.loading.fields import take
from bot.loading.nodes import Document
from bot.loading.problems import Problem
from bot.loading.rules import Rule
from bot.loading.schema import Folder, SeminarFile


def check_embargoes(documents: Mapping[str, Document], content: Folder) -> Iterator[Problem]:
    """Yield a problem for each embargo that lifts when the seminar is over; one without a time lifts at midnight."""
    if not content.seminar:
        return
    over = _find_end(content, content.seminar)
    for id_, embargo in content.press.embargoes.items():
        hour = take(embargo.time)
        lifted = datetime.combine(take(embargo.date), hour or time.min)
        if lifted > over:
            told = f"{lifted:%Y-%m-%d %H:%M}" if hour else f"{lifted:%Y-%m-%d}"
            yield documents["press"].problem(
                ("embargoes", id_, "date"), Rule.EMBARGO_AFTER_EVENT, embargo=told, end=f"{over:%Y-%m-%d %H:%M}"
            )


def _find_end(content: Folder, seminar: SeminarFile) -> datetime:
    """Find when the last day ends: as the seminar says, else with its last row, else at midnight."""
    days = take(seminar.date)
    last, first = max(days), min(days)
    ends = [take(item.end) for item in content.schedule.items.values() if (take(item.date) or first) == last]
    return datetime.combine(last, take(seminar.end) or max(ends, default=time(23, 59)))
