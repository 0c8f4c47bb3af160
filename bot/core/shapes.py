"""What is asked by where the one thing named stands: "which talk follows talk 2", "talk 2 follows which talk".

The same words point forth or back by where the thing stands among them. So the question is laid out with the thing as
``§``, and the patterns of the language (``shapes_previous``, ``shapes_next``, ``shapes_content``) are sought in it.
"""

from dataclasses import replace

from bot.core.hosting import listed
from bot.core.knowledge import Knowledge
from bot.core.language import Sense
from bot.core.parsing import Token
from bot.core.patterns import find_first
from bot.core.reading import Frame

_THING = "§"
_SENSE_BY_SHAPE = {
    "shapes_previous": Sense("moment", "previous"),
    "shapes_next": Sense("moment", "next"),
    "shapes_content": Sense("ask", "content"),
}
_NAMES = frozenset({
    "talk", "topic_word", "summary_word", "ordinal", "number", "nth", "person", "family", "family_latin", "session",
    "kind",
})  # fmt: skip
_BESIDE_NAMES = frozenset({"talks", "title", "honorific"})
_ASKED = frozenset({
    "who", "name", "title", "affiliation", "heading", "what", "content", "quote", "topic_of", "role", "attend",
})  # fmt: skip
_WHOLE = (Sense("ask", "timetable"), Sense("ask", "list"))  # the next thing on the schedule
_OTHERS = ("topic", "row_topic", "unannounced", "faq", "time", "offset", "room", "medium", "release", "contact", "day")


def with_shape(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame asking for what a pattern of the language says: the one before or after, the content."""
    named = frame.tokens_of(*_NAMES)
    if not named or any(sense.kind in _OTHERS and token not in named for sense, token in frame.senses):
        return frame
    laid_out = _lay_out(frame, named, listed(frame, "name_links", knowledge))
    text = " ".join(part for part, _ in laid_out)
    if text.count(_THING) != 1:
        return frame
    speech = knowledge.speeches[frame.language]
    for name, sense in _SENSE_BY_SHAPE.items():
        for pattern in speech.lists[name]:
            if found := find_first(text, pattern):
                return _shaped(frame, _within(laid_out, found.start(), found.end()), sense)
    return frame


def _lay_out(frame: Frame, named: frozenset[Token], links: frozenset[Token]) -> list[tuple[str, tuple[Token, ...]]]:
    """The words of the question with their tokens; those that name a thing together are one ``§``."""
    naming = named | frame.tokens_of(*_BESIDE_NAMES)
    runs: list[list[Token]] = []
    ahead = list(frame.parse.tokens)
    while ahead:
        token = ahead.pop(0)
        following = next((one for one in ahead if one not in links), None)
        is_link = token in links and following in naming
        if runs and naming & {*runs[-1]} and (token in naming or is_link):
            runs[-1].append(token)
        else:
            runs.append([token])
    return [(_THING if named & {*run} else run[0].typed, tuple(run)) for run in runs]


def _within(laid_out: list[tuple[str, tuple[Token, ...]]], start: int, end: int) -> set[Token]:
    """The tokens, but those of the thing, that stand between two places of the text laid out."""
    found: set[Token] = set()
    at = 0
    for part, tokens in laid_out:
        if start <= at and at + len(part) <= end and part != _THING:
            found |= {*tokens}
        at += len(part) + 1
    return found


def _shaped(frame: Frame, words: set[Token], meant: Sense) -> Frame:
    """The frame with a sense in the place of the words that say it; as it was where something else is asked."""
    gone = {token for token in words if not {s.value for s, t in frame.senses if t is token} & _ASKED}
    kept = tuple(
        (sense, token)
        for sense, token in frame.senses
        if sense.kind != "moment" and sense not in _WHOLE and (token not in gone or sense.kind in _NAMES)
    )
    place = min(words, key=lambda token: token.start, default=frame.parse.tokens[0])
    added = [meant] + ([] if any(sense.kind == "ask" for sense, _ in kept) else [Sense("ask", "what")])
    made = replace(frame, senses=(*kept, *((sense, place) for sense in added)))
    return made if made.asks <= _ASKED else frame
