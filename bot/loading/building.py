"""The facts of a folder, put together from its files."""

from bot.core.model import Facts
from bot.loading import schema
from bot.loading.programme import build_seminar, build_sessions, build_talks, cancel_with_seminar, cancel_with_sessions
from bot.loading.register import build_contacts, build_organisations, build_people
from bot.loading.statements import build_embargoes, build_faqs, build_quotations, build_release, build_unannounced


def build_facts(folder: schema.Folder, seminar_file: schema.SeminarFile) -> Facts:
    """Return the facts of a folder without problems."""
    seminar = build_seminar(seminar_file)
    zone = seminar.zone
    organisations = build_organisations(folder.speakers, zone)
    people = build_people(folder.speakers, zone, organisations)
    name_by_id = {organisation.id: organisation.name for organisation in organisations}
    name_by_id |= {person.id: person.name for person in people}
    announced = build_sessions(folder.schedule, seminar.days[0], zone, name_by_id)
    sessions = cancel_with_seminar(announced, seminar)
    talks = build_talks(folder.schedule, zone, name_by_id)
    return Facts(
        seminar=seminar,
        organisations=organisations,
        people=people,
        sessions=sessions,
        talks=cancel_with_sessions(talks, sessions, seminar),
        contacts=build_contacts(folder.contacts, zone),
        release=build_release(folder.press, zone),
        embargoes=build_embargoes(folder.press, zone),
        quotations=build_quotations(folder.press, zone),
        faqs=build_faqs(folder.faq, zone),
        unannounced=build_unannounced(folder.faq, zone),
    )
