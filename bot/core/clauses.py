"""Which part of a message asks: people say first who they are and why they ask, and that is not the question."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.language import Sense
from bot.core.line import Line
from bot.core.parsing import Token

_SENTENCE_END = re.compile(r"[.!?;\n。—–]+\s+| - ")
_ASKING = frozenset(
    {"ask", "moment", "time", "offset", "topic", "medium", "role", "kind", "session", "unannounced", "faq"}
)
_NAMING = frozenset(
    {"person", "talk", "topic_word", "org", "title", "family", "talks", "seminar", "release", "contact"}
)


_ASKS, _NAMES = 2, 1
_CERTAIN = Sense("ask", "certain")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the line, from a place to a place; ``is_background`` where another one holds the question."""

    start: int
    end: int
    is_background: bool


def find_clauses(line: Line, senses: Iterable[tuple[Sense, Token]], connectives: re.Pattern[str]) -> tuple[Clause, ...]:
    """Return the clauses of a line.

    A clause that ends in a connective (``connectives`` matches its end: …인데, …해서) is background where a later one
    asks or names something; a whole sentence is, where it asks nothing and another one does.
    """
    pairs = tuple(senses)
    bounds = _bounds(line, connectives)
    weights = [_weight(pairs, start, end) for start, end, _ in bounds]
    clauses = []
    for n, (start, end, is_linked) in enumerate(bounds):
        earlier, later = max(weights[:n], default=0), max(weights[n + 1 :], default=0)
        is_reason = is_linked and (later > 0 or (n == len(bounds) - 1 and earlier == _ASKS))
        is_background = is_reason or (weights[n] == 0 and max(earlier, later) > 0)
        clauses.append(Clause(start, end, is_background))
    return tuple(clauses)


def _weight(pairs: tuple[tuple[Sense, Token], ...], start: int, end: int) -> int:
    """How much of a question a stretch is: whether it asks, or only names something."""
    inside = [sense for sense, token in pairs if start <= token.start < end]
    kinds = {sense.kind for sense in inside if sense != _CERTAIN}  # "…라던데 맞나요" asks what comes before it
    return _ASKS if kinds & _ASKING else _NAMES if kinds & _NAMING else 0


def _bounds(line: Line, connectives: re.Pattern[str]) -> list[tuple[int, int, bool]]:
    """The stretches between sentence ends and connectives, and whether each ends in a connective."""
    cuts = {bisect_left(line.source, found.end()): False for found in _SENTENCE_END.finditer(line.text)}
    cuts |= {bisect_left(line.source, found.end()): True for found in connectives.finditer(line.text)}
    cuts.setdefault(len(line.jamo), False)
    bounds, start = [], 0
    for end in sorted(cuts):
        if end > start:
            bounds.append((start, end, cuts[end]))
            start = end
    return bounds


def in_background(token: Token, clauses: Iterable[Clause]) -> bool:
    """Return whether a token stands in a clause that is background."""
    return any(clause.is_background and clause.start <= token.start < clause.end for clause in clauses)
