"""The staff's own table: what people ask, what must come back, and what a reply lacks of it."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.core.reply import Outcome, Reply

NOT_ANNOUNCED = "not_announced"  # what stands in the place of a text where the bot is to say that it does not know
Kind = Literal["refused", "asked_back", "lacking", "told", "barred", "unmet"]

_REFUSALS = (Outcome.NOT_ANNOUNCED, Outcome.UNKNOWN)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−~〜∼"), "-")
_QUOTES = {**dict.fromkeys(map(ord, "“”„″"), '"'), **dict.fromkeys(map(ord, "‘’‚′"), "'")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question asked ``at`` a moment (aware) ``after`` others; its reply holds each ``answer``, nothing ``barred``.

    ``line`` and ``column`` say where it stands in the staff's file, counted from 1.
    """

    ask: str
    at: datetime
    after: tuple[str, ...] = ()
    answer: tuple[str, ...]
    barred: tuple[str, ...] = ()
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a reply is not what the table says; ``text`` is what it lacks, or holds though it must not.

    Of a table other than the staff's it is ``unmet``, and ``text`` the verdict there.
    """

    kind: Kind
    text: str = ""


def find_fault(question: Question, reply: Reply) -> Fault | None:
    """Return the first thing that is wrong with a reply, or None; spaces, case and kinds of dashes do not matter."""
    said = _squeeze(reply.text)
    if barred := next((text for text in question.barred if _holds(said, reply, text)), None):
        return Fault("barred", barred)
    if NOT_ANNOUNCED in question.answer:
        if reply.outcome not in _REFUSALS:
            return Fault("told")
    elif reply.outcome is Outcome.CHOICES:
        return Fault("asked_back")
    elif reply.outcome is Outcome.UNKNOWN:
        return Fault("refused")
    lacking = next((text for text in question.answer if not _holds(said, reply, text)), None)
    return Fault("lacking", lacking) if lacking else None


def _holds(said: str, reply: Reply, text: str) -> bool:
    return reply.outcome in _REFUSALS if text == NOT_ANNOUNCED else _squeeze(text) in said


def _squeeze(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).translate(_QUOTES)
    return "".join(plain.casefold().split())
