"""Reading a question that was mistyped: slips, initial consonants alone, the keyboard set to the other language.

Each repair is a further possible word, or a further reading of the whole line, with a price of its own; the cheapest
reading wins, so nothing is repaired that can be understood as it stands.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz.distance import OSA

from bot.core.doubts import doubtful_stretches
from bot.core.hanja import Readings, has_hanja, read_hanja
from bot.core.initials import count_meanings, fitness, initials_edges
from bot.core.keyboard import to_hangul, to_latin
from bot.core.language import PHRASE, Part, Word
from bot.core.lattice import Edge, Lattice
from bot.core.lexicon import Lexicon, Near, is_heard_alike, is_plain_slip
from bot.core.line import Line, make_line, script_of
from bot.core.numerals import NATIVE, SINO
from bot.core.parsing import Parse, Token, parse
from bot.core.patterns import find_all
from bot.core.respelling import respell
from bot.core.text import carried_over, has_hangul, normalise, to_jamo

_LONGEST_REPAIR = 30  # jamo; longer stretches are not compared
_LAYOUT_PRICE = 1.0
_HANJA_PRICE = 0.4
_MOST_UNKNOWN = 0.4  # share of the letters
_MOST_UNKNOWN_BEFORE = 0.75  # the same before slips are repaired
_SHORT_SLIP_PRICE = 1.6  # a slip in a short word changes more of it
_INNER_SLIP_PRICE = 1.5  # a short word within another is more likely a part of an unknown one
_HEARD_PRICE = 0.3  # so much less where the ear was mistaken, not the finger
_BARE_STEM_PRICE = 0.4  # a stem wants an ending
_CROSSING_PRICE = 0.2  # a slip and a space too many
_PHRASE_PRICE = 0.3  # a phrase stands for several words
_RARE_PRICE, _RARE_HEARD_PRICE = 0.6, 0.1
_UNIT_PRICE = 0.3  # after a number hardly anything else can be meant
# What is asked about now and then: of two words as near, the other is meant.
_RARE = ("topic", "unannounced", "faq", "smalltalk")
_SHORT_WORD = 7  # jamo
_SHORTEST_STEM = 5  # jamo
_MOST_CANDIDATES = 4
_UNKNOWN_WORTH = 1.0  # what a phrase explains weighs more than a cheap cover
_WORSE = 0.5  # a corrected text may cost so much more: its words stand apart where one word spanned them
_STEMS = (Part.STEM, Part.FILLER_STEM)
_LOOSE = (Part.FILLER, Part.PARTICLE)
_ATTACHED = (Part.COPULA, Part.ENDING, Part.PARTICLE)
# Numbers with the syllable after them, and the units of time that this may have been meant for.
_COUNTED = (
    (r"(?<!\d)(\d{1,2})([가-힣])", ("시", "분", "일")),
    (rf"(?<=시)( ?(?:\d{{1,2}}|{SINO}))([가-힣])", ("분",)),
    (rf"((?:\d|{NATIVE}) ?시)([가-힣])", ("반",)),
)
_LATIN_LETTERS = re.compile(r"[A-Za-z][A-Za-z'\[\];,./]*")
_BROKEN_SYLLABLES = re.compile(r"[가-힣][ㄱ-ㅎ]{2}|[ㄱ-ㅎ]{2}[가-힣]|[ㅏ-ㅣ]")  # 좓ㄱㄷ: no Korean is written so
_LAUGHTER = re.compile(r"[ㅋㅎㅠㅜ]{2,}|(?<![ㄱ-ㅣ])[ㅠㅜ](?![ㄱ-ㅣ가-힣])")

# Full-width letters and marks as they are on a keyboard, capitals kept: the other layout tells them apart.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}

EdgeFinder = Callable[[Line], Iterable[Edge]]


@dataclass(frozen=True, slots=True)
class Understood:
    """The cheapest reading of a question, and whether it was typed in the other keyboard layout or in hanja."""

    parse: Parse
    is_layout_repaired: bool = False
    is_hanja_read: bool = False


def understand(
    question: str, lexicon: Lexicon, find_edges: EdgeFinder, hanja: Readings = MappingProxyType({})
) -> Understood:
    """Return the cheapest reading of ``question``; ``find_edges`` adds numbers and times to the lexicon's words."""
    plain = _LAUGHTER.sub(" ", question.translate(_HALF_WIDTH))
    reading = Understood(_parse_initials(plain, lexicon, find_edges))
    if not reading.parse.unknown and not any(token.slips > 1 for token in reading.parse.tokens):
        return reading
    most_unknown = 1.0 if _BROKEN_SYLLABLES.search(plain) else _MOST_UNKNOWN_BEFORE
    others = [
        Understood(
            _parse_repaired(make_line(normalise(other)), lexicon, find_edges, most_unknown),
            is_layout_repaired=True,
        )
        for other in dict.fromkeys(_other_layouts(plain, reading.parse))
    ]
    others += [
        Understood(_parse_repaired(make_line(normalise(text)), lexicon, find_edges), is_hanja_read=True)
        for text in _in_hangul(plain, reading.parse, hanja)
    ]
    return min((reading, *filter(_is_mostly_known, others)), key=_reading_cost)


