"""Replies on their way into a chat."""

from dataclasses import dataclass
from typing import Any

from telegram import Bot, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest

from bot.channels.telegram.rendering import Part, render
from bot.core.reply import Reply

# What https://core.telegram.org/bots/api#editmessagetext answers where the text and the buttons are there already
UNCHANGED = "message is not modified"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reply goes: a chat, the topic in it, if any, and the message that the reply names, if any."""

    chat_id: int
    topic_id: int | None = None
    message_id: int | None = None

    @property
    def options(self) -> dict[str, Any]:
        """The place as arguments of ``send_message``."""
        return {
            "chat_id": self.chat_id,
            "message_thread_id": self.topic_id,
            "reply_parameters": ReplyParameters(self.message_id, allow_sending_without_reply=True)
            if self.message_id
            else None,
        }


def place_of(message: Message, *, quoted: bool = False) -> Place:
    """Return where a message is answered; in a group, and where ``quoted``, the reply names the message."""
    is_named = quoted or message.chat.type != ChatType.PRIVATE
    topic_id = message.message_thread_id if message.is_topic_message else None
    return Place(message.chat.id, topic_id, message.message_id if is_named else None)


async def send(bot: Bot, place: Place, reply: Reply) -> int | None:
    """Send a reply. Returns its message's id, or None where it took several. Raises TelegramError."""
    return await _send_parts(bot, place, render(reply))


async def replace(bot: Bot, place: Place, message_id: int, reply: Reply) -> int | None:
    """Put a reply in the place of an earlier one, or send it to ``place`` where that message cannot be edited.

    Returns and raises as ``send`` does.
    """
    first, *rest = render(reply)
    if not await _edit(bot, place.chat_id, message_id, first):
        return await _send_parts(bot, place, (first, *rest))
    if rest:
        await _send_parts(bot, place, tuple(rest))
        return None
    return message_id


async def _send_parts(bot: Bot, place: Place, parts: tuple[Part, ...]) -> int | None:
    sent = [await bot.send_message(**place.options, **_content(part)) for part in parts]
    return sent[0].message_id if len(sent) == 1 else None


async def _edit(bot: Bot, chat_id: int, message_id: int, part: Part) -> bool:
    """Return whether the message now reads as the part does."""
    try:
        await bot.edit_message_text(chat_id=chat_id, message_id=message_id, **_content(part))
    except BadRequest as refusal:
        return UNCHANGED in refusal.message.lower()
    return True


def _content(part: Part) -> dict[str, Any]:
    """Return a part as arguments."""
    # Only where a preview could appear: some servers refuse a field that they do not know.
    preview = {"link_preview_options": LinkPreviewOptions(is_disabled=True)} if part.has_link else {}
    return {"text": part.html, "parse_mode": ParseMode.HTML, "reply_markup": part.buttons, **preview}
