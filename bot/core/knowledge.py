"""The knowledge: the facts of one seminar, the languages, and the index of all their words, built once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from bot.core.indexing import make_index_words
from bot.core.language import Sense, Speech
from bot.core.lexicon import Lexicon
from bot.core.model import Contact, Entry, Facts, Language, Organisation, Person, Session, Talk
from bot.core.text import normalise, to_jamo


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
        return Lexicon(
            chain(make_index_words(self.facts, self.speeches.values()), spoken),
            {form: rank for rank, form in reversed(list(enumerate(initials)))},
        )

    @cached_property
    def connectives(self) -> re.Pattern[str]:
        """Matches the end of a clause that leads up to the question, in any language."""
        endings = chain.from_iterable(speech.connectives for speech in self.speeches.values())
        longest_first = sorted(set(endings), key=len, reverse=True)
        return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?:[ ,~]+|[.!?~]*$)")

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

    @cached_property
    def _spoken(self) -> Mapping[str, frozenset[Sense]]:
        """The senses of the languages' words by their forms."""
        senses: dict[str, frozenset[Sense]] = {}
        for word in chain.from_iterable(speech.words for speech in self.speeches.values()):
            senses[word.form] = senses.get(word.form, frozenset()) | word.senses
        return senses

    def senses_of(self, wording: str) -> frozenset[Sense]:
        """Return what the languages take a wording for."""
        return self._spoken.get(to_jamo(normalise(wording)), frozenset())

    @cached_property
    def roles_by_person(self) -> Mapping[str, frozenset[str]]:
        """What parts people play, as the languages call them, by the people's ids: ``mc`` for 사회."""
        return {
            person.id: frozenset(
                sense.value
                for role in person.roles
                for wording in role.wordings
                for sense in self.senses_of(wording)
                if sense.kind == "role"
            )
            for person in self.facts.people
        }

    @cached_property
    def sessions_by_kind(self) -> Mapping[str, tuple[Session, ...]]:
        """The rows of each kind: those that say so, else those whose title holds a word of it."""
        found: dict[str, list[Session]] = {}
        for session in self.facts.sessions:
            if session.kind:
                found.setdefault(session.kind, []).append(session)
        for form, senses in self._spoken.items():
            for sense in senses:
                if sense.kind == "kind" and sense.value not in found and len(form) > _SHORTEST_KIND_WORD:
                    rows = [s for s in self.facts.sessions if any(form in to_jamo(normalise(w)) for w in _titles(s))]
                    if rows:
                        found[sense.value] = rows
        return {kind: tuple(rows) for kind, rows in found.items()}

    @property
    def contact(self) -> Contact | None:
        """The contact that refusals name."""
        return self.facts.contacts[0] if self.facts.contacts else None


_SHORTEST_KIND_WORD = 5  # jamo


def _titles(session: Session) -> tuple[str, ...]:
    return session.title.wordings + session.spellings


def _entries(facts: Facts) -> Iterable[Entry]:
    seminar = facts.seminar
    single = [seminar, *seminar.hosts, *filter(None, (seminar.venue, facts.release))]
    stated: tuple[Session | Talk, ...] = (*facts.sessions, *facts.talks)
    notes = chain.from_iterable(entry.notes for entry in stated)
    return chain(
        single, facts.organisations, facts.people, facts.sessions, notes, facts.talks, facts.contacts,
        facts.embargoes, facts.quotations, facts.faqs, facts.unannounced,
    )  # fmt: skip
