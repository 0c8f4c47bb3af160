"""Rows of the timetable: who, where, how many and about what; their times stand in ``row_times``."""

from collections.abc import Callable, Sequence

from bot.core.answers import talks
from bot.core.answers.refusals import not_announced, unconfirmed_speaker
from bot.core.answers.row_times import tell_duration, tell_progress, tell_remaining, tell_when
from bot.core.drafts import Basis, Draft, combine, draft
from bot.core.grounding import chairs, find_sessions
from bot.core.inquiry import Inquiry
from bot.core.language import UNTIL
from bot.core.model import Person, Session, Status

_WHO = frozenset({"who", "name", "title", "affiliation", "participants", "attend"})


def answer_sessions(inquiry: Inquiry) -> Draft | None:
    """Answer a question that names rows of the timetable, or a kind of row the seminar does not have."""
    frame, voice = inquiry.frame, inquiry.voice
    if not frame.has("session", "kind", "ordinal"):
        return None
    rows = find_sessions(frame, inquiry.knowledge) or nth_rows(inquiry)
    if rows:
        return describe(inquiry, rows)
    if not frame.has("kind"):
        return None
    return not_announced(inquiry, voice.say("not_announced", topic=voice.name_of("kind", frame.values("kind")[0])))


def nth_rows(inquiry: Inquiry) -> tuple[Session, ...]:
    """The rows that an ordinal points to: 첫 순서, the last item."""
    frame = inquiry.frame
    named = frame.has("row") or "what" in frame.asks or "end" in frame.asks
    if not named or not frame.has("ordinal") or frame.has("talks", "role", "talk", "person", "topic_word", "org"):
        return ()
    rows = [row for row in inquiry.facts.sessions if not frame.days or row.day in frame.days]
    wanted = [int(value) for value in frame.values("ordinal")]
    return tuple(rows[n - 1 if n > 0 else n] for n in wanted if rows and -1 <= n <= len(rows) and n)


