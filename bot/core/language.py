"""A language as data: the words about asking, and the bot's own sentences.

The words come from ``bot/language/<code>/words.yaml`` and ``topics.yaml``, the sentences from ``sentences.yaml``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from string import Formatter
from typing import Any

from bot.core.conjugation import conjugate
from bot.core.hanja import Readings, make_readings
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
_NO_KINDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Sense:
    """One meaning of a word: its kind (``ask``, ``person``, ``talk`` …) and which one it names."""

    kind: str
    value: str


OTHER = Sense("other", "")
JOINT = Sense("joint", "")
UNTIL = Sense("until", "")
LOCATIVE = Sense("locative", "")
THAN = Sense("than", "")
TIMED = Sense("timed", "")  # a row named with its time: 점심시간
PHRASE = Sense("phrase", "")  # of several words, or a clock time: only what a mistyped one is corrected to
_NAMELESS = frozenset({"other", "organisation_noun"})


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

    def __post_init__(self) -> None:
        """Settle once what every question asks of the word.

        ``is_other``: all that is known of it is that it is about something else; ``is_weak``: it merely occurs in a
        text of the knowledge; ``is_given``: it is a given name, or a
        family name with what it is called by.
        """
        kinds = frozenset(sense.kind for sense in self.senses) if self.senses else _NO_KINDS
        object.__setattr__(self, "is_other", bool(kinds) and kinds <= _NAMELESS)
        object.__setattr__(self, "is_weak", bool(kinds) and kinds <= _WEAK)
        is_full_family = "family" in kinds and len(self.text) > 1  # 윤씨: after 한도, the end of another name
        object.__setattr__(self, "is_given", "given" in kinds or is_full_family)


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


def make_speech(
    code: Language,
    words: Mapping[str, Any],
    topics: Mapping[str, Any],
    sentences: Mapping[str, str],
    common: Iterable[str] = (),
    hanja: Mapping[str, str] | None = None,
    situations: Mapping[str, Iterable[str]] | None = None,
) -> Speech:
    """Build a language from the trees of its files (scalars are text).

    ``common`` are ordinary words about something else, in the form that ``normalise`` gives; where another file of the
    language gives one a meaning, it wins. ``hanja`` maps readings to the Chinese characters read so, ``situations`` a
    topic to the patterns by which people tell it (see ``situations``).
    """
    every: list[Word] = []
    names: dict[Sense, str] = {}
    for kind, sense, wordings in _groups(words, topics, names):
        for wording in wordings:
            every.extend(make_words(wording, _PARTS.get(kind, Part.NOUN), sense))
    known = {word.form for word in every}
    every.extend(word for word in _common_words(common) if word.form not in known)
    initials = tuple(to_jamo(normalise(wording)) for wording in words.get("initials", []))
    alike = tuple(tuple(normalise(str(word)) for word in group) for group in words.get("alike", []))
    phrases = tuple(word for w in words.get("phrases", []) for word in make_words(str(w), Part.NOUN, PHRASE))
    lists = {name: tuple(map(str, words.get(name, []))) for name in _PLAIN_LISTS}
    readings = make_readings(hanja or {})
    told = {topic: tuple(patterns) for topic, patterns in (situations or {}).items()}
    return Speech(code, tuple(every), names, dict(sentences), initials, readings, alike, lists, phrases, told)


_PLAIN_LISTS = (
    "connectives", "requests", "selves", "purposes", "question_words", "polar_openers", "polar_endings",
    "light_verbs", "exclusive_words", "alternative_words", "reasons", "writing_words", "degrees", "vague_quotes",
    "speaking", "saying", "pledges", "ordinary", "loose_times", "source_endings", "source_openers", "choice_endings",
    "detail_asks", "place_asks", "place_names", "name_asks", "subject_asks", "content_asks", "object_words",
    "limit_words", "bare_whys", "turns", "purpose_words", "holding", "charges", "label_asks", "preceding",
    "attributive_steps", "own_titles", "any_titles", "somebody", "own_contacts", "errands", "deed_openers", "deeds",
    "leaves", "excepting_words", "value_kinds", "things_asked", "things_loose", "things_never", "asked_further",
    "asked_further_polar", "hours_of_things", "over_claims", "website_words", "all_words", "room_words", "room_nouns",
    "row_nouns", "people_words", "shapes_next", "shapes_previous", "shapes_content", "event_verbs", "name_links",
    "subject_links",
)  # fmt: skip
_PARTS = {
    "fillers": Part.FILLER,
    "exceptions": Part.FILLER,
    "script_fillers": Part.FILLER,
    "particles": Part.PARTICLE,
    "copulas": Part.COPULA,
    "endings": Part.ENDING,
}
_KINDS = {
    "asks": "ask",
    "moments": "moment",
    "kinds": "kind",
    "roles": "role",
    "media": "medium",
    "references": "reference",
    "ordinals": "ordinal",
    "smalltalk": "smalltalk",
    "scripts": "script",
    "script_fillers": "script",
}
_LISTS = {
    "seminar": "seminar",
    "talks": "talks",
    "release": "release",
    "venue": "venue",
    "organisation_nouns": "organisation_noun",
    "courtesies": "courtesy",
    "rows": "row",
    "quantities": "quantity",
    "stage": "stage",
    "departures": "departure",
    "interrogatives": "interrogative",
    "exceptions": "except",
    "surnames": "surname",
    "department_heads": "head",
    "leading": "leading",
}


def _groups(
    words: Mapping[str, Any], topics: Mapping[str, Any], names: dict[Sense, str]
) -> Iterator[tuple[str, Sense | None, list[str]]]:
    """Every group of wordings with the section it stands in and what it means; fills ``names``."""
    time_nouns = tuple(words.get("time_nouns", []))
    for section, kind in _KINDS.items():
        for value, group in words.get(section, {}).items():
            wordings = _wordings(group, Sense(kind, value), names)
            yield section, Sense(kind, value), wordings
            if section == "kinds":
                yield section, TIMED, [wording for wording in wordings if wording.endswith(time_nouns)]
    for section, kind in _LISTS.items():
        yield section, Sense(kind, ""), list(words.get(section, []))
    for honorific in words.get("honorifics", []):
        yield "honorifics", Sense("honorific", normalise(str(honorific)).removesuffix("님")), [str(honorific)]
        if len(str(honorific)) > 1:  # who held a post before: 전 장관, former minister
            before = [f"{former} {honorific}" for former in words.get("formers", [])]
            yield "topics", Sense("topic", "predecessor"), before
    for value, group in topics.items():
        yield "topics", Sense("topic", value), _wordings(group, Sense("topic", value), names)
        for detail, wordings in (group.get("details", {}) if isinstance(group, Mapping) else {}).items():
            yield "topics", Sense("topic", value), list(wordings)
            yield "topics", Sense("detail", f"{value}/{detail}"), list(wordings)
    yield "fillers", None, [wording for line in words.get("fillers", []) for wording in line]
    yield "particles", None, list(words.get("particles", []))
    yield "particles", UNTIL, list(words.get("until_particles", []))
    yield "particles", LOCATIVE, list(words.get("locative_particles", []))
    yield "fillers", LOCATIVE, list(words.get("locative_words", []))
    yield "particles", THAN, list(words.get("comparing_particles", []))
    yield "particles", JOINT, list(words.get("joining_particles", []))
    yield "fillers", JOINT, list(words.get("joining_words", []))
    yield "copulas", JOINT, list(words.get("joining_copulas", []))
    yield "endings", JOINT, list(words.get("joining_endings", []))
    yield "copulas", None, list(words.get("copulas", []))
    yield "endings", None, list(words.get("endings", []))


def _wordings(group: Any, sense: Sense, names: dict[Sense, str]) -> list[str]:
    if isinstance(group, Mapping):
        names[sense] = str(group["name"])
        return [str(word) for word in group.get("words", [])]
    return [str(word) for word in group]


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


def _common_words(common: Iterable[str]) -> Iterator[Word]:
    """Words about something else. They are many, so what is written plain already is not normalised again."""
    for wording in common:
        if wording.endswith("-"):
            yield from make_words(wording, Part.NOUN, OTHER)
        else:
            yield Word(to_jamo(wording), wording, Part.NOUN, frozenset([OTHER]))


def ending_jamo(text: str) -> str:
    """Return an ending's jamo; a letter alone at its start (ㄴ데) is the final consonant of the stem before."""
    first = text[:1]
    if first and "ㄱ" <= first <= "ㅎ":
        return _FINALS.get(first, "") + to_jamo(text[1:])
    return to_jamo(text)


_FINALS = {"ㄴ": "\u11ab", "ㄹ": "\u11af", "ㅁ": "\u11b7", "ㅂ": "\u11b8", "ㅆ": "\u11bb"}
