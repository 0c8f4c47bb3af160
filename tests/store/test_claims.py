"""Which update is whose: one process handles it, once, after the earlier ones of its chat."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.claim import Standing
from bot.store.breaker import Breaker
from bot.store.claims import CLOSED_FOR, KEPT_FOR, LEASE_SECONDS, ORPHAN_SECONDS, StoredClaims
from bot.store.database import Database
from bot.store.engine import open_engine, read_url
from bot.store.migrating import migrate
from bot.store.pseudonyms import Pseudonyms
from bot.store.tables import closed_chats, updates
from tests.store.postgres import Postgres
from tests.store.test_memory import ANNA, BORA, Watch, rows

Two = tuple[StoredClaims, StoredClaims, Watch]


def make_claims(engine: AsyncEngine, watch: Watch, breaker: Breaker) -> StoredClaims:
    return StoredClaims(Database(engine, Pseudonyms("1:a"), watch, breaker))


@pytest.fixture
def two(engine: AsyncEngine) -> Two:
    """The claims of two processes on one database, and their clock."""
    watch = Watch()
    first, second = (make_claims(engine, watch, Breaker(patience_seconds=5)) for _ in range(2))
    return first, second, watch


async def standing(claims: StoredClaims, update_id: int, chat_id: int = ANNA, content: str = "") -> Standing:
    return (await claims.claim(update_id, chat_id, content)).standing


async def test_an_update_is_handled_by_one_process_and_once(two: Two) -> None:
    first, second, _ = two
    assert await standing(first, 1) is Standing.OURS
    assert await standing(second, 1) is Standing.ELSEWHERE
    await first.settle(1)
    assert await standing(first, 1) is await standing(second, 1) is Standing.HANDLED


async def test_another_update_of_the_same_number_is_new(two: Two) -> None:
    first, second, _ = two
    assert await standing(first, 1, content="a") is Standing.OURS
    await first.settle(1)
    assert await standing(first, 1, content="b") is Standing.OURS
    await first.settle(1)
    assert await standing(second, 1, content="b") is Standing.HANDLED
    assert await standing(second, 1, content="c") is Standing.OURS


async def test_of_many_that_claim_at_once_one_gets_it(two: Two) -> None:
    first, second, _ = two
    claims = [claims.claim(update_id, ANNA + update_id, "") for update_id in range(40) for claims in (first, second)]
    found = [claim.standing for claim in await asyncio.gather(*claims)]
    assert found.count(Standing.OURS) == found.count(Standing.ELSEWHERE) == 40


async def test_what_is_given_back_is_handled_by_whoever_gets_it_next(two: Two) -> None:
    first, second, _ = two
    await first.claim(1, ANNA, "")
    await first.release(1)
    assert [(claim.standing, claim.attempt) for claim in [await second.claim(1, ANNA, "")]] == [(Standing.OURS, 2)]
    await second.release(1)
    assert (await second.claim(1, ANNA, "")).attempt == 3


@pytest.mark.parametrize(
    ("seconds", "found"), [(LEASE_SECONDS - 1, Standing.ELSEWHERE), (LEASE_SECONDS, Standing.OURS)]
)
async def test_a_process_that_died_holds_nothing_for_long(two: Two, seconds: int, found: Standing) -> None:
    first, second, watch = two
    await first.claim(1, ANNA, "")
    watch.now += timedelta(seconds=seconds)
    assert await standing(second, 1) is found


async def test_a_process_that_lives_keeps_what_it_is_at(two: Two) -> None:
    first, second, watch = two
    await first.claim(1, ANNA, "")
    for _ in range(5):
        watch.now += timedelta(seconds=LEASE_SECONDS - 1)
        await first.renew()
    assert await standing(second, 1) is Standing.ELSEWHERE


async def test_a_chats_later_update_waits_for_the_earlier_one_wherever_that_is(two: Two) -> None:
    first, second, _ = two
    await first.claim(1, ANNA, "")
    assert await standing(second, 2) is Standing.BEHIND
    assert await standing(second, 3, BORA) is Standing.OURS
    await first.settle(1)
    assert (await second.look(2)).standing is Standing.OURS


async def test_a_chats_later_update_waits_for_one_that_is_to_be_delivered_again(two: Two) -> None:
    first, second, watch = two
    await first.claim(1, ANNA, "")
    await first.release(1)
    assert await standing(first, 2) is Standing.BEHIND
    assert await standing(second, 3) is Standing.BEHIND
    watch.now += timedelta(seconds=ORPHAN_SECONDS)
    assert (await second.look(3)).standing is Standing.BEHIND  # the second update is held
    assert (await first.look(2)).standing is Standing.OURS


async def test_a_chat_that_does_not_want_the_bot_is_left_alone_for_a_while(two: Two) -> None:
    first, second, watch = two
    await first.close_chat(ANNA)
    await first.close_chat(ANNA)
    assert await standing(second, 1) is Standing.UNWANTED
    assert await standing(second, 2, BORA) is Standing.OURS
    await first.reopen_chat(ANNA)
    assert (await second.look(1)).standing is Standing.OURS
    await first.close_chat(ANNA)
    watch.now += CLOSED_FOR
    assert await standing(first, 3, ANNA + 1) is Standing.OURS


async def test_nothing_tells_whose_a_handled_update_was_and_later_not_even_that_it_was(
    two: Two, engine: AsyncEngine
) -> None:
    first, _, watch = two
    for update_id in (1, 2):
        await first.claim(update_id, ANNA, "")
    await first.settle(1)
    await first.close_chat(ANNA)
    assert {row["update_id"]: row["chat"] is None for row in await rows(engine, updates)} == {1: True, 2: False}
    assert str(ANNA) not in str(await rows(engine, updates) + await rows(engine, closed_chats))
    watch.now += KEPT_FOR + timedelta(seconds=1)
    await first.sweep()
    assert await rows(engine, updates) == await rows(engine, closed_chats) == []


async def test_what_was_handled_while_the_database_was_down_is_told_to_it_later(postgres: Postgres) -> None:
    engine, watch = open_engine(read_url(postgres.url)), Watch()
    await migrate(engine)
    first, second = (make_claims(engine, watch, Breaker(pause_seconds=0)) for _ in range(2))
    await first.claim(101, ANNA, "")
    await asyncio.to_thread(postgres.stop)
    try:
        await first.settle(101)
        assert await standing(first, 102) is Standing.OURS
        await first.settle(102)
        assert await standing(first, 101) is await standing(first, 102) is Standing.HANDLED
    finally:
        await asyncio.to_thread(postgres.start)
    assert await standing(second, 101) is Standing.ELSEWHERE
    await first.renew()
    assert await standing(second, 101) is Standing.HANDLED
    await engine.dispose()
