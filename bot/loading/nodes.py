"""YAML text as a tree of mappings, lists and texts in which every part keeps its place.

Every scalar stays the text that was typed: what looks like a number, a time or a yes is none until the schema says so.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from bot.loading.problems import KnowledgeError, Problem, fill
from bot.loading.rules import Rule
from bot.loading.sources import read_source
from bot.loading.syntax import explain

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
Trail: TypeAlias = tuple[str | int, ...]

MOST_LEVELS = 20  # the knowledge needs six; the limit keeps a file of brackets from exhausting the stack
MOST_PARTS = 10_000  # a large seminar has a few thousand; so many are read and checked in half a second
SECTIONS = ("items", "talks", "organisations", "people", "contacts", "embargoes", "quotations", "faq")

_FIELD_NAME = re.compile(r"[a-z_]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its tree, and the place of every part (a field's is that of its key) by the trail that leads to it."""

    file: str
    tree: dict[str, Tree]
    place_by_trail: Mapping[Trail, Place]

    def follow(self, trail: Trail) -> Trail:
        """Return the trail without the steps that the file does not hold."""
        known: Trail = ()
        for step in trail:
            known = (*known, step) if (*known, step) in self.place_by_trail else known
        return known

    def problem(self, trail: Trail, rule: Rule, *, entry: str | None = None, **words: object) -> Problem:
        """Return a problem at the part that the trail leads to, or at the nearest part around it.

        It is named by that part unless ``entry`` names it.
        """
        known = self.follow(trail)
        place = self.place_by_trail[known]
        name = name_entry(known) if entry is None else entry
        return Problem(file=self.file, line=place.line, column=place.column, entry=name, rule=rule, words=fill(words))


def name_entry(trail: Trail) -> str:
    """Return the words by which a problem names a part: ``break.start`` of items, ``hosts.1.role``."""
    steps = trail[1:] if len(trail) > 1 and trail[0] in SECTIONS else trail
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)


class _Loader(yaml.SafeLoader):
    """Composes nodes: no anchors and tags (which swallow a word), no aliases (a bomb), no great depth or number."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._level = 0
        self._parts = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "anchor", None) is not None:
            raise yaml.composer.ComposerError(None, None, "anchor or alias", event.start_mark)
        if getattr(event, "tag", None) is not None:
            raise yaml.composer.ComposerError(None, None, "a tag", event.start_mark)
        if self._level == MOST_LEVELS:
            raise yaml.composer.ComposerError(None, None, "too deep", event.start_mark)
        if self._parts == MOST_PARTS:
            raise yaml.composer.ComposerError(None, None, "too many", event.start_mark)
        self._parts += 1
        self._level += 1
        node = super().compose_node(parent, index)
        self._level -= 1
        return node


_FAST_LOADER = getattr(yaml, "CSafeLoader", _Loader)


@dataclass
class _Reading:
    """A tree in the making."""

    file: str
    source: str
    place_by_trail: dict[Trail, Place] = field(default_factory=lambda: {(): Place(1, 1)})
    problems: list[Problem] = field(default_factory=list)

    def convert(self, node: yaml.Node, trail: Trail) -> Tree:
        if isinstance(node, yaml.MappingNode):
            return self._convert_mapping(node, trail)
        if isinstance(node, yaml.SequenceNode):
            return [self._convert_part(child, (*trail, index), child) for index, child in enumerate(node.value)]
        return self._clean(node, trail)

    def _convert_mapping(self, node: yaml.MappingNode, trail: Trail) -> Tree:
        tree: dict[str, Tree] = {}
        begun: tuple[str, yaml.Node] | None = None
        ends_by_key: dict[str, tuple[yaml.Node, yaml.Node]] = {}  # of texts with commas, the first and the last part
        for key_node, value_node in node.value:
            key = self._read_key(key_node, trail)
            if begun and node.flow_style and continues(self.source, key_node, value_node, begun[1]):
                ends_by_key[begun[0]] = begun[1], key_node
            elif key in tree:
                first = self.place_by_trail[(*trail, key)].line
                self._report(key_node, (*trail, key), Rule.REPEATED_FIELD, line=first)
            elif key is not None:
                tree[key] = self._convert_part(value_node, (*trail, key), key_node)
                begun = key, value_node
        return tree | {key: self._slice(first, last) for key, (first, last) in ends_by_key.items()}

    def _read_key(self, node: yaml.Node, trail: Trail) -> str | None:
        if isinstance(node, yaml.ScalarNode):
            return self._clean(node, trail)
        self._report(node, trail, Rule.STRUCTURED_KEY)
        return None

    def _slice(self, first: yaml.Node, last: yaml.Node) -> str:
        text = " ".join(self.source[first.start_mark.index : last.end_mark.index].split())
        return unicodedata.normalize("NFC", text)

    def _convert_part(self, node: yaml.Node, trail: Trail, marked: yaml.Node) -> Tree:
        self.place_by_trail[trail] = _find_place(marked)
        return self.convert(node, trail)

    def _clean(self, node: yaml.Node, trail: Trail) -> str:
        text = unicodedata.normalize("NFC", str(node.value))
        if any(unicodedata.category(character) in ("Cc", "Cs") and character != "\n" for character in text):
            self._report(node, trail, Rule.CONTROL_ESCAPE)
        return text

    def _report(self, node: yaml.Node, trail: Trail, rule: Rule, **words: object) -> None:
        place = _find_place(node)
        entry = name_entry(trail)
        self.problems.append(
            Problem(file=self.file, line=place.line, column=place.column, entry=entry, rule=rule, words=fill(words))
        )


def _find_place(node: yaml.Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)


def continues(source: str, key_node: yaml.Node, value_node: yaml.Node, begun: yaml.Node) -> bool:
    """Return whether a field in braces only goes on with a text with a comma, ``begun`` before it.

    YAML takes what follows the comma in ``{ en: Land, Infrastructure and Transport }`` for a field without a value. A
    bare field name stays one.
    """
    plain = all(isinstance(node, yaml.ScalarNode) and node.style is None for node in (key_node, begun))
    plain = plain and begun.value != ""
    valueless = value_node.start_mark.index == value_node.end_mark.index
    colonless = ":" not in source[key_node.end_mark.index : value_node.start_mark.index]
    return plain and valueless and colonless and not _FIELD_NAME.fullmatch(str(key_node.value))


def read_document(file: str, data: bytes, is_own: bool = False) -> tuple[Document, tuple[Problem, ...]]:
    """Return the document that a file's bytes hold, and what is wrong in it though it can be read: repeated keys, say.

    A file of the bot's own is composed by the faster parser where there is one; its mistakes are not explained as well.
    Raises KnowledgeError where it cannot be read at all.
    """
    source = read_source(file, data)
    try:
        node = yaml.compose(source, Loader=_FAST_LOADER if is_own else _Loader)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the scanner lets a bad escape or number through
        raise KnowledgeError([explain(file, source, error)]) from None
    reading = _Reading(file, source)
    tree = reading.convert(node, ()) if node else {}
    if not isinstance(tree, dict):
        raise KnowledgeError([Problem(file=file, line=1, column=1, rule=Rule.NO_FIELDS_AT_TOP)])
    return Document(file, tree, reading.place_by_trail), tuple(reading.problems)
