"""Memory that is free again goes back to the system."""

import asyncio
import sys

import pytest

from bot.heap import give_back_memory
from tools.processes import resident_mib

PIECES = 20_000
PIECE_BYTES = 4_000  # 76 MiB in all
KEPT_EVERY = 100  # so that pieces in use lie all over it


async def _resident_mib_after(seconds: float) -> float:
    task = asyncio.create_task(give_back_memory(0.01))
    await asyncio.sleep(seconds)
    task.cancel()
    return resident_mib()


@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc")
def test_what_lies_free_between_what_is_in_use_is_given_back() -> None:
    pieces = [bytes([number % 255 + 1]) * PIECE_BYTES for number in range(PIECES)]
    kept = pieces[::KEPT_EVERY]
    pieces.clear()
    before_mib = resident_mib()
    assert before_mib - asyncio.run(_resident_mib_after(0.2)) > 40
    assert len(kept) == PIECES // KEPT_EVERY
