"""The knowledge: the facts of one seminar, the languages, and the index of all their words, built once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from bot.core.indexing import make_index_words
from bot.core.language import Speech
from bot.core.lexicon import Lexicon
from bot.core.model import Contact, Entry, Facts, Language, Organisation, Person, Session, Talk


@dataclass(frozen=True)
class Knowledge:
    """What ``answer`` answers from. Frozen: a new state of the knowledge is a new object."""

    facts: Facts
    speeches: Mapping[Language, Speech]

    @cached_property
    def lexicon(self) -> Lexicon:
        """The index of all words."""
        spoken = chain.from_iterable(speech.words for speech in self.speeches.values())
        initials = chain.from_iterable(speech.initials for speech in self.speeches.values())
        return Lexicon(chain(make_index_words(self.facts, self.speeches.values()), spoken), frozenset(initials))

    @cached_property
    def connectives(self) -> re.Pattern[str]:
        """Matches the end of a clause that leads up to the question, in any language."""
        endings = chain.from_iterable(speech.connectives for speech in self.speeches.values())
        longest_first = sorted(set(endings), key=len, reverse=True)
        return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})[ ,~]+")

    @cached_property
    def entry_by_path(self) -> Mapping[str, Entry]:
        """Every entry that a reply can rest on."""
        return {entry.path: entry for entry in _entries(self.facts)}

    @cached_property
    def person_by_id(self) -> Mapping[str, Person]:
        """The people by their ids."""
        return {person.id: person for person in self.facts.people}

    @cached_property
    def organisation_by_id(self) -> Mapping[str, Organisation]:
        """The organisations by their ids."""
        return {organisation.id: organisation for organisation in self.facts.organisations}

    @cached_property
    def session_by_id(self) -> Mapping[str, Session]:
        """The rows of the timetable by their ids."""
        return {session.id: session for session in self.facts.sessions}

    @cached_property
    def talk_by_id(self) -> Mapping[str, Talk]:
        """The talks by their ids."""
        return {talk.id: talk for talk in self.facts.talks}

    @property
    def contact(self) -> Contact | None:
        """The contact that refusals name."""
        return self.facts.contacts[0] if self.facts.contacts else None


def _entries(facts: Facts) -> Iterable[Entry]:
    seminar = facts.seminar
    single = [seminar, *seminar.hosts, *filter(None, (seminar.venue, facts.release))]
    stated: tuple[Session | Talk, ...] = (*facts.sessions, *facts.talks)
    notes = chain.from_iterable(entry.notes for entry in stated)
    return chain(
        single, facts.organisations, facts.people, facts.sessions, notes, facts.talks, facts.contacts,
        facts.embargoes, facts.quotations, facts.faqs, facts.unannounced,
    )  # fmt: skip
