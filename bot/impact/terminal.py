"""What an edit changes, for a terminal of a hundred columns: before on the left, after on the right."""

from collections.abc import Iterator, Mapping

from bot.impact.columns import beside, wrap
from bot.impact.comparing import Comparison
from bot.impact.grouping import Group, group_alike
from bot.impact.report import Report, list_judged, list_others, tell_head, tell_summary
from bot.loading.excerpts import measure

_WIDTH = 100
_COLUMN = 46
_MOST_ROWS = 4  # of an example; the other formats tell all


def render_text(report: Report, words: Mapping[str, str]) -> str:
    """Return the report; one line where nothing changes and all is asked about."""
    lines = [*render_changes(report.comparison, words), *_render_rest(report, words)]
    if report.comparison.changes:
        made = words["impact_made"].format(old=report.old, new=report.new, seconds=f"{report.seconds:.1f}")
        lines += ["", made]
    return "\n".join(lines)


def render_changes(comparison: Comparison, words: Mapping[str, str]) -> list[str]:
    """Return the lines that tell what changes, and no more than that."""
    groups = group_alike(comparison.changes)
    before, after = ((words[key],) for key in ("impact_before", "impact_after"))
    heads = ["", *(f"   {row}" for row in beside(before, after, _COLUMN))] if groups else []
    told = (line for number, group in enumerate(groups, 1) for line in _render_group(number, group, words))
    return [*tell_summary(comparison, words), *heads, *told]


def _render_group(number: int, group: Group, words: Mapping[str, str]) -> Iterator[str]:
    head = tell_head(number, group, words)
    yield f"── {head} {'─' * (_WIDTH - 4 - measure(head))}"
    nothing, shown = (words["impact_nothing"],), group.example
    rows = list(beside(shown.before or nothing, shown.after or nothing, _COLUMN))
    yield from (f"   {row}" for row in rows[:_MOST_ROWS])
    if len(rows) > _MOST_ROWS:
        yield "   …"
    others = " ".join(f"· {each}" for each in list_others(group, words))
    yield from (f" {line}" for told in (*list_judged(group, words), others) for line in _hang(told))


def _hang(text: str) -> Iterator[str]:
    """Yield the lines of a text, all but the first indented."""
    for number, line in enumerate(wrap(text, _WIDTH - 4)):
        yield f"  {line}" if number else line


def _render_rest(report: Report, words: Mapping[str, str]) -> Iterator[str]:
    """What did not change and is yet to be looked at."""
    if wrong := report.comparison.still_wrong:
        yield from ("", words["impact_still_wrong"].format(count=len(wrong)))
        yield from (f" · {case.ask} ({case.place})" for case in wrong)
    if report.unreached:
        yield from ("", words["impact_unreached"].format(count=len(report.unreached)))
        yield from (f"   {line}" for line in wrap(", ".join(report.unreached), _WIDTH - 4))
