"""One delivery of an update, and how it went."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector

from tests.bot_api.entries import Entry

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # https://core.telegram.org/bots/api#setwebhook
LONGEST_RETRY_AFTER_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a delivery ended and where; ``retry_after_seconds`` where the time of the next one is not left to us."""

    name: str
    url: str | None = None
    retry_after_seconds: float | None = None


DELIVERED = Outcome("delivered")


class Poster:
    """Posts updates over connections that are kept alive."""

    def __init__(self, timeout_seconds: float, impatient_seconds: float | None) -> None:
        self._impatient_seconds = impatient_seconds
        self._session = ClientSession(
            connector=TCPConnector(limit=0),
            timeout=ClientTimeout(total=timeout_seconds),
            cookie_jar=DummyCookieJar(),
            skip_auto_headers=("User-Agent", "Accept"),
        )
        self._headers = {"Content-Type": "application/json"}
        self._abandoned: set[asyncio.Task[Outcome]] = set()

    def set_secret(self, secret: str) -> None:
        """Send a secret along from now on, or none."""
        self._headers = {"Content-Type": "application/json"} | ({SECRET_HEADER: secret} if secret else {})

    async def post(self, urls: Sequence[str], entry: Entry) -> Outcome:
        """Post an update to the first address that lets one connect."""
        outcome = DELIVERED
        for url in urls:
            outcome = await self._post_patiently(url, entry)
            if outcome.name != "refused":
                break
        return outcome

    async def close(self) -> None:
        """Close the connections, also of deliveries that nobody waits for any more."""
        for task in self._abandoned:
            task.cancel()
        await asyncio.gather(*self._abandoned, return_exceptions=True)
        await self._session.close()

    async def _post_patiently(self, url: str, entry: Entry) -> Outcome:
        """Post an update; where that takes too long, leave it under way and say that it is to be posted again."""
        if self._impatient_seconds is None:
            return await self._post(url, entry)
        task = asyncio.create_task(self._post(url, entry))
        self._abandoned.add(task)
        task.add_done_callback(self._abandoned.discard)
        done, _ = await asyncio.wait({task}, timeout=self._impatient_seconds)
        return task.result() if done else Outcome("abandoned", url, 0.0)

    async def _post(self, url: str, entry: Entry) -> Outcome:
        try:
            sent = self._session.post(url, data=entry.body, headers=self._headers, allow_redirects=False)
            async with sent as response:
                await response.read()
                if 200 <= response.status <= 299:
                    return DELIVERED
                return Outcome(str(response.status), url, _retry_after(response.headers.get("Retry-After", "")))
        except ClientConnectorError:
            return Outcome("refused", url)
        except TimeoutError:
            return Outcome("timeout", url)
        except (ClientError, OSError):
            return Outcome("dropped", url)


def _retry_after(header: str) -> float | None:
    """Return the seconds that the header asks for; 0 asks for nothing, as in WebhookActor.cpp."""
    seconds = int(header) if header.isdecimal() else 0
    return min(seconds, LONGEST_RETRY_AFTER_SECONDS) or None
