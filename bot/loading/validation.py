"""A document held against its shape: the parts that fit, and a problem for each that does not."""

import copy
from collections.abc import Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.loading.nodes import SECTIONS, Document, Trail, Tree
from bot.loading.problems import Problem, ReadingError, find_nearest, show
from bot.loading.schema import Folder, Unknown

EXAMPLE_BY_FIELD = {
    "title": "title: 휴식",
    "date": "date: 2020-09-25",
    "start": "start: 14:10",
    "end": "end: 15:10",
    "name": "name: 국토연구원",
    "organisation": "organisation: krihs",
    "role": "role: 주최",
    "order": "order: 1",
    "purpose": "purpose: 취재·문의",
    "headline": "headline: 균형발전의 청사진",
    "media": "media: [newspaper]",
    "speaker": "speaker: kang_hyunsoo",
    "text": "text: “말한 그대로”",
    "answer": "answer: 무료입니다.",
    "label": "label: 참가비",
    "id": "id: speech_order",
    "ko": "ko: 휴식",
    "value": "value: 국토도시실장",
    "status": "status: unconfirmed",
}


def validate(documents: Mapping[str, Document]) -> tuple[Folder, list[Problem]]:
    """Return what fits the shape of the six documents (by file name without its ending), and all that does not.

    Entries with a mistake are left out of what is returned, so that the others can still be held against each other.
    """
    tree: dict[str, Tree] = {stem: copy.deepcopy(document.tree) for stem, document in documents.items()}
    problems: list[Problem] | None = None
    while True:
        try:
            return Folder.model_validate(tree), problems or []
        except ValidationError as error:
            details = error.errors(include_url=False)
        if problems is None:  # what a later round finds follows from what was left out
            problems = [_tell(documents[str(detail["loc"][0])], detail) for detail in details]
        for detail in details:
            stem, *trail = detail["loc"]
            _cut(tree, (stem, *documents[str(stem)].follow(tuple(trail))), isinstance(detail["input"], Unknown))


def _cut(tree: dict[str, Tree], trail: Trail, is_unknown: bool) -> None:
    """Take an unknown field, or else the entry, the top field or the file with the mistake out of the tree."""
    length = len(trail) if is_unknown else 3 if set(trail[1:2]) & set(SECTIONS) else 2
    *around, last = trail[:length]
    part: Tree = tree
    for step in around:
        part = part[step]  # type: ignore[index]  # the trail was found in this very tree
    part.pop(last, None)  # type: ignore


def _tell(document: Document, detail: ErrorDetails) -> Problem:
    trail, found = detail["loc"][1:], detail["input"]
    if isinstance(found, Unknown):
        nearest = find_nearest(str(trail[-1]), found.names)
        instead = f"write {nearest}" if nearest else f"use one of {', '.join(found.names)}"
        return document.problem(trail, "is not a field that belongs here", instead)
    if detail["type"] == "missing":
        name = str(trail[-1])
        return document.problem(trail[:-1], f"has no {name}", f"add a line such as '{EXAMPLE_BY_FIELD[name]}'")
    mistake = detail.get("ctx", {}).get("error")
    if isinstance(mistake, ReadingError):
        return document.problem(trail, mistake.what, mistake.instead)
    return document.problem(trail, f"{show(str(found))} does not fit", "see docs/knowledge.md")
