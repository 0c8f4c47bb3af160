"""Words cut short, as people in a hurry do: names and common words by their initials, particles left out."""

import re
from collections.abc import Collection
from random import Random

from tools.syllables import LONG_WORD, final_of, initials_of

_PARTICLES = ("에서는", "에서", "에는", "은", "는", "이", "가", "을", "를", "의", "에")
_AFTER_CONSONANT, _AFTER_VOWEL = "은이을", "는가를"
_FOLLOWING = "이가은는을를의에도만로으랑과와까부하해되된예요인임씨님좀"  # first syllables of particles and endings
_SHORTEST_PART = 2  # syllables of a noun that ends a longer one


def abbreviate(question: str, random: Random, known: Collection[str]) -> str | None:
    """Return ``question`` with one of the ``known`` words by its initials; None where no word begins with one.

    What follows the word (its particle) stays.
    """
    places = [place for found in LONG_WORD.finditer(question) if (place := _known_start(found, known))]
    if not places:
        return None
    start, end = random.choice(places)
    return question[:start] + initials_of(question[start:end]) + question[end:]


def _known_start(word: re.Match[str], known: Collection[str]) -> tuple[int, int] | None:
    """Where the longest known word at the start of a word stands; what follows must not make another noun of it."""
    ends = (end for end in range(len(word[0]), 1, -1) if word[0][:end] in known and _is_followed(word[0][end:]))
    return next(((word.start(), word.start() + end) for end in ends), None)


def _is_followed(rest: str) -> bool:
    return not rest or rest[0] in _FOLLOWING


def drop_particles(question: str, random: Random, nouns: Collection[str]) -> str | None:
    """Return ``question`` with some or all of its particles left out, one at least; None where it has none.

    Only what follows one of the ``nouns`` and fits its last sound is a particle: 하는, 좋은 and 회의 stay whole.
    """
    places = [place for found in LONG_WORD.finditer(question) if (place := _particle_place(found, nouns))]
    if not places:
        return None
    for start, end in sorted(random.sample(places, random.randint(1, len(places))), reverse=True):
        question = question[:start] + question[end:]
    return question


def _particle_place(word: re.Match[str], nouns: Collection[str]) -> tuple[int, int] | None:
    particle = next((p for p in _PARTICLES if word[0].endswith(p) and _is_noun(word[0][: -len(p)], nouns)), None)
    if particle is None or word[0] in nouns or not _fits(word[0][: -len(particle)], particle):
        return None
    return word.end() - len(particle), word.end()


def _is_noun(text: str, nouns: Collection[str]) -> bool:
    return text in nouns or any(text[at:] in nouns for at in range(1, len(text) - _SHORTEST_PART + 1))


def _fits(noun: str, particle: str) -> bool:
    return particle not in (_AFTER_VOWEL if final_of(noun) else _AFTER_CONSONANT)
