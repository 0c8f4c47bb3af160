"""A language as data: the words about asking, and the bot's own sentences.

The words come from ``bot/language/<code>/words.yaml`` and ``topics.yaml``, the sentences from ``sentences.yaml``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from string import Formatter
from typing import NamedTuple

from bot.core.conjugation import conjugate
from bot.core.hanja import Readings
from bot.core.model import Language
from bot.core.particles import fit_particles
from bot.core.text import normalise, to_jamo


class Part(StrEnum):
    """How a word stands in a sentence."""

    NOUN = "noun"  # carries meaning, stands alone
    STEM = "stem"  # carries meaning, wants an ending
    FILLER = "filler"  # stands alone, adds nothing
    FILLER_STEM = "filler_stem"
    PARTICLE = "particle"
    COPULA = "copula"  # an ending that nouns take, too
    ENDING = "ending"
    UNKNOWN = "unknown"


# Words by which the knowledge's own entries are named.
KNOWLEDGE_SENSES = frozenset({
    "person", "given", "title", "org", "session", "talk", "topic_word", "faq", "unannounced", "contact", "venue",
    "room", "former_place",
})  # fmt: skip
# Words that merely occur in a text of the knowledge: they explain a word, but every other sense of it is stronger.
WEAK_SENSES = ("summary_word", "said_word", "reason_word", "theme_word", "title_word", "faq_word")
_WEAK = frozenset(WEAK_SENSES)


class Sense(NamedTuple):
    """One meaning of a word: its kind (``ask``, ``person``, ``talk`` …) and which one it names.

    A named tuple, for an index makes and compares hundreds of thousands of them.
    """

    kind: str
    value: str


OTHER = Sense("other", "")
JOINT = Sense("joint", "")
UNTIL = Sense("until", "")
LOCATIVE = Sense("locative", "")
THAN = Sense("than", "")
TIMED = Sense("timed", "")  # a row named with its time: 점심시간
PHRASE = Sense("phrase", "")  # of several words, or a clock time: only what a mistyped one is corrected to
_NAMELESS = frozenset({"other", "organisation_noun", "strange_body"})


@dataclass(frozen=True, slots=True)
class Word:
    """A wording people type: ``form`` is its jamo without spaces, ``text`` how it is written."""

    form: str
    text: str
    part: Part
    senses: frozenset[Sense] = frozenset()
    is_other: bool = field(init=False, compare=False, repr=False)
    is_weak: bool = field(init=False, compare=False, repr=False)
    is_given: bool = field(init=False, compare=False, repr=False)

    def __hash__(self) -> int:
        """The form alone, for the senses of one may be thousands."""
        return hash(self.form)

    def __post_init__(self) -> None:
        """Settle once what every question asks of the word.

        ``is_other``: all that is known of it is that it is about something else; ``is_weak``: it merely occurs in a
        text of the knowledge; ``is_given``: it is a given name, or a
        family name with what it is called by.
        """
        is_other, is_weak, is_family, is_given = _traits(self.senses)
        object.__setattr__(self, "is_other", is_other)
        object.__setattr__(self, "is_weak", is_weak)
        is_full_family = is_family and len(self.text) > 1  # 윤씨: after 한도, the end of another name
        object.__setattr__(self, "is_given", is_given or is_full_family)


@lru_cache(1024)  # one talk's words, made one after the other, share their senses
def _traits(senses: frozenset[Sense]) -> tuple[bool, bool, bool, bool]:
    """Whether these senses make a word one about something else, a weak one, a family name, a given name."""
    kinds = {sense.kind for sense in senses}
    return bool(kinds) and kinds <= _NAMELESS, bool(kinds) and kinds <= _WEAK, "family" in kinds, "given" in kinds


@dataclass(frozen=True)
class Speech:
    """Everything the bot knows of one language, but nothing of a seminar.

    ``initials`` are the forms that people also type by their initial consonants alone; ``hanja`` tells how Chinese
    characters are read, ``alike`` which words ask for the same fact, ``phrases`` what a slip is
    corrected to besides the words. ``lists`` holds the plain lists of the word file:
    what shows that a clause only leads up to the question (see ``clauses.Leads``), and what shows that a question wants
    a yes or a no (see ``polarity``), by which words a sentence gives a reason (see ``reasons``), which patterns ask for
    a detail (see ``details``), and what shows that the bot can neither do nor tell what is wanted (see ``limits``).
    """

    code: Language
    words: tuple[Word, ...]
    names: Mapping[Sense, str]
    sentences: Mapping[str, str]
    initials: tuple[str, ...] = ()
    hanja: Readings = field(default_factory=dict)
    alike: tuple[tuple[str, ...], ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: tuple[Word, ...] = ()
    situations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def word_sets(self) -> Mapping[str, frozenset[str]]:
        """The plain lists as sets, for looking words up."""
        return {name: frozenset(words) for name, words in self.lists.items()}

    @cached_property
    def fields(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the blanks of every sentence."""
        return {
            key: tuple(field for _, field, _, _ in Formatter().parse(sentence) if field)
            for key, sentence in self.sentences.items()
        }

    def say(self, key: str, **values: object) -> str:
        """Return the sentence ``key`` with its blanks filled and its Korean particles fitted."""
        return fit_particles(self.sentences[key].format(**values))


def listed_in_all(name: str, speeches: Iterable[Speech]) -> tuple[str, ...]:
    """Return a plain list of all these languages."""
    return tuple(word for speech in speeches for word in speech.lists.get(name, ()))


def make_words(wording: str, part: Part, sense: Sense | None) -> Iterator[Word]:
    """Yield the words of one wording with one sense or none."""
    return make_words_of(wording, part, frozenset([sense] if sense else ()))


def make_words_of(wording: str, part: Part, senses: frozenset[Sense]) -> Iterator[Word]:
    """Yield the words of one wording: itself, or the forms of a stem written with a final hyphen."""
    text = normalise(wording)
    if not wording.endswith("-"):
        form = to_jamo(text) if part not in (Part.ENDING, Part.COPULA) else ending_jamo(text)
        if form:
            yield Word(form, text, part, senses)
        return
    stem_part = Part.FILLER_STEM if part is Part.FILLER else Part.STEM
    for form in conjugate(to_jamo(text)):
        yield Word(form, text.rstrip("-"), stem_part, senses)


def ending_jamo(text: str) -> str:
    """Return an ending's jamo; a letter alone at its start (ㄴ데) is the final consonant of the stem before."""
    first = text[:1]
    if first and "ㄱ" <= first <= "ㅎ":
        return _FINALS.get(first, "") + to_jamo(text[1:])
    return to_jamo(text)


_FINALS = {"ㄴ": "\u11ab", "ㄹ": "\u11af", "ㅁ": "\u11b7", "ㅂ": "\u11b8", "ㅆ": "\u11bb"}
