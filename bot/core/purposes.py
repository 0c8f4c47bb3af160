"""Which contact is meant: the one whose purpose the question says."""

import re

from bot.core.knowledge import Knowledge
from bot.core.model import Contact
from bot.core.reading import Frame


def contacts_for_purpose(frame: Frame, knowledge: Knowledge, *told: str) -> list[Contact]:
    """Return the contact whose purpose holds most words of the question; none where several hold as many.

    ``told`` are further wordings, of what the conversation is about.
    """
    texts = (*(token.typed for token in frame.parse.tokens), *(text.lower() for text in told))
    typed = {word for text in texts for word in text.split() if len(word) > 1}
    groups = [{word, *_alike(word, knowledge)} for word in typed]
    hits = {c: sum(not group.isdisjoint(_words(c)) for group in groups) for c in knowledge.facts.contacts}
    best = max(hits.values(), default=0)
    found = [contact for contact, count in hits.items() if count == best]
    return found if best and len(found) == 1 else []


def says_only_purpose(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether every part somebody plays is only a word of a contact's purpose: 행사 진행 문의."""
    words = {word for contact in knowledge.facts.contacts for word in _words(contact)}
    return all(token.typed in words for sense, token in frame.senses if sense.kind == "role")


def _alike(word: str, knowledge: Knowledge) -> set[str]:
    """The words that the languages know to ask for the same: 언론 and 취재, tour and visit."""
    groups = (line.split() for speech in knowledge.speeches.values() for line in speech.lists["purpose_words"])
    return {other for group in groups if word in group for other in group}


def _words(contact: Contact) -> set[str]:
    """The words of a purpose, Korean ones without the particles that join them, too."""
    plain = {word for wording in contact.purpose.wordings for word in re.split(r"\W+", wording.lower())}
    return plain | {word[:-1] for word in plain if word[-1:] in "와과" and len(word) > 2}
