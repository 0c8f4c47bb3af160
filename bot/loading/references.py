"""References across the files: each names something that is there.

Works on what the files say rather than on what fits their shape, so that one mistake does not hide another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.loading.entries import list_entries, list_texts
from bot.loading.fields import is_claim
from bot.loading.nodes import Document, Trail, Tree
from bot.loading.problems import Problem, find_nearest, show
from bot.loading.rules import Rule

Documents = Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class _Reference:
    """A field that names entries of other sections by their ids."""

    stem: str
    section: str
    field: str
    targets: tuple[str, ...]


_STEM_BY_SECTION = {"people": "speakers", "organisations": "speakers", "items": "schedule"}
_REFERENCES = (
    _Reference("seminar", "hosts", "organisation", ("organisations",)),
    _Reference("schedule", "items", "chair", ("people",)),
    _Reference("schedule", "items", "speaker", ("people", "organisations")),
    _Reference("schedule", "talks", "speaker", ("people",)),
    _Reference("schedule", "talks", "session", ("items",)),
    _Reference("speakers", "people", "organisation", ("organisations",)),
    _Reference("contacts", "contacts", "person", ("people",)),
    _Reference("press", "release", "staff", ("people",)),
    _Reference("press", "quotations", "speaker", ("people",)),
)


def check_references(documents: Documents) -> Iterator[Problem]:
    """Yield a problem for every reference to nobody; what an unreadable file may hold is not missed."""
    for reference in _REFERENCES:
        readable = all(_STEM_BY_SECTION[target] in documents for target in reference.targets)
        if readable and reference.stem in documents:
            yield from _check_reference(documents, reference)


def _check_reference(documents: Documents, reference: _Reference) -> Iterator[Problem]:
    document = documents[reference.stem]
    entry_by_id = {id_: entry for target in reference.targets for id_, entry in _list_targets(documents, target)}
    for trail, entry in list_entries(document, reference.section):
        for place, text in _list_references(entry.get(reference.field), (*trail, reference.field)):
            if "," in text:
                yield document.problem(place, Rule.MISSING_BRACKETS, text=show(text), guess=f"[{text.strip()}]")
            elif text and text not in entry_by_id:
                yield document.problem(
                    place,
                    Rule.UNKNOWN_REFERENCE,
                    text=show(text),
                    sections=", ".join(reference.targets),
                    target=f"{_STEM_BY_SECTION[reference.targets[0]]}.yaml",
                    nearest=_find_meant(text, entry_by_id),
                )


def _list_references(value: "Tree | None", trail: Trail) -> Iterator[tuple[Trail, str]]:
    """List the ids of a field. Who is not confirmed may be a name; who has changed is an id, as otherwise."""
    if not isinstance(value, dict) or not is_claim(value):
        yield from list_texts(value, trail)
    elif value.get("status") == "changed":
        found = value.get("value", [])
        parts = found if isinstance(found, list) else [found]
        yield from list_texts(
            [part.get("ko", "") if isinstance(part, dict) else part for part in parts], (*trail, "value")
        )


def _find_meant(text: str, entry_by_id: Mapping[str, Tree]) -> str | None:
    """Find the id that was probably meant: that of the entry so named, else the nearest one."""
    named = [id_ for id_, entry in entry_by_id.items() if text in _list_names(entry)]
    return named[0] if named else find_nearest(text, entry_by_id)


def _list_targets(documents: Documents, section: str) -> Iterator[tuple[str, Tree]]:
    found = documents[_STEM_BY_SECTION[section]].tree.get(section)
    if isinstance(found, dict):
        yield from found.items()


def _list_names(entry: Tree) -> list[Tree]:
    """List the wordings by which somebody may have named an entry instead of its id."""
    if not isinstance(entry, dict):
        return []
    name = entry.get("name") or entry.get("title") or ""
    return list(name.values()) if isinstance(name, dict) else [name]
