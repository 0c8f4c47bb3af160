"""What each field is for, and what each name to choose from means: the words of bot/language/*/fields.yaml."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from bot.core.model import Language
from bot.loading.fields import Shape
from bot.loading.languages import LANGUAGE_DIR
from bot.loading.words import load_mapping


@cache
def load_descriptions(language: Language) -> Mapping[str, str]:
    """Return what each field is for by its full name, such as ``Item.start``. Raises KnowledgeError."""
    held: dict[str, Any] = load_mapping(_find_file(language))
    return {f"{shape}.{name}": str(said) for shape, fields in held["fields"].items() for name, said in fields.items()}


def _find_file(language: Language) -> Path:
    return LANGUAGE_DIR / language / "fields.yaml"


def load_meanings(kind: str, language: Language) -> Mapping[str, str]:
    """Return what the names of a kind mean: of ``kinds`` (of rows), ``media``, ``statuses`` or ``topics``."""
    if kind == "topics":
        topics: dict[str, Any] = load_mapping(LANGUAGE_DIR / language / "topics.yaml")
        return {name: str(topic["name"]) for name, topic in topics.items()}
    held: dict[str, Any] = load_mapping(_find_file(language))
    return {name: str(said) for name, said in held["names"][kind].items()}


def name_field(shape: type[Shape], name: str) -> str:
    """Return the full name of a field: its own, as files have it, behind that of the first shape that has it."""
    owners = [owner for owner in shape.__mro__ if issubclass(owner, Shape) and name in list_names(owner)]
    return f"{owners[-1].__name__}.{name}"


def list_names(shape: type[Shape]) -> tuple[str, ...]:
    """Return the names of a shape's fields, as files have them."""
    return tuple(field.alias or name for name, field in shape.model_fields.items())


def find_field(shape: type[Shape], steps: tuple[str, ...]) -> str | None:
    """Return the full name of the field that a trail leads to within a shape, None where it leads to none.

    The steps are names of fields alone, without ids and places in lists.
    """
    shapes, found = [shape], None
    for step in steps:
        owner = next((shape for shape in shapes if step in list_names(shape)), None)
        if owner is None:
            return None
        found = name_field(owner, step)
        field = next(field for name, field in owner.model_fields.items() if step == (field.alias or name))
        shapes = list(list_shapes(field.annotation))
    return found


def list_shapes(annotation: object) -> Iterator[type[Shape]]:
    """Yield the shapes that an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for part in get_args(annotation):
        yield from list_shapes(part)
