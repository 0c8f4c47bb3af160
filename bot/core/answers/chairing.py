"""Which rows somebody chairs."""

from collections.abc import Sequence

from bot.core.answers import row_times, sessions
from bot.core.drafts import Draft, combine, draft
from bot.core.grounding import find_sessions
from bot.core.inquiry import Inquiry
from bot.core.model import Person, Session

_ASKED = ("list", "topic_of", "where", "when", "what", "count", "order", "heading", "role")


def chaired_rows(inquiry: Inquiry, people: Sequence[Person]) -> list[Session]:
    """Return the rows that who is named chairs, where it is asked which: 류 위원이 좌장 보는 데 전부."""
    frame = inquiry.frame
    asks = (frame.asks_any(*_ASKED) or frame.days) and "chair" in frame.values("role")
    if not asks or not frame.has("person") or frame.has("talks", "talk"):
        return []
    named = find_sessions(frame, inquiry.knowledge)
    led = (row for person in people for row in inquiry.knowledge.rows_by_chair.get(person.id, ()))
    return [row for row in led if (not named or row in named) and (not frame.days or row.day in frame.days)]


def tell_chaired(inquiry: Inquiry, person: Person, rows: Sequence[Session]) -> Draft:
    """Say who chairs these rows, and when they are; where, too, if that is asked beside."""
    line = inquiry.voice.say("session_chair", person=inquiry.voice.person(person))
    told = [draft(line, (person, "name")), row_times.tell_when(inquiry, rows)]
    if "where" in inquiry.frame.asks and inquiry.frame.asks_any("when", "heading"):
        told.append(sessions.tell_where(inquiry, rows))
    return combine(told)
