"""Building a language from the trees of its files."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.core.hanja import make_readings
from bot.core.language import JOINT, LOCATIVE, OTHER, PHRASE, THAN, TIMED, UNTIL, Part, Sense, Speech, Word, make_words
from bot.core.model import Language
from bot.core.text import normalise, to_jamo


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
    "subject_links", "in_english", "in_korean", "change_cancelled", "change_changed", "change_moved", "change_former",
    "change_since", "change_told", "change_why", "change_unsure", "change_negated",
    "body_kinds", "ranks", "addresses", "title_links",
    "by_then", "editions", "said_claims", "sides_before",
    "sides_after", "city_claims",
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


def _common_words(common: Iterable[str]) -> Iterator[Word]:
    """Words about something else. They are many, so what is written plain already is not normalised again."""
    for wording in common:
        if wording.endswith("-"):
            yield from make_words(wording, Part.NOUN, OTHER)
        else:
            yield Word(to_jamo(wording), wording, Part.NOUN, frozenset([OTHER]))
