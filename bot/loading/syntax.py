"""What YAML's complaints mean to somebody who does not program."""

import re
from dataclasses import dataclass

import yaml

from bot.loading.problems import Problem, fill
from bot.loading.rules import Rule

_NO_SPACE = re.compile(r"\s*(?:- )?([A-Za-z_]\w*):([^\s/].*)")
_NO_COLON = re.compile(r"\s*(?:- )?([a-z_]+) +([^:]+)")
_OPEN_QUOTE = re.compile(r"""\s*(?:- )?(?:[A-Za-z_]\w*: +)?(?:"(?:[^"\\]|\\.)*|'[^']*)""")


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a complaint that matches ``pattern`` means; it stands where the trouble ``begins``, or where it was met."""

    pattern: str
    rule: Rule
    begins: bool = False


_WIDE_COLON = re.compile(r"(\s*[A-Za-z_]\w*) ?：")
_MEANINGS = (
    _Meaning("anchor or alias", Rule.ANCHOR_OR_ALIAS),
    _Meaning("too deep", Rule.TOO_DEEP),
    _Meaning("too many", Rule.TOO_MANY_VALUES),
    _Meaning("quoted scalar found unexpected", Rule.OPEN_QUOTE, begins=True),
    _Meaning("double-quoted scalar", Rule.BACKSLASH_IN_QUOTES),
    _Meaning("a directive|a tag|tag handle", Rule.TAG_OR_DIRECTIVE, begins=True),
    _Meaning("an anchor|an alias", Rule.ANCHOR_OR_ALIAS, begins=True),
    _Meaning("a block scalar", Rule.BLOCK_SIGN, begins=True),
    _Meaning("start any token|keys are not|node content", Rule.RESERVED_SIGN),
    _Meaning("another document", Rule.SECOND_DOCUMENT),
    _Meaning("a flow", Rule.OPEN_BRACKET, begins=True),
    _Meaning("sequence entries", Rule.LIST_ON_FIELD_LINE),
    _Meaning("expected ':'", Rule.MISSING_COLON, begins=True),
    _Meaning(r"but found '[\]}]'", Rule.EXTRA_BRACKET),
    _Meaning("", Rule.UNEVEN_INDENT),
)


def explain(file: str, source: str, error: Exception) -> Problem:
    """Return the problem that a YAML error stands for, at the place where a person would look for it."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        line = source[: max(source.find("\\U"), 0)].count("\n")
        return _place(file, line, 0, Rule.BAD_ESCAPE)
    lines = [*source.split("\n"), ""]
    complaint = f"{error.context} {error.problem}"
    met = error.problem_mark
    begun = error.context_mark or met
    return (
        _find_wide_colon(file, lines, met.line)
        or _find_culprit(file, lines, complaint, begun.line, met.line)
        or _explain_colon(file, lines, complaint, met)
        or _find_meaning(file, complaint, begun, met)
    )


def _find_culprit(file: str, lines: list[str], complaint: str, begun: int, met: int) -> Problem | None:
    """Look for the two slips that YAML notices too late: an open quote further up, no space after a colon."""
    if "quoted scalar" not in complaint:
        for number in range(met, -1, -1):
            if _OPEN_QUOTE.fullmatch(lines[number]):
                column = re.search("[\"']", lines[number])
                start = column.start() if column else 0
                return _place(file, number, start, Rule.OPEN_QUOTE)
    first = begun if "simple key" in complaint else met - 1
    for number in range(max(first, 0), met + 1):
        if found := _NO_SPACE.fullmatch(lines[number]):
            guess = f"{found[1]}: {found[2].strip()}"
            return _place(file, number, found.end(1), Rule.MISSING_SPACE, guess=guess)
    return None


def _find_wide_colon(file: str, lines: list[str], last: int) -> Problem | None:
    """Find a field whose colon was typed full-width, at the line met or the one before."""
    for number in (last, last - 1):
        found = _WIDE_COLON.match(lines[number]) if number >= 0 else None
        if found:
            return _place(file, number, found.end(1), Rule.WIDE_COLON)
    return None


def _explain_colon(file: str, lines: list[str], complaint: str, met: yaml.Mark) -> Problem | None:
    """Explain a colon that YAML did not expect, or words after a closed quote."""
    before = lines[met.line][: met.column]
    if "found '<scalar>'" in complaint and before.rstrip().endswith(("'", '"')):
        return _place(file, met.line, met.column, Rule.WORDS_AFTER_QUOTE)
    if "mapping values" not in complaint:
        return None
    if re.search(r":\s", before):
        return _place(file, met.line, met.column, Rule.SECOND_COLON)
    if found := _NO_COLON.fullmatch(lines[met.line - 1]):
        return _place(file, met.line - 1, found.end(1), Rule.MISSING_COLON, guess=f"{found[1]}: {found[2].strip()}")
    column = len(before) - len(before.lstrip())
    return _place(file, met.line, column, Rule.UNEVEN_NEIGHBOUR)


def _find_meaning(file: str, complaint: str, begun: yaml.Mark, met: yaml.Mark) -> Problem:
    meaning = next(meaning for meaning in _MEANINGS if re.search(meaning.pattern, complaint))
    mark = begun if meaning.begins else met
    return _place(file, mark.line, mark.column, meaning.rule)


def _place(file: str, line: int, column: int, rule: Rule, **words: object) -> Problem:
    return Problem(file=file, line=line + 1, column=column + 1, rule=rule, words=fill(words))
