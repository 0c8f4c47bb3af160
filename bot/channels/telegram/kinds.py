"""What kind of application the library's is here, and the kinds of updates that it asks for."""

from typing import Any, TypeAlias

from telegram.ext import Application, ExtBot

TelegramApplication: TypeAlias = Application[ExtBot[None], Any, Any, Any, Any, Any]

# Named one by one: whatever else Telegram may send, the bot has no answer to it.
# https://core.telegram.org/bots/api#update
UPDATE_KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
