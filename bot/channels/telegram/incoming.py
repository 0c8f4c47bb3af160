"""What a message asks of the bot, if anything."""

import re
from dataclasses import dataclass
from typing import cast

from telegram import Message, User
from telegram.constants import ChatType

from bot.channels.desk import Page
from bot.channels.telegram.groups import is_reply_to, strip_mentions
from bot.core.model import Language

# https://core.telegram.org/bots/features#commands: up to 32 Latin letters, digits and underscores
COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]{1,32})(?:@(?P<bot>\w+))?(?=\s|$)")
# The pages that are commands as well, in the order of the menu; the others are shown when they are due.
PAGES: tuple[Page, ...] = ("now", "schedule", "speakers", "press", "contact", "help", "status", "privacy", "start")
FORGET = "forget"
COMMANDS = (*PAGES, FORGET)


@dataclass(frozen=True, slots=True)
class Shown:
    """A page was asked for by its command."""

    page: Page


@dataclass(frozen=True, slots=True)
class Asked:
    """A question was typed."""

    question: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Somebody wants everything about them deleted."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something without a text came: a sticker, a photo, a voice message."""


Incoming = Shown | Asked | Forgotten | Unreadable


def read(message: Message, me: User) -> Incoming | None:
    """Return what a message asks, or None where it is to be passed over in silence."""
    if not _is_from_person(message):
        return None
    is_private = message.chat.type == ChatType.PRIVATE
    command = COMMAND.match(message.text or "")
    if command:
        return _read_command(command, me, is_private)
    text, is_mentioned = strip_mentions(message, me)
    if not (is_private or is_mentioned or is_reply_to(message, me)):
        return None
    if text:
        return Asked(text)
    if is_mentioned:
        return Shown("start")
    return Unreadable() if is_private and message.effective_attachment else None


def language_of(user: User | None) -> Language:
    """Return the language of somebody's Telegram; it is optional there, and then this is Korean."""
    code = (user.language_code if user else None) or "ko"
    return "ko" if code.lower().startswith("ko") else "en"


def _is_from_person(message: Message) -> bool:
    """Return whether a person wrote it: no other bot, no text that a bot offered, no post forwarded from a channel."""
    author = message.from_user
    if author is None or message.via_bot or message.is_automatic_forward:
        return False
    # An administrator who writes as the group itself appears as a bot of Telegram's own.
    is_anonymous = message.sender_chat is not None and message.sender_chat.id == message.chat.id
    return is_anonymous or not author.is_bot


def _read_command(command: re.Match[str], me: User, is_private: bool) -> Incoming | None:
    name, addressed = command["name"].lower(), command["bot"]
    if addressed and addressed.lower() != (me.username or "").lower():
        return None
    if name == FORGET:
        return Forgotten()
    if name in PAGES:
        return Shown(cast(Page, name))
    # An unknown command is a question with a slash; in a group it may well be another bot's.
    question = f"{name.replace('_', ' ')}{command.string[command.end() :]}".strip()
    return Asked(question) if is_private or addressed else None
