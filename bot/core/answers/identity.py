"""Who somebody is: a card with name, title and affiliation, and what they give, chair or do."""

from collections.abc import Sequence

from bot.core.answers.refusals import not_announced
from bot.core.drafts import Basis, Draft, combine, draft
from bot.core.grounding import find_talks
from bot.core.inquiry import Inquiry
from bot.core.model import Person, Talk
from bot.core.relations import talks_of


def identify(inquiry: Inquiry, people: Sequence[Person]) -> Draft:
    """Say who people are, and what each gives, chairs or does."""
    voice, frame = inquiry.voice, inquiry.frame
    lines: list[str] = []
    basis: list[Basis] = []
    for person in people:
        basis += [Basis(person, "name"), Basis(person, "title")]
        basis += cancelled_parts(inquiry, person)
        given = _talks_meant(inquiry, person)
        chaired = list(inquiry.knowledge.rows_by_chair.get(person.id, ()))
        speaking = [row for row in inquiry.knowledge.rows_by_person.get(person.id, ()) if person.id in row.speakers]
        if len(people) > 1 and given:
            lines.append(
                voice.say(
                    "talk_line", order=given[0].order, title=voice.text(given[0].title), person=voice.person(person)
                )
                if not frame.asks_any("name", "affiliation", "title", "who")
                else f"{given[0].order}. {voice.person(person)}"
            )
        elif given and not frame.has("talk", "ordinal"):
            lines.append(
                voice.say(
                    "person_does_talk",
                    person=voice.person(person),
                    order=given[0].order,
                    title=voice.text(given[0].title),
                )
            )
        elif chaired and not frame.has("role"):
            rows = voice.join(voice.text(row.title) for row in chaired)
            lines.append(voice.say("person_does_chair", person=voice.person(person), session=rows))
            basis += [Basis(row, "chair") for row in chaired]
        elif speaking and not given and not frame.has("role", "kind", "session"):
            rows = voice.join(voice.text(row.title) for row in speaking)
            lines.append(voice.say("person_does_speak", person=voice.person(person), session=rows))
            basis += [Basis(row, "speakers") for row in speaking]
        else:
            lines.append(voice.person(person))
    return Draft(tuple(lines), tuple(basis), about=tuple(people))


def cancelled_parts(inquiry: Inquiry, person: Person) -> list[Basis]:
    """Return what somebody was to give or chair and was cancelled."""
    parts = (*talks_of(person, inquiry.knowledge), *inquiry.knowledge.rows_by_person.get(person.id, ()))
    return [Basis(part, "status") for part in parts if part.is_cancelled]


def _talks_meant(inquiry: Inquiry, person: Person) -> list[Talk]:
    """Their talks; of several, those that the question speaks of."""
    given = list(talks_of(person, inquiry.knowledge))
    if len(given) == 1 or not inquiry.frame.has("talk", "topic_word", "ordinal"):
        return given
    named = find_talks(inquiry.frame, inquiry.knowledge)
    return [talk for talk in given if talk in named] or given


def tell_title(inquiry: Inquiry, people: Sequence[Person]) -> Draft:
    """Say titles; with the name or affiliation asked for too, all of it."""
    voice = inquiry.voice
    if len(people) > 1 or inquiry.frame.asks_any("affiliation", "who", "name"):
        return tell_cards(inquiry, people)
    person = people[0]
    if person.title is None:
        return not_announced(inquiry, voice.say("person_title_unknown", name=voice.name(person)), person)
    line = voice.say("person_title", name=voice.name(person), title=voice.text(person.title))
    return draft(line, (person, "title"))


def tell_affiliation(inquiry: Inquiry, people: Sequence[Person]) -> Draft:
    """Say where people belong; with their title or name asked for too, all of it."""
    voice = inquiry.voice
    if len(people) > 1 or inquiry.frame.asks_any("title", "who", "name"):
        return tell_cards(inquiry, people)
    person = people[0]
    organisation = voice.organisation_of(person)
    if not organisation:
        return not_announced(inquiry, voice.say("person_affiliation_unknown", name=voice.name(person)), person)
    line = voice.say("person_affiliation", name_title=voice.name_title(person), organisation=organisation)
    return draft(line, (person, "organisation"))


def tell_cards(inquiry: Inquiry, people: Sequence[Person]) -> Draft:
    """Say names, titles and affiliations."""
    lines = []
    for number, person in zip(_numbers(inquiry, people), people, strict=True):
        card = inquiry.voice.person(person)
        lines.append(f"{number}. {card}" if len(people) > 1 else card)
    basis = tuple(Basis(person, field) for person in people for field in ("name", "title", "organisation"))
    return Draft(tuple(lines), basis, about=tuple(people))


def _numbers(inquiry: Inquiry, people: Sequence[Person]) -> Sequence[int]:
    """The numbers of a list of people: those of their talks where they are all who give one, else 1, 2, 3."""
    held = inquiry.knowledge.held_talks
    is_each_in_turn = [id_ for talk in held for id_ in talk.speakers] == [person.id for person in people]
    orders = [talk.order for talk in held]
    is_of_talks = is_each_in_turn and len(held) == len(people) == len(set(orders))
    return orders if is_of_talks else range(1, len(people) + 1)


def tell_role(inquiry: Inquiry, people: Sequence[Person]) -> Draft:
    """Say what part somebody plays: their talk, what they chair or speak in, or the role they are listed with."""
    voice = inquiry.voice
    person = people[0]
    given, chaired = talks_of(person, inquiry.knowledge), list(inquiry.knowledge.rows_by_chair.get(person.id, ()))
    if given or chaired:
        return combine([identify(inquiry, people), *_on_panels(inquiry, person)])
    if person.roles:
        roles = voice.join(voice.text(role) for role in person.roles)
        return draft(voice.say("person_role", role=roles, person=voice.person(person)), (person, "roles"))
    return tell_cards(inquiry, people)


def _on_panels(inquiry: Inquiry, person: Person) -> list[Draft]:
    """The rows somebody speaks in beside their talk."""
    voice = inquiry.voice
    rows = [row for row in inquiry.knowledge.rows_by_person.get(person.id, ()) if person.id in row.speakers]
    return [
        draft(voice.say("session_speaker", title=voice.text(row.title), person=voice.person(person)), (row, "speakers"))
        for row in rows
    ]
