"""Organisations, people and contacts in the model's words."""

from zoneinfo import ZoneInfo

from bot.core import model
from bot.loading import schema
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


def build_people(file: schema.SpeakersFile, zone: ZoneInfo) -> tuple[model.Person, ...]:
    """Return the people as the file lists them; names that are not confirmed are withheld."""
    return tuple(
        model.Person(
            **stand(person, f"speakers.{id_}", file.source, zone),
            name=build_text(person.name),
            title=build_optional(person.title),
            organisation=person.organisation,
            department=build_optional(person.department),
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
            **stand(contact, f"contacts.{id_}", file.source, zone),
            purpose=build_text(contact.purpose),
            name=build_optional(contact.name),
            person=contact.person,
            phones=contact.phones,
            spellings=contact.spellings,
        )
        for id_, contact in file.contacts.items()
    )
