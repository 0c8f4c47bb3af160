"""Topics that a row of the timetable answers: the meal, the desk, whom to sign up with."""

from collections.abc import Collection, Sequence

from bot.core.answers import row_times, sessions
from bot.core.answers.contacts import tell_contacts
from bot.core.drafts import Draft
from bot.core.grounding import find_sessions
from bot.core.inquiry import Inquiry
from bot.core.language import Sense
from bot.core.purposes import contacts_for_purpose

OF_A_ROW = frozenset({"when", "start", "end", "duration", "remaining", "where"})
_AT_DESK = Sense("kind", "registration")


def tell_row(inquiry: Inquiry, topics: Sequence[str]) -> Draft | None:
    """Say when or where the row is that a topic is about: the lunch for when one eats, the desk for doors."""
    frame, held = inquiry.frame, inquiry.knowledge.sessions_by_kind
    if not topics:
        return None
    if topics[:1] == ("doors",) and (desks := held.get("registration")):
        return row_times.tell_when(inquiry, desks)
    is_desk = any(_AT_DESK in inquiry.knowledge.senses_of(t.typed[:2]) for t in frame.parse.tokens)
    desks = held.get("registration", ())
    if topics[:1] == ("registration",) and desks and is_desk and frame.asks & OF_A_ROW - {"where"}:
        return row_times.tell_when(inquiry, desks)
    if topics != ("meals",) or frame.has("detail") or not frame.asks & OF_A_ROW or frame.unexplained:
        return None
    rows = [row for row in held.get("lunch", ()) if not frame.days or row.day in frame.days]
    if not rows:
        return None
    return sessions.tell_where(inquiry, rows) if "where" in frame.asks else row_times.tell_when(inquiry, rows)


def tell_desk(inquiry: Inquiry, topics: Collection[str]) -> Draft | None:
    """Say when or where the desk is, where "registration" itself is asked about and not that in advance."""
    frame, desks = inquiry.frame, inquiry.knowledge.sessions_by_kind.get("registration", ())
    name = inquiry.voice.name_of("kind", "registration")
    names_desk = any(token.typed.split()[:1] == [name] for token in frame.parse.tokens)
    if "registration" not in topics or not desks or not names_desk or not frame.asks & OF_A_ROW - {"remaining"}:
        return None
    if "where" in frame.asks:
        return sessions.tell_where(inquiry, desks)
    return row_times.tell_duration(inquiry, desks) if "duration" in frame.asks else row_times.tell_when(inquiry, desks)


def tell_sign_up(inquiry: Inquiry) -> Draft | None:
    """Say whom to ask to sign up for what a row offers, where a contact is there for that."""
    rows = [row for row in find_sessions(inquiry.frame, inquiry.knowledge) if row.kind != "registration"]
    found = contacts_for_purpose(inquiry.frame, inquiry.knowledge) if rows else []
    return tell_contacts(inquiry, found) if found and found[0] != inquiry.facts.contacts[0] else None
