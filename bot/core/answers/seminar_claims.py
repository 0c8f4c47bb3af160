"""Whether it is so: where the seminar is held, who holds it, who takes part in it, and what it is about."""

import re
from collections.abc import Iterable, Sequence

from bot.core.answers import seminar as whole
from bot.core.answers import sessions
from bot.core.answers.whereabouts import tell_where
from bot.core.drafts import Draft
from bot.core.grounding import find_sessions
from bot.core.inquiry import Inquiry
from bot.core.language import LOCATIVE
from bot.core.model import Session
from bot.core.reading import Frame, word_around
from bot.core.text import normalise
from bot.core.verdicts import with_verdict

_THERE_IS = re.compile(r"(?:있|없)(?:나|어|는|습|죠|지|을)|\b(?:have|has|there|got|with)\b")
_OF_PLACE = frozenset({"certain", "where", "what", "attend"})
_NOT_OF_PLACE = ("talk", "talks", "topic_word", "ordinal", "time")


def judge_place(inquiry: Inquiry) -> Draft | None:
    """Whether it is held at the place claimed; one that the knowledge does not name is answered with the true one."""
    frame = inquiry.frame
    if frame.asks - _OF_PLACE or frame.moments - {"over", "return"} or frame.has(*_NOT_OF_PLACE):
        return None
    rows = find_sessions(frame, inquiry.knowledge)
    if "where" not in frame.asks and (made := _judge_giver(inquiry, rows)):
        return made
    if not ("where" in frame.asks or frame.has("room", "former_place") or _is_in_a_place(frame)):
        return None
    if frame.unexplained and (_is_of_a_thing(frame) or (frame.has("venue", "room") and "where" not in frame.asks)):
        return None  # something there, not the place itself
    made = sessions.tell_where(inquiry, rows) if rows else tell_where(inquiry)
    return with_verdict(made, _is_there(inquiry, rows), inquiry.voice)


def _judge_giver(inquiry: Inquiry, rows: Sequence[Session]) -> Draft | None:
    """Whether it is the body named that gives a row which a body gives: "마무리말씀은 …에서 하는 거 맞죠"."""
    bodies = inquiry.knowledge.organisation_by_id
    givers = {id_ for row in rows for id_ in row.speakers if id_ in bodies}
    named = set(inquiry.frame.values("org"))
    if not givers or not named or inquiry.frame.has("room"):
        return None
    return with_verdict(sessions.tell_who(inquiry, rows), bool(givers & named), inquiry.voice)


def _is_of_a_thing(frame: Frame) -> bool:
    """Whether it is asked if something is at the place: "does the hall have windows", 회의실에 시계 있어요."""
    return "where" in frame.asks and bool(_THERE_IS.search(frame.parse.line.text))


def _is_in_a_place(frame: Frame) -> bool:
    """Whether something is said to be held in a place: …에서 하는 거죠."""
    places = [token for sense, token in frame.senses if sense.kind in ("org", "place", "venue", "room")]
    strange = [other for token in frame.unexplained for other in word_around(token, frame.parse)]
    markers = [token for token in frame.parse.tokens if token.word and LOCATIVE in token.word.senses]
    if frame.language == "ko":  # 청사에서
        return not {token.end for token in (*places, *strange)}.isdisjoint(marker.start for marker in markers)
    return not {token.start for token in (*places, *strange)}.isdisjoint(marker.end for marker in markers)


def _is_there(inquiry: Inquiry, rows: Sequence[Session]) -> bool | None:
    """Whether the places named are right; None where something is named that the knowledge does not know."""
    frame, venue = inquiry.frame, inquiry.facts.seminar.venue
    if frame.has("former_place"):
        return False
    rooms = set(frame.values("room"))
    own = {normalise(room.ko) for row in rows if (room := row.room or (venue.room if venue else None))}
    if rooms and own and not frame.unexplained:
        return bool(rooms & own)
    named = [inquiry.knowledge.organisation_by_id[id_].name for id_ in frame.values("org")]
    if venue and any(name.ko != venue.name.ko for name in named):
        return False
    if frame.unexplained or (rooms and rows):
        return None
    return True if frame.has("venue", "org") else None


def judge_host(inquiry: Inquiry) -> Draft | None:
    """Whether a body hosts, organises or sponsors."""
    frame = inquiry.frame
    bodies = set(frame.values("org"))
    if not bodies or not frame.asks & whole.HOSTING or frame.asks - whole.HOSTING - {"certain", "what", "attend"}:
        return None
    hosts = whole.hosts_asked(inquiry)
    if not hosts:
        return None
    is_so: bool | None = any(host.organisation in bodies for host in hosts)
    if frame.has("wrong") or (not is_so and _is_in_title(inquiry, bodies)):
        is_so = None
    return with_verdict(whole.tell_host(inquiry), is_so, inquiry.voice)


def _is_in_title(inquiry: Inquiry, bodies: Iterable[str]) -> bool:
    """Whether the seminar bears the name of one of the bodies: that it has no part in holding it is then not sure."""
    title = inquiry.facts.seminar.title.ko
    return any(inquiry.knowledge.organisation_by_id[id_].name.ko in title for id_ in bodies)


def judge_body(inquiry: Inquiry) -> Draft | None:
    """Whether a body takes part in the row named."""
    frame = inquiry.frame
    bodies = [inquiry.knowledge.organisation_by_id[id_].name for id_ in frame.values("org")]
    rows = [row for row in find_sessions(frame, inquiry.knowledge) if row.participants]
    if not bodies or not rows or frame.asks - {"certain", "attend", "participants"} or frame.has("talks", "topic_word"):
        return None
    is_named = any(body in row.participants for body in bodies for row in rows)
    is_so = True if is_named and not frame.has("wrong") else None  # nobody says that the list is complete
    return with_verdict(sessions.tell_participants(inquiry, rows), is_so, inquiry.voice)


def judge_theme(inquiry: Inquiry) -> Draft | None:
    """Whether the theme is the one claimed."""
    frame = inquiry.frame
    if "theme" not in frame.asks or frame.asks - {"theme", "certain", "what"} or frame.has("talk", "talks", "ordinal"):
        return None
    if frame.has("session", "kind", "org", "place") or inquiry.facts.seminar.theme is None:
        return None
    is_so = True if frame.has("theme_word") and not frame.unexplained else None
    return with_verdict(whole.tell_theme(inquiry), is_so, inquiry.voice)
