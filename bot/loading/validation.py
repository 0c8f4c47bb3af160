"""A document held against its shape: the parts that fit, and a problem for each that does not."""

import copy
from collections.abc import Mapping
from itertools import takewhile

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.loading.fields import Unknown
from bot.loading.nodes import SECTIONS, Document, Tree
from bot.loading.problems import Problem, ReadingError, find_nearest, show, suggest
from bot.loading.rules import Rule
from bot.loading.schema import Folder

MOST_ROUNDS = 4  # a field goes, then its entry without it, then the file
EXAMPLE_BY_FIELD = {
    "title": "title: 휴식",
    "date": "date: 2020-09-25",
    "start": "start: 14:10",
    "end": "end: 16:30",
    "name": "name: 바다숲연구원",
    "organisation": "organisation: mof",
    "role": "role: 주최",
    "order": "order: 1",
    "purpose": "purpose: 취재·문의",
    "headline": "headline: 바다숲을 되살린다",
    "media": "media: [newspaper]",
    "speaker": "speaker: kang_hyunsoo",
    "text": "text: “말한 그대로”",
    "answer": "answer: 무료입니다.",
    "label": "label: 참가비",
    "ko": "ko: 휴식",
    "ask": "ask: 어디서 하나요?",
    "value": "value: 국토도시실장",
    "status": "status: unconfirmed",
    "was": "was: 1층 소회의실",
}


def validate(documents: Mapping[str, Document]) -> tuple[Folder, list[Problem]]:
    """Return what fits the shape of the documents (by file name without its ending), and all that does not.

    Entries with a mistake are left out of what is returned, so that the others can still be held against each other.
    """
    tree: dict[str, Tree] = {stem: copy.deepcopy(document.tree) for stem, document in documents.items()}
    problems: list[Problem] | None = None
    for _ in range(MOST_ROUNDS):
        try:
            return Folder.model_validate(tree), problems or []
        except ValidationError as error:
            details = error.errors(include_url=False)
        if problems is None:  # what a later round finds follows from what was left out
            problems = [
                _tell(documents[str(detail["loc"][0])], detail) for detail in details if not _is_misspelt(detail)
            ]
        for detail in details:
            _cut(tree, _choose_cut(documents, detail))
    return Folder(), problems or []


def _choose_cut(documents: Mapping[str, Document], detail: ErrorDetails) -> list[str]:
    """Choose what goes: an unknown field, else the entry or the top field that holds the mistake, else the file."""
    stem, *steps = detail["loc"][:-1] if detail["type"] == "missing" else detail["loc"]
    known = documents[str(stem)].follow(tuple(steps))
    trail = [str(stem), *map(str, takewhile(lambda step: isinstance(step, str), known))]
    if isinstance(detail["input"], Unknown):
        return trail
    return trail[: 3 if trail[1:2] and trail[1] in SECTIONS else 2]


def _cut(tree: dict[str, Tree], trail: list[str]) -> None:
    part: Tree = tree
    for step in trail[:-1]:
        part = part.get(step, "") if isinstance(part, dict) else ""
    if isinstance(part, dict):
        part.pop(trail[-1], None)


def _is_misspelt(detail: ErrorDetails) -> bool:
    """Whether a missing field is there under a name that is none, and is reported as such."""
    if detail["type"] != "missing" or not isinstance(detail["input"], dict):
        return False
    unknown = [(name, value.names) for name, value in detail["input"].items() if isinstance(value, Unknown)]
    return any(find_nearest(name, names) == detail["loc"][-1] for name, names in unknown)


def _tell(document: Document, detail: ErrorDetails) -> Problem:
    trail, found = detail["loc"][1:], detail["input"]
    if isinstance(found, Unknown):
        rule = Rule.UNQUOTED_COMMA if found.is_empty else Rule.UNKNOWN_FIELD
        return document.problem(trail, rule, **suggest(str(trail[-1]), found.names))
    if detail["type"] == "missing":
        name = str(trail[-1])
        return document.problem(trail[:-1], Rule.MISSING_FIELD, field=name, example=EXAMPLE_BY_FIELD[name])
    mistake = detail.get("ctx", {}).get("error")
    if isinstance(mistake, ReadingError):
        return document.problem(trail, mistake.rule, **mistake.words)
    return document.problem(trail, Rule.UNFIT_VALUE, text=show(str(found)))
