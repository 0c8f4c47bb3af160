"""Two questions in one message: where to cut, so that each part is answered on its own."""

from collections.abc import Iterator
from dataclasses import replace

from bot.core.language import JOINT, Part
from bot.core.parsing import Token
from bot.core.reading import SUBJECTS, Frame

_SENTENCE_MARKS = "?!.\n"
_OF_THE_WHOLE = frozenset(
    {"when", "start", "end", "where", "date", "duration", "timetable", "theme", "contact", "phone"}
)
_PEOPLE_AND_ROWS = ("people", "rows")
_NAMING = SUBJECTS - {"seminar", "talks", "topic"}


def split(frame: Frame) -> tuple[Frame, ...]:
    """Return the parts of a compound question, or the frame alone.

    "끝나는 시간이랑 좌장" asks two things of two subjects and is cut; "좌장 이름이랑 소속" asks two of one.
    """
    for place in _joints(frame):
        left, right = _part(frame, 0, place), _part(frame, place, len(frame.parse.line.jamo))
        if _stand_alone(left, right):
            return (left, *split(right))
    return (frame,)


def _joints(frame: Frame) -> Iterator[int]:
    """The places where one question may end and another begin."""
    for token in frame.parse.tokens:
        if _is_joining(token) or _ends_sentence(frame, token):
            yield token.end


def _is_joining(token: Token) -> bool:
    """Whether a word joins two things: 이랑 after a noun, "and" between two."""
    is_joint = token.word is not None and JOINT in token.word.senses
    return is_joint and token.start > 0 and (token.part is Part.PARTICLE or token.spaced)


def _ends_sentence(frame: Frame, token: Token) -> bool:
    line = frame.parse.line
    after = line.text[line.source[token.end - 1] + 1 :][:2]
    return any(mark in _SENTENCE_MARKS for mark in after)


def _part(frame: Frame, start: int, end: int) -> Frame:
    """The part of the frame between two places; its words keep their meanings."""
    senses = tuple((sense, token) for sense, token in frame.senses if start <= token.start < end)
    tokens = tuple(token for token in frame.parse.tokens if start <= token.start < end)
    return replace(frame, senses=senses, parse=replace(frame.parse, tokens=tokens))


def _stand_alone(left: Frame, right: Frame) -> bool:
    if left.asks and right.asks and _names(left) and _names(right):
        return True
    if (
        not left.asks
        and not right.asks
        and _PEOPLE_AND_ROWS in ((_kind(left), _kind(right)), (_kind(right), _kind(left)))
    ):
        return True
    asks_then_names = bool(left.asks & _OF_THE_WHOLE) and not _names(left) and _names(right) and not right.asks
    names_then_asks = left.has("role", "medium", "contact") and not left.asks and not _names(right)
    return asks_then_names or (names_then_asks and bool(right.asks & _OF_THE_WHOLE))


def _kind(frame: Frame) -> str:
    """Whether a part names people or a row of the timetable."""
    return "people" if frame.has("role", "person") else "rows" if frame.has("session", "kind") else ""


def _names(frame: Frame) -> bool:
    return any(sense.kind in _NAMING for sense, _ in frame.senses)
