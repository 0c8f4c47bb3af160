"""Amounts that a question claims: "휴식 20분이죠?" asks how long the break is, and whether it is twenty minutes."""

import re
from collections.abc import Iterable

from bot.core.language import Sense
from bot.core.reading import Frame
from bot.core.voice import Voice

_AMOUNT = re.compile(r"(\d+)(분|시간|명|사람|개|건|편)")
_PAGES = re.compile(r"\d ?(?:쪽|장|매|페이지|면(?!서))|\b\d+ pages?\b")
_MINUTES_BY_UNIT = {"분": 1, "시간": 60}
_COUNTS = ("명", "사람", "개", "건", "편")
_LASTING = ("session", "kind", "seminar")
_COUNTED = ("role", "talks")


def with_claimed_asks(frame: Frame) -> Frame:
    """Return the frame with what a claimed amount asks for, where the question asks nothing else."""
    if frame.has("release") and _PAGES.search(frame.parse.line.text) and frame.asks <= {"certain", "attend", "what"}:
        return frame.without("ask", "number", "topic", "quantity").with_senses([Sense("ask", "pages")])
    if frame.asks - {"certain"} or frame.moments or frame.has("time", "offset", "day", "ordinal", "person"):
        return frame
    if claimed_minutes(frame) is not None and (_names_what_lasts(frame) or _claims_hours_alone(frame)):
        return frame.with_senses([Sense("ask", "duration")])
    if claimed_count(frame) is not None and frame.has(*_COUNTED) and not frame.has(*_LASTING):
        return frame.with_senses([Sense("ask", "count")])
    return frame


def _names_what_lasts(frame: Frame) -> bool:
    """Whether a row, the seminar or a talk is named; a word of a talk's text alone may have the amount in the text."""
    return frame.has(*_LASTING) or (frame.has("talk", "topic_word") and frame.has("talks"))


def _claims_hours_alone(frame: Frame) -> bool:
    """Whether hours are all that is claimed, of nothing else than the seminar: "두 시간 넘는다던데 맞나요"."""
    return "certain" in frame.asks and not frame.has_subject and any(unit == "시간" for _, unit in _amounts(frame))


def claimed_minutes(frame: Frame) -> int | None:
    """Return the minutes a question claims; None where it claims none."""
    amounts = list(_amounts(frame))
    spans = [number * _MINUTES_BY_UNIT[unit] for number, unit in amounts if unit in _MINUTES_BY_UNIT]
    return sum(spans) if spans else None


def claimed_count(frame: Frame) -> int | None:
    """Return the number of people or things a question claims; None where it claims none."""
    return next((number for number, unit in _amounts(frame) if unit in _COUNTS), None)


def _amounts(frame: Frame) -> Iterable[tuple[int, str]]:
    for value in frame.values("quantity"):
        found = _AMOUNT.fullmatch(value)
        if found:
            yield int(found[1]), found[2]


def judged(voice: Voice, line: str, claimed: int | None, actual: int) -> str:
    """Return the line, led by yes or no where an amount was claimed."""
    if claimed is None:
        return line
    return voice.say("confirming" if claimed == actual else "denying", line=line)
