"""How long until the row named, or what is on, or the seminar, starts or ends."""

from collections.abc import Sequence

from bot.core.answers import row_times
from bot.core.answers import seminar as whole
from bot.core.answers.timeline import local_now, slots_asked
from bot.core.drafts import Draft, draft
from bot.core.grounding import find_sessions
from bot.core.inquiry import Inquiry
from bot.core.model import Session
from bot.core.programme import ending, minutes_between, on_at


def tell_countdown(inquiry: Inquiry) -> Draft | None:
    """How long until the row named, or what is on, or the seminar, starts or ends."""
    frame = inquiry.frame
    if "remaining" not in frame.asks and not ("left" in frame.moments and "duration" in frame.asks):
        return None
    rows = find_sessions(frame, inquiry.knowledge)
    if rows:
        return row_times.tell_remaining(inquiry, rows)
    on = on_at(slots_asked(inquiry), local_now(inquiry))
    running = [slot.entry for slot in on if isinstance(slot.entry, Session)]
    if not running or frame.asks_any("start", "end") or frame.has("seminar"):
        return whole.tell_remaining(inquiry)
    return row_times.tell_remaining(inquiry, running) + _remaining_today(inquiry, running)


def _remaining_today(inquiry: Inquiry, running: Sequence[Session]) -> Draft:
    """How long today's programme still takes beside what is on; nothing where that is its end."""
    voice, now = inquiry.voice, local_now(inquiry)
    end = ending(inquiry.knowledge, now.date())
    if not end or end.time() == running[0].end:
        return Draft(())
    left = voice.duration(minutes_between(now, end))
    return draft(voice.say("remaining_end", duration=left, end=voice.time(end)), (inquiry.facts.seminar, "end"))
