"""The Telegram bot, put together."""

from typing import Any, TypeAlias

from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, ExtBot, MessageHandler, filters
from telegram.request import BaseRequest

from bot.channels.desk import Desk
from bot.channels.memory import Memory
from bot.channels.telegram.discretion import hush_library
from bot.channels.telegram.exchanges import Exchanges
from bot.channels.telegram.failures import Failures
from bot.channels.telegram.handlers import Handlers
from bot.channels.telegram.menu import set_menu
from bot.channels.telegram.patience import Patience
from bot.channels.telegram.token import check_token
from bot.channels.telegram.transport import Transport

Bot: TypeAlias = ExtBot[None]
TelegramApplication: TypeAlias = Application[Bot, Any, Any, Any, Any, Any]


def build_application(desk: Desk, memory: Memory, token: str, base_url: str) -> TelegramApplication:
    """Return the application that answers from a desk, not yet connected (``run_polling`` does that).

    ``base_url`` is a Bot API server's address: methods are at ``<base_url>/bot<token>/<method>``.
    Raises TelegramRefused when no token can look like that.
    """
    check_token(token)
    return assemble(desk, memory, token, base_url, Transport(token), Transport(token, connections=1))


def assemble(
    desk: Desk, memory: Memory, token: str, base_url: str, calls: BaseRequest, updates: BaseRequest
) -> TelegramApplication:
    """Return the application upon two connections: one for calls, one that long polls for updates."""
    hush_library()
    builder = ApplicationBuilder().token(token).base_url(f"{base_url}/bot").base_file_url(f"{base_url}/file/bot")
    builder = builder.request(calls).get_updates_request(updates).rate_limiter(Patience())
    application = builder.updater(None).job_queue(None).post_init(lambda it: set_menu(it.bot, desk)).build()
    handlers = Handlers(desk, memory, Exchanges())
    application.add_handler(MessageHandler(filters.UpdateType.MESSAGE, handlers.on_message))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, handlers.on_edit))
    application.add_handler(CallbackQueryHandler(handlers.on_press))
    application.add_error_handler(Failures(desk, memory).on_error)
    return application
