"""Connections under guard: nobody keeps one by sending or reading slowly, and there is always room for one more."""

import asyncio
import logging
import socket
from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.channels.web.rim import set_headers

logger = logging.getLogger(__name__)

LINGERING_SECONDS = 2.0  # how long the rest of a body that was refused is still taken in, so that the answer arrives
MS_PER_SECOND = 1_000


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a visitor is waited for, in seconds, and how many connections there may be.

    ``request_seconds`` count from the first byte of a request (of the first, from the opening of its connection) to its
    answer, ``unread_seconds`` while nothing of what was sent is received. ``most_connections`` is half of the 1,024
    files that a process may usually have open.
    """

    request_seconds: float = 10.0
    unread_seconds: float = 20.0
    most_connections: int = 500


USUAL_PATIENCE = Patience()


class Crowd:
    """The open connections; where there is no room for one more, that which asked nothing for longest has to go."""

    def __init__(self, patience: Patience) -> None:
        self.patience = patience
        self._open: dict[Connection, None] = {}

    def enter(self, connection: "Connection") -> None:
        """Put a connection that was opened, or has asked something, behind all others."""
        self._open.pop(connection, None)
        if len(self._open) >= self.patience.most_connections:
            oldest = next(iter(self._open))
            del self._open[oldest]
            oldest.cut()
        self._open[connection] = None

    def leave(self, connection: "Connection") -> None:
        """Forget a connection that was closed."""
        self._open.pop(connection, None)


class Connection(web.RequestHandler):
    """One connection. What arrives compressed is not unpacked: no page sends a question so, but a bomb comes so."""

    __slots__ = ("_crowd", "_deadline")

    def __init__(self, server: web.Server, crowd: Crowd) -> None:
        super().__init__(
            server,
            loop=asyncio.get_running_loop(),
            access_log=None,  # type: ignore[arg-type] # none is kept
            lingering_time=LINGERING_SECONDS,
            auto_decompress=False,
        )
        self._crowd = crowd
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to serve it, and to wait for its first request."""
        super().connection_made(transport)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # of Linux, tcp(7): it ends what is not received in so many ms
            ms = int(self._crowd.patience.unread_seconds * MS_PER_SECOND)
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, ms)
        self._crowd.enter(self)
        self.await_request()

    def data_received(self, data: bytes) -> None:
        """Take bytes in; from the first of a request on, its end is waited for."""
        if data:  # aiohttp itself calls this with none
            self.await_request()
        super().data_received(data)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Forget the connection."""
        self._stop_waiting()
        self._crowd.leave(self)
        super().connection_lost(exc)

    def await_request(self) -> None:
        """Cut the connection unless what has begun is a whole request in time."""
        if self._deadline is None:
            delay_seconds = self._crowd.patience.request_seconds
            self._deadline = asyncio.get_running_loop().call_later(delay_seconds, self.cut)

    def end_request(self) -> None:
        """Wait no longer: the request was whole, and its answer is made."""
        self._stop_waiting()
        if self.transport is not None:
            self._crowd.enter(self)

    def cut(self) -> None:
        """Close the connection at once, whatever is under way on it."""
        if self.transport is not None:
            self.transport.abort()

    def handle_error(
        self, request: web.BaseRequest, status: int = 500, exc: BaseException | None = None, message: str | None = None
    ) -> web.StreamResponse:
        """Answer what is no HTTP, which aiohttp would quote to its sender and into the log, in three words."""
        if status != HTTPStatus.BAD_REQUEST:
            return set_headers(super().handle_error(request, status, exc, message))
        logger.debug("refused what is no HTTP (%s)", type(exc).__name__)
        response = web.Response(text=f"{status} {HTTPStatus(status).phrase}\n", status=status)
        response.force_close()
        return set_headers(response)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


@web.middleware
async def guard_request(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let the connection of a request wait for its body, and no longer than until the answer is made."""
    connection = request.protocol
    if not isinstance(connection, Connection):
        return await handler(request)
    connection.await_request()
    try:
        return await handler(request)
    finally:
        connection.end_request()


class GuardedSite(web.BaseSite):
    """A host and a port to listen on, as aiohttp's ``TCPSite`` is, with its connections under guard."""

    def __init__(self, runner: web.AppRunner, host: str, port: int, patience: Patience) -> None:
        super().__init__(runner)
        self._address = host, port
        self._crowd = Crowd(patience)

    @property
    def name(self) -> str:
        """Return where it listens."""
        host, port = self._address
        return f"http://{host}:{port}"

    async def start(self) -> None:
        """Listen. Raises OSError where the port is taken or may not be used."""
        await super().start()
        host, port = self._address
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._connect, host, port, backlog=self._backlog)

    def _connect(self) -> Connection:
        assert self._runner.server is not None, "the runner is set up"
        return Connection(self._runner.server, self._crowd)
