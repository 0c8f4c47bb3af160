"""Who somebody is to the database: a keyed hash, which nobody without the key can turn back into a Telegram id."""

import hmac
from hashlib import sha256

from bot.store.tables import PSEUDONYM_CHARACTERS

_PURPOSE = b"seminar-bot: who asks in a chat"


class Pseudonyms:
    """Pseudonyms under one secret: every machine with the same secret gives a person the same one."""

    def __init__(self, secret: str) -> None:
        self._key = hmac.digest(secret.encode(), _PURPOSE, sha256)

    def of(self, chat_id: int, user_id: int) -> str:
        """Return the pseudonym of a person in a chat: 32 hexadecimal digits, 128 bits of HMAC-SHA256 (RFC 2104)."""
        return self._make(f"{chat_id}/{user_id}")

    def of_chat(self, chat_id: int) -> str:
        """Return the pseudonym of a chat, of the same form; nobody's in it can be told from it."""
        return self._make(f"{chat_id}")

    def of_content(self, content: str) -> str:
        """Return the pseudonym of what an update holds, of the same form."""
        return self._make(f"content {content}")

    def _make(self, name: str) -> str:
        return hmac.digest(self._key, name.encode("utf-8", "surrogatepass"), sha256).hex()[:PSEUDONYM_CHARACTERS]
