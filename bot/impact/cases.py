"""The questions that an edit is tried with: those of the staff's table, and rows of JSON lines."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from bot.batch import Row, make_answered
from bot.core.expectations import Fault, Question, find_fault
from bot.core.model import Seminar
from bot.core.reply import Reply
from bot.core.stages import eve_of
from bot.evaluation import judge, read_table
from bot.loading.questions import QUESTIONS_FILE


@dataclass(frozen=True, slots=True)
class Case:
    """A question asked ``after`` others; at its own moment ``at`` (aware), ``find_fault`` judges its reply."""

    ask: str
    after: tuple[str, ...]
    at: datetime
    place: str
    find_fault: Callable[[Reply], Fault | None]


def make_staff_cases(questions: Iterable[Question]) -> list[Case]:
    """Return the questions of the staff's table; their place is a line."""
    return [_make_staff_case(question) for question in questions]


def _make_staff_case(question: Question) -> Case:
    place = f"{QUESTIONS_FILE}:{question.line}"
    return Case(question.ask, question.after, question.at, place, partial(find_fault, question))


def make_row_cases(lines: Iterable[str | bytes], name: str, seminar: Seminar) -> list[Case]:
    """Return the rows of a table of JSON lines; their place is the table's name and their id. Raises BatchError."""
    return [_make_row_case(row, raw, name, seminar) for row, raw in read_table(lines)]


def _make_row_case(row: Row, raw: Mapping[str, Any], name: str, seminar: Seminar) -> Case:
    at = row.now or eve_of(seminar)
    aware = at if at.tzinfo else at.replace(tzinfo=seminar.zone)
    return Case(row.question, row.history, aware, f"{name} {row.id}", partial(_find_row_fault, row, raw))


def _find_row_fault(row: Row, raw: Mapping[str, Any], reply: Reply) -> Fault | None:
    verdict = judge(raw, make_answered(row.id, reply, 0.0))
    return None if verdict == "right" else Fault("unmet", verdict)
