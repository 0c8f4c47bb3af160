"""The topics that a question tells by a situation, in the place of what else their words mean."""

import re
from collections.abc import Mapping, Set
from dataclasses import replace

from bot.core.clauses import in_background
from bot.core.knowledge import Knowledge
from bot.core.language import Sense
from bot.core.parsing import Token
from bot.core.reading import Frame

_ANSWERED = ("faq", "unannounced", "said_word", "smalltalk")
_PROPERTIES = frozenset({"fee"})  # asked of another matter beside it
_STEPS = frozenset({"next", "previous"})
_NAMES = ("session", "person", "family", "talk", "note")
_ASKS = frozenset({"start", "end", "when", "who", "embargo", "permission", "order", "duration", "timetable"})
_BARE = frozenset({"where", "what", "certain", "attend"})
_OF_TALKS = frozenset({"heading", "content", "title", "order", "quote", "affiliation"})
_NAMING = (
    "session", "kind", "talk", "talks", "topic_word", "person", "role", "medium", "release", "org", "title", "contact",
)  # fmt: skip


def with_situations(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame with the topics that are told by a situation, where an answer on them is held.

    Of a topic on which nothing is held, only where the question names nothing of the programme: so it is refused with
    that topic's name instead of being answered with the seminar's hours.
    """
    if frame.has(*_ANSWERED) or _asks_of_programme(frame):
        return frame
    held = knowledge.faq_index.topics
    found = _found(frame, knowledge, held if _asks_of_another(frame, is_listed=True) else None)
    told = {t: m for t, m in found.items() if t in held and not (t in _PROPERTIES and _is_of_another(frame, m, held))}
    if told:
        return _rewritten(frame, told, held)
    listed = {one.topic for one in knowledge.facts.unannounced}
    found = {topic: match for topic, match in found.items() if not _asks_of_another(frame, topic in listed)}
    return _rewritten(frame, found, held) if found else frame


def _found(frame: Frame, knowledge: Knowledge, topics: Set[str] | None) -> dict[str, re.Match[str]]:
    """The topics that a question tells, as it was typed or as it was corrected."""
    text, situations = frame.parse.line.text, knowledge.situations[frame.language]
    found = dict(situations.found_in(frame.question, topics))
    if frame.question != text:
        found = dict(situations.found_in(text, topics)) | found
    return {topic: match for topic, match in found.items() if not _is_only_told(match, frame)}


def _rewritten(frame: Frame, told: Mapping[str, re.Match[str]], held: Set[str]) -> Frame:
    """The frame with the topics told instead of what else their words mean."""
    inside = [token for token in frame.parse.tokens if any(_is_in(token, m, frame) for m in told.values())]
    kept = tuple(
        (sense, token)
        for sense, token in frame.senses
        if sense.kind != "topic" or (token not in inside and sense.value in held)
    )
    in_order = sorted(told, key=lambda topic: (topic in _PROPERTIES, -told[topic].end()))
    touched = [t for t in frame.parse.tokens if any(_overlaps(t, m, frame) for m in told.values())]
    until = max((token.end for token in touched), default=0)
    known = [t for t in frame.parse.tokens if t.end <= until and (t.word is None or t.word.is_other)]
    made = replace(frame, senses=kept).explaining(known)
    telling = [t for t in inside if not any(_is_in_gap(t, m, frame) for m in told.values())]
    places = telling or inside or frame.parse.tokens[:1]
    topics = ((Sense("topic", topic), at) for topic in in_order for at in places)
    return replace(made, senses=(*topics, (Sense("situation", ""), places[0]), *made.senses))


def _asks_of_another(frame: Frame, is_listed: bool) -> bool:
    """Whether the question itself names or asks something, but for where and what; of what is listed, also a medium."""
    own = [sense for sense, _ in frame.senses if sense not in frame.inherited]
    kinds = {"topic", "seminar", "venue", "moment", *_NAMING} - ({"medium"} if is_listed else set())
    return any(sense.kind in kinds or (sense.kind == "ask" and sense.value not in _BARE) for sense in own)


def _asks_of_programme(frame: Frame) -> bool:
    """Whether it is asked what a talk is called or says, what is on at a time, or when one may report."""
    if frame.has("talks", "role") and (frame.asks & _OF_TALKS or frame.moments & _STEPS):
        return True
    if frame.has("time", "offset") and "who" in frame.asks:
        return True
    return frame.has("medium") and frame.asks_any("embargo", "permission")


def _is_only_told(match: re.Match[str], frame: Frame) -> bool:
    """Whether the words are a part of a name, or the circumstances of another question."""
    inside = [token for token in frame.parse.tokens if _is_in(token, match, frame)]
    names = {*_NAMES, "topic_word"} if frame.has("talks") else {*_NAMES}
    if any(sense.kind in names for sense, token in frame.senses if _overlaps(token, match, frame)):
        return True
    if not inside or not all(in_background(token, frame.clauses) for token in inside):
        return False
    asked = [sense for sense, token in frame.senses if not in_background(token, frame.clauses)]
    return any(s.kind in _NAMING or (s.kind == "ask" and s.value in _ASKS) for s in asked)


def _is_of_another(frame: Frame, match: re.Match[str], held: Set[str]) -> bool:
    """Whether a price is that of a matter on which nothing is held: what somebody earns, what a policy costs."""
    others = {
        s.value
        for s, t in frame.senses
        if s.kind == "topic" and s.value not in _PROPERTIES and not _is_in(t, match, frame)
    }
    return bool(others) and not others & held


def _span(token: Token, frame: Frame) -> tuple[int, int]:
    """Where a word stands in the text: its first character, and the one after its last."""
    source = frame.parse.line.source
    return source[token.start], source[token.end - 1] + 1


def _overlaps(token: Token, match: re.Match[str], frame: Frame) -> bool:
    """Whether a word of the question and what was matched have letters in common."""
    start, end = _span(token, frame)
    return token.start < token.end and start < match.end() and match.start() < end


def _is_in(token: Token, match: re.Match[str], frame: Frame, group: int = 0) -> bool:
    """Whether a word stands within what was matched, or within one group of it."""
    start, end = _span(token, frame)
    return match.start(group) <= start and end <= match.end(group)


def _is_in_gap(token: Token, match: re.Match[str], frame: Frame) -> bool:
    """Whether a word stands where a pattern lets anything stand: its groups are its gaps."""
    return any(_is_in(token, match, frame, group) for group in range(1, match.re.groups + 1))
