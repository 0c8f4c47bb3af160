"""What is confirmed to Telegram was handled, or has been under way for so long that others must not wait for it."""

import asyncio
from typing import Any

import pytest

from bot.channels.telegram import window as window_module
from bot.channels.telegram.window import Window


class Gate:
    """Handles an update once it is let through; counts how often it was asked to."""

    def __init__(self, pauses_seconds: dict[int, list[float]] | None = None) -> None:
        self.begun: list[int] = []
        self._pauses_seconds = pauses_seconds or {}
        self._opened: dict[int, asyncio.Event] = {}

    def open(self, update_id: int) -> None:
        self._opened.setdefault(update_id, asyncio.Event()).set()

    async def handle(self, raw: dict[str, Any]) -> float | None:
        update_id = raw["update_id"]
        self.begun.append(update_id)
        if self._pauses_seconds.get(update_id):
            return self._pauses_seconds[update_id].pop()
        await self._opened.setdefault(update_id, asyncio.Event()).wait()
        return None


async def fetched(gate: Gate, *update_ids: int, seconds: float = window_module.HOLD_SECONDS) -> Window:
    window = Window(gate.handle, seconds)
    for update_id in update_ids:
        window.begin({"update_id": update_id})
    await asyncio.sleep(0)
    return window


async def through(gate: Gate, window: Window, *update_ids: int) -> None:
    for update_id in update_ids:
        gate.open(update_id)
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("handled", "offset"), [((), 5), ((5,), 6), ((6,), 5), ((5, 6), 8), ((6, 8), 5), ((5, 6, 8), 9)]
)
async def test_the_offset_is_the_first_that_is_not_handled(handled: tuple[int, ...], offset: int) -> None:
    gate = Gate()
    window = await fetched(gate, 5, 6, 8)
    await through(gate, window, *handled)
    assert window.offset == offset
    await window.close(0)


async def test_nothing_was_fetched_yet() -> None:
    window = await fetched(Gate())
    assert (window.offset, window.is_empty) == (None, True)


async def test_what_is_fetched_again_is_not_handled_again() -> None:
    gate = Gate()
    window = await fetched(gate, 5, 6)
    await through(gate, window, 6)
    for update_id in (5, 6):
        window.begin({"update_id": update_id})
    await through(gate, window, 5)
    assert gate.begun == [5, 6]
    assert (window.offset, window.is_empty) == (7, True)


async def test_what_is_to_be_tried_again_is_held_meanwhile() -> None:
    gate = Gate({5: [0.05, 0.0]})
    window = await fetched(gate, 5)
    gate.open(5)
    await asyncio.sleep(0.02)
    assert window.offset == 5
    await window.settle_down()
    assert (window.offset, gate.begun) == (6, [5, 5, 5])


async def test_what_takes_long_does_not_keep_others_waiting() -> None:
    gate = Gate()
    window = await fetched(gate, 5, 6, seconds=0.05)
    await through(gate, window, 6)
    assert window.offset == 5
    await asyncio.sleep(0.06)
    assert (window.offset, window.is_empty) == (7, True)
    await window.close(0)
