"""A file's bytes as text that YAML can read, forgiving what nobody sees: odd spaces, line ends."""

import re

from bot.loading.problems import KnowledgeError, Problem, fill
from bot.loading.rules import Rule

_ODD_SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000), " ")
_INVISIBLE = dict.fromkeys((0x200B, 0xFEFF), None)  # zero-width space; byte order mark in the middle of a file
_CONTROL = re.compile("[^\t\n -~\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=[^\s#])", re.MULTILINE)


def read_source(file: str, data: bytes) -> str:
    """Return the text of a UTF-8 file with line feeds, plain spaces and no tabs.

    Raises KnowledgeError for another encoding, for a control character and for a tab that indents a line.
    """
    source = _even_out(_decode(file, data))
    if found := _CONTROL.search(source):
        code = f"U+{ord(found.group()):04X}"
        raise KnowledgeError([_locate(file, source, found.start(), Rule.CONTROL_CHARACTER, code=code)])
    if found := _TAB_INDENT.search(source):
        tab = source.index("\t", found.start())
        raise KnowledgeError([_locate(file, source, tab, Rule.TAB_INDENT)])
    return source.replace("\t", " ")


def level_spaces(text: str) -> str:
    """Return a text with odd spaces and tabs as plain spaces, every letter at its place."""
    return text.translate(_ODD_SPACES).replace("\t", " ")


def split_lines(data: bytes) -> list[str]:
    """Return the lines of a file, whatever is wrong with it, with every character where problems count it."""
    return _even_out(data.decode("utf-8-sig", "replace")).split("\n")


def _even_out(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_INVISIBLE).translate(_ODD_SPACES)


def _decode(file: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        source = error.object[: error.start].decode("utf-8", "replace")
        raise KnowledgeError([_locate(file, source, len(source), Rule.NOT_UTF8)]) from None


def _locate(file: str, source: str, offset: int, rule: Rule, **words: object) -> Problem:
    before = source[:offset]
    column = offset - (before.rfind("\n") + 1) + 1
    return Problem(file=file, line=before.count("\n") + 1, column=column, rule=rule, words=fill(words))
