"""What comes next, what came before, and what is left."""

from datetime import datetime, time, timedelta

from bot.core.answers import row_times, talk_times, talks
from bot.core.answers.arrivals import time_of_coming
from bot.core.answers.timeline import (
    cancelled_between,
    day_asked,
    line_of,
    list_slots,
    local_now,
    slots_asked,
    span_of,
    tell_over,
    tell_slots,
    with_people,
)
from bot.core.drafts import Basis, Draft, draft
from bot.core.grounding import find_sessions, find_talks
from bot.core.inquiry import Inquiry
from bot.core.language import Sense
from bot.core.model import Entry, Session, Talk
from bot.core.programme import ending, is_over, last_before, next_after, on_at, opening
from bot.core.relations import rows_with_talks
from bot.core.slots import Slot

_NEXT = Sense("moment", "next")
A_MOMENT = timedelta(microseconds=1)  # what starts right now is on, not next
_BESIDE_TALKS = frozenset({"talks", "role", "moment", "ask", "faq_word", "interrogative", "courtesy", "reference"})
_OF_TALKS = ("talk", "topic_word", "person")  # beside these, "next" is the next talk: talks.py answers


def tell_left(inquiry: Inquiry) -> Draft | None:
    """List what is still to come, of a seminar of several days today; or what can still be heard from a time on."""
    if "left" not in inquiry.frame.moments or inquiry.frame.asks_any("quote", "content"):
        return None
    if inquiry.frame.has("talks") and not inquiry.frame.has("time", "offset"):
        return _talks_left(inquiry)
    voice, now = inquiry.voice, local_now(inquiry)
    coming = time_of_coming(inquiry) if inquiry.frame.has("time", "offset") else None
    slots = slots_asked(inquiry)
    ahead = [slot for slot in slots if (slot.end > coming if coming else slot.start >= now)]
    of_day = [slot for slot in ahead if slot.day == (coming or now).date()]
    left = of_day or (list(on_at(slots, now)) if inquiry.frame.days or not ahead else ahead)
    if not left:
        end = ending(inquiry.knowledge)
        return draft(voice.say("left_none", end=voice.time(end) if end else ""), (inquiry.facts.seminar, "end"))
    lines = (voice.say("left_items", count=len(left)), *(line_of(inquiry, slot) for slot in left))
    return Draft(lines, tuple(Basis(slot.entry, "start") for slot in left), about=(left[0].entry,))


def _talks_left(inquiry: Inquiry) -> Draft:
    """The talks still to come; of those without times of their own, while they are on, nobody can tell."""
    now, given = local_now(inquiry), inquiry.knowledge.held_talks
    if not given and inquiry.facts.talks:
        return talks.describe(inquiry, inquiry.facts.talks)  # all are cancelled
    own = inquiry.knowledge.timetable.slot_by_path
    by_talk = {talk: own.get(talk.path) or _row_of(inquiry, talk) for talk in given}
    ahead = [talk for talk, slot in by_talk.items() if slot and slot.start >= now]
    on = [talk for talk, slot in by_talk.items() if slot and slot.start < now < slot.end and not talk.start]
    if on:
        return talk_times.tell_unannounced(inquiry, on)
    return talks.describe(inquiry, ahead) if ahead else talks.tell_progress(inquiry, given[-1:])


def _row_of(inquiry: Inquiry, talk: Talk) -> Slot | None:
    row = talk_times.session_of(inquiry, talk)
    return inquiry.knowledge.timetable.slot_by_path.get(row.path) if row else None


def tell_next(inquiry: Inquiry) -> Draft | None:
    """Say what follows the row named, or what is on now."""
    frame = inquiry.frame
    if "next" not in frame.moments or frame.has("offset", *_OF_TALKS):
        return None
    if talks_row := _talks_row_before(inquiry):
        return _after_row(inquiry, talks_row)
    if _asks_next_talk(inquiry):
        return _after_now(inquiry)
    if (frame.has("talks") or set(frame.values("role")) - {"mc"}) and not frame.has("room"):
        return None
    if "person" in frame.values("reference"):
        return None
    anchors = _anchors(inquiry)
    if anchors and _names_next(inquiry):
        return row_times.tell_next(inquiry, [slot.entry for slot in anchors if isinstance(slot.entry, Session)])
    if anchors:
        return _after_row(inquiry, _nearest(anchors, local_now(inquiry)))
    return None if frame.has("kind") else _after_now(inquiry)


def _nearest(anchors: list[Slot], now: datetime) -> Slot:
    """Of several rows of a kind the one that is on, else the next of them; the last one where all are over or ahead."""
    if now.date() != anchors[0].day and now < anchors[0].start:
        return anchors[-1]
    return next((slot for slot in anchors if slot.end > now), anchors[-1])


