"""The menu of commands is there in both languages."""

from pathlib import Path

import pytest
import yaml
from telegram import BotCommand

import bot.language
from bot.channels.telegram.incoming import COMMANDS
from bot.channels.telegram.menu import set_menu
from bot.core.model import Language
from tests.channels.telegram.stage import on_stage, refusal
from tests.fakes import EchoDesk

LANGUAGE_DIR = Path(bot.language.__file__).parent


def wordings(language: Language) -> dict[str, str]:
    text = (LANGUAGE_DIR / language / "telegram.yaml").read_text(encoding="utf-8")
    return {str(key): str(value) for key, value in yaml.safe_load(text).items()}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_command_has_a_description_that_telegram_accepts(language: Language) -> None:
    descriptions = [wordings(language)[f"telegram_command_{name}"] for name in COMMANDS]
    assert all(BotCommand.MIN_DESCRIPTION <= len(text) <= BotCommand.MAX_DESCRIPTION for text in descriptions)


def test_both_languages_have_the_same_wordings() -> None:
    assert wordings("ko").keys() == wordings("en").keys()


async def test_the_menu_is_set_by_default_and_for_korean_and_english() -> None:
    async with on_stage(EchoDesk({"telegram_command_now": "지금"})) as stage:
        await set_menu(stage.application.bot, EchoDesk({"telegram_command_now": "지금"}))
        menus = stage.connection.sent("setMyCommands")
        assert [menu.get("language_code") for menu in menus] == [None, "ko", "en"]
        assert menus[0]["commands"][:2] == [
            {"command": "now", "description": "지금"},
            {"command": "schedule", "description": "schedule"},
        ]


async def test_a_refused_menu_is_logged_and_no_more(caplog: pytest.LogCaptureFixture) -> None:
    async with on_stage(EchoDesk()) as stage:
        stage.connection.answers["setMyCommands"] = [refusal(501, "Not Implemented")]
        await set_menu(stage.application.bot, EchoDesk())
    assert [record.levelname for record in caplog.records] == ["WARNING"]
