"""Who sits on a panel, chairs or greets, where that is not confirmed."""

from bot.core.answers import row_times
from bot.core.answers.identity import tell_cards
from bot.core.answers.refusals import not_announced, unconfirmed_people
from bot.core.answers.sessions import tell_participants, tell_uncertain, tell_who
from bot.core.drafts import Basis, Draft, combine
from bot.core.grounding import find_people, find_sessions
from bot.core.inquiry import Inquiry
from bot.core.model import Person, Session
from bot.core.naming import posts_of
from bot.core.polarity import is_polar
from bot.core.text import normalise
from bot.core.verdicts import with_verdict

_OF_PARTICIPANTS = frozenset(
    {"attend", "certain", "when", "start", "what", "participants", "where", "released", "who", "name"}
)
_OF_THEMSELVES = frozenset({"title", "affiliation", "phone", "number", "contact", "heading", "content"})
_OF_THE_ROW = frozenset({"when", "start", "end", "where", "heading", "content"})


def answer_notes(inquiry: Inquiry) -> Draft | None:
    """Answer a question for what is not confirmed of a row: its speaker or chair, by name or by asking who."""
    frame = inquiry.frame
    noted = [inquiry.knowledge.entry_by_path[path.rpartition(".")[0]] for path in frame.values("note")]
    named = find_sessions(frame, inquiry.knowledge)
    noted = [entry for entry in noted if not named or entry in named]
    if frame.has("person") and not named and frame.asks & _OF_THEMSELVES:
        return None  # what somebody is, whatever they are not confirmed for
    if noted and isinstance(noted[0], Session):
        told, asked = tell_uncertain(inquiry, noted[0]), find_people(frame, inquiry.knowledge)
        is_who = frame.asks == {"who"} and not named and not frame.has("role", "kind") and asked
        return tell_cards(inquiry, asked) + told if is_who else told
    if _asks_who_of_a_body(inquiry):
        return unconfirmed_people(inquiry, [p for p in inquiry.facts.people if p.withheld])
    rows = find_sessions(frame, inquiry.knowledge)
    roles = set(frame.values("role"))
    if (
        rows
        and "attend" not in frame.asks
        and frame.has("person", "title", "honorific")
        and not frame.has("talks", "talk", "topic_word")
    ):
        unsure = [row for row in rows if any(n.field == "speaker" and not n.is_certain for n in row.notes)]
        if unsure:
            return tell_uncertain(inquiry, unsure[0])
    if rows and roles & {"chair", "mc"} and not frame.asks & _OF_THE_ROW:
        uncertain = [row for row in rows if any(n.field == "chair" and not n.is_certain for n in row.notes)]
        return tell_uncertain(inquiry, uncertain[0]) if uncertain else None
    return None


def answer_participants(inquiry: Inquiry) -> Draft | None:
    """Answer whether, and in which row, somebody who is listed only as a participant takes part."""
    frame, knowledge, voice = inquiry.frame, inquiry.knowledge, inquiry.voice
    ids = frame.values("participant")
    if not ids or frame.has("org", "person") or frame.asks - _OF_PARTICIPANTS:
        return None
    rows = [knowledge.session_by_id[id_] for id_ in ids]
    if frame.asks_any("who", "name"):
        return not_announced(inquiry, voice.say("not_announced_thing"), *rows)
    named = find_sessions(frame, knowledge)
    if named and not set(rows) & set(named):
        return with_verdict(tell_participants(inquiry, rows), None, voice)
    taking = (voice.join(voice.text(p) for p in row.participants) for row in rows)
    lines = tuple(voice.say("session_participants", names=names) for names in taking)
    made = Draft(lines, tuple(Basis(row, "participants") for row in rows), about=tuple(rows))
    if is_polar(frame, knowledge):
        return with_verdict(made, True, voice)
    return combine([row_times.tell_when(inquiry, rows), made])


def _confirmed_panellists(inquiry: Inquiry) -> list[Person]:
    """The people named who are known to sit on a panel."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    if not frame.has("person", "family", "family_latin") or frame.asks - {"certain", "attend", "participants"}:
        return []
    if "discussant" not in frame.values("role") or frame.has("talks", "day", "time", "except"):
        return []
    named = find_people(frame.without("role"), knowledge)
    seated = {id_ for row in knowledge.sessions_by_kind.get("discussion", ()) for id_ in row.speakers}
    sits = [p for p in named if p.id in seated or "discussant" in knowledge.roles_by_person[p.id]]
    return [] if any(p.withheld for p in named) else sits


def _is_not_seated(inquiry: Inquiry) -> bool:
    """Whether somebody is taken for a panellist of a panel whose people are all known, and is none of them."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    if not frame.has("person") or frame.asks - {"certain", "attend"} or not is_polar(frame, knowledge):
        return False
    if "discussant" not in frame.values("role") or frame.has("talks", "day", "except", "wrong", "title_word"):
        return False
    rows = _full_panels(inquiry)
    seated = {id_ for row in rows for id_ in (row.chair, *row.speakers)}
    named = [knowledge.person_by_id[id_] for id_ in frame.values("person")]
    return bool(rows) and not any(p.withheld or p.roles or p.id in seated for p in named)


