"""The knowledge in use, kept at what its folder holds: an edit is taken over whole or not at all, and told."""

import asyncio
import gc
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.app import Bot, Clock, describe_edition, load_for_serving
from bot.core.knowledge import Knowledge
from bot.loading import KnowledgeError, Problem, Snapshot, take_snapshot
from bot.lookout import settle, watch_edits
from bot.news import News
from bot.table.examining import Examination, Examiner

log = logging.getLogger(__name__)

MOST_PLACES = 20  # that are told of at an address that anybody may ask


class Renewal:
    """Follows a folder for a bot that answers from it already.

    ``served`` is what the folder held when the bot's knowledge was loaded. ``clock`` is the real one, whatever day is
    rehearsed. ``note`` is called with each version taken over and its time, ``tell`` with what became of an edit;
    nothing waits for it.
    """

    def __init__(
        self,
        folder: Path,
        bot: Bot,
        served: Snapshot,
        clock: Clock,
        note: Callable[[str, datetime], None],
        tell: Callable[[News], Awaitable[None]],
    ) -> None:
        self._folder = folder
        self._bot = bot
        self._served = self._seen = served
        self._edition = describe_edition(served, bot.knowledge)
        self._clock = clock
        self._note = note
        self._tell = tell
        self._loaded_at = clock()
        self._problems: tuple[Problem, ...] = ()
        self._examiner = Examiner(folder)
        self._examination = Examination()
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        # One thread for all loading: each has memory of its own, which it does not give back, and would fill it anew.
        self._loader = ThreadPoolExecutor(1, "loader")

    @property
    def state(self) -> Mapping[str, object]:
        """Which knowledge answers, since when, and where the folder, or its table, has problems; for a machine to read.

        Not what the problems are: they quote what was typed, which may not be meant for everybody.
        """
        return {
            "version": self._edition.version,
            "edited_at": self._edition.edited_at.isoformat(timespec="seconds"),
            "loaded_at": self._loaded_at.isoformat(timespec="seconds"),
            "problems": _list_places(self._problems),
            "table_problems": _list_places(self._examination.problems),
        }

    async def run(self, stop: asyncio.Event) -> None:
        """Follow the folder until ``stop`` is set; what is still being loaded or told then is given up."""
        self._begin(self._report(None, self._bot.knowledge))
        self._begin(self._follow(stop))
        try:
            await stop.wait()
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.wait(self._tasks)
            self._loader.shutdown(wait=False)

    def _begin(self, work: Awaitable[None]) -> None:
        task = asyncio.create_task(_guard(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _follow(self, stop: asyncio.Event) -> None:
        async for _ in watch_edits(self._folder, stop):
            if await asyncio.to_thread(take_snapshot, self._folder) != self._seen:
                await _guard(self._renew())

    async def _renew(self) -> None:
        """Wait until the folder has come to rest, and take over what it holds then, or say why not."""
        while True:
            self._seen = snapshot = await settle(self._folder, self._served)
            loaded = None if snapshot == self._served else await self._load()
            if await asyncio.to_thread(take_snapshot, self._folder) == snapshot:
                break  # else something was written meanwhile, and half of that may have been read
        if isinstance(loaded, KnowledgeError):
            self._refuse(loaded.problems)
        elif loaded:
            self._take_over(loaded, snapshot)
        elif self._problems:
            self._problems = ()
            log.info("the knowledge folder is as it was again; version %s answers", self._edition.version)
            self._begin(self._report(News(self._edition)))

    async def _load(self) -> Knowledge | KnowledgeError:
        return await asyncio.get_running_loop().run_in_executor(self._loader, _load, self._folder)

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        if problems == self._problems:
            return
        self._problems = problems
        lines = tuple(map(str, problems))
        log.warning(
            "the edit is not taken over; version %s, edited %s, goes on answering until these are mended:\n%s",
            self._edition.version,
            self._edition.edited_at.isoformat(" ", "seconds"),
            "\n".join(lines),
        )
        self._begin(self._report(News(self._edition, lines)))

    def _take_over(self, knowledge: Knowledge, snapshot: Snapshot) -> None:
        edition = describe_edition(snapshot, knowledge)
        self._bot.renew(knowledge, edition)
        changed, deleted = snapshot.list_changed(self._served), snapshot.list_deleted(self._served)
        self._served, self._edition, self._problems, self._loaded_at = snapshot, edition, (), self._clock()
        self._note(edition.version, self._loaded_at)
        files = ", ".join((*changed, *(f"{name} deleted" for name in deleted)))
        log.info("the edit is taken over: version %s answers (%s)", edition.version, files)
        self._begin(self._report(News(edition, (), changed, deleted), knowledge))

    async def _report(self, news: News | None, knowledge: Knowledge | None = None) -> None:
        """Ask a new ``knowledge`` the staff's table, and have the news told with what came of it, in their order."""
        async with self._turn:
            if knowledge:
                await _guard(self._examine(knowledge))
            if news and knowledge:
                problems = tuple(map(str, self._examination.problems))
                news = replace(news, table_problems=problems, newly_wrong=self._examination.newly_wrong)
            if news:
                self._begin(self._tell(news))

    async def _examine(self, knowledge: Knowledge) -> None:
        """Note how much of the staff's table a knowledge passes, or what is wrong with the table."""
        self._examination = Examination()
        self._examination = found = await asyncio.to_thread(self._examiner.examine, knowledge)
        if self._bot.knowledge is knowledge:
            self._edition = replace(self._edition, passed=found.passed, asked=found.asked)
            self._bot.renew(knowledge, self._edition)


def _load(folder: Path) -> Knowledge | KnowledgeError:
    gc.collect()  # what is garbage already would stay for ever, once the new knowledge is frozen beside it
    try:
        return load_for_serving(folder)
    except KnowledgeError as error:
        return error


async def _guard(work: Awaitable[None]) -> None:
    """Do something that must stop nothing else, whatever happens to it."""
    try:
        await work
    except Exception:
        log.exception("an edit of the knowledge was not followed to its end")


def _list_places(problems: Sequence[Problem]) -> list[str]:
    return [_place_of(problem) for problem in problems[:MOST_PLACES]]


def _place_of(problem: Problem) -> str:
    name = Path(problem.file).name  # of the folder itself, too: where it lies is nobody's business
    return f"{name}:{problem.line}:{problem.column}" if problem.line else name
