"""Questions about people: by name, title, role or organisation, and what of them is asked."""

import re
from collections.abc import Callable, Sequence

from bot.core.answers import sessions, talk_times, talks
from bot.core.answers.chairing import chaired_rows, tell_chaired
from bot.core.answers.contacts import phone_of
from bot.core.answers.identity import cancelled_parts, identify, tell_affiliation, tell_cards, tell_role, tell_title
from bot.core.answers.premises import answer_premise
from bot.core.answers.refusals import not_announced, unconfirmed_people
from bot.core.answers.unsure import tell_unsure
from bot.core.choices import entry_choice
from bot.core.claims import claimed_count, judged
from bot.core.drafts import Basis, Draft, combine
from bot.core.grounding import find_people, find_sessions, find_talks
from bot.core.inquiry import Inquiry
from bot.core.model import Person, Session
from bot.core.polarity import asks_whether_done
from bot.core.reading import NAMED_ONE
from bot.core.relations import talks_of
from bot.core.reply import Outcome

_IDENTITY = frozenset({"who", "name", "title", "affiliation", "list", "what", "certain", "participants"})
_REPORTED = re.compile(r"[다자]고 ?(?:해|하|보|말|생각|주장|봐)")  # "…가 필요하다고 해요"


def answer_people(inquiry: Inquiry) -> Draft | None:
    """Answer a question that names people: by name, title, role, or through their organisation."""
    frame = inquiry.frame
    if not frame.has(*NAMED_ONE, "title", "department", "role", "named_role", "honorific", "head"):
        return None
    if frame.has("session", "kind") and frame.values("role") == ("speaker",) and not frame.has(*NAMED_ONE, "talks"):
        rows = [row for row in find_sessions(frame, inquiry.knowledge) if row.kind != "talks"]
        if rows:
            return sessions.tell_who(inquiry, rows)
    people = find_people(frame, inquiry.knowledge)
    if not people and not frame.has(*NAMED_ONE, "title", "department", "role", "named_role", "head"):
        return None
    certain = [p for p in people if not p.withheld]
    if people and not certain:
        return unconfirmed_people(inquiry, people)
    if not certain:
        return _nobody(inquiry)
    if len(certain) == 1 and (unsure := tell_unsure(inquiry, certain[0])):
        return unsure
    premise = answer_premise(inquiry, certain)
    if premise:
        return premise
    if len(certain) > 1 and frame.has("family", "family_latin") and not frame.has("person") and not _means_all(inquiry):
        return _which_person(inquiry, certain)
    return describe(inquiry, certain)


def _means_all(inquiry: Inquiry) -> bool:
    """Whether a family name stands for all who bear it: 박씨 두 분, 박씨가 누구누구, who has the surname Park."""
    frame = inquiry.frame
    is_several = (claimed_count(frame) or 1) > 1 or "two" in frame.values("reference")
    return is_several or frame.has("surname") or frame.asks_any("each", "count", "list")


def describe(inquiry: Inquiry, people: Sequence[Person]) -> Draft:
    """Say of these people what is asked of them."""
    asks = inquiry.frame.asks
    if (
        "attend" in asks
        and not asks & (_IDENTITY | {"when", "heading", "content"})
        and inquiry.frame.has(*NAMED_ONE, "title")
    ):
        return _attendance(inquiry, people)
    if inquiry.frame.moments & {"over", "now"} and not asks - {"certain", "attend", "what", "start", "end"}:
        return _of_their_talks(talks.tell_progress)(inquiry, people)
    if inquiry.frame.moments & {"next", "previous"} and inquiry.frame.has("session", "kind"):
        return _of_their_talks(talk_times.tell_when)(inquiry, people)
    if inquiry.frame.moments & {"next", "previous"} and any(talks_of(p, inquiry.knowledge) for p in people):
        return _beside(inquiry)
    led = chaired_rows(inquiry, people)
    if led:
        return tell_chaired(inquiry, people[0], led)
    reported = _REPORTED.search(inquiry.frame.parse.line.text)
    says = inquiry.frame.has("summary_word", "topic_word") or inquiry.frame.unexplained or ("what" in asks and reported)
    if asks <= {"what"} and says and any(talks_of(p, inquiry.knowledge) for p in people):
        return _of_their_talks(talks.tell_content)(inquiry, people)
    if "rank" in asks and len(people) == 1:
        return not_announced(inquiry, inquiry.voice.say("not_announced_thing"), *people)
    if "where" in asks and not any(talks_of(p, inquiry.knowledge) or _rows_of(inquiry, [p]) for p in people):
        return tell_cards(inquiry, people)
    given = talks_of(people[0], inquiry.knowledge)
    if "count" in asks and inquiry.frame.has("talks") and len(people) == 1 and given:
        return talks.tell_count(inquiry, given) + talks.tell_heading(inquiry, given)
    if "count" in asks and inquiry.frame.has("person") and len(people) == 1:
        return not_announced(inquiry, inquiry.voice.say("not_announced_thing"), *people)
    if asks_whether_done(inquiry.frame, inquiry.knowledge):
        return not_announced(inquiry, inquiry.voice.say("not_announced_thing"), *people)  # no card says whether they do
    told = [state(inquiry, people) for ask, state in _STATEMENTS if ask in asks and _applies(ask, inquiry)]
    if not told or (asks & {"who", "name"} and not asks & {"title", "affiliation"}):
        told.insert(0, identify(inquiry, people))
    return combine(told)


def _beside(inquiry: Inquiry) -> Draft:
    """The talk before or after somebody's; after the last one, what the programme goes on with."""
    beside = find_talks(inquiry.frame, inquiry.knowledge)
    if beside:
        return talks.describe(inquiry, beside)
    return talks.tell_end_of_talks(inquiry)


