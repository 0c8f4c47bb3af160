"""A YAML file as text with the place of every part, so that one part can be replaced and no other byte changes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from bot.loading.nodes import Trail, continues
from bot.loading.sources import level_spaces

_COMMENT = re.compile(r"(?:^|\s)#")


class CannotEditError(ValueError):
    """A part that cannot be replaced in its place."""


@dataclass
class SpannedText:
    """A file's text and its nodes; changes are gathered, and made all at once. Raises YAMLError for what is no YAML."""

    text: str
    _edits: list[tuple[int, int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._root = yaml.compose(level_spaces(self.text), Loader=yaml.SafeLoader)
        self._line_end = "\r\n" if "\r\n" in self.text else "\n"

    def find(self, trail: Trail) -> yaml.Node | None:
        """Return the node that a trail leads to, or None."""
        node: yaml.Node | None = self._root
        for step in trail:
            if isinstance(node, yaml.MappingNode):
                node = next((value for key, value in node.value if key.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                node = node.value[step]
            else:
                return None
        return node

    def put(self, trail: Trail, written: str) -> None:
        """Give the field that a trail leads to another value, written on one line; one that is absent comes last."""
        mapping = self.find(trail[:-1])
        if not isinstance(mapping, yaml.MappingNode):
            raise CannotEditError
        for key, value, end in self._pairs(mapping):
            if key.value == trail[-1]:
                self._replace(key, value, end, written)
                return
        self._insert(mapping, f"{trail[-1]}: {written}")

    def remove(self, trail: Trail) -> None:
        """Delete the lines of the field that a trail leads to, where it has lines of its own."""
        mapping = self.find(trail[:-1])
        if not isinstance(mapping, yaml.MappingNode):
            return
        for key, value in mapping.value:
            if key.value == trail[-1]:
                if mapping.flow_style or len(mapping.value) == 1:
                    raise CannotEditError
                start = self.text.rfind("\n", 0, key.start_mark.index) + 1
                end = self.text.find("\n", _end_of(value, self.text)) + 1
                self._edits.append((start, end or len(self.text), ""))

    def edited(self) -> str:
        """Return the text with every change made."""
        parts, at = [], 0
        for start, end, written in sorted(self._edits, key=lambda edit: edit[:2]):
            parts += [self.text[at:start], written]
            at = end
        return "".join((*parts, self.text[at:]))

    def _pairs(self, mapping: yaml.MappingNode) -> list[tuple[yaml.Node, yaml.Node, int]]:
        """The fields of a mapping: key, value and where that ends, the whole of a text with commas."""
        found: list[tuple[yaml.Node, yaml.Node, int]] = []
        for key, value in mapping.value:
            if found and mapping.flow_style and continues(self.text, key, value, found[-1][1]):
                found[-1] = (*found[-1][:2], key.end_mark.index)
            else:
                found.append((key, value, _end_of(value, self.text)))
        return found

    def _replace(self, key: yaml.Node, value: yaml.Node, end: int, written: str) -> None:
        start = value.start_mark.index
        is_block = isinstance(value, yaml.CollectionNode) and not value.flow_style
        if is_block or end == start:  # from the colon on
            colon = self.text.index(":", key.end_mark.index) + 1
            start, written = colon, f" {written}"
            end = max(end, colon)
        if is_block and any(_COMMENT.search(part) for part in self._between(value, start)):
            raise CannotEditError
        self._edits.append((start, end, written))

    def _between(self, value: yaml.Node, start: int) -> Iterator[str]:
        """The text between the scalars of a part: signs, spaces and comments."""
        for leaf in _leaves(value):
            yield self.text[start : leaf.start_mark.index]
            start = _end_of(leaf, self.text)

    def _insert(self, mapping: yaml.MappingNode, written: str) -> None:
        end = self._pairs(mapping)[-1][2] if mapping.value else mapping.start_mark.index + 1
        if mapping.flow_style:
            self._edits.append((end, end, f", {written}" if mapping.value else f" {written} "))
            return
        line_end = re.compile(r"\r?\n|\r|$").search(self.text, end)
        at = line_end.start() if line_end else len(self.text)
        indent = " " * mapping.value[0][0].start_mark.column
        self._edits.append((at, at, f"{self._line_end}{indent}{written}"))


def _end_of(node: yaml.Node, text: str) -> int:
    """Where the last letter of a part stands, and one: a block's own end is where the next part begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end_of(last[1] if isinstance(last, tuple) else last, text)
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip()) if getattr(node, "style", None) in ("|", ">") else int(end)


def _leaves(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _leaves(key)
            yield from _leaves(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _leaves(value)
    else:
        yield node
