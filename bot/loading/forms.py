"""What each kind of value looks like to an editor, in JSON Schema's words.

``rule`` names the rule that another value breaks, ``names`` the kind of names it is chosen from: see ``editors``. An
editor reads YAML 1.2, where 14:10 is a text, but 044 a number and true neither; all of them are texts here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

Form: TypeAlias = dict[str, Any]

BLANK = "___"  # so many or more, wherever they stand; see ``blanks``

_HOURS = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
_CALENDAR = "(?:19|2[01])[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_ORDER = "[1-9][0-9]{0,2}"


def _whole(pattern: str, rule: str) -> Form:
    return {"type": "string", "pattern": rf"^\s*{pattern}\s*$", "rule": rule}


# Any scalar but nothing; to name the types would make editors propose true and false for every text.
LINE: Form = {
    "pattern": rf"^(?![\s\S]*{BLANK})[\s\S]*\S",
    "rule": "blank",
    "if": {"type": ["array", "object", "null"]},
    "then": {"type": "string", "rule": "list_for_text"},
}
ID = _whole("[a-z][a-z0-9_]{0,39}", "not_an_id")
CLOCK = _whole(_HOURS, "not_a_time")
DAY = _whole(_CALENDAR, "not_a_date")
MOMENT = _whole(f"{_CALENDAR}[ T]{_HOURS}", "not_a_moment")
ORDER: Form = {**_whole(_ORDER, "not_an_order"), "type": ["integer", "string"], "minimum": 1, "maximum": 999}
ZONE = _whole("[A-Za-z][A-Za-z0-9_+/-]*", "not_a_time_zone")


def choose(kind: str, names: tuple[str, ...] = ()) -> Form:
    """Return the form of one of some names; those of the topics are known to the language alone."""
    return {"enum": list(names), "names": kind}


@dataclass(frozen=True, slots=True)
class Reshaped:
    """An annotation of a type whose validator takes other forms, too."""

    reshape: Callable[[Form], Form]

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Form:
        return self.reshape(handler(schema))


def or_line(form: Form) -> Form:
    """Return the form of a mapping, or of a text alone."""
    return {"anyOf": [LINE, form]}


def or_one(form: Form) -> Form:
    """Return the form of a list, or of one alone without its brackets."""
    return {"anyOf": [form["items"], form]}


def or_one_of_some(form: Form) -> Form:
    """Return the form of a list that holds something, or of one alone."""
    return or_one({**form, "minItems": 1})


def or_one_word(form: Form) -> Form:
    """Return the form of a list, or of one alone, which has no comma: several need brackets."""
    alone = {**form["items"], "pattern": rf"^(?![\s\S]*(?:{BLANK}|,))[\s\S]*\S", "rule": "missing_brackets"}
    return {"anyOf": [alone, form]}


def or_nothing_yet(form: Form) -> Form:
    """Return the form of a heading under which nothing may stand."""
    return {"anyOf": [*or_one(form)["anyOf"], {"type": "null"}]}


def below_ids(form: Form) -> Form:
    """Return the form of entries below their ids, under a heading below which nothing may stand."""
    (entry,) = form["patternProperties"].values()
    return {"type": ["object", "null"], "propertyNames": ID, "additionalProperties": entry}
