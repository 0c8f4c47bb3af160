"""How the Bot API answers: https://core.telegram.org/bots/api#making-requests."""

import json
from typing import Any, NamedTuple

from tests.bot_api.entries import Json


class Answer(NamedTuple):
    """A status and a body; ``kind`` is the body's content type."""

    status: int
    body: bytes
    kind: str = "application/json"


class Refusal(Exception):  # noqa: N818 - an answer like another, raised from wherever it is found out
    """A call that is not obeyed, with its code, its description and, sometimes, parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.parameters = parameters

    def answer(self) -> Answer:
        """Return it as the Bot API words it."""
        body: Json = {"ok": False, "error_code": self.code, "description": str(self)}
        if self.parameters:
            body["parameters"] = self.parameters
        return Answer(self.code, json.dumps(body).encode())


def success(result: Any) -> Answer:
    """Return the answer to a call that was obeyed."""
    return Answer(200, b'{"ok":true,"result":%s}' % json.dumps(result, ensure_ascii=False).encode())


BAD_GATEWAY = Answer(
    502,
    b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
    b"<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n",
    "text/html",
)


def unauthorized() -> Refusal:
    """Return the refusal of a token that nobody has."""
    return Refusal(401, "Unauthorized")


def not_found() -> Refusal:
    """Return the refusal of an address that is none."""
    return Refusal(404, "Not Found")


def blocked() -> Refusal:
    """Return the refusal to write to somebody who does not want it."""
    return Refusal(403, "Forbidden: bot was blocked by the user")


def flood(retry_after_seconds: int) -> Refusal:
    """Return the refusal of a call that came too soon after others."""
    description = f"Too Many Requests: retry after {retry_after_seconds}"
    return Refusal(429, description, retry_after=retry_after_seconds)
