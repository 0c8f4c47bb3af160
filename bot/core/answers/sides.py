"""On which side of a row a talk is, and how many are there: "is the wheat talk before lunch"."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.answers import row_times, talk_times
from bot.core.drafts import Basis, Draft
from bot.core.grounding import find_sessions, find_talks
from bot.core.inquiry import Inquiry
from bot.core.knowledge import Knowledge
from bot.core.model import Session, Talk
from bot.core.patterns import find_all
from bot.core.polarity import is_polar
from bot.core.reading import NAMED_ONE
from bot.core.relations import talk_day
from bot.core.verdicts import with_verdict

_ROW = "§"
_NAMED = ("talk", "topic_word", "ordinal", "org", "place", *NAMED_ONE)
_ELSEWHERE = ("topic", "unannounced", "faq", "time", "offset", "room", "medium", "release", "contact", "day")
_OF_A_CLAIM = frozenset({"certain", "what", "attend", "start", "when"})
_OF_A_COUNT = frozenset({"count", "what", "certain", "attend"})


def answer_side(inquiry: Inquiry) -> Draft | None:
    """Answer whether the talk named is before or after the row named, or how many talks are; else None."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    rows = [row for row in find_sessions(frame, knowledge) if row.id not in knowledge.talks_by_session]
    if len(rows) != 1 or frame.has(*_ELSEWHERE) or frame.unexplained:
        return None
    sides = _sides_claimed(inquiry)
    if not sides:
        return None
    if "count" in frame.asks:
        is_of_all = frame.has("talks") and not frame.has(*_NAMED) and frame.asks <= _OF_A_COUNT
        return _count(inquiry, rows[0], sides) if is_of_all else None
    is_asked = len(sides) > 1 or is_polar(frame, knowledge)
    if frame.asks - _OF_A_CLAIM or not frame.has(*_NAMED) or not is_asked:
        return None
    given = find_talks(frame.without("moment", "session", "kind"), knowledge)
    return _tell(inquiry, given[0], rows[0], sides) if len(given) == 1 else None


def _tell(inquiry: Inquiry, talk: Talk, row: Session, sides: Sequence[str]) -> Draft | None:
    """On which side the talk is, led by yes or no where one side is claimed."""
    side, voice = _side(talk, row, inquiry.knowledge), inquiry.voice
    if not side:
        return None
    line = voice.say(f"side_{side}", title=voice.text(row.title))
    times = talk_times.tell_when(inquiry, [talk]) + row_times.tell_when(inquiry, [row])
    made = Draft((line,), (Basis(row, "start"),), about=(talk,)) + times
    return with_verdict(made, sides[0] == side if len(sides) == 1 else None, voice)


def _count(inquiry: Inquiry, row: Session, sides: Sequence[str]) -> Draft | None:
    """How many talks of the row's day are on the side asked for; None where that of one is not known."""
    knowledge = inquiry.knowledge
    held = [talk for talk in inquiry.facts.talks if not talk.is_cancelled and talk_day(talk, knowledge) == row.day]
    found = [_side(talk, row, knowledge) for talk in held]
    if len(sides) != 1 or not found or "" in found:
        return None
    line = inquiry.voice.say("count_talks", count=found.count(sides[0]))
    basis = tuple(Basis(talk, "order") for talk in held)
    return Draft((line,), basis) + row_times.tell_when(inquiry, [row])


def _sides_claimed(inquiry: Inquiry) -> tuple[str, ...]:
    """Which sides of the row the question speaks of: "before", "after" or both."""
    frame, lists = inquiry.frame, inquiry.knowledge.speeches[inquiry.frame.language].lists
    text = frame.question
    for sense, token in frame.senses:
        if sense.kind in ("session", "kind"):
            text = text.replace(token.mistyped or token.typed, _ROW, 1)
    return tuple(side for side in ("before", "after") if any(find_all(text, *lists[f"sides_{side}"])))


def _side(talk: Talk, row: Session, knowledge: Knowledge) -> str:
    """On which side of a row a talk is, by its own times or those of the row it lies in; "" where that is not known."""
    session = knowledge.session_by_id.get(talk.session or "")
    start, end = talk.start or (session and session.start), talk.end or (session and session.end)
    day = talk_day(talk, knowledge)
    if end and datetime.combine(day, end) <= datetime.combine(row.day, row.start):
        return "before"
    return "after" if start and datetime.combine(day, start) >= datetime.combine(row.day, row.end) else ""
