"""Scoring a question table: each row says what a reply must and must not hold.

A row is ``{"id", "q", "lang", "now", "history", "expect", "all", "none", "tags"}``. ``expect`` is ``answer`` (the reply
holds every pattern of ``all`` and none of ``none``), ``unknown`` (the reply says that there is no answer) or ``any``.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.batch import AnsweredRow, BatchError, answer_row, read_rows
from bot.channels.desk import Desk

LONGEST_REFUSAL = 300  # characters; a longer one buries what it says
LEAD = 160  # characters a phone shows at a glance
_REFUSALS = ("unconfirmed", "not_announced", "unknown")
_UNCONFIRMED_TAGS = frozenset({"unconfirmed", "discussants", "panel"})


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


def evaluate(lines: Iterable[str], desk: Desk) -> Score:
    """Answer and judge every row. Raises BatchError for a line that is no row of a table."""
    judged = []
    for number, (row, raw) in enumerate(read_rows(lines), 1):
        missing = [key for key in ("expect", "all", "none", "tags") if key not in raw]
        if missing:
            raise BatchError(f"row {number}: lacks {', '.join(missing)}; see tests/data/questions.jsonl")
        answered = answer_row(desk, row)
        judged.append(Judged(raw, answered, judge(raw, answered)))
    return Score(tuple(judged), Counter(j.verdict for j in judged))


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
    if _holds(row["all"], text):
        return "right"
    return "missed" if outcome in _REFUSALS else "wrong"


def _judge_refusal(row: Mapping[str, Any], outcome: str, text: str) -> str:
    fitting = outcome in _REFUSALS and (outcome != "unconfirmed" or _UNCONFIRMED_TAGS & set(row["tags"]))
    if not fitting:
        return "wrong"
    return "dump" if len(text) > LONGEST_REFUSAL else "right"


def _holds(patterns: Iterable[str], text: str) -> bool:
    return all(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)


def _plain(answered: AnsweredRow) -> str:
    return " ".join(unicodedata.normalize("NFC", answered.text).split())
