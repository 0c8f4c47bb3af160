"""Whether somebody said what is claimed of them: judged by the letter of what is quoted, never by what it may mean."""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from bot.core.answers.press import tell_quotations
from bot.core.answers.refusals import not_announced, told_nearby
from bot.core.drafts import Draft
from bot.core.grounding import find_people
from bot.core.inquiry import Inquiry
from bot.core.model import Person, Quotation
from bot.core.patterns import find_all
from bot.core.polarity import is_polar
from bot.core.reading import NAMED_ONE
from bot.core.relations import talks_of
from bot.core.text import normalise
from bot.core.verdicts import with_verdict

_LIKE = 76.0  # per cent of the letters: a quotation that is meant, but typed otherwise
_SHORTEST = 8  # letters that are a quotation, not a word of one


def answer_quotation_claim(inquiry: Inquiry) -> Draft | None:
    """Answer whether somebody said so, with the quotation meant; with all that is quoted or known of theirs else."""
    said = claimed_words(inquiry)
    people = find_people(inquiry.frame, inquiry.knowledge) if said else ()
    if len(people) != 1 or people[0].withheld:
        return None
    quoted = [quotation for quotation in inquiry.facts.quotations if quotation.speaker == people[0].id]
    return _judge(inquiry, said, quoted) if quoted else _tell_talk(inquiry, people[0])


def _judge(inquiry: Inquiry, said: str, quoted: Sequence[Quotation]) -> Draft:
    """Yes to what is quoted to the letter; the quotation meant or, where none is, all of them."""
    best = max(quoted, key=lambda quotation: _likeness(said, quotation))
    if any(said in letters for letters in _letters_of(best)):
        return with_verdict(tell_quotations(inquiry, [best]), True if len(said) >= _SHORTEST else None, inquiry.voice)
    is_meant = _likeness(said, best) >= _LIKE
    made = tell_quotations(inquiry, [best] if is_meant else quoted)
    line = inquiry.voice.say("quotation_differs" if is_meant else "quotation_not_held")
    return replace(made, lines=(line, *made.lines))


def _tell_talk(inquiry: Inquiry, person: Person) -> Draft:
    """What is known of the only talk of somebody who is not quoted; that nothing was announced where they give none."""
    given = talks_of(person, inquiry.knowledge)
    if len(given) == 1 and given[0].summary:
        return told_nearby(inquiry, given[0])
    return not_announced(inquiry, inquiry.voice.say("not_announced_thing"), person)


def claimed_words(inquiry: Inquiry) -> str:
    """Return the letters that somebody is claimed to have said; nothing where none are."""
    frame, lists = inquiry.frame, inquiry.knowledge.speeches[inquiry.frame.language].lists
    if not is_polar(frame, inquiry.knowledge) or not frame.has(*NAMED_ONE, "title", "honorific"):
        return ""
    found = next(find_all(frame.question, *lists["said_claims"]), None)
    return _letters(found["said"]) if found else ""


def _letters_of(quotation: Quotation) -> list[str]:
    return [_letters(wording) for wording in quotation.text.wordings]


def _letters(text: str) -> str:
    """A text without spaces and marks, which nobody types to the letter."""
    return "".join(char for char in normalise(text) if char.isalnum())


def _likeness(said: str, quotation: Quotation) -> float:
    return max(fuzz.partial_ratio(said, letters) for letters in _letters_of(quotation))
