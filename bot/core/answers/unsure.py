"""Somebody whose talk or row is not confirmed to be theirs: whoever asks for them is told so, and what is known."""

from bot.core.answers import talks
from bot.core.answers.identity import tell_cards
from bot.core.answers.refusals import unconfirmed_speaker
from bot.core.drafts import Draft
from bot.core.inquiry import Inquiry
from bot.core.model import Person, Talk
from bot.core.relations import talks_of, unsure_note

_OF_THEMSELVES = frozenset({"title", "affiliation", "phone", "contact"})
_OF_A_TALK = frozenset({"heading", "content", "theme", "when", "start", "end", "where", "duration", "order", "each"})


def tell_unsure(inquiry: Inquiry, person: Person) -> Draft | None:
    """Say that it is not confirmed whether somebody gives the only talk they are down for; None where nothing is."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    parts = knowledge.unsure_parts_by_name.get(person.name.ko, ())
    if not parts or talks_of(person, knowledge) or knowledge.rows_by_person.get(person.id):
        return None
    part = parts[0]
    note = unsure_note(part)
    if note is None or (frame.asks & _OF_THEMSELVES and "certain" not in frame.asks):
        return None
    told = unconfirmed_speaker(inquiry, note, part.title)
    if frame.asks == {"who"} and not frame.moments:
        return tell_cards(inquiry, [person]) + told
    if isinstance(part, Talk) and frame.asks & _OF_A_TALK:
        return talks.describe(inquiry, [part]) + told
    return told
