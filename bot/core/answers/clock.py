"""Questions about a moment: what is on now, at 15:15, in ten minutes; what is next, what was before, what is left."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.core.answers import seminar as whole
from bot.core.answers import sessions, talks
from bot.core.answers.refusals import not_announced
from bot.core.drafts import Basis, Draft, draft
from bot.core.grounding import find_sessions
from bot.core.inquiry import Inquiry
from bot.core.model import Session, Talk
from bot.core.programme import (
    Slot,
    ending,
    is_over,
    last_before,
    minutes_between,
    next_after,
    on_at,
    opening,
    slots_of,
    taking_place,
)
from bot.core.text import normalise

_PAUSES = ("break", "lunch", "dinner")
_A_MOMENT = timedelta(microseconds=1)
_FIELD_ASKS = (
    "where",
    "title",
    "affiliation",
    "phone",
    "contact",
    "heading",
    "embargo",
    "permission",
    "theme",
    "weekday",
)


def answer_moment(inquiry: Inquiry) -> Draft | None:
    """Answer a question that turns on a moment; None where it does not."""
    frame = inquiry.frame
    if frame.asks_any(*_FIELD_ASKS) and not (frame.moments & {"now"} and not frame.asks_any("where")):
        return None
    if not slots_of(inquiry.knowledge):
        return _without_timetable(inquiry)
    for decide in (
        _other_day,
        _return,
        _remaining,
        _left,
        _beside_time,
        _next,
        _previous,
        _at,
        _half_day,
        _now,
        _progress,
    ):
        made = decide(inquiry)
        if made:
            return made
    return None


def _now_naive(inquiry: Inquiry) -> datetime:
    return inquiry.voice.now.replace(tzinfo=None)


def _slots(inquiry: Inquiry) -> tuple[Slot, ...]:
    """What takes place, in the room named where one is."""
    slots = taking_place(slots_of(inquiry.knowledge))
    rooms = inquiry.frame.values("room")
    if not rooms:
        return slots
    venue = inquiry.facts.seminar.venue
    usual = venue.room if venue else None
    return tuple(slot for slot in slots if (room := slot.room or usual) and normalise(room.ko) in rooms) or slots


def _without_timetable(inquiry: Inquiry) -> Draft | None:
    frame = inquiry.frame
    if frame.moments & {"now", "next", "left"} or frame.has("time", "offset"):
        voice = inquiry.voice
        return not_announced(inquiry, voice.say("not_announced", topic=voice.say("menu_timetable")))
    return None


def _other_day(inquiry: Inquiry) -> Draft | None:
    """A date without the seminar; a date of the seminar narrows the timetable instead."""
    frame, seminar = inquiry.frame, inquiry.facts.seminar
    strange = [day for day in frame.days if day not in seminar.days]
    if not strange or frame.asks_any("weekday") or frame.has("time", "person", "topic"):
        return None
    return whole.tell_that_day(inquiry, strange[0])


def _return(inquiry: Inquiry) -> Draft | None:
    """By when to be back: the start of what follows the break that is on, or the next one."""
    if "return" not in inquiry.frame.moments:
        return None
    now = _now_naive(inquiry)
    following = next_after((s for s in _slots(inquiry) if not _is_pause(s)), now)
    if not following:
        return whole.tell_when(inquiry)
    voice = inquiry.voice
    line = voice.say("return_by", start=voice.time(following[0].start), title=voice.text(following[0].title))
    return draft(line, (following[0].entry, "start"))


def _is_pause(slot: Slot) -> bool:
    return isinstance(slot.entry, Session) and slot.entry.kind in _PAUSES


def _remaining(inquiry: Inquiry) -> Draft | None:
    frame = inquiry.frame
    if "remaining" not in frame.asks:
        return None
    rows = find_sessions(frame, inquiry.knowledge)
    if rows:
        return sessions.describe(inquiry, rows)
    if frame.asks_any("start", "end") or frame.has("seminar") or not on_at(_slots(inquiry), _now_naive(inquiry)):
        return whole.tell_remaining(inquiry)
    on = on_at(_slots(inquiry), _now_naive(inquiry))
    on_rows = [slot.entry for slot in on if isinstance(slot.entry, Session)]
    return sessions.describe(inquiry, on_rows) if on_rows else whole.tell_remaining(inquiry)


def _left(inquiry: Inquiry) -> Draft | None:
    if "left" not in inquiry.frame.moments:
        return None
    voice = inquiry.voice
    now = _now_naive(inquiry)
    left = [slot for slot in _slots(inquiry) if slot.start >= now]
    left = [slot for slot in left if slot.day == now.date()] or left  # of several days, today's
    if not left:
        end = ending(inquiry.knowledge)
        return draft(voice.say("left_none", end=voice.time(end) if end else ""), (inquiry.facts.seminar, "end"))
    lines = (voice.say("left_items", count=len(left)), *(_line(inquiry, slot) for slot in left))
    return Draft(lines, tuple(Basis(slot.entry, "start") for slot in left), about=(left[0].entry,))


def _line(inquiry: Inquiry, slot: Slot) -> str:
    line = whole.slot_line(inquiry, slot)
    several = len(inquiry.facts.seminar.days) > 1
    return f"{inquiry.voice.date(slot.day)} {line}" if several else line


def _next(inquiry: Inquiry) -> Draft | None:
    frame = inquiry.frame
    if "next" not in frame.moments or frame.has("offset", "talk", "topic_word", "person"):
        return None
    if frame.has("talks", "role") and not frame.has("room"):
        return None
    anchors = _anchors(inquiry)
    voice = inquiry.voice
    if not anchors and frame.has("kind"):
        return None
    if anchors:
        anchor = anchors[-1]
        following = next_after(_slots(inquiry), anchor.end)
        if not following:
            return draft(voice.say("next_none", end=voice.time(anchor.end)), (anchor.entry, "end"))
        lines = tuple(
            voice.say(
                "next_after", previous=voice.text(anchor.title), title=_title(inquiry, slot), span=_span(inquiry, slot)
            )
            for slot in following
        )
        return Draft(lines, tuple(Basis(s.entry, "start") for s in following), about=tuple(s.entry for s in following))
    now = _now_naive(inquiry)
    slots = [s for s in _slots(inquiry) if isinstance(s.entry, Talk)] if frame.has("talks", "role") else _slots(inquiry)
    following = next_after(slots, now + _A_MOMENT)
    if not following:
        end = ending(inquiry.knowledge)
        key = "now_after" if is_over(inquiry.knowledge, now) else "next_none"
        return (
            _over(inquiry)
            if key == "now_after"
            else draft(voice.say(key, end=voice.time(end) if end else ""), (inquiry.facts.seminar, "end"))
        )
    lines = tuple(voice.say("next_item", title=_title(inquiry, slot), span=_span(inquiry, slot)) for slot in following)
    return Draft(lines, tuple(Basis(s.entry, "start") for s in following), about=tuple(s.entry for s in following))


def _beside_time(inquiry: Inquiry) -> Draft | None:
    """What comes before or after a clock time: "3시 전에", "3시 다음"; "아까 3시에" means that time itself."""
    frame = inquiry.frame
    times = [(token.start, sense.value) for sense, token in frame.senses if sense.kind == "time"]
    words = [(token.start, sense.value) for sense, token in frame.senses if sense.kind == "moment"]
    beside = [value for start, value in words if value in ("next", "previous") and times and start > times[0][0]]
    if not times:
        return None
    if not beside:
        return _at(inquiry)
    at = datetime.combine(_day_asked(inquiry), time.fromisoformat(times[0][1]))
    found = next_after(_slots(inquiry), at) if beside[0] == "next" else last_before(_slots(inquiry), at)
    if not found:
        return _tell_at(inquiry, at)
    lines = tuple(_line(inquiry, slot) for slot in found)
    return Draft(lines, tuple(Basis(s.entry, "start") for s in found), about=tuple(s.entry for s in found))


def _day_asked(inquiry: Inquiry) -> date:
    """The day a clock time is meant on: the one named, today if it is one of the seminar's, else its first."""
    days, today = inquiry.facts.seminar.days, _now_naive(inquiry).date()
    if inquiry.frame.days:
        return inquiry.frame.days[0]
    return today if today in days else days[0]


