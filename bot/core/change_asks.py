"""What a question asks of a change: whether it was made, why, since when, what was before; and of what it asks this."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.core.grounding import find_people, find_sessions, find_talks, narrows_talks
from bot.core.knowledge import Knowledge
from bot.core.language import Sense
from bot.core.model import Entry, Note, Person, Seminar, Session, Talk, Venue
from bot.core.patterns import find_all
from bot.core.reading import NAMED_ONE, Frame
from bot.core.relations import talk_room, talks_of
from bot.core.reply import Context

TIMES = frozenset({"start", "end", "date"})
_ROOM, _WHOM = frozenset({"room"}), frozenset({"chair", "speaker"})
_FIELDS_BY_ASK = {
    "where": _ROOM, "when": TIMES, "start": frozenset({"start"}), "end": frozenset({"end"}), "exact": TIMES,
    "date": frozenset({"date"}), "weekday": frozenset({"date"}), "duration": TIMES, "title": frozenset({"title"}),
    "affiliation": frozenset({"organisation"}), "who": _WHOM, "name": _WHOM,
}  # fmt: skip
_FIELDS_BY_ROLE = {"chair": frozenset({"chair"}), "speaker": frozenset({"speaker"}), "mc": frozenset({"chair"})}
_NAMING = frozenset({
    "person", "family", "family_latin", "title", "department", "org", "role", "session", "kind", "talk", "topic_word",
    "talks", "ordinal", "seminar", "medium", "room", "release",
})  # fmt: skip
_TITLED = ("talk", "session", "faq")  # whose wordings may hold such words themselves


class About(StrEnum):
    """What is asked of a change."""

    CANCELLED = "cancelled"
    CHANGED = "changed"
    MOVED = "moved"
    FORMER = "former"
    SINCE = "since"
    TOLD = "told"  # of what was just told: "has it changed?"
    WHY = "why"


_MADE = frozenset({About.CANCELLED, About.CHANGED, About.MOVED})
_OF_ONE_TOLD = frozenset({About.FORMER, About.SINCE, About.TOLD, About.WHY})
_LISTED = (About.CANCELLED, About.CHANGED, About.MOVED, About.FORMER, About.SINCE, About.TOLD, About.WHY)


@dataclass(frozen=True)
class Target:
    """Of what a change is asked: the paths of its owners (any where there are none), and the fields (likewise)."""

    owners: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()

    def meets(self, owner: Entry, entry: Entry) -> bool:
        """Whether something that has changed, or was cancelled, is meant."""
        if self.owners and owner.path not in self.owners:
            return False
        if not self.fields:
            return True
        if entry.is_cancelled:
            return bool(self.owners)
        of_place = isinstance(owner, Venue) and "room" in self.fields
        return of_place or (entry.field in self.fields if isinstance(entry, Note) else True)


def asked_of_change(frame: Frame, knowledge: Knowledge) -> frozenset[About]:
    """Return what a question asks of a change; nothing where it asks of none, or of one that may yet be made."""
    text = _text(frame)
    found = set(_listed(text, frame, knowledge))
    if Sense("topic", "cancellation") in frame.inherited:  # 장소랑 (좌장 바뀌었나요)
        found.add(About.CHANGED)
    if any(find_all(text, *knowledge.speeches[frame.language].lists["change_unsure"])):
        return frozenset()
    if "background" in frame.asks or "reason" in frame.values("topic"):
        found.add(About.WHY)
    return frozenset(found)


def _text(frame: Frame) -> str:
    """The words of the question, or of a part of it, but for the titles in them, which may tell of changes."""
    tokens = frame.parse.tokens
    text = frame.parse.line.typed(tokens[0].start, tokens[-1].end) if tokens else ""
    for title in own_words(frame).tokens_of(*_TITLED):
        text = text.replace(title.typed, " ")
    return text


def asks_whether(asked: Iterable[About]) -> bool:
    """Return whether a word for changing, moving or cancelling is among what is asked."""
    return not _MADE.isdisjoint(asked)


def is_negated(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether it is asked if something has not changed, so that neither yes nor no says it."""
    return any(find_all(_text(frame), *knowledge.speeches[frame.language].lists["change_negated"]))


