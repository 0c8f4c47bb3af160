"""Values as they are typed into a YAML file: plain where that is safe, in quotes where it is not."""

import re
from collections.abc import Mapping, Sequence

from bot.loading.nodes import Tree

# What a plain text may not begin with, hold or end with, in brackets and braces as well (docs/knowledge.md); and
# two that mean something else to readers of YAML 1.1: https://yaml.org/type/value.html, https://yaml.org/type/merge.html
_NEEDS_QUOTES = re.compile(r"""^(?:=|<<)?$|^[\s\[\]{},:&*#?|>!%@"'`-]|[\[\]{},?]|:(?:\s|$)|\s#|[\n\r\t]|\s$""")


def write_scalar(text: str, style: str | None = None) -> str:
    """Return a text as it is typed: in the quotes ``style`` (``'`` or ``"``), else plain, or in double ones if need be.

    A text with a line break or a tab is never put in single quotes.
    """
    if style == "'" and not re.search(r"[\n\r\t]", text):
        return "'" + text.replace("'", "''") + "'"
    if style is None and not _NEEDS_QUOTES.search(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'


def write_flow(value: Tree) -> str:
    """Return a value on one line: a text, ``[a, b]`` or ``{ ko: …, en: … }``."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key}: {write_flow(part)}" for key, part in value.items()) + " }"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(write_flow, value))}]"
    return write_scalar(value)
