"""An update that was put in: what it is, and what became of it."""

import json
from typing import Any

Json = dict[str, Any]

NO_CHAT = 0


class Entry:
    """One update. Times are in seconds of the loop's clock; None: not yet.

    ``expects`` is how the text of its reply begins ("": any text is its reply; None: it is to be passed over).
    Raises ValueError for what is no update.
    ``order`` counts from 0 within its chat.
    """

    __slots__ = (
        "acknowledged",
        "answered_at",
        "body",
        "chat",
        "due_at",
        "expects",
        "handed_out_at",
        "id",
        "is_hidden",
        "kind",
        "order",
        "raw",
        "text",
        "withdrawn",
    )

    def __init__(self, update_id: int, raw: Json, expects: str | None) -> None:
        self.id = update_id
        self.raw = {"update_id": update_id, **raw}
        self.body = json.dumps(self.raw, ensure_ascii=False).encode()
        self.kind, content = content_of(raw)
        self.chat = chat_of(content)
        self.text: str = content.get("text") or content.get("caption") or content.get("data") or ""
        self.expects = expects
        self.due_at = 0.0
        self.order = 0
        self.handed_out_at: float | None = None
        self.answered_at: float | None = None
        self.acknowledged = False
        self.withdrawn = False
        self.is_hidden = False

    def fits(self, text: str) -> bool:
        """Return whether a text is the reply that is expected."""
        return self.expects is not None and text.startswith(self.expects)

    def waits(self) -> bool:
        """Return whether a reply is still expected."""
        return self.answered_at is None and self.expects is not None and not self.withdrawn

    def told(self) -> Json:
        """Return what the report says of it."""
        return {"id": self.id, "chat": self.chat, "order": self.order, "text": self.text}


def content_of(raw: Json) -> tuple[str, Json]:
    """Return an update's kind and what it holds of it. Raises ValueError where it is not one kind."""
    if len(raw) != 1:
        found = ", ".join(raw) or "nothing"
        raise ValueError(f"an update holds one kind, like message or callback_query; this one holds {found}")
    kind, content = next(iter(raw.items()))
    if not isinstance(content, dict):
        raise ValueError(f"an update's {kind} is no object: {content!r}")
    return kind, content


def chat_of(content: Json) -> int:
    """Return the chat that the content of an update belongs to: a pressed button's is that of its message."""
    chat = content.get("chat") or content.get("message", {}).get("chat") or content.get("from") or {}
    return int(chat.get("id", NO_CHAT))
