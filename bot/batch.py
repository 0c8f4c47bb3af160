"""Questions as JSON lines: the contract of ``ask --batch`` and of the question tables."""

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from bot.channels.desk import Desk
from bot.core.isotime import read_moment
from bot.core.reply import Reply


class BatchError(ValueError):
    """A line that cannot be read; the message names the line and says what to write."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question: its id (any JSON value, handed back), what was asked before it (oldest first), and when.

    Without a ``now`` it is asked at the clock's time.
    """

    id: object
    question: str
    now: datetime | None = None
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """One answer, in the words of the contract; ``ms`` is the time this question alone took, in milliseconds."""

    id: object
    outcome: str
    text: str
    facts: list[str]
    choices: list[str]
    ms: float

    def to_json(self) -> str:
        """Return the answer as one line of JSON; escaped where it holds what UTF-8 cannot (a lone surrogate)."""
        line = json.dumps(asdict(self), ensure_ascii=False)
        return line if _is_encodable(line) else json.dumps(asdict(self))


def _is_encodable(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def read_rows(lines: Iterable[str | bytes]) -> Iterator[tuple[int, Row, dict[str, Any]]]:
    """Yield every row with its line's number and the whole object; empty lines and unknown keys are passed over.

    Bytes are read as UTF-8. Raises BatchError for the first line that is no question.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                raw = _read_object(line)
                row = _read_row(raw)
            except (ValueError, RecursionError) as error:
                reason = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
                example = '{"id": "1", "q": "…", "now": "2020-09-25T14:22"}'
                raise BatchError(f"line {number}: {reason}; write {example}") from None
            yield number, row, raw


def _read_object(line: str | bytes) -> dict[str, Any]:
    text = line.decode("utf-8-sig") if isinstance(line, bytes) else line  # some editors begin a file with its mark
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"is not JSON ({error.msg} at character {error.pos + 1})") from None
    if not isinstance(raw, dict):
        raise ValueError("is not an object in braces")
    return raw


def _read_row(raw: dict[str, Any]) -> Row:
    question, history, now = raw.get("q"), raw.get("history") or [], raw.get("now")
    if not isinstance(question, str):
        raise ValueError('"q" is not a text' if "q" in raw else 'lacks "q", the question')
    if not (isinstance(history, list) and all(isinstance(earlier, str) for earlier in history)):
        raise ValueError('"history" is not a list of texts')
    if not isinstance(now, str | None):
        raise ValueError('"now" is not a text')
    return Row(raw.get("id", ""), question, read_moment(now) if now else None, tuple(history))


def answer_row(desk: Desk, row: Row) -> AnsweredRow:
    """Answer one row in the context of its history."""
    context = desk.fold(row.history, row.now)
    began = time.perf_counter()
    reply = desk.ask(row.question, context, row.now)
    return make_answered(row.id, reply, (time.perf_counter() - began) * 1000)


def make_answered(id_: object, reply: Reply, milliseconds: float) -> AnsweredRow:
    """Return a reply in the words of the contract."""
    labels = [choice.label for choice in reply.choices]
    return AnsweredRow(id_, str(reply.outcome), reply.text, list(reply.facts), labels, round(milliseconds, 3))
