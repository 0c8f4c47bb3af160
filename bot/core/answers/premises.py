"""Whether it is so: that somebody gives the talk named, speaks at all, or has a part in the row named."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.answers import row_times, sessions, talk_times, talks
from bot.core.answers.refusals import not_announced
from bot.core.drafts import Basis, Draft, combine
from bot.core.grounding import find_sessions, find_talks
from bot.core.inquiry import Inquiry
from bot.core.model import Person, Session
from bot.core.polarity import is_exclusive, is_polar
from bot.core.reading import NAMED_ONE
from bot.core.relations import talk_day, talks_of
from bot.core.verdicts import with_verdict
from bot.core.voice import Voice

_NAMING = (*NAMED_ONE, "org", "place")
_ASKED = frozenset({"certain", "who", "attend"})  # what "is it she who …?" asks
_OF_A_TALK = frozenset({"order", "heading", "theme", "content", "each"})


def answer_premise(inquiry: Inquiry, named: Sequence[Person]) -> Draft | None:
    """Answer yes or no, and who it is, where one person is named together with a talk or a row."""
    frame = inquiry.frame
    if not frame.has(*NAMED_ONE, "title", "honorific") or len(named) != 1:
        return None
    asked = _ASKED | {"role"} if is_polar(frame, inquiry.knowledge) else _ASKED
    if frame.moments & {"next", "previous"}:
        return None
    if frame.asks - asked:
        return _judge_speaking(inquiry, named[0]) if frame.asks & _OF_A_TALK and frame.has(*NAMED_ONE) else None
    judges = (_judge_day, _judge_time, _judge_talk, _judge_speaking, _judge_session, _judge_row, _judge_missing_row)
    for judge in judges if frame.has(*NAMED_ONE) else (_judge_day, _judge_row, _judge_missing_row):
        made = judge(inquiry, named[0])
        if made:
            return made
    return None


def _judge_day(inquiry: Inquiry, person: Person) -> Draft | None:
    """Whether somebody speaks on the day claimed."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    if not frame.days or not is_polar(frame, knowledge) or len(inquiry.facts.seminar.days) == 1:
        return None
    given = talks_of(person, knowledge)
    rows = [] if given and frame.has("talks") else knowledge.rows_by_person.get(person.id, [])
    if not given and not rows:
        return None
    days = {talk_day(talk, knowledge) for talk in given} | {row.day for row in rows}
    plain = replace(inquiry, frame=frame.without("day"))
    told = [talk_times.tell_when(plain, given)] if given else []
    told += [row_times.tell_when(plain, rows)] if rows else []
    is_so = None if len(frame.days) > 1 else not days.isdisjoint(frame.days)
    return with_verdict(combine(told), is_so, inquiry.voice)


def _judge_time(inquiry: Inquiry, person: Person) -> Draft | None:
    """Whether somebody's only talk starts at the time claimed; of one without times of its own, what is announced."""
    frame, given = inquiry.frame, talks_of(person, inquiry.knowledge)
    claimed = frame.values("time")
    if len(claimed) != 1 or len(given) != 1 or not is_polar(frame, inquiry.knowledge) or frame.has("kind"):
        return None
    if set(frame.values("role")) - {"speaker"}:
        return None
    start = given[0].start
    is_so = start.isoformat("minutes") == claimed[0] if start else None
    return with_verdict(talk_times.tell_when(inquiry, given), is_so, inquiry.voice)


def _judge_talk(inquiry: Inquiry, person: Person) -> Draft | None:
    """Whether the talk named is theirs."""
    frame = inquiry.frame
    by_words = frame.has("topic_word") and is_polar(frame, inquiry.knowledge)
    if not frame.has("talk", "ordinal") and not by_words:
        return None
    claimed = find_talks(frame.without(*_NAMING), inquiry.knowledge)
    if not claimed or len(claimed) == len(inquiry.facts.talks) or (by_words and len(claimed) > 1):
        return None
    given = talks_of(person, inquiry.knowledge)
    made = talks.tell_speakers(inquiry, claimed)
    return with_verdict(made, any(talk in given for talk in claimed), inquiry.voice)


