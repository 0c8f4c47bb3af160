"""The programme as an inquiry sees it: its slots in the room named, and how one is put into words."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import chain

from bot.core.answers import seminar as whole
from bot.core.answers import sessions, talks
from bot.core.drafts import Basis, Draft, draft
from bot.core.inquiry import Inquiry
from bot.core.model import Session, Talk
from bot.core.programme import ending, next_after, parts_of_day
from bot.core.relations import rows_in_rooms, talks_held_in
from bot.core.slots import Slot, Timetable
from bot.core.text import normalise

PAUSES = ("break", "lunch", "dinner")  # kinds of rows from which people come back


def local_now(inquiry: Inquiry) -> datetime:
    """Return the time the question is asked at, naive and of the seminar's zone."""
    return inquiry.voice.now.replace(tzinfo=None)


def slots_asked(inquiry: Inquiry) -> tuple[Slot, ...]:
    """Return what takes place, in the room named where one is."""
    knowledge = inquiry.knowledge
    there = [
        knowledge.timetable_by_room[room]
        for room in inquiry.frame.values("room")
        if room in knowledge.timetable_by_room
    ]
    if len(there) == 1:
        return there[0]
    return Timetable(chain.from_iterable(there)) if inquiry.frame.has("room") else knowledge.held_timetable


def day_asked(inquiry: Inquiry) -> date:
    """Return the day a clock time is meant on: the one named, today if it is the seminar's, else its first."""
    days, today = inquiry.facts.seminar.days, local_now(inquiry).date()
    if inquiry.frame.days:
        return inquiry.frame.days[0]
    return today if today in days else days[0]


def tell_slots(inquiry: Inquiry, found: Sequence[Slot], key: str, **values: str) -> Draft:
    """Return a line for each slot by the sentence ``key``, which may use its title, span and start."""
    voice = inquiry.voice
    lines = tuple(
        voice.say(key, title=title_of(inquiry, s), span=span_of(inquiry, s), start=start_of(inquiry, s), **values)
        for s in found
    )
    return Draft(lines, tuple(Basis(s.entry, "start") for s in found), about=tuple(s.entry for s in found))


def list_slots(inquiry: Inquiry, found: Sequence[Slot]) -> Draft:
    """Return the slots as lines of the timetable."""
    lines = tuple(line_of(inquiry, slot) for slot in found)
    return Draft(lines, tuple(Basis(s.entry, "start") for s in found), about=tuple(s.entry for s in found))


def line_of(inquiry: Inquiry, slot: Slot) -> str:
    """Return a slot as a line of the timetable, with its date where there are several."""
    line = whole.slot_line(inquiry, slot)
    several = len(inquiry.facts.seminar.days) > 1
    return f"{inquiry.voice.date(slot.day)} {line}" if several else line


def title_of(inquiry: Inquiry, slot: Slot) -> str:
    """Return a slot's title, with its room where it has its own."""
    title = inquiry.voice.text(slot.title)
    return f"{title} [{inquiry.voice.text(slot.room)}]" if slot.room else title


def span_of(inquiry: Inquiry, slot: Slot) -> str:
    """Return a slot's hours, with its date where it could be another day."""
    voice = inquiry.voice
    span = voice.span(slot.start.time(), slot.end.time())
    is_plain = slot.day == voice.now.date() or len(inquiry.facts.seminar.days) == 1
    return span if is_plain else f"{voice.date(slot.day)} {span}"


def start_of(inquiry: Inquiry, slot: Slot) -> str:
    """Return when a slot starts, with its date where that is not today."""
    voice = inquiry.voice
    start = voice.time(slot.start)
    return start if slot.day == voice.now.date() else f"{voice.date(slot.day)} {start}"


def with_people(inquiry: Inquiry, made: Draft, on: Sequence[Slot]) -> Draft:
    """Return the draft with who speaks or chairs in the slots, where that is asked."""
    if not inquiry.frame.asks_any("who", "name", "affiliation", "participants") and not inquiry.frame.has("role"):
        return made
    given = [slot.entry for slot in on if isinstance(slot.entry, Talk)]
    if given:
        return talks.tell_speakers(inquiry, given) + made
    ahead = _talks_ahead(inquiry, on)
    if ahead:
        return made + tell_slots(inquiry, ahead, "next_item")
    rows = [slot.entry for slot in on if isinstance(slot.entry, Session) and slot.entry.kind not in PAUSES]
    return made + sessions.tell_who(inquiry, rows) + _without_times(inquiry, rows) if rows else made


