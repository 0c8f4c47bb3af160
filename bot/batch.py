"""Questions as JSON lines: the contract of ``ask --batch`` and of the question tables."""

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from bot.channels.desk import Desk
from bot.core.reply import Context, Reply


class BatchError(ValueError):
    """A line that cannot be read; the message names the line and says what to write."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question: its id, what was asked before it (oldest first), and when (None: the clock's time)."""

    id: str
    question: str
    now: datetime | None = None
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """One answer, in the words of the contract; ``ms`` is the time this question alone took, in milliseconds."""

    id: str
    outcome: str
    text: str
    facts: list[str]
    choices: list[str]
    ms: float

    def to_json(self) -> str:
        """Return the answer as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)


def read_rows(lines: Iterable[str]) -> Iterator[tuple[Row, dict[str, Any]]]:
    """Yield every row with the whole object it was read from; empty lines and unknown keys are passed over.

    Raises BatchError for the first line that is no question.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                raw = json.loads(line)
                yield _read_row(raw), raw
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                reason = f"{type(error).__name__}: {error}" if isinstance(error, KeyError) else str(error)
                raise BatchError(
                    f'line {number}: {reason}; write {{"id": "1", "q": "…", "now": "2020-09-25T14:22"}}'
                ) from None


def _read_row(raw: dict[str, Any]) -> Row:
    question, history = raw["q"], raw.get("history") or []
    if not isinstance(question, str) or not all(isinstance(earlier, str) for earlier in history):
        raise ValueError('"q" is a text and "history" a list of texts')
    now = raw.get("now")
    return Row(str(raw.get("id", "")), question, datetime.fromisoformat(now) if now else None, tuple(history))


def fold_history(desk: Desk, history: Iterable[str], now: datetime | None) -> Context:
    """Return the context after the earlier questions, all asked at the same ``now``."""
    context = Context()
    for earlier in history:
        context = desk.ask(earlier, context, now).context
    return context


def answer_row(desk: Desk, row: Row) -> AnsweredRow:
    """Answer one row in the context of its history."""
    context = fold_history(desk, row.history, row.now)
    began = time.perf_counter()
    reply = desk.ask(row.question, context, row.now)
    return make_answered(row.id, reply, (time.perf_counter() - began) * 1000)


def make_answered(id_: str, reply: Reply, milliseconds: float) -> AnsweredRow:
    """Return a reply in the words of the contract."""
    labels = [choice.label for choice in reply.choices]
    return AnsweredRow(id_, str(reply.outcome), reply.text, list(reply.facts), labels, round(milliseconds, 3))
