"""Ways through a document's tree, whatever it holds: the entries of a section, the texts of a field."""

from collections.abc import Iterator

from bot.loading.nodes import Document, Trail, Tree


def follow(tree: Tree, trail: Trail) -> "Tree | None":
    """Return the part of a tree that a trail leads to, or None."""
    part: Tree | None = tree
    for step in trail:
        if isinstance(part, dict):
            part = part.get(str(step))
        elif isinstance(part, list) and isinstance(step, int):
            part = part[step]
        else:
            return None
    return part


def list_entries(document: Document, section: str) -> Iterator[tuple[Trail, dict[str, Tree]]]:
    """Yield the entries of a section with their trails; ``release`` is the one of its own."""
    found = document.tree.get(section)
    if isinstance(found, dict) and section == "release":
        yield (section,), found
    elif isinstance(found, dict):
        yield from (((section, id_), entry) for id_, entry in found.items() if isinstance(entry, dict))
    elif isinstance(found, list):
        yield from (((section, index), entry) for index, entry in enumerate(found) if isinstance(entry, dict))


def list_texts(value: "Tree | None", trail: Trail) -> Iterator[tuple[Trail, str]]:
    """Yield the texts of a field with their trails, be it one text or a list of them."""
    if isinstance(value, str):
        yield trail, value.strip()
    elif isinstance(value, list):
        yield from (((*trail, index), part.strip()) for index, part in enumerate(value) if isinstance(part, str))


def list_all_texts(document: Document) -> Iterator[tuple[Trail, str]]:
    """Yield every text of a file with its trail."""
    yield from _walk(document.tree, ())


def _walk(part: Tree, trail: Trail) -> Iterator[tuple[Trail, str]]:
    if isinstance(part, str):
        yield trail, part
    else:
        for step, value in part.items() if isinstance(part, dict) else enumerate(part):
            yield from _walk(value, (*trail, step))
