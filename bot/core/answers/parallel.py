"""What is on in the other rooms while something is on in its own."""

from collections.abc import Sequence

from bot.core.answers.timeline import list_slots, local_now
from bot.core.drafts import Draft, draft
from bot.core.grounding import find_people, find_sessions, find_talks, narrows_talks
from bot.core.inquiry import Inquiry
from bot.core.model import Session, Talk
from bot.core.programme import on_at
from bot.core.relations import talks_of
from bot.core.slots import Slot
from bot.core.text import normalise


def answer_parallel(inquiry: Inquiry) -> Draft | None:
    """Answer what runs beside the talk or row meant; None where the question speaks of no other room, or of no row."""
    references, rooms = inquiry.frame.values("reference"), inquiry.frame.values("room")
    if "elsewhere" not in references and not ("same_time" in references and rooms):
        return None
    anchors = _anchors(inquiry)
    if not anchors:
        anchors, rooms = _on_in(inquiry, rooms), ()  # where one is, not what one asks about
    if not anchors:
        return None
    beside = [slot for slot in inquiry.knowledge.held_timetable if any(_is_beside(inquiry, slot, a) for a in anchors)]
    beside = [slot for slot in beside if not rooms or _room(inquiry, slot) in rooms]
    if beside:
        return list_slots(inquiry, beside)
    voice, anchor = inquiry.voice, anchors[0]
    span = voice.span(anchor.start.time(), anchor.end.time())
    return draft(voice.say("parallel_none", span=span), (anchor.entry, "start"))


def _on_in(inquiry: Inquiry, rooms: Sequence[str]) -> list[Slot]:
    """What is on now in the rooms named."""
    if "elsewhere" not in inquiry.frame.values("reference") or inquiry.frame.asks - {"what"}:
        return []
    on = on_at(inquiry.knowledge.held_timetable, local_now(inquiry))
    return [slot for slot in on if _room(inquiry, slot) in rooms]


def _anchors(inquiry: Inquiry) -> list[Slot]:
    """Where in time the talks and rows stand that the question means; a talk without a time of its own in its row."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    found: list[Talk | Session] = [*find_sessions(frame, knowledge)]
    if narrows_talks(frame):
        people = find_people(frame, knowledge)
        found += [t for p in people for t in talks_of(p, knowledge)] if people else find_talks(frame, knowledge)
    rows = (_row_of(inquiry, entry) for entry in found)
    return [slot for row in rows if (slot := knowledge.timetable.slot_by_path.get(row))]


def _row_of(inquiry: Inquiry, entry: Talk | Session) -> str:
    if isinstance(entry, Talk) and entry.start is None:
        session = inquiry.knowledge.session_by_id.get(entry.session or "")
        return session.path if session else entry.path
    return entry.path


def _is_beside(inquiry: Inquiry, slot: Slot, anchor: Slot) -> bool:
    """Whether a slot is on while another is, in a different room."""
    overlaps = slot.start < anchor.end and anchor.start < slot.end
    return overlaps and _room(inquiry, slot) != _room(inquiry, anchor)


def _room(inquiry: Inquiry, slot: Slot) -> str:
    venue = inquiry.facts.seminar.venue
    room = slot.room or (venue.room if venue else None)
    return normalise(room.ko) if room else ""
