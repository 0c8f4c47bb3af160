"""A database for one run, for the numbers of updates begin anew in each."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.channels.telegram.bot_api import free_port
from tests.store.postgres import Postgres


@contextmanager
def new_database(name: str) -> Iterator[str]:
    """Yield the address of a new database, of ``SQLite`` or ``PostgreSQL``; it is gone afterwards."""
    home = Path(tempfile.mkdtemp(prefix="database-"))
    try:
        if name == "SQLite":
            yield f"sqlite:///{home / 'bot.db'}"
            return
        server = Postgres(home, free_port())
        server.start()
        try:
            yield server.url
        finally:
            server.stop()
    finally:
        shutil.rmtree(home)
