"""``GET /metrics``, for who has its token, and the count of all responses."""

from functools import partial
from hmac import compare_digest

from aiohttp import web

from bot.channels.tally import WebTally

# https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def watch(application: web.Application, tally: WebTally, token: str) -> None:
    """Have the responses of an application counted, and give it the address; without a ``token`` there is none."""

    async def count(request: web.Request, response: web.StreamResponse) -> None:  # noqa: ARG001 # aiohttp's signature
        tally.count_request(response.status)

    application.on_response_prepare.append(count)
    if token:
        application.router.add_get("/metrics", partial(send_metrics, tally, token))


async def send_metrics(tally: WebTally, token: str, request: web.Request) -> web.Response:
    """Send everything counted. Raises HTTPUnauthorized without the token as RFC 6750, 2.1 has it sent."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not compare_digest(_to_bytes(given.strip()), _to_bytes(token)):
        raise web.HTTPUnauthorized(headers={"WWW-Authenticate": "Bearer"})
    return web.Response(body=tally.render(), headers={"Content-Type": CONTENT_TYPE})


def _to_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")  # what came as bytes that are no UTF-8 goes back to them
