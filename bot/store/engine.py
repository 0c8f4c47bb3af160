"""The connection to the database: SQLite in a file, or PostgreSQL by its address."""

import logging
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Executable, Table, delete, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store.errors import StoreError

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}
_BUSY_MILLISECONDS = 2000
_CONNECT_SECONDS = 3
_CONNECTIONS = 10
# On DEBUG they write every statement with its parameters, and so what people asked.
_TALKATIVE = ("aiosqlite", "sqlalchemy")
# Kept prepared on each connection to SQLite: a batch of another size is another one, and the usual 128 take megabytes.
_STATEMENTS = 8
_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={_BUSY_MILLISECONDS}")


def read_url(text: str) -> URL:
    """Return the address with the driver for it; ``postgres://`` is Heroku's form of ``postgresql://``.

    Raises StoreError for an address of no database that the bot can use. The text may hold a password, so that no
    message repeats it.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):  # the latter where what stands for a port is none
        hint = "in a password write %40 for @, %3A for :, %2F for / and %23 for #"
        raise StoreError(f"DATABASE_URL is not an address; set it like sqlite:///data/bot.db, and {hint}") from None
    driver = _DRIVERS.get(url.drivername.partition("+")[0])
    if driver is None:
        names = "sqlite:///data/bot.db or postgresql://user:password@host/name"
        raise StoreError(f"DATABASE_URL begins with {url.drivername}://; set it like {names}")
    return url.set(drivername=driver)


def open_engine(url: URL) -> AsyncEngine:
    """Return the engine of an address that ``read_url`` gave; nothing is connected yet.

    A SQLite file's folder is made. No error of the engine's shows what was asked of the database.
    Raises StoreError where that folder cannot be made.
    """
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    if url.get_backend_name() == "sqlite":
        return _open_sqlite(url)
    options = {"connect_timeout": _CONNECT_SECONDS, "application_name": "seminar-bot"}
    return create_async_engine(
        url,
        hide_parameters=True,
        connect_args=options,
        pool_size=_CONNECTIONS,
        pool_timeout=_CONNECT_SECONDS,
        pool_pre_ping=True,  # a server that was restarted meanwhile costs nobody their context
    )


def explain(error: Exception, url: URL) -> str:
    """Return in one line why a database does not answer, without its password."""
    cause = str(getattr(error, "orig", None) or error).strip()
    line = cause.splitlines()[0] if cause else type(error).__name__
    return line.replace(url.password, "***") if url.password else line


async def execute(engine: AsyncEngine, statement: Executable) -> None:
    """Run a statement in a transaction of its own. Raises SQLAlchemyError."""
    async with engine.begin() as connection:
        await connection.execute(statement)


async def delete_older(engine: AsyncEngine, table: Table, than_seconds: float) -> None:
    """Delete a table's rows of before a time, in seconds since 1970. Raises SQLAlchemyError."""
    await execute(engine, delete(table).where(table.c.at_seconds < int(than_seconds)))


def _open_sqlite(url: URL) -> AsyncEngine:
    if url.database and url.database != ":memory:":
        _make_folder(Path(url.database).parent)
    engine = create_async_engine(url, hide_parameters=True, connect_args={"cached_statements": _STATEMENTS})

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _: object) -> None:  # several processes may share the file
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        hint = "set DATABASE_URL to a file in a folder that can be written to"
        raise StoreError(f"the folder {folder} of the database cannot be made ({error.strerror}); {hint}") from None
