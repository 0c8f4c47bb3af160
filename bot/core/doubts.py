"""Where a reading may be mistaken: stretches of a line that are worth comparing with words a slip away."""

from collections.abc import Iterator
from itertools import pairwise

from bot.core.language import Part
from bot.core.lattice import is_misfit
from bot.core.line import Line
from bot.core.parsing import Parse, Token
from bot.core.text import is_syllable

_WORDS = (Part.NOUN, Part.STEM, Part.FILLER, Part.FILLER_STEM)
_STEMS = (Part.STEM, Part.FILLER_STEM)
_CRUMBS = 3
_BEFORE, _AFTER = 2, 2  # Latin words around an unknown one: names of several


def doubtful_stretches(reading: Parse) -> Iterator[tuple[int, int]]:
    """Yield the places between which a mistyped word may stand, each pair once.

    They lie within the words between spaces that hold something doubtful; of a word of one syllable and the next one
    ("몇 쉬") also across the space, and of Latin words across two.
    """
    line = reading.line
    words = list(pairwise(sorted({0, len(line.jamo), *line.breaks})))
    seen: set[tuple[int, int]] = set()
    for token in _doubtful(reading):
        for start, end in _around(token, line, words):
            if start < token.end and end > token.start and (start, end) not in seen:
                seen.add((start, end))
                yield start, end


def _doubtful(reading: Parse) -> Iterator[Token]:
    """What is unknown, and what was put together from pieces."""
    yield from reading.unknown
    for token, following in pairwise(reading.tokens):
        if not following.spaced and (_is_odd(token, following) or _is_misfit(reading.line, following)):
            yield token
        elif following.spaced and len(token.typed) == 1 and _is_one_syllable(following):
            yield following
    yield from _crumbled(reading)


def _crumbled(reading: Parse) -> Iterator[Token]:
    """The first pieces of words between spaces that fall into three pieces or more of one syllable: 국토·도·시·실."""
    for word in _words(reading):
        crumbs = sum(len(piece.typed) == 1 for piece in word)
        if crumbs >= max(_CRUMBS, len(word) - 1):
            yield word[0]


def _words(reading: Parse) -> Iterator[list[Token]]:
    """The words between spaces, each with the pieces it is read as."""
    starts = [at for at, token in enumerate(reading.tokens) if token.spaced]
    for start, end in pairwise((*starts, len(reading.tokens))):
        yield [*reading.tokens[start:end]]


def _is_misfit(line: Line, token: Token) -> bool:
    return token.word is not None and is_misfit(line, token.start, token.word)


def _is_odd(token: Token, following: Token) -> bool:
    """Whether two words hardly follow one another: pieces of one syllable, a particle after a stem."""
    if token.word is not None and token.word.is_other and len(token.typed) > 1:
        return following.part is Part.NOUN  # 포도·자료
    if token.part in _STEMS and len(token.typed) == 1 and following.part is Part.NOUN:
        return True  # a bare stem bears no noun: 해·사장
    if token.part in _STEMS:
        return following.part is Part.PARTICLE or (len(token.typed) == 1 and _is_one_syllable(following))
    if len(token.typed) > 1:
        return following.word is not None and following.word.is_other
    if not token.spaced:
        return len(following.typed) == 1 and following.part in _WORDS
    return following.part in _WORDS or following.part is Part.ENDING or _is_chain(token, following)


def _is_chain(token: Token, following: Token) -> bool:
    """Whether a filler of one syllable bears an ending of one: 나래, 등로."""
    return token.part is Part.FILLER and len(following.typed) == 1 and following.part in (Part.COPULA, Part.PARTICLE)


def patched(reading: Parse) -> Iterator[Token]:
    """Yield the words between spaces that are read as pieces of one syllable, by their first: 점·시, 나·옷.

    Such a reading explains nothing: the word is unknown.
    """
    for word in _words(reading):
        if len(word) > 1 and len(word[0].typed) == 1 and word[0].part in _WORDS and _is_patched(word):
            yield word[0]


def _is_patched(word: list[Token]) -> bool:
    first, second = word[0], word[1]
    if not is_syllable(first.typed) or first.end == second.start == 0:
        return False
    if first.part in (Part.FILLER, Part.NOUN) and second.part is Part.ENDING and not _asks(first):
        return word[2].part is Part.PARTICLE if len(word) > 2 else first.part is Part.NOUN  # 걸면 may be a verb
    pieces = [token for token in word if len(token.typed) == 1]
    meant = [token for token in pieces[1:] if token.part in (Part.NOUN, Part.STEM)]
    return len(pieces) == len(word) and bool(meant)


def _asks(token: Token) -> bool:
    """Whether it is a word like 뭐, which bears verbal endings: 뭐더라."""
    return token.word is not None and any(sense.kind == "ask" for sense in token.word.senses)


def _is_one_syllable(token: Token) -> bool:
    return len(token.typed) == 1 and token.part in (Part.NOUN, Part.STEM)


def _around(token: Token, line: Line, words: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    inside = [n for n, (start, end) in enumerate(words) if start < token.end and end > token.start]
    first, last = inside[0], inside[-1]
    if not is_syllable(token.typed[0]):
        first, last = max(first - _BEFORE, 0), min(last + _AFTER, len(words) - 1)
        yield from _pairs(line, words[first][0], words[last][1])
        return
    yield from _pairs(line, words[first][0], words[last][1])
    if first and _is_short(line, words[first - 1], token.word is None):
        yield from ((words[first - 1][0], end) for end in _places(line, *words[first])[1:])
    if first == last < len(words) - 1 and _is_short(line, words[first]):
        yield from ((words[first][0], end) for end in _places(line, *words[last + 1])[1:])


def _is_short(line: Line, word: tuple[int, int], may_be_two: bool = False) -> bool:
    """Whether a word between spaces has one syllable, or two."""
    end = line.next_starts[word[0]]
    return end == word[1] or (may_be_two and line.next_starts[end] == word[1])


def _pairs(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    places = _places(line, start, end)
    yield from ((first, last) for first in places for last in places if first < last)


def _places(line: Line, start: int, end: int) -> list[int]:
    return [at for at in range(start, end + 1) if line.starts[at]]
