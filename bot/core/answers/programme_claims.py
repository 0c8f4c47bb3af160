"""Whether it is so, of the programme: a time, a day, an order is confirmed or denied, with what is so."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time

from bot.core.answers import row_times
from bot.core.answers import seminar as whole
from bot.core.answers.over_claims import judge_over
from bot.core.answers.seminar_claims import judge_body, judge_host, judge_place, judge_theme
from bot.core.answers.talk_claims import asks_end, judge_order, judge_talk_day, judge_talk_time
from bot.core.answers.timeline import slots_asked, tell_slots
from bot.core.drafts import Draft, combine
from bot.core.evidence import asks_for_something_else
from bot.core.grounding import find_sessions
from bot.core.inquiry import Inquiry
from bot.core.language import Sense
from bot.core.model import Session
from bot.core.polarity import has_limit, is_alternative, is_polar
from bot.core.programme import ending, last_before, next_after, opening
from bot.core.reading import Frame
from bot.core.verdicts import with_verdict

_PEOPLE = ("person", "family", "family_latin", "title", "role", "named_role")
_PRESS = ("medium", "release", "contact")
_OF_TIME = frozenset({"certain", "when", "start", "end", "exact", "what", "attend"})
_STEPS = frozenset({"next", "previous"})


def answer_programme_claim(inquiry: Inquiry) -> Draft | None:
    """Answer a question that wants a yes or a no about when, where, in what order or by whom something is."""
    frame = inquiry.frame
    if frame.has(*_PEOPLE, *_PRESS, "topic", "unannounced", "faq") or not is_polar(frame, inquiry.knowledge):
        return None
    return next((made for judge in _JUDGES if (made := judge(inquiry))), None)


def _judge_time(inquiry: Inquiry) -> Draft | None:
    """Whether the row or the seminar starts (or, where that is asked, ends) at the time claimed."""
    frame = inquiry.frame
    claimed = [time.fromisoformat(value) for value in frame.values("time")]
    if not claimed or frame.asks - _OF_TIME or frame.moments - {"return", "over"} or frame.has("offset"):
        return None
    if asks_for_something_else(frame):
        return None
    if frame.has("talk", "talks", "topic_word", "ordinal"):
        return judge_talk_time(inquiry, claimed)
    rows = find_sessions(frame, inquiry.knowledge)
    is_end = asks_end(frame, inquiry.knowledge)
    is_of_all = frame.has("seminar") or is_end or "start" in frame.asks
    if len(rows) > 1 or not (rows or is_of_all):
        return None
    start, end = _span(inquiry, rows[0] if rows else None)
    inquiry = replace(inquiry, frame=frame.with_senses([Sense("ask", "end")])) if is_end else inquiry
    made = row_times.tell_when(inquiry, rows) if rows else whole.tell_when(inquiry)
    if len(claimed) > 1 or start is None or end is None:
        return made
    actual = end if is_end else start
    is_within = start < claimed[0] < end and not is_end and "start" not in frame.asks
    is_open = is_within or has_limit(frame, inquiry.knowledge)
    return with_verdict(made, None if is_open else claimed[0] == actual, inquiry.voice)


def _judge_day(inquiry: Inquiry) -> Draft | None:
    """Whether the row is on the day claimed."""
    if inquiry.frame.has("talk", "topic_word"):
        return judge_talk_day(inquiry)
    frame, rows = inquiry.frame, find_sessions(inquiry.frame.without("day"), inquiry.knowledge)
    if not frame.days or len(rows) != 1 or frame.asks - {"certain", "when", "date", "what", "attend"} or frame.moments:
        return None
    if frame.has("talk", "talks", "topic_word", "ordinal", "time", "room") or frame.unexplained:
        return None
    is_so = rows[0].day in frame.days if len(frame.days) == 1 else None
    return with_verdict(row_times.tell_when(inquiry, rows), is_so, inquiry.voice)


def _span(inquiry: Inquiry, row: Session | None) -> tuple[time | None, time | None]:
    if row:
        return row.start, row.end
    start, end = opening(inquiry.knowledge), ending(inquiry.knowledge)
    return start.time() if start else None, end.time() if end else None


def _judge_row_order(inquiry: Inquiry) -> Draft | None:
    """Whether the row named is the first, the last or the nth of its day."""
    frame, rows = inquiry.frame, find_sessions(inquiry.frame, inquiry.knowledge)
    if not frame.has("ordinal") or len(rows) != 1 or frame.has("talk", "talks", "topic_word", "time") or frame.moments:
        return None
    if frame.asks - {"certain", "what", "order", "attend"}:
        return None
    of_day = [row for row in inquiry.facts.sessions if row.day == rows[0].day]
    places = {of_day.index(rows[0]) + 1, of_day.index(rows[0]) - len(of_day)}
    claimed = [int(value) for value in frame.values("ordinal")]
    is_so = not places.isdisjoint(claimed)
    told = row_times.tell_when(inquiry, rows)
    if not is_so and len(claimed) == 1 and -1 <= claimed[0] <= len(of_day) and claimed[0]:
        place = claimed[0] - 1 if claimed[0] > 0 else claimed[0]
        told = combine((row_times.tell_when(inquiry, [of_day[place]]), told))
    return with_verdict(told, is_so, inquiry.voice)


def _judge_sequence(inquiry: Inquiry) -> Draft | None:
    """Whether one row follows or precedes another: "토론 다음이 폐회죠?", "is the break before the discussion?"."""
    frame = inquiry.frame
    steps = frame.moments & _STEPS
    rows = _places_of_rows(inquiry)
    if len(steps) != 1 or len(rows) != 2 or frame.asks - {"certain", "what"} or frame.has("talk", "talks", "time"):
        return None
    if is_alternative(frame, inquiry.knowledge):
        return row_times.tell_when(inquiry, tuple(rows))
    anchor, claimed = _anchor_first(frame, rows)
    slots = slots_asked(inquiry)
    is_next = "next" in steps
    at = datetime.combine(anchor.day, anchor.end if is_next else anchor.start)
    found = next_after(slots, at) if is_next else last_before(slots, at)
    if not found:
        return None
    key, name = ("next_after", "previous") if is_next else ("previous_of", "anchor")
    made = tell_slots(inquiry, found, key, **{name: inquiry.voice.text(anchor.title)})
    return with_verdict(made, any(slot.entry == claimed for slot in found), inquiry.voice)


def _anchor_first(frame: Frame, rows: Mapping[Session, int]) -> tuple[Session, Session]:
    """The row that the step is taken from, then the other: in Korean it stands right before 다음, in English after."""
    step = next(token for sense, token in frame.senses if sense.kind == "moment" and sense.value in _STEPS)
    first, second = rows
    behind = [row for row, place in rows.items() if place > step.start]
    is_second = not behind if frame.language == "ko" else first not in behind
    return (second, first) if is_second else (first, second)


def _places_of_rows(inquiry: Inquiry) -> dict[Session, int]:
    """The rows named, in the order of the question, and where their names begin."""
    knowledge = inquiry.knowledge
    places: dict[Session, int] = {}
    for sense, token in inquiry.frame.senses:
        rows: Sequence[Session] = ()
        if sense.kind == "session":
            rows = [knowledge.session_by_id[sense.value]]
        elif sense.kind == "kind" and not places.keys() & set(knowledge.sessions_by_kind.get(sense.value, ())):
            rows = knowledge.sessions_by_kind.get(sense.value, ())
        if len(rows) == 1:
            places.setdefault(rows[0], token.start)
    return places


_JUDGES = (
    judge_host,
    judge_over,
    _judge_time,
    _judge_day,
    judge_order,
    _judge_row_order,
    judge_theme,
    judge_place,
    _judge_sequence,
    judge_body,
)
