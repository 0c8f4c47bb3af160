"""What the standing of facts obliges a reply to say: what is not confirmed, what has changed, what was cancelled."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from bot.core.answers.press import has_lifted
from bot.core.drafts import Basis, Draft, standing_of
from bot.core.knowledge import Knowledge
from bot.core.model import Embargo, Entry, Faq, Note, Person, Seminar, Session, Status, Talk, Text, Venue
from bot.core.programme import is_over
from bot.core.relations import talk_room, talks_of
from bot.core.reply import Outcome
from bot.core.voice import Voice

_WHEN = ("start", "date", "session")  # whoever asks for these is going to come
_WHO = ("speaker", "chair")
_HELD = (Seminar, Venue, Session, Talk, Faq)  # what a cancelled seminar takes along
_FEW = 2  # rows and talks; more of them are a list
_CONCERNED = {
    **dict.fromkeys(("start", "date"), ("room", "speaker")),
    "session": ("start", "end", "date", "room", "speaker"),
    **dict.fromkeys(("summary", "title"), ("speaker",)),
}


def with_standing(made: Draft, voice: Voice) -> Draft:
    """Return the draft with what its entries' standing obliges it to say.

    An unconfirmed entry cannot be stated without the warning and the contact; a changed one says what it was, for as
    long as that matters; a cancelled one leads with that.
    """
    owners = {entry: basis.entry for basis in made.rests_on for entry in standing_of(basis)}
    changed = owners | {entry: owner for basis in made.rests_on for owner, entry in _concerning(basis, voice)}
    if made.is_standing_told:
        owners, changed = {e: o for e, o in owners.items() if not e.is_cancelled}, {}
    news = [e for e, owner in changed.items() if e.status is Status.CHANGED and _matters(owner, voice)]
    seminar = voice.knowledge.facts.seminar
    off = [seminar] if _tells_that_all_is_off(made, seminar) else _cancelled(owners, voice.knowledge)
    cancelled = [tell_standing(entry, entry, voice) for entry in off]
    is_list = len({basis.entry for basis in made.rests_on if isinstance(basis.entry, Session | Talk)}) > _FEW
    told = [tell_standing(entry, changed[entry], voice, is_brief=is_list) for entry in news]
    lines = tuple(dict.fromkeys((*cancelled, *made.lines, *told)))
    outcome = made.outcome
    if outcome is Outcome.ANSWER and not all(entry.is_certain for entry in owners):
        outcome = Outcome.UNCONFIRMED
        lines = tuple(filter(None, (*lines, voice.say("unconfirmed"), voice.contact_line())))
    return replace(made, lines=lines, outcome=outcome)


def _tells_that_all_is_off(made: Draft, seminar: Seminar) -> bool:
    """Whether the seminar was cancelled, and that concerns what the draft tells: its facts or what nobody announced.

    The press's dates, names and the contact stand as they are.
    """
    is_of_holding = any(isinstance(basis.entry, _HELD) for basis in made.rests_on)
    return seminar.is_cancelled and (is_of_holding or made.outcome is Outcome.NOT_ANNOUNCED)


def tell_cancelled(entries: Iterable[Entry], voice: Voice) -> tuple[str, ...]:
    """Return what says which of the entries were cancelled."""
    return tuple(tell_standing(entry, entry, voice) for entry in _cancelled(entries, voice.knowledge))


def _cancelled(entries: Iterable[Entry], knowledge: Knowledge) -> list[Entry]:
    """What was cancelled of the entries: a row once, instead of it and its talks; the seminar instead of all of it."""
    off = [entry for entry in entries if entry.is_cancelled]
    if off and knowledge.facts.seminar.is_cancelled:
        return [knowledge.facts.seminar]
    row_by_entry = {talk: knowledge.session_by_id.get(talk.session or "") for talk in off if isinstance(talk, Talk)}
    count_by_row = Counter([*row_by_entry.values(), *(entry for entry in off if isinstance(entry, Session))])
    rows = {entry: row for entry, row in row_by_entry.items() if row and row.is_cancelled and count_by_row[row] > 1}
    return list(dict.fromkeys(rows.get(entry, entry) if isinstance(entry, Talk) else entry for entry in off))


def _concerning(basis: Basis, voice: Voice) -> Iterator[tuple[Entry, Entry]]:
    """What has changed beside a fact and is news to whoever asks for it, each after what it is a part of.

    Where something is, to whoever asks when it is; when, to whoever asks after what; who, to whoever asks what is said.
    """
    owner, seminar = basis.entry, voice.knowledge.facts.seminar
    venue = seminar.venue
    if isinstance(owner, Person):
        yield from _parts_of(owner, voice.knowledge) if basis.field == "name" else ()
        return
    yield from ((owner, note) for note in owner.notes if note.field in _CONCERNED.get(basis.field, ()))
    is_there = isinstance(owner, Seminar) or (isinstance(owner, Session) and not owner.room)
    is_there |= isinstance(owner, Talk) and not talk_room(owner, voice.knowledge)
    if isinstance(owner, Session | Talk) and basis.field in _WHEN and voice.now.date() < seminar.days[0]:
        yield from ((seminar, entry) for entry in standing_of(Basis(seminar, "date")))
    if venue and is_there and basis.field in _WHEN and _matters(owner, voice):
        yield from ((venue, entry) for entry in standing_of(Basis(venue, "name")))


def _parts_of(person: Person, knowledge: Knowledge) -> Iterator[tuple[Entry, Entry]]:
    """The notes by which somebody was given a part, or had theirs taken over."""
    given = (*talks_of(person, knowledge), *knowledge.rows_by_person.get(person.id, ()))
    yield from ((part, note) for part in given for note in part.notes if note.field in _WHO)
    yield from knowledge.former_parts_by_name.get(person.name.ko, ())


Change = tuple[Entry, Entry]  # what changed or was cancelled, after what it is a part of


def changed_facts(knowledge: Knowledge) -> list[Change]:
    """Return all that has changed or was cancelled, each after what it is a part of: itself, or that of its field."""
    stands = (Status.CHANGED, Status.CANCELLED)
    entries = [entry for entry in knowledge.entry_by_path.values() if not isinstance(entry, Note)]
    return [(owner, part) for owner in entries for part in (owner, *owner.notes) if part.status in stands]


def news_of(owners: Iterable[Entry], fields: Collection[str], voice: Voice) -> tuple[str, ...]:
    """Return what says how these fields of some entries have changed, as long as it matters."""
    notes = [(o, n) for o in owners if _matters(o, voice) for n in o.notes if n.field in fields]
    return tuple(dict.fromkeys(tell_standing(n, o, voice) for o, n in notes if n.status is Status.CHANGED))


def _matters(owner: Entry, voice: Voice) -> bool:
    """Whether a change still matters: until its row or talk has ended, its embargo has lifted, the seminar is over.

    Of what was cancelled no change does.
    """
    if owner.is_cancelled or (isinstance(owner, Venue) and voice.knowledge.facts.seminar.is_cancelled):
        return False
    knowledge, now = voice.knowledge, voice.now.replace(tzinfo=None)
    if isinstance(owner, Embargo):
        return not has_lifted(owner, now)
    if isinstance(owner, Talk):
        slot = knowledge.timetable.slot_by_path.get(owner.path)
        row = knowledge.session_by_id.get(owner.session or "")
        end = slot.end if slot else dt.datetime.combine(row.day, row.end) if row else None
        return now < end if end else not is_over(knowledge, now)
    if isinstance(owner, Session):
        return now < dt.datetime.combine(owner.day, owner.end)
    return not is_over(knowledge, now)


def tell_standing(entry: Entry, owner: Entry, voice: Voice, is_brief: bool = False) -> str:
    """Return the sentence that an entry which changed or was cancelled carries; a note is of its ``owner``.

    A brief one, which stands below a list of times, tells of a change on another day no more than that day.
    """
    since = voice.say("since", since=_moment(entry.since, voice, is_brief)) if entry.since else ""
    if entry.is_cancelled:
        return voice.say("status_cancelled", title=voice.label(entry), since=since)
    values = _values(entry, owner, voice)
    return voice.say("status_changed_value" if "value" in values else "status_changed", since=since, **values)


def tell_former(entry: Entry, owner: Entry, voice: Voice) -> tuple[str, ...]:
    """Return what an entry that has changed was, and then what it is."""
    since = voice.say("since", since=_moment(entry.since, voice, is_brief=False)) if entry.since else ""
    values = _values(entry, owner, voice)
    if "value" not in values:
        return (tell_standing(entry, owner, voice),)
    return voice.say("status_former", **values), voice.say("status_changed_to", since=since, **values)


def _values(entry: Entry, owner: Entry, voice: Voice) -> dict[str, str]:
    """What has changed, what it was and, where that is one value, what it is."""
    was, what = voice.text(entry.was), _what(entry, owner, voice)
    if isinstance(owner, Venue):
        return {"what": what, "was": was, "value": voice.place()}
    if isinstance(entry, Note):
        was = _worded(entry.was, entry.field, voice) if entry.was else was
        return {"what": what, "was": was, "value": _worded(entry.value, entry.field, voice)}
    return {"title": what, "was": was}


def _what(entry: Entry, owner: Entry, voice: Voice) -> str:
    """What it is that has changed: the room of a talk, the place, when the seminar is."""
    if isinstance(owner, Venue):
        return voice.say("changed_own", field=voice.say("changed_room"))
    title = voice.media(owner) if isinstance(owner, Embargo) else voice.label(owner)
    if not isinstance(entry, Note):
        return title
    field = voice.say(f"changed_{entry.field}")
    if isinstance(owner, Seminar):
        return voice.say("changed_own", field=field)
    title = voice.say("talk_number", order=owner.order) if isinstance(owner, Talk) else title
    return voice.say("changed_of", title=title, field=field)


def _worded(text: Text, field: str, voice: Voice) -> str:
    """A field's value; dates as people say them."""
    wording = voice.text(text)
    try:
        days = [dt.date.fromisoformat(part) for part in wording.split(", ")] if field == "date" else []
    except ValueError:  # was is any text
        days = []
    return voice.join(voice.date(day) for day in days) or wording


def _moment(since: dt.datetime, voice: Voice, is_brief: bool) -> str:
    """When something changed: the time, with its date where that was another day."""
    if since.date() == voice.now.date():
        return voice.time(since)
    return voice.date(since.date()) if is_brief else f"{voice.date(since.date())} {voice.time(since)}"
