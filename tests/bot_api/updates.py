"""Updates as Telegram writes them, to be put in: https://core.telegram.org/bots/api#update."""

from typing import Any

from tests.bot_api.entries import Json
from tests.bot_api.methods import ME


def message(chat: int, text: str, expects: str | None = "", **fields: Any) -> Json:
    """Return a message in a private chat (its number is its person's); ``expects``: see ``entries.Entry``."""
    content = {"message_id": 7, "date": 1, "from": person(chat), "chat": private(chat), "text": text, **fields}
    return {"message": content, "expects": expects}


def press(chat: int, data: str, expects: str | None = "", message_id: int = 50) -> Json:
    """Return a press of a button under a message of the bot's in a private chat."""
    under = {"message_id": message_id, "date": 1, "chat": private(chat), "from": ME, "text": "earlier"}
    content = {"id": "1", "from": person(chat), "chat_instance": "1", "data": data, "message": under}
    return {"callback_query": content, "expects": expects}


def person(number: int) -> Json:
    """Return somebody who writes in Korean."""
    return {"id": number, "is_bot": False, "first_name": f"Person {number}", "language_code": "ko"}


def private(number: int) -> Json:
    """Return somebody's chat with the bot."""
    return {"id": number, "type": "private", "first_name": f"Person {number}"}
