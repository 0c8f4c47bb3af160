"""Fields that go with others: what a changed entry was, the end of a start, a topic or words."""

from collections.abc import Iterator

from bot.loading.entries import list_entries
from bot.loading.fields import CLAIM_STATUSES, STATUSES
from bot.loading.nodes import Document, Trail, Tree
from bot.loading.problems import Problem


def check_companions(stem: str, document: Document) -> Iterator[Problem]:
    """Yield a problem for every field that lacks its companion, or has one that it does not go with."""
    yield from _check_standings(document, document.tree, ())
    if stem == "schedule":
        for trail, talk in list_entries(document, "talks"):
            yield from _check_hours(document, trail, talk)
    if stem == "press":
        for trail, embargo in list_entries(document, "embargoes"):
            if "time" in embargo and "edition" in embargo:
                yield document.problem(
                    (*trail, "edition"), "has a time and an edition", "delete one of the two", _id(trail)
                )
    if stem == "faq":
        for trail, faq in list_entries(document, "faq"):
            if "topic" not in faq and "words" not in faq:
                instead = "add a line such as 'words: [주차, 주차장]', or a topic"
                yield document.problem(trail, "has neither a topic nor words", instead)


def _id(trail: Trail) -> str:
    return str(trail[-1])


def _check_hours(document: Document, trail: Trail, talk: dict[str, Tree]) -> Iterator[Problem]:
    for given, missing, example in (("start", "end", "16:30"), ("end", "start", "14:10")):
        if given in talk and missing not in talk:
            what, instead = f"has {given} without {missing}", f"add a line such as '{missing}: {example}'"
            yield document.problem((*trail, given), what, instead, _id(trail))


def _check_standings(document: Document, part: Tree, trail: Trail) -> Iterator[Problem]:
    """Check ``was`` and ``since`` wherever a mapping has them or a status, however deep it lies."""
    if isinstance(part, dict):
        if trail[-1:] != ("changed",) or "status" in part:  # a ``changed`` that is a mistake is reported as one
            yield from _check_standing(document, part, trail)
        for key, value in part.items():
            yield from _check_standings(document, value, (*trail, key))
    if isinstance(part, list):
        for index, value in enumerate(part):
            yield from _check_standings(document, value, (*trail, index))


def _check_standing(document: Document, part: dict[str, Tree], trail: Trail) -> Iterator[Problem]:
    if isinstance(part.get("changed"), dict) and (beside := [f for f in ("status", "was", "since") if f in part]):
        what, instead = f"stands beside {' and '.join(beside)}", "delete one of the two spellings"
        yield document.problem((*trail, "changed"), what, instead)
        return
    status = part.get("status", "confirmed")
    statuses = CLAIM_STATUSES if "value" in part else STATUSES
    if status not in statuses:  # reported by the schema
        return
    if status == "changed" and "was" not in part:
        instead = "add a line such as 'was: 1층 소회의실'"
        yield document.problem((*trail, "status"), "is changed but does not say what it was", instead)
    if status != "changed" and "was" in part:
        instead = "write status: changed, or delete the line"
        yield document.problem((*trail, "was"), f"does not go with status {status}", instead)
    datable = [f"status: {name}" for name in ("changed", "cancelled") if name in statuses]
    if f"status: {status}" not in datable and "since" in part:
        instead = f"write {' or '.join(datable)}, or delete the line"
        yield document.problem((*trail, "since"), f"does not go with status {status}", instead)
