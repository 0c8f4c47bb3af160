"""The rows of the timetable as what looks wrong with them is looked for: what fills which part of which date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from bot.loading.fields import take
from bot.loading.nodes import Trail
from bot.loading.schema import Folder

EVENING_KINDS = ("dinner", "reception", "tour")  # begin when people have had time to get there


@dataclass(frozen=True, slots=True)
class Row:
    """What fills a part of a date, in whatever room."""

    day: date
    start: time
    end: time
    trail: Trail
    kind: str | None = None
    is_held: bool = True


def list_rows(content: Folder, first_day: date) -> Iterator[Row]:
    """Yield the rows, cancelled ones as well, and the talks that have a time of their own and no session."""
    for id_, item in content.schedule.items.items():
        day, is_held = take(item.date) or first_day, item.status != "cancelled"
        yield Row(day, take(item.start), take(item.end), ("items", id_), item.kind, is_held)
    for id_, talk in content.schedule.talks.items():
        start, end = take(talk.start), take(talk.end)
        if start and end and not talk.session:
            day, is_held = take(talk.date) or first_day, talk.status != "cancelled"
            yield Row(day, start, end, ("talks", id_), is_held=is_held)
