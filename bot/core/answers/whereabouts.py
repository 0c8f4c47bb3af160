"""Where the seminar is held: its place, what of it is in another room, and the room of what is on now or next."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core.answers.refusals import not_announced
from bot.core.drafts import Basis, Draft, draft
from bot.core.inquiry import Inquiry
from bot.core.model import Talk
from bot.core.slots import Slot

_A_MOMENT = timedelta(microseconds=1)  # what starts right now is on, not next
_MOST_ROWS = 3  # of more, rooms side by side are the rule, and the timetable tells them


def tell_cancelled(inquiry: Inquiry) -> Draft:
    """Say that the seminar is cancelled (its standing says it), and whom to ask."""
    seminar = inquiry.facts.seminar
    return Draft((inquiry.voice.contact_line(),), (Basis(seminar, "status"),), about=(seminar,))


def tell_where(inquiry: Inquiry) -> Draft:
    """Say where what is on now or next is, where that is asked; else where the seminar is, and what is elsewhere."""
    voice, venue = inquiry.voice, inquiry.facts.seminar.venue
    if inquiry.facts.seminar.is_cancelled:
        return tell_cancelled(inquiry)
    meant = _slots_meant(inquiry)
    if any(_is_elsewhere(inquiry, slot) for slot in meant):
        return _tell_rooms(inquiry, meant)
    if venue is None:
        return not_announced(inquiry, voice.say("not_announced", topic=voice.say("menu_where")))
    made = draft(voice.say("where", place=voice.place()), (venue, "name"))
    return made if meant else made + tell_elsewhere(inquiry)


def tell_elsewhere(inquiry: Inquiry) -> Draft:
    """Say where the rows are that are not over and in another room than the seminar; nothing of many."""
    now = inquiry.voice.now.replace(tzinfo=None)
    found = [slot for slot in inquiry.knowledge.held_timetable if slot.end > now and _is_elsewhere(inquiry, slot)]
    return _tell_rooms(inquiry, found) if len(found) <= _MOST_ROWS else Draft(())


def _slots_meant(inquiry: Inquiry) -> Sequence[Slot]:
    """What is on where "now" is asked, or else next; what is next where that is; nothing but on the seminar's days."""
    frame, held, now = inquiry.frame, inquiry.knowledge.held_timetable, inquiry.voice.now.replace(tzinfo=None)
    if now.date() not in inquiry.facts.seminar.days or frame.has("room") or not frame.moments & {"now", "next"}:
        return ()
    on = held.on_at(now)
    if on and "next" not in frame.moments:
        return on
    return held.next_after(now + _A_MOMENT)


def _is_elsewhere(inquiry: Inquiry, slot: Slot) -> bool:
    """Whether it has a room of its own that is not the seminar's; a talk is where its session is."""
    venue = inquiry.facts.seminar.venue
    own = slot.room if not isinstance(slot.entry, Talk) or slot.entry.room else None
    return own is not None and (venue is None or own != venue.room)


def _tell_rooms(inquiry: Inquiry, slots: Sequence[Slot]) -> Draft:
    """A line for each slot; of a session and its talks that are in one room at once, the session's."""
    voice, venue = inquiry.voice, inquiry.facts.seminar.venue
    told = [slot for slot in slots if not isinstance(slot.entry, Talk) or slot.entry.room]
    lines = (voice.say("where_session", title=voice.text(s.title), place=voice.place(s.room)) for s in told)
    basis = (Basis(s.entry, "room") if s.room or venue is None else Basis(venue, "room") for s in told)
    return Draft(tuple(lines), tuple(basis), about=tuple(slot.entry for slot in told))
