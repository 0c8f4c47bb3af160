"""The bot's own language files, by the same reading as the knowledge: every scalar is text."""

from pathlib import Path

from bot.loading.nodes import read_document
from bot.loading.problems import KnowledgeError, Problem, fill
from bot.loading.rules import Rule


def load_mapping(path: Path) -> dict[str, object]:
    """Return the mapping a file holds, as a tree of mappings, lists and texts.

    Raises KnowledgeError where the file cannot be read, is no mapping or holds a key twice.
    """
    name = f"{path.parent.name}/{path.name}"
    try:
        data = path.read_bytes()
    except OSError as error:
        words = fill({"reason": error.strerror})
        raise KnowledgeError([Problem(file=name, rule=Rule.UNREADABLE_FILE, words=words)]) from None
    document, problems = read_document(name, data, is_own=True)
    if problems:
        raise KnowledgeError(problems)
    return dict(document.tree)
