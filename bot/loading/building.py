"""The model's words made of the files' shapes: every entry with its path, its source and its status."""

from datetime import date, datetime
from typing import TypedDict
from zoneinfo import ZoneInfo

from bot.core import model
from bot.loading import schema
from bot.loading.schema import Claim, Sourced, Wording


class _Standing(TypedDict):
    path: str
    source: str
    status: model.Status
    was: model.Text | None
    since: datetime | None


def build_text(wording: Wording) -> model.Text:
    """Return the wording as a text."""
    return model.Text(wording.ko, wording.en or "")


def _build_optional(wording: Wording | None) -> model.Text | None:
    return build_text(wording) if wording else None


def _stand(entry: Sourced, path: str, source: str | None, zone: ZoneInfo) -> _Standing:
    return _Standing(
        path=path,
        source=entry.source or source or "",
        status=model.Status(entry.status),
        was=_build_optional(entry.was),
        since=entry.since.replace(tzinfo=zone) if entry.since else None,
    )


def build_seminar(file: schema.SeminarFile) -> model.Seminar:
    """Return the seminar with its venue and hosts."""
    zone = file.timezone
    return model.Seminar(
        **_stand(file, "seminar", None, zone),
        title=build_text(file.title),
        days=tuple(sorted(file.date)),
        zone=zone,
        theme=_build_optional(file.theme),
        background=_build_optional(file.background),
        start=file.start,
        end=file.end,
        spellings=file.spellings,
        hosts=_build_hosts(file),
        venue=_build_venue(file.venue, file) if file.venue else None,
    )


def _build_venue(venue: schema.Venue, file: schema.SeminarFile) -> model.Venue:
    return model.Venue(
        **_stand(venue, "seminar.venue", file.source, file.timezone),
        name=build_text(venue.name),
        room=_build_optional(venue.room),
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
        standing = _stand(host, path, file.source, file.timezone)
        host_by_path[path] = model.Host(**standing, organisation=host.organisation, role=build_text(host.role))
    return tuple(host_by_path.values())


def build_sessions(file: schema.ScheduleFile, first_day: date, zone: ZoneInfo) -> tuple[model.Session, ...]:
    """Return the rows of the timetable in the order of their days and starts."""
    sessions = [
        _build_session(item, _stand(item, f"schedule.{id_}", file.source, zone), first_day)
        for id_, item in file.items.items()
    ]
    return tuple(sorted(sessions, key=lambda session: (session.day, session.start)))


def _build_session(item: schema.Item, standing: _Standing, first_day: date) -> model.Session:
    claims = {"speaker": item.speaker, "chair": item.chair, "room": item.room}
    doubts = [_build_doubt(claim, name, standing) for name, claim in claims.items() if isinstance(claim, Claim)]
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
        summary=_build_optional(item.summary),
        spellings=item.spellings,
        doubts=tuple(doubts),
    )


def _build_doubt(claim: Claim, name: str, standing: _Standing) -> model.Doubt:
    return model.Doubt(
        path=f"{standing['path']}.{name}",
        source=claim.source or standing["source"],
        status=model.Status(claim.status),
        field=name,
        value=build_text(claim.value),
    )


def build_talks(file: schema.ScheduleFile, zone: ZoneInfo) -> tuple[model.Talk, ...]:
    """Return the talks in their order."""
    talks = [
        model.Talk(
            **_stand(talk, f"schedule.{id_}", file.source, zone),
            order=talk.order,
            title=build_text(talk.title),
            speakers=talk.speaker,
            session=talk.session,
            day=talk.date,
            start=talk.start,
            end=talk.end,
            room=_build_optional(talk.room),
            summary=_build_optional(talk.summary),
            keywords=talk.keywords,
            spellings=talk.spellings,
            wrong_spellings=talk.wrong_spellings,
        )
        for id_, talk in file.talks.items()
    ]
    return tuple(sorted(talks, key=lambda talk: talk.order))


def build_organisations(file: schema.SpeakersFile, zone: ZoneInfo) -> tuple[model.Organisation, ...]:
    """Return the organisations as the file lists them."""
    return tuple(
        model.Organisation(
            **_stand(organisation, f"speakers.{id_}", file.source, zone),
            name=build_text(organisation.name),
            spellings=organisation.spellings,
            wrong_spellings=organisation.wrong_spellings,
            places=organisation.places,
            note=_build_optional(organisation.note),
        )
        for id_, organisation in file.organisations.items()
    )


