"""Which updates are being handled and which have been, by all processes together."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, and_, bindparam, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.claim import Claim, Standing
from bot.recent import Recent
from bot.store.batches import Batches
from bot.store.database import Database
from bot.store.engine import delete_older, execute
from bot.store.inserts import insert_new, insert_or_replace
from bot.store.tables import OWNER_CHARACTERS, closed_chats, updates

LEASE_SECONDS = 10  # unless renewed, after so long the process that was at an update is taken for dead
# Such an update is Telegram's to deliver again; the later ones of its chat wait for it no longer than this.
ORPHAN_SECONDS = 60
CLOSED_FOR = timedelta(hours=1)
# Longer than Telegram goes on delivering it, which is 24 hours: https://core.telegram.org/bots/api#getting-updates
KEPT_FOR = timedelta(hours=48)
MOST_REMEMBERED = 2_000  # updates in this process: the database knows them all, but for those of an outage


class Wanted(NamedTuple):
    """An update to be claimed: its number, and the pseudonyms of its chat and of what it holds."""

    update_id: int
    chat: str
    content: str


class StoredClaims:
    """The claims of one process. Its methods never fail: while the database is down it knows its own claims alone."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._engine = database.engine
        self._pseudonyms = database.pseudonyms
        self._breaker = database.breaker
        self._owner = secrets.token_hex(OWNER_CHARACTERS // 2)
        self._standings = _select_standings(self._owner)
        self._content_by_held_id: dict[int, str] = {}
        self._handled: Recent[int, str] = Recent(MOST_REMEMBERED)  # their contents by their ids
        self._untold: set[int] = set()  # handled, as the database could not be told yet
        self._claims = Batches("claim", database.breaker, self._claim)
        self._looks = Batches("claim", database.breaker, self._look)
        self._settlements = Batches("settle", database.breaker, self._settle)

    async def claim(self, update_id: int, chat_id: int, content: str) -> Claim:
        """Claim an update, so that no other process gets it until it is released, and return how it stands.

        ``content`` tells the update from another one of the same number, which is new.
        """
        wanted = Wanted(update_id, self._pseudonyms.of_chat(chat_id), self._pseudonyms.of_content(content))
        if self._handled.get(update_id) == wanted.content:
            return Claim(Standing.HANDLED)
        claim = await self._claims.submit(wanted) or Claim(Standing.OURS)
        if claim.standing not in (Standing.ELSEWHERE, Standing.HANDLED):
            self._content_by_held_id[update_id] = wanted.content
        return claim

    async def look(self, update_id: int) -> Claim:
        """Return how a claimed update stands by now."""
        return await self._looks.submit(update_id) or Claim(Standing.OURS)

    async def settle(self, update_id: int) -> None:
        """Note that an update was handled, so that no process handles it again."""
        self._handled.put(update_id, self._content_by_held_id.pop(update_id, ""))
        if not await self._settlements.submit(update_id) and len(self._untold) < MOST_REMEMBERED:
            self._untold.add(update_id)

    async def release(self, update_id: int) -> None:
        """Give an update back, to be handled when it is delivered again."""
        self._content_by_held_id.pop(update_id, None)
        await self._breaker.attempt("release", lambda: self._lease([update_id], self._database.seconds))

    async def close_chat(self, chat_id: int) -> None:
        """Note that a chat does not want the bot: for a while its updates are ``UNWANTED``."""
        row = {"chat": self._pseudonyms.of_chat(chat_id), "at_seconds": self._database.seconds}
        closing = insert_or_replace(self._engine, closed_chats).values(row)
        await self._breaker.attempt("close", lambda: execute(self._engine, closing))

    async def reopen_chat(self, chat_id: int) -> None:
        """Note that a chat wants the bot again."""
        reopening = delete(closed_chats).where(closed_chats.c.chat == self._pseudonyms.of_chat(chat_id))
        await self._breaker.attempt("close", lambda: execute(self._engine, reopening))

    async def renew(self) -> None:
        """Keep what this process holds for another while, and tell the database what it could not be told."""
        if held := sorted(self._content_by_held_id):
            await self._breaker.attempt("renew", lambda: self._lease(held, self._database.seconds + LEASE_SECONDS))
        if untold := sorted(self._untold):
            is_told = await self._breaker.attempt("settle", lambda: self._settle(untold), 0)
            self._untold.difference_update(untold if is_told else ())

    async def sweep(self) -> None:
        """Delete updates that Telegram no longer delivers, and what is known of chats that were closed long ago."""
        for table, kept in ((updates, KEPT_FOR), (closed_chats, CLOSED_FOR)):
            old = partial(delete_older, self._engine, table, self._database.seconds - kept.total_seconds())
            await self._breaker.attempt("sweep", old)

    async def _claim(self, wanted: list[Wanted]) -> list[Claim]:
        now = self._database.seconds
        fixed = {"owner": self._owner, "attempts": 1, "leased_until_seconds": now + LEASE_SECONDS, "at_seconds": now}
        # In the order of their ids: two processes that claim the same ones must not wait for each other in a circle.
        row_by_id = {each.update_id: {**each._asdict(), **fixed} for each in sorted(wanted)}
        ids = [each.update_id for each in wanted]
        async with self._engine.begin() as connection:
            await connection.execute(insert_new(self._engine, updates), list(row_by_id.values()))
            found = await self._find(connection, ids, now)
            if others := [row_by_id[row.update_id] for row in found.values() if _is_other(row, row_by_id)]:
                await connection.execute(insert_or_replace(self._engine, updates), others)
                found = await self._find(connection, ids, now)
            if orphans := [row.update_id for row in found.values() if _is_orphan(row, now)]:
                await connection.execute(self._take_over(orphans, now))
                found = await self._find(connection, ids, now)
        return [self._read(found.get(update_id)) for update_id in ids]

    async def _look(self, ids: list[int]) -> list[Claim]:
        async with self._engine.connect() as connection:
            found = await self._find(connection, ids, self._database.seconds)
        return [self._read(found.get(update_id)) for update_id in ids]

    async def _find(self, connection: AsyncConnection, ids: Sequence[int], now: int) -> dict[int, Row[Any]]:
        times = {"now": now, "orphaned": now - ORPHAN_SECONDS, "closed": now - int(CLOSED_FOR.total_seconds())}
        rows = await connection.execute(self._standings, {"ids": ids, **times})
        return {row.update_id: row for row in rows}

    def _take_over(self, orphans: Sequence[int], now: int) -> Any:
        is_orphan = and_(updates.c.update_id.in_(orphans), updates.c.leased_until_seconds <= now)
        changes = {"attempts": updates.c.attempts + 1, "leased_until_seconds": now + LEASE_SECONDS}
        return update(updates).where(is_orphan, updates.c.chat.is_not(None)).values(owner=self._owner, **changes)

    def _read(self, row: Row[Any] | None) -> Claim:
        """Return the claim on a row; one that was swept away this moment is whoever's that asks."""
        if row is None:
            return Claim(Standing.OURS)
        if row.chat is None:
            return Claim(Standing.HANDLED)
        if row.owner != self._owner:
            return Claim(Standing.ELSEWHERE)
        standing = Standing.UNWANTED if row.is_unwanted else Standing.BEHIND if row.is_behind else Standing.OURS
        return Claim(standing, row.attempts)

    async def _settle(self, ids: Sequence[int]) -> Sequence[bool]:
        handled = updates.c.update_id.in_(ids)
        await execute(self._engine, update(updates).where(handled).values(chat=None, leased_until_seconds=0))
        return [True] * len(ids)

    async def _lease(self, ids: Sequence[int], until_seconds: int) -> None:
        is_ours = and_(updates.c.update_id.in_(ids), updates.c.owner == self._owner)
        await execute(self._engine, update(updates).where(is_ours).values(leased_until_seconds=until_seconds))


def _is_other(row: Row[Any], row_by_id: Mapping[int, Mapping[str, Any]]) -> bool:
    """Return whether the update that is known by this number is another one."""
    return bool(row.content != row_by_id[row.update_id]["content"])


def _is_orphan(row: Row[Any], now: int) -> bool:
    """Return whether nobody is at the update."""
    return row.chat is not None and row.leased_until_seconds <= now


def _select_standings(owner: str) -> Select[Any]:
    """Return the query of how updates stand for a process; made once, for it takes longer to make than to run."""
    earlier = updates.alias()
    # Of the process's own, those that it holds are waited for where they are handled; those that it gave back, here.
    is_not_held_here = or_(earlier.c.owner != owner, earlier.c.leased_until_seconds <= bindparam("now"))
    is_behind = exists().where(
        earlier.c.chat == updates.c.chat,
        earlier.c.update_id < updates.c.update_id,
        earlier.c.leased_until_seconds > bindparam("orphaned"),
        is_not_held_here,
    )
    is_unwanted = exists().where(closed_chats.c.chat == updates.c.chat, closed_chats.c.at_seconds > bindparam("closed"))
    row = (updates, is_behind.label("is_behind"), is_unwanted.label("is_unwanted"))
    return select(*row).where(updates.c.update_id.in_(bindparam("ids", expanding=True)))
