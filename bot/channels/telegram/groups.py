"""Groups: when a message there is meant for the bot."""

from telegram import Message, MessageEntity, User

UNIT_BYTES = 2  # Telegram counts an entity's offset and length in UTF-16 code units


def is_reply_to(message: Message, me: User) -> bool:
    """Return whether the message replies to one of the bot's own."""
    replied = message.reply_to_message
    return bool(replied and replied.from_user and replied.from_user.id == me.id)


def strip_mentions(message: Message, me: User) -> tuple[str, bool]:
    """Return the text (or caption, or nothing) without the bot's @name, and whether that was there."""
    text = (message.text or message.caption or "").encode("utf-16-le", "surrogatepass")
    mentions = [entity for entity in message.entities or message.caption_entities if _names(entity, text, me)]
    for entity in reversed(mentions):
        start, end = entity.offset * UNIT_BYTES, (entity.offset + entity.length) * UNIT_BYTES
        text = text[:start] + text[end:]
    return text.decode("utf-16-le", "surrogatepass").strip(), bool(mentions)


def _names(entity: MessageEntity, text: bytes, me: User) -> bool:
    """Return whether an entity of a text names the bot."""
    if entity.type == MessageEntity.TEXT_MENTION:
        return bool(entity.user and entity.user.id == me.id)
    if entity.type != MessageEntity.MENTION or not me.username:
        return False
    named = text[entity.offset * UNIT_BYTES : (entity.offset + entity.length) * UNIT_BYTES]
    return named.decode("utf-16-le", "surrogatepass").lower() == f"@{me.username}".lower()
