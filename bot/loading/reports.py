"""The problems of a folder as a person reads them, as an editor does (JSON), and as GitHub's checks do."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.core.model import Language
from bot.loading.excerpts import excerpt
from bot.loading.files import read_bytes
from bot.loading.languages import load_check_phrases
from bot.loading.problems import KnowledgeError, Problem
from bot.loading.rules import Level
from bot.loading.sources import split_lines
from bot.loading.telling import tell, tell_both, tell_instead, tell_what

Report = Callable[[Path, Sequence[Problem], Language], Iterator[str]]

_INDENT = "    "


def count_errors(problems: Sequence[Problem]) -> int:
    """Return how many of the problems are errors; the others are warnings."""
    return sum(1 for problem in problems if problem.rule.level is Level.ERROR)


def report_text(folder: Path, problems: Sequence[Problem], language: Language) -> Iterator[str]:
    """Yield each problem with the line it stands in and a mark below its column, and at last how many there are."""
    phrases = load_check_phrases(language)
    lines_by_file: dict[str, list[str]] = {}
    for problem in problems:
        yield tell(problem, language, _name_file(folder, problem))
        if problem.file not in lines_by_file:
            lines_by_file[problem.file] = _read_lines(folder / problem.file) if problem.line else []
        label = f"{phrases[f'check_{problem.rule.level}']}: {problem.rule}"
        yield from _show_place(lines_by_file[problem.file], problem, label)
    errors = count_errors(problems)
    words = {"folder": folder, "errors": errors, "warnings": len(problems) - errors}
    yield phrases["check_count" if problems else "check_none"].format_map(words)


def _show_place(lines: Sequence[str], problem: Problem, label: str) -> Iterator[str]:
    if 0 < problem.line <= len(lines):
        line, mark = excerpt(lines[problem.line - 1], problem.column, f"^ {label}")
        yield _INDENT + line
        yield _INDENT + mark
    else:
        yield _INDENT + label


def report_json(folder: Path, problems: Sequence[Problem], language: Language) -> Iterator[str]:
    """Yield one list of objects; ``line`` and ``column`` are null where a problem is about a file as a whole."""
    rows = [
        {
            "file": _name_file(folder, problem),
            "line": problem.line or None,
            "column": problem.column or None,
            "rule": problem.rule,
            "level": problem.rule.level,
            "entry": problem.entry,
            "message": tell_what(problem, language),
            "instead": tell_instead(problem, language),
        }
        for problem in problems
    ]
    yield json.dumps(rows, ensure_ascii=False, indent=2)


def report_github(folder: Path, problems: Sequence[Problem], language: Language) -> Iterator[str]:
    """Yield a workflow command for each problem, which GitHub shows beside the line of a pull request.

    https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions has the commands; how they are
    escaped is told by https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts.
    """
    for problem in problems:
        place = {"line": problem.line, "col": problem.column} if problem.line else {}
        properties = {"file": _name_file(folder, problem), **place, "title": problem.rule}
        told = ",".join(f"{name}={_escape_property(str(value))}" for name, value in properties.items())
        entry = f"'{problem.entry}': " if problem.entry else ""
        yield f"::{problem.rule.level} {told}::{_escape(entry + tell_both(problem, language))}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def _name_file(folder: Path, problem: Problem) -> str:
    """Name a problem's file as a terminal or an editor can open it from here."""
    return problem.file if problem.file == str(folder) else str(folder / problem.file)


def _read_lines(path: Path) -> list[str]:
    """Read the lines of a file once more; none where it is not to be read, which is among the problems."""
    try:
        return split_lines(read_bytes(path))
    except (KnowledgeError, FileNotFoundError):
        return []


REPORT_BY_FORMAT: Mapping[str, Report] = {"text": report_text, "json": report_json, "github": report_github}
