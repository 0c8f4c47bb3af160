"""Whether it is held in the city claimed: settled by the venue's name; else the venue is told, and what is open."""

import re

from bot.core.answers import sessions
from bot.core.answers.refusals import topic_not_announced
from bot.core.answers.whereabouts import tell_where
from bot.core.drafts import Draft
from bot.core.grounding import find_sessions
from bot.core.inquiry import Inquiry
from bot.core.patterns import find_all
from bot.core.polarity import is_polar
from bot.core.reading import Frame
from bot.core.text import normalise
from bot.core.verdicts import with_verdict

_ADDRESS = "address"
_CITY = "CITY"
_BESIDE = frozenset({
    "ask", "topic", "seminar", "reference", "session", "kind", "talks", "other", "locative", "summary_word",
    "title_word", "theme_word", "situation",
})  # fmt: skip
_ASKED = frozenset({"certain", "where", "what", "start", "host"})


def answer_city_claim(inquiry: Inquiry) -> Draft | None:
    """Answer a question that claims a city; None where none is claimed, or where an address is held."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    venue, claimed = inquiry.facts.seminar.venue, _city_claimed(inquiry)
    if not claimed or venue is None or _ADDRESS in knowledge.faq_index.topics:
        return None
    if frame.asks - _ASKED or frame.moments or set(frame.values("topic")) - {_ADDRESS}:
        return None
    if not is_polar(frame, knowledge) or not _is_of_the_seminar(frame, claimed):
        return None
    rows = find_sessions(frame, knowledge)
    made = sessions.tell_where(inquiry, rows) if rows else tell_where(inquiry)
    names = normalise(" ".join(venue.name.wordings))
    if claimed["city"] in names:
        return with_verdict(made, True, inquiry.voice)
    if any(other in names for other in _cities(inquiry)):
        return with_verdict(made, False, inquiry.voice)
    return made + topic_not_announced(inquiry, inquiry.voice.name_of("topic", _ADDRESS))


def _cities(inquiry: Inquiry) -> tuple[str, ...]:
    return inquiry.knowledge.speeches[inquiry.frame.language].lists["place_names"]


def _city_claimed(inquiry: Inquiry) -> re.Match[str] | None:
    """Where the question says in which city something is held; None where it does not."""
    lists = inquiry.knowledge.speeches[inquiry.frame.language].lists
    cities = "|".join(_cities(inquiry))
    patterns = (pattern.replace(_CITY, cities) for pattern in lists["city_claims"])
    return next(find_all(inquiry.frame.parse.line.text, *patterns), None)


def _is_of_the_seminar(frame: Frame, claimed: re.Match[str]) -> bool:
    """Whether nothing else is named than the city and what is held there."""
    source = frame.parse.line.source
    start, end = claimed.span("city")
    inside = {t for t in frame.parse.tokens if start <= source[t.start] < end}
    others = {sense.kind for sense, token in frame.senses if token not in inside}
    return others <= _BESIDE and inside.issuperset(frame.unexplained)
