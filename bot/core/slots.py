"""The rows of the programme in time, kept so that what is on at a moment is found without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Self

from bot.core.model import Facts, Session, Talk, Text


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


class Timetable(tuple[Slot, ...]):
    """Slots in order, the longer of two that start together first."""

    _starts: list[datetime]
    _ends: list[datetime]
    _longest: timedelta
    slot_by_path: Mapping[str, Slot]

    def __new__(cls, slots: Iterable[Slot] = ()) -> Self:
        """Return the slots (of any order) as a timetable."""
        made = super().__new__(cls, sorted(slots, key=lambda slot: (slot.start, slot.start - slot.end)))
        made._starts = [slot.start for slot in made]
        made._ends = sorted(slot.end for slot in made)
        made._longest = max((slot.end - slot.start for slot in made), default=timedelta())
        made.slot_by_path = {slot.entry.path: slot for slot in made}
        return made

    def on_at(self, moment: datetime) -> tuple[Slot, ...]:
        """Return what is on at a moment: a slot begins with its first minute and is over at its last."""
        first, end = bisect_left(self._starts, moment - self._longest), bisect_right(self._starts, moment)
        return tuple(slot for slot in self[first:end] if moment < slot.end)

    def next_after(self, moment: datetime) -> tuple[Slot, ...]:
        """Return what starts first after a moment (or at it): several where rooms run side by side."""
        first = bisect_left(self._starts, moment)
        if first == len(self._starts):
            return ()
        return self[first : bisect_right(self._starts, self._starts[first])]

    def last_before(self, moment: datetime) -> tuple[Slot, ...]:
        """Return what ended last before a moment (or at it)."""
        end = bisect_right(self._ends, moment)
        if not end:
            return ()
        last = self._ends[end - 1]
        first = bisect_left(self._starts, last - self._longest)
        return tuple(slot for slot in self[first : bisect_right(self._starts, last)] if slot.end == last)

    def of_day(self, day: date) -> tuple[Slot, ...]:
        """Return what starts on a date."""
        first = bisect_left(self._starts, datetime.combine(day, time.min))
        return self[first : bisect_left(self._starts, datetime.combine(day + timedelta(days=1), time.min))]


def slots_of_facts(facts: Facts) -> list[Slot]:
    """Return the sessions and the talks with their own times, as slots of any order."""
    session_by_id = {s.id: s for s in facts.sessions}
    rows = [_slot(s, s.day, s.start, s.end, s.room) for s in facts.sessions]
    for talk in facts.talks:
        if talk.start and talk.end:
            session = session_by_id.get(talk.session or "")
            day = talk.day or (session.day if session else facts.seminar.days[0])
            rows.append(_slot(talk, day, talk.start, talk.end, talk.room or (session.room if session else None)))
    return rows


def _slot(entry: Session | Talk, day: date, start: time, end: time, room: Text | None) -> Slot:
    return Slot(entry, datetime.combine(day, start), datetime.combine(day, end), entry.title, room)
