"""The seminar and its timetable in the model's words."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from bot.core import model
from bot.loading import schema
from bot.loading.fields import take
from bot.loading.notes import build_notes, take_ids
from bot.loading.standings import build_optional, build_text, stand


def build_seminar(file: schema.SeminarFile) -> model.Seminar:
    """Return the seminar with its venue and hosts."""
    zone = file.timezone
    return model.Seminar(
        **stand(file, "seminar", None, zone),
        title=build_text(file.title),
        days=tuple(sorted(file.date)),
        zone=zone,
        theme=build_optional(file.theme),
        background=build_optional(file.background),
        start=file.start,
        end=file.end,
        spellings=file.spellings,
        hosts=_build_hosts(file),
        venue=_build_venue(file.venue, file) if file.venue else None,
    )


def _build_venue(venue: schema.Venue, file: schema.SeminarFile) -> model.Venue:
    return model.Venue(
        **stand(venue, "seminar.venue", file.source, file.timezone),
        name=build_text(venue.name),
        room=build_optional(venue.room),
        spellings=venue.spellings,
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
