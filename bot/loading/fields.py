"""The kinds of fields that entries are made of. They alone turn text into times, dates and numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, PlainValidator, Tag, model_validator

from bot.core.model import Status
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
T = TypeVar("T")
Line = Annotated[str, PlainValidator(read_line)]
Id = Annotated[str, PlainValidator(read_id)]
Ref = Line  # an id of another entry: whether it is one, the references are checked for
Clock = Annotated[time, PlainValidator(read_time)]
Day = Annotated[date, PlainValidator(read_date)]
Moment = Annotated[datetime, PlainValidator(read_moment)]
Several = Annotated[tuple[T, ...], BeforeValidator(as_list)]
Some = Annotated[tuple[T, ...], BeforeValidator(as_some)]
Words = Annotated[tuple[Line, ...], BeforeValidator(as_words)]
Listing = Annotated[tuple[T, ...], BeforeValidator(as_listing)]
Section = Annotated[dict[Id, T], BeforeValidator(as_section)]


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
        names = tuple(cls.model_fields)
        return {key: part if key in names else Unknown(names, part == "") for key, part in mapping.items()}


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
