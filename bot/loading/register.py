"""Organisations, people and contacts in the model's words."""

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from bot.core import model
from bot.loading import schema
from bot.loading.fields import take
from bot.loading.notes import build_notes, take_ids
from bot.loading.standings import build_optional, build_text, stand


def build_organisations(file: schema.SpeakersFile, zone: ZoneInfo) -> tuple[model.Organisation, ...]:
    """Return the organisations as the file lists them."""
    return tuple(
        model.Organisation(
            **stand(organisation, f"speakers.{id_}", file.source, zone),
            name=build_text(organisation.name),
            spellings=organisation.spellings,
            wrong_spellings=organisation.wrong_spellings,
            places=organisation.places,
            note=build_optional(organisation.note),
        )
        for id_, organisation in file.organisations.items()
    )


def build_people(
    file: schema.SpeakersFile, zone: ZoneInfo, organisations: Iterable[model.Organisation]
) -> tuple[model.Person, ...]:
    """Return the people as the file lists them; names that are not confirmed are withheld."""
    name_by_id = {organisation.id: organisation.name for organisation in organisations}
    return tuple(_build_person(id_, person, file, zone, name_by_id) for id_, person in file.people.items())


def _build_person(
    id_: str, person: schema.Person, file: schema.SpeakersFile, zone: ZoneInfo, name_by_id: Mapping[str, model.Text]
) -> model.Person:
    standing = stand(person, f"speakers.{id_}", file.source, zone)
    return model.Person(
        **standing,
        name=build_text(person.name),
        title=build_optional(take(person.title)),
        organisation=next(iter(take_ids(person.organisation)), None),
        department=build_optional(person.department),
        roles=tuple(map(build_text, person.role)),
        spellings=person.spellings,
        wrong_spellings=person.wrong_spellings,
        withheld=person.status == model.Status.UNCONFIRMED,
        notes=build_notes(person, standing, zone, name_by_id),
    )


def build_contacts(file: schema.ContactsFile, zone: ZoneInfo) -> tuple[model.Contact, ...]:
    """Return the contacts as the file lists them."""
    return tuple(
        model.Contact(
            **stand(contact, f"contacts.{id_}", file.source, zone),
            purpose=build_text(contact.purpose),
            name=build_optional(contact.name),
            person=contact.person,
            phones=contact.phones,
            spellings=contact.spellings,
        )
        for id_, contact in file.contacts.items()
    )
