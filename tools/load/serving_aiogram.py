"""Bots of aiogram 3 served by its own webhook server; an update is acknowledged once it is handled, as ours is."""

import logging

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from tools.load.surroundings import Surroundings

PATH = "/updates"


def run(dispatcher: Dispatcher, own: Surroundings) -> None:
    """Serve until a signal."""
    logging.basicConfig(level=logging.WARNING)
    bot = Bot(own.token, AiohttpSession(api=TelegramAPIServer.from_base(own.api_url)))

    async def register() -> None:
        await bot.set_webhook(f"http://127.0.0.1:{own.port}{PATH}", max_connections=100)

    dispatcher.startup.register(register)
    application = web.Application()
    SimpleRequestHandler(dispatcher, bot, handle_in_background=False).register(application, PATH)
    setup_application(application, dispatcher, bot=bot)
    web.run_app(application, host="127.0.0.1", port=own.port, print=None, access_log=None)
