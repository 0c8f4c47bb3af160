"""The web channel as one aiohttp application: the page, the answers, and whether all is well."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial
from types import MappingProxyType

from aiohttp import web

from bot.channels.desk import Desk
from bot.channels.web.answers import answer_request
from bot.channels.web.connections import USUAL_PATIENCE, GuardedSite, Patience, guard_request
from bot.channels.web.files import send_font, send_page_file
from bot.channels.web.frontpage import send_content, send_page
from bot.channels.web.limit import Limit
from bot.channels.web.request_ids import add_id, bind_id
from bot.channels.web.rim import add_headers, make_rim

SHUTDOWN_SECONDS = 0.5  # aiohttp waits for it twice: for the answers, then for their cancelled ends


Checks = Mapping[str, Callable[[], bool]]  # by the name of what is to be well
Details = Mapping[str, Callable[[], object]]  # by the name of what is told beside, as JSON


def make_application(
    desk: Desk,
    clock: Callable[[], datetime],
    rehearsal_start: Callable[[], datetime] | None = None,
    checks: Checks = MappingProxyType({}),
    routes: Iterable[web.RouteDef] = (),
    limit: Limit | None = None,
    details: Details = MappingProxyType({}),
) -> web.Application:
    """Return the application that answers from ``desk``; it is ready while all its ``checks`` say so.

    ``clock`` gives the time at which questions without a ``now`` are asked, in the seminar's zone. The page's
    rehearsal clock starts at ``rehearsal_start`` (the seminar's opening, say), or at the clock's time without one.
    ``routes`` are those of other channels. ``limit`` says how often one address may ask; without one, as often as it
    will. ``details`` are told beside the checks, whatever they say.
    """
    application = web.Application(middlewares=[bind_id, guard_request, make_rim(desk)])
    application.on_response_prepare.extend((add_headers, add_id))
    start = rehearsal_start or clock
    application.add_routes(
        [
            web.get("/", partial(send_page, desk, start)),
            web.get("/api/page", partial(send_content, desk, start)),
            web.post("/api/ask", partial(answer_request, desk, clock, limit)),
            web.get("/healthz", send_health),
            web.get("/readyz", partial(send_readiness, checks, details)),
            web.get("/page/{name}", send_page_file),
            web.get("/fonts/noto-sans-kr.otf", send_font),
            *routes,
        ]
    )
    return application


async def send_health(request: web.Request) -> web.Response:  # noqa: ARG001 # every handler is given its request
    """Say that the process serves requests."""
    return web.json_response({"status": "ok"})


async def send_readiness(checks: Checks, details: Details, request: web.Request) -> web.Response:  # noqa: ARG001
    """Say what is well and what is not, with 200 where all is, else with 503: a balancer asks other machines then."""
    found = {name: check() for name, check in checks.items()}
    told = {name: tell() for name, tell in details.items()}
    return web.json_response({**found, **told}, status=200 if all(found.values()) else 503)


async def start_site(
    application: web.Application, host: str, port: int, patience: Patience = USUAL_PATIENCE
) -> tuple[web.AppRunner, int]:
    """Listen on ``host`` and ``port`` (0 takes a free one); return the runner and the port taken.

    ``await runner.cleanup()`` stops it: requests being answered have ``SHUTDOWN_SECONDS`` to end.
    Raises OSError where the port is taken or may not be used.
    """
    runner = web.AppRunner(application, shutdown_timeout=SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        await GuardedSite(runner, host, port, patience).start()
    except OSError:
        await runner.cleanup()
        raise
    return runner, int(runner.addresses[0][1])
