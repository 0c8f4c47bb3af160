"""Fields that go with others: what a changed entry was, the end of a start, a topic or words."""

from collections.abc import Iterator

from bot.loading.entries import list_entries
from bot.loading.fields import CLAIM_STATUSES, STATUSES
from bot.loading.nodes import Document, Trail, Tree
from bot.loading.problems import Problem
from bot.loading.rules import Rule


def check_companions(stem: str, document: Document) -> Iterator[Problem]:
    """Yield a problem for every field that lacks its companion, or has one that it does not go with."""
    yield from _check_standings(document, document.tree, ())
    if stem == "schedule":
        for trail, talk in list_entries(document, "talks"):
            yield from _check_hours(document, trail, talk)
    if stem == "press":
        for trail, embargo in list_entries(document, "embargoes"):
            if "time" in embargo and "edition" in embargo:
                yield document.problem((*trail, "edition"), Rule.TIME_AND_EDITION)
    if stem == "faq":
        for trail, faq in list_entries(document, "faq"):
            if "topic" not in faq and "words" not in faq:
                yield document.problem(trail, Rule.NO_TOPIC_OR_WORDS)


def _check_hours(document: Document, trail: Trail, talk: dict[str, Tree]) -> Iterator[Problem]:
    for given, missing, example in (("start", "end", "16:30"), ("end", "start", "14:10")):
        if given in talk and missing not in talk:
            words = {"given": given, "missing": missing, "example": f"{missing}: {example}"}
            yield document.problem((*trail, given), Rule.HALF_OF_THE_HOURS, **words)


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
        yield document.problem((*trail, "changed"), Rule.CHANGE_TOLD_TWICE, fields=", ".join(beside))
        return
    status = part.get("status", "confirmed")
    statuses = CLAIM_STATUSES if "value" in part else STATUSES
    if status not in statuses:  # reported by the schema
        return
    if status == "changed" and "was" not in part:
        yield document.problem((*trail, "status"), Rule.CHANGED_WITHOUT_WAS)
    if status != "changed" and "was" in part:
        yield document.problem((*trail, "was"), Rule.WAS_WITHOUT_CHANGE, status=status)
    datable = [f"status: {name}" for name in ("changed", "cancelled") if name in statuses]
    if f"status: {status}" not in datable and "since" in part:
        words = {"status": status, "datable": ", ".join(datable)}
        yield document.problem((*trail, "since"), Rule.SINCE_WITHOUT_CHANGE, **words)
