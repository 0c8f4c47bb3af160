"""The words of one seminar that noise must know: names, words shortened to their initials, nouns before particles."""

from dataclasses import dataclass

from bot.core.knowledge import Knowledge
from bot.core.language import Part
from tools.syllables import LONG_WORD

_NAMES = frozenset({"person", "org", "session"})
_SHORTEST_NAME, _LONGEST_NAME = 3, 8  # syllables; nobody shortens longer ones to their initials
_SHORT_NOUNS = ("뭐", "거", "분", "데", "곳")  # of one syllable, yet take endings as nouns do


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words written in syllables alone: names, words that people shorten to their initials, all nouns."""

    names: frozenset[str]
    shortened: frozenset[str]
    nouns: frozenset[str]


def make_vocabulary(knowledge: Knowledge) -> Vocabulary:
    """Return the vocabulary of a seminar and of the languages it is asked about in."""
    words = [word for word in knowledge.lexicon if LONG_WORD.fullmatch(word.text)]
    forms = {form for speech in knowledge.speeches.values() for form in speech.initials}
    kinds_by_name = {word.text: {sense.kind for sense in word.senses} for word in words if word.part is Part.NOUN}
    names = {text for text, kinds in kinds_by_name.items() if kinds & _NAMES and "wrong" not in kinds}
    return Vocabulary(
        frozenset(text for text in names if _SHORTEST_NAME <= len(text) <= _LONGEST_NAME),
        frozenset(word.text for word in words if word.form in forms),
        frozenset((*kinds_by_name, *_SHORT_NOUNS)),
    )
