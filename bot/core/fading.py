"""What is asked of the clock, whatever was spoken of: what is on now, and what comes next once that is over."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.core.knowledge import Knowledge
from bot.core.language import Sense
from bot.core.model import Entry, Person, Session, Talk
from bot.core.programme import ending
from bot.core.reading import Frame
from bot.core.reply import Context
from bot.core.slots import Slot


def without_past(frame: Frame, context: Context, knowledge: Knowledge, now: datetime) -> Context:
    """Return the context without its subject where a question is of the clock: 지금 뭐 해요, 지금 다음 순서.

    So is "다음 순서 뭐예요" in the break, asked after a speaker of before it. ``now`` is of the seminar's zone.
    """
    if _asks_the_clock(frame):
        return replace(context, about=())
    if not _asks_next_row(frame, knowledge):
        return context
    local = now.replace(tzinfo=None)
    about = [knowledge.entry_by_path[path] for path in context.about if path in knowledge.entry_by_path]
    slots = [slot for entry in about for slot in _slots_of(entry, knowledge)]
    end = ending(knowledge, local.date())
    is_past = bool(slots) and all(slot.end <= local for slot in slots)
    return replace(context, about=()) if is_past and end and local < end else context


def _asks_the_clock(frame: Frame) -> bool:
    """Whether it asks what is on, or what is next, now."""
    if "now" not in frame.moments or frame.has("reference"):
        return False
    return "next" in frame.moments or (bool(frame.asks) and frame.asks <= {"what", "who", "where"})


def _asks_next_row(frame: Frame, knowledge: Knowledge) -> bool:
    """Whether the next row is asked for by a word for rows: 다음 순서, and not just 그 다음."""
    said = (token.typed.split()[-1] for sense, token in frame.senses if sense == Sense("moment", "next"))
    return any(sense.kind == "row" for word in said for sense in knowledge.senses_of(word))


def _slots_of(entry: Entry, knowledge: Knowledge) -> Iterator[Slot]:
    """The rows in time that an entry is on in, or somebody speaks or chairs in."""
    held = knowledge.timetable.slot_by_path
    match entry:
        case Person():
            for part in (*knowledge.talks_by_speaker.get(entry.id, ()), *knowledge.rows_by_person.get(entry.id, ())):
                yield from _slots_of(part, knowledge)
        case Talk() if entry.path not in held and entry.session:
            yield held[knowledge.session_by_id[entry.session].path]
        case Session() | Talk() if entry.path in held:
            yield held[entry.path]