def _half_day(inquiry: Inquiry) -> Draft | None:
    """A part of the day without a clock time: the hours of the seminar answer it."""
    frame = inquiry.frame
    if "half_day" not in frame.moments or frame.asks - {"what", "when", "start", "end", "attend", "certain"}:
        return None
    if frame.has("person", "talk", "topic_word", "session", "kind", "medium", "role", "topic"):
        return None
    return whole.tell_when(inquiry)


def _title(inquiry: Inquiry, slot: Slot) -> str:
    voice = inquiry.voice
    title = voice.text(slot.title)
    return f"{title} [{voice.text(slot.room)}]" if slot.room else title


def _span(inquiry: Inquiry, slot: Slot) -> str:
    voice = inquiry.voice
    span = voice.span(slot.start.time(), slot.end.time())
    return (
        span
        if slot.day == voice.now.date() or len(inquiry.facts.seminar.days) == 1
        else f"{voice.date(slot.day)} {span}"
    )


def _anchors(inquiry: Inquiry) -> list[Slot]:
    """The rows named, to which "next" and "before" relate."""
    rows = set(find_sessions(inquiry.frame, inquiry.knowledge))
    return [slot for slot in _slots(inquiry) if slot.entry in rows]


def _previous(inquiry: Inquiry) -> Draft | None:
    frame = inquiry.frame
    if (
        "previous" not in frame.moments
        or "over" in frame.moments
        or frame.has("offset", "talks", "role", "talk", "topic_word", "person")
    ):
        return None
    if frame.has("session", "kind") and frame.asks_any("when", "start", "end", "duration"):
        return None
    voice = inquiry.voice
    anchors = _anchors(inquiry)
    now = _now_naive(inquiry)
    start = opening(inquiry.knowledge)
    if not anchors and start and now < start:
        return draft(
            voice.say("previous_before", when=voice.when(start.date(), start.time(), None)),
            (inquiry.facts.seminar, "start"),
        )
    on = on_at(_slots(inquiry), now)
    before = last_before(_slots(inquiry), anchors[0].start if anchors else min((s.start for s in on), default=now))
    if not before:
        return draft(
            voice.say("previous_none", start=voice.time(start) if start else ""), (inquiry.facts.seminar, "start")
        )
    lines = tuple(voice.say("previous_item", title=_title(inquiry, slot), span=_span(inquiry, slot)) for slot in before)
    return Draft(lines, tuple(Basis(s.entry, "end") for s in before), about=tuple(s.entry for s in before))


