"""The state of the service: opened, brought up to date, swept, and closed."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import inspect, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.claims import LEASE_SECONDS, StoredClaims
from bot.store.database import Database
from bot.store.engine import explain, open_engine, read_url
from bot.store.errors import StoreError
from bot.store.memory import StoredMemory
from bot.store.news import StoredNews
from bot.store.pseudonyms import Pseudonyms
from bot.store.tables import NEWEST_REVISION

log = logging.getLogger(__name__)

SWEEP_SECONDS = 600.0
RETRY_SECONDS = 10.0
RENEW_SECONDS = LEASE_SECONDS / 3


@dataclass(frozen=True, slots=True)
class State:
    """What the service remembers."""

    memory: StoredMemory
    claims: StoredClaims
    news: StoredNews

    @property
    def is_well(self) -> bool:
        """Whether the database is prepared, and answered when it was last asked."""
        return self.memory.is_prepared and self.memory.breaker.is_up


@asynccontextmanager
async def open_state(
    database_url: str,
    secret: str,
    clock: Callable[[], datetime],
    questions_kept: timedelta,
    retry_seconds: float = RETRY_SECONDS,
) -> AsyncIterator[State]:
    """Open the state in a database; pseudonyms depend on ``secret``, ``clock`` gives an aware time.

    A database that is down is asked every ``retry_seconds``, and brought up to date once it answers.
    Raises StoreError for one that can never be used.
    """
    engine = open_engine(read_url(database_url))
    try:
        database = Database(engine, Pseudonyms(secret), clock)
        memory = StoredMemory(database)
        state = State(memory, StoredClaims(database), StoredNews(database))
        failure = await _prepare(engine)
        memory.is_prepared = failure is None
        if failure:
            log.warning("the database does not answer (%s); answering from memory until it does", failure)
        stop = asyncio.Event()
        upkeep = asyncio.create_task(_keep_up(engine, state, questions_kept, retry_seconds, stop))
        try:
            yield state
        finally:
            stop.set()  # not cancelled: a connection that is just being opened would never be closed
            await upkeep
    finally:
        await engine.dispose()


async def bring_up_to_date(database_url: str) -> None:
    """Bring a database to the tables of this version. Raises StoreError where it cannot be reached or used."""
    engine = open_engine(read_url(database_url))
    try:
        if failure := await _prepare(engine):
            raise StoreError(f"the database of DATABASE_URL does not answer ({failure}); mend that, or set another one")
    finally:
        await engine.dispose()


async def _prepare(engine: AsyncEngine) -> str | None:
    """Bring the database up to date; return why it could not be reached, if so. Raises StoreError."""
    try:
        if not await is_current(engine):
            from bot.store.migrating import migrate  # here, for alembic takes 15 MiB that a start hardly ever needs

            await migrate(engine)
    except (SQLAlchemyError, OSError) as error:
        return explain(error, engine.url)
    return None


async def is_current(engine: AsyncEngine) -> bool:
    """Return whether the database has the newest revision. Raises SQLAlchemyError where it cannot be reached."""
    async with engine.connect() as connection:
        if not await connection.run_sync(lambda one: inspect(one).has_table("alembic_version")):
            return False
        found = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalars().all()
    return found == [NEWEST_REVISION]


async def _keep_up(
    engine: AsyncEngine, state: State, questions_kept: timedelta, retry_seconds: float, stop: asyncio.Event
) -> None:
    """Keep the claims alive, delete what is too old, and prepare the database once it answers, until ``stop``.

    One that does not answer is asked soon again, whether people ask something or not.
    """
    memory, now = state.memory, asyncio.get_running_loop().time
    next_sweep_seconds = now()
    while not stop.is_set():
        if memory.is_prepared:
            await state.claims.renew()
        if memory.is_prepared and (now() >= next_sweep_seconds or not state.is_well):
            await memory.sweep(questions_kept)
            await state.claims.sweep()
            await state.news.sweep()
            next_sweep_seconds = now() + SWEEP_SECONDS
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), min(RENEW_SECONDS, retry_seconds))
        if not memory.is_prepared and not stop.is_set():
            memory.is_prepared = await _prepare(engine) is None
            if memory.is_prepared:
                log.info("the database answers")