def build_people(file: schema.SpeakersFile, zone: ZoneInfo) -> tuple[model.Person, ...]:
    """Return the people as the file lists them; names that are not confirmed are withheld."""
    return tuple(
        model.Person(
            **_stand(person, f"speakers.{id_}", file.source, zone),
            name=build_text(person.name),
            title=_build_optional(person.title),
            organisation=person.organisation,
            department=_build_optional(person.department),
            roles=tuple(map(build_text, person.role)),
            spellings=person.spellings,
            wrong_spellings=person.wrong_spellings,
            withheld=person.status == model.Status.UNCONFIRMED,
        )
        for id_, person in file.people.items()
    )


def build_contacts(file: schema.ContactsFile, zone: ZoneInfo) -> tuple[model.Contact, ...]:
    """Return the contacts as the file lists them."""
    return tuple(
        model.Contact(
            **_stand(contact, f"contacts.{id_}", file.source, zone),
            purpose=build_text(contact.purpose),
            name=_build_optional(contact.name),
            person=contact.person,
            phones=contact.phones,
            spellings=contact.spellings,
        )
        for id_, contact in file.contacts.items()
    )


def build_release(file: schema.PressFile, zone: ZoneInfo) -> model.Release | None:
    """Return the press release, if there is one."""
    release = file.release
    if not release:
        return None
    return model.Release(
        **_stand(release, "press.release", file.source, zone),
        headline=build_text(release.headline),
        subtitle=_build_optional(release.subtitle),
        day=release.date,
        pages=_build_optional(release.pages),
        department=_build_optional(release.department),
        staff=release.staff,
    )


def build_embargoes(file: schema.PressFile, zone: ZoneInfo) -> tuple[model.Embargo, ...]:
    """Return from when the media may report."""
    return tuple(
        model.Embargo(
            **_stand(embargo, f"press.{id_}", file.source, zone),
            media=embargo.media,
            day=embargo.date,
            start=embargo.time,
            edition=_build_optional(embargo.edition),
        )
        for id_, embargo in file.embargoes.items()
    )


def build_quotations(file: schema.PressFile, zone: ZoneInfo) -> tuple[model.Quotation, ...]:
    """Return what was said, to the letter."""
    return tuple(
        model.Quotation(
            **_stand(quotation, f"press.{id_}", file.source, zone),
            speaker=quotation.speaker,
            text=build_text(quotation.text),
        )
        for id_, quotation in file.quotations.items()
    )


def build_faqs(file: schema.FaqFile, zone: ZoneInfo) -> tuple[model.Faq, ...]:
    """Return the other questions with their answers."""
    return tuple(
        model.Faq(
            **_stand(faq, f"faq.{id_}", file.source, zone),
            answer=build_text(faq.answer),
            label=build_text(faq.label),
            topic=faq.topic,
            words=faq.words,
        )
        for id_, faq in file.faq.items()
    )


def build_unannounced(file: schema.FaqFile, zone: ZoneInfo) -> tuple[model.Unannounced, ...]:
    """Return what has not been announced; a topic's label is its name, for its wording stands in bot/language."""
    return tuple(_build_unannounced(entry, file, zone) for entry in file.not_announced)


def _build_unannounced(entry: str | schema.Unannounced, file: schema.FaqFile, zone: ZoneInfo) -> model.Unannounced:
    if isinstance(entry, str):
        return model.Unannounced(path=f"faq.{entry}", source=file.source or "", label=model.Text(entry), topic=entry)
    standing = _stand(entry, f"faq.{entry.id}", file.source, zone)
    label = build_text(entry.label)
    return model.Unannounced(**standing, label=label, words=entry.words or label.wordings)


def build_facts(folder: schema.Folder, seminar_file: schema.SeminarFile) -> model.Facts:
    """Return the facts of a folder without problems."""
    seminar = build_seminar(seminar_file)
    zone = seminar.zone
    return model.Facts(
        seminar=seminar,
        organisations=build_organisations(folder.speakers, zone),
        people=build_people(folder.speakers, zone),
        sessions=build_sessions(folder.schedule, seminar.days[0], zone),
        talks=build_talks(folder.schedule, zone),
        contacts=build_contacts(folder.contacts, zone),
        release=build_release(folder.press, zone),
        embargoes=build_embargoes(folder.press, zone),
        quotations=build_quotations(folder.press, zone),
        faqs=build_faqs(folder.faq, zone),
        unannounced=build_unannounced(folder.faq, zone),
    )
