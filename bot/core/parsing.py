"""Splitting a question into known words, spaces or none: the cheapest cover of its letters by the lexicon.

Every word has a price and so has every joint between two words; a syllable that nothing explains is dear. The cheapest
path through all possible words is found by dynamic programming, as morphological analysers do, but with the small
vocabulary of one seminar: what it cannot explain stays visible as an unknown word.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf
from typing import NamedTuple

from bot.core.language import Part, Word
from bot.core.lattice import AFTER_ONE_SYLLABLE, Candidate, Edge, Lattice
from bot.core.line import Line

_FILLERS = (Part.FILLER, Part.FILLER_STEM)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the cheapest cover: its text and what it was taken for (nothing where unknown).

    ``mistyped`` is what stood there where the text was corrected.
    """

    start: int
    end: int
    typed: str
    part: Part
    word: Word | None
    slips: float = 0.0
    spaced: bool = True
    mistyped: str = ""

    def __hash__(self) -> int:
        """By the place alone: sets of words are made all the time, and two of one question hardly ever share theirs."""
        return hash((self.start, self.end))


@dataclass(frozen=True, slots=True)
class Parse:
    """The cheapest cover of a line."""

    line: Line
    tokens: tuple[Token, ...]
    cost: float

    @property
    def unknown(self) -> tuple[Token, ...]:
        """The words nothing explains."""
        return tuple(token for token in self.tokens if token.part is Part.UNKNOWN)


class _Step(NamedTuple):
    """The cheapest way to a place by a word of some part, and of what part the word before it is."""

    cost: float
    candidate: Candidate | None
    before: Part | None


_Table = list[dict[Part | None, _Step]]


def parse(lattice: Lattice, edges: Iterable[Edge] = ()) -> Parse:
    """Return the cheapest cover of the lattice's line by the lexicon's words and the further ``edges``."""
    line = lattice.line
    further: dict[int, list[Candidate]] = {}
    for edge in edges:
        if candidate := lattice.candidate(edge):
            further.setdefault(edge.start, []).append(candidate)
    table: _Table = [{} for _ in range(len(line.jamo) + 1)]
    table[0][None] = _Step(0.0, None, None)
    for at in range(len(line.jamo)):
        if table[at]:
            for candidate in (*lattice.starting_at(at), *further.get(at, ())):
                _extend(table, candidate)
    return _trace(line, table)


def _extend(table: _Table, candidate: Candidate) -> None:
    """Note the cheapest way to the end of a candidate, where that is cheaper than those known."""
    reached, part, joints = table[candidate.end], candidate.part, candidate.price_by_before
    known = reached.get(part)
    lowest = known.cost if known else inf
    for before, step in table[candidate.start].items():
        joint = joints.get(before)
        if joint is None:
            continue
        cost = step.cost + candidate.price + joint
        if candidate.clings and before in _FILLERS and step.candidate and step.candidate.is_short:
            cost += AFTER_ONE_SYLLABLE
        if cost < lowest:
            lowest = cost
            reached[part] = _Step(cost, candidate, before)


def _trace(line: Line, table: _Table) -> Parse:
    if not line.jamo:
        return Parse(line, (), 0.0)
    step = min(table[-1].values(), key=lambda step: step.cost)
    cost, found = step.cost, []
    while step.candidate is not None:
        found.append(_token(line, step.candidate))
        step = table[step.candidate.start][step.before]
    return Parse(line, _join_unknown(line, found[::-1]), cost)


def _token(line: Line, candidate: Candidate) -> Token:
    start, end = candidate.start, candidate.end
    is_spaced = start == 0 or start in line.breaks
    return Token(start, end, line.typed(start, end), candidate.part, candidate.word, candidate.slips, is_spaced)


def _join_unknown(line: Line, tokens: list[Token]) -> tuple[Token, ...]:
    """Make one token of neighbouring unknown syllables."""
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if last and last.part is token.part is Part.UNKNOWN and not token.spaced:
            joined[-1] = replace(last, end=token.end, typed=line.typed(last.start, token.end))
        else:
            joined.append(token)
    return tuple(joined)
