"""Each request's id: in every line logged while it is answered, and in its response."""

from secrets import token_hex

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.logs import bind

HEADER = "X-Request-Id"
ID_BYTES = 4  # of ten thousand requests hardly two share one, and a person can read it out

_ID = web.RequestKey("_ID", str)


@web.middleware
async def bind_id(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Have all that is logged while the request is answered carry its id."""
    with bind(request=_id_of(request)):
        return await handler(request)


async def add_id(request: web.Request, response: web.StreamResponse) -> None:
    """Tell the id to whoever asked, so that it can be named to the operator."""
    response.headers[HEADER] = _id_of(request)


def _id_of(request: web.Request) -> str:
    """Return the request's id: random, for a number would tell how many ask."""
    if _ID not in request:
        request[_ID] = token_hex(ID_BYTES)
    return request[_ID]
