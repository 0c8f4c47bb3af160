"""Words typed by their initial consonants alone (초성): ㅂㅍㅈ for 발표자, and which of several is meant."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.core.language import Sense, Word
from bot.core.lattice import Edge
from bot.core.lexicon import Lexicon
from bot.core.line import Line
from bot.core.parsing import Parse, Token

_PRICE = 0.4  # times SLIP: initial consonants are a guess, but a deliberate one
_ENDING_PRICE = 0.3
_LONGEST_ENDING = 2
_MOST_MEANINGS = 3
_LESS_USUAL = 0.15
_FITTING = 1.0
_LONE_LETTERS = re.compile(r"[ㄱ-ㅎ]{2,}")
_PERSON = frozenset({"person", "given", "title", "honorific", "reference", "family", "named_role"})
_OF_A_PERSON = frozenset({"title", "affiliation", "name", "phone"})
_OF_THE_WHOLE = frozenset({"duration", "minutes_or_people", "background", "host"})
_OF_A_SEMINAR = frozenset({"theme", "heading", "background", "host"})


def initials_edges(line: Line, lexicon: Lexicon, rank: int = 0) -> Iterator[Edge]:
    """Yield words for runs of lone consonants; up to two letters after a word are its ending.

    ``rank`` counts how many more usual words with the same initials are passed over.
    """
    for start, end in _runs(line):
        words, rest = _words(line.jamo[start:end], lexicon)
        if words:
            yield Edge(start, end, words[min(rank, len(words) - 1)], _PRICE + _ENDING_PRICE * rest)


def count_meanings(line: Line, lexicon: Lexicon) -> int:
    """Return how many ways there are to read the initials of a line, one at least."""
    counts = (len(_words(line.jamo[start:end], lexicon)[0]) for start, end in _runs(line))
    return max(1, min(max(counts, default=1), _MOST_MEANINGS))


def fitness(reading: Parse, rank: int) -> float:
    """Return how well the words read from initials fit the others, less what is due to their being less usual."""
    meant = [token for token in reading.tokens if _LONE_LETTERS.search(token.mistyped or token.typed)]
    others = [sense for token in reading.tokens if token not in meant for sense in _senses(token)]
    return _FITTING * sum(_fits(token, others) for token in meant) - _LESS_USUAL * rank


def _fits(token: Token, others: list[Sense]) -> bool:
    kinds = {sense.kind for sense in others}
    asks = {sense.value for sense in others if sense.kind == "ask"}
    own = {sense.value for sense in _senses(token) if sense.kind == "ask"}
    if any(sense.kind == "seminar" for sense in _senses(token)):
        return bool(asks & _OF_THE_WHOLE)
    if "contact" in kinds and not kinds & _PERSON - {"reference"}:
        return "phone" in own
    return bool((own & _OF_A_PERSON and kinds & _PERSON) or (own & _OF_A_SEMINAR and "seminar" in kinds))


def _senses(token: Token) -> frozenset[Sense]:
    return token.word.senses if token.word else frozenset()


def _words(letters: str, lexicon: Lexicon) -> tuple[Sequence[Word], int]:
    """The words that the letters begin with, and how many letters are left."""
    for length in range(len(letters), 1, -1):
        words = lexicon.by_initials(letters[:length])
        if words and len(letters) - length <= _LONGEST_ENDING:
            return words, len(letters) - length
    return [], 0


def _runs(line: Line) -> Iterator[tuple[int, int]]:
    for found in _LONE_LETTERS.finditer(line.jamo):
        cuts = [found.start(), *(at for at in range(found.start() + 1, found.end()) if at in line.breaks), found.end()]
        yield from pairwise(cuts)
