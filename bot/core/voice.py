"""The bot's voice: facts put into words of one language. Every sentence comes from the language's data."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.core.knowledge import Knowledge
from bot.core.language import Sense, Speech
from bot.core.model import Contact, Embargo, Entry, Language, Person, Session, Talk, Text
from bot.core.particles import fit_particles

_TOPIC, _OBJECT, _SUBJECT, _AS = "은(는)", "을(를)", "이(가)", "(으)로"
_PARTICLES = {"topic": _TOPIC, "object": _OBJECT, "subject": _SUBJECT, "as": _AS}
_MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class Voice:
    """Puts facts into words. ``now`` is a time of the seminar's zone."""

    knowledge: Knowledge
    language: Language
    now: datetime

    @property
    def speech(self) -> Speech:
        """The language spoken."""
        return self.knowledge.speeches[self.language]

    def say(self, key: str, **values: object) -> str:
        """Return the sentence ``key``; ``<name>_topic`` and the like are the value with its Korean particle."""
        for field in self.speech.fields[key]:
            name, _, particle = field.rpartition("_")
            if field not in values and name in values:
                values[field] = self.marked(values[name], _PARTICLES[particle])
        return self.speech.say(key, **values)

    def marked(self, value: object, particle: str) -> str:
        """The value with a Korean particle; in English the value alone."""
        return fit_particles(f"{value}{particle}") if self.language == "ko" else str(value)

    def text(self, text: Text | None) -> str:
        """The wording in this language; nothing where there is none."""
        return text.to(self.language) if text else ""

    def name_of(self, kind: str, value: str) -> str:
        """What the language calls a role, a medium, a kind of session or a topic."""
        return self.speech.names.get(Sense(kind, value), value)

    # times and dates

    def time(self, moment: dt.time | datetime) -> str:
        """14:05."""
        return self.speech.say("time", hour=f"{moment.hour:02}", minute=f"{moment.minute:02}")

    def date(self, day: dt.date) -> str:
        """9월 25일(금), Fri 25 Sep; with its year where that is not the seminar's."""
        is_usual = day.year == self.knowledge.facts.seminar.days[0].year
        return self._say_date("date" if is_usual else "date_full", day)

    def full_date(self, day: dt.date) -> str:
        """The date with its year."""
        return self._say_date("date_full", day)

    def _say_date(self, key: str, day: dt.date) -> str:
        weekday = self.speech.sentences["weekdays"].split(",")[day.weekday()]
        months = self.speech.sentences.get("months", "").split(",")
        month = months[day.month - 1] if len(months) == 12 else day.month
        return self.speech.say(key, year=day.year, month=month, day=day.day, weekday=weekday)

    def span(self, start: dt.time, end: dt.time) -> str:
        """14:05–14:10."""
        return self.speech.say("span", start=self.time(start), end=self.time(end))

    def when(self, day: dt.date, start: dt.time | None, end: dt.time | None) -> str:
        """The date, and the times where they are known."""
        if start and end:
            return f"{self.date(day)} {self.span(start, end)}"
        return f"{self.date(day)} {self.time(start)}" if start else self.date(day)

    def duration(self, minutes: int) -> str:
        """2시간 10분."""
        hours, rest = divmod(minutes, _MINUTES_PER_HOUR)
        if not hours:
            return self.speech.say("minutes", minutes=rest)
        return self.speech.say("hours_minutes" if rest else "hours", hours=hours, minutes=rest)

    # people and places

    def person(self, person: Person) -> str:
        """홍길동 연구위원 (바다숲연구원); in English the Hangul stands beside the name."""
        name, title = self.name(person), self.text(person.title)
        organisation = self.organisation_of(person)
        if not organisation:
            return self.name_title(person)
        if title:
            return self.say("person", name=name, title=title, organisation=organisation)
        return f"{name} ({organisation})"

    def name(self, person: Person) -> str:
        """The name; in English with the Hangul beside it."""
        if self.language == "en" and person.name.en and person.name.en != person.name.ko:
            return f"{person.name.en} ({person.name.ko})"
        return person.name.ko

    def name_title(self, person: Person) -> str:
        """The name with the title."""
        title = self.text(person.title)
        return self.say("person_name_title", name=self.name(person), title=title) if title else self.name(person)

    def organisation_of(self, person: Person) -> str:
        """The organisation and, where given, the department."""
        organisation = self.knowledge.organisation_by_id.get(person.organisation or "")
        parts = [self.text(organisation.name)] if organisation else []
        if person.department:
            parts.append(self.text(person.department))
        return (" " if self.language == "ko" else ", ").join(parts)

    def whom(self, id_: str) -> str:
        """A person or an organisation by its id."""
        person = self.knowledge.person_by_id.get(id_)
        if person:
            return self.person(person)
        organisation = self.knowledge.organisation_by_id.get(id_)
        return self.text(organisation.name) if organisation else id_

    def place(self, room: Text | None = None) -> str:
        """The venue and the room; the room given, else the venue's own."""
        venue = self.knowledge.facts.seminar.venue
        room_text = self.text(room or (venue.room if venue else None))
        if venue is None:
            return room_text
        name = self.text(venue.name)
        return self.say("place", name=name, room=room_text) if room_text else name

    def join(self, parts: Iterable[str]) -> str:
        """The parts, separated."""
        return self.speech.sentences["join"].join(parts)

    # whom to ask

    def contact_line(self) -> str:
        """The line that every refusal ends with; nothing where the knowledge has no contact."""
        contact = self.knowledge.contact
        return self.contact(contact, "contact_line") if contact else ""

    def contact(self, contact: Contact, key: str = "contact") -> str:
        """Who to call, and the numbers."""
        person = self.knowledge.person_by_id.get(contact.person or "")
        name = self.text(contact.name)
        between = " " if self.language == "ko" else ", "
        who = between.join(filter(None, (name, self.name_title(person) if person else "")))
        purpose = self.text(contact.purpose)
        return self.say(key, who=who or purpose, phones=self.join(contact.phones), purpose=purpose).rstrip(" ☎")

    # what things are called

    def label(self, entry: Entry) -> str:
        """What an entry is called in a sentence."""
        if isinstance(entry, Talk):
            return self.say("talk_heading", order=entry.order, title=self.text(entry.title))
        if isinstance(entry, Person):
            return self.name(entry)
        for field in ("title", "name", "label", "headline"):
            text = getattr(entry, field, None)
            if isinstance(text, Text):
                return self.text(text)
        return entry.id

    def embargo(self, embargo: Embargo, key: str) -> str:
        """A sentence about an embargo; ``key`` without its ``_edition`` or ``_time``."""
        kind = "edition" if embargo.edition else "time"
        media = self.media(embargo)
        when = self.time(embargo.start) if embargo.start else ""
        sentence = self.say(
            f"{key}_{kind}", media=media, date=self.date(embargo.day), edition=self.text(embargo.edition), time=when
        )
        return sentence.replace("  ", " ")

    def media(self, embargo: Embargo) -> str:
        """The media an embargo is for: 통신·방송·인터넷."""
        return "·".join(
            self.name_of("medium", m) for m in embargo.media if m != "newspaper_website" or len(embargo.media) == 1
        )

    def session_when(self, session: Session) -> str:
        """The session's times, with the date where the seminar has several days."""
        span = self.span(session.start, session.end)
        several = len(self.knowledge.facts.seminar.days) > 1
        return f"{self.date(session.day)} {span}" if several else span
