"""Blanks: what a folder that was just written leaves for people to fill in."""

from collections.abc import Iterator

from bot.loading.descriptions import find_field, list_shapes
from bot.loading.entries import list_all_texts
from bot.loading.forms import BLANK
from bot.loading.nodes import SECTIONS, Document, Trail
from bot.loading.problems import Problem
from bot.loading.rules import Rule
from bot.loading.schema import Folder


def check_blanks(stem: str, document: Document) -> Iterator[Problem]:
    """Yield a problem for every text that holds a blank."""
    for trail, text in list_all_texts(document):
        if BLANK in text:
            yield document.problem(trail, Rule.BLANK, full_name=_name_field(stem, trail))


def _name_field(stem: str, trail: Trail) -> str | None:
    """Return the full name of the field that a trail leads to, by which it is described."""
    steps = [step for step in trail if isinstance(step, str)]
    if steps[0] in SECTIONS:
        steps = [steps[0], *steps[2:]]
    (shape,) = list_shapes(Folder.model_fields[stem].annotation)
    return find_field(shape, tuple(steps))
