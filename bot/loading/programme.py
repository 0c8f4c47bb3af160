"""The seminar and its timetable in the model's words."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.core import model
from bot.loading import schema
from bot.loading.fields import take
from bot.loading.notes import build_notes, take_ids
from bot.loading.standings import build_optional, build_text, stand


def build_seminar(file: schema.SeminarFile) -> model.Seminar:
    """Return the seminar with its venue and hosts."""
    zone = file.timezone
    standing = stand(file, "seminar", None, zone)
    return model.Seminar(
        **standing,
        title=build_text(file.title),
        days=tuple(sorted(take(file.date))),
        zone=zone,
        theme=build_optional(file.theme),
        background=build_optional(file.background),
        start=take(file.start),
        end=take(file.end),
        spellings=file.spellings,
        hosts=_build_hosts(file),
        venue=_build_venue(file.venue, file) if file.venue else None,
        notes=build_notes(file, standing, zone),
    )


def _build_venue(venue: schema.Venue, file: schema.SeminarFile) -> model.Venue:
    standing = stand(venue, "seminar.venue", file.source, file.timezone)
    return model.Venue(
        **standing,
        name=build_text(take(venue.name)),
        room=build_optional(take(venue.room)),
        spellings=venue.spellings,
        notes=build_notes(venue, standing, file.timezone),
    )


def _build_hosts(file: schema.SeminarFile) -> tuple[model.Host, ...]:
    """Build the hosts; an organisation with a second role gets a path of its own."""
    host_by_path: dict[str, model.Host] = {}
    for host in file.hosts:
        path, count = f"seminar.hosts.{host.organisation}", 1
        while path in host_by_path:
            count += 1
            path = f"seminar.hosts.{host.organisation}_{count}"
        standing = stand(host, path, file.source, file.timezone)
        host_by_path[path] = model.Host(**standing, organisation=host.organisation, role=build_text(host.role))
    return tuple(host_by_path.values())


def build_sessions(
    file: schema.ScheduleFile, first_day: date, zone: ZoneInfo, name_by_id: Mapping[str, model.Text]
) -> tuple[model.Session, ...]:
    """Return the rows of the timetable in the order of their days and starts."""
    sessions = []
    for id_, item in file.items.items():
        standing = stand(item, f"schedule.{id_}", file.source, zone)
        session = model.Session(
            **standing,
            title=build_text(item.title),
            day=take(item.date) or first_day,
            start=take(item.start),
            end=take(item.end),
            kind=item.kind,
            room=build_optional(take(item.room)),
            chair=next(iter(take_ids(item.chair)), None),
            speakers=take_ids(item.speaker),
            participants=tuple(name_by_id.get(wording.ko) or build_text(wording) for wording in item.participants),
            summary=build_optional(item.summary),
            spellings=item.spellings,
            notes=build_notes(item, standing, zone, name_by_id),
        )
        sessions.append(session)
    return tuple(sorted(sessions, key=lambda session: (session.day, session.start)))


def build_talks(
    file: schema.ScheduleFile, zone: ZoneInfo, name_by_id: Mapping[str, model.Text]
) -> tuple[model.Talk, ...]:
    """Return the talks in their order."""
    talks = []
    for id_, talk in file.talks.items():
        standing = stand(talk, f"schedule.{id_}", file.source, zone)
        built = model.Talk(
            **standing,
            order=talk.order,
            title=build_text(talk.title),
            speakers=take_ids(talk.speaker),
            session=talk.session,
            day=take(talk.date),
            start=take(talk.start),
            end=take(talk.end),
            room=build_optional(take(talk.room)),
            summary=build_optional(talk.summary),
            keywords=talk.keywords,
            spellings=talk.spellings,
            wrong_spellings=talk.wrong_spellings,
            notes=build_notes(talk, standing, zone, name_by_id),
        )
        talks.append(built)
    return tuple(sorted(talks, key=lambda talk: talk.order))


def cancel_with_seminar(sessions: Iterable[model.Session], seminar: model.Seminar) -> tuple[model.Session, ...]:
    """Return the rows; those of a cancelled seminar are cancelled as it was, since when it was."""
    return tuple(_cancelled_with(session, seminar) for session in sessions)


def cancel_with_sessions(
    talks: Iterable[model.Talk], sessions: Iterable[model.Session], seminar: model.Seminar
) -> tuple[model.Talk, ...]:
    """Return the talks; those of a cancelled session or seminar are cancelled as it was, since when it was."""
    session_by_id = {session.id: session for session in sessions}
    return tuple(_cancelled_with(talk, session_by_id.get(talk.session or "", seminar)) for talk in talks)


_Part = TypeVar("_Part", model.Session, model.Talk)


def _cancelled_with(part: _Part, whole: model.Entry) -> _Part:
    if part.is_cancelled or not whole.is_cancelled:
        return part
    return replace(part, status=model.Status.CANCELLED, was=None, since=whole.since)
