"""Messages that the bot sends and edits."""

import asyncio
import json
import re
import time
from html import unescape
from itertools import count
from typing import Any

from tests.bot_api.answers import Refusal
from tests.bot_api.call import Call
from tests.bot_api.entries import Json
from tests.bot_api.fields import whole_number
from tests.bot_api.inbox import Inbox

FIRST_ID = 100_000  # above the ids of the messages in the updates
MOST_UNITS = 4096  # UTF-16 code units: https://core.telegram.org/bots/api#sendmessage
UNCHANGED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
TAG = re.compile(r"</?[a-z][^>]*>")


class Messages:
    """Commits messages to chats."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._ids = count(FIRST_ID)
        self._content_by_message: dict[tuple[int, int], tuple[str, Any]] = {}

    async def send(self, call: Call) -> Json:
        """Put a message into a chat. Raises Refusal."""
        chat, text = _content(call)
        return self._commit(call, chat, next(self._ids), text)

    async def edit(self, call: Call) -> Json:
        """Put a text in the place of another; the message may be older than this server. Raises Refusal."""
        chat, text = _content(call)
        message_id = whole_number(call.fields, "message_id", 0)
        if not message_id:
            raise Refusal(400, "Bad Request: message identifier is not specified")
        if self._content_by_message.get((chat, message_id)) == (text, call.fields.get("reply_markup")):
            raise Refusal(400, UNCHANGED)
        return self._commit(call, chat, message_id, text)

    def _commit(self, call: Call, chat: int, message_id: int, text: str) -> Json:
        markup = call.fields.get("reply_markup")
        self._content_by_message[chat, message_id] = text, markup
        call.commit = self._inbox.ledger.commit(call.method, chat, text, asyncio.get_running_loop().time())
        kind = "private" if chat > 0 else "supergroup"
        message: Json = {"message_id": message_id, "date": int(time.time()), "chat": {"id": chat, "type": kind}}
        if markup:
            message["reply_markup"] = json.loads(markup) if isinstance(markup, str) else markup
        return {**message, "text": text}


def _content(call: Call) -> tuple[int, str]:
    """Return the chat and the text as a reader sees it."""
    if call.chat is None:
        raise Refusal(400, "Bad Request: chat_id is empty")
    text = str(call.fields.get("text", "")).strip()
    if str(call.fields.get("parse_mode", "")).lower() == "html":
        text = unescape(TAG.sub("", text))
    if not text:
        raise Refusal(400, "Bad Request: message text is empty")
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > MOST_UNITS:
        raise Refusal(400, "Bad Request: message is too long")
    return call.chat, text
