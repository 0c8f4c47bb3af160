"""What YAML's complaints mean to somebody who does not program."""

import re
from dataclasses import dataclass

import yaml

from bot.loading.problems import Problem

_NO_SPACE = re.compile(r"\s*(?:- )?([A-Za-z_]\w*):([^\s/].*)")
_NO_COLON = re.compile(r"\s*(?:- )?([a-z_]+) +([^:]+)")
_OPEN_QUOTE = re.compile(r"""\s*(?:- )?(?:[A-Za-z_]\w*: +)?(?:"(?:[^"\\]|\\.)*|'[^']*)""")


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a complaint that matches ``pattern`` means; it stands where the trouble ``begins``, or where it was met."""

    pattern: str
    what: str
    instead: str
    begins: bool = False


_WIDE_COLON = re.compile(r"(\s*[A-Za-z_]\w*) ?：")
_QUOTES = "put the whole text in quotes"
_BRACKETS = "close the bracket and the quote, and put a text with , : ? [ ] { } in quotes"
_RULES = (
    _Rule("anchor or alias", "begins with & or *, which YAML keeps for itself", _QUOTES),
    _Rule("too deep", "has more levels or brackets than any field", "delete the brackets, or put the text in quotes"),
    _Rule("too many", "has more values than any seminar needs", "delete what is not knowledge of this seminar"),
    _Rule("quoted scalar found unexpected", "has a quote that is never closed", "type the closing quote", begins=True),
    _Rule("double-quoted scalar", r"has a \ between double quotes", "use single quotes, or delete it"),
    _Rule("a directive|a tag|tag handle", "begins with ! or %, which YAML keeps for itself", _QUOTES, begins=True),
    _Rule("an anchor|an alias", "begins with & or *, which YAML keeps for itself", _QUOTES, begins=True),
    _Rule("a block scalar", "begins with | or >, which YAML keeps for itself", _QUOTES, begins=True),
    _Rule("start any token|keys are not|node content", "begins with a sign that YAML keeps for itself", _QUOTES),
    _Rule("another document", "begins a second document", "delete the line ---"),
    _Rule(
        "a flow",
        "has a bracket or a quote that is not closed, or a text in it that needs quotes",
        _BRACKETS,
        begins=True,
    ),
    _Rule("sequence entries", "begins a list on the field's own line", "write [a, b], or each '- a' on a line below"),
    _Rule("expected ':'", "has no colon", "write the field's name, a colon, a space and its value", begins=True),
    _Rule(r"but found '[\]}]'", "has a closing bracket too many", "delete it, or put the text in quotes"),
    _Rule("", "does not line up with the lines above", "give it as many spaces in front as its neighbours have"),
)


def explain(file: str, source: str, error: Exception) -> Problem:
    """Return the problem that a YAML error stands for, at the place where a person would look for it."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        what = r"holds a code (after \ or %) that stands for no character"
        line = source[: max(source.find("\\U"), 0)].count("\n")
        return _place(file, line, 0, what, "delete the code")
    lines = [*source.split("\n"), ""]
    complaint = f"{error.context} {error.problem}"
    met = error.problem_mark
    begun = error.context_mark or met
    return (
        _find_wide_colon(file, lines, met.line)
        or _find_culprit(file, lines, complaint, begun.line, met.line)
        or _explain_colon(file, lines, complaint, met)
        or _apply_rules(file, complaint, begun, met)
    )


def _find_culprit(file: str, lines: list[str], complaint: str, begun: int, met: int) -> Problem | None:
    """Look for the two slips that YAML notices too late: an open quote further up, no space after a colon."""
    if "quoted scalar" not in complaint:
        for number in range(met, -1, -1):
            if _OPEN_QUOTE.fullmatch(lines[number]):
                column = re.search("[\"']", lines[number])
                start = column.start() if column else 0
                return _place(file, number, start, "has a quote that is never closed", "type the closing quote")
    first = begun if "simple key" in complaint else met - 1
    for number in range(max(first, 0), met + 1):
        if found := _NO_SPACE.fullmatch(lines[number]):
            return _place(
                file, number, found.end(1), "lacks a space after the colon", f"write {found[1]}: {found[2].strip()}"
            )
    return None


def _find_wide_colon(file: str, lines: list[str], last: int) -> Problem | None:
    """Find a field whose colon was typed full-width, at the line met or the one before."""
    for number in (last, last - 1):
        found = _WIDE_COLON.match(lines[number]) if number >= 0 else None
        if found:
            return _place(file, number, found.end(1), "has a full-width colon", "type a plain colon : and a space")
    return None


def _explain_colon(file: str, lines: list[str], complaint: str, met: yaml.Mark) -> Problem | None:
    """Explain a colon that YAML did not expect, or words after a closed quote."""
    before = lines[met.line][: met.column]
    if "found '<scalar>'" in complaint and before.rstrip().endswith(("'", '"')):
        what, instead = "has words after the closing quote", "put the whole text in quotes of the other kind"
        return _place(file, met.line, met.column, what, instead)
    if "mapping values" not in complaint:
        return None
    if re.search(r":\s", before):
        what, instead = "has a second colon", "put the text after the first one in quotes"
        return _place(file, met.line, met.column, what, instead)
    if found := _NO_COLON.fullmatch(lines[met.line - 1]):
        return _place(file, met.line - 1, found.end(1), "has no colon", f"write {found[1]}: {found[2].strip()}")
    column = len(before) - len(before.lstrip())
    return _place(file, met.line, column, "does not line up with the line above", "give both the same spaces in front")


def _apply_rules(file: str, complaint: str, begun: yaml.Mark, met: yaml.Mark) -> Problem:
    rule = next(rule for rule in _RULES if re.search(rule.pattern, complaint))
    mark = begun if rule.begins else met
    return _place(file, mark.line, mark.column, rule.what, rule.instead)


def _place(file: str, line: int, column: int, what: str, instead: str) -> Problem:
    return Problem(file=file, line=line + 1, column=column + 1, what=what, instead=instead)
