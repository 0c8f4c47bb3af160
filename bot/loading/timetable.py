"""Dates and clock times held against each other: ends after starts, one thing at a time in one room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.loading.fields import Wording, take
from bot.loading.nodes import Document, Trail
from bot.loading.problems import Problem
from bot.loading.schema import Item, ScheduleFile, SeminarFile, Talk


@dataclass(frozen=True, slots=True)
class _Slot:
    """What takes a room on a date from ``start`` to ``end``: an item, or a talk with a time of its own."""

    trail: Trail
    day: date
    start: time
    end: time
    room: str
    session: str | None = None

    @property
    def id(self) -> str:
        return str(self.trail[-1])

    @property
    def hours(self) -> str:
        return f"{self.start:%H:%M}–{self.end:%H:%M}"


def check_seminar(document: Document, seminar: SeminarFile) -> Iterator[Problem]:
    """Yield a problem for a date written twice, and for a one-day seminar that ends before it starts."""
    days, start, end = take(seminar.date), take(seminar.start), take(seminar.end)
    for index, day in enumerate(days):
        if day in days[:index]:
            yield document.problem(("date", "value", index), f"{day} is written twice", "delete one of the two")
    if len(set(days)) == 1 and start and end:
        yield from _check_end(document, ("end",), start, end)


def check_timetable(document: Document, schedule: ScheduleFile, seminar: SeminarFile | None) -> Iterator[Problem]:
    """Yield a problem for every time that cannot be: what needs the seminar's dates is left out without a seminar."""
    timed: Sequence[tuple[Trail, Item | Talk]] = [
        *((("items", id_), item) for id_, item in schedule.items.items()),
        *((("talks", id_), talk) for id_, talk in schedule.talks.items()),
    ]
    for trail, entry in timed:
        start, end, day = take(entry.start), take(entry.end), take(entry.date)
        if start and end:
            yield from _check_end(document, (*trail, "end"), start, end, str(trail[-1]))
        held = take(seminar.date) if seminar else ()
        if seminar and day and day not in held:
            days = ", ".join(str(day) for day in sorted(held))
            instead = f"write {'one of ' if len(held) > 1 else ''}{days}"
            yield document.problem((*trail, "date"), f"{day} is not a date of the seminar", instead)
    yield from _check_orders(document, schedule)
    if seminar:
        yield from _check_slots(document, _list_slots(schedule, seminar))


def _check_end(document: Document, trail: Trail, start: time, end: time, entry: str | None = None) -> Iterator[Problem]:
    if end <= start:
        relation = "when" if end == start else "before"
        what = f"ends {end:%H:%M} {relation} it starts {start:%H:%M}"
        yield document.problem(trail, what, f"write an end after {start:%H:%M}", entry)


def _check_orders(document: Document, schedule: ScheduleFile) -> Iterator[Problem]:
    id_by_order: dict[int, str] = {}
    orders = {talk.order for talk in schedule.talks.values()}
    for id_, talk in schedule.talks.items():
        if first := id_by_order.get(talk.order):
            free = next(number for number in range(1, len(orders) + 2) if number not in orders)
            what, instead = f"has order {talk.order}, as '{first}' has", f"write {free}, or another order to '{first}'"
            yield document.problem(("talks", id_, "order"), what, instead, id_)
        id_by_order.setdefault(talk.order, id_)


def _list_slots(schedule: ScheduleFile, seminar: SeminarFile) -> list[_Slot]:
    """List what takes place: nothing cancelled, nothing whose end is wrong, everything in some room on some date."""
    here = _Slot(
        (), min(take(seminar.date)), time.min, time.max, _name_room(take(seminar.venue.room) if seminar.venue else None)
    )
    slot_by_item: dict[str, _Slot] = {}
    for id_, item in schedule.items.items():
        if slot := _find_slot(("items", id_), item, here):
            slot_by_item[id_] = slot
    found = (
        _find_slot(("talks", id_), talk, slot_by_item.get(talk.session or "", here))
        for id_, talk in schedule.talks.items()
    )
    return [*slot_by_item.values(), *filter(None, found)]


def _find_slot(trail: Trail, entry: Item | Talk, around: _Slot) -> _Slot | None:
    """Find when and where an entry takes place; the date and the room that it does not name are those around it."""
    start, end = take(entry.start), take(entry.end)
    if not start or not end or end <= start or entry.status == "cancelled":
        return None
    day, room = take(entry.date) or around.day, _name_room(take(entry.room)) or around.room
    return _Slot(trail, day, start, end, room, entry.session if isinstance(entry, Talk) else None)


def _name_room(room: Wording | None) -> str:
    """Name a room so that spaces and capitals make no difference; no room is the empty name."""
    return "".join(room.ko.casefold().split()) if room else ""


def _check_slots(document: Document, slots: list[_Slot]) -> Iterator[Problem]:
    slot_by_id = {slot.id: slot for slot in slots}
    for index, slot in enumerate(slots):
        row = slot_by_id.get(slot.session or "")
        outside = _check_inside(document, slot, row) if row else None
        other = next((other for other in slots[:index] if _collide(slot, other)), None)
        if outside:
            yield outside
        elif other:
            yield _report_collision(document, slot, other)


def _collide(slot: _Slot, other: _Slot) -> bool:
    same_place = slot.day == other.day and slot.room == other.room
    nested = slot.session == other.id
    return same_place and not nested and slot.start < other.end and other.start < slot.end


def _check_inside(document: Document, talk: _Slot, row: _Slot) -> Problem | None:
    if talk.day != row.day:
        what, instead = f"is on {talk.day}, but its session '{row.id}' on {row.day}", f"write {row.day}"
        return document.problem((*talk.trail, "date"), what, instead, talk.id)
    if talk.start < row.start or row.end < talk.end:
        what = f"takes {talk.hours}, but its session '{row.id}' {row.hours}"
        return document.problem((*talk.trail, "start"), what, "write times within those", talk.id)
    return None


def _report_collision(document: Document, slot: _Slot, other: _Slot) -> Problem:
    what = f"takes {slot.hours}, when '{other.id}' ({other.hours}) has the same room"
    instead = "write times that do not overlap, or another room"
    if slot.trail[0] == "talks" and other.trail[0] == "items" and not slot.session:
        instead = f"write session: {other.id}"
    return document.problem((*slot.trail, "start"), what, instead, slot.id)
