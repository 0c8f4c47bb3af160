"""The words of one seminar, made from its facts: how people call its people, organisations, sessions and talks."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from itertools import chain

from bot.core.language import Sense, Speech, Word
from bot.core.model import Entry, Facts, Session, Talk, Text
from bot.core.naming import addressed_words, person_words, posts_of, with_abbreviation, words_for
from bot.core.text import has_hangul, normalise, to_jamo

_SHORTEST_TOPIC_WORD = 2  # letters
_SHORTEST_EXTENSION = 3  # digits
_SHORTEST_HALF = 4  # letters
_BETWEEN_HALVES = re.compile(r"[,:;–—]\s|\s[-–—]\s")
_FEW_ROWS = 6  # of one kind; more are the seminar itself
_SHORTEST_PLURAL = 4
SPLIT = re.compile(r"[\s,.·‧・/:;()\[\]「」『』“”‘’\"'–—&+-]+")
_LATIN_STOPWORDS = {
    "of",
    "and",
    "the",
    "to",
    "in",
    "for",
    "a",
    "an",
    "its",
    "their",
    "with",
    "on",
    "as",
    "from",
    "by",
    "that",
    "new",
    "what",
    "when",
    "where",
    "which",
    "should",
}


def make_index_words(facts: Facts, speeches: Iterable[Speech]) -> Iterator[Word]:
    """Yield every wording by which the facts can be named."""
    speeches = tuple(speeches)
    honorifics = tuple(dict.fromkeys(_wordings_of("honorific", speeches)))
    held = {to_jamo(normalise(w)) for p in facts.people if not p.withheld for w in posts_of(p)}
    for person in facts.people:
        yield from person_words(person)
        if person.withheld and person.title:
            unheld = [w for w in person.title.wordings if to_jamo(normalise(w)) not in held]
            yield from words_for(unheld, Sense("withheld_title", person.id))
    yield from _unique_nouns(facts, _wordings_of("organisation_noun", speeches))
    yield from addressed_words(facts.people, honorifics)
    for entry, wordings in _named(facts):
        yield from words_for(wordings, _sense_of(entry))
    for organisation in facts.organisations:
        sense = Sense("org", organisation.id)
        yield from words_for(organisation.wrong_spellings, sense, Sense("wrong", organisation.path))
        yield from words_for(organisation.places, Sense("place", organisation.id))
    with_talks = {talk.session for talk in facts.talks}
    for session in facts.sessions:
        yield from _session_words(session)
        if session.id in with_talks:
            words = (word for wording in session.title.wordings for word in topic_words(wording))
            yield from words_for(words, Sense("title_word", ""))
    yield from _rows_by_noun(facts, _wordings_of("seminar", speeches))
    yield from _half_names(facts)
    of_the_whole = {word for wording in facts.seminar.title.wordings for word in topic_words(wording)}
    yield from _talk_words(facts.talks, of_the_whole)
    yield from words_for(facts.seminar.title.wordings + facts.seminar.spellings, Sense("seminar", ""))
    yield from _venue_words(facts)
    yield from _former_place_words(facts)
    yield from _text_words(facts)


def _text_words(facts: Facts) -> Iterator[Word]:
    """Words of what was quoted and of the reasons given, by which people ask for them."""
    for quotation in facts.quotations:
        for wording in quotation.text.wordings:
            yield from words_for(topic_words(wording), Sense("said_word", quotation.id))
    for faq in facts.faqs:
        for wording in faq.answer.wordings:
            yield from words_for(topic_words(wording), Sense("faq_word", faq.id))
    years = {str(day.year) for day in facts.seminar.days}
    yield from words_for(years, Sense("title_word", ""))
    for wording in facts.seminar.title.wordings:
        yield from words_for(topic_words(wording), Sense("title_word", ""))
    for text, kind in ((facts.seminar.background, "reason_word"), (facts.seminar.theme, "theme_word")):
        for wording in text.wordings if text else ():
            yield from words_for(topic_words(wording), Sense(kind, ""))


def _wordings_of(kind: str, speeches: Iterable[Speech]) -> Iterator[str]:
    for speech in speeches:
        yield from (w.text for w in speech.words if any(sense.kind == kind for sense in w.senses))


def _unique_nouns(facts: Facts, nouns: Iterable[str]) -> Iterator[Word]:
    """Common nouns that name one organisation alone here: 학회, the ministry."""
    for noun in nouns:
        named = [o for o in facts.organisations if any(noun in wording.lower() for wording in o.name.wordings)]
        if len(named) == 1:
            yield from words_for([noun], Sense("org", named[0].id))


def _rows_by_noun(facts: Facts, nouns: Iterable[str]) -> Iterator[Word]:
    """Nouns for a whole seminar that only some of its rows bear: the two workshops of a forum."""
    own = " ".join(facts.seminar.title.wordings).lower()
    called = [(row, " ".join(row.title.wordings).lower()) for row in facts.sessions]
    for noun in nouns:
        rows = [row for row, title in called if title.startswith(noun)] if noun not in own else []
        if len(rows) <= _FEW_ROWS:
            yield from words_for([noun], *(Sense("session", row.id) for row in rows))


def _named(facts: Facts) -> Iterator[tuple[Entry, Iterable[str]]]:
    for organisation in facts.organisations:
        yield organisation, with_abbreviation(organisation.name) + organisation.spellings
    for contact in facts.contacts:
        yield contact, (*contact.spellings, *_phone_wordings(contact.phones))
    for faq in facts.faqs:
        yield faq, (*faq.words, *faq.label.wordings)
    for unannounced in facts.unannounced:
        yield unannounced, (*unannounced.words, *(() if unannounced.topic else unannounced.label.wordings))


def _half_names(facts: Facts) -> Iterator[Word]:
    """The parts of a title before and after a colon or a comma, and the long first word of a row, where one has it."""
    owners: defaultdict[str, set[Sense]] = defaultdict(set)
    for kind, entries in (("session", facts.sessions), ("talk", facts.talks)):
        for entry in entries:
            for wording in entry.title.wordings:
                for half in _halves(wording, kind):
                    owners[half.lower()].add(Sense(kind, entry.id))
    for half, senses in owners.items():
        if len(senses) == 1:
            yield from words_for([half], *senses)


def _halves(wording: str, kind: str) -> Iterator[str]:
    parts = [part.strip() for part in _BETWEEN_HALVES.split(wording)]
    if len(parts) > 1:
        yield from (part for part in parts if len(part) >= _SHORTEST_HALF)
    first, _, rest = wording.partition(" ")
    if kind == "session" and rest and has_hangul(first) and len(first) >= _SHORTEST_HALF and first.isalpha():
        yield first


def _phone_wordings(phones: Iterable[str]) -> Iterator[str]:
    """A number in full, without its area code, and its last four digits."""
    for phone in phones:
        parts = re.findall(r"\d+", phone)
        yield from ("".join(parts[start:]) for start in range(len(parts)) if len(parts[-1]) > _SHORTEST_EXTENSION)


def _sense_of(entry: Entry) -> Sense:
    kind = {"Organisation": "org", "Contact": "contact", "Faq": "faq", "Unannounced": "unannounced"}
    return Sense(kind[type(entry).__name__], entry.id)


def _session_words(session: Session) -> Iterator[Word]:
    sense = Sense("session", session.id)
    yield from words_for((*session.title.wordings, *session.spellings), sense)
    for part in _outside_and_inside(session.title):
        yield from words_for([part], sense)
    for wording in session.title.wordings:
        yield from words_for(_labels(wording), sense)
    for participant in session.participants:
        yield from words_for(with_abbreviation(participant), Sense("participant", session.id))
    yield from _room_words(session.room)
    for note in session.notes:
        if not note.is_certain and note.field in ("speaker", "chair"):
            yield from words_for(note.value.wordings, Sense("note", note.path))


def _outside_and_inside(title: Text) -> Iterator[str]:
    for wording in title.wordings:
        bare = re.sub(r"\s*\([^()]*\)", "", wording).strip()
        if bare != wording:
            yield bare


_LABEL = re.compile(r"^([^\d:\s]+) ?(\d+|[A-Z])(?![0-9A-Za-z가-힣])")


def label_of(title: str) -> tuple[str, str] | None:
    """Return what a row is called and its number or letter: 분과 and A of "분과 A: …"."""
    found = _LABEL.match(title)
    return (found[1], found[2]) if found else None


def _labels(title: str) -> Iterator[str]:
    """How people call a row whose title begins with a number: "분과 2: …" is 분과 2, 2분과, 제2분과, 2번 분과."""
    found = label_of(title)
    if found:
        noun, number = found
        yield f"{noun} {number}"
        if has_hangul(noun):
            yield from (f"{number}{noun}", f"제{number}{noun}", f"{number}번 {noun}", f"{number}번째 {noun}")


def _room_words(room: Text | None) -> Iterator[Word]:
    """A room's name, and its parts: "A실 동백홀" is A실 and 동백홀, "Room A (Camellia Hall)" is Camellia Hall."""
    if room is None:
        return
    sense = Sense("room", normalise(room.ko))
    yield from words_for(with_abbreviation(room), sense)
    if room.en and "," in room.en:  # Seed Hall, 2nd floor
        yield from words_for([room.en.split(",")[0]], sense)
    for part in room.ko.split():
        if has_hangul(part) and len(part) > 1 and not _FLOOR.search(part):
            yield from words_for([part], sense)


