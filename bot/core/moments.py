"""Numbers, clock times, spans from now and dates in a question: each becomes a word of the line, with its meaning."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from bot.core.clocks import find_clocks, find_lengths, find_spans
from bot.core.dates import find_dates
from bot.core.language import Part, Sense, Word
from bot.core.lattice import Edge
from bot.core.line import Line
from bot.core.model import Seminar
from bot.core.numerals import NATIVE, read_number
from bot.core.patterns import find_all

_NTH = (
    r"(?<!\d)(?P<number>\d{1,2}) ?(?:번째|번(?!호)|째|st\b|nd\b|rd\b|th\b|주제)",
    r"제 ?(?P<number>\d{1,2})(?= ?(?:발제|발표|주제|강연|세션|부))",
    r"(?:\bno\.? ?|\bnumber |#)(?P<number>\d{1,2})\b",
)  # fmt: skip
_HALF_OF_DAY = re.compile(r",? (?:in the )?(?P<half>morning|afternoon|evening)\b")  # tomorrow morning
_UNIT = r"(?P<unit>명|분|개|건|편|가지|시간|줄|문장|사람|곳)"
_QUANTITIES = (
    rf"(?<![\d:])(?P<number>\d{{1,3}}) ?{_UNIT}",
    rf"(?<![가-힣])(?P<number>{NATIVE}) ?{_UNIT}(?!야|의)",
)  # fmt: skip
_NUMBERED = re.compile(r"(?:발표|발제|강연|세션|분과|트랙|주제|talk|session|track) ?$")
_COUNT = re.compile(r"(?<![\d:.-])(?P<number>\d{1,2})(?!\d|[:.-]\d)")


def find_moments(line: Line, now: datetime, seminar: Seminar) -> Iterator[Edge]:
    """Yield an edge for every number, time, span and date of the line; ``now`` is a time of the seminar's zone.

    Senses: ``time`` HH:MM, ``offset`` minutes from now, ``day`` ISO date, ``nth`` for ordinals, ``quantity`` for
    numbers with a unit, ``number`` for bare ones.
    """
    text = line.text
    for found, sense in find_dates(text, now.date(), seminar):
        half = _HALF_OF_DAY.match(text, found.end())
        halves = {Sense("moment", "half_day"), Sense("moment", half["half"])} if half else set()
        yield from _edge(line, found.start(), half.end() if half else found.end(), sense, *halves)
    for found, sense in chain(
        find_clocks(text, seminar),
        find_spans(text),
        find_lengths(text),
        _find_numbers(text),
    ):
        yield from _edge(line, found.start(), found.end(), sense)


def _edge(line: Line, first: int, last: int, *senses: Sense) -> Iterator[Edge]:
    """The stretch of the text as a word with these senses."""
    start, end = (bisect_left(line.source, at) for at in (first, last))
    if start < end:
        yield Edge(start, end, Word("", line.text[first:last].strip(), Part.NOUN, frozenset(senses)))


def _find_numbers(text: str) -> Iterator[tuple[re.Match[str], Sense]]:
    for found in find_all(text, *_NTH):
        yield found, Sense("nth", str(read_number(found["number"])))
    for found in find_all(text, *_QUANTITIES):
        is_native = not found["number"].isdigit()
        if found["unit"] == "시간" and _NUMBERED.search(text, 0, found.start()) and " " in found[0]:
            continue  # 발표 1 시간: the time of talk 1
        unit = "명" if is_native and found["unit"] == "분" else found["unit"]  # 네 분 are people, 4분 minutes
        yield found, Sense("quantity", f"{read_number(found['number'])}{unit}")
    for found in _COUNT.finditer(text):
        yield found, Sense("number", str(read_number(found["number"])))
