"""``POST /api/ask``: a question and the earlier ones in, a reply out."""

import json
from collections.abc import Callable
from datetime import datetime
from functools import partial
from math import ceil
from time import perf_counter

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from bot.channels.desk import Desk
from bot.channels.web.inquiry import (
    MAX_BODY_BYTES,
    MAX_QUESTION_CHARACTERS,
    TOO_LARGE,
    Inquiry,
    InquiryError,
    read_inquiry,
)
from bot.channels.web.limit import Limit
from bot.channels.web.visitor import choose_language, list_wordings

MS_PER_SECOND = 1_000
TOO_OFTEN = 429


# As it is read: without escapes, which a person with curl cannot read.
_respond = partial(web.json_response, dumps=partial(json.dumps, ensure_ascii=False))


async def answer_request(
    desk: Desk, clock: Callable[[], datetime], limit: Limit | None, request: web.Request
) -> web.Response:
    """Answer a request's question, or say in the visitor's language what is wrong with the request."""
    if wait_seconds := limit.admit(request) if limit else 0:
        wording = list_wordings(desk, choose_language(request))["error_too_often"]
        headers = {"Retry-After": str(ceil(wait_seconds))}
        return _respond({"error": wording}, status=TOO_OFTEN, headers=headers)
    try:
        inquiry = read_inquiry(await _read_body(request))
    except InquiryError as error:
        wording = list_wordings(desk, choose_language(request))[error.key]
        message = wording.format(characters=MAX_QUESTION_CHARACTERS, kilobytes=MAX_BODY_BYTES // 1024)
        return _respond({"error": message}, status=error.status)
    return _respond(answer_inquiry(desk, clock, inquiry))


def answer_inquiry(desk: Desk, clock: Callable[[], datetime], inquiry: Inquiry) -> dict[str, object]:
    """Return the reply as it goes out; the earlier questions are asked anew, at the same moment, for their context.

    ``ms`` is what this question's answer alone took, in milliseconds.
    """
    now = inquiry.now or clock()
    context = desk.fold(inquiry.history, now)
    started_seconds = perf_counter()
    reply = desk.ask(inquiry.question, context, now)
    return {
        "outcome": reply.outcome.value,
        "text": reply.text,
        "facts": reply.facts,
        "choices": [choice.label for choice in reply.choices],
        "language": reply.language,
        "ms": round((perf_counter() - started_seconds) * MS_PER_SECOND, 3),
    }


async def _read_body(request: web.Request) -> bytes:
    try:
        return await request.clone(client_max_size=MAX_BODY_BYTES).read()  # the limit of this address alone
    except web.HTTPRequestEntityTooLarge:
        raise InquiryError("error_too_large", TOO_LARGE) from None
    except (web.RequestPayloadError, HttpProcessingError):  # compressed, but not as its header says
        raise InquiryError("error_json") from None
