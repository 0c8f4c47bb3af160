"""The seminar and its timetable in the model's words."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from bot.core import model
from bot.loading import schema
from bot.loading.fields import Claim, Wording
from bot.loading.standings import Standing, build_optional, build_text, stand


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
    """Return the rows of the timetable in the order of their days and starts.

    A field that is not confirmed may name a person or an organisation by id; the note then holds the name.
    """
    sessions = [
        _build_session(item, stand(item, f"schedule.{id_}", file.source, zone), first_day, name_by_id)
        for id_, item in file.items.items()
    ]
    return tuple(sorted(sessions, key=lambda session: (session.day, session.start)))


def _build_session(
    item: schema.Item, standing: Standing, first_day: date, name_by_id: Mapping[str, model.Text]
) -> model.Session:
    claims = {"speaker": item.speaker, "chair": item.chair, "room": item.room}
    notes = [
        _build_note(claim, name, standing, name_by_id) for name, claim in claims.items() if isinstance(claim, Claim)
    ]
    return model.Session(
        **standing,
        title=build_text(item.title),
        day=item.date or first_day,
        start=item.start,
        end=item.end,
        kind=item.kind,
        room=build_text(item.room) if isinstance(item.room, Wording) else None,
        chair=item.chair if isinstance(item.chair, str) else None,
        speakers=item.speaker if isinstance(item.speaker, tuple) else (),
        participants=tuple(map(build_text, item.participants)),
        summary=build_optional(item.summary),
        spellings=item.spellings,
        notes=tuple(notes),
    )


def _build_note(claim: Claim, field: str, standing: Standing, name_by_id: Mapping[str, model.Text]) -> model.Note:
    value = build_text(claim.value)
    return model.Note(
        path=f"{standing['path']}.{field}",
        source=claim.source or standing["source"],
        status=model.Status(claim.status),
        field=field,
        value=name_by_id.get(value.ko, value),
    )


def build_talks(file: schema.ScheduleFile, zone: ZoneInfo) -> tuple[model.Talk, ...]:
    """Return the talks in their order."""
    talks = [
        model.Talk(
            **stand(talk, f"schedule.{id_}", file.source, zone),
            order=talk.order,
            title=build_text(talk.title),
            speakers=talk.speaker,
            session=talk.session,
            day=talk.date,
            start=talk.start,
            end=talk.end,
            room=build_optional(talk.room),
            summary=build_optional(talk.summary),
            keywords=talk.keywords,
            spellings=talk.spellings,
            wrong_spellings=talk.wrong_spellings,
        )
        for id_, talk in file.talks.items()
    ]
    return tuple(sorted(talks, key=lambda talk: talk.order))
