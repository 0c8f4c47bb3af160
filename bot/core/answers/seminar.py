"""The seminar as a whole: when, where, why, about what, by whom, how long, and the whole timetable."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from bot.core.answers import sessions, talks
from bot.core.answers.refusals import not_announced
from bot.core.answers.whereabouts import tell_cancelled, tell_where
from bot.core.claims import claimed_minutes, judged
from bot.core.drafts import Basis, Draft, combine, draft
from bot.core.inquiry import Inquiry
from bot.core.model import Host
from bot.core.programme import ending, is_over, minutes_between, opening, slots_of
from bot.core.relations import speakers_of
from bot.core.slots import Slot

HOSTING = frozenset({"host", "organiser", "sponsor"})
_OPEN = frozenset({"what", "certain", "list", "attend"})  # asks that the seminar's card answers
_WHO = frozenset({"who", "name", "affiliation", "title", "participants", "attend"})


def answer_seminar(inquiry: Inquiry) -> Draft | None:
    """Answer a question about the seminar itself; with nothing asked of it, when and where it is."""
    frame = inquiry.frame
    if frame.has("seminar") and "name" in frame.asks and not frame.asks_any("who", "when", "where"):
        return combine([_tell_title(inquiry), *([_tell_background(inquiry)] if "background" in frame.asks else [])])
    if {"who", "content"} <= frame.asks and not frame.has("seminar", "talks"):
        return None  # who says something that no talk holds
    told = [state(inquiry) for names, state in _STATEMENTS if frame.asks & names]
    if not told and frame.has("seminar") and frame.asks & {"who", "name"}:
        told = [_tell_hosts(inquiry)]
    if not told and frame.has("seminar", "venue") and frame.asks <= _OPEN:
        told = (
            [tell_where(inquiry)]
            if frame.has("venue")
            else [_tell_title(inquiry), tell_when(inquiry), tell_where(inquiry)]
        )
    if not told and frame.asks & _WHO and frame.asks - {"who", "title", "what", "rank"} and not frame.has_subject:
        told = [_tell_people(inquiry)]
    if not told and any(day in inquiry.facts.seminar.days for day in frame.days) and not frame.has_subject:
        is_list = len(inquiry.facts.seminar.days) > 1 and (frame.has("row") or frame.asks & {"what", "list"})
        told = [tell_timetable(inquiry) if is_list else tell_when(inquiry)]
    return combine(told) if told else None


def _tell_people(inquiry: Inquiry) -> Draft:
    """Who speaks and chairs; or, asked for the bodies that take part, those."""
    rows = [row for row in inquiry.facts.sessions if row.participants]
    if "participants" in inquiry.frame.asks and rows:
        return sessions.tell_participants(inquiry, rows)
    if not inquiry.facts.talks:
        return not_announced(inquiry, inquiry.voice.say("not_announced_thing"))
    return talks.tell_speakers(inquiry, inquiry.facts.talks)


def tell_when(inquiry: Inquiry) -> Draft:
    """Say the date and the hours; of a seminar of several days, both ends."""
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    asks = inquiry.frame.asks
    if seminar.is_cancelled:
        line = voice.say("session_cancelled", title=voice.text(seminar.title), when=_announced(inquiry))
        return draft(line, (seminar, "date"))
    day = next((d for d in inquiry.frame.days if d in seminar.days), None)
    start, end = opening(inquiry.knowledge, day), ending(inquiry.knowledge, day)
    if "end" in asks and "start" not in asks and end:
        return draft(voice.say("seminar_end", end=_moment(inquiry, end)), (seminar, "end"))
    if "start" in asks and "end" not in asks and start:
        return draft(voice.say("seminar_start", start=_moment(inquiry, start, dated=True)), (seminar, "start"))
    if len(seminar.days) > 1 and day is None:
        first = voice.when(seminar.days[0], start.time() if start else None, None)
        last = voice.when(seminar.days[-1], end.time() if end else None, None)
        return draft(voice.say("seminar_when_days", first=first, last=last), (seminar, "date"))
    when = voice.full_date(day or seminar.days[0])
    if start:
        when += f" {voice.span(start.time(), end.time())}" if end else f" {voice.time(start)}"
    return draft(voice.say("seminar_when", when=when), (seminar, "date"))


def _moment(inquiry: Inquiry, moment: datetime, dated: bool = False) -> str:
    """The time, with its date where the seminar has several days or where that day is not today."""
    voice = inquiry.voice
    several = len(inquiry.facts.seminar.days) > 1
    if several or (dated and voice.now.date() != moment.date()):
        return f"{voice.date(moment.date())} {voice.time(moment)}"
    return voice.time(moment)


def _tell_title(inquiry: Inquiry) -> Draft:
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    return draft(voice.say("title", title=voice.text(seminar.title)), (seminar, "title"))


def tell_theme(inquiry: Inquiry) -> Draft:
    """Say the theme; the title where there is none."""
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    if seminar.theme is None:
        return _tell_title(inquiry)
    return draft(voice.say("theme", theme=voice.text(seminar.theme)), (seminar, "theme"))


def _tell_heading(inquiry: Inquiry) -> Draft:
    """The theme; where the seminar's own title is asked for, that before it."""
    theme = tell_theme(inquiry)
    is_title = "heading" in inquiry.frame.asks and inquiry.frame.has("seminar")
    return _tell_title(inquiry) + theme if is_title else theme


