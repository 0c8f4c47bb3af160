"""Whether it is so: that somebody gives the talk named, speaks at all, or has a part in the row named."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.answers import row_times, sessions, talk_times, talks
from bot.core.answers.refusals import not_announced
from bot.core.drafts import Draft, combine
from bot.core.grounding import find_sessions, find_talks, talk_day, talks_of
from bot.core.inquiry import Inquiry
from bot.core.model import Person, Session
from bot.core.polarity import is_exclusive, is_polar
from bot.core.verdicts import with_verdict

_NAMED_ONE = ("person", "family", "family_latin")
_NAMING = (*_NAMED_ONE, "org", "place")
_ASKED = frozenset({"certain", "who", "attend"})  # what "is it she who …?" asks


def answer_premise(inquiry: Inquiry, named: Sequence[Person]) -> Draft | None:
    """Answer yes or no, and who it is, where one person is named together with a talk or a row."""
    frame = inquiry.frame
    if not frame.has(*_NAMED_ONE) or len(named) != 1 or frame.asks - _ASKED or frame.moments & {"next", "previous"}:
        return None
    for judge in (_judge_day, _judge_time, _judge_talk, _judge_speaking, _judge_row):
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
    if not speaks or talks_of(person, inquiry.knowledge) or any(_has_part(s, person) for s in inquiry.facts.sessions):
        return None
    line = inquiry.voice.say("not_a_speaker", name=inquiry.voice.name_title(person))
    return not_announced(inquiry, line, person)


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
