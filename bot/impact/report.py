"""What an edit changes, as it is told: the values that every format is made of."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.core.stages import STAGES, Stage
from bot.impact.comparing import Change, Comparison, Moment
from bot.impact.grouping import Group
from bot.impact.swaps import Swap
from bot.table.reporting import tell_fault

MARK_BY_VERDICT = {"became_wrong": "✗", "became_right": "✓"}
MOST_NAMED = 4  # questions of a group that are told by name; those that became wrong or right are always told


@dataclass(frozen=True, slots=True)
class Report:
    """A comparison with what it was made of: ``old`` and ``new`` name the two states, ``seconds`` is what it took."""

    old: str
    new: str
    comparison: Comparison
    groups: tuple[Group, ...]
    unreached: tuple[str, ...]
    seconds: float


def tell_summary(comparison: Comparison, words: Mapping[str, str]) -> list[str]:
    """Return the line that says whether anything changes and for the better, and what to do where not."""
    changed = len({change.case for change in comparison.changes})
    wrong, right = (len(comparison.judged(verdict)) for verdict in ("became_wrong", "became_right"))
    if not comparison.asked:
        return [words["table_empty"]]
    if not changed:
        return [words["impact_none"].format(asked=comparison.asked)]
    told = [words["impact_changed"].format(changed=changed, asked=comparison.asked)]
    told += [words["impact_right"].format(count=right)] if right else []
    told += [words["impact_wrong"].format(count=wrong)] if wrong else [words["impact_none_wrong"]]
    return [" ".join(told), *([words["impact_advice"]] if wrong else [])]


def tell_head(number: int, group: Group, words: Mapping[str, str]) -> str:
    """Return the head of a group: the words swapped, if it is no more than that, in how many answers, and when."""
    swaps = ", ".join(_tell_swap(swap, words) for swap in group.swaps)
    when = _tell_when(group.moments, words) if group.others else ""
    parts = (swaps, words["impact_count"].format(count=len(group.changes)), when)
    return f"{number}. {' · '.join(filter(None, parts))}"


def _tell_swap(swap: Swap, words: Mapping[str, str]) -> str:
    before, after = (word.strip(" ,") for word in swap)
    sentence = "impact_swap" if before and after else "impact_left_out" if before else "impact_added"
    return words[sentence].format(before=before, after=after)


def list_judged(group: Group, words: Mapping[str, str]) -> list[str]:
    """Return the questions of a group that became wrong or right, why, and where each is written."""
    return [_tell_judged(change, words) for change in group.judged]


def list_others(group: Group, words: Mapping[str, str]) -> list[str]:
    """Return the other questions, a few by name, with when it is that they change, if not whenever the group does."""
    named = group.others[:MOST_NAMED]
    more = len(group.others) - len(named)
    told = [_tell_other(change, group, words) for change in named]
    return [*told, words["impact_more"].format(count=more)] if more else told


def _tell_judged(change: Change, words: Mapping[str, str]) -> str:
    verdict = tell_fault(change.fault, words) if change.fault else words["impact_became_right"]
    return f"{MARK_BY_VERDICT[change.verdict]} {_tell_asked(change)} — {verdict} [{change.case.place}]"


def _tell_other(change: Change, group: Group, words: Mapping[str, str]) -> str:
    when = _tell_when(change.moments, words) if _stages_in(change.moments) != _stages_in(group.moments) else ""
    return f"{_tell_asked(change)} ({when})" if when else _tell_asked(change)


def _tell_asked(change: Change) -> str:
    return " → ".join((*change.case.after, change.case.ask))


def _tell_when(moments: Collection[Moment], words: Mapping[str, str]) -> str:
    """Say at which moments an answer changes, where it does not at every stage."""
    stages = _stages_in(moments)
    named = [words[f"moment_{moment}"] for moment in stages or ("own",)]
    return "" if len(stages) == len(STAGES) else words["impact_only"].format(moments=", ".join(named))


def _stages_in(moments: Collection[Moment]) -> tuple[Stage, ...]:
    """The stages among the moments; a question's own moment lies near one of them."""
    return tuple(stage for stage in STAGES if stage in moments)
