"""The menu of commands that Telegram shows beside the input field."""

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.channels.desk import Desk
from bot.channels.telegram.incoming import COMMANDS
from bot.core.model import Language

log = logging.getLogger(__name__)

# Whose Telegram speaks none of these languages sees the first menu, the one without a code.
MENUS: tuple[tuple[str | None, Language], ...] = ((None, "ko"), ("ko", "ko"), ("en", "en"))


def list_commands(desk: Desk, language: Language) -> list[BotCommand]:
    """Return the commands with their descriptions; one without a wording shows its name."""
    phrases = desk.phrases(language)
    return [BotCommand(page, phrases.get(f"telegram_command_{page}", page)) for page in COMMANDS]


async def set_menu(bot: Bot, desk: Desk) -> None:
    """Set the menu in every language. The bot works without it, so a failure is only logged."""
    try:
        for code, language in MENUS:
            await bot.set_my_commands(list_commands(desk, language), language_code=code)
    except TelegramError as error:
        log.warning("the menu of commands could not be set (%s)", error)