def _at(inquiry: Inquiry) -> Draft | None:
    """What is on at a clock time or some minutes from now."""
    frame = inquiry.frame
    if frame.asks_any("when") and frame.has("session", "kind", "seminar", "talk"):
        return None
    if frame.has("person", "family", "talk", "topic_word"):
        return None
    if frame.asks_any("start", "end", "duration") and not frame.asks_any("what", "who"):
        return None
    moments: list[datetime] = [
        _now_naive(inquiry) + timedelta(minutes=int(minutes)) for minutes in frame.values("offset")
    ]
    day = _day_asked(inquiry)
    moments += [datetime.combine(day, time.fromisoformat(value)) for value in frame.values("time")]
    if not moments:
        return None
    if len(moments) == 2 and moments[0] < moments[1]:
        return _between(inquiry, moments[0], moments[1])
    return _tell_at(inquiry, moments[0])


def _between(inquiry: Inquiry, start: datetime, end: datetime) -> Draft:
    found = [slot for slot in _slots(inquiry) if slot.start < end and slot.end > start]
    if not found:
        return _tell_at(inquiry, start)
    lines = tuple(_line(inquiry, slot) for slot in found)
    return Draft(lines, tuple(Basis(slot.entry, "start") for slot in found), about=tuple(slot.entry for slot in found))


def _tell_at(inquiry: Inquiry, moment: datetime) -> Draft:
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    if moment.date() not in seminar.days:
        return whole.tell_that_day(inquiry, moment.date())
    on = on_at(_slots(inquiry), moment)
    if not on:
        context = _around(inquiry, moment)
        return draft(voice.say("at_nothing", time=voice.time(moment), context=context), (seminar, "end"))
    lines = tuple(
        voice.say("at_item", time=voice.time(moment), title=_title(inquiry, s), span=_span(inquiry, s)) for s in on
    )
    return _with_people(
        inquiry, Draft(lines, tuple(Basis(s.entry, "start") for s in on), about=tuple(s.entry for s in on)), on
    )


