"""Reading a question that was mistyped: slips, initial consonants alone, the keyboard set to the other language.

Each repair is a further possible word, or a further reading of the whole line, with a price of its own; the cheapest
reading wins, so nothing is repaired that can be understood as it stands.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.core.keyboard import to_hangul, to_latin
from bot.core.language import Part
from bot.core.lexicon import Lexicon, is_plain_slip
from bot.core.line import Line, make_line
from bot.core.parsing import SLIP, Edge, Parse, Token, parse
from bot.core.respelling import respell
from bot.core.text import has_hangul, is_syllable, normalise

_LONGEST_REPAIR = 30  # jamo; longer stretches are not compared
_INITIALS_PRICE = 0.4  # times _SLIP: initial consonants are a guess, but a deliberate one
_LAYOUT_PRICE = 1.0
_MOST_UNKNOWN = 0.4  # share of the letters
_MOST_UNKNOWN_BEFORE = 0.75  # the same before slips are repaired
_SHORT_SLIP_PRICE = 1.6  # a slip in a short word changes more of it
_INNER_SLIP_PRICE = 1.5  # a short word within another is more likely a part of an unknown one
_WORSE = 0.5  # a corrected text may cost so much more: its words stand apart where one word spanned them
_WORDS = (Part.NOUN, Part.STEM, Part.FILLER, Part.FILLER_STEM)
_LATIN_LETTERS = re.compile(r"[A-Za-z][A-Za-z'\[\];,./]*")
_LONE_LETTERS = re.compile(r"[ㄱ-ㅎ]{2,}")
_LAUGHTER = re.compile(r"[ㅋㅎㅠㅜ]{2,}|(?<![ㄱ-ㅣ])[ㅠㅜ](?![ㄱ-ㅣ가-힣])")

EdgeFinder = Callable[[Line], Iterable[Edge]]


@dataclass(frozen=True, slots=True)
class Understood:
    """The cheapest reading of a question, and whether it was typed in the other keyboard layout."""

    parse: Parse
    is_layout_repaired: bool = False


def understand(question: str, lexicon: Lexicon, find_edges: EdgeFinder) -> Understood:
    """Return the cheapest reading of ``question``; ``find_edges`` adds numbers and times to the lexicon's words."""
    plain = _LAUGHTER.sub(" ", question)
    reading = Understood(_parse_repaired(plain, lexicon, find_edges))
    if not reading.parse.unknown and not any(token.slips > 1 for token in reading.parse.tokens):
        return reading
    others = [
        Understood(_parse_repaired(other, lexicon, find_edges, _MOST_UNKNOWN_BEFORE), is_layout_repaired=True)
        for other in dict.fromkeys(_other_layouts(plain, reading.parse))
    ]
    return min((reading, *filter(_is_mostly_known, others)), key=_reading_cost)


def _is_mostly_known(reading: Understood) -> bool:
    """Whether the other layout gives words: gibberish stays gibberish in every layout."""
    return _unknown_share(reading.parse) <= _MOST_UNKNOWN


def _unknown_share(parsed: Parse) -> float:
    return sum(token.end - token.start for token in parsed.unknown) / max(len(parsed.line.jamo), 1)


def _reading_cost(reading: Understood) -> float:
    return reading.parse.cost + (_LAYOUT_PRICE if reading.is_layout_repaired else 0.0)


def _parse_repaired(text: str, lexicon: Lexicon, find_edges: EdgeFinder, most_unknown: float = 1.0) -> Parse:
    line = make_line(normalise(text))
    edges = [*find_edges(line), *_initials_edges(line, lexicon)]
    first = parse(line, lexicon, edges)
    if _unknown_share(first) > most_unknown:
        return first
    repairs = list(_slip_edges(line, lexicon, first))
    repaired = parse(line, lexicon, [*edges, *repairs]) if repairs else first
    return _read_again(repaired, lexicon, find_edges)


