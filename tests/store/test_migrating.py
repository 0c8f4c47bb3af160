"""The tables of a database: made and brought up to date, by one process or by several at once."""

import asyncio

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.engine import open_engine, read_url
from bot.store.errors import StoreError
from bot.store.migrating import migrate
from bot.store.state import is_current, open_state
from bot.store.tables import NEWEST_REVISION, metadata
from tests.store.test_memory import Watch


async def empty(engine: AsyncEngine) -> None:
    """Drop every table, that of the revisions included."""
    async with engine.begin() as connection:
        await connection.run_sync(metadata.drop_all)
        await connection.execute(text("DROP TABLE IF EXISTS alembic_version"))


async def test_the_revisions_make_the_tables_that_the_code_uses(engine: AsyncEngine) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_an_empty_database_is_brought_up_to_date_once(engine: AsyncEngine) -> None:
    await empty(engine)
    assert not await is_current(engine)
    await migrate(engine)
    await migrate(engine)
    assert await is_current(engine)


async def test_several_processes_may_start_at_once(database_url: str, engine: AsyncEngine) -> None:
    await empty(engine)
    engines = [open_engine(read_url(database_url)) for _ in range(3)]
    try:
        await asyncio.gather(*map(migrate, engines))
    finally:
        for each in engines:
            await each.dispose()
    assert await is_current(engine)


async def test_a_database_of_a_newer_version_is_refused(database_url: str, engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    try:
        with pytest.raises(StoreError, match="newer version"):
            async with open_state(database_url, "1:a", Watch(), Watch().now - Watch().now):
                raise AssertionError("it was opened")
    finally:
        async with engine.begin() as connection:
            await connection.execute(
                text("UPDATE alembic_version SET version_num = :number"), {"number": NEWEST_REVISION}
            )
