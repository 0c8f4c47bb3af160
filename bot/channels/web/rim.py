"""The outer rim of the web channel: no error leaves it unworded, no response without its security headers."""

import logging

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.channels.desk import Desk
from bot.channels.web.visitor import choose_language, list_wordings

logger = logging.getLogger(__name__)

CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
KEY_BY_STATUS = {404: "error_not_found", 405: "error_method"}


def make_rim(desk: Desk) -> Middleware:
    """Return the middleware that words what a handler did not: an unknown address, a wrong method, a failure."""

    @web.middleware
    async def rim(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPException as error:
            return _word_refusal(desk, request, error)
        except Exception as error:
            if isinstance(error, ConnectionError) and request.transport is None:
                return web.Response(status=400)  # to nobody: the visitor went before the end of the body
            logger.exception("%s %s failed", request.method, request.path)
            wordings = list_wordings(desk, choose_language(request))
            return web.json_response({"error": wordings["error_internal"]}, status=500)

    return rim


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:  # noqa: ARG001 # aiohttp's signature
    """Give a response the security headers before it leaves."""
    set_headers(response)


def set_headers(response: web.StreamResponse) -> web.StreamResponse:
    """Return a response with the security headers; what does not say how long it may be kept is not to be kept."""
    response.headers.update(HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers["Server"] = "seminar-bot"  # instead of aiohttp's, which names versions
    return response


def _word_refusal(desk: Desk, request: web.Request, error: web.HTTPException) -> web.StreamResponse:
    if error.status not in KEY_BY_STATUS:
        raise error
    wording = list_wordings(desk, choose_language(request))[KEY_BY_STATUS[error.status]]
    headers = {"Allow": error.headers["Allow"]} if "Allow" in error.headers else None
    return web.Response(text=f"{wording}\n", status=error.status, headers=headers)
