"""The shapes of the six files, field by field as docs/knowledge.md describes them. It alone turns text into times."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, PlainValidator, Tag, model_validator

from bot.core.model import Status
from bot.loading.values import (
    as_list,
    as_listing,
    as_mapping,
    as_section,
    as_words,
    read_date,
    read_id,
    read_line,
    read_moment,
    read_one_of,
    read_order,
    read_time,
    read_zone,
)

STATUSES = tuple(status.value for status in Status)
KINDS = (
    *("registration", "introduction", "opening", "greeting", "congratulation", "keynote", "talks", "discussion"),
    *("questions", "break", "lunch", "dinner", "reception", "photo", "ceremony", "tour", "closing_remarks", "closing"),
)
MEDIA = ("newspaper", "wire", "broadcast", "internet", "newspaper_website")

T = TypeVar("T")
Line = Annotated[str, PlainValidator(read_line)]
Id = Annotated[str, PlainValidator(read_id)]
Clock = Annotated[time, PlainValidator(read_time)]
Day = Annotated[date, PlainValidator(read_date)]
Moment = Annotated[datetime, PlainValidator(read_moment)]
Several = Annotated[tuple[T, ...], BeforeValidator(as_list)]
Words = Annotated[tuple[Line, ...], BeforeValidator(as_words)]
Listing = Annotated[tuple[T, ...], BeforeValidator(as_listing)]
Section = Annotated[dict[Id, T], BeforeValidator(as_section)]


@dataclass(frozen=True, slots=True)
class Unknown:
    """The value of a field that is none, with the names that its mapping may hold."""

    names: tuple[str, ...]


class Shape(BaseModel):
    """A mapping with the fields named here and no other."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def mark_unknown_fields(cls, value: object) -> object:
        """Put an Unknown in the place of each value whose field is none, so that the error can name the fields."""
        mapping = as_mapping(value)
        assert isinstance(mapping, Mapping)  # noqa: S101 - as_mapping raises for anything else
        names = tuple(cls.model_fields)
        return {key: part if key in names else Unknown(names) for key, part in mapping.items()}


class Wording(Shape):
    ko: Line
    en: Line | None = None


def _as_wording(value: object) -> object:
    return value if isinstance(value, dict) else {"ko": read_line(value)}


Text = Annotated[Wording, BeforeValidator(_as_wording)]


class Claim(Shape):
    """A field of its own status: not confirmed though the rest of its entry is."""

    value: Text
    status: Annotated[str, PlainValidator(read_one_of((Status.UNCONFIRMED.value,)))]
    source: Line | None = None


def _is_claim(value: object) -> str:
    return "claim" if isinstance(value, dict) and not {"value", "status"}.isdisjoint(value) else "plain"


Claimable = Annotated[Annotated[T, Tag("plain")] | Annotated[Claim, Tag("claim")], Discriminator(_is_claim)]


class Sourced(Shape):
    """The fields that any entry may have."""

    source: Line | None = None
    status: Annotated[str, PlainValidator(read_one_of(STATUSES))] = Status.CONFIRMED.value
    was: Text | None = None
    since: Moment | None = None


class Venue(Sourced):
    name: Text
    room: Text | None = None
    spellings: Words = ()


class Host(Sourced):
    organisation: Id
    role: Text


class SeminarFile(Sourced):
    title: Text
    date: Several[Day]
    timezone: Annotated[ZoneInfo, PlainValidator(read_zone)] = ZoneInfo("Asia/Seoul")
    start: Clock | None = None
    end: Clock | None = None
    theme: Text | None = None
    background: Text | None = None
    spellings: Words = ()
    venue: Venue | None = None
    hosts: Several[Host] = ()


class Item(Sourced):
    title: Text
    start: Clock
    end: Clock
    date: Day | None = None
    room: Claimable[Text] | None = None
    kind: Annotated[str, PlainValidator(read_one_of(KINDS))] | None = None
    chair: Claimable[Id] | None = None
    speaker: Claimable[Several[Id]] | None = None
    participants: Several[Text] = ()
    summary: Text | None = None
    spellings: Words = ()


class Talk(Sourced):
    title: Text
    order: Annotated[int, PlainValidator(read_order)]
    speaker: Several[Id] = ()
    session: Id | None = None
    date: Day | None = None
    start: Clock | None = None
    end: Clock | None = None
    room: Text | None = None
    summary: Text | None = None
    keywords: Words = ()
    spellings: Words = ()
    wrong_spellings: Words = ()


class ScheduleFile(Shape):
    source: Line | None = None
    items: Section[Item] = {}
    talks: Section[Talk] = {}


class Organisation(Sourced):
    name: Text
    spellings: Words = ()
    wrong_spellings: Words = ()
    note: Text | None = None
    places: Words = ()


class Person(Sourced):
    name: Text
    title: Text | None = None
    organisation: Id | None = None
    department: Text | None = None
    role: Several[Text] = ()
    spellings: Words = ()
    wrong_spellings: Words = ()


class SpeakersFile(Shape):
    source: Line | None = None
    organisations: Section[Organisation] = {}
    people: Section[Person] = {}


class Contact(Sourced):
    purpose: Text
    name: Text | None = None
    person: Id | None = None
    phones: Words = ()
    spellings: Words = ()


class ContactsFile(Shape):
    source: Line | None = None
    contacts: Section[Contact] = {}


class Release(Sourced):
    headline: Text
    subtitle: Text | None = None
    date: Day | None = None
    pages: Text | None = None
    department: Text | None = None
    staff: Several[Id] = ()


class Embargo(Sourced):
    media: Several[Annotated[str, PlainValidator(read_one_of(MEDIA))]]
    date: Day
    time: Clock | None = None
    edition: Text | None = None


class Quotation(Sourced):
    speaker: Id
    text: Text


class PressFile(Shape):
    source: Line | None = None
    release: Release | None = None
    embargoes: Section[Embargo] = {}
    quotations: Section[Quotation] = {}


class Faq(Sourced):
    answer: Text
    label: Text
    topic: Line | None = None
    words: Words = ()


class Unannounced(Sourced):
    """A topic's name alone, or an entry of the seminar's own."""

    id: Id
    label: Text
    words: Words = ()


def _is_topic(value: object) -> str:
    return "entry" if isinstance(value, dict) else "topic"


TopicOrEntry = Annotated[Annotated[Line, Tag("topic")] | Annotated[Unannounced, Tag("entry")], Discriminator(_is_topic)]


class FaqFile(Shape):
    source: Line | None = None
    faq: Section[Faq] = {}
    not_announced: Listing[TopicOrEntry] = ()


class Folder(BaseModel):
    """The six files; one that is absent is empty. Only seminar.yaml must not be, which loading sees to."""

    seminar: SeminarFile | None = None
    schedule: ScheduleFile = ScheduleFile()
    speakers: SpeakersFile = SpeakersFile()
    contacts: ContactsFile = ContactsFile()
    press: PressFile = PressFile()
    faq: FaqFile = FaqFile()
