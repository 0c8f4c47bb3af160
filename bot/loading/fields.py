"""The kinds of fields that entries are made of. They alone turn text into times, dates and numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Generic, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    PlainValidator,
    Tag,
    WithJsonSchema,
    model_validator,
)

from bot.core.model import Status
from bot.loading import forms
from bot.loading.forms import Reshaped
from bot.loading.problems import ReadingError
from bot.loading.rules import Rule
from bot.loading.values import (
    as_list,
    as_listing,
    as_mapping,
    as_section,
    as_some,
    as_words,
    read_date,
    read_id,
    read_line,
    read_moment,
    read_one_of,
    read_time,
)

STATUSES = tuple(status.value for status in Status)
CLAIM_STATUSES = (Status.UNCONFIRMED.value, Status.CHANGED.value)
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Line = Annotated[str, PlainValidator(read_line), WithJsonSchema(forms.LINE)]
Id = Annotated[str, PlainValidator(read_id), WithJsonSchema(forms.ID)]
# An id of another entry: whether it is one, the references are checked for.
Ref = Annotated[Line, WithJsonSchema(forms.ID)]
Clock = Annotated[time, PlainValidator(read_time), WithJsonSchema(forms.CLOCK)]
Day = Annotated[date, PlainValidator(read_date), WithJsonSchema(forms.DAY)]
Moment = Annotated[datetime, PlainValidator(read_moment), WithJsonSchema(forms.MOMENT)]
Several = Annotated[tuple[T, ...], BeforeValidator(as_list), Reshaped(forms.or_one)]
Some = Annotated[tuple[T, ...], BeforeValidator(as_some), Reshaped(forms.or_one_of_some)]
Words = Annotated[tuple[Line, ...], BeforeValidator(as_words), Reshaped(forms.or_one_word)]
Listing = Annotated[tuple[T, ...], BeforeValidator(as_listing), Reshaped(forms.or_nothing_yet)]
Section = Annotated[dict[Id, T], BeforeValidator(as_section), Reshaped(forms.below_ids)]


@dataclass(frozen=True, slots=True)
class Unknown:
    """The value of a field that is none, with the names that its mapping may hold."""

    names: tuple[str, ...]
    is_empty: bool = False


class Shape(BaseModel):
    """A mapping with the fields named here and no other."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def mark_unknown_fields(cls, value: object) -> object:
        """Put an Unknown in the place of each value whose field is none, so that the error can name the fields."""
        mapping = as_mapping(value)
        assert isinstance(mapping, Mapping)
        names = tuple(field.alias or name for name, field in cls.model_fields.items())
        return {key: part if key in names else Unknown(names, part == "") for key, part in mapping.items()}


class Wording(Shape):
    ko: Line
    en: Line | None = None


def is_claim(value: object) -> bool:
    """Return whether a field's value as written has a standing of its own."""
    return isinstance(value, dict) and not {"value", "status", "changed"}.isdisjoint(value)


def _as_wording(value: object) -> object:
    if is_claim(value):
        raise ReadingError(Rule.STATUS_NOT_ALLOWED)
    return value if isinstance(value, dict) else {"ko": read_line(value)}


Text = Annotated[Wording, BeforeValidator(_as_wording), Reshaped(forms.or_line)]


class Change(Shape):
    """What was, and when it changed: another spelling of ``status: changed``, see ``changes``."""

    was: Text
    at: Moment | None = None


class Claim(Shape, Generic[T_co]):
    """A field with a standing of its own: not confirmed, or changed, though the rest of its entry is not."""

    value: T_co
    status: Annotated[
        str, PlainValidator(read_one_of(CLAIM_STATUSES)), WithJsonSchema(forms.choose("statuses", CLAIM_STATUSES))
    ]
    source: Line | None = None
    was: Text | None = None
    since: Moment | None = None
    changed: Change | None = None


def _tag(value: object) -> str:
    return "claim" if is_claim(value) else "plain"


_PLAIN, _CLAIM, _BY_TAG = Tag("plain"), Tag("claim"), Discriminator(_tag)
ClockOrClaim = Annotated[Annotated[Clock, _PLAIN] | Annotated[Claim[Clock], _CLAIM], _BY_TAG]
DaysOrClaim = Annotated[Annotated[Some[Day], _PLAIN] | Annotated[Claim[Some[Day]], _CLAIM], _BY_TAG]
DayOrClaim = Annotated[Annotated[Day, _PLAIN] | Annotated[Claim[Day], _CLAIM], _BY_TAG]
TextOrClaim = Annotated[Annotated[Text, _PLAIN] | Annotated[Claim[Text], _CLAIM], _BY_TAG]
# A chair or speakers who are not confirmed may stand there by name.
RefOrClaim = Annotated[Annotated[Ref, _PLAIN] | Annotated[Claim[Text], _CLAIM], _BY_TAG]
RefsOrClaim = Annotated[Annotated[Several[Ref], _PLAIN] | Annotated[Claim[Some[Text]], _CLAIM], _BY_TAG]


def take(field: T | Claim[T]) -> T:
    """Return a field's value, whatever its standing."""
    return field.value if isinstance(field, Claim) else field


class Sourced(Shape):
    """The fields that any entry may have."""

    source: Line | None = None
    status: Annotated[
        str, PlainValidator(read_one_of(STATUSES)), WithJsonSchema(forms.choose("statuses", STATUSES))
    ] = Status.CONFIRMED.value
    was: Text | None = None
    since: Moment | None = None
    changed: Change | None = None
