"""Questions that turn on a moment: what is on now, at 15:15, in ten minutes; whether something is over."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.core.answers import row_times, talks
from bot.core.answers import seminar as whole
from bot.core.answers.arrivals import tell_arrival, tell_missed, tell_rest
from bot.core.answers.countdown import tell_countdown
from bot.core.answers.neighbours import tell_neighbour
from bot.core.answers.parts import tell_part
from bot.core.answers.refusals import not_announced
from bot.core.answers.sequence import (
    A_MOMENT,
    tell_beside_time,
    tell_between,
    tell_left,
    tell_meanwhile,
    tell_next,
    tell_previous,
)
from bot.core.answers.timeline import (
    cancelled_between,
    day_asked,
    list_slots,
    local_now,
    slots_asked,
    span_of,
    tell_day_over,
    tell_nothing_there,
    tell_over,
    tell_slots,
    title_of,
    with_people,
)
from bot.core.answers.whereabouts import tell_cancelled, tell_where
from bot.core.drafts import Draft, combine, draft
from bot.core.grounding import find_sessions, find_talks
from bot.core.inquiry import Inquiry
from bot.core.language import Sense
from bot.core.model import Session
from bot.core.polarity import is_polar
from bot.core.programme import ending, is_over, minutes_between, next_after, on_at, opening, slots_of

# Fields that are the same at every moment.
_TIMELESS = frozenset({
    "where", "title", "affiliation", "phone", "contact", "heading", "embargo", "permission", "theme", "weekday",
    "background", "subtitle", "headline", "pages", "fullname", "host", "organiser", "sponsor",
})  # fmt: skip
_LEAVING = Sense("ask", "leaving")
_FEW = 2  # rows
_OF_PROGRESS = frozenset({"start", "end", "certain", "what", "timetable", "list"})
_OF_HALF_DAY = frozenset({"what", "when", "start", "end", "attend", "certain"})


def answer_moment(inquiry: Inquiry) -> Draft | None:
    """Answer a question that turns on a moment; None where it does not.

    Of a cancelled seminar nothing is on, next or counted down to, whichever moment it is: only that it is cancelled.
    """
    made = _answer_moment(inquiry)
    if not inquiry.facts.seminar.is_cancelled:
        return made
    is_next = "next" in inquiry.frame.moments and not inquiry.frame.has("talk", "person")  # 다음 발표자 누구예요
    return tell_cancelled(inquiry) if made or is_next else None


def _answer_moment(inquiry: Inquiry) -> Draft | None:
    frame = inquiry.frame
    asks_place = "where" in frame.asks and not (frame.asks_any("what", "topic_of") and not frame.has_subject)
    if "content" in frame.asks and frame.has("session", "kind"):
        return None  # 지금 저 토론 무슨 쟁점
    asks_now = "now" in frame.moments and not asks_place and "background" not in frame.asks
    asks_who_next = "next" in frame.moments and frame.asks & _TIMELESS == {"affiliation"}
    if _leaves_early(inquiry) and (rest := tell_rest(inquiry)):
        return rest
    if "return" in frame.moments and frame.asks >= {"where", "end"} and not frame.has_subject:
        made = answer_moment(replace(inquiry, frame=frame.without_ask("where")))  # 몇 시까지 가면 돼요? 어디로?
        return made + tell_where(inquiry) if made else None
    if "leaving" in frame.asks or (frame.asks & _TIMELESS and not asks_now and not asks_who_next):
        return None
    if _names_missing_row(inquiry):
        return None  # a dinner after the closing, where there is no dinner
    if not slots_of(inquiry.knowledge):
        return _without_timetable(inquiry)
    for decide in _DECIDERS:
        made = decide(inquiry)
        if made:
            return made
    return None


def _leaves_early(inquiry: Inquiry) -> bool:
    """Whether it is asked what somebody misses who leaves: "4시에 나가야 하는데 뭘 놓치게 되나요"."""
    words = (token.word for token in inquiry.frame.parse.tokens if token.word)
    return "missed" in inquiry.frame.moments and any(_LEAVING in word.senses for word in words)


def _names_missing_row(inquiry: Inquiry) -> bool:
    """Whether it is asked if there is a kind of row that the timetable does not have."""
    frame, held = inquiry.frame, inquiry.knowledge.sessions_by_kind
    missing = [kind for kind in frame.values("kind") if kind not in held]
    return bool(missing) and is_polar(frame, inquiry.knowledge) and frame.asks <= {"certain", "attend"}


def _without_timetable(inquiry: Inquiry) -> Draft | None:
    frame, voice = inquiry.frame, inquiry.voice
    if frame.moments & {"now", "next", "left"} or frame.has("time", "offset"):
        return not_announced(inquiry, voice.say("not_announced", topic=voice.say("menu_timetable")))
    return None


def _other_day(inquiry: Inquiry) -> Draft | None:
    """A date without the seminar; a date of the seminar narrows the timetable instead."""
    frame, seminar = inquiry.frame, inquiry.facts.seminar
    strange = [day for day in frame.days if day not in seminar.days]
    if not strange or frame.has("time", "person", "topic") or "released" in frame.asks:
        return None
    rows = find_sessions(frame, inquiry.knowledge) if frame.has("session", "kind") else ()
    told = row_times.tell_when(inquiry, rows) if 0 < len(rows) <= _FEW else Draft(())
    return whole.tell_that_day(inquiry, strange[0]) + told


def _at(inquiry: Inquiry) -> Draft | None:
    """What is on at a clock time, between two, or some minutes from now."""
    frame = inquiry.frame
    if frame.asks_any("when") and frame.has("session", "kind", "seminar"):
        return None
    if frame.has("person", "family", "talk", "topic_word"):
        return None
    if frame.asks_any("start", "end", "duration") and not frame.asks_any("what", "who"):
        return None
    moments = [local_now(inquiry) + timedelta(minutes=int(minutes)) for minutes in frame.values("offset")]
    day = day_asked(inquiry)
    moments += [datetime.combine(day, time.fromisoformat(value)) for value in frame.values("time")]
    if len(moments) > 1 and moments[0] < moments[1]:
        return _between(inquiry, moments[0], moments[1])
    if len(moments) == 1 and (each := _on_each_day(inquiry, moments[0])):
        return each
    return _tell_at(inquiry, moments[0]) if moments else None


def _on_each_day(inquiry: Inquiry, moment: datetime) -> Draft | None:
    """What is on at a clock time of every day, where no day is named and today is none of them."""
    days = inquiry.facts.seminar.days
    if inquiry.frame.days or inquiry.frame.has("offset") or local_now(inquiry).date() in days:
        return None
    moments = [datetime.combine(day, moment.time()) for day in days]
    busy = [at for at in moments if on_at(slots_asked(inquiry), at)]
    return combine(_tell_at(inquiry, at) for at in busy) if len(days) > 1 and busy else None


def _between(inquiry: Inquiry, start: datetime, end: datetime) -> Draft:
    found = [slot for slot in slots_asked(inquiry) if slot.start < end and slot.end > start]
    return list_slots(inquiry, found) if found else _tell_at(inquiry, start)


def _tell_at(inquiry: Inquiry, moment: datetime) -> Draft:
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    if moment.date() not in seminar.days:
        return whole.tell_that_day(inquiry, moment.date())
    on = on_at(slots_asked(inquiry), moment)
    if not on:
        line = voice.say("at_nothing", time=voice.time(moment), context=_around(inquiry, moment))
        return draft(line, (seminar, "end")) + cancelled_between(inquiry, moment, moment + A_MOMENT)
    return with_people(inquiry, tell_slots(inquiry, on, "at_item", time=voice.time(moment)), on)


def _around(inquiry: Inquiry, moment: datetime) -> str:
    """What there is instead at a moment without anything: the start, the next row or the end."""
    voice, day = inquiry.voice, moment.date()
    start, end = opening(inquiry.knowledge, day), ending(inquiry.knowledge, day)
    if start and moment < start:
        return voice.say("seminar_start", start=voice.time(start))
    following = next_after(slots_asked(inquiry), moment)
    if following and following[0].day == day:
        return voice.say("next_item", title=title_of(inquiry, following[0]), span=span_of(inquiry, following[0]))
    return voice.say("seminar_end", end=voice.time(end)) if end else ""


def _half_day(inquiry: Inquiry) -> Draft | None:
    """A part of the day without a clock time: the hours of the seminar answer it."""
    frame = inquiry.frame
    if "half_day" not in frame.moments or frame.asks - _OF_HALF_DAY:
        return None
    if frame.has("person", "talk", "topic_word", "session", "kind", "medium", "role", "topic", "ordinal"):
        return None
    return whole.tell_when(inquiry)


def _now(inquiry: Inquiry) -> Draft | None:
    """What is on now, or on another day at this time."""
    frame = inquiry.frame
    if not _asks_of_now(inquiry) or frame.has("topic", "medium", "person", "title", "department"):
        return None
    if frame.asks == {"count"} and frame.has("talks") and frame.moments == {"now"}:
        return None  # 지금 발표가 몇 개예요
    if frame.has("talk", "topic_word") and frame.asks <= {"certain"}:
        return talks.tell_progress(inquiry, find_talks(frame, inquiry.knowledge))
    if frame.has("org") and not frame.has("talks", "row", "seminar"):
        return None
    if frame.days:
        return _tell_at(inquiry, datetime.combine(frame.days[0], local_now(inquiry).time()))
    return tell_now(inquiry) + _rows_not_on(inquiry) if frame.has("session", "kind") else tell_now(inquiry)


def _rows_not_on(inquiry: Inquiry) -> Draft:
    """Whether the rows named beside "now" are ahead or over; nothing where they are on, or more is asked."""
    today = local_now(inquiry).date()
    rows = find_sessions(inquiry.frame, inquiry.knowledge)
    rows = tuple(row for row in rows if row.day == today) or rows
    on = {slot.entry for slot in on_at(slots_asked(inquiry), local_now(inquiry))}
    if inquiry.frame.asks or on.intersection(rows) or len(rows) > _FEW:
        return Draft(())
    return row_times.tell_progress(inquiry, rows)


def _asks_of_now(inquiry: Inquiry) -> bool:
    """Whether it is asked what is on now; so do "방금 뭐 시작한 거예요", and a bare "뭐 해요"."""
    frame = inquiry.frame
    if "now" in frame.moments or ("previous" in frame.moments and "start" in frame.asks):
        return True
    now, kinds = local_now(inquiry), {sense.kind for sense, _ in frame.senses}
    start, end = opening(inquiry.knowledge, now.date()), ending(inquiry.knowledge, now.date())
    is_open = bool(start and end and start <= now < end) or bool(on_at(inquiry.knowledge.held_timetable, now))
    return kinds == {"ask"} and frame.asks == {"what"} and is_open


def tell_now(inquiry: Inquiry) -> Draft:
    """Say what is on now, or that it has not begun or is over."""
    voice, now = inquiry.voice, local_now(inquiry)
    on = on_at(slots_asked(inquiry), now)
    if on:
        return with_people(inquiry, tell_slots(inquiry, on, "now_item_detail", time=voice.time(now)), on)
    following = next_after(slots_asked(inquiry), now)
    if not following and inquiry.frame.has("room") and not is_over(inquiry.knowledge, now):
        return tell_nothing_there(inquiry)
    if is_over(inquiry.knowledge, now) or not following:
        return tell_over(inquiry)
    start = opening(inquiry.knowledge)
    if not start or now >= start:
        made = tell_slots(inquiry, following[:1], "now_between")
        return made + cancelled_between(inquiry, now, following[0].start)
    if start.date() != now.date():
        when = f"{voice.full_date(start.date())} {voice.time(start)}"
        return draft(voice.say("now_before_day", when=when), (inquiry.facts.seminar, "start"))
    left = voice.duration(minutes_between(now, following[0].start))
    made = tell_slots(inquiry, following[:1], "now_before", duration=left)
    return made + cancelled_between(inquiry, now, following[0].start)


def _progress(inquiry: Inquiry) -> Draft | None:
    """Whether the seminar, or a row of it, is on, ahead or over."""
    frame = inquiry.frame
    if "over" not in frame.moments:
        return None
    rows = find_sessions(frame, inquiry.knowledge)
    if rows and not frame.asks and _offers_several(inquiry, rows):
        return tell_now(inquiry)
    if rows and not frame.asks:
        return row_times.tell_progress(inquiry, rows)
    is_whole = frame.has("seminar") or not frame.has_subject
    if not is_whole or frame.asks - _OF_PROGRESS or set(frame.days) - {local_now(inquiry).date()}:
        return None
    return tell_day_over(inquiry) or _before_opening(inquiry) + tell_now(inquiry)


def _before_opening(inquiry: Inquiry) -> Draft:
    """When it begins, where something is on before that: the registration."""
    now, start = local_now(inquiry), opening(inquiry.knowledge)
    if not start or now >= start or not on_at(slots_asked(inquiry), now):
        return Draft(())
    return draft(inquiry.voice.say("seminar_start", start=inquiry.voice.time(start)), (inquiry.facts.seminar, "start"))


def _offers_several(inquiry: Inquiry, rows: Sequence[Session]) -> bool:
    """Whether it is asked which of several parts is on: "발표예요 아직 인사말이에요"."""
    kinds = {row.kind for row in rows} | ({"talks"} if inquiry.frame.has("talks") else set())
    return len(kinds) > 1


_DECIDERS = (
    _other_day,
    tell_missed,
    tell_arrival,
    tell_countdown,
    tell_left,
    tell_between,
    tell_beside_time,
    tell_meanwhile,
    tell_neighbour,
    tell_next,
    tell_previous,
    _at,
    tell_part,
    _half_day,
    _now,
    _progress,
)
