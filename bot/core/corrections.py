"""What is put right aloud of how a question is written: a wrong name, another body, a word that was repaired."""

from dataclasses import replace

from bot.core.drafts import Draft
from bot.core.grounding import find_people
from bot.core.inquiry import Inquiry
from bot.core.model import Organisation
from bot.core.other_bodies import bodies_claimed


def with_corrections(inquiry: Inquiry, made: Draft) -> Draft:
    """Lead with the right name where a known-wrong one was typed; end with what a mistyped name was taken for."""
    frame, voice = inquiry.frame, inquiry.voice
    before, after = [], []
    for sense, token in frame.senses:
        if sense.kind == "wrong":
            entry = inquiry.knowledge.entry_by_path[sense.value]
            kind = sense.value.partition(".")[0]
            key = "corrected_title" if kind == "schedule" else "corrected_name"
            if isinstance(entry, Organisation):
                if _names_others_than_of(entry, inquiry):
                    continue
                key = "corrected_organisation"
            before.append(voice.say(key, wrong=_as_typed(token.mistyped or token.typed), right=voice.label(entry)))
    for token in frame.parse.tokens:
        kinds = {sense.kind for sense in token.word.senses} if token.word and token.slips else set()
        if token.word and kinds & {"person", "org", "talk"} and "wrong" not in kinds:
            after.append(voice.say("understood", typed=_as_typed(token.mistyped or token.typed), meant=token.word.text))
    before += _right_body(inquiry, made)
    if not before and not after:
        return made
    lines = (*dict.fromkeys(before), *made.lines, *dict.fromkeys(after))
    return replace(made, lines=lines)


def _right_body(inquiry: Inquiry, made: Draft) -> list[str]:
    """Who somebody is who was named together with a body that is not theirs; nothing where the reply says so."""
    people = find_people(inquiry.frame, inquiry.knowledge) if inquiry.frame.has("person") else ()
    told = any(basis.field == "organisation" for basis in made.rests_on)
    if len(people) != 1 or told or people[0].withheld or not inquiry.voice.organisation_of(people[0]):
        return []
    right = inquiry.voice.person(people[0])
    wrong = bodies_claimed(inquiry.frame)
    return [inquiry.voice.say("corrected_organisation", wrong=_as_typed(body), right=right) for body in wrong]


def _names_others_than_of(organisation: Organisation, inquiry: Inquiry) -> bool:
    """Whether people are named of whom none is of an organisation: whatever it is called, it is not theirs."""
    people = [inquiry.knowledge.person_by_id[id_] for id_ in inquiry.frame.values("person")]
    return bool(people) and all(person.organisation != organisation.id for person in people)


def _as_typed(typed: str) -> str:
    return typed.upper() if typed.isascii() and len(typed) <= 3 else typed