_FLOOR = re.compile(r"\d층$")


def _talk_words(talks: tuple[Talk, ...], of_the_whole: Set[str]) -> Iterator[Word]:
    """The words by which talks are found; one of the seminar's own title tells none of them by its summary alone."""
    for talk in talks:
        sense = Sense("talk", talk.id)
        yield from words_for((*talk.title.wordings, *talk.spellings), sense)
        yield from words_for(talk.wrong_spellings, sense, Sense("wrong", talk.path))
        yield from words_for(talk.keywords, Sense("topic_word", talk.id))
        yield from _room_words(talk.room)
        for wording in chain(talk.title.wordings, talk.keywords):
            yield from words_for(topic_words(wording), Sense("topic_word", talk.id))
        if talk.summary:
            for wording in talk.summary.wordings:
                own = (word for word in topic_words(wording) if word not in of_the_whole)
                yield from words_for(own, Sense("summary_word", talk.id))


def _venue_words(facts: Facts) -> Iterator[Word]:
    venue = facts.seminar.venue
    if venue is None:
        return
    wordings = [*with_abbreviation(venue.name), *venue.spellings]
    if venue.room:
        wordings += venue.room.wordings
        yield from _room_words(venue.room)
    yield from words_for(wordings, Sense("venue", ""))


def _former_place_words(facts: Facts) -> Iterator[Word]:
    """Where something was to be before it was moved, by the last part of the wording, too: people still go there."""
    venue = facts.seminar.venue
    entries: tuple[Session | Talk, ...] = (*facts.sessions, *facts.talks)
    rooms = [entry.room for entry in entries] + ([venue.name, venue.room] if venue else [])
    current = {normalise(room.ko) for room in rooms if room}
    notes = [note for entry in entries for note in entry.notes if note.field == "room"]
    for entry in (*notes, *((venue,) if venue else ())):
        if entry.was and normalise(entry.was.ko) not in current:
            last = [wording.split()[-1] for wording in entry.was.wordings if has_hangul(wording)]
            yield from words_for((*entry.was.wordings, *last), Sense("former_place", entry.path))


_SUFFIXES = re.compile(
    r"(?:에서의|으로서|에서는|까지는|에서|으로|에게|부터|까지|이라는|라는|이라고|라고|했다고|하려면|하는|하며|하고|하여|해서|합니다|입니다|됩니다|되는|되어|된|할|한|해야|하자고|지려면"
    r"|들의|들이|들을|들은|의|을|를|이|가|은|는|과|와|로|에|도|만)$"
)


def topic_words(wording: str) -> Iterator[str]:
    """Yield the words of a wording that may name its subject, particles and common endings taken off."""
    for raw in SPLIT.split(normalise(wording)):
        word = raw
        if has_hangul(word):
            bare = _SUFFIXES.sub("", word)
            word = bare if len(bare) >= _SHORTEST_TOPIC_WORD else word
        elif word in _LATIN_STOPWORDS or len(word) < 4:
            continue
        if len(word) >= _SHORTEST_TOPIC_WORD:
            yield word
            yield from _singular(word)


def _singular(word: str) -> Iterator[str]:
    """An English plural as one: earthworms, earthworm."""
    if len(word) > _SHORTEST_PLURAL and word.isascii() and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]
