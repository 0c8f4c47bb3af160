"""Scoring a question table: each row says what a reply must and must not hold.

A row is ``{"id", "q", "lang", "now", "history", "expect", "all", "none", "tags"}``. ``expect`` is ``answer`` (the reply
holds every pattern of ``all`` and none of ``none``), ``unknown`` (the reply says that there is no answer) or ``any``.
Patterns are searched in the reply's text with its white space collapsed, ignoring case.

Verdicts: ``right``; ``missed``, a refusal where there is an answer; ``unsure``, choices instead; ``dump``, the fact
buried in a timetable nobody asked for, or a long refusal; ``wrong``, a false or misplaced answer, the worst.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.batch import AnsweredRow, BatchError, Row, answer_row, read_rows
from bot.channels.desk import Desk

EXPECTATIONS = ("answer", "unknown", "any")
LONGEST_REFUSAL = 300  # characters; a longer one buries what it says
LEAD = 160  # characters a phone shows at a glance
_REFUSALS = ("unconfirmed", "not_announced", "unknown")
_UNCONFIRMED_TAGS = frozenset({"unconfirmed", "discussants", "panel"})
MOST_TIMES = 6  # different clock times in a reply to a question that asked for no timetable
_CLOCK_TIME = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?!\d)|(?<!\d)(\d{1,2})시(?: ?(\d{1,2})분)?")
_ASKS_FOR_TIMETABLE = re.compile(
    r"일정|시간표|타임 ?(테이블|라인)|프로그램|식순|순서대로|전체|뭐뭐|schedule|timetable|agenda|programme?\b",
    re.IGNORECASE,
)
# Rows whose question is a list though its wording does not show it: another keyboard layout, initials, a command.
_LIST_TAGS = frozenset({"timetable", "layout", "eng-layout", "ko-layout", "chosung", "command", "order"})
_HALF_DAY_HOURS = 12


@dataclass(frozen=True, slots=True)
class Judged:
    """One row with its answer and the verdict: right, missed, unsure, dump or wrong (the worst)."""

    row: Mapping[str, Any]
    answered: AnsweredRow
    verdict: str


@dataclass(frozen=True, slots=True)
class Score:
    """The verdicts of a table. Shares are of all rows."""

    judged: tuple[Judged, ...]
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def correct(self) -> float:
        """The share of right answers."""
        return self.counts["right"] / max(len(self.judged), 1)

    @property
    def confidently_wrong(self) -> float:
        """The share of false or misplaced answers."""
        return self.counts["wrong"] / max(len(self.judged), 1)

    @property
    def lead(self) -> float:
        """Of the right answers, the share that hold their facts within the first ``LEAD`` characters."""
        told = [j for j in self.judged if j.verdict == "right" and j.row["expect"] == "answer"]
        leading = [j for j in told if _holds(j.row["all"], _plain(j.answered)[:LEAD])]
        return len(leading) / max(len(told), 1)

    def report(self, show: int) -> str:
        """The misses, up to ``show`` of them, and the figures."""
        lines = []
        for j in [j for j in self.judged if j.verdict != "right"][:show]:
            lines.append(
                f"[{j.verdict}] {j.row['id']} {j.row.get('history') or ''} {j.row['q']!r} @ {j.row.get('now')}"
            )
            lines.append(f"    {j.answered.outcome}: {_plain(j.answered)[:200]}")
        lengths = sorted(len(_plain(j.answered)) for j in self.judged) or [0]
        lines.append(f"correct {self.counts['right']}/{len(self.judged)} = {self.correct:.1%}; {dict(self.counts)}")
        lines.append(
            f"confidently wrong {self.confidently_wrong:.1%}; lead {self.lead:.1%};"
            f" length median {lengths[len(lengths) // 2]}, 95th percentile {lengths[int(len(lengths) * 0.95)]}"
        )
        return "\n".join(lines)


def evaluate(lines: Iterable[str | bytes], desk: Desk) -> Score:
    """Answer and judge every row. Raises BatchError for a line that is no row of a table."""
    judged = []
    for row, raw in read_table(lines):
        answered = answer_row(desk, row)
        judged.append(Judged(raw, answered, judge(raw, answered)))
    return Score(tuple(judged), Counter(j.verdict for j in judged))


def read_table(lines: Iterable[str | bytes]) -> Iterator[tuple[Row, Mapping[str, Any]]]:
    """Yield every row with the whole object that it is judged by. Raises BatchError for a line that is no such row."""
    for number, row, raw in read_rows(lines):
        _check(number, raw)
        yield row, raw


def _check(number: int, raw: Mapping[str, Any]) -> None:
    missing = [key for key in ("expect", "all", "none", "tags") if key not in raw]
    if missing:
        raise BatchError(f"line {number}: lacks {', '.join(missing)}; see tests/data/questions.jsonl")
    if raw["expect"] not in EXPECTATIONS:
        raise BatchError(f'line {number}: "expect" is {raw["expect"]!r}; write one of {", ".join(EXPECTATIONS)}')
    for key in ("all", "none", "tags"):
        if not (isinstance(raw[key], list) and all(isinstance(item, str) for item in raw[key])):
            raise BatchError(f'line {number}: "{key}" is not a list of texts; write ["…"] or []')
    for pattern in (*raw["all"], *raw["none"]):
        try:
            re.compile(pattern)
        except re.error as error:
            raise BatchError(f"line {number}: {pattern!r} is not a pattern ({error}); mend it") from None


def judge(row: Mapping[str, Any], answered: AnsweredRow) -> str:
    """Return the verdict on one answer."""
    text, outcome = _plain(answered), answered.outcome
    if any(re.search(pattern, text, re.IGNORECASE) for pattern in row["none"]):
        return "wrong"
    if row["expect"] == "any":
        return "right"
    if outcome == "choices":
        return "unsure"
    if row["expect"] == "unknown":
        return _judge_refusal(row, outcome, text)
    if outcome == "unknown":
        return "missed"
    if not _holds(row["all"], text):
        return "missed" if outcome in _REFUSALS else "wrong"
    return "dump" if _is_timetable_dump(row, text) else "right"


def _is_timetable_dump(row: Mapping[str, Any], text: str) -> bool:
    """Whether the fact asked for hides among the times of a timetable that nobody asked for; 3:10 is 15:10."""
    found = [time.groups(default="") for time in _CLOCK_TIME.finditer(text)]
    times = {(int(h or hour) % _HALF_DAY_HOURS, int(m or minute or 0)) for h, m, hour, minute in found}
    return len(times) > MOST_TIMES and not (_ASKS_FOR_TIMETABLE.search(row["q"]) or _LIST_TAGS & set(row["tags"]))


def _judge_refusal(row: Mapping[str, Any], outcome: str, text: str) -> str:
    fitting = outcome in _REFUSALS and (outcome != "unconfirmed" or _UNCONFIRMED_TAGS & set(row["tags"]))
    if not fitting:
        return "wrong"
    return "dump" if len(text) > LONGEST_REFUSAL else "right"


def _holds(patterns: Iterable[str], text: str) -> bool:
    return all(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)


def _plain(answered: AnsweredRow) -> str:
    return " ".join(unicodedata.normalize("NFC", answered.text).split())