def _full_panels(inquiry: Inquiry) -> list[Session]:
    """The discussions, where the people of each are known."""
    rows = list(inquiry.knowledge.sessions_by_kind.get("discussion", ()))
    return rows if all(row.speakers for row in rows) else []


def _asks_who_of_a_body(inquiry: Inquiry) -> bool:
    """Whether it is asked whom a body sends to a discussion whose people are not confirmed."""
    frame = inquiry.frame
    rows = [row for row in find_sessions(frame, inquiry.knowledge) if row.participants and not row.speakers]
    asks = frame.asks_any("who", "name") and frame.has("org", "title", "department") and not frame.has("role", "person")
    return bool(rows) and asks


def answer_discussants(inquiry: Inquiry) -> Draft | None:
    """Answer who sits on the panel: confirmed people, else that the list is not confirmed and who takes part."""
    frame = inquiry.frame
    if "discussant" not in frame.values("role") and not frame.has("person", "withheld_title"):
        return None
    confirmed = _confirmed_panellists(inquiry)
    if confirmed:
        return with_verdict(tell_cards(inquiry, confirmed), is_polar(frame, inquiry.knowledge) or None, inquiry.voice)
    if _is_not_seated(inquiry):
        return with_verdict(tell_who(inquiry, _full_panels(inquiry)), False, inquiry.voice)
    holders = _holders_of_post(inquiry)
    if holders:
        return _tell_holders(inquiry, holders)
    if "discussant" in frame.values("role") and frame.has("person", "title", "department"):
        unsure = [p for p in inquiry.facts.people if p.withheld]
        if unsure:
            return unconfirmed_people(inquiry, unsure)
    held = [inquiry.knowledge.person_by_id[id_] for id_ in frame.values("withheld_title")]
    if held:
        return unconfirmed_people(inquiry, held)
    people = find_people(frame, inquiry.knowledge)
    withheld = [p for p in people if p.withheld]
    if frame.has("person") and withheld:
        return unconfirmed_people(inquiry, withheld)
    if any(not p.withheld for p in people) or (not people and frame.has("person")):
        return None
    rows = [row for row in inquiry.facts.sessions if row.kind == "discussion" and row.participants]
    asks_for_bodies = frame.asks_any("participants", "affiliation") and not frame.asks_any("who", "name", "certain")
    if rows and asks_for_bodies and not frame.has("person"):
        return tell_participants(inquiry, rows)
    if rows and not people and not frame.asks_any("who", "name", "certain", "list"):
        return tell_participants(inquiry, rows)
    return unconfirmed_people(inquiry, people)


def _holders_of_post(inquiry: Inquiry) -> list[Person]:
    """Who is confirmed in a post that is asked about, where it is an unconfirmed person's as well."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    ids = (*frame.values("person"), *frame.values("withheld_title"))
    if not any(p.withheld for id_ in ids if (p := knowledge.person_by_id.get(id_))):
        return []
    if frame.has("department") and frame.has("title"):
        found = find_people(frame.without("person", "role"), knowledge)
        return [p for p in found if p.department and not p.withheld]
    titled = [knowledge.person_by_id[id_] for id_ in frame.values("withheld_title")]
    posts = {word for p in titled if p.title for w in p.title.wordings for word in [_words(w)]}
    return [p for p in inquiry.facts.people if not p.withheld and posts & {_words(post) for post in posts_of(p)}]


def _words(post: str) -> frozenset[str]:
    """The words of a post in any order: "director of the Policy Division", "Policy Division director"."""
    return frozenset(normalise(post).split()) - {"of", "the"}


def _tell_holders(inquiry: Inquiry, holders: list[Person]) -> Draft:
    """Name who is confirmed in the post; of an unconfirmed name, that it is not."""
    voice, frame = inquiry.voice, inquiry.frame
    lines = [voice.person(person) for person in holders]
    unsure = [p for id_ in frame.values("person") if (p := inquiry.knowledge.person_by_id.get(id_)) and p.withheld]
    if unsure:
        role = voice.text(unsure[0].roles[0]) if unsure[0].roles else voice.name_of("role", "discussant")
        lines.append(voice.say("unconfirmed_person", role=role))
    return Draft(tuple(lines), tuple(Basis(p, "title") for p in holders), about=tuple(holders))
