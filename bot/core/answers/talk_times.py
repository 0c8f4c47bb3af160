"""When talks are and how long they last: their own times where they were announced, else their session's."""

from collections.abc import Sequence

from bot.core.answers import row_times
from bot.core.answers.refusals import not_announced
from bot.core.claims import claimed_minutes, judged
from bot.core.drafts import Basis, Draft, combine, draft
from bot.core.inquiry import Inquiry
from bot.core.model import Session, Talk
from bot.core.relations import talk_day


def tell_when(inquiry: Inquiry, talks: Sequence[Talk]) -> Draft:
    """Say when the talks are: their own times, else the session they lie in; their exact start is not announced."""
    if inquiry.frame.asks_any("exact", "each") and not all(talk.start for talk in talks):
        return tell_duration(inquiry, talks)
    if is_everything(inquiry, talks):
        return _when_all(inquiry, talks)
    if all(talk.is_cancelled for talk in talks):
        return Draft((), tuple(Basis(talk, "status") for talk in talks), about=tuple(talks))  # its standing says it all
    lines, basis = [], []
    for talk in talks:
        line, rests_on = _when_one(inquiry, talk)
        if not line:
            return not_announced(inquiry, inquiry.voice.say("not_announced_thing"), talk)
        lines.append(line)
        basis += rests_on
    return Draft(tuple(lines), tuple(basis), about=tuple(talks))


def _when_one(inquiry: Inquiry, talk: Talk) -> tuple[str, list[Basis]]:
    voice, session = inquiry.voice, session_of(inquiry, talk)
    title = voice.text(talk.title)
    if talk.start:
        when = voice.when(talk_day(talk, inquiry.knowledge), talk.start, talk.end)
        return voice.say("talk_when", order=talk.order, title=title, when=when), [Basis(talk, "start")]
    if session:
        when = voice.session_when(session)
        line = voice.say("talk_in_session", order=talk.order, title=title, session=voice.text(session.title), when=when)
        return line, [Basis(session, "start"), Basis(talk, "session"), Basis(talk, "order")]
    return "", []


def _when_all(inquiry: Inquiry, talks: Sequence[Talk]) -> Draft:
    voice = inquiry.voice
    rows = list(dict.fromkeys(filter(None, (session_of(inquiry, t) for t in talks if not t.start))))
    lines = [
        voice.say("session_when", title=voice.text(row.title), when=voice.when(row.day, row.start, row.end))
        for row in rows
    ]
    basis = [Basis(row, "start") for row in rows]
    for talk in talks:
        if talk.start:
            lines.append(_when_one(inquiry, talk)[0])
            basis.append(Basis(talk, "start"))
    if not lines:
        return not_announced(inquiry, voice.say("not_announced_thing"), *talks)
    return Draft(tuple(lines), tuple(basis), about=tuple(rows))


def tell_duration(inquiry: Inquiry, talks: Sequence[Talk]) -> Draft:
    """Say how long a talk is where its own times were announced; else that they were not."""
    voice = inquiry.voice
    talk = talks[0]
    if len(talks) == 1 and talk.start and talk.end:
        minutes = (talk.end.hour - talk.start.hour) * 60 + talk.end.minute - talk.start.minute
        span, length = voice.span(talk.start, talk.end), voice.duration(minutes)
        line = voice.say("session_duration", title=voice.label(talk), duration=length, span=span)
        return draft(judged(voice, line, claimed_minutes(inquiry.frame), minutes), (talk, "end"))
    if talks and all(talk.start and talk.end for talk in talks):
        return combine(tell_duration(inquiry, [talk]) for talk in talks)
    timed = [talk for talk in talks if talk.start and talk.end]
    if timed and len(talks) > 1:
        untold = tell_unannounced(inquiry, [talk for talk in talks if talk not in timed])
        return combine([*(tell_duration(inquiry, [talk]) for talk in timed), untold])
    rows = list(dict.fromkeys(filter(None, (session_of(inquiry, t) for t in talks if not t.start))))
    if rows and is_everything(inquiry, talks) and not inquiry.frame.asks_any("each", "exact"):
        return row_times.tell_duration(inquiry, rows)
    return tell_unannounced(inquiry, talks)


def tell_unannounced(inquiry: Inquiry, talks: Sequence[Talk]) -> Draft:
    """Say that these talks have no times of their own, and the row they lie in."""
    voice = inquiry.voice
    row = next(filter(None, (session_of(inquiry, talk) for talk in talks if not talk.start)), None)
    if row is None:
        return not_announced(inquiry, voice.say("not_announced_thing"), *talks)
    key = "one_talk_time_unannounced" if len(talks) == 1 else "talk_time_unannounced"
    line = voice.say(
        key, order=talks[0].order, count=len(talks), session=voice.text(row.title), span=voice.session_when(row)
    )
    return not_announced(inquiry, line, *talks)


def is_everything(inquiry: Inquiry, talks: Sequence[Talk]) -> bool:
    """Return whether these are all the talks, of several."""
    held = inquiry.knowledge.held_talks
    return len(talks) == len(held) > 1


def session_of(inquiry: Inquiry, talk: Talk) -> Session | None:
    """Return the row a talk lies in."""
    return inquiry.knowledge.session_by_id.get(talk.session or "")
