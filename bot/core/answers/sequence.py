"""What comes next, what came before, what is left, and by when to be back."""

from datetime import datetime, time, timedelta

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
from bot.core.drafts import Basis, Draft, draft
from bot.core.grounding import find_sessions
from bot.core.inquiry import Inquiry
from bot.core.model import Session, Talk
from bot.core.programme import ending, is_over, last_before, next_after, on_at, opening
from bot.core.slots import Slot

_A_MOMENT = timedelta(microseconds=1)  # what starts right now is on, not next
_OF_TALKS = ("talk", "topic_word", "person")  # beside these, "next" is the next talk: talks.py answers


def tell_return(inquiry: Inquiry) -> Draft | None:
    """Say by when to be back: the start of what follows the break that is on, or of the next thing."""
    if "return" not in inquiry.frame.moments:
        return None
    rows = [slot for slot in slots_asked(inquiry) if not _is_pause(slot)]
    following = next_after(rows, local_now(inquiry))
    return tell_slots(inquiry, following[:1], "return_by") if following else whole.tell_when(inquiry)


def _is_pause(slot: Slot) -> bool:
    return isinstance(slot.entry, Session) and slot.entry.kind in PAUSES


def tell_left(inquiry: Inquiry) -> Draft | None:
    """List what is still to come; of a seminar of several days, today."""
    if "left" not in inquiry.frame.moments:
        return None
    voice, now = inquiry.voice, local_now(inquiry)
    ahead = [slot for slot in slots_asked(inquiry) if slot.start >= now]
    left = [slot for slot in ahead if slot.day == now.date()] or ahead
    if not left:
        end = ending(inquiry.knowledge)
        return draft(voice.say("left_none", end=voice.time(end) if end else ""), (inquiry.facts.seminar, "end"))
    lines = (voice.say("left_items", count=len(left)), *(line_of(inquiry, slot) for slot in left))
    return Draft(lines, tuple(Basis(slot.entry, "start") for slot in left), about=(left[0].entry,))


def tell_next(inquiry: Inquiry) -> Draft | None:
    """Say what follows the row named, or what is on now."""
    frame = inquiry.frame
    if "next" not in frame.moments or frame.has("offset", *_OF_TALKS):
        return None
    if frame.has("talks", "role") and not frame.has("room"):
        return None
    if "person" in frame.values("reference"):
        return None
    anchors = _anchors(inquiry)
    if anchors:
        return _after_row(inquiry, anchors[-1])
    return None if frame.has("kind") else _after_now(inquiry)


def _after_row(inquiry: Inquiry, row: Slot) -> Draft:
    voice = inquiry.voice
    following = next_after(slots_asked(inquiry), row.end)
    if not following:
        return draft(voice.say("next_none", end=voice.time(row.end)), (row.entry, "end"))
    return tell_slots(inquiry, following, "next_after", previous=voice.text(row.title))


def _after_now(inquiry: Inquiry) -> Draft:
    voice, now = inquiry.voice, local_now(inquiry)
    slots = slots_asked(inquiry)
    if inquiry.frame.has("talks", "role"):
        slots = tuple(slot for slot in slots if isinstance(slot.entry, Talk))
    following = next_after(slots, now + _A_MOMENT)
    if following:
        return tell_slots(inquiry, following, "next_item")
    if is_over(inquiry.knowledge, now):
        return tell_over(inquiry)
    end = ending(inquiry.knowledge)
    return draft(voice.say("next_none", end=voice.time(end) if end else ""), (inquiry.facts.seminar, "end"))


def tell_beside_time(inquiry: Inquiry) -> Draft | None:
    """Say what comes before or after a clock time: "3시 전에", "3시 다음". "아까 3시에" means that time itself."""
    frame = inquiry.frame
    times = [(token.start, sense.value) for sense, token in frame.senses if sense.kind == "time"]
    words = [(token.start, sense.value) for sense, token in frame.senses if sense.kind == "moment"]
    beside = [word for start, word in words if word in ("next", "previous") and times and start > times[0][0]]
    if not beside:
        return None
    at = datetime.combine(day_asked(inquiry), time.fromisoformat(times[0][1]))
    slots = slots_asked(inquiry)
    found = next_after(slots, at) if beside[0] == "next" else last_before(slots, at)
    return list_slots(inquiry, found) if found else None


def _anchors(inquiry: Inquiry) -> list[Slot]:
    """The rows named, to which "next" and "before" relate."""
    rows = set(find_sessions(inquiry.frame, inquiry.knowledge))
    return [slot for slot in slots_asked(inquiry) if slot.entry in rows]


def tell_previous(inquiry: Inquiry) -> Draft | None:
    """Say what came before the row named, or before what is on now."""
    frame, voice = inquiry.frame, inquiry.voice
    if not frame.moments >= {"previous"} or "over" in frame.moments:
        return None
    if frame.has("offset", "talks", "role", "time", *_OF_TALKS):
        return None
    if frame.has("session", "kind") and frame.asks_any("when", "start", "end", "duration"):
        return None
    anchors, now, start = _anchors(inquiry), local_now(inquiry), opening(inquiry.knowledge)
    if not anchors and start and now < start:
        when = voice.when(start.date(), start.time(), None)
        return draft(voice.say("previous_before", when=when), (inquiry.facts.seminar, "start"))
    on = on_at(slots_asked(inquiry), now)
    since = anchors[0].start if anchors else min((slot.start for slot in on), default=now)
    before = last_before(slots_asked(inquiry), since)
    if not before:
        first = voice.time(start) if start else ""
        return draft(voice.say("previous_none", start=first), (inquiry.facts.seminar, "start"))
    if anchors:
        return tell_slots(inquiry, before, "previous_of", anchor=voice.text(anchors[0].title))
    return tell_slots(inquiry, before, "previous_item")
