"""Where a room is: on which floor, and what is held there."""

import re

from bot.core.answers import sessions, talks
from bot.core.answers.whereabouts import tell_where
from bot.core.drafts import Draft
from bot.core.grounding import find_sessions, find_talks
from bot.core.inquiry import Inquiry
from bot.core.relations import rows_in_rooms

_FLOOR = re.compile(r"\d ?층|\bB?\d+F\b|\bfloor\b")
_ONE_TALK = ("talk", "topic_word", "ordinal", "person", "family", "family_latin")
_MOST_ROWS = 3  # of one room; of more, the room is where the seminar is


def answer_room(inquiry: Inquiry) -> Draft | None:
    """Answer where a room is that is named by itself, by the rows that are held there: "로비가 어디예요"."""
    if inquiry.frame.asks - {"certain", "attend"} != {"where"}:
        return None
    rows, venue = rows_in_rooms(inquiry.frame.values("room"), inquiry.knowledge), inquiry.facts.seminar.venue
    if not 0 < len(rows) <= _MOST_ROWS or (venue and rows[0].room == venue.room):
        return None
    return sessions.tell_where(inquiry, rows)


def tell_floor(inquiry: Inquiry) -> Draft | None:
    """Say where the talks or rows named are, else the seminar, where the name of the place tells the floor."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    given = find_talks(frame, knowledge) if frame.has(*_ONE_TALK) else ()
    rows = find_sessions(frame, knowledge) or rows_in_rooms(frame.values("room"), knowledge)
    if given:
        made = talks.tell_where(inquiry, given)
    else:
        made = sessions.tell_where(inquiry, rows) if rows else tell_where(inquiry)
    return made if any(_FLOOR.search(line) for line in made.lines) else None
