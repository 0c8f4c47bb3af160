"""How people call the rows of the timetable, the talks and the rooms."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import chain

from bot.core.language import Sense, Word
from bot.core.model import Facts, Session, Talk, Text
from bot.core.naming import with_abbreviation, words_for
from bot.core.row_labels import labels_in
from bot.core.text import has_hangul, normalise, to_jamo
from bot.core.topic_words import topic_words

_SHORTEST_HALF = 4  # letters
_BETWEEN_HALVES = re.compile(r"[,:;–—]\s|\s[-–—]\s")


def half_names(facts: Facts) -> Iterator[Word]:
    """Yield the parts of a title beside a colon or a comma, and the long first word of a row, where only one has it."""
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


def session_words(session: Session, nouns: Sequence[str]) -> Iterator[Word]:
    """Yield the wordings of a row: its title, what is left of it without brackets, its label, its room, its people.

    ``nouns`` are those for a part of a programme that may follow a number (see ``row_labels``).
    """
    sense = Sense("session", session.id)
    yield from words_for((*session.title.wordings, *session.spellings), sense)
    for part in _outside_and_inside(session.title):
        yield from words_for([part], sense)
    for wording in session.title.wordings:
        yield from words_for(labels_in(wording, nouns), sense)
    for participant in session.participants:
        yield from words_for(with_abbreviation(participant), Sense("participant", session.id))
    yield from room_words(session.room)
    for note in session.notes:
        if note.is_unsure_of_whom:
            yield from words_for(note.value.wordings, Sense("note", note.path))


def _outside_and_inside(title: Text) -> Iterator[str]:
    for wording in title.wordings:
        bare = re.sub(r"\s*\([^()]*\)", "", wording).strip()
        if bare != wording:
            yield bare


def room_words(room: Text | None) -> Iterator[Word]:
    """Yield a room's name, and its parts: "A실 동백홀" is A실 and 동백홀, "Room A (Camellia Hall)" is Camellia Hall."""
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


def talk_words(talks: tuple[Talk, ...], of_the_whole: Set[str], fillers: Set[str]) -> Iterator[Word]:
    """Yield the words by which talks are found; one of the seminar's own title tells none of them by its summary alone.

    A word of a title that elsewhere says nothing (안내) tells none either, but for a keyword.
    """
    for talk in talks:
        sense = Sense("talk", talk.id)
        yield from words_for((*talk.title.wordings, *talk.spellings), sense)
        yield from words_for(talk.wrong_spellings, sense, Sense("wrong", talk.path))
        yield from room_words(talk.room)
        told = (word for word in topic_words(*talk.title.wordings) if to_jamo(word) not in fillers)
        named = chain(talk.keywords, told, topic_words(*talk.keywords), topic_words(*_former_speakers(talk)))
        yield from words_for(dict.fromkeys(named), Sense("topic_word", talk.id))
        if talk.summary:
            own = (word for word in topic_words(*talk.summary.wordings) if word not in of_the_whole)
            yield from words_for(dict.fromkeys(own), Sense("summary_word", talk.id))


def _former_speakers(talk: Talk) -> Iterator[str]:
    """Who was to give a talk before somebody else took it over: people ask whether they still do."""
    for note in talk.notes:
        if note.field == "speaker" and note.was:
            yield from note.was.wordings
