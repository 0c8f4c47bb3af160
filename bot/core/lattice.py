"""The lattice of a line: every word that may stand somewhere in it, and its price there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from bot.core.language import Part, Word
from bot.core.lexicon import Lexicon
from bot.core.line import Line, script_of
from bot.core.text import is_syllable, is_vowel

_MARKS = ",;?!"
_FINALS = ("\u11a8", "\u11c2")
_AFTER_CONSONANTS = "\u110b\u1173"  # 으: 은, 을, 음, 으면
_INFLECTIONS = ("s", "es", "ed", "ing", "d", "er")
_SHORTEST_INFLECTED = 3  # letters

# Prices. A word costs the same whatever its length, so that the longer of two explanations wins.
_WORD = {
    Part.NOUN: 1.0,
    Part.STEM: 0.8,
    Part.FILLER: 0.9,
    Part.FILLER_STEM: 0.7,
    Part.PARTICLE: 0.25,
    Part.COPULA: 0.2,
    Part.ENDING: 0.2,
}
_ENDINGS = (Part.COPULA, Part.ENDING)
_STEMS = (Part.STEM, Part.FILLER_STEM)
_CONTENT = (Part.NOUN, Part.STEM, Part.FILLER, Part.FILLER_STEM)
_ONE_SYLLABLE = {Part.NOUN: 0.8, Part.STEM: 0.7, Part.FILLER: 0.2, Part.FILLER_STEM: 0.1}
_UNKNOWN_FIRST, _UNKNOWN_NEXT, _UNKNOWN_LATIN, _UNKNOWN_DIGITS = 3.0, 1.6, 4.0, 2.5
SLIP = 0.9
_WEAK_WORD = 0.3
_CROSSING = 0.1  # a space within a word
_INFLECTED = 0.2
_UNFITTING = 1.6  # 따음: 음 follows consonants alone
AFTER_ONE_SYLLABLE = 1.0  # a syllable that adds nothing, stuck to a word: more likely a part of an unknown one
_FIRST_PARTICLE = 3.0
_STRANGE_AFTER_NOUN = 0.6  # 소속까치: a mistyped particle, more likely
_SPACED_SYLLABLE = 3.6  # a particle of one syllable that stands apart is more likely a piece of a word
_SPACED_PARTICLE, _SPACED_COPULA, _SPACED_STEM_ENDING, _SPACED_ENDING = 1.2, 1.0, 0.4, 4.0

# The price of a joint without a space, by the part before; parts not named cost the value under None.
_JOINED: Mapping[Part, Mapping[Part | None, float]] = {
    Part.PARTICLE: {
        Part.NOUN: 0.0, Part.FILLER: 0.1, Part.UNKNOWN: 0.1, Part.PARTICLE: 0.2, Part.COPULA: 0.3, Part.ENDING: 0.3,
        None: 0.8,
    },
    Part.COPULA: {
        Part.STEM: 0.1, Part.FILLER_STEM: 0.1, Part.COPULA: 0.2, Part.ENDING: 0.2, Part.PARTICLE: 0.4, None: 0.3,
    },
    Part.ENDING: {
        Part.STEM: 0.0, Part.FILLER_STEM: 0.0, Part.ENDING: 0.1, Part.COPULA: 0.1, Part.UNKNOWN: 0.3,
        Part.PARTICLE: 1.0, Part.NOUN: 1.2, None: 2.0,
    },
    Part.UNKNOWN: {Part.UNKNOWN: _UNKNOWN_NEXT - _UNKNOWN_FIRST, Part.NOUN: 0.8, None: 0.5},
}  # fmt: skip
_JOINED_WORD: Mapping[Part | None, float] = {Part.STEM: 0.9, Part.FILLER_STEM: 1.5, Part.UNKNOWN: 1.2, None: 0.3}


@dataclass(frozen=True, slots=True)
class Edge:
    """A word that may stand between two places of a line; ``slips`` tells how far off it was typed."""

    start: int
    end: int
    word: Word
    slips: float = 0.0


class Candidate(NamedTuple):
    """A word that may stand between two places (none: a syllable that nothing explains), and what it costs there.

    ``price_by_before`` is the price of the joint with the part before it; what is not in it cannot stand there.
    """

    start: int
    end: int
    part: Part
    word: Word | None
    slips: float
    price: float
    price_by_before: Mapping[Part | None, float]
    is_short: bool
    clings: bool


class Lattice:
    """The candidates of one line by the place where they start; each place is looked up once, when it is asked for."""

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        self.line = line
        self._lexicon = lexicon
        self._by_start: dict[int, list[Candidate]] = {}

    def starting_at(self, at: int) -> list[Candidate]:
        """Return the lexicon's words that may stand at a place, and the syllable there as an unknown word."""
        if at not in self._by_start:
            self._by_start[at] = list(self._look_up(at))
        return self._by_start[at]

    def _look_up(self, at: int) -> Iterator[Candidate]:
        line = self.line
        is_start = line.starts[at]
        for bare, word in self._lexicon.starting_at(line.jamo, at):
            if not is_start and word.part not in _ENDINGS:
                continue
            end = _fitting_end(line, at, bare, word)
            if end and (candidate := self._candidate(at, end, word, _INFLECTED if end > bare else 0.0)):
                yield candidate
        if is_start:
            yield self._unknown(at)

    def candidate(self, edge: Edge) -> Candidate | None:
        """Return the candidate of a further edge; None where it cannot stand there."""
        if not self.line.starts[edge.start]:
            return None
        return self._candidate(edge.start, edge.end, edge.word, SLIP * edge.slips, edge.slips)

    def _candidate(self, start: int, end: int, word: Word, extra: float, slips: float = 0.0) -> Candidate | None:
        line, part = self.line, word.part
        is_spaced = start == 0 or start in line.breaks
        is_short = line.source[start] == line.source[end - 1]
        first_is_syllable = is_syllable(line.text[line.source[start]])
        if not is_spaced and word.is_given and first_is_syllable:
            return None  # a given name after another syllable belongs to somebody else
        if _ends_in_prefix(line, start, end):
            return None
        breaks = line.count_breaks(start, end)
        if breaks and _spans_mark(line, start, end, word, breaks):
            return None
        price = _WORD[part] + (_WEAK_WORD if word.is_weak else 0.0) + _CROSSING * breaks + extra
        if first_is_syllable and line.next_starts[start] >= end:
            price += _ONE_SYLLABLE.get(part, 0.0)
        if not is_spaced and is_short and part is Part.STEM:
            price += AFTER_ONE_SYLLABLE
        if not is_spaced and is_misfit(line, start, word):
            price += _UNFITTING
        joints = _JOINTS[part, is_spaced, is_short, word.is_other]
        return Candidate(start, end, part, word, slips, price, joints, is_short, not is_spaced and part in _CONTENT)

    def _unknown(self, at: int) -> Candidate:
        line = self.line
        script, end = script_of(line.jamo[at]), line.next_starts[at]
        price = {"L": _UNKNOWN_LATIN, "D": _UNKNOWN_DIGITS}.get(script, _UNKNOWN_FIRST)
        is_short = line.source[at] == line.source[end - 1]
        joints = _JOINTS[Part.UNKNOWN, at == 0 or at in line.breaks, is_short, False]
        return Candidate(at, end, Part.UNKNOWN, None, 0.0, price, joints, is_short, clings=False)