def _attendance(inquiry: Inquiry, people: Sequence[Person]) -> Draft:
    """Whether somebody comes: what they give or chair, where they do; else that it was not announced."""
    active = [p for p in people if talks_of(p, inquiry.knowledge) or _rows_of(inquiry, [p])]
    if active:
        return identify(inquiry, active)
    name = inquiry.voice.name_title(people[0])
    return not_announced(inquiry, inquiry.voice.say("attendance_unknown", name=name), *people)


def _applies(ask: str, inquiry: Inquiry) -> bool:
    """Whether an ask is about the people themselves here: "발표 제목" asks for a heading, "그분 직함" for a title."""
    if ask in ("content", "topic_of"):
        return not inquiry.frame.asks_any("who", "name") and not inquiry.frame.asks_any("title", "affiliation")
    if ask == "quote":  # 몇 분 동안 말씀하시는지
        return not inquiry.frame.asks_any("duration", "start", "end", "each")
    return True


def _count(inquiry: Inquiry, people: Sequence[Person]) -> Draft:
    voice = inquiry.voice
    names = voice.join(voice.name(person) for person in people)
    basis = tuple(b for person in people for b in (Basis(person, "name"), *cancelled_parts(inquiry, person)))
    line = voice.say("count_people", count=len(people), names=names)
    return Draft((judged(voice, line, claimed_count(inquiry.frame), len(people)),), basis, about=tuple(people))


def _phone(inquiry: Inquiry, people: Sequence[Person]) -> Draft:
    return phone_of(inquiry, people[0])


def _of_their_talks(state: Callable[..., Draft]) -> Callable[[Inquiry, Sequence[Person]], Draft]:
    def state_of_talks(inquiry: Inquiry, people: Sequence[Person]) -> Draft:
        given = [talk for person in people for talk in talks_of(person, inquiry.knowledge)]
        if given:
            made: Draft = state(inquiry, given)
            return Draft(
                made.lines,
                made.rests_on,
                made.outcome,
                made.title,
                tuple(people) + made.about,
                made.choices,
                made.is_released,
            )
        rows = _rows_of(inquiry, people)
        if rows:
            return sessions.describe(inquiry, rows)
        if any(person.name.ko in inquiry.knowledge.former_parts_by_name for person in people):
            return identify(inquiry, people)  # somebody else does now what they were to do
        return not_announced(inquiry, inquiry.voice.say("not_announced_thing"), *people)

    return state_of_talks


def _rows_of(inquiry: Inquiry, people: Sequence[Person]) -> list[Session]:
    ids = {person.id for person in people}
    named = find_sessions(inquiry.frame, inquiry.knowledge)
    if not named:
        return inquiry.knowledge.in_order(s for id_ in ids for s in inquiry.knowledge.rows_by_person.get(id_, ()))
    return [s for s in named if s.chair in ids or ids & set(s.speakers)]


_STATEMENTS: tuple[tuple[str, Callable[[Inquiry, Sequence[Person]], Draft]], ...] = (
    ("count", _count),
    ("rank", tell_cards),
    ("title", tell_title),
    ("affiliation", tell_affiliation),
    ("role", tell_role),
    ("phone", _phone),
    ("contact", _phone),
    ("heading", _of_their_talks(talks.tell_heading)),
    ("theme", _of_their_talks(talks.tell_heading)),
    ("content", _of_their_talks(talks.tell_content)),
    ("quote", _of_their_talks(talks.tell_content)),
    ("order", _of_their_talks(talks.tell_order)),
    ("when", _of_their_talks(talk_times.tell_when)),
    ("date", _of_their_talks(talk_times.tell_when)),
    ("weekday", _of_their_talks(talk_times.tell_when)),
    ("start", _of_their_talks(talk_times.tell_when)),
    ("end", _of_their_talks(talk_times.tell_when)),
    ("exact", _of_their_talks(talk_times.tell_when)),
    ("each", _of_their_talks(talk_times.tell_when)),
    ("duration", _of_their_talks(talk_times.tell_duration)),
    ("remaining", _of_their_talks(talk_times.tell_when)),
    ("where", _of_their_talks(talks.tell_where)),
    ("part", _of_their_talks(talks.tell_part)),
)


def _nobody(inquiry: Inquiry) -> Draft:
    frame, voice = inquiry.frame, inquiry.voice
    roles = frame.values("role")
    if "speaker" in roles and (given := find_talks(frame, inquiry.knowledge)):
        return talks.tell_speakers(inquiry, given)
    if "speaker" in roles and frame.has("ordinal"):
        return not_announced(inquiry, voice.say("no_such_talk", count=len(inquiry.facts.talks)))
    if "discussant" in roles:
        return unconfirmed_people(inquiry, ())
    if "chair" in roles and (unsure := [row for row in inquiry.facts.sessions if _is_unsure_of_chair(row)]):
        return combine(sessions.tell_uncertain(inquiry, row) for row in unsure)
    if roles:
        name = voice.name_of("role", roles[0])
        return not_announced(inquiry, voice.say("nobody_with_role", role=name))
    return not_announced(inquiry, voice.say("nobody_there"))


def _is_unsure_of_chair(row: Session) -> bool:
    """Whether a row has a chair who is not confirmed."""
    return any(note.field == "chair" and note.is_unsure_of_whom for note in row.notes)


def _which_person(inquiry: Inquiry, people: Sequence[Person]) -> Draft:
    voice = inquiry.voice
    choices = tuple(entry_choice(voice, "who", person) for person in people[:3])
    return Draft((voice.say("which"),), outcome=Outcome.CHOICES, choices=choices)
