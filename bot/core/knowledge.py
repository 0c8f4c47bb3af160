"""The knowledge: the facts of one seminar, the languages, and the index of all their words, built once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import chain
from typing import TypeVar

from bot.core.clauses import Leads, make_leads
from bot.core.faq_index import FaqIndex, make_faq_index
from bot.core.hanja import Readings
from bot.core.held_values import HeldValues, make_held_values
from bot.core.indexing import make_index_words
from bot.core.language import Sense, Speech
from bot.core.lexicon import Lexicon
from bot.core.limits import Limits, make_limits
from bot.core.model import Contact, Entry, Facts, Language, Note, Organisation, Person, Session, Talk
from bot.core.passages import Passages, make_passages
from bot.core.situations import Situations, make_situations
from bot.core.slots import Slot, Timetable, slots_of_facts
from bot.core.text import normalise, to_jamo

_E = TypeVar("_E", bound=Entry)
_K = TypeVar("_K")
_V = TypeVar("_V")


def _grouped(pairs: Iterable[tuple[_K, _V]]) -> dict[_K, list[_V]]:
    found: defaultdict[_K, list[_V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


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
            chain.from_iterable(speech.phrases for speech in self.speeches.values()),
            chain.from_iterable(speech.lists["ordinary"] for speech in self.speeches.values()),
        )

    @cached_property
    def leads(self) -> Mapping[Language, Leads]:
        """What shows that a clause leads up to the question, by language."""
        kinds = ("connectives", "requests", "selves", "purposes")
        return {c: make_leads(*(s.lists.get(kind, ()) for kind in kinds)) for c, s in self.speeches.items()}

    @cached_property
    def limits(self) -> Limits:
        """What shows that the bot can neither do nor tell what is wanted, in any language."""
        return make_limits(speech.lists for speech in self.speeches.values())

    @cached_property
    def situations(self) -> Mapping[Language, Situations]:
        """What tells a topic without its word, by language."""
        return {code: make_situations(speech) for code, speech in self.speeches.items()}

    @cached_property
    def held_values(self) -> Mapping[Language, HeldValues]:
        """What values an answer has to hold that questions ask for, by language."""
        return {code: make_held_values(speech) for code, speech in self.speeches.items()}

    @cached_property
    def faq_index(self) -> FaqIndex:
        """What finds the knowledge's own questions."""
        return make_faq_index(self.facts.faqs, self.speeches.values(), self.senses_of)

    @cached_property
    def hanja(self) -> Readings:
        """How Chinese characters are read, in any language."""
        return {char: found for speech in self.speeches.values() for char, found in speech.hanja.items()}

    @cached_property
    def passages(self) -> Passages:
        """What is held in prose, by its words."""
        return make_passages(self.facts, self.speeches.values())

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
            known = senses.get(word.form)
            senses[word.form] = known | word.senses if known else word.senses
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
        called = [(s, "\n".join(to_jamo(normalise(wording)) for wording in _titles(s))) for s in self.facts.sessions]
        for session in self.facts.sessions:
            if session.kind:
                found.setdefault(session.kind, []).append(session)
        for form, senses in self._spoken.items():
            for sense in senses:
                if sense.kind == "kind" and sense.value not in found and len(form) > _SHORTEST_KIND_WORD:
                    rows = [s for s, titles in called if form in titles]
                    if rows:
                        found[sense.value] = rows
        return {kind: tuple(rows) for kind, rows in found.items()}

    @cached_property
    def timetable(self) -> Timetable:
        """Every row of the programme in time, cancelled ones included."""
        return Timetable(slots_of_facts(self.facts))

    @cached_property
    def held_timetable(self) -> Timetable:
        """The rows that take place."""
        return Timetable(slot for slot in self.timetable if not slot.entry.is_cancelled)

    @cached_property
    def end_by_day(self) -> Mapping[date, datetime]:
        """When each day of the programme ends, cancelled rows left out."""
        found: dict[date, datetime] = {}
        for slot in self.held_timetable:
            found[slot.day] = max(found.get(slot.day, slot.end), slot.end)
        return found

    @cached_property
    def timetable_by_room(self) -> Mapping[str, Timetable]:
        """The rows that take place in each room, by its normalised Korean name."""
        usual = venue.room if (venue := self.facts.seminar.venue) else None
        found: defaultdict[str, list[Slot]] = defaultdict(list)
        for slot in self.held_timetable:
            if room := slot.room or usual:
                found[normalise(room.ko)].append(slot)
        return {room: Timetable(slots) for room, slots in found.items()}

    @cached_property
    def held_talks(self) -> tuple[Talk, ...]:
        """The talks that were not cancelled, in order."""
        return tuple(talk for talk in self.facts.talks if not talk.is_cancelled)

    @cached_property
    def talks_by_speaker(self) -> Mapping[str, list[Talk]]:
        """The talks by the ids of their speakers."""
        return _grouped((speaker, talk) for talk in self.facts.talks for speaker in dict.fromkeys(talk.speakers))

    @cached_property
    def talks_by_session(self) -> Mapping[str, list[Talk]]:
        """The talks by the id of the row they lie in."""
        return _grouped((talk.session, talk) for talk in self.facts.talks if talk.session)

    @cached_property
    def talks_by_order(self) -> Mapping[int, list[Talk]]:
        """The talks by their place in the order."""
        return _grouped((talk.order, talk) for talk in self.facts.talks)

    @cached_property
    def rows_by_chair(self) -> Mapping[str, list[Session]]:
        """The rows by the id of who chairs them."""
        return _grouped((row.chair, row) for row in self.facts.sessions if row.chair)

    @cached_property
    def rows_by_person(self) -> Mapping[str, list[Session]]:
        """The rows by the ids of who chairs them or speaks in them."""
        return _grouped(
            (id_, row) for row in self.facts.sessions for id_ in dict.fromkeys((row.chair, *row.speakers)) if id_
        )

    @cached_property
    def unsure_parts_by_name(self) -> Mapping[str, list[Session | Talk]]:
        """The talks and rows that somebody is not confirmed for, by the Korean wording of the name noted."""
        entries: tuple[Session | Talk, ...] = (*self.facts.talks, *self.facts.sessions)
        return _grouped((note.value.ko, entry) for entry in entries for note in entry.notes if note.is_unsure_of_whom)

    @cached_property
    def former_parts_by_name(self) -> Mapping[str, list[tuple[Entry, Note]]]:
        """The talks and rows that somebody else took over, with the note on it, by the Korean name of who had them."""
        found = ((e, note) for e in (*self.facts.talks, *self.facts.sessions) for note in e.notes)
        taken = ((e, note, note.was) for e, note in found if note.field in ("speaker", "chair") and note.was)
        return _grouped((name, (e, note)) for e, note, was in taken for name in was.ko.split(", "))

    @cached_property
    def people_by_organisation(self) -> Mapping[str, list[Person]]:
        """The people by the id of their organisation."""
        return _grouped((p.organisation, p) for p in self.facts.people if p.organisation)

    @cached_property
    def people_by_title(self) -> Mapping[str, list[Person]]:
        """The confirmed people by their normalised Korean title."""
        return _grouped((normalise(p.title.ko), p) for p in self.facts.people if p.title and not p.withheld)

    @cached_property
    def people_by_title_wording(self) -> Mapping[str, list[Person]]:
        """The confirmed people by each wording of their title."""
        return _grouped(
            (w.lower(), p) for p in self.facts.people if p.title and not p.withheld for w in p.title.wordings
        )

    @cached_property
    def people_by_named_role(self) -> Mapping[str, list[Person]]:
        """The people by the normalised wording of their roles."""
        return _grouped((normalise(r.ko), p) for p in self.facts.people for r in p.roles)

    @cached_property
    def people_by_role(self) -> Mapping[str, list[Person]]:
        """The people by what the languages call their roles."""
        return _grouped((role, p) for p in self.facts.people for role in self.roles_by_person[p.id])

    @cached_property
    def people_by_family(self) -> Mapping[str, list[Person]]:
        """The people by the first syllable of their name and by each part of their Latin names."""
        return _grouped(
            (name, p)
            for p in self.facts.people
            for name in {p.name.ko[:1], *(part.lower() for name in (p.name.en, *p.spellings) for part in name.split())}
        )

    @cached_property
    def position_of(self) -> Mapping[str, int]:
        """Where each person, row and talk stands in the facts, by its path."""
        return {
            entry.path: at for at, entry in enumerate((*self.facts.people, *self.facts.sessions, *self.facts.talks))
        }

    def in_order(self, entries: Iterable[_E]) -> list[_E]:
        """Each once, in the order of the facts."""
        return sorted({entry.path: entry for entry in entries}.values(), key=lambda entry: self.position_of[entry.path])

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
    listed = chain(
        single, facts.organisations, facts.people, facts.sessions, facts.talks, facts.contacts,
        facts.embargoes, facts.quotations, facts.faqs, facts.unannounced,
    )  # fmt: skip
    return chain.from_iterable((entry, *entry.notes) for entry in listed)
