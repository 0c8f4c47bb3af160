"""What the bot does when a message comes, is edited, or has its button pressed."""

import asyncio
from contextlib import suppress

from telegram import Bot, CallbackQuery, Message, Update, User
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.channels.desk import Desk
from bot.channels.memory import Memory
from bot.channels.tally import TelegramTally
from bot.channels.telegram.delivery import Place, place_of, replace, send
from bot.channels.telegram.exchanges import Exchange, Exchanges
from bot.channels.telegram.floods import MOST_A_MINUTE, Floods, Verdict
from bot.channels.telegram.incoming import Asked, Forgotten, Incoming, Shown, Unreadable, language_of, read
from bot.core.reply import Context, Reply

# https://core.telegram.org/bots/api#answercallbackquery
MOST_ALERT_CHARACTERS = 200


class Handlers:
    """Takes updates to the desk, and its replies to the chats they came from."""

    def __init__(self, desk: Desk, memory: Memory, exchanges: Exchanges, tally: TelegramTally) -> None:
        self._desk = desk
        self._memory = memory
        self._exchanges = exchanges
        self._tally = tally
        self._messages, self._presses = Floods(), Floods()

    async def on_message(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a message that asks something. Raises TelegramError."""
        message, user = update.message, update.effective_user
        incoming = read(message, context.bot.bot) if message else None
        if message is None or user is None or incoming is None:
            return
        if isinstance(incoming, Unreadable) and not self._is_new(message):
            return
        verdict = self._messages.judge(message.chat.id, user.id, message.date.timestamp())
        if verdict is not Verdict.ANSWER:
            self._tally.count_passed_over()
            if verdict is Verdict.TELL:
                await context.bot.send_message(**place_of(message).options, text=self._word_flood(user))
            return
        before = await self._memory.context(message.chat.id, user.id)
        reply = await self._answer(incoming, before, message.chat.id, user)
        sent_id = await send(context.bot, place_of(message), reply)
        await self._keep(incoming, message.chat.id, user, reply)
        exchange = Exchange(incoming, before, sent_id)
        self._exchanges.record(message.chat.id, message.message_id, exchange)

    async def on_edit(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer an edited message anew, in the context it was first read in. Raises TelegramError."""
        message, user = update.edited_message, update.effective_user
        incoming = read(message, context.bot.bot) if message else None
        if message is None or user is None or incoming is None or isinstance(incoming, Unreadable):
            return
        chat_id = message.chat.id
        former = self._exchanges.find(chat_id, message.message_id)
        if former and former.incoming == incoming:
            return  # what changed was no word: a link's preview was added, a location moved on
        before = former.context if former else await self._memory.context(chat_id, user.id)
        reply = await self._answer(incoming, before, chat_id, user)
        place = place_of(message, quoted=True)
        if former and former.reply_message_id:
            sent_id = await replace(context.bot, place, former.reply_message_id, reply)
        else:
            sent_id = await send(context.bot, place, reply)
        await self._keep(incoming, chat_id, user, reply)
        self._exchanges.record(chat_id, message.message_id, Exchange(incoming, before, sent_id))

    async def on_press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Put the reply of a pressed button in the place of the message it stands under. Raises TelegramError."""
        query = update.callback_query
        if query is None or query.data is None:
            return
        message = query.message
        chat_id = message.chat.id if message else query.from_user.id
        verdict = self._presses.judge(chat_id, query.from_user.id, asyncio.get_running_loop().time())
        if verdict is not Verdict.ANSWER:
            self._tally.count_passed_over()
            if verdict is Verdict.TELL:
                await query.answer(self._word_flood(query.from_user), show_alert=True)
            return
        before = await self._memory.context(chat_id, query.from_user.id)
        reply = self._desk.choose(query.data, before)
        await _show(query, context.bot, reply)
        await self._memory.keep(chat_id, query.from_user.id, reply)

    def _word_flood(self, user: User) -> str:
        return self._desk.phrases(language_of(user))["telegram_flood"].format(count=MOST_A_MINUTE)

    def _is_new(self, message: Message) -> bool:
        """Return whether nothing of the message's album came before; a message without an album is always new."""
        return message.media_group_id is None or self._exchanges.is_new_album(message.media_group_id)

    async def _answer(self, incoming: Incoming, before: Context, chat_id: int, user: User) -> Reply:
        match incoming:
            case Asked(question):
                return self._desk.ask(question, before)
            case Shown(page):
                return self._desk.show(page, language_of(user))
            case Forgotten():
                return await self._forget(chat_id, user)
            case Unreadable():
                return self._desk.show("text_only", language_of(user))

    async def _keep(self, incoming: Incoming, chat_id: int, user: User, reply: Reply) -> None:
        """Keep what the reply leaves behind, once it is out: had it failed, the question would be read anew."""
        if isinstance(incoming, Asked):
            await self._memory.keep(chat_id, user.id, reply, incoming.question)
        elif isinstance(incoming, Shown):
            await self._memory.keep(chat_id, user.id, reply)

    async def _forget(self, chat_id: int, user: User) -> Reply:
        """Forget the person in this chat, and say whether that was done."""
        self._exchanges.forget_chat(chat_id)
        is_done = await self._memory.forget(chat_id, user.id)
        return self._desk.show("forgotten" if is_done else "not_forgotten", language_of(user))


async def _show(query: CallbackQuery, bot: Bot, reply: Reply) -> None:
    """Put a reply where the pressed button stands, or as near to it as Telegram lets."""
    message = query.message
    if message is None:
        await query.answer(reply.text[:MOST_ALERT_CHARACTERS], show_alert=True)
        return
    await _acknowledge(query)
    if isinstance(message, Message) and message.is_accessible:
        place = place_of(message)
        await replace(bot, Place(place.chat_id, place.topic_id), message.message_id, reply)
    else:
        await send(bot, Place(message.chat.id), reply)


async def _acknowledge(query: CallbackQuery) -> None:
    """Stop the button's waiting sign; a press that is too old for that is answered all the same."""
    with suppress(TelegramError):
        await query.answer()
