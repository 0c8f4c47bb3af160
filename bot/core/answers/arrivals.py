"""Coming and being late: by when to be there, and what was missed until then."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.core.answers import row_times, talk_times, talks
from bot.core.answers import seminar as whole
from bot.core.answers.timeline import (
    PAUSES,
    day_asked,
    line_of,
    list_slots,
    local_now,
    slots_asked,
    tell_over,
    tell_slots,
)
from bot.core.clauses import in_background
from bot.core.drafts import Basis, Draft
from bot.core.grounding import find_sessions, find_talks
from bot.core.inquiry import Inquiry
from bot.core.model import Session, Talk
from bot.core.polarity import is_polar
from bot.core.programme import ending, is_over, next_after, opening
from bot.core.reading import Frame
from bot.core.slots import Slot

_MINUTES = re.compile(r"(\d+)(분|시간)")
_MINUTES_BY_UNIT = {"분": 1, "시간": 60}
_ONE_TALK = ("talk", "topic_word", "summary_word")
_OF_COMING = frozenset({"when", "start", "end", "exact", "remaining", "duration"})
_LISTING = frozenset({"what", "list", "timetable", "who", "heading", "content"})


def tell_arrival(inquiry: Inquiry) -> Draft | None:
    """Say by when to be there: for the talk or the row named, for the day named, or for what comes next."""
    frame = inquiry.frame
    if "return" not in frame.moments or _asks_whether_to_come(inquiry) or _asks_something_else(frame):
        return None
    if any(sense.kind == "room" and in_background(token, frame.clauses) for sense, token in frame.senses):
        inquiry = replace(inquiry, frame=frame.without("room"))  # 로비인데: where one is, not where one goes
        frame = inquiry.frame
    given = find_talks(frame, inquiry.knowledge) if frame.has(*_ONE_TALK) else ()
    if given and not talk_times.is_everything(inquiry, given):
        return talk_times.tell_when(inquiry, given)
    slots = [slot for slot in slots_asked(inquiry) if not _is_pause(slot)]
    following = next_after(_rows_meant(inquiry, slots), _moment_of_coming(inquiry))
    if not following:
        return whole.tell_when(inquiry)
    desk = following[:1] if _is_desk(following[0]) else ()
    seated = next_after(slots, desk[0].end) if desk else ()
    made = tell_slots(inquiry, seated[:1] or following[:1], "return_by")
    return made + list_slots(inquiry, desk) if seated else made


def _asks_something_else(frame: Frame) -> bool:
    """Whether a seat or a coming is only told of: who sits there, how many pages came, how long until the break."""
    return frame.asks_any("who", "pages") or ("remaining" in frame.asks and frame.has("kind", "session"))


def _asks_whether_to_come(inquiry: Inquiry) -> bool:
    """Whether no time is asked for: "이틀 다 가야 하나요"."""
    frame = inquiry.frame
    return is_polar(frame, inquiry.knowledge) and not frame.asks & _OF_COMING and not frame.has("time", "offset")


def _is_desk(slot: Slot) -> bool:
    """Whether a row is the registration before the programme begins."""
    return isinstance(slot.entry, Session) and slot.entry.kind == "registration"


def _is_pause(slot: Slot) -> bool:
    return isinstance(slot.entry, Session) and slot.entry.kind in PAUSES


def _rows_meant(inquiry: Inquiry, slots: Sequence[Slot]) -> Sequence[Slot]:
    """The rows one comes for: those named, those with talks where talks are, else all of them."""
    frame = inquiry.frame
    rows = set(find_sessions(frame, inquiry.knowledge))
    named = [slot for slot in slots if slot.entry in rows]
    if named or not frame.has("talks"):
        return named or slots
    held = inquiry.knowledge.talks_by_session
    given = [slot for slot in slots if isinstance(slot.entry, Talk) or slot.entry.id in held]
    return given or slots


def _moment_of_coming(inquiry: Inquiry) -> datetime:
    """From when on one could be there: the start of the day named, the end of the break named, or now."""
    frame, now = inquiry.frame, local_now(inquiry)
    days = [day for day in frame.days if day in inquiry.facts.seminar.days and day != now.date()]
    if days:
        return datetime.combine(days[0], time.min)
    rows = set(find_sessions(frame, inquiry.knowledge))
    ends = [slot.end for slot in slots_asked(inquiry) if slot.entry in rows and _is_pause(slot)]
    return max([now, *ends[:1]])


def tell_missed(inquiry: Inquiry) -> Draft | None:
    """List what somebody who comes late has missed, from the start until then; without an amount, until now."""
    frame = inquiry.frame
    if not frame.moments & {"late", "missed"}:
        return None
    until = time_of_coming(inquiry)
    end = ending(inquiry.knowledge, until.date()) if until else None
    asks_missed = "missed" in frame.moments or "what" in frame.asks
    if until and frame.has("time", "offset") and (not asks_missed or not end or until >= end):
        return None  # what is on then, or that it is over, is said elsewhere
    if until:
        return _list_until(inquiry, until)
    if "missed" not in frame.moments or frame.moments & {"previous", "return"}:
        return None
    given = find_talks(frame, inquiry.knowledge) if frame.has(*_ONE_TALK) else ()
    if given and not talk_times.is_everything(inquiry, given):
        return talks.tell_progress(inquiry, given)
    rows = find_sessions(frame, inquiry.knowledge)
    now = local_now(inquiry)
    start = opening(inquiry.knowledge, day_asked(inquiry))
    if rows:
        return row_times.tell_progress(inquiry, rows)
    if is_over(inquiry.knowledge, now):
        return tell_over(inquiry)
    if start and start < now and frame.asks & _LISTING:
        return _list_until(inquiry, now)
    return None


def time_of_coming(inquiry: Inquiry) -> datetime | None:
    """Return when somebody comes: at a clock time, some minutes from now, or that much later than the start."""
    frame, day = inquiry.frame, day_asked(inquiry)
    if frame.has("time"):
        return datetime.combine(day, time.fromisoformat(frame.values("time")[0]))
    if frame.has("offset"):
        return local_now(inquiry) + timedelta(minutes=int(frame.values("offset")[0]))
    start = opening(inquiry.knowledge, day)
    minutes = [
        int(found[1]) * _MINUTES_BY_UNIT[found[2]]
        for value in frame.values("quantity")
        if (found := _MINUTES.fullmatch(value))
    ]
    return start + timedelta(minutes=sum(minutes)) if start and minutes else None


def tell_rest(inquiry: Inquiry) -> Draft | None:
    """List what somebody who leaves at a time misses; None where no time is said."""
    leaving = time_of_coming(inquiry)
    if leaving is None:
        return None
    rows = [s for s in slots_asked(inquiry) if s.day == leaving.date() and s.end > leaving]
    return list_slots(inquiry, rows) if rows else tell_over(inquiry)


def _list_until(inquiry: Inquiry, until: datetime) -> Draft:
    """The rows of a day from its start until a moment, the one that is on then included."""
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    start = opening(inquiry.knowledge, until.date())
    rows = [s for s in slots_asked(inquiry) if start and s.day == until.date() and s.end > start and s.start < until]
    if not rows:
        return whole.tell_when(inquiry)
    lines = (voice.say("missed_items", time=voice.time(until)), *(line_of(inquiry, slot) for slot in rows))
    return Draft(lines, tuple(Basis(slot.entry, "start") for slot in rows), about=(seminar,))