def _asks_next_talk(inquiry: Inquiry) -> bool:
    """Whether the next talk of all is meant, and talks have times of their own: 다음 발표는 언제."""
    frame = inquiry.frame
    others = {sense.kind for sense, _ in frame.senses} - _BESIDE_TALKS
    told = [inquiry.knowledge.entry_by_path.get(path) for path in inquiry.context.about]
    held = inquiry.knowledge.held_talks
    timed = bool(held) and all(talk.start for talk in held)
    if any(isinstance(entry, Talk) for entry in told):  # what follows that one
        return False
    roles = set(frame.values("role"))
    return (frame.has("talks") or bool(roles)) and not others and timed and roles <= {"speaker"}


def _talks_row_before(inquiry: Inquiry) -> Slot | None:
    """The row of the talks that it is asked what follows: 발표 듣고 나면 뭐 있어요; the one that is on, or next."""
    frame, now = inquiry.frame, local_now(inquiry)
    ends = {token.end for sense, token in frame.senses if sense.kind == "talks"}
    after = any(sense == _NEXT and token.start in ends for sense, token in frame.senses)
    alone = {"talks", "moment", "ask", "day", "summary_word", "faq_word", "session", "kind"}
    named = {row.id for row in find_sessions(frame, inquiry.knowledge)}
    if not named <= inquiry.knowledge.talks_by_session.keys():
        return None
    if not after or frame.asks - {"what", "end"} or {sense.kind for sense, _ in frame.senses} - alone:
        return None
    rows = [s for s in slots_asked(inquiry) if s.entry.id in (named or inquiry.knowledge.talks_by_session)]
    rows = [slot for slot in rows if slot.day == day_asked(inquiry)] or rows
    ahead = [slot for slot in rows if slot.end > now]
    if ahead:
        return max((slot for slot in ahead if slot.start == ahead[0].start), key=lambda slot: slot.end)
    return rows[-1] if rows else None


def _names_next(inquiry: Inquiry) -> bool:
    """Whether the next row of a kind is meant, not what follows one: "다음 쉬는 시간", "the next break"."""
    frame = inquiry.frame
    ends = {token.end for sense, token in frame.senses if sense == _NEXT}
    named = [token.start for sense, token in frame.senses if sense.kind in ("session", "kind")]
    return bool(named) and min(named) in ends and frame.asks_any("when", "start", "remaining", "where")


def _after_row(inquiry: Inquiry, row: Slot) -> Draft:
    voice = inquiry.voice
    following = next_after(slots_asked(inquiry), row.end)
    if not following:
        return draft(voice.say("next_none", end=voice.time(row.end)), (row.entry, "end"))
    made = tell_slots(inquiry, following, "next_after", previous=voice.text(row.title))
    off = cancelled_between(inquiry, row.start if row.entry.is_cancelled else row.end, following[0].start)
    return with_people(inquiry, made, following) + off


def _after_now(inquiry: Inquiry) -> Draft:
    voice, now = inquiry.voice, local_now(inquiry)
    slots = slots_asked(inquiry)
    if inquiry.frame.has("talks", "role"):
        slots = tuple(slot for slot in slots if isinstance(slot.entry, Talk))
    following = next_after(slots, now + A_MOMENT)
    if following:
        made = with_people(inquiry, tell_slots(inquiry, following, "next_item"), following)
        return made + cancelled_between(inquiry, now, following[0].start)
    if is_over(inquiry.knowledge, now):
        return tell_over(inquiry)
    end = ending(inquiry.knowledge)
    return draft(voice.say("next_none", end=voice.time(end) if end else ""), (inquiry.facts.seminar, "end"))


def tell_meanwhile(inquiry: Inquiry) -> Draft | None:
    """Say what is on elsewhere while the talk or the row named is."""
    if "meanwhile" not in inquiry.frame.moments:
        return None
    frame, slots = inquiry.frame, inquiry.knowledge.held_timetable
    named: set[Entry] = set(find_sessions(frame, inquiry.knowledge))
    if frame.has(*_OF_TALKS, "family", "family_latin"):
        named |= set(find_talks(frame, inquiry.knowledge))
    anchors = [slot for slot in slots if slot.entry in named]
    found = [
        other
        for slot in anchors
        for other in slots
        if other.start < slot.end and slot.start < other.end and other.room != slot.room
    ]
    if not found and len(anchors) == 1:
        span = span_of(inquiry, anchors[0])
        return draft(inquiry.voice.say("parallel_none", span=span), (anchors[0].entry, "start"))
    return list_slots(inquiry, list(dict.fromkeys(found))) if found else None


