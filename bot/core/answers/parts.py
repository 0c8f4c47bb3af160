"""Parts of the programme: what is on in a room, on a day, in a half of it."""

from collections.abc import Sequence

from bot.core.answers import seminar as whole
from bot.core.answers import talks
from bot.core.answers.timeline import (
    list_slots,
    local_now,
    slots_asked,
    tell_nothing_there,
    tell_slots,
    with_people,
)
from bot.core.drafts import Draft
from bot.core.inquiry import Inquiry
from bot.core.model import Talk
from bot.core.programme import falls_in, on_at, parts_of_day
from bot.core.slots import Slot

_LISTING = frozenset({"what", "list", "timetable", "who", "name", "heading", "topic_of", "participants", "order"})
_TIMES = frozenset({"when", "start", "end"})
_ALLOWED = _LISTING | {"certain", "content", "count", "theme"}
_NARROWED_OTHERWISE = (
    "person", "family", "title", "department", "org", "session", "kind", "talk", "topic_word", "ordinal", "medium",
    "release", "contact", "topic", "faq",
)  # fmt: skip


def tell_part(inquiry: Inquiry) -> Draft | None:
    """List the rows or the talks of a part of the day or of a room, where it is asked what is on there."""
    frame = inquiry.frame
    parts = parts_of_day(frame.moments)
    if not parts and not frame.has("room"):
        return None
    asks_hours = bool(frame.asks) and not frame.asks - _TIMES and not frame.moments
    if frame.has("room") and asks_hours and not frame.has(*_NARROWED_OTHERWISE, "talks"):
        return _tell_hours(inquiry)
    if frame.moments - {"half_day", *parts} or frame.asks - _ALLOWED or frame.has(*_NARROWED_OTHERWISE):
        return None
    if set(frame.values("role")) - {"speaker"}:
        return None
    names_some = frame.has("talks", "row", "role") or (bool(parts) and (frame.has("room") or _names_one_day(inquiry)))
    if not frame.asks & _LISTING and not names_some:
        return None
    on = on_at(slots_asked(inquiry), local_now(inquiry))
    if on and not parts and not frame.days and frame.asks <= {"who", "name", "affiliation"}:
        return with_people(
            inquiry, tell_slots(inquiry, on, "now_item_detail", time=inquiry.voice.time(inquiry.voice.now)), on
        )
    found = slots_of_part(inquiry)
    given = _talks_of(inquiry, found)
    if given and (frame.has("talks") or "topic_of" in frame.asks):
        return talks.describe(inquiry, given)
    if given and (frame.has("role") or frame.asks_any("who", "name")) and not frame.has("row"):
        return talks.tell_speakers(inquiry, given)
    if not found:
        if frame.has("room"):
            return tell_nothing_there(inquiry)
        return tell_nothing_there(inquiry) + whole.tell_when(inquiry) if frame.days else None
    return with_people(inquiry, list_slots(inquiry, found), found)


def _talks_of(inquiry: Inquiry, found: Sequence[Slot]) -> list[Talk]:
    """The talks among the slots, and those without times of their own that lie in one of them."""
    held = {slot.entry.id for slot in found}
    entries = {slot.entry for slot in found}
    return [t for t in inquiry.knowledge.held_talks if t in entries or (not t.start and t.session in held)]


def _names_one_day(inquiry: Inquiry) -> bool:
    """Whether a day of several is named: "내일 오후에는요?" asks what is on then."""
    frame, days = inquiry.frame, inquiry.facts.seminar.days
    return len(days) > 1 and any(day in days for day in frame.days)


def _tell_hours(inquiry: Inquiry) -> Draft | None:
    """When it begins or ends in the room named, on the day named or today."""
    today = local_now(inquiry).date()
    slots = slots_of_part(inquiry)
    there = [slot for slot in slots if slot.day == today] or slots
    if not there:
        return None
    wanted = there[:1] if "start" in inquiry.frame.asks else [max(there, key=lambda slot: slot.end)]
    return list_slots(inquiry, wanted if inquiry.frame.asks & {"start", "end"} else there)


def slots_of_part(inquiry: Inquiry) -> Sequence[Slot]:
    """Return what is on in the room, on the day and in the part of it named; today, where that is the seminar's."""
    parts, today = parts_of_day(inquiry.frame.moments), local_now(inquiry).date()
    days = set(inquiry.frame.days)
    if not days and parts and today in inquiry.facts.seminar.days:
        days = {today}
    return [
        slot for slot in slots_asked(inquiry) if (not days or slot.day in days) and falls_in(slot.start.time(), parts)
    ]
