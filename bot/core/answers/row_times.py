"""When rows of the timetable are, how long they last, how long until then, and whether they are on, ahead or over."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.claims import claimed_minutes, judged
from bot.core.drafts import Basis, Draft, combine, draft
from bot.core.inquiry import Inquiry
from bot.core.model import Session
from bot.core.programme import minutes_between


def tell_when(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """Say the rows' times; with a start or an end asked for, that one first."""
    if missing := _not_that_day(inquiry, rows):
        return missing + _lines(inquiry, rows, "session_when", "start")
    asks = inquiry.frame.asks
    if "start" in asks and "end" not in asks:
        return _lines(inquiry, rows, "session_start", "start")
    if "end" in asks and "start" not in asks:
        return _lines(inquiry, rows, "session_end", "end")
    return _lines(inquiry, rows, "session_when", "start")


def _not_that_day(inquiry: Inquiry, rows: Sequence[Session]) -> Draft | None:
    """That none of the rows is on the one day of the seminar that is named; None where one is, or no day is."""
    voice, seminar, days = inquiry.voice, inquiry.facts.seminar, inquiry.frame.days
    if len(days) != 1 or days[0] not in seminar.days or any(row.day in days for row in rows):
        return None
    title = voice.text(rows[0].title) if rows else ""
    line = voice.say("nothing_there_at", place=title, when=voice.date(days[0]))
    return draft(line, (seminar, "date")) if rows else None


def tell_duration(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """Say how long the rows are; of one row, whether an amount claimed is right."""
    made = _lines(inquiry, rows, "session_duration", "end")
    if len(rows) != 1 or rows[0].is_cancelled:
        return made
    line = judged(inquiry.voice, made.lines[0], claimed_minutes(inquiry.frame), _minutes(rows[0]))
    return replace(made, lines=(line,))


def tell_next(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """Say when the first of these rows, or of others of their kind, that is still ahead is; else that they are over."""
    ahead = _ahead(inquiry, rows)
    return _lines(inquiry, ahead[:1], "session_when", "start") if ahead else tell_progress(inquiry, rows[-1:])


def _ahead(inquiry: Inquiry, rows: Sequence[Session]) -> list[Session]:
    """What has not begun yet of these rows and of others of their kinds, in order."""
    now, kinds = inquiry.voice.now.replace(tzinfo=None), {row.kind for row in rows}
    held = [slot.entry for slot in inquiry.knowledge.held_timetable if isinstance(slot.entry, Session)]
    return [row for row in held if row.kind in kinds and datetime.combine(row.day, row.start) > now]


def tell_remaining(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """How long until it starts or, once it runs (or where its end is asked for), until it ends."""
    voice = inquiry.voice
    now = voice.now.replace(tzinfo=None)
    rows = _ahead(inquiry, rows)[:1] or rows if "next" in inquiry.frame.moments else rows
    row = next((r for r in rows if datetime.combine(r.day, r.end) > now), rows[-1])
    start, end = datetime.combine(row.day, row.start), datetime.combine(row.day, row.end)
    title = voice.text(row.title)
    if now >= end or row.is_cancelled:
        return tell_progress(inquiry, [row])
    if now.date() != row.day:
        return _lines(inquiry, [row], "session_ahead", "start")
    if now < start and "end" not in inquiry.frame.asks:
        left = voice.duration(minutes_between(now, start))
        return draft(
            voice.say("session_remaining_start", title=title, duration=left, start=voice.time(start)), (row, "start")
        )
    left = voice.duration(minutes_between(now, end))
    return draft(voice.say("session_remaining_end", title=title, duration=left, end=voice.time(end)), (row, "end"))


def tell_progress(inquiry: Inquiry, rows: Sequence[Session]) -> Draft:
    """Say whether the rows are ahead, on or over."""
    now = inquiry.voice.now.replace(tzinfo=None)
    return combine(_lines(inquiry, [row], _progress_key(row, now), "start") for row in rows)


def _progress_key(row: Session, now: datetime) -> str:
    if now < datetime.combine(row.day, row.start):
        return "session_ahead"
    return "session_over" if now >= datetime.combine(row.day, row.end) else "session_running"


def _lines(inquiry: Inquiry, rows: Sequence[Session], key: str, field: str) -> Draft:
    voice = inquiry.voice
    lines = tuple(
        voice.say(
            "session_cancelled" if row.is_cancelled else key,
            title=voice.text(row.title),
            start=voice.time(row.start),
            end=voice.time(row.end),
            span=voice.session_when(row),
            when=voice.when(row.day, row.start, row.end),
            duration=voice.duration(_minutes(row)),
        )
        for row in rows
    )
    return Draft(lines, tuple(Basis(row, field) for row in rows), about=tuple(rows))


def _minutes(row: Session) -> int:
    return (row.end.hour - row.start.hour) * 60 + row.end.minute - row.start.minute
