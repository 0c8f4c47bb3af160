"""How a name is written in one script: in Latin letters, in Hangul, in Chinese characters."""

from bot.core.answers.refusals import topic_not_announced
from bot.core.drafts import Draft, combine, draft
from bot.core.evidence import asks_for_something_else
from bot.core.grounding import find_people
from bot.core.hanja import has_hanja
from bot.core.inquiry import Inquiry
from bot.core.language import Part
from bot.core.model import Person
from bot.core.naming import with_abbreviation
from bot.core.text import has_hangul

_NAMING = ("person", "family", "family_latin", "title", "role", "named_role", "department")
_ELSEWHERE = ("talk", "talks", "topic", "medium", "release", "faq", "unannounced")
_MOST = 4  # names told at once


def answer_spelling(inquiry: Inquiry) -> Draft | None:
    """Answer how the name of somebody is written in the script asked for; that it was not announced where not held."""
    frame = inquiry.frame
    scripts = frame.values("script")
    if not scripts or not frame.has(*_NAMING) or not _asks_for_name(inquiry):
        return None
    people = [p for p in find_people(frame, inquiry.knowledge) if not p.withheld]
    if not 0 < len(people) <= _MOST or asks_for_something_else(frame):
        return None
    return combine(_spelled(inquiry, person, script) for person in people for script in scripts)


def _asks_for_name(inquiry: Inquiry) -> bool:
    """Whether it is the name that is to be written, not the answer, nor something else of theirs."""
    frame = inquiry.frame
    if "name" in frame.asks:
        return True
    writing = inquiry.knowledge.speeches[frame.language].lists["writing_words"]
    tokens = [token for sense, token in frame.senses if sense.kind == "script"]
    is_said = any(token.part is Part.NOUN for token in tokens) or any(w in frame.parse.line.text for w in writing)
    return is_said and not frame.has(*_ELSEWHERE)


def _spelled(inquiry: Inquiry, person: Person, script: str) -> Draft:
    voice, form = inquiry.voice, _form(person, script)
    if not form:
        return topic_not_announced(inquiry, voice.say(f"name_in_{script}", name=voice.name(person)))
    return draft(voice.say("person_spelled", name_title=voice.name_title(person), form=form), (person, "name"))


def _form(person: Person, script: str) -> str:
    """The first wording of a name that is in a script; nothing where the knowledge has none."""
    wordings = (*with_abbreviation(person.name), *person.spellings)
    return next((wording for wording in wordings if _script_of(wording) == script), "")


def _script_of(wording: str) -> str:
    if has_hanja(wording):
        return "hanja"
    return "hangul" if has_hangul(wording) else "latin"
