"""When an edit is seen, and when the folder counts as come to rest."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.loading import take_snapshot
from bot.lookout import DOUBTFUL_QUIET_SECONDS, LOOK_SECONDS, QUIET_SECONDS, settle, watch_edits
from tests.loading.base import write_folder

PATIENCE_SECONDS = 10


@asynccontextmanager
async def watching(folder: Path) -> AsyncIterator[asyncio.Queue[float]]:
    """Give the times, of the loop, at which there was something to look at."""
    stop, seen, now = asyncio.Event(), asyncio.Queue[float](), asyncio.get_running_loop().time

    async def follow() -> None:
        async for _ in watch_edits(folder, stop):
            seen.put_nowait(now())

    task = asyncio.create_task(follow())
    try:
        yield seen
    finally:
        stop.set()
        began = now()
        await asyncio.wait_for(task, PATIENCE_SECONDS)
        assert now() - began < LOOK_SECONDS  # nobody waits for it at the end


async def test_an_edit_is_seen_before_the_next_look(tmp_path: Path) -> None:
    async with watching(tmp_path) as seen:
        await seen.get()
        quickest = LOOK_SECONDS
        for number in range(5):  # a busy machine works slowly, too: the quickest of so many counts
            began = asyncio.get_running_loop().time()
            (tmp_path / "faq.yaml").write_text(str(number))
            quickest = min(quickest, await seen.get() - began)
        assert quickest < LOOK_SECONDS / 2


@pytest.mark.parametrize("came_before", [True, False])
async def test_a_folder_that_is_not_there_yet_or_no_longer_is_looked_for(came_before: bool, tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    if came_before:
        folder.mkdir()
    async with watching(folder) as seen:
        await seen.get()
        shutil.rmtree(folder, ignore_errors=True)
        for _ in range(3):
            await asyncio.wait_for(seen.get(), PATIENCE_SECONDS)
        folder.mkdir()
        for _ in range(3):
            await asyncio.wait_for(seen.get(), PATIENCE_SECONDS)


@pytest.mark.parametrize(
    ("changes", "act", "least_seconds"),
    [
        ({}, Path.exists, QUIET_SECONDS),
        ({"faq.yaml": "faq: {}\n"}, Path.exists, QUIET_SECONDS),
        ({}, lambda folder: (folder / "press.yaml").unlink(), DOUBTFUL_QUIET_SECONDS),
        ({"faq.yaml": ""}, Path.exists, DOUBTFUL_QUIET_SECONDS),
        ({"faq.yaml": "faq: {}\nnot_ann"}, Path.exists, DOUBTFUL_QUIET_SECONDS),
    ],
    ids=["as it was", "edited", "deleted", "emptied", "ends within a line"],
)
async def test_what_looks_unfinished_is_given_more_time(
    changes: Mapping[str, str], act: Callable[[Path], None], least_seconds: float, tmp_path: Path
) -> None:
    served = take_snapshot(write_folder(tmp_path))
    write_folder(tmp_path, changes)
    act(tmp_path)
    began = asyncio.get_running_loop().time()
    assert await settle(tmp_path, served) == take_snapshot(tmp_path)
    assert asyncio.get_running_loop().time() - began >= least_seconds


async def test_while_something_is_written_the_wait_begins_anew(tmp_path: Path) -> None:
    served = take_snapshot(write_folder(tmp_path))
    settling = asyncio.create_task(settle(tmp_path, served))
    for number in range(10):
        (tmp_path / "faq.yaml").write_text(f"# {number}\n")
        await asyncio.sleep(QUIET_SECONDS / 5)
        assert not settling.done()
    assert await settling == take_snapshot(tmp_path)
