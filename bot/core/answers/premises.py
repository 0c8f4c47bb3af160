"""Whether it is so: that somebody gives the talk named, speaks at all, or has a part in the row named."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.answers import sessions, talks
from bot.core.answers.refusals import not_announced
from bot.core.drafts import Draft
from bot.core.grounding import find_sessions, find_talks, talks_of
from bot.core.inquiry import Inquiry
from bot.core.model import Person, Session

_NAMING = ("person", "family", "family_latin", "org", "place")
_ASKED = frozenset({"certain", "who", "attend"})  # what "is it she who …?" asks


def answer_premise(inquiry: Inquiry, people: Sequence[Person]) -> Draft | None:
    """Answer yes or no, and who it is, where one person is named together with a talk or a row."""
    frame = inquiry.frame
    if not frame.has(*_NAMING[:3]) or len(people) != 1 or frame.asks - _ASKED or frame.moments & {"next", "previous"}:
        return None
    for judge in (_judge_talk, _judge_speaking, _judge_row):
        made = judge(inquiry, people[0])
        if made:
            return made
    return None


def _judge_talk(inquiry: Inquiry, person: Person) -> Draft | None:
    """Whether the talk named is theirs."""
    if not inquiry.frame.has("talk", "ordinal"):
        return None
    claimed = find_talks(inquiry.frame.without(*_NAMING), inquiry.knowledge)
    if not claimed or len(claimed) == len(inquiry.facts.talks):
        return None
    given = talks_of(person, inquiry.knowledge)
    made = talks.tell_speakers(inquiry, claimed)
    key = "confirming" if any(talk in given for talk in claimed) else "denying"
    return replace(made, lines=(inquiry.voice.say(key, line=made.lines[0]), *made.lines[1:]))


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
    if not rows or inquiry.frame.has("talks") or any(_has_part(row, person) for row in rows):
        return None
    return sessions.tell_who(inquiry, rows)


def _has_part(row: Session, person: Person) -> bool:
    return row.chair == person.id or person.id in row.speakers
