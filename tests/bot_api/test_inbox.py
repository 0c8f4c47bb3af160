"""When updates that are put in are due, and in which order they arrive."""

import asyncio
from itertools import pairwise

import pytest

from tests.bot_api.entries import Entry
from tests.bot_api.inbox import Inbox
from tests.bot_api.ledger import Ledger
from tests.bot_api.updates import message


async def test_updates_are_due_at_their_rate_and_later_ones_after_them() -> None:
    ledger, arrived = Ledger(), list[Entry]()
    inbox = Inbox(ledger, arrived.append)
    ids = inbox.put([message(1, "?")] * 4, per_second=50)
    ids += inbox.put([message(2, "?")] * 2, per_second=None)
    dues = [entry.due_at for entry in ledger.entries]
    assert [later - earlier for earlier, later in pairwise(dues)] == pytest.approx([0.02, 0.02, 0.02, 0, 0])
    assert [entry.id for entry in arrived] == ids[:1]
    await asyncio.sleep(0.1)
    assert [entry.id for entry in arrived] == list(inbox.pending) == ids


async def test_what_is_still_to_come_does_not_come_after_a_reset() -> None:
    arrived = list[Entry]()
    inbox = Inbox(Ledger(), arrived.append)
    inbox.put([message(1, "?")] * 2, per_second=50)
    inbox.clear(Ledger())
    ids = inbox.put([message(1, "?")], per_second=None)
    await asyncio.sleep(0.05)
    assert (len(arrived), list(inbox.pending)) == (2, ids)
