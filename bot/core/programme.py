"""The programme as a sequence in time: what is on at a moment, what comes before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core.knowledge import Knowledge
from bot.core.model import Entry, Session, Status, Talk, Text


@dataclass(frozen=True, slots=True)
class Slot:
    """A row of the programme in time: a session, or a talk with times of its own. Times are naive, of the zone."""

    entry: Session | Talk
    start: datetime
    end: datetime
    title: Text
    room: Text | None

    @property
    def day(self) -> date:
        """The date it is on."""
        return self.start.date()


def slots_of(knowledge: Knowledge) -> tuple[Slot, ...]:
    """Return the rows of the programme in order, the longer of two that start together first.

    Rows are sessions, and talks with their own times; cancelled ones are among them.
    """
    rows = [_slot(s, s.day, s.start, s.end, s.room) for s in knowledge.facts.sessions]
    for talk in knowledge.facts.talks:
        if talk.start and talk.end:
            session = knowledge.session_by_id.get(talk.session or "")
            day = talk.day or (session.day if session else knowledge.facts.seminar.days[0])
            rows.append(_slot(talk, day, talk.start, talk.end, talk.room or (session.room if session else None)))
    return tuple(sorted(rows, key=lambda slot: (slot.start, slot.start - slot.end)))


def _slot(entry: Session | Talk, day: date, start: time, end: time, room: Text | None) -> Slot:
    return Slot(entry, datetime.combine(day, start), datetime.combine(day, end), entry.title, room)


def taking_place(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Return the slots that were not cancelled."""
    return tuple(slot for slot in slots if slot.entry.status is not Status.CANCELLED)


def on_at(slots: Iterable[Slot], moment: datetime) -> tuple[Slot, ...]:
    """Return what is on at a moment: a slot begins with its first minute and is over at its last."""
    return tuple(slot for slot in slots if slot.start <= moment < slot.end)


def next_after(slots: Iterable[Slot], moment: datetime) -> tuple[Slot, ...]:
    """Return what starts first after a moment (or at it): several where rooms run side by side."""
    later = [slot for slot in slots if slot.start >= moment]
    first = min((slot.start for slot in later), default=None)
    return tuple(slot for slot in later if slot.start == first)


def last_before(slots: Iterable[Slot], moment: datetime) -> tuple[Slot, ...]:
    """Return what ended last before a moment (or at it)."""
    earlier = [slot for slot in slots if slot.end <= moment]
    last = max((slot.end for slot in earlier), default=None)
    return tuple(slot for slot in earlier if slot.end == last)


def opening(knowledge: Knowledge, day: date | None = None) -> datetime | None:
    """Return when the seminar (or one of its days) begins; None where no time was announced."""
    seminar = knowledge.facts.seminar
    if seminar.start and day in (None, seminar.days[0]):
        return datetime.combine(seminar.days[0], seminar.start)
    slots = taking_place(slots_of(knowledge))
    return min((slot.start for slot in slots if day in (None, slot.day)), default=None)


def ending(knowledge: Knowledge, day: date | None = None) -> datetime | None:
    """Return when the seminar (or one of its days) ends; None where no time was announced."""
    seminar = knowledge.facts.seminar
    if seminar.end and day in (None, seminar.days[-1]):
        return datetime.combine(seminar.days[-1], seminar.end)
    slots = taking_place(slots_of(knowledge))
    return max((slot.end for slot in slots if day in (None, slot.day)), default=None)


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
