"""Two desks asked the same: which answers differ at which moments, and which become right or wrong."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from bot.channels.desk import Desk
from bot.core.expectations import Fault
from bot.core.reply import Outcome, Reply
from bot.core.stages import Stage
from bot.impact.cases import Case

Moment: TypeAlias = Stage | Literal["own"]
Verdict = Literal["became_wrong", "became_right", "still_wrong", "right", "unjudged"]
Lines: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A question whose answer changes alike at some ``moments``: the lines that differ, ``before`` and ``after``.

    It is judged where its own moment is among them: ``fault`` is what is wrong with the new answer.
    """

    case: Case
    moments: tuple[Moment, ...]
    before: Lines
    after: Lines
    verdict: Verdict
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs; the cases answered wrong as before; the new replies, and the paths of what those rest on."""

    asked: int
    changes: tuple[Change, ...]
    still_wrong: tuple[Case, ...]
    told: frozenset[str]
    reached: frozenset[str]

    def judged(self, verdict: Verdict) -> tuple[Change, ...]:
        """Return the changes with a verdict."""
        return tuple(change for change in self.changes if change.verdict == verdict)


@dataclass(frozen=True, slots=True)
class _Pair:
    """The old reply and the new one to a question at one moment."""

    old: Reply
    new: Reply

    @property
    def told(self) -> tuple[Lines, Lines, bool]:
        """What people see of both, and whether the kind of answer differs."""
        return _tell(self.old), _tell(self.new), self.old.outcome is not self.new.outcome


def compare(cases: Iterable[Case], old: Desk, new: Desk, stages: Mapping[Stage, datetime]) -> Comparison:
    """Ask every question of both desks, at its own moment and at each stage."""
    asked = [_ask_both(case, old, new, stages) for case in cases]
    replies = [pair.new for both in asked for pair in both.pairs.values()]
    return Comparison(
        asked=len(asked),
        changes=tuple(change for both in asked for change in _list_changes(both)),
        still_wrong=tuple(both.case for both in asked if both.verdict == "still_wrong"),
        told=frozenset(reply.text for reply in replies),
        reached=frozenset(path for reply in replies for path in reply.facts),
    )


@dataclass(frozen=True, slots=True)
class _Both:
    """A question with its replies by the moments, and how the change at its ``own`` moment is judged."""

    case: Case
    pairs: Mapping[Moment, _Pair]
    own: Moment
    verdict: Verdict
    fault: Fault | None


def _ask_both(case: Case, old: Desk, new: Desk, stages: Mapping[Stage, datetime]) -> _Both:
    own: Moment = next((stage for stage, now in stages.items() if now == case.at), "own")
    moments: dict[Moment, datetime] = dict([(own, case.at), *stages.items()])
    pairs = {moment: _Pair(_ask(old, case, now), _ask(new, case, now)) for moment, now in moments.items()}
    return _Both(case, pairs, own, *_judge(case, pairs[own]))


def _ask(desk: Desk, case: Case, now: datetime) -> Reply:
    return desk.ask(case.ask, desk.fold(case.after, now), now)


def _judge(case: Case, pair: _Pair) -> tuple[Verdict, Fault | None]:
    was, fault = case.find_fault(pair.old), case.find_fault(pair.new)
    if fault:
        return ("still_wrong" if was else "became_wrong"), fault
    return ("became_right" if was else "right"), None


def _list_changes(both: _Both) -> Iterator[Change]:
    """Yield the changes of a question, that at its own moment first, those that are alike at several moments once."""
    moments_by_told: dict[tuple[Lines, Lines, bool], list[Moment]] = {}
    for moment, pair in both.pairs.items():
        moments_by_told.setdefault(pair.told, []).append(moment)
    for (old, new, is_of_other_kind), moments in moments_by_told.items():
        if old != new or is_of_other_kind:
            is_judged = both.own in moments
            verdict, fault = (both.verdict, both.fault) if is_judged else ("unjudged", None)
            yield Change(both.case, tuple(moments), *_differ(old, new), verdict, fault)


def _tell(reply: Reply) -> Lines:
    """Return what a reader sees; buttons only where they are the answer."""
    labels = [f"[{choice.label}]" for choice in reply.choices] if reply.outcome is Outcome.CHOICES else []
    return (*reply.text.splitlines(), *labels)


def _differ(old: Lines, new: Lines) -> tuple[Lines, Lines]:
    """Return the lines that are not in the other; all of them where it is only the kind of answer that differs."""
    blocks = [code for code in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if code[0] != "equal"]
    before = tuple(line for _, start, end, _, _ in blocks for line in old[start:end])
    after = tuple(line for _, _, _, start, end in blocks for line in new[start:end])
    return (before, after) if before or after else (old, new)
