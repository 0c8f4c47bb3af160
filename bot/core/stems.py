"""The bare forms of a word, by which two of its inflections are known to be one: 줄였대요, 줄인; towns, town."""

import re
from collections.abc import Iterator, Set

from bot.core.text import has_hangul, to_jamo

# ㅕ was ㅣ, ㅐ was ㅏ, ㅘ was ㅗ, ㅝ was ㅜ
_CONTRACTED = {"\u1167": "\u1175", "\u1162": "\u1161", "\u116a": "\u1169", "\u116f": "\u116e"}
_VOWELS = ("\u1161", "\u1175")
_FEWEST_SYLLABLES = 2  # of one syllable, only what ends in a consonant is told from a particle
_CLOSED = ("\u11a8", "\u11c2")
_PAST = "\u11bb"  # ㅆ
_LATIN_ENDINGS = re.compile(r"(?:'s|ations?|i?ness|(?<=[a-z]{4})ity|(?<=[a-z]{4})ities|ings?|edly|ed|ly|ies|es|s|e|y)$")
_SHORTEST_LATIN = 3
_SPELLINGS = (("tr", "ter"), ("our", "or"), ("iser", "izer"), ("is", "iz"))  # British, American


def stems_of(word: str, endings: Set[str]) -> frozenset[str]:
    """Return the forms a normalised word may stand in for; ``endings`` are the jamo of Korean particles and endings."""
    return _korean_stems(to_jamo(word), endings) if has_hangul(word) else frozenset(filter(None, [_latin_stem(word)]))


def syllables_of(form: str) -> int:
    """Return how many syllables a run of jamo holds, a digit being one."""
    return sum(_VOWELS[0] <= char <= _VOWELS[1] or char.isdigit() for char in form)


def _korean_stems(form: str, endings: Set[str]) -> frozenset[str]:
    """What is left of a word where particles and endings are taken off, one, two or none."""
    size = len(form)
    is_end = [False] * size + [True]
    for start in range(size - 1, 0, -1):
        is_end[start] = any(is_end[end] and form[start:end] in endings for end in range(start + 1, size + 1))
    bare = (form[:end] for end in range(1, size + 1) if is_end[end])
    return frozenset(
        stem
        for found in bare
        for stem in _uninflected(found)
        if syllables_of(stem) >= _FEWEST_SYLLABLES or _CLOSED[0] <= stem[-1] <= _CLOSED[1]
    )


def _uninflected(form: str) -> Iterator[str]:
    """A form, without the final of the past, and with its contracted vowel as it was: 고쳤, 고쳐, 고치."""
    yield form
    present = form.removesuffix(_PAST)
    yield present
    yield present[:-1] + _CONTRACTED.get(present[-1], present[-1])


def _latin_stem(word: str) -> str:
    """The word without its ending, a doubled last letter single: shopping, shops, shop."""
    bare = _american(_LATIN_ENDINGS.sub("", word))
    stem = bare if len(bare) >= _SHORTEST_LATIN else word
    return stem[:-1] if len(stem) > _SHORTEST_LATIN and stem[-1] == stem[-2] else stem


def _american(stem: str) -> str:
    """A stem as both spellings have it: centre and center, colour and color, organise and organize."""
    for british, american in _SPELLINGS:
        if stem.endswith(british) and len(stem) > _SHORTEST_LATIN:
            return stem.removesuffix(british) + american
    return stem
