"""Who gives which talk, who chairs which row, who belongs to which organisation, and on which day a talk is."""

from collections.abc import Collection, Iterable
from datetime import date

from bot.core.knowledge import Knowledge
from bot.core.model import Note, Person, Session, Talk, Text
from bot.core.text import normalise


def speakers_of(talks: Iterable[Talk], knowledge: Knowledge) -> list[Person]:
    """Return the people who give these talks, in the talks' order."""
    ids = dict.fromkeys(speaker for talk in talks for speaker in talk.speakers)
    return [knowledge.person_by_id[id_] for id_ in ids if id_ in knowledge.person_by_id]


def chairs(sessions: Iterable[Session], knowledge: Knowledge) -> list[Person]:
    """Return the people who chair these rows."""
    people = (knowledge.person_by_id.get(session.chair or "") for session in sessions)
    return [person for person in people if person]


def members(organisation_ids: Iterable[str], knowledge: Knowledge) -> list[Person]:
    """Return the confirmed people of these organisations, speakers first."""
    wanted = set(organisation_ids)
    found = knowledge.in_order(
        p for id_ in wanted for p in knowledge.people_by_organisation.get(id_, ()) if not p.withheld
    )
    ids = {p.id for p in found}
    talks = knowledge.in_order(t for p in found for t in knowledge.talks_by_speaker.get(p.id, ()))
    speaking = [p for p in speakers_of(talks, knowledge) if p.id in ids]
    return list({p.path: p for p in (*speaking, *found)}.values())


def takes_part(person: Person, knowledge: Knowledge) -> bool:
    """Return whether somebody gives a talk, or chairs or speaks in a row."""
    return bool(knowledge.talks_by_speaker.get(person.id) or knowledge.rows_by_person.get(person.id))


def talks_of(person: Person, knowledge: Knowledge) -> list[Talk]:
    """Return the talks a person gives."""
    return list(knowledge.talks_by_speaker.get(person.id, ()))


def talk_day(talk: Talk, knowledge: Knowledge) -> date:
    """Return the day of a talk: its own, its session's, or the seminar's first."""
    session = knowledge.session_by_id.get(talk.session or "")
    return talk.day or (session.day if session else knowledge.facts.seminar.days[0])


def talk_room(talk: Talk, knowledge: Knowledge) -> Text | None:
    """Return the room of a talk: its own, or its session's."""
    session = knowledge.session_by_id.get(talk.session or "")
    return talk.room or (session.room if session else None)


def unsure_note(entry: Session | Talk) -> Note | None:
    """Return the note that who speaks or chairs is not confirmed, where an entry has one."""
    return next((note for note in entry.notes if note.is_unsure_of_whom), None)


def rows_with_talks(knowledge: Knowledge) -> tuple[Session, ...]:
    """Return the rows that talks lie in."""
    return tuple(row for row in knowledge.facts.sessions if row.id in knowledge.talks_by_session)


def rows_in_rooms(rooms: Collection[str], knowledge: Knowledge) -> tuple[Session, ...]:
    """Return the rows held in rooms of their own, these by their normalised Korean names."""
    return tuple(row for row in knowledge.facts.sessions if row.room and normalise(row.room.ko) in rooms)


def talks_held_in(row: Session, knowledge: Knowledge) -> list[Talk]:
    """Return the talks that lie in a row: those that were not cancelled, or all where none is left."""
    talks = knowledge.talks_by_session.get(row.id, [])
    return [talk for talk in talks if not talk.is_cancelled] or talks
