"""What an edit changes, as it is told: the values that every format is made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.stages import STAGES
from bot.impact.comparing import Change, Comparison
from bot.impact.grouping import Group
from bot.table.reporting import tell_fault

MARK_BY_VERDICT = {"became_wrong": "✗", "became_right": "✓"}
MOST_NAMED = 4  # questions of a group that are told one by one; those that became wrong or right are always told


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


def _tell_when(change: Change, words: Mapping[str, str]) -> str:
    """Say at which moments an answer changes, where it does not at every stage."""
    if set(STAGES) <= set(change.moments):
        return ""
    moments = [words[f"moment_{moment}"] for moment in (*STAGES, "own") if moment in change.moments]
    return " " + words["impact_only"].format(moments=", ".join(moments))


def tell_head(number: int, group: Group, words: Mapping[str, str]) -> str:
    """Return the head of a group: the words that are swapped, if it is no more than that, and in how many answers."""
    shown = [[word.strip(" ,") or words["impact_nothing"] for word in swap] for swap in group.swaps]
    swaps = ", ".join(words["impact_swap"].format(before=before, after=after) for before, after in shown)
    parts = (swaps, words["impact_count"].format(count=len(group.changes)))
    return f"{number}. {' · '.join(filter(None, parts))}"


def tell_change(change: Change, words: Mapping[str, str]) -> str:
    """Return a question of a group: its words, and where it became wrong or right, why and where it is written."""
    asked = " → ".join((*change.case.after, change.case.ask)) + _tell_when(change, words)
    mark = MARK_BY_VERDICT.get(change.verdict)
    if not mark:
        return asked
    verdict = tell_fault(change.fault, words) if change.fault else words["impact_became_right"]
    return f"{mark} {asked} — {verdict} [{change.case.place}]"


def pick(group: Group) -> tuple[list[Change], int]:
    """Return the changes of a group that are told one by one, and how many others there are."""
    judged = [change for change in group.changes if change.verdict in MARK_BY_VERDICT]
    others = [change for change in group.changes if change.verdict not in MARK_BY_VERDICT]
    named = others[: max(MOST_NAMED - len(judged), 0)]
    return [*judged, *named], len(others) - len(named)
