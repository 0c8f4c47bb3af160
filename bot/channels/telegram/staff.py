"""The chats of the staff: told what became of every edit of the knowledge."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence

from telegram import Bot
from telegram.error import TelegramError

from bot.channels.desk import Desk
from bot.channels.telegram.patience import kind_of
from bot.core.model import Language
from bot.news import News

log = logging.getLogger(__name__)

LANGUAGE: Language = "ko"
# A message holds 4,096 characters: https://core.telegram.org/bots/api#sendmessage
MOST_PROBLEMS = 10
MOST_PROBLEM_CHARACTERS = 350
MOST_FILES_CHARACTERS = 1_000
MOST_TABLE_PROBLEMS = 3
MOST_NEWLY_WRONG = 2  # that are named


class StaffChats:
    """Chats that are told one piece of news after the other. A chat that cannot be told is logged and no more.

    ``claim`` is asked, with a chat and what tells the news from other news, whether this process is to tell it.
    """

    def __init__(
        self, bot: Bot, desk: Desk, chat_ids: Sequence[int], claim: Callable[[int, str], Awaitable[bool]]
    ) -> None:
        self._bot = bot
        self._phrases = desk.phrases(LANGUAGE)
        self._chat_ids = chat_ids
        self._claim = claim
        self._turn = asyncio.Lock()

    async def tell(self, news: News) -> None:
        """Send a message about an edit to every chat that is to be told by this process."""
        text = self._word(news)
        async with self._turn:
            await asyncio.gather(*(self._send(number, text, news.content) for number in range(len(self._chat_ids))))

    async def _send(self, number: int, text: str, content: str) -> None:
        if not await self._claim(self._chat_ids[number], content):
            return
        try:
            await self._bot.send_message(self._chat_ids[number], text)
        except TelegramError as error:
            # Not its id, nor what Telegram says, which may hold another one.
            log.warning("chat %d of STAFF_CHAT_IDS could not be told of an edit (%s)", number + 1, kind_of(error))

    def _word(self, news: News) -> str:
        version = news.edition.version
        if news.problems:
            return self._phrases["telegram_staff_refused"].format(
                count=len(news.problems),
                problems="\n".join(self._list_problems(news.problems, MOST_PROBLEMS)),
                edited_at=f"{news.edition.edited_at:%Y-%m-%d %H:%M}",
                version=version,
            )
        deleted = (self._phrases["telegram_staff_deleted"].format(file=name) for name in news.deleted)
        files = _shorten(", ".join((*news.changed, *deleted)), MOST_FILES_CHARACTERS)
        key = "telegram_staff_taken_over" if files else "telegram_staff_taken_back"
        return "\n".join([self._phrases[key].format(version=version, files=files), *self._word_table(news)])

    def _word_table(self, news: News) -> Iterator[str]:
        """What is to be said of the staff's own table."""
        if problems := news.table_problems:
            lines = "\n".join(self._list_problems(problems, MOST_TABLE_PROBLEMS))
            yield self._phrases["telegram_staff_table_refused"].format(count=len(problems), problems=lines)
        if wrong := news.newly_wrong:
            lines = "\n".join(self._list_problems(wrong, MOST_NEWLY_WRONG))
            yield self._phrases["telegram_staff_newly_wrong"].format(count=len(wrong), questions=lines)

    def _list_problems(self, problems: Sequence[str], most: int) -> Iterator[str]:
        for problem in problems[:most]:
            yield self._phrases["telegram_staff_problem"].format(problem=_shorten(problem, MOST_PROBLEM_CHARACTERS))
        if len(problems) > most:
            yield self._phrases["telegram_staff_more"].format(count=len(problems) - most)


def _shorten(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
