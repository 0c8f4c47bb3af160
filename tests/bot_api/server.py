"""The server: what comes in goes to a method of the Bot API or to the control."""

import asyncio
from collections.abc import Callable

from aiohttp import web

from tests.bot_api.answers import Answer, Refusal, not_found, unauthorized
from tests.bot_api.call import Call
from tests.bot_api.control import Control
from tests.bot_api.entries import Entry
from tests.bot_api.fields import read_fields
from tests.bot_api.inbox import Inbox
from tests.bot_api.ledger import Ledger
from tests.bot_api.methods import Methods
from tests.bot_api.mishaps import Mishaps
from tests.bot_api.options import Options
from tests.bot_api.polling import Polling
from tests.bot_api.posting import Poster
from tests.bot_api.webhook import Webhook

MOST_WAITING = 1024  # connections not yet accepted


class Server:
    """The parts, put together. To be made while the loop runs."""

    def __init__(self, options: Options) -> None:
        self.inbox = Inbox(Ledger(), self._arrived)
        self.polling = Polling(self.inbox)
        poster = Poster(options.timeout_seconds, options.impatient_seconds)
        self.webhook = Webhook(options, self.inbox, poster)
        self.methods = Methods(self.inbox, self.polling, self.webhook)
        self.mishaps = Mishaps(self.inbox.ledger, self.methods.run)
        self._control = Control(self)
        self._prefix = f"/bot{options.token}/"

    def reset(self) -> None:
        """Begin anew with another ledger and no faults; an address or a poll that waits stays as it is."""
        self.webhook.forget()
        self.inbox.clear(Ledger())
        self.mishaps = Mishaps(self.inbox.ledger, self.methods.run)

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer a request."""
        path = request.path
        if path.startswith(self._prefix):
            return await self._call(request, path[len(self._prefix) :])
        if path.startswith("/control/"):
            return await self._control.handle(request, path.removeprefix("/control/"))
        refusal = unauthorized() if path.startswith("/bot") and path.count("/") == 2 else not_found()
        return _respond(refusal.answer())

    async def _call(self, request: web.BaseRequest, method: str) -> web.StreamResponse:
        try:
            call = Call(method, await read_fields(request))
        except Refusal as refusal:
            return _respond(refusal.answer())
        ledger = self.inbox.ledger
        answer = await self.mishaps.answer(call)
        if call.commit and request.transport is None:  # the bot has gone away meanwhile
            ledger.hide(call.commit)
        if answer is None and request.transport:
            request.transport.abort()
        return _respond(answer or not_found().answer())

    def _arrived(self, entry: Entry) -> None:
        if self.webhook.url:
            self.webhook.enqueue(entry)
        else:
            self.polling.wake()


def _respond(answer: Answer) -> web.Response:
    return web.Response(status=answer.status, body=answer.body, headers={"Content-Type": answer.kind})


async def serve(options: Options, port: int, say: Callable[[str], None]) -> None:
    """Listen on a port of the loopback (0: a free one) and say where, until cancelled. Raises OSError."""
    server = Server(options)
    runner = web.ServerRunner(web.Server(server.handle, access_log=None), shutdown_timeout=0)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port, backlog=MOST_WAITING).start()
        say(f"bot api on http://127.0.0.1:{runner.addresses[0][1]}")
        await asyncio.Event().wait()
    finally:
        await server.webhook.close()
        await runner.cleanup()
