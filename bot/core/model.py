"""The words of the field: what a seminar is made of.

Every value is frozen; nothing here knows a file format, a channel or the clock. Whatever can be stated carries the
standing of an :class:`Entry`: its path (``schedule.break``), its source and its status. A reply names the entries it
rests on, and the wording of their status follows from that (see ``standing.py``).
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Literal
from zoneinfo import ZoneInfo

Language = Literal["ko", "en"]


class Status(StrEnum):
    """How sure an entry is."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Text:
    """A wording in Korean and in English; where the English is missing, the Korean is shown."""

    ko: str
    en: str = ""

    def to(self, language: Language) -> str:
        """Return the wording in ``language``."""
        return self.en if language == "en" and self.en else self.ko

    @property
    def wordings(self) -> tuple[str, ...]:
        """Every distinct wording, Korean first."""
        return tuple(dict.fromkeys(filter(None, (self.ko, self.en))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing the knowledge states: where it stands, who says so, and how sure it is.

    ``was`` is what a changed entry said before, and ``since`` when it changed (in the seminar's time zone). ``notes``
    are its fields whose standing is not that of the rest.
    """

    path: str
    source: str = ""
    status: Status = Status.CONFIRMED
    was: Text | None = None
    since: datetime | None = None
    notes: "tuple[Note, ...]" = ()

    @property
    def id(self) -> str:
        """The last part of the path: ``break`` of ``schedule.break``."""
        return self.path.rpartition(".")[2]

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place though it was announced."""
        return self.status is Status.CANCELLED

    @property
    def is_certain(self) -> bool:
        """Whether the entry may be stated without a warning that it is not confirmed."""
        return self.status is not Status.UNCONFIRMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Entry):
    """One field of an entry whose standing differs from the rest: an unconfirmed speaker, a changed room.

    ``value`` is the field's wording. An unconfirmed speaker or chair stands here alone, never in its field.
    """

    field: str
    value: Text

    @property
    def is_unsure_of_whom(self) -> bool:
        """Whether it says that who speaks or chairs is not confirmed."""
        return self.field in ("speaker", "chair") and not self.is_certain


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Entry):
    """A ministry, an institute, a society; ``note`` is said when a known-wrong spelling is corrected."""

    name: Text
    spellings: tuple[str, ...] = ()
    wrong_spellings: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """Somebody the seminar names. ``organisation`` is an id; ``withheld`` names are never volunteered."""

    name: Text
    title: Text | None = None
    organisation: str | None = None
    department: Text | None = None
    roles: tuple[Text, ...] = ()
    spellings: tuple[str, ...] = ()
    wrong_spellings: tuple[str, ...] = ()
    withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue(Entry):
    """Where the seminar is held."""

    name: Text
    room: Text | None = None
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Host(Entry):
    """An organisation (an id) and what it does for the seminar: hosts it, organises it, sponsors it."""

    organisation: str
    role: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Seminar(Entry):
    """The event itself. ``days`` are dates in ``zone``, in order; ``start`` and ``end`` are set where announced."""

    title: Text
    days: tuple[date, ...]
    zone: ZoneInfo
    theme: Text | None = None
    background: Text | None = None
    start: time | None = None
    end: time | None = None
    spellings: tuple[str, ...] = ()
    hosts: tuple[Host, ...] = ()
    venue: Venue | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Entry):
    """A row of the timetable. ``chair`` is the id of a person; ``speakers`` are ids of people or organisations."""

    title: Text
    day: date
    start: time
    end: time
    kind: str | None = None
    room: Text | None = None
    chair: str | None = None
    speakers: tuple[str, ...] = ()
    participants: tuple[Text, ...] = ()
    summary: Text | None = None
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Entry):
    """A talk: its place in the order, its speakers (ids of people), the session (an id) it lies in.

    ``day``, ``start`` and ``end`` are its own only where they were announced.
    """

    order: int
    title: Text
    speakers: tuple[str, ...] = ()
    session: str | None = None
    day: date | None = None
    start: time | None = None
    end: time | None = None
    room: Text | None = None
    summary: Text | None = None
    keywords: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    wrong_spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Entry):
    """Who to call, for what. ``person`` is an id; the first contact is the one that refusals name."""

    purpose: Text
    name: Text | None = None
    person: str | None = None
    phones: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Entry):
    """The press release the knowledge comes from. ``staff`` are ids of people."""

    headline: Text
    subtitle: Text | None = None
    day: date | None = None
    pages: Text | None = None
    department: Text | None = None
    staff: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Embargo(Entry):
    """From when media of a kind may report: a clock time, or an edition (a morning paper) without one."""

    media: tuple[str, ...]
    day: date
    start: time | None = None
    edition: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Entry):
    """What somebody (the id of a person) said, to the letter."""

    speaker: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq(Entry):
    """Another question and its answer; ``topic`` names one that people ask of any seminar, ``words`` are its own."""

    answer: Text
    label: Text
    topic: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unannounced(Entry):
    """Something this seminar has not announced: a topic people ask of any seminar, or words of its own."""

    label: Text
    topic: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything one knowledge folder states."""

    seminar: Seminar
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    sessions: tuple[Session, ...] = ()
    talks: tuple[Talk, ...] = ()
    contacts: tuple[Contact, ...] = ()
    release: Release | None = None
    embargoes: tuple[Embargo, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    faqs: tuple[Faq, ...] = ()
    unannounced: tuple[Unannounced, ...] = ()
