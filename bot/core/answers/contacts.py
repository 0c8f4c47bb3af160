"""Whom to call."""

from bot.core.answers.press import tell_staff
from bot.core.answers.refusals import not_announced
from bot.core.claims import claimed_count
from bot.core.drafts import Basis, Draft, draft
from bot.core.hosting import listed
from bot.core.inquiry import Inquiry
from bot.core.language import Sense
from bot.core.model import Contact, Person, Session
from bot.core.purposes import contacts_for_purpose, says_only_purpose

_OF_A_PERSON = frozenset({
    "person", "family", "family_latin", "title", "honorific", "courtesy", "department", "org", "place", "ask",
    "interrogative", "withheld_title", "organisation_noun", "reference",
})  # fmt: skip
_OF_CONTACTS = frozenset({"phone", "number", "where", "when"})


def answer_contact(inquiry: Inquiry) -> Draft | None:
    """Answer a question for a contact or a phone number, of a person where one is named."""
    frame, voice = inquiry.frame, inquiry.voice
    if (not frame.asks_any("contact", "phone") and not frame.has("contact")) or _asks_for_head(inquiry):
        return None
    numbers = {s.value for s, token in frame.senses if s.kind == "contact" and token.typed.replace("-", "").isdigit()}
    if numbers:
        return tell_contacts(inquiry, [c for c in inquiry.facts.contacts if c.id in numbers])
    if frame.asks & {"contact"} and frame.has("person") and not frame.asks_any("phone", "who", "name", "title"):
        return None if _is_their_own(inquiry) else _whom_to_ask(inquiry)
    counted = any(value.endswith("명") for value in frame.values("quantity"))
    if frame.has("person", "title", "family", "family_latin", "talk", "ordinal") or ("who" in frame.asks and counted):
        return None  # 국토정책과 직원 세 명 누구누구: its people, not its number
    if frame.has("role") and not says_only_purpose(frame, inquiry.knowledge):
        return None
    if not inquiry.facts.contacts:
        return not_announced(inquiry, voice.say("contact_unknown"))
    strangers = _organisations_without_contact(inquiry)
    if strangers:
        topic = voice.say("contact_of", names=voice.join(strangers))
        return not_announced(inquiry, voice.say("not_announced", topic=topic))
    if _asks_staff(inquiry) and (staff := tell_staff(inquiry)):
        return staff
    named = [c for c in inquiry.facts.contacts if c.id in frame.values("contact")]
    meant = named or contacts_for_purpose(frame, inquiry.knowledge) or _for_row_spoken_of(inquiry)
    return tell_contacts(inquiry, meant or list(inquiry.facts.contacts[:1]))


def _is_their_own(inquiry: Inquiry) -> bool:
    """Whether it is asked how somebody named is reached, not whom to ask: 김 교수 연락처, not 김 교수 발표 문의처."""
    senses = inquiry.frame.senses
    asking = {token for sense, token in senses if sense == Sense("ask", "contact")}
    own = listed(inquiry.frame, "own_contacts", inquiry.knowledge)
    others = {sense.kind for sense, _ in senses} - _OF_A_PERSON
    return bool(asking) and asking <= own and not others


def _for_row_spoken_of(inquiry: Inquiry) -> list[Contact]:
    """The contact for the row that the conversation is about: "when is the tour? who do I call about it?"."""
    if not inquiry.frame.has("reference") or inquiry.context.age:
        return []
    entries = (inquiry.knowledge.entry_by_path.get(path) for path in inquiry.context.about)
    titles = [wording for entry in entries if isinstance(entry, Session) for wording in entry.title.wordings]
    return contacts_for_purpose(inquiry.frame.without("reference"), inquiry.knowledge, *titles) if titles else []


def _asks_for_head(inquiry: Inquiry) -> bool:
    """Whether it is asked who heads the department, not how to reach it."""
    return inquiry.frame.has("head") and "phone" not in inquiry.frame.asks


def _asks_staff(inquiry: Inquiry) -> bool:
    """Whether all in charge of the release are asked for, or how many they are: 담당자 다, 담당 공무원 세 사람."""
    frame = inquiry.frame
    if "contact" not in frame.asks or frame.asks & _OF_CONTACTS or frame.has("org", "seminar", "kind", "session"):
        return False
    several = bool(frame.asks & {"list", "count"}) or (claimed_count(frame) or 1) > 1
    return several and (frame.has("release") or frame.asks_any("name", "title", "who"))


def _whom_to_ask(inquiry: Inquiry) -> Draft | None:
    """Whom to ask, where somebody is named as the one: that person if so, else the right one."""
    asked = set(inquiry.frame.values("person"))
    own = [c for c in inquiry.facts.contacts if c.person in asked]
    return tell_contacts(inquiry, own or list(inquiry.facts.contacts[:1])) if inquiry.facts.contacts else None


def _organisations_without_contact(inquiry: Inquiry) -> list[str]:
    """The names of the organisations asked about, where none of the contacts belongs to one of them."""
    wanted = set(inquiry.frame.values("org"))
    named = [o for o in inquiry.facts.organisations if o.id in wanted]
    for contact in inquiry.facts.contacts:
        person = inquiry.knowledge.person_by_id.get(contact.person or "")
        office = " ".join(contact.name.wordings) if contact.name else ""
        if (person and person.organisation in wanted) or any(w in office for o in named for w in o.name.wordings):
            return []
    return [inquiry.voice.text(o.name) for o in named]


def tell_contacts(inquiry: Inquiry, contacts: list[Contact]) -> Draft:
    """Say who to call."""
    voice = inquiry.voice
    lines = tuple(voice.contact(contact) for contact in contacts)
    basis = tuple(Basis(contact, "phones") for contact in contacts)
    people = (inquiry.knowledge.person_by_id.get(contact.person or "") for contact in contacts)
    return Draft(lines, basis, about=(*filter(None, people), *contacts))


def phone_of(inquiry: Inquiry, person: Person) -> Draft:
    """Say a person's number, or that of their department; else that it was not announced."""
    voice = inquiry.voice
    own = [c for c in inquiry.facts.contacts if c.person == person.id]
    if own:
        return tell_contacts(inquiry, own)
    shared = [c for c in inquiry.facts.contacts if c.person is None and person.department and c.name
              and voice.text(person.department) in voice.text(c.name)]  # fmt: skip
    if shared:
        return draft(voice.contact(shared[0]), (shared[0], "phones"))
    return not_announced(inquiry, voice.say("person_phone_unknown", person=voice.name_title(person)), person)
