"""What a true reply holds, computed from the knowledge alone: never by asking the bot.

A truth is a list of groups of wordings; of each group one must be said. Where the knowledge holds nothing, the truth is
that it is refused. ``None`` stands for what this judge cannot tell fairly (a row with talks nobody is announced for).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import time

from bot.core.knowledge import Knowledge
from bot.core.model import Person, Session, Status, Talk, Text
from bot.core.relations import speakers_of, talk_room

STARTS_OF_SUMMARIES = 25  # characters of a summary that a reply must hold
_MINUTES_PER_HOUR = 60
_NOT_SAID = ("공지되지 않", "확인되지 않", "확정되지 않", "not been announced", "not confirmed")


@dataclass(frozen=True, slots=True)
class Truth:
    """What a reply must hold: a wording of each group; without groups, a refusal."""

    groups: tuple[tuple[str, ...], ...]

    def is_told_in(self, text: str) -> bool:
        """Whether ``text`` holds one wording of every group."""
        folded = text.casefold()
        return all(any(wording.casefold() in folded for wording in group) for group in self.groups)


REFUSED = Truth(())
TalkTruth = Callable[[Knowledge, Talk], Truth | None]
PersonTruth = Callable[[Knowledge, Person], Truth | None]
RowsTruth = Callable[[Knowledge, tuple[Session, ...]], Truth | None]


def holds(*groups: Iterable[str]) -> Truth:
    """Return the truth of these groups."""
    return Truth(tuple(tuple(group) for group in groups))


def wordings(text: Text | None) -> tuple[str, ...]:
    """Every wording of a text, or none."""
    return text.wordings if text else ()


def room_of(knowledge: Knowledge, entry: Talk | Session) -> tuple[str, ...]:
    """The wordings of where a talk or a row is held: its room, its session's, the venue."""
    room = talk_room(entry, knowledge) if isinstance(entry, Talk) else entry.room
    venue = knowledge.facts.seminar.venue
    return wordings(room) or (wordings(venue.room) + wordings(venue.name) if venue else ())


def organisation_of(knowledge: Knowledge, person: Person) -> tuple[str, ...]:
    """Every spelling of the organisation somebody is of."""
    organisation = knowledge.organisation_by_id.get(person.organisation or "")
    return (*organisation.name.wordings, *organisation.spellings) if organisation else ()


def _all_or_refused(groups: list[tuple[str, ...]]) -> Truth:
    return holds(*groups) if groups and all(groups) else REFUSED


def _clock(moment: time | None) -> Truth:
    return holds([moment.strftime("%H:%M")] if moment else _NOT_SAID)


def _of_the_speakers(field: Callable[[Knowledge, Person], tuple[str, ...]]) -> TalkTruth:
    return lambda knowledge, talk: _all_or_refused([field(knowledge, p) for p in speakers_of([talk], knowledge)])


def _summary(_: Knowledge, talk: Talk) -> Truth:
    return holds([told[:STARTS_OF_SUMMARIES] for told in wordings(talk.summary)]) if talk.summary else REFUSED


def _talk_beside(step: int) -> TalkTruth:
    def beside(knowledge: Knowledge, talk: Talk) -> Truth | None:
        fellows = [other for other in knowledge.held_talks if other.session == talk.session]
        place = fellows.index(talk) + step
        if not 0 <= place < len(fellows):
            return None
        other = fellows[place]
        names = [name for p in speakers_of([other], knowledge) for name in p.name.wordings]
        return holds([*other.title.wordings, *names])

    return beside


OF_TALKS: Mapping[str, TalkTruth] = {
    "who": _of_the_speakers(lambda _, person: person.name.wordings),
    "aff": _of_the_speakers(organisation_of),
    "title": _of_the_speakers(lambda _, person: wordings(person.title)),
    "content": _summary,
    "heading": lambda _, talk: holds(talk.title.wordings),
    "when": lambda _, talk: _clock(talk.start),
    "end": lambda _, talk: _clock(talk.end),
    "where": lambda knowledge, talk: _all_or_refused([room_of(knowledge, talk)]),
    "next": _talk_beside(1),
    "prev": _talk_beside(-1),
}


