"""A file's bytes as text that YAML can read, forgiving what nobody sees: odd spaces, line ends."""

import re

from bot.loading.problems import KnowledgeError, Problem

_ODD_SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000), " ")
_INVISIBLE = dict.fromkeys((0x200B, 0xFEFF), None)  # zero-width space; byte order mark in the middle of a file
_CONTROL = re.compile("[^\t\n -~\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=[^\s#])", re.MULTILINE)


def read_source(file: str, data: bytes) -> str:
    """Return the text of a UTF-8 file with line feeds, plain spaces and no tabs.

    Raises KnowledgeError for another encoding, for a control character and for a tab that indents a line.
    """
    source = _decode(file, data).replace("\r\n", "\n").replace("\r", "\n").translate(_INVISIBLE).translate(_ODD_SPACES)
    if found := _CONTROL.search(source):
        what = f"holds the control character U+{ord(found.group()):04X}"
        raise KnowledgeError([_locate(file, source, found.start(), what, "delete it")])
    if found := _TAB_INDENT.search(source):
        tab = source.index("\t", found.start())
        raise KnowledgeError(
            [_locate(file, source, tab, "is indented with a tab", "type two spaces instead of each tab")]
        )
    return source.replace("\t", " ")


def level_spaces(text: str) -> str:
    """Return a text with odd spaces and tabs as plain spaces, every letter at its place."""
    return text.translate(_ODD_SPACES).replace("\t", " ")


def _decode(file: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        source = error.object[: error.start].decode("utf-8", "replace")
        instead = "save the file anew and choose UTF-8 as its encoding"
        raise KnowledgeError([_locate(file, source, len(source), "is not UTF-8 from here on", instead)]) from None


def _locate(file: str, source: str, offset: int, what: str, instead: str) -> Problem:
    before = source[:offset]
    column = offset - (before.rfind("\n") + 1) + 1
    return Problem(file=file, line=before.count("\n") + 1, column=column, what=what, instead=instead)
