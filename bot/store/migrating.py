"""Bringing a database to the tables of this version: forward only, one process at a time."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

_LOCK = 0x5E314A12  # any number that nobody else locks in the same database


async def migrate(engine: AsyncEngine) -> None:
    """Bring the database to the newest revision; nothing happens where it is there already.

    Raises SQLAlchemyError where it cannot be reached, CommandError where a newer version of the bot made it.
    """
    async with engine.begin() as connection:
        await connection.run_sync(_upgrade)


async def is_current(engine: AsyncEngine) -> bool:
    """Return whether the database has the newest revision. Raises SQLAlchemyError where it cannot be reached."""
    async with engine.connect() as connection:
        found = await connection.run_sync(lambda one: MigrationContext.configure(one).get_current_revision())
    return found == ScriptDirectory.from_config(_config()).get_current_head()


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    else:  # SQLite's driver would begin only when the first row is written
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    return config
