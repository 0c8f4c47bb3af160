"""The Telegram bot, put together."""

from telegram.ext import ApplicationBuilder, CallbackQueryHandler, ChatMemberHandler, MessageHandler, filters
from telegram.request import BaseRequest

from bot.channels.desk import Desk
from bot.channels.memory import Claims, Memory
from bot.channels.tally import TelegramTally
from bot.channels.telegram.discretion import hush_library
from bot.channels.telegram.exchanges import Exchanges
from bot.channels.telegram.failures import Failures
from bot.channels.telegram.handlers import Handlers
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.membership import Membership
from bot.channels.telegram.menu import set_menu
from bot.channels.telegram.patience import PAUSES_SECONDS, Patience
from bot.channels.telegram.token import check_token
from bot.channels.telegram.transport import Transport


def build_intake(desk: Desk, memory: Memory, claims: Claims, tally: TelegramTally, token: str, base_url: str) -> Intake:
    """Return where updates are taken in and answered from a desk; nothing is connected yet (``link.py`` does that).

    ``base_url`` is a Bot API server's address: methods are at ``<base_url>/bot<token>/<method>``.
    Raises TelegramRefused when no token can look like that.
    """
    check_token(token)
    return assemble(desk, memory, claims, tally, token, base_url, Transport(token), Transport(token, connections=1))


def assemble(
    desk: Desk,
    memory: Memory,
    claims: Claims,
    tally: TelegramTally,
    token: str,
    base_url: str,
    calls: BaseRequest,
    updates: BaseRequest,
    pauses_seconds: tuple[float, ...] = PAUSES_SECONDS,
) -> Intake:
    """Return the intake upon two connections: one for calls, one that long polls for updates.

    ``pauses_seconds`` are those between the attempts of a call that failed.
    """
    hush_library()
    membership = Membership(memory, claims)
    builder = ApplicationBuilder().token(token).base_url(f"{base_url}/bot").base_file_url(f"{base_url}/file/bot")
    builder = builder.request(calls).get_updates_request(updates).rate_limiter(Patience(tally, pauses_seconds))
    application = builder.updater(None).job_queue(None).post_init(lambda it: set_menu(it.bot, desk)).build()
    handlers, failures = Handlers(desk, memory, Exchanges(), tally), Failures(desk, membership, tally)
    application.add_handler(MessageHandler(filters.UpdateType.MESSAGE, handlers.on_message))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, handlers.on_edit))
    application.add_handler(CallbackQueryHandler(handlers.on_press))
    application.add_handler(ChatMemberHandler(membership.on_change, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(failures.on_error)
    return Intake(application, claims, failures, tally)
