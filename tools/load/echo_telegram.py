"""An echo of python-telegram-bot, as its own examples are: its default client, its own webhook server.

With ``--concurrent`` it handles updates side by side; by default that library takes one after the other.
"""

import logging
import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from tools.load.surroundings import read_surroundings

PATH = "updates"


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main() -> None:
    """Echo until a signal."""
    logging.basicConfig(level=logging.WARNING)
    own = read_surroundings()
    builder = Application.builder().token(own.token).base_url(f"{own.api_url}/bot")
    application = builder.concurrent_updates("--concurrent" in sys.argv).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    url = f"http://127.0.0.1:{own.port}/{PATH}"
    application.run_webhook("127.0.0.1", own.port, PATH, webhook_url=url, max_connections=100)


if __name__ == "__main__":
    main()