def _talks_ahead(inquiry: Inquiry, on: Sequence[Slot]) -> list[Slot]:
    """The next talk of each row that is on and whose talks have times of their own, where none is being given."""
    talks_by_row = inquiry.knowledge.talks_by_session
    held, now = inquiry.knowledge.held_timetable, local_now(inquiry)
    given = [[slot for slot in held if slot.entry in talks_by_row.get(row.entry.id, ())] for row in on]
    return [ahead[0] for own in given if (ahead := [slot for slot in own if slot.start > now])]


def _without_times(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """That nobody can tell which of several talks is on, where they have no times of their own."""
    voice = inquiry.voice
    given = {row: [talk for talk in talks_held_in(row, inquiry.knowledge) if not talk.start] for row in rows}
    lines = [
        voice.say("talk_time_unannounced", count=len(own), session=voice.text(row.title), span=voice.session_when(row))
        for row, own in given.items()
        if len(own) > 1
    ]
    return Draft(tuple(lines), tuple(Basis(row, "start") for row in rows if lines))


def tell_over(inquiry: Inquiry) -> Draft:
    """Say that the seminar has ended, and when."""
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    end = ending(inquiry.knowledge)
    when = voice.full_date(seminar.days[-1]) + (f" {voice.time(end)}" if end else "")
    return draft(voice.say("now_after", title=voice.text(seminar.title), when=when), (seminar, "end"))


def tell_day_over(inquiry: Inquiry) -> Draft | None:
    """Say that today is over and what comes next, of a seminar that goes on another day; None while today lasts."""
    voice, now = inquiry.voice, local_now(inquiry)
    end = ending(inquiry.knowledge, now.date()) if now.date() in inquiry.facts.seminar.days else None
    following = next_after(inquiry.knowledge.held_timetable, now)
    if not end or now < end or not following:
        return None
    title, start = title_of(inquiry, following[0]), start_of(inquiry, following[0])
    line = voice.say("day_over", end=voice.time(end), title=title, start=start)
    return draft(line, (inquiry.facts.seminar, "end"), (following[0].entry, "start"))


def tell_nothing_there(inquiry: Inquiry) -> Draft:
    """Say that nothing is on in the room, on the day and in the part of it named; now, where none is."""
    voice, frame = inquiry.voice, inquiry.frame
    rooms = _rooms_named(inquiry)
    days = [voice.date(day) for day in frame.days]
    parts = [voice.say(f"part_{part}") for part in parts_of_day(frame.moments)]
    when = " ".join((*days, *parts)) or (voice.time(voice.now) if "now" in frame.moments else "")
    place = voice.join(rooms) or voice.text(inquiry.facts.seminar.title)
    line = voice.say("nothing_there_at" if when else "nothing_there", when=when, place=place)
    cancelled = tuple(Basis(row, "start") for row in _cancelled_there(inquiry))
    return Draft((line,), (*cancelled, Basis(inquiry.facts.seminar, "date")), about=(inquiry.facts.seminar,))


def cancelled_between(inquiry: Inquiry, start: datetime, end: datetime) -> Draft:
    """Return what was to be on in a span of time and was cancelled; its standing is all that is said of it."""
    held, every = inquiry.knowledge.held_timetable.slot_by_path, inquiry.knowledge.timetable
    off = [slot.entry for slot in every if slot.start < end and start < slot.end and slot.entry.path not in held]
    return Draft((), tuple(Basis(entry, "status") for entry in off))


def _cancelled_there(inquiry: Inquiry) -> list[Session]:
    """The rows that were to be on in the room, on the day named, and were cancelled."""
    days, rows = inquiry.frame.days, rows_in_rooms(inquiry.frame.values("room"), inquiry.knowledge)
    return [row for row in rows if row.is_cancelled and (not days or row.day in days)]


def _rooms_named(inquiry: Inquiry) -> list[str]:
    """The names of the rooms that the question speaks of."""
    seminar, named = inquiry.facts.seminar, inquiry.frame.values("room")
    entries: tuple[Session | Talk, ...] = (*inquiry.facts.sessions, *inquiry.facts.talks)
    rooms = [entry.room for entry in entries]
    rooms += [seminar.venue.room] if seminar.venue else []
    return list(dict.fromkeys(inquiry.voice.text(room) for room in rooms if room and normalise(room.ko) in named))
