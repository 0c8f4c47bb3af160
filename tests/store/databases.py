"""The databases that the tests of the store run on: SQLite in a file, and a real PostgreSQL."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.engine import open_engine, read_url
from bot.store.migrating import migrate
from bot.store.tables import metadata
from tests.channels.telegram.bot_api import free_port
from tests.store.postgres import Postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running PostgreSQL server."""
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))  # not pytest's own, which nobody else may enter
    server = Postgres(folder, free_port())
    server.start()
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'deep' / 'bot.db'}"
    server: Postgres = request.getfixturevalue("postgres")
    return server.url


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    """An engine on a database with today's tables, all of them empty."""
    engine = open_engine(read_url(database_url))
    await migrate(engine)
    async with engine.begin() as connection:
        for table in metadata.sorted_tables:
            await connection.execute(delete(table))
    yield engine
    await engine.dispose()
