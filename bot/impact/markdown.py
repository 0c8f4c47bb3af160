"""What an edit changes, in Markdown: for the summary of a run, or a comment on a pull request."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bot.impact.grouping import Group
from bot.impact.report import Report, list_judged, list_others, tell_head, tell_summary

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~@])")  # https://spec.commonmark.org/0.31.2/#backslash-escapes
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def render_markdown(report: Report, words: Mapping[str, str]) -> str:
    """Return the report as a heading, a table for each group, and lists."""
    summary, *advice = tell_summary(report.comparison, words)
    lines = [f"### {_escape(summary)}", *map(_escape, advice)]
    for number, group in enumerate(report.groups, 1):
        lines += ["", *_render_group(number, group, words)]
    if wrong := report.comparison.still_wrong:
        lines += _list(words["impact_still_wrong"].format(count=len(wrong)), (f"{c.ask} ({c.place})" for c in wrong))
    if report.unreached:
        lines += _list(words["impact_unreached"].format(count=len(report.unreached)), report.unreached)
    made = words["impact_made"].format(old=report.old, new=report.new, seconds=f"{report.seconds:.1f}")
    return "\n".join([*lines, "", _escape(made), ""])


def _render_group(number: int, group: Group, words: Mapping[str, str]) -> Iterator[str]:
    nothing, shown = (words["impact_nothing"],), group.example
    yield from (f"#### {_escape(tell_head(number, group, words))}", "")
    yield from (f"| {_escape(words['impact_before'])} | {_escape(words['impact_after'])} |", "|---|---|")
    yield f"| {_cell(shown.before or nothing)} | {_cell(shown.after or nothing)} |"
    yield from ("", *(f"- {_escape(told)}" for told in (*list_judged(group, words), *list_others(group, words))))


def _list(head: str, items: Iterable[str]) -> list[str]:
    return ["", _escape(head), "", *(f"- {_escape(item)}" for item in items)]


def _cell(lines: Iterable[str]) -> str:
    return "<br>".join(_escape(line) for line in lines)


def _escape(text: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(text.split())).translate(_ENTITIES)