def _tell_background(inquiry: Inquiry) -> Draft:
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    if seminar.background is None:
        return not_announced(inquiry, voice.say("not_announced_thing"), seminar)
    return draft(voice.text(seminar.background), (seminar, "background"), released=True)


def _tell_content(inquiry: Inquiry) -> Draft:
    theme = tell_theme(inquiry)
    return theme + _tell_background(inquiry) if inquiry.facts.seminar.background else theme


def _tell_duration(inquiry: Inquiry) -> Draft:
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    day = next((d for d in inquiry.frame.days if d in seminar.days), None)
    start, end = opening(inquiry.knowledge, day), ending(inquiry.knowledge, day)
    if len(seminar.days) > 1 and day is None:
        line = voice.say(
            "seminar_days",
            count=len(seminar.days),
            first=voice.date(seminar.days[0]),
            last=voice.date(seminar.days[-1]),
        )
        return draft(line, (seminar, "date"))
    if not start or not end:
        return not_announced(inquiry, voice.say("not_announced_thing"), seminar)
    minutes, span = minutes_between(start, end), voice.span(start.time(), end.time())
    line = voice.say("seminar_duration", duration=voice.duration(minutes), span=span)
    return draft(judged(voice, line, claimed_minutes(inquiry.frame), minutes), (seminar, "end"))


def tell_remaining(inquiry: Inquiry) -> Draft:
    """Say how long until the seminar starts or, once it runs, ends."""
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    if seminar.is_cancelled:
        return tell_cancelled(inquiry)
    now = voice.now.replace(tzinfo=None)
    start, end = opening(inquiry.knowledge), ending(inquiry.knowledge)
    if is_over(inquiry.knowledge, now) or not start or not end:
        when = voice.full_date(seminar.days[-1]) + (f" {voice.time(end)}" if end else "")
        return draft(voice.say("days_passed", when=when), (seminar, "end"))
    if now < start and "end" not in inquiry.frame.asks:
        if now.date() == start.date():
            left = voice.duration(minutes_between(now, start))
            return draft(voice.say("remaining_start", duration=left, start=voice.time(start)), (seminar, "start"))
        days = (start.date() - now.date()).days
        line = voice.say("remaining_days", days=days, when=voice.when(start.date(), start.time(), None))
        return draft(line, (seminar, "start"))
    left = voice.duration(minutes_between(now, end))
    return draft(voice.say("remaining_end", duration=left, end=voice.time(end)), (seminar, "end"))


def _tell_weekday(inquiry: Inquiry) -> Draft:
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    days = inquiry.frame.days or seminar.days
    line = voice.join(voice.full_date(day) for day in days)
    return draft(voice.say("seminar_weekday", date=line), (seminar, "date"))


def _tell_hosts(inquiry: Inquiry) -> Draft:
    """Every host with its part."""
    seminar = inquiry.facts.seminar
    if not seminar.hosts:
        topic = inquiry.voice.say("role_host")
        return not_announced(inquiry, inquiry.voice.say("not_announced", topic=topic), seminar)
    return _list_hosts(inquiry, seminar.hosts)


def hosts_asked(inquiry: Inquiry) -> tuple[Host, ...]:
    """Return the hosts that have the part asked for: host, organiser or sponsor."""
    hosts, asked = inquiry.facts.seminar.hosts, inquiry.frame.asks & HOSTING
    found = tuple(h for h in hosts if _part_of(inquiry, h) & asked)
    if not found and "host" in asked:
        return tuple(h for h in hosts if not _part_of(inquiry, h) & {"organiser", "sponsor"})
    return found


