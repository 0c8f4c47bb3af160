"""Slips of finger and ear: one letter of a word is another one, is missing, or is one too many."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

from tools.syllables import FINALS, INITIALS, LONG_WORD, VOWELS, Syllable, take_apart

# The two-set layout (KS X 5002): the rows of keys, each with how far it is set to the right, in keys.
_ROWS = ((0.0, "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ"), (0.25, "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ"), (0.75, "ㅋㅌㅊㅍㅠㅜㅡ"))
_BESIDE = 1.3  # keys; the six keys around one are no further away
_PLACE = {letter: (offset + at, row) for row, (offset, keys) in enumerate(_ROWS) for at, letter in enumerate(keys)}
_TENSE = ("ㄱㄲ", "ㄷㄸ", "ㅂㅃ", "ㅅㅆ", "ㅈㅉ")
_LIKE_VOWELS = ("ㅐㅔ", "ㅒㅖ", "ㅔㅖ", "ㅙㅚ", "ㅙㅞ", "ㅚㅞ", "ㅓㅗ", "ㅜㅡ", "ㅡㅢ", "ㅢㅣ", "ㅟㅣ")
_LIKE_INITIALS = (*_TENSE, "ㄱㅋ", "ㄷㅌ", "ㅂㅍ", "ㅈㅊ")
_LIKE_FINALS = {  # what is heard for what is written; nobody hears more letters than there are
    "ㅆ": "ㅅ", "ㅅ": "ㅆ", "ㄷ": "ㅅ", "ㅈ": "ㅅ", "ㅊ": "ㅅ", "ㅌ": "ㅅ", "ㄲ": "ㄱ", "ㅋ": "ㄱ", "ㄱ": "ㅋ",
    "ㅍ": "ㅂ", "ㅄ": "ㅂ", "ㄶ": "ㄴ", "ㄵ": "ㄴ", "ㅀ": "ㄹ",
}  # fmt: skip
_STRAY_FINALS = "ㄴㅇㄹㅅ"  # those that a finger adds most


def slip_once(question: str, random: Random) -> str | None:
    """Return ``question`` with one letter of one word mistyped; None where no word has two syllables."""
    return _slip(question, random, 1)


def slip_twice(question: str, random: Random) -> str | None:
    """Return ``question`` with one letter mistyped in each of two words; None where no two words are long enough."""
    return _slip(question, random, 2)


def _slip(question: str, random: Random, slips: int) -> str | None:
    words = [found.span() for found in LONG_WORD.finditer(question)]
    if len(words) < slips:
        return None
    characters = list(question)
    for start, end in random.sample(words, slips):
        at, syllable = _mistype(question[start:end], random)
        characters[start + at] = syllable
    return "".join(characters)


def _mistype(word: str, random: Random) -> tuple[int, str]:
    """Return which syllable of a word is mistyped, and as what: the kind of slip is drawn first, each as often."""
    apart = [take_apart(char) for char in word]
    by_kind = [[(at, new) for at, old in enumerate(apart) for new in kind(old)] for kind in _KINDS]
    at, syllable = random.choice(random.choice([slips for slips in by_kind if slips]))
    return at, str(syllable)


def hit_neighbours(old: Syllable) -> Iterator[Syllable]:
    """Yield the syllable with one key replaced by one beside it; a consonant stays one, so that it stays a syllable."""
    yield from (replace(old, initial=new) for new in _beside(old.initial, INITIALS))
    yield from (replace(old, vowel=new) for new in _beside(old.vowel, VOWELS))
    yield from (replace(old, final=new) for new in _beside(old.final, FINALS))


def hear_vowels(old: Syllable) -> Iterator[Syllable]:
    """Yield the syllable with a vowel that sounds like its own: ㅔ for ㅐ."""
    yield from (replace(old, vowel=new) for new in _alike(old.vowel, _LIKE_VOWELS))


def hear_consonants(old: Syllable) -> Iterator[Syllable]:
    """Yield the syllable with a consonant that sounds like one of its own: ㅉ for ㅈ, a final ㅅ for ㅆ."""
    yield from (replace(old, initial=new) for new in _alike(old.initial, _LIKE_INITIALS))
    if old.final in _LIKE_FINALS:
        yield replace(old, final=_LIKE_FINALS[old.final])


def miss_finals(old: Syllable) -> Iterator[Syllable]:
    """Yield the syllable without its final consonant."""
    if old.final:
        yield replace(old, final="")


def add_finals(old: Syllable) -> Iterator[Syllable]:
    """Yield a syllable that has no final consonant with one."""
    if not old.final:
        yield from (replace(old, final=new) for new in _STRAY_FINALS)


_KINDS = (hit_neighbours, hear_vowels, hear_consonants, miss_finals, add_finals)


def _beside(letter: str, allowed: Sequence[str]) -> list[str]:
    return [new for new in _NEIGHBOURS.get(letter, ()) if new in allowed]


def _alike(letter: str, pairs: Sequence[str]) -> list[str]:
    return [pair.replace(letter, "") for pair in pairs if letter in pair]


def _neighbours() -> dict[str, list[str]]:
    near: dict[str, list[str]] = {}
    for (one, (x, row)), (other, (far_x, far_row)) in combinations(_PLACE.items(), 2):
        if (x - far_x) ** 2 + (row - far_row) ** 2 < _BESIDE**2:
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    return near


_NEIGHBOURS = _neighbours()