def _is_mostly_known(reading: Understood) -> bool:
    """Whether the other layout gives words: gibberish stays gibberish in every layout."""
    return _unknown_share(reading.parse) <= _MOST_UNKNOWN


def _unknown_share(parsed: Parse) -> float:
    return sum(token.end - token.start for token in parsed.unknown) / max(len(parsed.line.jamo), 1)


def _reading_cost(reading: Understood) -> float:
    price = _LAYOUT_PRICE if reading.is_layout_repaired else _HANJA_PRICE if reading.is_hanja_read else 0.0
    return reading.parse.cost + price


def _parse_initials(text: str, lexicon: Lexicon, find_edges: EdgeFinder) -> Parse:
    """The reading of a text whose initials are taken for the words that fit it best."""
    line = make_line(normalise(text))
    count = count_meanings(line, lexicon)
    readings = [_parse_repaired(line, lexicon, find_edges, rank=rank) for rank in range(count)]
    return min(enumerate(readings), key=lambda ranked: ranked[1].cost - fitness(ranked[1], ranked[0]))[1]


def _parse_repaired(
    line: Line, lexicon: Lexicon, find_edges: EdgeFinder, most_unknown: float = 1.0, rank: int = 0
) -> Parse:
    edges = [*find_edges(line), *initials_edges(line, lexicon, rank)]
    lattice = Lattice(line, lexicon)
    first = parse(lattice, edges)
    if _unknown_share(first) > most_unknown:
        return first
    repairs = list(_slip_edges(line, lexicon, first))
    if not repairs:
        return _read_again(first, lexicon, find_edges)
    words = [edge for edge in repairs if not _is_phrase(edge.word)]
    corrected = parse(lattice, [*edges, *words])
    if most_unknown < 1 and _unknown_share(corrected) > _MOST_UNKNOWN:
        return corrected
    by_words = _read_again(corrected, lexicon, find_edges)
    if len(words) == len(repairs):
        return by_words
    by_phrases = _with_phrases(parse(lattice, [*edges, *repairs]), lexicon, find_edges)
    return min(by_words, by_phrases or by_words, key=_cost_with_unknown)


def _cost_with_unknown(reading: Parse) -> float:
    return reading.cost + _UNKNOWN_WORTH * len(reading.unknown)


def _with_phrases(repaired: Parse, lexicon: Lexicon, find_edges: EdgeFinder) -> Parse | None:
    """The reading of the text with its phrases corrected, and then its words; None where no phrase is near."""
    respelled = respell(repaired, [token for token in repaired.tokens if _is_phrase(token.word)])
    if respelled is None:
        return None
    line = respelled.line
    edges = [*find_edges(line), *initials_edges(line, lexicon)]
    lattice = Lattice(line, lexicon)
    first = parse(lattice, edges)
    words = [edge for edge in _slip_edges(line, lexicon, first) if not _is_phrase(edge.word)]
    reading = _read_again(parse(lattice, [*edges, *words]) if words else first, lexicon, find_edges)
    return respelled.marked(reading)


def _read_again(repaired: Parse, lexicon: Lexicon, find_edges: EdgeFinder) -> Parse:
    """The reading of the corrected text as a whole, where that explains it as well."""
    respelled = respell(repaired, [token for token in repaired.tokens if token.slips])
    if respelled is None:
        return repaired
    line = respelled.line
    again = respelled.marked(parse(Lattice(line, lexicon), [*find_edges(line), *initials_edges(line, lexicon)]))
    return again if again.cost <= repaired.cost + _WORSE else repaired


def _is_phrase(word: Word | None) -> bool:
    return word is not None and PHRASE in word.senses


def _other_layouts(text: str, reading: Parse) -> Iterator[str]:
    """The text in the other layout: all of its Latin, only its unknown Latin words, or all of its Hangul."""
    if _LATIN_LETTERS.search(text):
        yield _LATIN_LETTERS.sub(lambda found: to_hangul(found[0]), text)
        unknown = {token.typed for token in reading.unknown if len(token.typed) > 1}
        yield _LATIN_LETTERS.sub(lambda f: to_hangul(f[0]) if f[0].lower() in unknown else f[0], text)
    if has_hangul(text):
        yield to_latin(text)


def _in_hangul(text: str, reading: Parse, hanja: Readings) -> Iterator[str]:
    """The text with its Chinese characters read: all of them, or only those that nothing explains."""
    if not has_hanja(text):
        return
    yield from read_hanja(text, hanja)
    unknown = "".join(token.typed for token in reading.unknown)
    yield from read_hanja(text, {char: found for char, found in hanja.items() if char in unknown})


