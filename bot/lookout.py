"""The lookout on a folder: an edit is seen at once, and waited for until whoever writes has come to rest."""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress
from pathlib import Path

from watchfiles import awatch

from bot.loading import Snapshot, take_snapshot

log = logging.getLogger(__name__)

# How long nothing may have been written before the folder counts as it is: an editor that writes beside and renames, or
# deletes and writes anew, is done in some milliseconds. A file that is gone, or ends within a line, is given more.
QUIET_SECONDS = 0.15
DOUBTFUL_QUIET_SECONDS = 0.7
STEP_SECONDS = 0.05
# Not every file system tells of edits made on another machine or outside a container, so that they are looked for, too.
LOOK_SECONDS = 0.5
MS_PER_SECOND = 1_000


async def watch_edits(folder: Path, stop: asyncio.Event) -> AsyncIterator[None]:
    """Yield when something in a folder was written, and every ``LOOK_SECONDS`` besides, until ``stop`` is set.

    The folder may be absent, and may be replaced by another one of its name.
    """
    logging.getLogger("watchfiles").setLevel(logging.WARNING)  # on INFO it has a line for every swap file
    is_told = False
    while not stop.is_set():
        try:
            async with aclosing(_watch(folder, stop)) as looks:
                async for _ in looks:
                    yield
        except (OSError, RuntimeError, ExceptionGroup) as error:  # there is no folder, or the system has no watch left
            if not is_told and folder.exists():
                log.warning("%s is not watched (%s); it is looked at every %s s", folder, error, LOOK_SECONDS)
                is_told = True
            yield
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK_SECONDS)


async def _watch(folder: Path, stop: asyncio.Event) -> AsyncGenerator[None, None]:
    """Yield as ``watch_edits`` does, until another folder has the name. Raises what watching the folder raises."""
    inode = await asyncio.to_thread(_inode_of, folder)
    changes = awatch(
        folder,
        watch_filter=None,
        debounce=int(STEP_SECONDS * MS_PER_SECOND),
        step=int(STEP_SECONDS * MS_PER_SECOND),
        stop_event=stop,
        rust_timeout=int(LOOK_SECONDS * MS_PER_SECOND),
        yield_on_timeout=True,
        recursive=False,
    )
    async with aclosing(changes) as seen:
        async for _ in seen:
            yield
            if await asyncio.to_thread(_inode_of, folder) != inode:
                return


def _inode_of(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


async def settle(folder: Path, served: Snapshot) -> Snapshot:
    """Wait until nothing was written for ``QUIET_SECONDS``, and return what the folder holds then.

    Where that looks unfinished beside what is ``served``, the wait is for ``DOUBTFUL_QUIET_SECONDS``.
    """
    now = asyncio.get_running_loop().time
    snapshot, began = await asyncio.to_thread(take_snapshot, folder), now()
    while now() - began < (DOUBTFUL_QUIET_SECONDS if snapshot.is_doubtful_after(served) else QUIET_SECONDS):
        await asyncio.sleep(STEP_SECONDS)
        newer = await asyncio.to_thread(take_snapshot, folder)
        if newer != snapshot:
            snapshot, began = newer, now()
    return snapshot
