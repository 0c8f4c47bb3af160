"""Another spelling of a change: ``changed: { was: …, at: … }`` for ``status: changed``, ``was`` and ``since``."""

from dataclasses import replace

from bot.loading.nodes import Document, Place, Trail, Tree

_FIELD_BY_KEY = {"was": "was", "at": "since"}


def spell_out(document: Document) -> Document:
    """Return the document with every such ``changed`` as the fields it stands for, at the places where it stands.

    One that is beside a status of the entry or field, or holds anything else, stays: it is a mistake.
    """
    place_by_trail = dict(document.place_by_trail)
    tree = _spell_out(document.tree, (), place_by_trail)
    assert isinstance(tree, dict)
    return replace(document, tree=tree, place_by_trail=place_by_trail)


def _spell_out(part: Tree, trail: Trail, place_by_trail: dict[Trail, Place]) -> Tree:
    if isinstance(part, list):
        return [_spell_out(child, (*trail, index), place_by_trail) for index, child in enumerate(part)]
    if not isinstance(part, dict):
        return part
    spelled = {key: _spell_out(child, (*trail, key), place_by_trail) for key, child in part.items()}
    change = spelled.get("changed")
    if not isinstance(change, dict) or not _is_plain(change, spelled):
        return spelled
    place_by_trail[(*trail, "status")] = place_by_trail[(*trail, "changed")]
    for key, field in _FIELD_BY_KEY.items():
        _move((*trail, "changed", key), (*trail, field), place_by_trail)
    rest = {key: child for key, child in spelled.items() if key != "changed"}
    return {**rest, "status": "changed", **{_FIELD_BY_KEY[key]: child for key, child in change.items()}}


def _is_plain(change: dict[str, Tree], part: dict[str, Tree]) -> bool:
    """Whether a ``changed`` can be spelled out: it is whole, and nothing beside it contradicts it."""
    is_whole = "was" in change and change.keys() <= _FIELD_BY_KEY.keys()
    return is_whole and part.keys().isdisjoint(("status", "was", "since"))


def _move(old: Trail, new: Trail, place_by_trail: dict[Trail, Place]) -> None:
    """Give the places below one trail to another."""
    found = {trail: place for trail, place in place_by_trail.items() if trail[: len(old)] == old}
    place_by_trail.update({(*new, *trail[len(old) :]): place for trail, place in found.items()})
