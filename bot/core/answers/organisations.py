"""Organisations: who comes from them, what they give, what part they have, what they are called in full."""

from collections.abc import Sequence

from bot.core.answers import sessions, talks
from bot.core.answers.people import describe
from bot.core.answers.refusals import not_announced, unconfirmed_people
from bot.core.drafts import Basis, Draft, draft
from bot.core.grounding import find_sessions, is_courtesy
from bot.core.inquiry import Inquiry
from bot.core.model import Person
from bot.core.relations import members, takes_part, talks_of

_IDENTITY = frozenset({"who", "name", "title", "affiliation", "list", "what", "certain", "participants"})
_NAMING = ("person", "family", "family_latin", "title", "role")


def answer_organisation(inquiry: Inquiry) -> Draft | None:
    """Answer a question about an organisation: its people, what they give, its part in the seminar."""
    frame, voice, knowledge = inquiry.frame, inquiry.voice, inquiry.knowledge
    ids = frame.values("org", "place")
    if not ids:
        return None
    if frame.has("seminar") and not frame.has("talks") and not frame.asks & {"who", "name", "role", "fullname"}:
        return None
    theirs = [row for row in find_sessions(frame, knowledge) if set(ids) & set(row.speakers)]
    if theirs and frame.asks_any("who", "name"):
        return sessions.tell_who(inquiry, theirs)  # whom a body sends to give the row named
    if ((frame.asks == {"what"} and not frame.has("talks")) or "fullname" in frame.asks) and frame.has("org"):
        return _full_names(inquiry)
    if frame.has("talks", "topic_word") and not frame.asks_any("who", "name"):
        found = talks.answer_talks(inquiry)
        if found:
            return found
    people = members(ids, knowledge)
    if frame.asks == {"count"} and not frame.has("talks", "role"):
        return _tell_count(inquiry, [person for person in people if takes_part(person, knowledge)])
    if frame.has("talks"):
        people = [p for p in people if talks_of(p, knowledge)] or people
    if people and (
        frame.asks & _IDENTITY
        or not frame.asks
        or frame.asks_any("heading", "content", "when", "role", "phone", "contact", "count")
    ):
        return describe(inquiry, people)
    hosted = [h for h in inquiry.facts.seminar.hosts if h.organisation in ids]
    if hosted:
        names = voice.text(knowledge.organisation_by_id[hosted[0].organisation].name)
        return draft(voice.say("host", role=voice.text(hosted[0].role), names=names), (hosted[0], "role"))
    taking = [
        s
        for s in inquiry.facts.sessions
        if any(voice.text(knowledge.organisation_by_id[i].name) == voice.text(p) for i in ids for p in s.participants)
    ]
    if taking and not people and frame.asks_any("who", "name"):
        return unconfirmed_people(inquiry, [p for p in inquiry.facts.people if p.withheld])
    if taking and not people:
        return sessions.tell_participants(inquiry, taking)
    return None


def _tell_count(inquiry: Inquiry, people: Sequence[Person]) -> Draft | None:
    """Say who of a body has a part in the programme; how many come to listen was not announced."""
    if not people:
        return None
    voice = inquiry.voice
    names = voice.join(voice.person(person) for person in people)
    line = voice.say("count_members", count=len(people), names=names)
    return Draft((line,), tuple(Basis(person, "organisation") for person in people), about=tuple(people))


def _full_names(inquiry: Inquiry) -> Draft:
    named = [inquiry.knowledge.organisation_by_id[id_] for id_ in inquiry.frame.values("org")]
    lines = tuple(" / ".join(organisation.name.wordings) for organisation in named)
    return Draft(lines, tuple(Basis(o, "name") for o in named), about=tuple(named))


def answer_strange_title(inquiry: Inquiry) -> Draft | None:
    """A title that nobody here holds, of an organisation that is named: 해양수산부 장관."""
    frame = inquiry.frame
    if not frame.has("honorific") or frame.has(*_NAMING) or not frame.has("org", "department"):
        return None
    if all(is_courtesy(honorific, inquiry.knowledge) for honorific in frame.values("honorific")):
        return None
    return not_announced(inquiry, inquiry.voice.say("nobody_there"))