def _around(inquiry: Inquiry, moment: datetime) -> str:
    start, end = opening(inquiry.knowledge, moment.date()), ending(inquiry.knowledge, moment.date())
    voice = inquiry.voice
    if start and moment < start:
        return voice.say("seminar_start", start=voice.time(start))
    following = next_after(_slots(inquiry), moment)
    if following and following[0].day == moment.date():
        return voice.say("next_item", title=_title(inquiry, following[0]), span=_span(inquiry, following[0]))
    return voice.say("seminar_end", end=voice.time(end)) if end else ""


def _with_people(inquiry: Inquiry, made: Draft, on: Sequence[Slot]) -> Draft:
    """Add who, where it was asked."""
    if not inquiry.frame.asks_any("who", "name") and not inquiry.frame.has("role"):
        return made
    given = [slot.entry for slot in on if isinstance(slot.entry, Talk)]
    if given:
        return talks.tell_speakers(inquiry, given) + made
    rows = [slot.entry for slot in on if isinstance(slot.entry, Session) and slot.entry.kind not in _PAUSES]
    return made + sessions.tell_who(inquiry, rows) if rows else made


def _now(inquiry: Inquiry) -> Draft | None:
    frame = inquiry.frame
    if "now" not in frame.moments or frame.has("topic", "medium", "person", "title", "department"):
        return None
    if frame.has("org") and not frame.has("talks", "row", "seminar"):
        return None
    if "background" in frame.asks:
        return None
    if frame.days:
        return _tell_at(inquiry, datetime.combine(frame.days[0], _now_naive(inquiry).time()))
    return tell_now(inquiry)


def tell_now(inquiry: Inquiry) -> Draft:
    """Say what is on now, or that it has not begun or is over."""
    voice, now = inquiry.voice, _now_naive(inquiry)
    on = on_at(_slots(inquiry), now)
    if on:
        lines = tuple(
            voice.say("now_item_detail", time=voice.time(now), title=_title(inquiry, slot), span=_span(inquiry, slot))
            for slot in on
        )
        made = Draft(lines, tuple(Basis(s.entry, "start") for s in on), about=tuple(s.entry for s in on))
        return _with_people(inquiry, made, on)
    if is_over(inquiry.knowledge, now):
        return _over(inquiry)
    following = next_after(_slots(inquiry), now)
    if not following:
        return _over(inquiry)
    first = following[0]
    start = opening(inquiry.knowledge)
    if start and now < start:
        if start.date() != now.date():
            when = f"{voice.full_date(start.date())} {voice.time(start)}"
            return draft(voice.say("now_before_day", when=when), (inquiry.facts.seminar, "start"))
        left = voice.duration(minutes_between(now, first.start))
        line = voice.say("now_before", start=voice.time(first.start), title=voice.text(first.title), duration=left)
        return draft(line, (first.entry, "start"))
    line = voice.say("now_between", start=_start(inquiry, first), title=_title(inquiry, first))
    return draft(line, (first.entry, "start"))


def _start(inquiry: Inquiry, slot: Slot) -> str:
    voice = inquiry.voice
    return (
        voice.time(slot.start) if slot.day == voice.now.date() else f"{voice.date(slot.day)} {voice.time(slot.start)}"
    )


def _over(inquiry: Inquiry) -> Draft:
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    end = ending(inquiry.knowledge)
    when = voice.full_date(seminar.days[-1]) + (f" {voice.time(end)}" if end else "")
    return draft(voice.say("now_after", title=voice.text(seminar.title), when=when), (seminar, "end"))


def _progress(inquiry: Inquiry) -> Draft | None:
    """Whether the seminar, or a row of it, is on, ahead or over."""
    frame = inquiry.frame
    if "over" not in frame.moments:
        return None
    rows = find_sessions(frame, inquiry.knowledge)
    if rows and not frame.asks:
        return sessions.tell_progress(inquiry, rows)
    if frame.has("seminar") or not frame.has_subject:
        if frame.asks - {"start", "end", "certain", "what"}:
            return None
        return tell_now(inquiry)
    return None


def slot_of_talk(inquiry: Inquiry, talk: Talk) -> Slot | None:
    """The slot of a talk that has times of its own."""
    return next((slot for slot in slots_of(inquiry.knowledge) if slot.entry is talk), None)
