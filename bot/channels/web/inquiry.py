"""What a browser asks: the body of ``POST /api/ask``, read and held to its limits."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.isotime import read_moment

MAX_BODY_BYTES = 16 * 1024
MAX_QUESTION_CHARACTERS = 1_000
MAX_HISTORY_QUESTIONS = 20

BAD_REQUEST = 400
TOO_LARGE = 413


class InquiryError(ValueError):
    """A body that cannot be answered: the key of the wording that says why, and the HTTP status."""

    def __init__(self, key: str, status: int = BAD_REQUEST) -> None:
        super().__init__(key)
        self.key = key
        self.status = status


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question, the earlier ones of its conversation (oldest first), and the moment it is asked at.

    A naive ``now`` is a time of the seminar's own zone; without one, the clock's time counts.
    """

    question: str
    history: tuple[str, ...] = ()
    now: datetime | None = None


def read_inquiry(body: bytes) -> Inquiry:
    """Return what a JSON body asks. Unknown keys are passed over; of a long history the last questions count.

    Raises InquiryError for a body that is no JSON object, holds a wrong type or a bad time, or is too long.
    """
    fields = _read_object(body)
    return Inquiry(
        question=_read_text(fields.get("question"), "error_question"),
        history=_read_history(fields.get("history")),
        now=_read_moment(fields.get("now")),
    )


def _read_object(body: bytes) -> Mapping[str, object]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):  # ValueError: no JSON, no UTF-8, or a number of thousands of digits
        raise InquiryError("error_json") from None
    if not isinstance(value, dict):
        raise InquiryError("error_json")
    return value


def _read_text(value: object, key: str) -> str:
    """Return a text within its limit; ``key`` is what to say where it is none."""
    if not isinstance(value, str):
        raise InquiryError(key)
    if len(value) > MAX_QUESTION_CHARACTERS:
        raise InquiryError("error_too_long", TOO_LARGE)
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise InquiryError("error_characters")
    return value


def _read_history(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise InquiryError("error_history")
    return tuple(_read_text(item, "error_history") for item in value[-MAX_HISTORY_QUESTIONS:])


def _read_moment(value: object) -> datetime | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise InquiryError("error_now")
    try:
        return read_moment(value)
    except ValueError:
        raise InquiryError("error_now") from None
