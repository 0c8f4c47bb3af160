"""Bringing a database to the tables of this version: forward only, one process at a time."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.errors import StoreError

_LOCK = 0x5E314A12  # any number that nobody else locks in the same database


async def migrate(engine: AsyncEngine) -> None:
    """Bring the database to the newest revision; nothing happens where it is there already.

    Raises SQLAlchemyError where it cannot be reached, StoreError where a newer version of the bot made it.
    """
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade)
    except CommandError as error:
        raise StoreError(f"a newer version of the bot made this database ({error}); run that one") from None


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
