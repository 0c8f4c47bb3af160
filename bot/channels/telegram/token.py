"""The bot's token: what it may look like, and what is said when it is refused."""

import re

# A bot's id, a colon and a secret, as BotFather gives it. Whatever else is in it cannot stand in an address.
TOKEN = re.compile(r"[A-Za-z0-9:_-]+")


class TelegramRefused(Exception):  # noqa: N818 - a refusal, told to a person, more than an error
    """Telegram does not know the token; the message says what to set and never holds the token itself."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Telegram refused the bot's token ({reason}); set TELEGRAM_BOT_TOKEN to the token that BotFather gave,"
            " like 123456789:AAE…, and check TELEGRAM_API_BASE_URL if it is set"
        )


def check_token(token: str) -> str:
    """Return the token. Raises TelegramRefused when no token can look like that."""
    if not TOKEN.fullmatch(token):
        raise TelegramRefused("it is empty" if not token else "it holds characters that no token has")
    return token
