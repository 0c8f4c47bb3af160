"""Calls of methods, in every form that they may come in."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession, FormData

from tests.bot_api.client import BotApi
from tests.bot_api.entries import Json
from tests.bot_api.updates import message, press

pytestmark = pytest.mark.asyncio(loop_scope="module")

ANNA = 1
HELLO = {"chat_id": "1", "text": "안녕 <b>&amp;</b>", "parse_mode": "HTML"}
MARKUP = {"inline_keyboard": [[{"text": "now", "callback_data": "now"}]]}


@pytest_asyncio.fixture(loop_scope="module")
async def session() -> AsyncIterator[ClientSession]:
    async with ClientSession() as it:
        yield it


def multipart(fields: dict[str, str]) -> FormData:
    form = FormData(default_to_multipart=True)
    for name, value in fields.items():
        form.add_field(name, value)
    return form


@pytest.mark.parametrize(
    "sent",
    [{"data": HELLO}, {"data": multipart(HELLO)}, {"json": HELLO | {"chat_id": 1}}, {"params": HELLO}],
    ids=["form", "multipart", "json", "query"],
)
@pytest.mark.parametrize("method", ["sendMessage", "SENDMESSAGE"])
async def test_a_message_may_come_in_any_form(
    api: BotApi, session: ClientSession, method: str, sent: dict[str, Any]
) -> None:
    if isinstance(sent.get("data"), FormData):
        sent = {"data": multipart(HELLO)}  # a form can be sent once
    async with session.post(f"{api.url}/bot{api.token}/{method}", **sent) as response:
        answer = await response.json()
    assert (response.status, answer["ok"]) == (200, True)
    assert (answer["result"]["chat"], answer["result"]["text"]) == ({"id": 1, "type": "private"}, "안녕 &")
    assert [(commit["chat"], commit["text"]) for commit in await api.commits()] == [(1, "안녕 &")]


@pytest.mark.parametrize(
    ("method", "fields", "code", "description"),
    [
        ("sendMessage", {"text": "hello"}, 400, "Bad Request: chat_id is empty"),
        ("sendMessage", {"chat_id": 1, "text": " "}, 400, "Bad Request: message text is empty"),
        ("sendMessage", {"chat_id": 1, "text": "가" * 4097}, 400, "Bad Request: message is too long"),
        ("editMessageText", {"chat_id": 1, "text": "?"}, 400, "Bad Request: message identifier is not specified"),
        ("getUpdates", {"offset": "x"}, 400, "Bad Request: offset must be an integer"),
        ("makeCoffee", {}, 404, "Not Found: method not found"),
    ],
)
async def test_a_call_that_cannot_be_obeyed_is_refused(
    api: BotApi, method: str, fields: Json, code: int, description: str
) -> None:
    refusal = {"ok": False, "error_code": code, "description": description}
    assert await api.call(method, **fields) == (code, refusal)
    assert await api.commits() == []


@pytest.mark.parametrize("method", ["setMyCommands", "answerCallbackQuery", "sendChatAction"])
async def test_other_methods_do_nothing_and_say_so(api: BotApi, method: str) -> None:
    assert await api.call(method) == (200, {"ok": True, "result": True})
    assert (await api.report())["calls"] == {method: 1}


async def test_a_message_is_edited_but_not_into_itself(api: BotApi) -> None:
    _, sent = await api.call("sendMessage", chat_id=ANNA, text="one", reply_markup=json.dumps(MARKUP))
    assert sent["result"]["reply_markup"] == MARKUP
    fields = {"chat_id": ANNA, "message_id": sent["result"]["message_id"], "text": "two"}
    assert (await api.call("editMessageText", **fields))[1]["result"]["text"] == "two"
    status, refusal = await api.call("editMessageText", **fields)
    assert (status, "message is not modified" in refusal["description"]) == (400, True)
    assert [commit["text"] for commit in await api.commits()] == ["one", "two"]


@pytest.mark.parametrize(
    ("path", "code"), [("/botwrong:token/getMe", 401), ("/bot/getMe", 401), ("/", 404), ("/somewhere/else", 404)]
)
async def test_an_address_that_is_none_is_refused(api: BotApi, session: ClientSession, path: str, code: int) -> None:
    async with session.get(f"{api.url}{path}") as response:
        answer = await response.json()
    description = {401: "Unauthorized", 404: "Not Found"}[code]
    assert (response.status, answer) == (code, {"ok": False, "error_code": code, "description": description})


async def test_it_says_who_the_bot_is(api: BotApi) -> None:
    assert (await api.call("getMe"))[1]["result"]["username"] == "SeminarBot"


async def test_a_press_is_answered_by_an_edit(api: BotApi) -> None:
    await api.put(press(ANNA, "now", "Now"), message(ANNA, "?", None))
    updates = (await api.call("getUpdates"))[1]["result"]
    assert [sorted(update) for update in updates] == [["callback_query", "update_id"], ["message", "update_id"]]
    await api.call("editMessageText", chat_id=ANNA, message_id=50, text="Now: lunch")
    assert not await api.wait(0.02)
    await api.call("getUpdates", offset=updates[-1]["update_id"] + 1)
    assert await api.wait(1)
    report = await api.report()
    assert (report["answered"], report["acknowledged"], report["lost"], report["unexpected"]) == (1, 2, [], [])


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"updates": [{"expects": "?"}]}, "holds nothing"),
        ({"updates": [{"update_id": 1, "message": {}}]}, "holds update_id, message"),
        ({"updates": [{"message": {"text": "?"}}, {"message": "?"}]}, "message is no object"),
        ({}, "KeyError: 'updates'"),
        ({"updates": [], "per_second": "many"}, "TypeError"),
    ],
)
async def test_what_the_control_cannot_understand_is_refused(
    api: BotApi, session: ClientSession, body: Json, words: str
) -> None:
    async with session.post(f"{api.url}/control/updates", json=body) as response:
        assert (response.status, words in (await response.json())["error"]) == (400, True), await response.text()
    assert (await api.report())["updates"] == 0


async def test_the_control_says_what_it_can_do(api: BotApi, session: ClientSession) -> None:
    async with session.get(f"{api.url}/control/") as response:
        assert (response.status, "GET /control/report" in (await response.json())["error"]) == (404, True)
