"""How calls go wrong, and what follows from that for later calls to the same chat."""

import asyncio
from collections.abc import Awaitable, Callable
from math import ceil

from tests.bot_api.answers import BAD_GATEWAY, Answer, Refusal, blocked, flood, not_found, unauthorized
from tests.bot_api.call import Call
from tests.bot_api.faults import Faults, Rule
from tests.bot_api.ledger import Ledger

Run = Callable[[Call], Awaitable[Answer]]


class Mishaps:
    """Stands between a call and the method: lets rules befall it, and remembers floods and blocks by chat."""

    def __init__(self, ledger: Ledger, run: Run) -> None:
        self.faults = Faults()
        self._ledger = ledger
        self._run = run
        self._flood_end_by_chat: dict[int, float] = {}
        self._blocked: set[int] = set()

    async def answer(self, call: Call) -> Answer | None:
        """Return the answer to a call; None: the connection is to be closed instead."""
        self._ledger.calls[call.method] += 1
        standing = self._standing(call)
        rule = self.faults.pick(call.key, call.chat)
        if standing:
            return standing.answer()
        if rule is None:
            return await self._run(call)
        self._ledger.faults[call.method, rule.fault] += 1
        return await self._befall(call, rule)

    def _standing(self, call: Call) -> Refusal | None:
        """Return why a chat is closed at the moment, and record that it was called all the same."""
        if call.chat is None:
            return None
        if call.chat in self._blocked:
            self._ledger.after_block.append({"chat": call.chat, "method": call.method})
            return blocked()
        rest_seconds = self._flood_end_by_chat.get(call.chat, 0.0) - asyncio.get_running_loop().time()
        if rest_seconds <= 0:
            return None
        early = {"chat": call.chat, "method": call.method, "seconds": round(rest_seconds, 3)}
        self._ledger.too_early.append(early)
        return flood(ceil(rest_seconds))

    async def _befall(self, call: Call, rule: Rule) -> Answer | None:
        if refusal := self._refuse(call, rule):
            return refusal.answer()
        if rule.fault == "html":
            return BAD_GATEWAY
        if rule.fault == "dropped_before":
            return None
        answer = await self._run(call)
        if rule.fault == "slow":
            await asyncio.sleep(rule.seconds)
            return answer
        if call.commit:
            self._ledger.hide(call.commit)
        return answer._replace(body=answer.body[: len(answer.body) // 2]) if rule.fault == "truncated" else None

    def _refuse(self, call: Call, rule: Rule) -> Refusal | None:
        match rule.fault:
            case "unauthorized":
                return unauthorized()
            case "not_found":
                return not_found()
            case "blocked":
                if call.chat is not None:
                    self._blocked.add(call.chat)
                return blocked()
            case "flood":
                if call.chat is not None:
                    self._flood_end_by_chat[call.chat] = asyncio.get_running_loop().time() + rule.seconds
                return flood(ceil(rule.seconds))
        return None