def _read_again(repaired: Parse, lexicon: Lexicon, find_edges: EdgeFinder) -> Parse:
    """The reading of the corrected text as a whole, where that explains it as well."""
    respelled = respell(repaired)
    if respelled is None:
        return repaired
    line = respelled.line
    again = parse(line, lexicon, [*find_edges(line), *_initials_edges(line, lexicon)])
    cost = again.cost + SLIP * respelled.slips
    return replace(respelled.marked(again), cost=cost) if cost <= repaired.cost + _WORSE else repaired


def _other_layouts(text: str, reading: Parse) -> Iterator[str]:
    """The text in the other layout: all of its Latin, only its unknown Latin words, or all of its Hangul."""
    if _LATIN_LETTERS.search(text):
        yield _LATIN_LETTERS.sub(lambda found: to_hangul(found[0]), text)
        unknown = {token.typed for token in reading.unknown}
        yield _LATIN_LETTERS.sub(lambda f: to_hangul(f[0]) if f[0].lower() in unknown else f[0], text)
    if has_hangul(text):
        yield to_latin(text)


def _initials_edges(line: Line, lexicon: Lexicon) -> Iterator[Edge]:
    """Words for runs of lone consonants; up to two letters after a word are its ending."""
    for start, end in _runs(line):
        letters = line.jamo[start:end]
        for length in range(len(letters), 1, -1):
            word = lexicon.by_initials(letters[:length])
            if word and len(letters) - length <= 2:
                yield Edge(start, end, word, _INITIALS_PRICE + 0.3 * (len(letters) - length))
                break


def _runs(line: Line) -> Iterator[tuple[int, int]]:
    for found in _LONE_LETTERS.finditer(line.jamo):
        cuts = [found.start(), *(at for at in range(found.start() + 1, found.end()) if at in line.breaks), found.end()]
        yield from pairwise(cuts)


def _slip_edges(line: Line, lexicon: Lexicon, reading: Parse) -> Iterator[Edge]:
    """Words that a stretch around something unknown misses by a slip or two."""
    seen: set[tuple[int, int]] = set()
    for start, end in _doubtful(line, reading):
        places = [at for at in range(start, end + 1) if line.starts[at]]
        for first in places:
            for last in places:
                if 2 < last - first <= _LONGEST_REPAIR and (first, last) not in seen:
                    seen.add((first, last))
                    yield from _near_edges(line, lexicon, first, last)


def _near_edges(line: Line, lexicon: Lexicon, start: int, end: int) -> Iterator[Edge]:
    typed = line.jamo[start:end]
    for near in lexicon.near(typed)[:4]:
        is_stem = near.word.part is Part.STEM
        if is_stem and len(near.word.form) < 5:
            continue
        price = float(near.slips)
        is_ending = near.word.part in (Part.COPULA, Part.ENDING)
        price += 0.0 if start == 0 or start in line.breaks or is_ending else _INNER_SLIP_PRICE
        if len(near.word.form) < 7:
            if not typed.isascii() and not is_plain_slip(typed, near.word.form):
                continue
            price *= _SHORT_SLIP_PRICE
        yield Edge(start, end, near.word, price)


def _pieces(reading: Parse) -> Iterator[Token]:
    """Single syllables that mean nothing, stuck to the next word: more likely the start of a mistyped one."""
    for token, following in pairwise(reading.tokens):
        is_single = token.part in (Part.FILLER, Part.FILLER_STEM) and len(token.typed) == 1
        if is_single and token.spaced and not following.spaced and following.part in _WORDS:
            yield token


def _doubtful(line: Line, reading: Parse) -> Iterator[tuple[int, int]]:
    """The stretches between spaces that hold something unknown; Latin ones with a neighbour, for names in two words."""
    bounds = sorted({0, len(line.jamo), *line.breaks})
    words = list(pairwise(bounds))
    for token in (*reading.unknown, *_pieces(reading)):
        inside = [n for n, (start, end) in enumerate(words) if start < token.end and end > token.start]
        first, last = inside[0], inside[-1]
        if not is_syllable(token.typed[0]):
            first, last = max(first - 2, 0), min(last + 2, len(words) - 1)
        yield words[first][0], words[last][1]
