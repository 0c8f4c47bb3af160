"""The words of one seminar, made from its facts: how people call its people, organisations, sessions and talks."""

import re
from collections.abc import Iterable, Iterator

from bot.core.language import Part, Sense, Speech, Word, listed_in_all
from bot.core.model import Entry, Facts, Session, Talk, Text
from bot.core.naming import addressed_words, person_words, posts_of, with_abbreviation, words_for
from bot.core.programme_words import half_names, room_words, session_words, talk_words
from bot.core.text import has_hangul, normalise, to_jamo
from bot.core.topic_words import topic_words

_ASIDE = re.compile(r"[,(]")
_SHORTEST_EXTENSION = 3  # digits
_SMALL = 3  # letters of an English word that is a family name, too: no, so, do
_FEW_ROWS = 6  # of one kind; more are the seminar itself


def make_index_words(facts: Facts, speeches: Iterable[Speech]) -> Iterator[Word]:
    """Yield every wording by which the facts can be named."""
    speeches = tuple(speeches)
    honorifics = tuple(dict.fromkeys(_wordings_of("honorific", speeches)))
    held = {to_jamo(normalise(w)) for p in facts.people if not p.withheld for w in posts_of(p)}
    asking = {w.form for speech in speeches for w in speech.words if Sense("interrogative", "") in w.senses}
    for person in facts.people:
        yield from (word for word in person_words(person) if not (word.is_given and word.form in asking))  # 박누구
        if person.withheld and person.title:
            unheld = [w for w in person.title.wordings if to_jamo(normalise(w)) not in held]
            yield from words_for(unheld, Sense("withheld_title", person.id))
    yield from _unique_nouns(facts, _wordings_of("organisation_noun", speeches))
    small = {w.text for speech in speeches for w in speech.words if len(w.text) <= _SMALL and not w.is_other}
    yield from addressed_words(facts.people, honorifics, small)
    for entry, wordings in _named(facts):
        yield from words_for(wordings, _sense_of(entry))
    for organisation in facts.organisations:
        sense = Sense("org", organisation.id)
        yield from words_for(organisation.wrong_spellings, sense, Sense("wrong", organisation.path))
        yield from words_for(organisation.places, Sense("place", organisation.id))
    with_talks = {talk.session for talk in facts.talks}
    nouns = listed_in_all("row_nouns", speeches)
    for session in facts.sessions:
        yield from session_words(session, nouns)
        if session.id in with_talks:
            yield from words_for(topic_words(*session.title.wordings), Sense("title_word", ""))
    yield from _rows_by_noun(facts, _wordings_of("seminar", speeches))
    yield from half_names(facts)
    of_the_whole = {*topic_words(*facts.seminar.title.wordings)}
    fillers = frozenset(w.form for speech in speeches for w in speech.words if w.part is Part.FILLER and not w.senses)
    yield from talk_words(facts.talks, of_the_whole, fillers)
    yield from words_for(facts.seminar.title.wordings + facts.seminar.spellings, Sense("seminar", ""))
    yield from _venue_words(facts)
    yield from _room_nouns(facts, listed_in_all("room_nouns", speeches))
    yield from _former_place_words(facts)
    yield from _text_words(facts)


def _text_words(facts: Facts) -> Iterator[Word]:
    """Words of what was quoted and of the reasons given, by which people ask for them."""
    for quotation in facts.quotations:
        yield from words_for(topic_words(*quotation.text.wordings), Sense("said_word", quotation.id))
    for faq in facts.faqs:
        yield from words_for(topic_words(*faq.answer.wordings), Sense("faq_word", faq.id))
    years = {str(day.year) for day in facts.seminar.days}
    yield from words_for(years, Sense("title_word", ""))
    yield from words_for(topic_words(*facts.seminar.title.wordings), Sense("title_word", ""))
    for text, kind in ((facts.seminar.background, "reason_word"), (facts.seminar.theme, "theme_word")):
        if text:
            yield from words_for(topic_words(*text.wordings), Sense(kind, ""))


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


def _phone_wordings(phones: Iterable[str]) -> Iterator[str]:
    """A number in full, without its area code, and its last four digits."""
    for phone in phones:
        parts = re.findall(r"\d+", phone)
        yield from ("".join(parts[start:]) for start in range(len(parts)) if len(parts[-1]) > _SHORTEST_EXTENSION)


def _sense_of(entry: Entry) -> Sense:
    kind = {"Organisation": "org", "Contact": "contact", "Faq": "faq", "Unannounced": "unannounced"}
    return Sense(kind[type(entry).__name__], entry.id)


def _venue_words(facts: Facts) -> Iterator[Word]:
    venue = facts.seminar.venue
    if venue is None:
        return
    wordings = [*with_abbreviation(venue.name), *venue.spellings]
    if venue.room:
        wordings += venue.room.wordings
        yield from room_words(venue.room)
    yield from words_for(wordings, Sense("venue", ""))


def _room_nouns(facts: Facts, nouns: Iterable[str]) -> Iterator[Word]:
    """Nouns for a room that here only one of several rooms bears: 강당 of 3층 큰강당, "the auditorium"."""
    venue = facts.seminar.venue
    entries: tuple[Session | Talk, ...] = (*facts.sessions, *facts.talks)
    every = (*(entry.room for entry in entries), venue.room if venue else None)
    rooms = {normalise(room.ko): room for room in every if room}
    for noun in nouns if len(rooms) > 1 else ():
        called = [name for name, room in rooms.items() if _is_called(room, noun)]
        if len(called) == 1:
            yield from words_for([noun], Sense("room", called[0]))


def _is_called(room: Text, noun: str) -> bool:
    """Whether a room's name ends in a noun, whatever stands in brackets or tells its floor."""
    wordings = (part.strip() for wording in room.wordings for part in _ASIDE.split(wording.lower()))
    return any(wording.endswith(noun) for wording in wordings)


def _former_place_words(facts: Facts) -> Iterator[Word]:
    """Where something was to be before it was moved, by the last part of the wording, too: people still go there."""
    venue = facts.seminar.venue
    entries: tuple[Session | Talk, ...] = (*facts.sessions, *facts.talks)
    held = (venue,) if venue else ()
    rooms = [entry.room for entry in entries] + ([venue.name, venue.room] if venue else [])
    current = {normalise(room.ko) for room in rooms if room}
    notes = [note for entry in (*entries, *held) for note in entry.notes if note.field in ("room", "name")]
    for entry in (*notes, *held):
        if entry.was and normalise(entry.was.ko) not in current:
            last = [wording.split()[-1] for wording in entry.was.wordings if has_hangul(wording)]
            yield from words_for((*entry.was.wordings, *last), Sense("former_place", entry.path))
