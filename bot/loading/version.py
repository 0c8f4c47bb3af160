"""The version of a knowledge folder, by what its files hold."""

from hashlib import sha256
from pathlib import Path

from bot.loading.files import read_bytes
from bot.loading.folder import FILE_NAMES

VERSION_CHARACTERS = 12


def tell_version(folder: Path) -> str:
    """Return a short hash of the folder's files: the same on every machine that has the same knowledge.

    Raises KnowledgeError for a file that cannot be read; one that is absent counts as empty.
    """
    whole = sha256()
    for name in FILE_NAMES:
        path = folder / name
        whole.update(sha256(read_bytes(path) if path.exists() else b"").digest())
    return whole.hexdigest()[:VERSION_CHARACTERS]
