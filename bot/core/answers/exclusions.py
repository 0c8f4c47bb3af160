"""Who else: the people or bodies of a row, a role or a family name, without those that the question leaves out."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.answers.identity import tell_cards
from bot.core.answers.refusals import not_announced
from bot.core.drafts import Basis, Draft, combine
from bot.core.grounding import find_people, find_sessions
from bot.core.inquiry import Inquiry
from bot.core.model import Person, Session
from bot.core.reading import Frame
from bot.core.relations import chairs, members, speakers_of

_ASKED = frozenset({"who", "name", "title", "affiliation", "participants", "list", "attend", "what", "certain"})
_LEFT_OUT = ("person", "org", "place", "title", "honorific", "role")


def answer_exclusion(inquiry: Inquiry) -> Draft | None:
    """Answer who else there is, where somebody or some body is left out: "besides the chair"."""
    frame = inquiry.frame
    if not frame.has("except") or frame.asks - _asked(frame) or not frame.has(*_LEFT_OUT):
        return None
    rows = [row for row in _rows(inquiry) if row.participants or _seated(inquiry, row)]
    if rows:
        return combine(_others_of_row(inquiry, row) for row in rows)
    group = _group(inquiry)
    others = [person for person in group if person.id not in frame.values("person")]
    if not group or len(others) == len(group):
        return None
    if not others:
        return not_announced(inquiry, inquiry.voice.say("nobody_there"))
    return tell_cards(inquiry, others)


def _asked(frame: Frame) -> frozenset[str]:
    """What may be asked of those who are left: of bodies, "어디" is which one."""
    return _ASKED | {"where"} if frame.has("org") and "participants" in frame.asks else _ASKED


def _rows(inquiry: Inquiry) -> Sequence[Session]:
    """The rows several people speak in that are named or were spoken of, else those of the panel."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    named = [row for row in find_sessions(frame, knowledge) if row.kind != "talks"]
    paths = (*inquiry.context.about, *inquiry.context.named) if frame.has("reference") else ()
    panels = knowledge.sessions_by_kind.get("discussion", ())
    spoken_of = [row for row in panels if row.path in paths]
    return named or spoken_of or (panels if "discussant" in frame.values("role") else ())


def _group(inquiry: Inquiry) -> Sequence[Person]:
    """The speakers, where it is they; else the people of a family name."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    if frame.has("family", "family_latin"):
        return find_people(frame.without("person"), knowledge)
    if frame.has("talks") or "speaker" in frame.values("role"):
        return speakers_of(knowledge.held_talks, knowledge)
    if frame.has("role", "named_role"):
        return find_people(frame.without("person", "title", "honorific"), knowledge)
    own = {p.organisation for id_ in frame.values("person") if (p := knowledge.person_by_id.get(id_))}
    return members([id_ for id_ in frame.values("org") if id_ in own], knowledge)


def _seated(inquiry: Inquiry, row: Session) -> Sequence[Person]:
    """Who speaks in a row; of the only panel, whom the knowledge calls its discussants."""
    knowledge = inquiry.knowledge
    people = [p for id_ in row.speakers if (p := knowledge.person_by_id.get(id_))]
    is_only = len(knowledge.sessions_by_kind.get("discussion", ())) == 1
    named = knowledge.people_by_role.get("discussant", ()) if is_only and not people else ()
    return [p for p in (*people, *named) if not p.withheld and p.is_certain]


def _others_of_row(inquiry: Inquiry, row: Session) -> Draft:
    """The chair and the speakers of a row, else its participants, without those left out."""
    frame, voice, knowledge = inquiry.frame, inquiry.voice, inquiry.knowledge
    out = {p.id for p in find_people(frame.without("role", "kind"), knowledge)}
    out |= {row.chair or ""} if "chair" in frame.values("role") else set()
    seated = [*(chairs([row], knowledge) if frame.has("person", "title") else ()), *_seated(inquiry, row)]
    left = [p for p in dict.fromkeys(seated) if p.id not in out]
    bodies = {w for id_ in frame.values("org", "place") for w in knowledge.organisation_by_id[id_].name.wordings}
    texts = [voice.text(text) for text in row.participants if bodies.isdisjoint(text.wordings)]
    made = tell_cards(inquiry, left) if left else Draft(())
    if not texts or (left and not bodies):
        return made if left else not_announced(inquiry, voice.say("nobody_there"), row)
    line = voice.say("session_participants", names=voice.join(texts))
    return replace(made, lines=(*made.lines, line), rests_on=(*made.rests_on, Basis(row, "participants")))