def tell_host(inquiry: Inquiry) -> Draft:
    """Say who hosts, organises or sponsors, whichever is asked."""
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    hosts = hosts_asked(inquiry)
    if not hosts:
        ask = next(iter(sorted(inquiry.frame.asks & HOSTING - {"host"})), "host")
        return not_announced(inquiry, voice.say("not_announced", topic=voice.say(f"role_{ask}")), *seminar.hosts)
    return _list_hosts(inquiry, hosts)


def _list_hosts(inquiry: Inquiry, hosts: Sequence[Host]) -> Draft:
    voice, lines = inquiry.voice, []
    for role in dict.fromkeys(h.role for h in hosts):
        names = voice.join(voice.whom(h.organisation) for h in hosts if h.role == role)
        lines.append(voice.say("host", role=voice.text(role), names=names))
    return Draft(tuple(lines), tuple(Basis(h, "organisation") for h in hosts), about=(inquiry.facts.seminar,))


def _part_of(inquiry: Inquiry, host: Host) -> frozenset[str]:
    """What the languages call the part of a host: ``sponsor`` for 후원."""
    senses = (sense for wording in host.role.wordings for sense in inquiry.knowledge.senses_of(wording))
    return frozenset(sense.value for sense in senses if sense.kind == "ask")


def tell_timetable(inquiry: Inquiry) -> Draft:
    """Say the whole timetable, or that of the day asked for."""
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    slots = slots_of(inquiry.knowledge)
    days = [d for d in inquiry.frame.days if d in seminar.days] or list(seminar.days)
    if not slots:
        return not_announced(inquiry, voice.say("not_announced", topic=voice.say("menu_timetable")))
    lines: list[str] = []
    for day in days:
        lines.append(voice.say("timetable", date=voice.full_date(day)))
        lines += [slot_line(inquiry, slot) for slot in slots if slot.day == day]
    basis = tuple(Basis(slot.entry, "start") for slot in slots if slot.day in days)
    return Draft(tuple(lines), basis, about=(seminar,))


def slot_line(inquiry: Inquiry, slot: Slot) -> str:
    """One line of the timetable."""
    voice = inquiry.voice
    span, title = voice.span(slot.start.time(), slot.end.time()), voice.text(slot.title)
    is_marked = slot.entry.is_cancelled and not inquiry.facts.seminar.is_cancelled  # else it is said once of all
    title = voice.say("cancelled_title", title=title) if is_marked else title
    if slot.room:
        return voice.say("session_line_room", span=span, title=title, room=voice.text(slot.room))
    return voice.say("session_line", span=span, title=title)


def _tell_count(inquiry: Inquiry) -> Draft:
    voice = inquiry.voice
    people = speakers_of(inquiry.facts.talks, inquiry.knowledge)
    if not people:
        return not_announced(inquiry, voice.say("not_announced_thing"))
    return Draft((voice.say("count_speakers", count=len(people)),), tuple(Basis(p, "name") for p in people))


def tell_that_day(inquiry: Inquiry, day: date) -> Draft:
    """Say that nothing is on at a date that is not the seminar's."""
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    return draft(voice.say("other_day", date=voice.date(day), when=_announced(inquiry)), (seminar, "date"))


def _announced(inquiry: Inquiry) -> str:
    """When the seminar was announced for: its date and hours; of several days, the first and the last."""
    voice, seminar = inquiry.voice, inquiry.facts.seminar
    if len(seminar.days) > 1:
        return voice.say("day_span", first=voice.date(seminar.days[0]), last=voice.date(seminar.days[-1]))
    start, end = opening(inquiry.knowledge), ending(inquiry.knowledge)
    return voice.when(seminar.days[0], start.time() if start else None, end.time() if end else None)


_STATEMENTS: tuple[tuple[frozenset[str], Callable[[Inquiry], Draft]], ...] = (
    (frozenset({"remaining"}), tell_remaining),
    (frozenset({"timetable"}), tell_timetable),
    (frozenset({"fullname"}), _tell_title),
    (frozenset({"theme", "heading"}), _tell_heading),
    (frozenset({"weekday"}), _tell_weekday),
    (frozenset({"when", "start", "end", "date", "exact"}), tell_when),
    (frozenset({"where"}), tell_where),
    (frozenset({"background"}), _tell_background),
    (frozenset({"content"}), _tell_content),
    (HOSTING, tell_host),
    (frozenset({"duration"}), _tell_duration),
)
