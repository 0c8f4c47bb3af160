"""What the knowledge does not hold, said plainly and with whom to ask."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.choices import suggestions
from bot.core.drafts import Basis, Draft, refuse
from bot.core.inquiry import Inquiry
from bot.core.model import Entry, Note, Person, Talk, Text
from bot.core.reply import Outcome


def not_announced(inquiry: Inquiry, line: str, *about: Entry) -> Draft:
    """Say that something was not announced, and whom to ask."""
    return refuse(inquiry.voice, line, Outcome.NOT_ANNOUNCED, *about)


def topic_not_announced(inquiry: Inquiry, name: str) -> Draft:
    """Say that a topic was not announced."""
    return not_announced(inquiry, inquiry.voice.say("not_announced", topic=name))


def told_nearby(inquiry: Inquiry, talk: Talk) -> Draft:
    """Say that the very thing cannot be told, and what is known of the talk it was asked about."""
    voice = inquiry.voice
    heading = voice.say("talk_heading", order=talk.order, title=voice.text(talk.title))
    made = not_announced(inquiry, voice.say("told_nearby"), talk)
    return replace(made, lines=(made.lines[0], heading, voice.text(talk.summary), *made.lines[1:]), is_released=True)


def unknown(inquiry: Inquiry) -> Draft:
    """Say that the bot has no answer, whom to ask, and what it could be asked."""
    made = refuse(inquiry.voice, inquiry.voice.say("unknown"), Outcome.UNKNOWN)
    return Draft(made.lines, outcome=made.outcome, choices=suggestions(inquiry.voice))


def unconfirmed_people(inquiry: Inquiry, people: Sequence[Person]) -> Draft:
    """Say that a person or a list of people is not confirmed, who is known to take part, and whom to ask.

    The names themselves are never said.
    """
    voice = inquiry.voice
    role = voice.text(people[0].roles[0]) if people and people[0].roles else voice.name_of("role", "discussant")
    named = inquiry.frame.has("person") and people
    lines = [voice.say("unconfirmed_person" if named else "unconfirmed_people", role=role)]
    rows = [s for s in inquiry.facts.sessions if s.participants]
    participants = [voice.text(p) for s in rows for p in s.participants]
    if participants:
        lines.append(voice.say("count_participants", names=voice.join(participants)))
    lines.append(voice.contact_line())
    told = people if named else ()  # who was not named by the question is not named by a fact's path either
    basis = (*(Basis(p, "name") for p in told), *(Basis(s, "participants") for s in rows))
    return Draft(tuple(filter(None, lines)), basis, Outcome.UNCONFIRMED, about=tuple(rows))


def unconfirmed_speaker(inquiry: Inquiry, note: Note, title: Text) -> Draft:
    """Say that who does something is not confirmed."""
    voice = inquiry.voice
    line = voice.say("unconfirmed_speaker", title=voice.text(title))
    made = refuse(voice, line, Outcome.UNCONFIRMED)
    about = inquiry.knowledge.entry_by_path.get(note.path.rpartition(".")[0])
    return Draft(made.lines, (Basis(note),), made.outcome, about=(about,) if about else ())
