"""Dates and clock times held against each other: ends after starts, one thing at a time in one room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.loading.fields import Wording, take
from bot.loading.nodes import Document, Trail
from bot.loading.problems import Problem
from bot.loading.rules import Rule
from bot.loading.schema import Item, ScheduleFile, SeminarFile, Talk

_USUAL_LENGTH, _LATEST = timedelta(minutes=10), time(23, 59)  # of the example given for an end


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
            yield document.problem(("date", "value", index), Rule.REPEATED_DATE, date=day)
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
            yield from _check_end(document, (*trail, "end"), start, end)
        held = take(seminar.date) if seminar else ()
        if seminar and day and day not in held:
            days = ", ".join(str(day) for day in sorted(held))
            yield document.problem((*trail, "date"), Rule.NOT_A_SEMINAR_DATE, date=day, dates=days)
    yield from _check_orders(document, schedule)
    if seminar:
        yield from _check_slots(document, _list_slots(schedule, seminar))


def _check_end(document: Document, trail: Trail, start: time, end: time) -> Iterator[Problem]:
    if end <= start:
        rule = Rule.ENDS_AT_START if end == start else Rule.ENDS_BEFORE_START
        example = min(datetime.combine(date.min, start) + _USUAL_LENGTH, datetime.combine(date.min, _LATEST))
        words = {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}", "example": f"{example:%H:%M}"}
        yield document.problem(trail, rule, **words)


def _check_orders(document: Document, schedule: ScheduleFile) -> Iterator[Problem]:
    id_by_order: dict[int, str] = {}
    orders = {talk.order for talk in schedule.talks.values()}
    for id_, talk in schedule.talks.items():
        if first := id_by_order.get(talk.order):
            free = next(number for number in range(1, len(orders) + 2) if number not in orders)
            trail = ("talks", id_, "order")
            yield document.problem(trail, Rule.REPEATED_ORDER, order=talk.order, other=first, free=free)
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
        days = {"date": f"{talk.day}", "session": row.id, "session_date": f"{row.day}"}
        return document.problem((*talk.trail, "date"), Rule.OTHER_DATE_THAN_SESSION, entry=talk.id, **days)
    if talk.start < row.start or row.end < talk.end:
        hours = {"hours": talk.hours, "session": row.id, "session_hours": row.hours}
        return document.problem((*talk.trail, "start"), Rule.OUTSIDE_SESSION, entry=talk.id, **hours)
    return None


def _report_collision(document: Document, slot: _Slot, other: _Slot) -> Problem:
    is_within = slot.trail[0] == "talks" and other.trail[0] == "items" and not slot.session
    words = {"hours": slot.hours, "other": other.id, "other_hours": other.hours}
    session = other.id if is_within else None
    return document.problem((*slot.trail, "start"), Rule.OVERLAP, entry=slot.id, session=session, **words)