def _spans_mark(line: Line, start: int, end: int, word: Word, breaks: int) -> bool:
    """Whether a word joins, over so many spaces, what does not belong together: "presentation, one" is no number."""
    if word.is_other and word.text.isascii():
        return breaks > word.text.count(" ")  # "for me at lunch" is no meat
    if " " not in word.text:
        return False
    inside = line.text[line.source[start] : line.source[end - 1]]
    return any(mark in inside and mark not in word.text for mark in _MARKS)


def is_misfit(line: Line, start: int, word: Word) -> bool:
    """Return whether an ending that follows consonants alone stands after a vowel: the 음 of 따음, not that of 있음."""
    is_such = word.part is Part.ENDING and word.form.startswith(_AFTER_CONSONANTS)
    return is_such and start > 0 and is_vowel(line.jamo[start - 1])


def _ends_in_prefix(line: Line, start: int, end: int) -> bool:
    """Whether several words would end in the letter that leads one with a hyphen: "talk on e-book" is no talk one."""
    if end == len(line.jamo) or end - start < _SHORTEST_INFLECTED or line.source[end - 1] < 1:
        return False
    last = line.source[end - 1]
    return line.text[last - 1] == " " and line.text[last + 1 : last + 2] == "-"


def _fitting_end(line: Line, start: int, end: int, word: Word) -> int:
    """Where the word ends, a Latin inflection included; 0 where it cannot end there."""
    if line.starts[end]:
        return end
    if word.part in (*_STEMS, *_ENDINGS) and _FINALS[0] <= line.jamo[end] <= _FINALS[1]:
        return end
    if word.part is Part.NOUN and script_of(line.jamo[start]) == "L" and script_of(line.jamo[end]) == "L":
        until = line.next_starts[end]
        if end - start >= _SHORTEST_INFLECTED and line.jamo[end:until] in _INFLECTIONS:
            return until
    return 0


def _joint(before: Part | None, part: Part, is_spaced: bool, is_short: bool, is_other: bool) -> float | None:
    """The price of putting a word after another; None where it cannot stand there."""
    if before is None:
        return {Part.PARTICLE: _FIRST_PARTICLE, Part.ENDING: None, Part.COPULA: None}.get(part, 0.0)
    if not is_spaced:
        prices = _JOINED.get(part, _JOINED_WORD)
        return prices.get(before, prices[None]) + (_STRANGE_AFTER_NOUN if is_other and before is Part.NOUN else 0.0)
    if part is Part.PARTICLE:
        return _SPACED_SYLLABLE if is_short else _SPACED_PARTICLE
    if part not in _ENDINGS:
        return 0.0
    if before in _STEMS and not is_short:  # an ending that stands apart belongs to the stem before it
        return _SPACED_STEM_ENDING
    is_copula = part is Part.COPULA and before is Part.NOUN and not is_short  # a long copula may follow a noun so
    return _SPACED_COPULA if is_copula else _SPACED_ENDING


def _joints(part: Part, is_spaced: bool, is_short: bool, is_other: bool) -> Mapping[Part | None, float]:
    prices = {before: _joint(before, part, is_spaced, is_short, is_other) for before in (None, *Part)}
    return {before: price for before, price in prices.items() if price is not None}


_FLAGS = (False, True)
_JOINTS = {key: _joints(*key) for key in product(Part, _FLAGS, _FLAGS, _FLAGS)}
