"""One call of a method, as it came."""

from tests.bot_api.entries import Json
from tests.bot_api.fields import chat_id
from tests.bot_api.ledger import Commit


class Call:
    """A method (``key``: in lower case, for names heed no case), its fields, and the message it committed, if any."""

    __slots__ = ("chat", "commit", "fields", "key", "method")

    def __init__(self, method: str, fields: Json) -> None:
        self.method = method
        self.key = method.lower()
        self.fields = fields
        self.chat = chat_id(fields)
        self.commit: Commit | None = None