def _judge_speaking(inquiry: Inquiry, person: Person) -> Draft | None:
    """Whether somebody without a talk is taken for a speaker."""
    frame = inquiry.frame
    speaks = frame.has("talks") or "speaker" in frame.values("role")
    if not speaks or talks_of(person, inquiry.knowledge):
        return None
    if any(_has_part(s, person) for s in inquiry.facts.sessions):
        return _tell_parts(inquiry, person)
    line = inquiry.voice.say("not_a_speaker", name=inquiry.voice.name_title(person))
    return not_announced(inquiry, line, person)


def _tell_parts(inquiry: Inquiry, person: Person) -> Draft | None:
    """What somebody who only leads or joins a discussion does, where a talk of theirs is claimed or asked about."""
    frame, voice, knowledge = inquiry.frame, inquiry.voice, inquiry.knowledge
    rows = [row for row in knowledge.rows_by_person.get(person.id, ()) if _has_part(row, person)]
    is_panel = bool(rows) and all(row.kind == "discussion" for row in rows)
    is_claim = is_polar(frame, knowledge)
    if not is_panel or frame.has("session", "kind") or not (is_claim or frame.asks & _OF_A_TALK):
        return None
    lines = tuple(_part_line(voice, row, person) for row in rows)
    basis = tuple(Basis(row, "chair" if row.chair == person.id else "speakers") for row in rows)
    return with_verdict(Draft(lines, basis, about=(person, *rows)), False if is_claim else None, voice)


def _part_line(voice: Voice, row: Session, person: Person) -> str:
    """Whom a discussion is led by, or who speaks in it."""
    key = "person_does_chair" if row.chair == person.id else "person_does_speak"
    return voice.say(key, person=voice.person(person), session=voice.text(row.title))


def _judge_row(inquiry: Inquiry, person: Person) -> Draft | None:
    """Whether somebody is taken for the speaker or chair of a row that others have."""
    rows = [row for row in find_sessions(inquiry.frame, inquiry.knowledge) if row.kind != "talks"]
    if not rows or inquiry.frame.has("talks"):
        return None
    theirs = [row for row in rows if _has_part(row, person)]
    if theirs and not is_polar(inquiry.frame, inquiry.knowledge):
        return None
    is_so = True if theirs and not is_exclusive(inquiry.frame, inquiry.knowledge) else None
    return with_verdict(sessions.tell_who(inquiry, theirs or rows), is_so, inquiry.voice)


def _has_part(row: Session, person: Person) -> bool:
    return row.chair == person.id or person.id in row.speakers


def _judge_session(inquiry: Inquiry, person: Person) -> Draft | None:
    """Whether somebody's talk is in the part of the programme claimed: 2부에 발표하죠?"""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    claimed = {row.id for row in find_sessions(frame, knowledge) if row.id in knowledge.talks_by_session}
    given = talks_of(person, knowledge)
    if not claimed or not given or not frame.has("session") or not is_polar(frame, knowledge):
        return None
    rows = [row for talk in given if (row := knowledge.session_by_id.get(talk.session or ""))]
    made = talk_times.tell_when(replace(inquiry, frame=frame.without("session", "kind")), given)
    told = combine([made, row_times.tell_when(inquiry, rows)]) if rows else made
    return with_verdict(told, any(row.id in claimed for row in rows), inquiry.voice)


def _judge_missing_row(inquiry: Inquiry, person: Person) -> Draft | None:
    """A kind of row that the seminar does not have, taken for somebody's: 장관이 축사를 하나요."""
    kinds = inquiry.frame.values("kind")
    if not kinds or find_sessions(inquiry.frame, inquiry.knowledge) or inquiry.frame.has("talk", "ordinal"):
        return None
    topic = inquiry.voice.name_of("kind", kinds[0])
    return not_announced(inquiry, inquiry.voice.say("not_announced", topic=topic), person)
