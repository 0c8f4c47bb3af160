"""The shapes of the files, field by field as docs/knowledge.md describes them."""

from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BaseModel, Discriminator, Field, PlainValidator, Tag, WithJsonSchema

from bot.loading import forms
from bot.loading.fields import (
    ClockOrClaim,
    Day,
    DayOrClaim,
    DaysOrClaim,
    Id,
    Line,
    Listing,
    Moment,
    Ref,
    RefOrClaim,
    RefsOrClaim,
    Section,
    Several,
    Shape,
    Some,
    Sourced,
    Text,
    TextOrClaim,
    Words,
)
from bot.loading.values import read_one_of, read_order, read_zone

KINDS = (
    *("registration", "introduction", "opening", "greeting", "congratulation", "keynote", "talks", "discussion"),
    *("questions", "break", "lunch", "dinner", "reception", "photo", "ceremony", "tour", "closing_remarks", "closing"),
)
MEDIA = ("newspaper", "wire", "broadcast", "internet", "newspaper_website")
ALL = "all"  # of the media

Zone = Annotated[ZoneInfo, PlainValidator(read_zone), WithJsonSchema(forms.ZONE)]
Kind = Annotated[str, PlainValidator(read_one_of(KINDS)), WithJsonSchema(forms.choose("kinds", KINDS))]
Medium = Annotated[
    str, PlainValidator(read_one_of((*MEDIA, ALL))), WithJsonSchema(forms.choose("media", (*MEDIA, ALL)))
]
Order = Annotated[int, PlainValidator(read_order), WithJsonSchema(forms.ORDER)]
Topic = Annotated[Line, WithJsonSchema(forms.choose("topics"))]


class Venue(Sourced):
    name: TextOrClaim
    room: TextOrClaim | None = None
    spellings: Words = ()


class Host(Sourced):
    organisation: Ref
    role: Text


class SeminarFile(Sourced):
    title: Text
    date: DaysOrClaim
    timezone: Zone = ZoneInfo("Asia/Seoul")
    start: ClockOrClaim | None = None
    end: ClockOrClaim | None = None
    theme: Text | None = None
    background: Text | None = None
    spellings: Words = ()
    venue: Venue | None = None
    hosts: Several[Host] = ()


class Item(Sourced):
    title: Text
    start: ClockOrClaim
    end: ClockOrClaim
    date: DayOrClaim | None = None
    room: TextOrClaim | None = None
    kind: Kind | None = None
    chair: RefOrClaim | None = None
    speaker: RefsOrClaim = ()
    participants: Several[Text] = ()
    summary: Text | None = None
    spellings: Words = ()


class Talk(Sourced):
    title: Text
    order: Order
    speaker: RefsOrClaim = ()
    session: Ref | None = None
    date: DayOrClaim | None = None
    start: ClockOrClaim | None = None
    end: ClockOrClaim | None = None
    room: TextOrClaim | None = None
    summary: Text | None = None
    keywords: Words = ()
    spellings: Words = ()
    wrong_spellings: Words = ()


class ScheduleFile(Shape):
    source: Line | None = None
    items: Section[Item] = Field(default_factory=dict)
    talks: Section[Talk] = Field(default_factory=dict)


class Organisation(Sourced):
    name: Text
    spellings: Words = ()
    wrong_spellings: Words = ()
    note: Text | None = None
    places: Words = ()


class Person(Sourced):
    name: Text
    title: TextOrClaim | None = None
    organisation: RefOrClaim | None = None
    department: Text | None = None
    role: Several[Text] = ()
    spellings: Words = ()
    wrong_spellings: Words = ()


class SpeakersFile(Shape):
    source: Line | None = None
    organisations: Section[Organisation] = Field(default_factory=dict)
    people: Section[Person] = Field(default_factory=dict)


class Contact(Sourced):
    purpose: Text
    name: Text | None = None
    person: Ref | None = None
    phones: Words = ()
    spellings: Words = ()


class ContactsFile(Shape):
    source: Line | None = None
    contacts: Section[Contact] = Field(default_factory=dict)


class Release(Sourced):
    headline: Text
    subtitle: Text | None = None
    date: Day | None = None
    pages: Text | None = None
    department: Text | None = None
    staff: Several[Ref] = ()


class Embargo(Sourced):
    media: Some[Medium]
    date: DayOrClaim
    time: ClockOrClaim | None = None
    edition: Text | None = None


class Quotation(Sourced):
    speaker: Ref
    text: Text


class PressFile(Shape):
    source: Line | None = None
    release: Release | None = None
    embargoes: Section[Embargo] = Field(default_factory=dict)
    quotations: Section[Quotation] = Field(default_factory=dict)


class Faq(Sourced):
    answer: Text
    label: Text
    topic: Topic | None = None
    words: Words = ()


class Unannounced(Sourced):
    """An entry of the seminar's own; without an id, it is given one."""

    id: Id | None = None
    label: Text
    words: Words = ()


def _is_topic(value: object) -> str:
    return "entry" if isinstance(value, dict) else "topic"


TopicOrEntry = Annotated[
    Annotated[Topic, Tag("topic")] | Annotated[Unannounced, Tag("entry")], Discriminator(_is_topic)
]


class FaqFile(Shape):
    source: Line | None = None
    faq: Section[Faq] = Field(default_factory=dict)
    not_announced: Listing[TopicOrEntry] = ()


class Question(Shape):
    """A question of the staff's table; ``not`` cannot be the name of a field in Python."""

    ask: Line
    at: Moment | None = None
    after: Several[Line] = ()
    answer: Some[Line]
    barred: Several[Line] = Field((), alias="not")


class QuestionsFile(Shape):
    questions: Listing[Question] = ()


class Folder(BaseModel):
    """The files; one that is absent is empty. Only seminar.yaml must not be, which loading sees to."""

    seminar: SeminarFile | None = None
    schedule: ScheduleFile = ScheduleFile()
    speakers: SpeakersFile = SpeakersFile()
    contacts: ContactsFile = ContactsFile()
    press: PressFile = PressFile()
    faq: FaqFile = FaqFile()
    questions: QuestionsFile = QuestionsFile()


STEMS_OF_FACTS = tuple(stem for stem in Folder.model_fields if stem != "questions")  # no answer rests on the table
