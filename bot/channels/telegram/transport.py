"""The connection to a Bot API server, on aiohttp."""

import json
from typing import Any

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    DummyCookieJar,
    FormData,
    TCPConnector,
)
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_TIMEOUT_SECONDS = 5.0
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
READ_TIMEOUT_SECONDS = 15.0  # from the call to its answer, connecting included


class NotSentError(NetworkError):
    """The request has surely not arrived, so that it may be sent again without being obeyed twice."""


class Transport(BaseRequest):
    """Carries requests. Its errors never show the address, which holds the token."""

    def __init__(self, token: str, connections: int = 64) -> None:
        self._token = token
        self._connections = connections
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take, in seconds, where the caller does not say."""
        return READ_TIMEOUT_SECONDS

    async def initialize(self) -> None:
        """Open nothing yet: given up here, half initialised, the library would never close it."""

    async def shutdown(self) -> None:
        """Close the pool of connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        *_: Any,  # the other timeouts are the connection's own
        **__: Any,
    ) -> tuple[int, bytes]:
        """Return the status and the body. Raises NotSentError, TimedOut or NetworkError."""
        read_seconds = read_timeout if isinstance(read_timeout, int | float) else READ_TIMEOUT_SECONDS
        timeout = ClientTimeout(total=read_seconds, sock_connect=CONNECT_TIMEOUT_SECONDS)
        body_options = _encode(request_data) if request_data else {}
        try:
            async with self._open().request(
                method, url, **body_options, timeout=timeout, allow_redirects=False
            ) as response:
                body = await response.read()
                return response.status, body if response.ok else self._scrub(body)
        except (ClientConnectorError, ConnectionTimeoutError) as error:
            raise NotSentError(self._describe(error)) from None
        except TimeoutError:
            raise TimedOut from None
        except (ClientError, OSError) as error:
            raise NetworkError(self._describe(error)) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the answer's object. Raises TelegramError for anything that no Bot API server would say."""
        try:
            answer = json.loads(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or answer.keys().isdisjoint({"result", "description"}):
            raise TelegramError("the server's answer is not one of the Bot API")
        return answer

    def _open(self) -> ClientSession:
        """Return the pool of connections, opened by the first request."""
        if self._session is None:
            connector = TCPConnector(limit=self._connections)
            headers = {"User-Agent": self.USER_AGENT}
            self._session = ClientSession(connector=connector, headers=headers, cookie_jar=DummyCookieJar())
        return self._session

    def _scrub(self, body: bytes) -> bytes:
        """Take the token out of a body: an error page of a server in between may repeat the address."""
        return body.replace(self._token.encode(), b"<token>")

    def _describe(self, error: Exception) -> str:
        return f"{type(error).__name__}: {error}".replace(self._token, "<token>")


def _encode(request_data: RequestData) -> dict[str, Any]:
    """Return a request's body as the options of aiohttp: a form, of several parts where it has files."""
    if not request_data.contains_files:
        # Written out here, where aiohttp would first prepare for several parts.
        return {"data": request_data.url_encoded_parameters().encode(), "headers": FORM}
    form = FormData(request_data.json_parameters, quote_fields=False)  # a name of a file in Hangul arrives as it is
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}
