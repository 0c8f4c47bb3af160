"""The fields of a call: in the address, in a form of either kind, or as JSON."""

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from tests.bot_api.answers import Refusal
from tests.bot_api.entries import Json


async def read_fields(request: web.BaseRequest) -> Json:
    """Return the fields of a call by name. Raises Refusal where the body cannot be read."""
    fields: Json = dict(request.query) if request.query_string else {}
    if not request.body_exists:
        return fields
    if request.content_type == "multipart/form-data":
        return fields | {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    body = await request.read()
    if request.content_type == "application/json":
        return fields | _parse_json(body)
    return fields | dict(parse_qsl(body.decode(), keep_blank_values=True))


def whole_number(fields: Json, name: str, default: int) -> int:
    """Return a number among the fields. Raises Refusal where it is none."""
    try:
        return int(fields.get(name) or default)
    except (TypeError, ValueError):
        raise Refusal(400, f"Bad Request: {name} must be an integer") from None


def chat_id(fields: Json) -> int | None:
    """Return the chat that a call is for, if it names one by its number."""
    chat = str(fields.get("chat_id", ""))
    return int(chat) if chat.removeprefix("-").isdecimal() else None


def names(fields: Json, name: str) -> list[str] | None:
    """Return a list of names among the fields, written as JSON or as it is; None where it is not there."""
    value: Any = fields.get(name)
    if isinstance(value, str):
        value = json.loads(value) if value.startswith("[") else None
    return value if isinstance(value, list) else None


def is_true(fields: Json, name: str) -> bool:
    """Return whether a switch among the fields is on."""
    return str(fields.get(name, "")).lower() in {"true", "1", "yes"}


def _parse_json(body: bytes) -> Json:
    try:
        fields = json.loads(body)
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        raise Refusal(400, "Bad Request: can't parse JSON object")
    return fields
