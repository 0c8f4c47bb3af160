"""Two things of one kind between which a question chooses: "목요일이에요 금요일이에요?", "is it at two or at three"."""

from dataclasses import replace

from bot.core.knowledge import Knowledge
from bot.core.language import JOINT, Part, Sense
from bot.core.parsing import Token
from bot.core.polarity import is_alternative
from bot.core.reading import Frame

_OPEN = frozenset({"what", "certain", "attend", "start", "end", "content"})
_TITLES = ("title", "honorific")
# What is asked where a choice is offered between things of a kind, and what must be named beside it.
_ASK_BY_KIND = {
    "day": "when", "time": "when", "moment": "when", "room": "where", "person": "who", "ordinal": "order",
    "title": "title", "session": "part",
}  # fmt: skip
_NAMED = ("talk", "topic_word", "session", "kind", "seminar", "person", "role", "named_role", "ordinal", "reference")
_DAY_PARTS = frozenset({"half_day", "morning", "afternoon", "evening"})


def settle_alternatives(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame with what a choice between two asks for, instead of the two: the day, the room, the person."""
    if frame.asks - _OPEN or frame.has("medium", "release", "contact"):
        return frame
    for kind, ask in _ASK_BY_KIND.items():
        offered = _offered(frame, kind)
        if len({value for value, _ in offered}) < 2 or not _is_choice(frame, [t for _, t in offered], knowledge):
            continue
        tokens = {token for _, token in offered}
        senses = tuple(p for p in frame.senses if p[1] not in tokens and p[0] != Sense("ask", "content"))
        made = replace(frame, senses=senses)
        if kind == "session" and not made.has("talk", "topic_word", "person", "talks"):
            continue
        if made.has(*_NAMED) or (ask == "when" and made.asks & {"start", "end"}) or kind == "title":
            return made.with_senses([Sense("ask", ask)])
    return frame


def _offered(frame: Frame, kind: str) -> list[tuple[str, Token]]:
    """The values of a kind that are offered, with their words."""
    if kind == "title":
        return [(sense.value, token) for sense, token in frame.senses if sense.kind in _TITLES and len(sense.value) > 1]
    return [
        (sense.value, token)
        for sense, token in frame.senses
        if sense.kind == kind and (kind != "moment" or sense.value in _DAY_PARTS)
    ]


def _is_choice(frame: Frame, offered: list[Token], knowledge: Knowledge) -> bool:
    """Whether the words are told to choose from: each with a copula of its own, or with an "or" between."""
    first, last = min(t.start for t in offered), max(t.end for t in offered)
    between = [t for t in frame.parse.tokens if first < t.start < last]
    if any(t.word and JOINT in t.word.senses and t.part is Part.PARTICLE for t in between):
        return False
    ends = {t.end for t in offered}
    bare = knowledge.speeches[frame.language].lists["choice_endings"]
    closing = (t for t in frame.parse.tokens if t.part in (Part.COPULA, Part.ENDING) or t.typed in bare)
    copulas = [t for t in closing if t.start in ends]
    starts = {t.end: t.start for t in offered}
    is_each = len({starts[t.start] for t in copulas}) >= len({t.start for t in offered}) > 1
    return is_each or is_alternative(frame, knowledge)
