"""What was meant before: both of them, the rest, the second of them, the row named beside somebody."""

from collections.abc import Iterable, Sequence

from bot.core.grounding import find_sessions
from bot.core.knowledge import Knowledge
from bot.core.language import Sense
from bot.core.model import Contact, Entry, Person, Session, Talk
from bot.core.reading import Frame
from bot.core.relations import speakers_of, talks_of
from bot.core.reply import Context

_SEVERAL = 2  # people, of whom a number picks one
_COUNTS = {"two": 2, "three": 3, "four": 4}
_KINDS: dict[type[Entry], str] = {Person: "person", Talk: "talk", Session: "session", Contact: "contact"}
_NAMED_HERE = ("person", "talk", "ordinal", "topic_word", "title", "topic")


def speaks_of_amounts(frame: Frame) -> bool:
    """Return whether a question speaks of some or the rest of what was meant before."""
    values = set(frame.values("reference"))
    return bool(values & {*_COUNTS, "rest"}) or ("other" in values and frame.asks_any("phone", "contact"))


def mentioned(frame: Frame, context: Context, knowledge: Knowledge) -> list[Sense]:
    """Return the senses that stand for the amount meant; none where the conversation does not hold it."""
    if frame.has(*_NAMED_HERE):
        return []
    named = [knowledge.entry_by_path[path] for path in context.named if path in knowledge.entry_by_path]
    about = [knowledge.entry_by_path[path] for path in context.about if path in knowledge.entry_by_path]
    values = frame.values("reference")
    count = next((_COUNTS[value] for value in values if value in _COUNTS), 0)
    found = _last(count, named, about, knowledge) if count else _rest(frame, named, about, knowledge)
    return [Sense(_KINDS[type(entry)], entry.id) for entry in found]


def _last(count: int, named: Sequence[Entry], about: Sequence[Entry], knowledge: Knowledge) -> Sequence[Entry]:
    """The last so many people or rows: those of the last reply, where it told as many."""
    for entries in (about, named):
        people = dict.fromkeys(p for e in entries for p in _people_of(e, knowledge))
        if len(people) >= count:
            return [*people][-count:]
    rows = [entry for entry in named if isinstance(entry, Session)]
    return rows[-count:] if len(rows) >= count else ()


def _people_of(entry: Entry, knowledge: Knowledge) -> Sequence[Person]:
    """The person, or who gives a talk."""
    return [entry] if isinstance(entry, Person) else speakers_of([entry] if isinstance(entry, Talk) else (), knowledge)


def is_everybody(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether an amount is that of all who speak: 네 분 다."""
    count = next((_COUNTS[value] for value in frame.values("reference") if value in _COUNTS), 0)
    return count == len(speakers_of(knowledge.held_talks, knowledge))


def _rest(frame: Frame, named: Sequence[Entry], about: Sequence[Entry], knowledge: Knowledge) -> Sequence[Entry]:
    """Those of the same kind that were not told yet."""
    told = {*named, *speakers_of((e for e in named if isinstance(e, Talk)), knowledge)}
    told |= {talk for e in named if isinstance(e, Person) for talk in talks_of(e, knowledge)}
    if frame.asks_any("phone", "contact") or (about and isinstance(about[-1], Contact) and not frame.has_subject):
        phones = {phone for e in named if isinstance(e, Contact) for phone in e.phones}
        return [c for c in knowledge.facts.contacts if not phones.issuperset(c.phones)]
    return [entry for entry in _group(frame, about, knowledge) if entry not in told]


def _group(frame: Frame, about: Sequence[Entry], knowledge: Knowledge) -> Iterable[Entry]:
    """All that the rest is to be taken from: what the question says, else the kind of what was told last."""
    last = about[0] if about else None
    talks = _talks_meant(frame, about, knowledge)
    if frame.has("series"):
        return [row for row in knowledge.facts.sessions if row.kind == "talks"]
    if frame.has("talks"):
        return talks
    if "speaker" in frame.values("role"):
        return speakers_of(talks, knowledge)
    if "discussant" in frame.values("role"):
        return _panellists(knowledge)
    if frame.has("kind", "session"):
        return find_sessions(frame, knowledge)
    match last:
        case Person() if "same_body" in frame.values("reference"):
            return [p for p in knowledge.people_by_organisation.get(last.organisation or "", ()) if not p.withheld]
        case Person():
            return _colleagues(last, talks, knowledge)
        case Talk():
            return talks
        case Session():
            return [row for row in knowledge.facts.sessions if row.kind == last.kind]
    return ()


def _talks_meant(frame: Frame, about: Sequence[Entry], knowledge: Knowledge) -> Sequence[Talk]:
    """All talks; of the same session, where it is said."""
    own = [e for e in about if isinstance(e, Talk)]
    own += [talk for e in about if isinstance(e, Person) for talk in talks_of(e, knowledge)]
    if "same_row" in frame.values("reference") and own and own[0].session:
        return knowledge.talks_by_session[own[0].session]
    return knowledge.held_talks


def _panellists(knowledge: Knowledge) -> Sequence[Person]:
    """The confirmed people of the discussions."""
    ids = [id_ for row in knowledge.sessions_by_kind.get("discussion", ()) for id_ in row.speakers]
    people = [*knowledge.people_by_role.get("discussant", ()), *(knowledge.person_by_id.get(id_) for id_ in ids)]
    return [person for person in dict.fromkeys(people) if person and not person.withheld]


def _colleagues(person: Person, talks: Sequence[Talk], knowledge: Knowledge) -> Sequence[Person]:
    """Those who do the same as somebody: give talks, sit on the panel, chair."""
    if talks_of(person, knowledge):
        return speakers_of(talks, knowledge)
    if person in _panellists(knowledge):
        return _panellists(knowledge)
    if person.id in knowledge.rows_by_chair:
        ids = knowledge.rows_by_chair
        return [p for p in knowledge.facts.people if p.id in ids and not p.withheld]
    return ()


def numbered_people(frame: Frame, about: Sequence[Entry]) -> list[Sense]:
    """Return who is meant by a bare number right after several people were told: "두 번째 사람은 한자가 뭐예요"."""
    people = [entry for entry in about if isinstance(entry, Person)]
    if len(people) < _SEVERAL or frame.has_subject:
        return []
    numbers = [int(value) for value in frame.values("ordinal")]
    chosen = [people[n - 1 if n > 0 else n] for n in numbers if n and -1 <= n <= len(people)]
    return [Sense("person", person.id) for person in chosen] if len(chosen) == len(numbers) else []


def rows_named_with(about: Sequence[Entry], context: Context, knowledge: Knowledge) -> list[Entry]:
    """Return the rows that the last question named itself, when it asked for somebody of theirs: 분과 A 좌장."""
    lately = context.named[-len(about) - 1 : len(context.named) - len(about)]
    rows = (knowledge.entry_by_path.get(path) for path in lately)
    return [row for row in rows if isinstance(row, Session)]


def row_chaired(about: Sequence[Entry], context: Context, knowledge: Knowledge) -> list[Entry]:
    """Return the only row that somebody chairs who was asked for as its chair: 토론 좌장."""
    people = [entry for entry in about if isinstance(entry, Person)]
    rows = [row for person in people for row in knowledge.rows_by_chair.get(person.id, ())]
    return [*rows] if "role:chair" in context.asked and len(rows) == 1 else []
