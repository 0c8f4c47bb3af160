"""Splitting a question into known words, spaces or none: the cheapest cover of its letters by the lexicon.

Every word has a price and so has every joint between two words; a syllable that nothing explains is dear. The cheapest
path through all possible words is found by dynamic programming, as morphological analysers do, but with the small
vocabulary of one seminar: what it cannot explain stays visible as an unknown word.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.core.language import WEAK_SENSES, Part, Word
from bot.core.lexicon import Lexicon
from bot.core.line import Line, script_of
from bot.core.text import is_syllable

_FINALS = ("\u11a8", "\u11c2")
_INFLECTIONS = ("s", "es", "ed", "ing", "d", "er")

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
_CONTENT = (Part.NOUN, Part.STEM, Part.FILLER, Part.FILLER_STEM)
_ONE_SYLLABLE = {Part.NOUN: 0.8, Part.STEM: 0.7, Part.FILLER: 0.2, Part.FILLER_STEM: 0.1}
_UNKNOWN_FIRST, _UNKNOWN_NEXT, _UNKNOWN_LATIN, _UNKNOWN_DIGITS = 3.0, 1.6, 4.0, 2.5
SLIP = 0.9
_WEAK_WORD = 0.3
_CROSSING = 0.1  # a space within a word
_INFLECTED = 0.2

_STEMS = (Part.STEM, Part.FILLER_STEM)
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
    Part.UNKNOWN: {Part.UNKNOWN: 0.0, Part.NOUN: 0.8, None: 0.5},
}  # fmt: skip
_JOINED_WORD: Mapping[Part | None, float] = {Part.STEM: 0.9, Part.FILLER_STEM: 1.5, Part.UNKNOWN: 1.2, None: 0.3}
_SPACED_SYLLABLE = 3.6  # a particle of one syllable that stands apart is more likely a piece of a word
_SPACED_PARTICLE, _SPACED_COPULA, _SPACED_STEM_ENDING, _SPACED_ENDING = 1.2, 1.0, 0.4, 4.0
_AFTER_ONE_SYLLABLE = 1.0  # a syllable that adds nothing, stuck to a word: more likely a part of an unknown one
_FIRST_PARTICLE = 3.0
_STRANGE_AFTER_NOUN = 0.6  # 소속까치: a mistyped particle, more likely


@dataclass(frozen=True, slots=True)
class Edge:
    """A word that may stand between two places of a line; ``slips`` tells how far off it was typed."""

    start: int
    end: int
    word: Word
    slips: float = 0.0


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


@dataclass(frozen=True, slots=True)
class _Step:
    cost: float
    token: Token | None
    before: tuple[int, Part | None] | None


def parse(line: Line, lexicon: Lexicon, edges: Iterable[Edge] = ()) -> Parse:
    """Return the cheapest cover of ``line`` by the lexicon's words and the further ``edges``."""
    extra: dict[int, list[Edge]] = {}
    for edge in edges:
        extra.setdefault(edge.start, []).append(edge)
    table: list[dict[Part | None, _Step]] = [{} for _ in range(len(line.jamo) + 1)]
    table[0][None] = _Step(0.0, None, None)
    for at in range(len(line.jamo)):
        if table[at]:
            for token, price in _tokens_at(line, lexicon, at, extra.get(at, [])):
                _extend(table, token, price)
    return _trace(line, table)


def _tokens_at(line: Line, lexicon: Lexicon, at: int, extra: list[Edge]) -> Iterable[tuple[Token, float]]:
    spaced = at == 0 or at in line.breaks
    is_start = line.starts[at]
    for bare, word in lexicon.starting_at(line.jamo, at):
        end = _fitting_end(line, at, bare, word)
        if end and (is_start or word.part in _ENDINGS):
            price = _price(word, line, at, end) + (_INFLECTED if end > bare else 0.0)
            yield Token(at, end, line.typed(at, end), word.part, word, 0.0, spaced), price
    if not is_start:
        return
    for edge in extra:
        price = _price(edge.word, line, at, edge.end) + SLIP * edge.slips
        yield Token(at, edge.end, line.typed(at, edge.end), edge.word.part, edge.word, edge.slips, spaced), price
    end = line.next_start(at)
    yield Token(at, end, line.typed(at, end), Part.UNKNOWN, None, 0.0, spaced), _unknown_price(line, at)