def _of_their_talk(ask: str) -> PersonTruth:
    def of_their_talk(knowledge: Knowledge, person: Person) -> Truth | None:
        talks = [talk for talk in knowledge.held_talks if person.id in talk.speakers]
        return OF_TALKS[ask](knowledge, talks[0]) if len(talks) == 1 else None

    return of_their_talk


def _phones(knowledge: Knowledge, person: Person) -> Truth | None:
    of_theirs = [c for c in knowledge.facts.contacts if c.person == person.id]
    if not of_theirs and person.department:
        department = person.department.ko
        of_theirs = [c for c in knowledge.facts.contacts if not c.person and c.name and department in c.name.ko]
    return _all_or_refused([tuple(phone for contact in of_theirs for phone in contact.phones)])


def _card(knowledge: Knowledge, person: Person) -> Truth:
    return holds(wordings(person.title) or organisation_of(knowledge, person) or person.name.wordings)


OF_PEOPLE: Mapping[str, PersonTruth] = {
    "title": lambda _, person: _all_or_refused([wordings(person.title)]),
    "aff": lambda knowledge, person: _all_or_refused([organisation_of(knowledge, person)]),
    "who": _card,
    "phone": _phones,
    **{ask: _of_their_talk(ask) for ask in ("heading", "when", "where", "content")},
}


def _lengths(_: Knowledge, rows: tuple[Session, ...]) -> Truth:
    return holds(*map(_spoken_lengths, {_minutes(row.end) - _minutes(row.start) for row in rows}))


def _minutes(moment: time) -> int:
    return moment.hour * _MINUTES_PER_HOUR + moment.minute


def _spoken_lengths(minutes: int) -> list[str]:
    hours = minutes // _MINUTES_PER_HOUR
    return [f"{minutes}분", f"{minutes} min"] + ([f"{hours}시간", f"{hours} h"] if hours else [])


def _chair(knowledge: Knowledge, rows: tuple[Session, ...]) -> Truth | None:
    if len(rows) != 1 or (not rows[0].chair and knowledge.people_by_role.get("mc")):
        return None  # who is master of ceremonies may be told of any row
    return holds(knowledge.person_by_id[rows[0].chair].name.wordings) if rows[0].chair else REFUSED


def _who_speaks(knowledge: Knowledge, rows: tuple[Session, ...]) -> Truth | None:
    if len(rows) != 1:
        return None
    talks = [talk for talk in knowledge.held_talks if talk.session == rows[0].id]
    ids = [speaker for talk in talks for speaker in talk.speakers] if talks else rows[0].speakers
    people = [knowledge.person_by_id[speaker] for speaker in ids if speaker in knowledge.person_by_id]
    if not people or any(not talk.speakers for talk in talks):
        return None
    return holds(*(person.name.wordings for person in people))


def _row_beside(step: int) -> RowsTruth:
    def beside(knowledge: Knowledge, rows: tuple[Session, ...]) -> Truth | None:
        row = rows[0]
        same_day = [r for r in knowledge.facts.sessions if r.day == row.day and r.status is not Status.CANCELLED]
        others = [r for r in same_day if (r.start >= row.end if step > 0 else r.end <= row.start)]
        if len(rows) != 1 or not others:
            return None
        if step > 0:
            nearest = [r for r in others if r.start == min(other.start for other in others)]
        else:
            nearest = [r for r in others if r.end == max(other.end for other in others)]
        return holds([wording for r in nearest for wording in r.title.wordings])

    return beside


OF_ROWS: Mapping[str, RowsTruth] = {
    "start": lambda _, rows: holds(*([row.start.strftime("%H:%M")] for row in rows)),
    "end": lambda _, rows: holds(*([row.end.strftime("%H:%M")] for row in rows)),
    "dur": _lengths,
    "where": lambda knowledge, rows: _all_or_refused([room_of(knowledge, row) for row in rows]),
    "chair": _chair,
    "who": _who_speaks,
    "next": _row_beside(1),
    "prev": _row_beside(-1),
}