def change_words(frame: Frame, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the words by which a question speaks of a change, as they stand in it."""
    lists = knowledge.speeches[frame.language].lists
    return tuple(m[0] for about in _LISTED for m in find_all(_text(frame), *lists[f"change_{about}"]))


def _listed(text: str, frame: Frame, knowledge: Knowledge) -> Iterator[About]:
    lists = knowledge.speeches[frame.language].lists
    yield from (about for about in _LISTED if any(find_all(text, *lists[f"change_{about}"])))


def own_words(frame: Frame) -> Frame:
    """Return the frame with nothing that the conversation lends."""
    return replace(frame, senses=tuple(pair for pair in frame.senses if pair[0] not in frame.inherited))


def is_of_one_told(asked: Iterable[About]) -> bool:
    """Return whether what is asked is asked of one change, which a bare question leaves to what was told before."""
    return not _OF_ONE_TOLD.isdisjoint(asked)


def is_bare(frame: Frame) -> bool:
    """Return whether a question itself names nothing that could have changed: "since when?", "원래는요?"."""
    return not own_words(frame).values_of(_NAMING)


def targets(frame: Frame, asked: Iterable[About], knowledge: Knowledge) -> tuple[Target, ...]:
    """Return of what a question asks a change by its own words; nothing where it names nothing."""
    own, fields = own_words(frame), _fields(own_words(frame), asked)
    embargoes = knowledge.facts.embargoes
    if "embargo" in own.asks or own.has("medium"):
        return (Target(frozenset(one.path for one in embargoes)),) if embargoes else ()
    roles = frozenset().union(*(_FIELDS_BY_ROLE.get(role, frozenset()) for role in own.values("role")))
    rows, talks = find_sessions(own, knowledge), _talks(own, knowledge)
    if own.has(*NAMED_ONE):
        return _of_people(find_people(own, knowledge), talks if own.has("talks") else (), fields | roles, knowledge)
    if talks or rows:
        fields = (fields - _WHOM if roles else fields) | roles
        return tuple(_of_parts((*talks, *rows), fields, knowledge))
    if roles:
        others = fields - _WHOM
        return (Target(fields=roles), *((Target(fields=others),) if others else ()))
    return _of_the_whole(own, fields, asked, knowledge)


def _of_the_whole(
    own: Frame, fields: frozenset[str], asked: Iterable[About], knowledge: Knowledge
) -> tuple[Target, ...]:
    """Of the seminar, or of anything at all: any room, any hour, but one start or end alone is the seminar's."""
    seminar = knowledge.facts.seminar
    if own.has("row"):
        return (Target(fields=fields),)
    if fields and fields <= TIMES and (own.has("seminar") or fields < TIMES):
        return (Target(frozenset({seminar.path}), fields),)
    if About.CANCELLED in asked and own.has("seminar") and not fields:
        return (Target(frozenset({seminar.path})),)
    return (Target(fields=fields),) if fields else ()


def _fields(frame: Frame, asked: Iterable[About]) -> frozenset[str]:
    """The fields asked about; those of an hour are not where "when" asks when it was changed."""
    asking = frame.tokens_of("interrogative") if About.SINCE in asked else frozenset()
    asks = {sense.value for sense, token in frame.senses if sense.kind == "ask" and token not in asking}
    found = frozenset().union(*(_FIELDS_BY_ASK.get(ask, frozenset()) for ask in asks))
    return found or (TIMES if frame.has("timed") or About.MOVED in asked else frozenset())


def _talks(frame: Frame, knowledge: Knowledge) -> tuple[Talk, ...]:
    """The talks that are named; all where talks are, cancelled ones included."""
    is_talk = frame.has("talks", "talk", "topic_word")
    is_of_none_else = frame.has("ordinal", *NAMED_ONE) and not frame.has("session", "kind")
    if narrows_talks(frame) and (is_talk or is_of_none_else):
        return find_talks(frame, knowledge)
    return knowledge.facts.talks if frame.has("talks") or "topic_of" in frame.asks else ()


def _of_parts(parts: Iterable[Entry], fields: frozenset[str], knowledge: Knowledge) -> Iterator[Target]:
    """Of talks and rows; where they have no hours or room of their own, of what these are given by."""
    for part in parts:
        yield Target(frozenset({part.path}), fields)
        row = knowledge.session_by_id.get(part.session or "") if isinstance(part, Talk) else None
        if row and isinstance(part, Talk) and (lent := fields & (TIMES if not part.start else frozenset())):
            yield Target(frozenset({row.path}), lent)
        is_there = isinstance(part, Talk) and not talk_room(part, knowledge)
        is_there |= isinstance(part, Session) and not part.room
        if "room" in fields and row and row.room:
            yield Target(frozenset({row.path}), _ROOM)
        if "room" in fields and is_there and knowledge.facts.seminar.venue:
            yield Target(frozenset({knowledge.facts.seminar.venue.path}), _ROOM)


def _of_people(
    people: Iterable[Person], talks: Iterable[Talk], fields: frozenset[str], knowledge: Knowledge
) -> tuple[Target, ...]:
    """Of somebody: their title, the parts they have and those they had before."""
    found: list[Target] = []
    for person in people:
        own = fields & {"title", "organisation"}
        parts = [*talks_of(person, knowledge), *knowledge.rows_by_person.get(person.id, ())]
        if fields == _FIELDS_BY_ROLE["chair"]:
            parts = [part for part in parts if isinstance(part, Session)]
        former = [owner for owner, _ in knowledge.former_parts_by_name.get(person.name.ko, ())]
        if own or not fields:
            found.append(Target(frozenset({person.path}), own))
        if not own:
            found += _of_parts(talks or (*parts, *former), fields or _WHOM, knowledge)
    return tuple(found)


def targets_told(frame: Frame, asked: Iterable[About], context: Context, knowledge: Knowledge) -> tuple[Target, ...]:
    """Return of what a bare question asks a change, by what was told just before; nothing where it is no such one."""
    told = [e for path in context.about if (e := knowledge.entry_by_path.get(path))]
    if context.age or not told or not is_bare(frame):
        return ()
    fields = _fields_told(own_words(frame), asked, context)
    people = [entry for entry in told if isinstance(entry, Person)]
    parts = [entry for entry in told if not isinstance(entry, Person | Seminar | Venue)]
    seminar = knowledge.facts.seminar
    whole = [entry for entry in (seminar, seminar.venue) if entry and any(isinstance(e, Seminar | Venue) for e in told)]
    of_whole = (Target(frozenset({entry.path}), fields) for entry in whole)
    return (*of_whole, *_of_parts(parts, fields, knowledge), *_of_people(people, (), fields, knowledge))


def _fields_told(own: Frame, asked: Iterable[About], context: Context) -> frozenset[str]:
    """The fields that a bare question asks about, else those that the last one did."""
    last = frozenset().union(*(_FIELDS_BY_ASK.get(ask, frozenset()) for ask in context.asked))
    roles = [ask.partition(":")[2] for ask in context.asked if ask.startswith("role:")]
    whom = frozenset().union(*(_FIELDS_BY_ROLE.get(role, frozenset()) for role in roles))
    mine = _fields(own, asked)
    if whom and (not mine or mine & whom):
        return whom
    return mine or last


def follows_change(frame: Frame, context: Context, knowledge: Knowledge) -> bool:
    """Return whether a bare "since when?", "why?" comes right after a question of a change."""
    last = context.question
    lists = knowledge.speeches[frame.language].lists
    return context.age == 0 and any(find_all(last, *(p for about in _MADE for p in lists[f"change_{about}"])))
