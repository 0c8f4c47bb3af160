"""The methods of the Bot API, obeyed."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from tests.bot_api.answers import Answer, Refusal, success
from tests.bot_api.call import Call
from tests.bot_api.fields import is_true, names, whole_number
from tests.bot_api.inbox import Inbox
from tests.bot_api.messages import Messages
from tests.bot_api.polling import OTHER_WAY, WEBHOOK_SET, Polling
from tests.bot_api.webhook import MOST_CONNECTIONS, Webhook

ME = {
    "id": 99,
    "is_bot": True,
    "first_name": "Seminar",
    "username": "SeminarBot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
# The verbs that methods begin with: https://core.telegram.org/bots/api#available-methods
KNOWN = re.compile(r"(add|answer|ban|close|copy|create|delete|edit|export|forward|get|log|pin|send|set|stop|un)[a-z]+")
LOOPBACK = re.compile(r"http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(/|$)")
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")

Method = Callable[[Call], Awaitable[Any]]


class Methods:
    """Obeys calls, one method each."""

    def __init__(self, inbox: Inbox, polling: Polling, webhook: Webhook) -> None:
        self._inbox = inbox
        self._polling = polling
        self._webhook = webhook
        self._messages = Messages(inbox)
        methods: tuple[tuple[str, Method], ...] = (
            ("getMe", self._get_me),
            ("getUpdates", self._get_updates),
            ("setWebhook", self._set_webhook),
            ("deleteWebhook", self._delete_webhook),
            ("getWebhookInfo", self._get_webhook_info),
            ("sendMessage", self._messages.send),
            ("editMessageText", self._messages.edit),
        )
        self._method_by_key = {name.lower(): method for name, method in methods}

    async def run(self, call: Call) -> Answer:
        """Return the answer to a call, an obeyed or a refused one."""
        method = self._method_by_key.get(call.key)
        try:
            if method:
                return success(await method(call))
            if KNOWN.fullmatch(call.key):
                return success(True)
            raise Refusal(404, "Not Found: method not found")
        except Refusal as refusal:
            return refusal.answer()

    async def _get_me(self, call: Call) -> Any:
        return ME

    async def _get_updates(self, call: Call) -> Any:
        if self._webhook.url:
            raise Refusal(409, f"Conflict: {OTHER_WAY}")
        self._allow(call)
        offset, limit = whole_number(call.fields, "offset", 0), whole_number(call.fields, "limit", 0)
        entries = await self._polling.fetch(offset, limit, whole_number(call.fields, "timeout", 0))
        return [entry.raw for entry in entries]

    async def _set_webhook(self, call: Call) -> Any:
        url, secret = call.fields.get("url", ""), call.fields.get("secret_token", "")
        if url and not (url.startswith("https://") or LOOPBACK.match(url)):
            raise Refusal(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        if not SECRET.fullmatch(secret):
            raise Refusal(400, "Bad Request: secret token contains unallowed characters")
        most = whole_number(call.fields, "max_connections", MOST_CONNECTIONS)
        self._allow(call)
        self._drop(call)
        if not url:
            self._webhook.unregister()
            return True
        self._polling.interrupt(WEBHOOK_SET)
        self._webhook.register(url, secret, min(max(most, 1), 100))
        return True

    async def _delete_webhook(self, call: Call) -> Any:
        self._webhook.unregister()
        self._drop(call)
        return True

    async def _get_webhook_info(self, call: Call) -> Any:
        info: dict[str, Any] = {
            "url": self._webhook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._inbox.pending),
        }
        if self._webhook.url:
            info["max_connections"] = self._webhook.max_connections
        if self._inbox.allowed_kinds:
            info["allowed_updates"] = self._inbox.allowed_kinds
        return info

    def _allow(self, call: Call) -> None:
        """Let only some kinds of updates come from now on; without a list, those that were allowed before."""
        kinds = names(call.fields, "allowed_updates")
        if kinds is not None:
            self._inbox.allowed_kinds = kinds

    def _drop(self, call: Call) -> None:
        if is_true(call.fields, "drop_pending_updates"):
            self._inbox.drop()
            self._webhook.forget()