def describe(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """Say of these rows what is asked of them; when they are, where nothing is."""
    asks, moments = inquiry.frame.asks, inquiry.frame.moments
    uncertain = [row for row in rows if any(n.field in ("speaker", "chair") and not n.is_certain for n in row.notes)]
    if uncertain and asks <= {"certain"} and "certain" in asks:
        return tell_uncertain(inquiry, uncertain[0])
    if _counts_down(inquiry):
        return tell_remaining(inquiry, rows)
    told = [state(inquiry, rows) for names, state in _STATEMENTS if asks & names]
    if "over" in moments and not told:
        told = [tell_progress(inquiry, rows)]
    if not told:
        told = [tell_who(inquiry, rows) if inquiry.frame.has("role") else tell_when(inquiry, rows)]
    return combine(told)


def _counts_down(inquiry: Inquiry) -> bool:
    """Whether it is asked how long until a row: "얼마나 남았어", "휴식까지 몇 분"."""
    frame = inquiry.frame
    if "remaining" in frame.asks:
        return True
    named = {token.end for sense, token in frame.senses if sense.kind in ("session", "kind")}
    until = any(token.word and UNTIL in token.word.senses and token.start in named for token in frame.parse.tokens)
    return until and frame.asks_any("duration", "count")


def tell_who(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """Say who chairs, speaks or takes part; where that is not confirmed or not announced, say so."""
    return combine(_who(inquiry, row) for row in rows)


def _who(inquiry: Inquiry, row: Session) -> Draft:
    voice, knowledge = inquiry.voice, inquiry.knowledge
    title = voice.text(row.title)
    given = [talk for talk in inquiry.facts.talks if talk.session == row.id]
    if given:
        return talks.tell_speakers(inquiry, given)
    people = [knowledge.person_by_id[i] for i in row.speakers if i in knowledge.person_by_id]
    leads = chairs([row], knowledge)
    if leads or people:
        return _people(inquiry, row, leads, people)
    note = next((n for n in row.notes if n.field in ("speaker", "chair") and not n.is_certain), None)
    if note:
        return unconfirmed_speaker(inquiry, note, row.title)
    if row.speakers:
        names = voice.join(voice.whom(id_) for id_ in row.speakers)
        line = voice.say("speaker_unnamed", title=title, organisation=names)
        if inquiry.frame.asks_any("name", "title"):
            return not_announced(inquiry, line, row)
        return draft(line, (row, "speakers"))
    if row.participants:
        return tell_participants(inquiry, [row])
    return not_announced(inquiry, voice.say("speaker_unannounced", title=title), row)


def _people(inquiry: Inquiry, row: Session, leads: list[Person], people: list[Person]) -> Draft:
    voice = inquiry.voice
    lines = [voice.say("session_chair", person=voice.person(p)) for p in leads]
    lines += [voice.say("session_speaker", title=voice.text(row.title), person=voice.person(p)) for p in people]
    basis = [Basis(row, "chair" if leads else "speakers"), *(Basis(p, "name") for p in (*leads, *people))]
    if row.participants and not people:
        lines.append(voice.say("session_participants", names=voice.join(voice.text(p) for p in row.participants)))
        basis.append(Basis(row, "participants"))
    return Draft(tuple(lines), tuple(basis), about=(*leads, *people, row))


def tell_participants(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """Say which organisations take part."""
    voice = inquiry.voice
    named = [row for row in rows if row.participants]
    if not named:
        return tell_who(inquiry, rows)
    names = voice.join(voice.text(p) for row in named for p in row.participants)
    line = voice.say("session_participants", names=names)
    return Draft((line,), tuple(Basis(row, "participants") for row in named), about=tuple(named))


def _tell_count(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """How many talks the rows hold; of rows without talks, how many rows there are where several could be meant."""
    voice, ids = inquiry.voice, {row.id for row in rows}
    given = [talk for talk in inquiry.facts.talks if talk.session in ids and talk.status is not Status.CANCELLED]
    if given:
        return talks.tell_count(inquiry, given)
    if any(row.kind in ("break", "lunch") for row in rows):
        lines = (voice.say("count_items", count=len(rows)), *tell_when(inquiry, rows).lines)
        return Draft(lines, tuple(Basis(row, "start") for row in rows), about=tuple(rows))
    return not_announced(inquiry, voice.say("not_announced_thing"), *rows)


def _tell_where(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    voice = inquiry.voice
    lines, basis = [], []
    for row in rows:
        place = voice.place(row.room)
        if not place:
            return not_announced(inquiry, voice.say("not_announced_thing"), row)
        lines.append(voice.say("where_session", title=voice.text(row.title), place=place))
        venue = inquiry.facts.seminar.venue
        basis.append(Basis(row, "room") if row.room or venue is None else Basis(venue, "room"))
    return Draft(tuple(lines), tuple(basis), about=tuple(rows))


def _tell_heading(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    given = [t for t in inquiry.facts.talks if t.session in {row.id for row in rows}]
    if given:
        return talks.tell_heading(inquiry, given)
    if "theme" in inquiry.frame.asks and any(row.summary for row in rows):
        return _tell_content(inquiry, rows)
    lines = tuple(inquiry.voice.text(row.title) for row in rows)
    return Draft(lines, tuple(Basis(row, "title") for row in rows), about=tuple(rows))


def tell_uncertain(inquiry: Inquiry, row: Session) -> Draft:
    """Say that who chairs or speaks in a row is not confirmed."""
    note = next(n for n in row.notes if n.field in ("speaker", "chair") and not n.is_certain)
    return unconfirmed_speaker(inquiry, note, row.title)


def _tell_content(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    voice = inquiry.voice
    given = [t for t in inquiry.facts.talks if t.session in {row.id for row in rows}]
    if given:
        return talks.tell_heading(inquiry, given)
    told = [row for row in rows if row.summary]
    if not told:
        return tell_when(inquiry, rows)
    lines = tuple(voice.text(row.summary) for row in told)
    return Draft(lines, tuple(Basis(row, "summary") for row in told), about=tuple(told), is_released=True)


_STATEMENTS: tuple[tuple[frozenset[str], Callable[[Inquiry, Sequence[Session]], Draft]], ...] = (
    (frozenset({"count"}), _tell_count),
    (_WHO, tell_who),
    (frozenset({"heading", "theme", "headline", "topic_of"}), _tell_heading),
    (frozenset({"content"}), _tell_content),
    (frozenset({"duration"}), tell_duration),
    (frozenset({"when", "start", "end", "exact", "date"}), tell_when),
    (frozenset({"where"}), _tell_where),
)