def _fitting_end(line: Line, start: int, end: int, word: Word) -> int:
    """Where the word ends, a Latin inflection included; 0 where it cannot end there."""
    if line.starts[end]:
        return end
    if word.part in (Part.STEM, Part.FILLER_STEM, *_ENDINGS) and _FINALS[0] <= line.jamo[end] <= _FINALS[1]:
        return end
    if word.part is Part.NOUN and script_of(line.jamo[start]) == "L" and script_of(line.jamo[end]) == "L":
        until = line.next_start(end)
        if end - start > 2 and line.jamo[end:until] in _INFLECTIONS:
            return until
    return 0


def _price(word: Word, line: Line, start: int, end: int) -> float:
    one = line.next_start(start) >= end and is_syllable(line.text[line.source[start]])
    crossings = sum(1 for at in line.breaks if start < at < end)
    weak = _WEAK_WORD if word.senses and all(sense.kind in WEAK_SENSES for sense in word.senses) else 0.0
    return _WORD[word.part] + (_ONE_SYLLABLE.get(word.part, 0.0) if one else 0.0) + weak + _CROSSING * crossings


def _unknown_price(line: Line, at: int) -> float:
    script = script_of(line.jamo[at])
    return {"L": _UNKNOWN_LATIN, "D": _UNKNOWN_DIGITS}.get(script, _UNKNOWN_FIRST)


def _extend(table: list[dict[Part | None, _Step]], token: Token, price: float) -> None:
    for before, step in table[token.start].items():
        joint = _joint(before, token)
        if joint is None or (not token.spaced and _is_given_name(token)):
            continue
        if not token.spaced and token.part in _CONTENT and _is_short_filler(step.token):
            joint += _AFTER_ONE_SYLLABLE
        if not token.spaced and token.part is Part.STEM and len(token.typed) == 1:
            joint += _AFTER_ONE_SYLLABLE
        if not token.spaced and before is Part.NOUN and token.word and token.word.is_other:
            joint += _STRANGE_AFTER_NOUN
        if token.part is Part.UNKNOWN and before is Part.UNKNOWN and not token.spaced:
            joint += _UNKNOWN_NEXT - _UNKNOWN_FIRST
        cost = step.cost + price + joint
        known = table[token.end].get(token.part)
        if known is None or cost < known.cost:
            table[token.end][token.part] = _Step(cost, token, (token.start, before))


def _joint(before: Part | None, token: Token) -> float | None:
    """The price of putting a word after another; None where it cannot stand there."""
    part = token.part
    if before is None:
        return {Part.PARTICLE: _FIRST_PARTICLE, Part.ENDING: None, Part.COPULA: None}.get(part, 0.0)
    if token.spaced:
        if part is Part.PARTICLE:
            return _SPACED_PARTICLE if len(token.typed) > 1 else _SPACED_SYLLABLE
        if part in _ENDINGS:
            return _spaced_ending(before, token)
        return 0.0
    prices = _JOINED.get(part, _JOINED_WORD)
    return prices.get(before, prices[None])


def _spaced_ending(before: Part | None, token: Token) -> float:
    """An ending that stands apart belongs to the stem before it; a long copula may follow a noun so."""
    is_long = len(token.typed) > 1
    if before in _STEMS and is_long:
        return _SPACED_STEM_ENDING
    return _SPACED_COPULA if token.part is Part.COPULA and before is Part.NOUN and is_long else _SPACED_ENDING


def _is_given_name(token: Token) -> bool:
    """A given name alone stands at the start of a word: after another syllable it belongs to somebody else."""
    return token.word is not None and any(s.kind == "given" and is_syllable(token.typed[0]) for s in token.word.senses)


def _is_short_filler(token: Token | None) -> bool:
    return token is not None and token.part in (Part.FILLER, Part.FILLER_STEM) and len(token.typed) == 1


def _trace(line: Line, table: list[dict[Part | None, _Step]]) -> Parse:
    if not line.jamo:
        return Parse(line, (), 0.0)
    part, step = min(table[-1].items(), key=lambda item: item[1].cost)
    cost, tokens = step.cost, []
    while step.token is not None and step.before is not None:
        tokens.append(step.token)
        at, part = step.before
        step = table[at][part]
    return Parse(line, _join_unknown(line, tokens[::-1]), cost)


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
