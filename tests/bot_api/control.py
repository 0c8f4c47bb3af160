"""What a test may ask of the server, over HTTP under ``/control/``."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.bot_api.entries import Json
from tests.bot_api.faults import Faults
from tests.bot_api.report import latencies, report
from tests.bot_api.targets import Targets

if TYPE_CHECKING:
    from tests.bot_api.server import Server

PAUSE_SECONDS = 0.01
ENDS = ("answered", "acknowledged")


class Control:
    """Answers each request with JSON; a wrong one with a 400 that says what is wrong."""

    def __init__(self, server: "Server") -> None:
        self._server = server
        self._action_by_route: dict[tuple[str, str], Callable[[Json], Awaitable[Any]]] = {
            ("POST", "updates"): self._put,
            ("POST", "faults"): self._set_faults,
            ("POST", "targets"): self._set_targets,
            ("POST", "wait"): self._wait,
            ("POST", "reset"): self._reset,
            ("GET", "report"): self._report,
            ("GET", "latencies"): self._latencies,
            ("GET", "commits"): self._commits,
        }

    async def handle(self, request: web.BaseRequest, name: str) -> web.Response:
        """Do what is asked."""
        action = self._action_by_route.get((request.method, name))
        if action is None:
            routes = ", ".join(f"{method} /control/{known}" for method, known in self._action_by_route)
            return web.json_response({"error": f"there is only {routes}"}, status=404)
        try:
            body = json.loads(await request.content.read() or b"{}")
            return web.json_response(await action(body if isinstance(body, dict) else {"updates": body}))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)

    async def _put(self, body: Json) -> Any:
        """A list of updates, or {"updates": […], "per_second": 200}. Their ids."""
        return self._server.inbox.put(body["updates"], body.get("per_second"))

    async def _set_faults(self, body: Json) -> Any:
        """{"rules": […], "seed": 0} in the place of the rules so far (see ``faults.Rule``)."""
        self._server.mishaps.faults = Faults(body.get("rules", ()), body.get("seed", 0))
        return True

    async def _set_targets(self, body: Json) -> Any:
        """{"targets": [addresses], "order": "round_robin" or "random", "seed": 0}; none: the registered address."""
        targets = Targets(body.get("targets", ()), body.get("order", "round_robin"), body.get("seed", 0))
        self._server.webhook.targets = targets
        return True

    async def _wait(self, body: Json) -> Any:
        """{"seconds": 10, "until": "answered" or "acknowledged"}. Whether that came about within the time.

        Answered: every update that expects no answer is acknowledged, and every other one answered.
        """
        until = body.get("until", ENDS[0])
        if until not in ENDS:
            raise ValueError(f"until is {until!r}; it is {' or '.join(ENDS)}")
        end = asyncio.get_running_loop().time() + body.get("seconds", 10)
        while not self._is_done(until):
            if asyncio.get_running_loop().time() >= end:
                return False
            await asyncio.sleep(PAUSE_SECONDS)
        return True

    def _is_done(self, until: str) -> bool:
        ledger = self._server.inbox.ledger
        return not (ledger.unsettled if until == ENDS[0] else ledger.unacknowledged)

    async def _reset(self, body: Json) -> Any:
        """Forget updates, messages and faults; the webhook stays."""
        self._server.reset()
        return True

    async def _report(self, body: Json) -> Any:
        return report(self._server.inbox.ledger)

    async def _latencies(self, body: Json) -> Any:
        return latencies(self._server.inbox.ledger)

    async def _commits(self, body: Json) -> Any:
        """Every message committed, in order."""
        return [commit.told() for commit in self._server.inbox.ledger.commits]
