"""The webhook: updates are delivered here, and acknowledged once they are handled."""

import asyncio
import hmac
import json
import logging
from hashlib import sha256

from aiohttp import web

from bot.channels.telegram.intake import Intake
from bot.channels.telegram.kinds import UPDATE_KINDS
from bot.channels.telegram.link import Link, run_until

log = logging.getLogger(__name__)

PATH = "/telegram/updates"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - its name, https://core.telegram.org/bots/api#setwebhook
MOST_CONNECTIONS = 100  # the most that setWebhook takes
MOST_UPDATE_BYTES = 1024 * 1024
CHECK_SECONDS = 60.0
STARTING_PAUSE_SECONDS = 1
ANSWER_SECONDS = 8.0  # of the ten that any request may take
STILL_PAUSE_SECONDS = 2.0


class Webhook:
    """Receives updates for an intake at an address of ours, which Telegram is told, and told again if it forgets it."""

    def __init__(self, intake: Intake, link: Link, url: str, secret: str) -> None:
        self._intake = intake
        self._bot = intake.application.bot
        self._link = link
        self._url = url
        self._secret = secret
        self._is_open = False
        self._is_set = False

    @property
    def is_set(self) -> bool:
        """Whether Telegram delivers updates here."""
        return self._is_set

    @property
    def routes(self) -> tuple[web.RouteDef, ...]:
        """The route at which updates come in."""
        return (web.post("/telegram/{name}", self.receive),)

    async def receive(self, request: web.Request) -> web.Response:
        """Handle an update and then acknowledge it; whoever does not know the secret is refused."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self._secret.encode()):
            self._intake.tally.count_update("refused")
            return web.Response(status=403)
        if not self._is_open:
            return _come_again(STARTING_PAUSE_SECONDS)
        raw = await _read_json(request)
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                pause_seconds = await self._intake.handle(raw)
        except TimeoutError:  # it is still under way, and asked for again; the connection is free for others
            return _come_again(STILL_PAUSE_SECONDS)
        return web.Response() if pause_seconds is None else _come_again(pause_seconds)

    async def run(self, stop: asyncio.Event, grace_seconds: float) -> None:
        """Have updates delivered here until ``stop`` is set; answers under way have ``grace_seconds`` then.

        The address stays with Telegram: other processes may serve it, and what comes meanwhile waits there.
        Raises TelegramRefused when the token is wrong.
        """
        try:
            await run_until(stop, self._keep_set())
        finally:
            self._is_open = self._is_set = False
            await self._intake.finish(grace_seconds)
            await self._link.close()

    async def _keep_set(self) -> None:
        await self._link.open(self._set)
        self._is_open = self._is_set = True
        while True:
            await asyncio.sleep(CHECK_SECONDS)
            await self._link.insist(self._check)

    async def _set(self) -> None:
        await self._bot.set_webhook(
            self._url,
            secret_token=self._secret,
            allowed_updates=UPDATE_KINDS,
            max_connections=MOST_CONNECTIONS,
            drop_pending_updates=False,
        )

    async def _check(self) -> None:
        info = await self._bot.get_webhook_info()
        self._is_set = info.url == self._url
        if not self._is_set:
            log.warning("another process of this bot has taken the webhook away; it is set again, but let only one run")
            await self._set()
            self._is_set = True
        elif info.last_error_message and info.pending_update_count:
            log.warning(
                "Telegram could not deliver updates (%s); %d wait", info.last_error_message, info.pending_update_count
            )


def make_secret(token: str) -> str:
    """Return a webhook's secret that depends on the bot's token, so that all machines know it and nobody else does.

    It is of the form that setWebhook takes: 1 to 256 letters, digits, ``_`` and ``-``.
    """
    return hmac.digest(token.encode(), b"seminar-bot: webhook", sha256).hex()


def address_of(webhook_url: str) -> str:
    """Return where updates are delivered: ``WEBHOOK_URL`` itself where it names the path, else a path below it."""
    return webhook_url if "/telegram/" in webhook_url else f"{webhook_url.rstrip('/')}{PATH}"


async def _read_json(request: web.Request) -> object:
    """Return the body's value, or None where it is no JSON."""
    body = await request.clone(client_max_size=MOST_UPDATE_BYTES).read()
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _come_again(pause_seconds: float) -> web.Response:
    return web.Response(status=503, headers={"Retry-After": str(max(1, round(pause_seconds)))})
