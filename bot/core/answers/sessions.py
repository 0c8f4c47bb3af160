"""Rows of the timetable: who, where, how many and about what; their times stand in ``row_times``."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.core.answers import talk_times, talks
from bot.core.answers.refusals import not_announced, unconfirmed_speaker
from bot.core.answers.row_times import tell_duration, tell_progress, tell_remaining, tell_when
from bot.core.drafts import Basis, Draft, combine, draft
from bot.core.grounding import find_sessions
from bot.core.inquiry import Inquiry
from bot.core.language import UNTIL
from bot.core.model import Person, Session
from bot.core.programme import falls_in, parts_of_day
from bot.core.relations import chairs, rows_with_talks, talks_held_in, unsure_note
from bot.core.reply import Outcome

_TALKED_OVER = ("discussion", "questions")  # kinds of rows in which several people speak
_WHO = frozenset({"who", "name", "title", "affiliation", "participants", "attend"})


def answer_sessions(inquiry: Inquiry) -> Draft | None:
    """Answer a question that names rows of the timetable, or a kind of row the seminar does not have."""
    frame, voice = inquiry.frame, inquiry.voice
    if not frame.has("session", "kind", "ordinal"):
        return None
    rows = _in_turn(inquiry, find_sessions(frame, inquiry.knowledge)) or nth_rows(inquiry)
    if rows:
        return describe(inquiry, rows)
    if not frame.has("kind"):
        return None
    return not_announced(inquiry, voice.say("not_announced", topic=voice.name_of("kind", frame.values("kind")[0])))


def _in_turn(inquiry: Inquiry, rows: Sequence[Session]) -> Sequence[Session]:
    """The nth of the rows named, where they are several: the second break."""
    wanted = [int(value) for value in inquiry.frame.values("ordinal")]
    if not rows or not wanted or inquiry.frame.has("talks", "talk", "topic_word"):
        return rows
    frame = inquiry.frame.without("session") if inquiry.frame.has("kind") else inquiry.frame
    ranked = sorted(find_sessions(frame, inquiry.knowledge) or rows, key=lambda row: (row.day, row.start))
    return [ranked[n - 1 if n > 0 else n] for n in wanted if n and -1 <= n <= len(ranked)] or rows


def nth_rows(inquiry: Inquiry) -> tuple[Session, ...]:
    """The rows that an ordinal points to: 첫 순서, the last item."""
    frame = inquiry.frame
    named = frame.has("row") or "what" in frame.asks or "end" in frame.asks
    if not named or not frame.has("ordinal") or frame.has("talks", "role", "talk", "person", "org"):
        return ()
    turns = {token.start for sense, token in frame.senses if sense.kind == "ordinal"}
    if any(sense.kind == "topic_word" and token.start not in turns for sense, token in frame.senses):
        return ()
    parts = parts_of_day(frame.moments)
    held = sorted(inquiry.facts.sessions, key=lambda row: (row.day, row.start))
    rows = [row for row in held if (not frame.days or row.day in frame.days) and falls_in(row.start, parts)]
    wanted = [int(value) for value in frame.values("ordinal")]
    found = [rows[n - 1 if n > 0 else n] for n in wanted if rows and -1 <= n <= len(rows) and n]
    if wanted == [1] and found:  # side by side in two rooms
        found = [row for row in rows if (row.day, row.start) == (found[0].day, found[0].start)]
    return tuple(found)


def describe(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """Say of these rows what is asked of them; when they are, where nothing is."""
    asks, moments = inquiry.frame.asks, inquiry.frame.moments
    uncertain = [row for row in rows if unsure_note(row)]
    if uncertain and asks <= {"certain"} and "certain" in asks:
        return tell_uncertain(inquiry, uncertain[0])
    if _counts_down(inquiry):
        return tell_remaining(inquiry, rows)
    if _asks_who_begins(inquiry, rows):
        return not_announced(inquiry, inquiry.voice.say("not_announced_thing"), *rows)
    told = [state(inquiry, rows) for names, state in _STATEMENTS if asks & names]
    if "over" in moments and not told:
        told = [tell_progress(inquiry, rows)]
    if not told and _asks_what_is_done(inquiry, rows):
        told = [_tell_content(inquiry, rows), tell_when(inquiry, rows)]
    if not told:
        told = [tell_who(inquiry, rows) if inquiry.frame.has("role") else tell_when(inquiry, rows)]
    return combine(told)


def _asks_what_is_done(inquiry: Inquiry, rows: Sequence[Session]) -> bool:
    """Whether it is asked what one does in rows whose content is told: "흙 진단실 가면 뭐 해줘요"."""
    frame = inquiry.frame
    is_open = frame.asks <= {"what", "role", "attend"} and frame.asks_any("what", "role")
    return is_open and not frame.moments and not frame.has("role") and any(row.summary for row in rows)


def _counts_down(inquiry: Inquiry) -> bool:
    """Whether it is asked how long until a row: "얼마나 남았어", "휴식까지 몇 분"."""
    frame = inquiry.frame
    if "remaining" in frame.asks:
        return True
    named = {token.end for sense, token in frame.senses if sense.kind in ("session", "kind")}
    until = any(token.word and UNTIL in token.word.senses and token.start in named for token in frame.parse.tokens)
    return until and frame.asks_any("duration", "count")


def _asks_who_begins(inquiry: Inquiry, rows: Sequence[Session]) -> bool:
    """Whether it is asked who speaks first in a discussion; "첫 토론" names the row instead."""
    frame = inquiry.frame
    turns = [token for sense, token in frame.senses if sense.kind == "ordinal"]
    named = {token.start for sense, token in frame.senses if sense.kind in ("session", "kind")}
    asks_in_turn = frame.asks_any("who", "name") and any(token.end not in named for token in turns)
    return asks_in_turn and len(rows) == 1 and rows[0].kind in _TALKED_OVER and not frame.has("role")


def _tell_length(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """How long the rows are; where each is asked, their talks; beside what they are compared with, that as well."""
    frame, ids = inquiry.frame, {row.id for row in rows}
    given = [talk for talk in inquiry.knowledge.held_talks if talk.session in ids]
    if given and "each" in frame.asks:
        return talk_times.tell_duration(inquiry, given)
    if frame.has("talks") and not given and ("compare" in frame.asks or frame.has("than")):
        rows = inquiry.knowledge.in_order((*rows, *rows_with_talks(inquiry.knowledge)))
    return tell_duration(inquiry, rows)


def tell_who(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """Say who chairs, speaks or takes part; where that is not confirmed or not announced, say so."""
    return combine(_who(inquiry, row) for row in rows)


def _who(inquiry: Inquiry, row: Session) -> Draft:
    voice, knowledge = inquiry.voice, inquiry.knowledge
    title = voice.text(row.title)
    given = talks_held_in(row, knowledge)
    if given:
        return talks.tell_speakers(inquiry, given)
    people = [knowledge.person_by_id[i] for i in row.speakers if i in knowledge.person_by_id]
    leads = chairs([row], knowledge)
    if leads or people:
        return _people(inquiry, row, leads, people)
    if note := unsure_note(row):
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
    if "count" in inquiry.frame.asks:  # bodies are named, not how many people each sends
        return not_announced(inquiry, voice.say("not_announced_thing"), *named)
    names = voice.join(voice.text(p) for row in named for p in row.participants)
    line = voice.say("session_participants", names=names)
    return Draft((line,), tuple(Basis(row, "participants") for row in named), about=tuple(named))


def _tell_count(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """How many talks the rows hold; of rows without talks, how many rows there are where several could be meant."""
    voice, ids = inquiry.voice, {row.id for row in rows}
    given = [talk for talk in inquiry.facts.talks if talk.session in ids and not talk.is_cancelled]
    if given:
        return talks.tell_count(inquiry, given)
    if any(row.kind in ("break", "lunch") for row in rows):
        lines = (voice.say("count_items", count=len(rows)), *tell_when(inquiry, rows).lines)
        return Draft(lines, tuple(Basis(row, "start") for row in rows), about=tuple(rows))
    return not_announced(inquiry, voice.say("not_announced_thing"), *rows)


def tell_where(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """Say where the rows are held."""
    voice = inquiry.voice
    lines, basis = [], []
    for row in rows:
        if row.is_cancelled:  # its standing says it all
            basis.append(Basis(row, "status"))
            continue
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
    note = next(n for n in row.notes if n.is_unsure_of_whom)
    return unconfirmed_speaker(inquiry, note, row.title)


def _tell_content(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    voice = inquiry.voice
    given = [t for t in inquiry.facts.talks if t.session in {row.id for row in rows}]
    if given:
        return talks.tell_heading(inquiry, given)
    told = [row for row in rows if row.summary]
    if not told:
        unsaid = tell_when(inquiry, rows) + not_announced(inquiry, voice.say("not_announced_thing"), *rows)
        return replace(unsaid, outcome=Outcome.NOT_ANNOUNCED)
    lines = tuple(voice.text(row.summary) for row in told)
    return Draft(lines, tuple(Basis(row, "summary") for row in told), about=tuple(told), is_released=True)


_STATEMENTS: tuple[tuple[frozenset[str], Callable[[Inquiry, Sequence[Session]], Draft]], ...] = (
    (frozenset({"count"}), _tell_count),
    (_WHO, tell_who),
    (frozenset({"heading", "theme", "headline", "topic_of"}), _tell_heading),
    (frozenset({"content"}), _tell_content),
    (frozenset({"duration", "each"}), _tell_length),
    (frozenset({"when", "start", "end", "exact", "date"}), tell_when),
    (frozenset({"where"}), tell_where),
)
