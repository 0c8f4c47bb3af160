"""The programme as a sequence in time: what is on at a moment, what comes before and after."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.core.knowledge import Knowledge
from bot.core.model import Entry
from bot.core.slots import Slot, Timetable


def slots_of(knowledge: Knowledge) -> Timetable:
    """Return the rows of the programme in order, cancelled ones included."""
    return knowledge.timetable


def taking_place(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Return the slots that were not cancelled."""
    return tuple(slot for slot in slots if not slot.entry.is_cancelled)


def on_at(slots: Iterable[Slot], moment: datetime) -> tuple[Slot, ...]:
    """Return what is on at a moment: a slot begins with its first minute and is over at its last."""
    return _timetable_of(slots).on_at(moment)


def next_after(slots: Iterable[Slot], moment: datetime) -> tuple[Slot, ...]:
    """Return what starts first after a moment (or at it): several where rooms run side by side."""
    return _timetable_of(slots).next_after(moment)


def last_before(slots: Iterable[Slot], moment: datetime) -> tuple[Slot, ...]:
    """Return what ended last before a moment (or at it)."""
    return _timetable_of(slots).last_before(moment)


def _timetable_of(slots: Iterable[Slot]) -> Timetable:
    return slots if isinstance(slots, Timetable) else Timetable(slots)


def opening(knowledge: Knowledge, day: date | None = None) -> datetime | None:
    """Return when the seminar (or one of its days) begins; None where no time was announced."""
    seminar = knowledge.facts.seminar
    if seminar.start and day in (None, seminar.days[0]):
        return datetime.combine(seminar.days[0], seminar.start)
    slots = knowledge.held_timetable.of_day(day) if day else knowledge.held_timetable
    return slots[0].start if slots else None


def ending(knowledge: Knowledge, day: date | None = None) -> datetime | None:
    """Return when the seminar (or one of its days) ends; None where no time was announced."""
    seminar = knowledge.facts.seminar
    if seminar.end and day in (None, seminar.days[-1]):
        return datetime.combine(seminar.days[-1], seminar.end)
    return knowledge.end_by_day.get(day) if day else max(knowledge.end_by_day.values(), default=None)


_NOON, _EVENING, _MIDNIGHT = time(12), time(17, 30), time.max
_PARTS_OF_DAY = {"morning": (time.min, _NOON), "afternoon": (_NOON, _MIDNIGHT), "evening": (_EVENING, _MIDNIGHT)}


def parts_of_day(moments: Iterable[str]) -> tuple[str, ...]:
    """Return which of these words name a part of the day."""
    return tuple(word for word in _PARTS_OF_DAY if word in moments)


def falls_in(start: time, parts: Iterable[str]) -> bool:
    """Return whether what starts then lies in one of the parts of the day; in no part named, everything does."""
    spans = [_PARTS_OF_DAY[part] for part in parts]
    return not spans or any(first <= start < last for first, last in spans)


def minutes_between(start: datetime, end: datetime) -> int:
    """Return the whole minutes from start to end, a begun minute counted."""
    return -int((start - end) // timedelta(minutes=1))


def is_over(knowledge: Knowledge, now: datetime) -> bool:
    """Return whether the whole seminar has ended."""
    end = ending(knowledge)
    return now >= end if end else now.date() > knowledge.facts.seminar.days[-1]


def entries_of(slots: Iterable[Slot]) -> tuple[Entry, ...]:
    """Return the entries of the slots."""
    return tuple(slot.entry for slot in slots)
