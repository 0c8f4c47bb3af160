"""Whether it is so, of the programme: a time, a place, an order or a host is confirmed or denied, with what is so."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time

from bot.core.answers import row_times, sessions, talk_times, talks
from bot.core.answers import seminar as whole
from bot.core.answers.timeline import slots_asked, tell_slots
from bot.core.drafts import Draft
from bot.core.grounding import find_sessions, find_talks
from bot.core.inquiry import Inquiry
from bot.core.language import LOCATIVE, UNTIL, Sense
from bot.core.model import Session
from bot.core.polarity import is_polar
from bot.core.programme import ending, last_before, next_after, opening
from bot.core.reading import Frame
from bot.core.verdicts import with_verdict

_PEOPLE = ("person", "family", "family_latin", "title", "role", "named_role")
_PRESS = ("medium", "release", "contact")
_OF_TIME = frozenset({"certain", "when", "start", "end", "exact", "what", "attend"})
_OF_PLACE = frozenset({"certain", "where", "what", "attend"})


def answer_programme_claim(inquiry: Inquiry) -> Draft | None:
    """Answer a question that wants a yes or a no about when, where, in what order or by whom something is."""
    frame = inquiry.frame
    if frame.has(*_PEOPLE, *_PRESS, "topic", "unannounced") or not is_polar(frame, inquiry.knowledge):
        return None
    judges = (
        _judge_host, _judge_time, _judge_order, _judge_row_order, _judge_theme, _judge_place, _judge_sequence,
        _judge_body,
    )  # fmt: skip
    return next((made for judge in judges if (made := judge(inquiry))), None)


def _judge_host(inquiry: Inquiry) -> Draft | None:
    """Whether a body hosts, organises or sponsors."""
    frame = inquiry.frame
    bodies = set(frame.values("org"))
    if not bodies or not frame.asks & whole.HOSTING or frame.asks - whole.HOSTING - {"certain", "what", "attend"}:
        return None
    hosts = whole.hosts_asked(inquiry)
    if not hosts:
        return None
    is_so: bool | None = any(host.organisation in bodies for host in hosts)
    if frame.has("wrong") or (not is_so and _is_in_title(inquiry, bodies)):
        is_so = None
    return with_verdict(whole.tell_host(inquiry), is_so, inquiry.voice)


def _is_in_title(inquiry: Inquiry, bodies: Iterable[str]) -> bool:
    """Whether the seminar bears the name of one of the bodies: that it has no part in holding it is then not sure."""
    title = inquiry.facts.seminar.title.ko
    return any(inquiry.knowledge.organisation_by_id[id_].name.ko in title for id_ in bodies)


def _judge_time(inquiry: Inquiry) -> Draft | None:
    """Whether the row or the seminar starts (or, where that is asked, ends) at the time claimed."""
    frame = inquiry.frame
    claimed = [time.fromisoformat(value) for value in frame.values("time")]
    if not claimed or frame.asks - _OF_TIME or frame.moments - {"return", "over"} or frame.has("offset", "days"):
        return None
    if frame.has("talk", "talks", "topic_word", "ordinal"):
        return _judge_talk_time(inquiry, claimed)
    rows = find_sessions(frame, inquiry.knowledge)
    is_end = _asks_end(frame)
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
    return with_verdict(made, None if is_within else claimed[0] == actual, inquiry.voice)


def _judge_talk_time(inquiry: Inquiry, claimed: list[time]) -> Draft | None:
    """Whether a talk starts at the time claimed; of one without times of its own, what is announced."""
    given = find_talks(inquiry.frame, inquiry.knowledge)
    if len(given) != 1 or inquiry.frame.has("session", "kind"):
        return None
    made = talk_times.tell_when(inquiry, given)
    actual = given[0].end if _asks_end(inquiry.frame) else given[0].start
    return with_verdict(made, claimed[0] == actual if actual and len(claimed) == 1 else None, inquiry.voice)


def _asks_end(frame: Frame) -> bool:
    """Whether the end is meant: "4시에 끝나죠", "4시까지죠"."""
    if "end" in frame.asks:
        return "start" not in frame.asks
    times = {token.end for sense, token in frame.senses if sense.kind == "time"}
    return any(token.word and UNTIL in token.word.senses and token.start in times for token in frame.parse.tokens)


def _span(inquiry: Inquiry, row: Session | None) -> tuple[time | None, time | None]:
    if row:
        return row.start, row.end
    start, end = opening(inquiry.knowledge), ending(inquiry.knowledge)
    return start.time() if start else None, end.time() if end else None


def _judge_order(inquiry: Inquiry) -> Draft | None:
    """Whether the talk named is the one of that number."""
    frame = inquiry.frame
    if not frame.has("ordinal") or not frame.has("talk", "topic_word") or frame.asks - {"certain", "what", "order"}:
        return None
    if frame.moments:
        return None
    named = find_talks(frame.without("ordinal"), inquiry.knowledge)
    numbered = find_talks(frame.without("talk", "topic_word", "summary_word"), inquiry.knowledge)
    if len(named) != 1 or len(numbered) != 1:
        return None
    return with_verdict(talks.tell_order(inquiry, named), named == numbered, inquiry.voice)


def _judge_row_order(inquiry: Inquiry) -> Draft | None:
    """Whether the row named is the first, the last or the nth of its day."""
    frame, rows = inquiry.frame, find_sessions(inquiry.frame, inquiry.knowledge)
    if not frame.has("ordinal") or len(rows) != 1 or frame.has("talk", "talks", "topic_word", "time") or frame.moments:
        return None
    if frame.asks - {"certain", "what", "order", "attend"}:
        return None
    of_day = [row for row in inquiry.facts.sessions if row.day == rows[0].day]
    places = {of_day.index(rows[0]) + 1, of_day.index(rows[0]) - len(of_day)}
    is_so = any(int(value) in places for value in frame.values("ordinal"))
    return with_verdict(row_times.tell_when(inquiry, rows), is_so, inquiry.voice)


def _judge_theme(inquiry: Inquiry) -> Draft | None:
    """Whether the theme is the one claimed."""
    frame = inquiry.frame
    if "theme" not in frame.asks or frame.asks - {"theme", "certain", "what"} or frame.has("talk", "talks", "ordinal"):
        return None
    if frame.has("session", "kind", "org", "place") or inquiry.facts.seminar.theme is None:
        return None
    is_so = True if frame.has("theme_word") and not frame.unexplained else None
    return with_verdict(whole.tell_theme(inquiry), is_so, inquiry.voice)


def _judge_place(inquiry: Inquiry) -> Draft | None:
    """Whether it is held at the place claimed; one that the knowledge does not name is answered with the true one."""
    frame = inquiry.frame
    if frame.asks - _OF_PLACE or frame.moments or frame.has("talk", "talks", "topic_word", "ordinal", "time"):
        return None
    if not ("where" in frame.asks or _is_in_a_place(frame)):
        return None
    rows = find_sessions(frame, inquiry.knowledge)
    made = sessions.tell_where(inquiry, rows) if rows else whole.tell_where(inquiry)
    return with_verdict(made, _is_there(inquiry), inquiry.voice)


def _is_in_a_place(frame: Frame) -> bool:
    """Whether something is said to be held in a place: …에서 하는 거죠."""
    places = [token for sense, token in frame.senses if sense.kind in ("org", "place", "venue", "room")]
    beside = {at for token in (*places, *frame.unexplained) for at in (token.start, token.end)}
    markers = [token for token in frame.parse.tokens if token.word and LOCATIVE in token.word.senses]
    return any(not beside.isdisjoint((marker.start, marker.end)) for marker in markers)


def _is_there(inquiry: Inquiry) -> bool | None:
    """Whether the places named are the venue; None where something is named that the knowledge does not know."""
    frame, venue = inquiry.frame, inquiry.facts.seminar.venue
    named = [inquiry.knowledge.organisation_by_id[id_].name for id_ in frame.values("org")]
    if venue and any(name.ko != venue.name.ko for name in named):
        return False
    if frame.unexplained or frame.has("room"):
        return None
    return True if frame.has("venue") or frame.has("org") else None


def _judge_sequence(inquiry: Inquiry) -> Draft | None:
    """Whether one row follows or precedes another: "토론 다음이 폐회죠?", "is the break before the discussion?"."""
    frame = inquiry.frame
    steps = frame.moments & {"next", "previous"}
    rows = _rows_in_order(inquiry)
    if len(steps) != 1 or len(rows) != 2 or frame.asks - {"certain", "what"} or frame.has("talk", "talks", "time"):
        return None
    anchor, claimed = (
        rows if frame.language == "ko" else rows[::-1]
    )  # "after the break" stands behind, 휴식 다음 before
    slots = slots_asked(inquiry)
    is_next = "next" in steps
    at = datetime.combine(anchor.day, anchor.end if is_next else anchor.start)
    found = next_after(slots, at) if is_next else last_before(slots, at)
    if not found:
        return None
    key, name = ("next_after", "previous") if is_next else ("previous_of", "anchor")
    made = tell_slots(inquiry, found, key, **{name: inquiry.voice.text(anchor.title)})
    return with_verdict(made, any(slot.entry == claimed for slot in found), inquiry.voice)


def _rows_in_order(inquiry: Inquiry) -> list[Session]:
    """The rows named, in the order of the question."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    named = dict.fromkeys(sense.value for sense, _ in frame.senses if sense.kind == "session")
    return [knowledge.session_by_id[id_] for id_ in named if id_ in knowledge.session_by_id]


def _judge_body(inquiry: Inquiry) -> Draft | None:
    """Whether a body takes part in the row named."""
    frame = inquiry.frame
    bodies = [inquiry.knowledge.organisation_by_id[id_].name for id_ in frame.values("org")]
    rows = [row for row in find_sessions(frame, inquiry.knowledge) if row.participants]
    if not bodies or not rows or frame.asks - {"certain", "attend", "participants"} or frame.has("talks", "topic_word"):
        return None
    is_named = any(body in row.participants for body in bodies for row in rows)
    is_so = True if is_named and not frame.has("wrong") else None  # nobody says that the list is complete
    return with_verdict(sessions.tell_participants(inquiry, rows), is_so, inquiry.voice)