def _slip_edges(line: Line, lexicon: Lexicon, reading: Parse) -> Iterator[Edge]:
    """Words that a stretch around something doubtful misses by a slip or two."""
    for start, end in doubtful_stretches(reading):
        if 2 < end - start <= _LONGEST_REPAIR:
            yield from _near_edges(line, lexicon, start, end)
    yield from _unit_edges(line, reading)


def _unit_edges(line: Line, reading: Parse) -> Iterator[Edge]:
    """Numbers with a unit of time that was mistyped: 2싱 is 2시, 30푼 is 30분, 2시바 is 2시반."""
    for expression, units in _COUNTED:
        for found in find_all(line.text, expression):
            at = bisect_left(line.source, found.start(2))
            token = next(token for token in reading.tokens if token.end > at)
            start, end = bisect_left(line.source, found.start()), line.next_starts[at]
            for text in _units_near(token, found, units):
                word = Word(to_jamo(text), text, Part.NOUN, frozenset([PHRASE]))
                yield Edge(start, end, word, _UNIT_PRICE)


def _units_near(token: Token, found: re.Match[str], units: Sequence[str]) -> Iterator[str]:
    """The number with each unit that the syllable after it (``token`` begins there or before) misses by a slip."""
    is_unknown = token.word is None
    if not is_unknown and not (token.part in _LOOSE and len(token.typed) == 1):
        return
    typed = to_jamo(found[2])
    for unit in units:
        form = to_jamo(unit)
        is_as_long = len(typed) == len(form) or (is_unknown and len(typed) > len(form)) or len(units) == 1
        if is_as_long and OSA.distance(typed, form) == 1 and is_plain_slip(typed, form):
            yield found[1].strip() + unit


def _near_edges(line: Line, lexicon: Lexicon, start: int, end: int) -> Iterator[Edge]:
    typed = line.jamo[start:end]
    is_first = start == 0 or start in line.breaks
    is_last = end == len(line.jamo) or end in line.breaks
    heard = carried_over(typed)
    if heard != typed:
        yield from (Edge(start, end, word, 1.0) for at, word in lexicon.starting_at(heard, 0) if at == len(heard))
    lone = [*_lone_letters(line, start, end)]
    for near in lexicon.near(typed)[:_MOST_CANDIDATES]:
        if any(not _holds(near.word.form, line.jamo[at], at - start, end - 1 - at) for at in lone):
            continue  # a letter that stands alone is no slip: "track a b"
        if _may_stand(near.word, is_first, is_last) and _is_close(typed, near.word):
            crossing = not typed.isascii() and any(at in line.breaks for at in range(start + 1, end))
            price = _price(near, typed, is_first, is_last) + (_CROSSING_PRICE if crossing else 0.0)
            yield Edge(start, end, near.word, price)


def _holds(form: str, letter: str, before: int, after: int) -> bool:
    """Whether a form has a letter where it was typed: at its start, at its end, or anywhere between."""
    return letter == form[0] if not before else letter == form[-1] if not after else letter in form


def _lone_letters(line: Line, start: int, end: int) -> Iterator[int]:
    """Where between two places a Latin letter stands alone."""
    for at in sorted({start, *(place for place in line.breaks if start <= place < end)}):
        is_latin = script_of(line.jamo[at]) == "L"
        if is_latin and (at + 1 == len(line.jamo) or at + 1 in line.breaks or script_of(line.jamo[at + 1]) != "L"):
            yield at


def _may_stand(word: Word, is_first: bool, is_last: bool) -> bool:
    """Whether the word may be meant there: a particle only at the end of a word, a short stem hardly ever."""
    if word.part is Part.PARTICLE:
        return is_last and not is_first
    return word.part is not Part.STEM or len(word.form) >= _SHORTEST_STEM


def _is_close(typed: str, word: Word) -> bool:
    return len(word.form) >= _SHORT_WORD or typed.isascii() or is_plain_slip(typed, word.form)


def _price(near: Near, typed: str, is_first: bool, is_last: bool) -> float:
    """How far off the word was typed, as its price counts it."""
    word = near.word
    is_heard = is_heard_alike(typed, word.form)
    price = near.slips - (_HEARD_PRICE if is_heard else 0.0)
    if not is_first and word.part not in _ATTACHED:
        price += _INNER_SLIP_PRICE
    if len(word.form) < _SHORT_WORD:
        price *= _SHORT_SLIP_PRICE
    if is_last and word.part in _STEMS:
        price += _BARE_STEM_PRICE
    if PHRASE in word.senses:
        price += _PHRASE_PRICE
    if word.senses and all(sense.kind in _RARE for sense in word.senses):
        price += _RARE_HEARD_PRICE if is_heard else _RARE_PRICE
    return price
