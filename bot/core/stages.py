"""The moments at which the answers of a seminar differ: before it, during it and after it."""

from datetime import datetime, time, timedelta
from typing import Literal, get_args

from bot.core.knowledge import Knowledge
from bot.core.model import Seminar
from bot.core.programme import ending, opening

Stage = Literal["before", "during", "after"]
STAGES: tuple[Stage, ...] = get_args(Stage)

_MORNING, _NOON, _EVENING = time(9), time(12), time(20)


def eve_of(seminar: Seminar) -> datetime:
    """Return nine in the morning of the day before, in the seminar's zone: when a question is asked by default."""
    return datetime.combine(seminar.days[0] - timedelta(days=1), _MORNING, seminar.zone)


def stages_of(knowledge: Knowledge) -> dict[Stage, datetime]:
    """Return the moments in order: the morning of the day before, the middle of the first talks, the last evening."""
    seminar = knowledge.facts.seminar
    during, after = _middle_of_talks(knowledge), _last_evening(knowledge)
    return {"before": eve_of(seminar), "during": _zoned(during, seminar), "after": _zoned(after, seminar)}


def _middle_of_talks(knowledge: Knowledge) -> datetime:
    """The middle of the first row that holds talks, or of the first row that there is."""
    rows = {session.path for session in knowledge.sessions_by_kind.get("talks", ())}
    held = knowledge.held_timetable or knowledge.timetable  # of a cancelled seminar, what was to be
    slot = next((slot for slot in held if slot.entry.path in rows), held[0] if held else None)
    if slot:
        return slot.start + (slot.end - slot.start) / 2
    return opening(knowledge) or datetime.combine(knowledge.facts.seminar.days[0], _NOON)


def _last_evening(knowledge: Knowledge) -> datetime:
    """The evening of the last day, or an hour after an end that is later."""
    evening = datetime.combine(knowledge.facts.seminar.days[-1], _EVENING)
    end = ending(knowledge)
    return max(evening, end + timedelta(hours=1)) if end else evening


def _zoned(moment: datetime, seminar: Seminar) -> datetime:
    return moment.replace(tzinfo=seminar.zone)