def tell_beside_time(inquiry: Inquiry) -> Draft | None:
    """Say what comes before or after a clock time: "3시 전에", "3시 다음". "아까 3시에" means that time itself."""
    frame = inquiry.frame
    times = [(token.start, sense.value) for sense, token in frame.senses if sense.kind == "time"]
    words = [(token.start, sense.value) for sense, token in frame.senses if sense.kind == "moment"]
    steps = [(start, word) for start, word in words if word in ("next", "previous") and times]
    ends = {token.end for sense, token in frame.senses if sense.kind == "moment"}
    is_led = frame.language == "en" and bool(times) and times[0][0] in ends  # after 4:10
    beside = [word for start, word in steps if is_led or start > times[0][0]]
    if not beside:
        return None
    at = datetime.combine(day_asked(inquiry), time.fromisoformat(times[0][1]))
    slots = slots_asked(inquiry)
    found = next_after(slots, at) if beside[0] == "next" else on_at(slots, at - A_MOMENT) or last_before(slots, at)
    end = ending(inquiry.knowledge, at.date())
    if not found and end and beside[0] == "next":
        return draft(inquiry.voice.say("next_none", end=inquiry.voice.time(end)), (inquiry.facts.seminar, "end"))
    return list_slots(inquiry, found) if found else None


def tell_between(inquiry: Inquiry) -> Draft | None:
    """Say what is on between the two rows named: "1부랑 2부 사이에"."""
    if "between" not in inquiry.frame.moments:
        return None
    rows = set(find_sessions(inquiry.frame, inquiry.knowledge))
    if inquiry.frame.has("talks") and len(rows) == 1:
        rows.update(rows_with_talks(inquiry.knowledge))
    anchors = sorted((slot for slot in slots_asked(inquiry) if slot.entry in rows), key=lambda slot: slot.start)
    if len(anchors) < 2 or anchors[0].day != anchors[-1].day:
        return None
    first, last = anchors[-2], anchors[-1]
    found = [slot for slot in slots_asked(inquiry) if slot.start >= first.end and slot.end <= last.start]
    return list_slots(inquiry, found) if found else None


def _anchors(inquiry: Inquiry) -> list[Slot]:
    """The rows named, to which "next" and "before" relate: those held or, where none is, those cancelled."""
    rows = set(find_sessions(inquiry.frame, inquiry.knowledge))
    held = [slot for slot in slots_asked(inquiry) if slot.entry in rows]
    return held or [slot for slot in inquiry.knowledge.timetable if slot.entry in rows and slot.entry.is_cancelled]


def tell_previous(inquiry: Inquiry) -> Draft | None:
    """Say what came before the row named, or before what is on now."""
    frame, voice = inquiry.frame, inquiry.voice
    if "previous" not in frame.moments or ("over" in frame.moments and not _asks_what_ended(inquiry)):
        return None
    if "start" in frame.asks and not frame.has("session", "kind", "time", "offset", *_OF_TALKS):
        return None
    if "timetable" in frame.asks and not frame.has("session", "kind"):
        return None  # 타임테이블 전에 보여줬던 거
    if frame.has("offset", "talks", "role", "time", *_OF_TALKS):
        return None
    if frame.has("session", "kind") and frame.asks_any("when", "start", "end", "duration"):
        return None
    anchors, now, start = _anchors(inquiry), local_now(inquiry), opening(inquiry.knowledge)
    if not anchors and start and now < start:
        when = voice.when(start.date(), start.time(), None)
        return draft(voice.say("previous_before", when=when), (inquiry.facts.seminar, "start"))
    on = on_at(slots_asked(inquiry), now)
    since = anchors[0].start if anchors else min((slot.start for slot in on), default=now)
    before = last_before(slots_asked(inquiry), since)
    if not before:
        first = voice.time(start) if start else ""
        return draft(voice.say("previous_none", start=first), (inquiry.facts.seminar, "start"))
    if anchors:
        return tell_slots(inquiry, before, "previous_of", anchor=voice.text(anchors[0].title))
    made = tell_slots(inquiry, before, "previous_item")
    is_both = "now" in frame.moments and [sense.value for sense, _ in frame.senses].count("what") > 1
    return made + tell_slots(inquiry, on, "now_item_detail", time=voice.time(now)) if is_both else made


def _asks_what_ended(inquiry: Inquiry) -> bool:
    """Whether it is asked what it was that has just ended, not whether something has."""
    frame = inquiry.frame
    return frame.asks <= {"what", "end"} and bool(frame.asks) and not frame.has("session", "kind", *_OF_TALKS)
