"""An edit of the knowledge folder as operators, staff and visitors meet it, in a ``serve`` of its own process."""

import asyncio
import json
import re
import signal
from collections.abc import Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.loading import take_snapshot
from tests.channels.telegram.bot_api import BotApi, serving
from tests.channels.telegram.stage import TOKEN, message
from tests.editors import WAYS
from tests.loading.base import FILES, change, write_folder
from tests.service import PATIENCE_SECONDS, start

FEE = "참가비 있나요?"
STAFF = "-1001234567890"
BAD = FILES["faq.yaml"].replace("answer:", "anser:")
SWAP_SECONDS = 2.0
TELLING_SECONDS = 0.5
TRIES = 4  # a busy machine works slowly, too: the quickest of so many counts


def priced(price: str) -> str:
    return change("faq.yaml", "무료입니다", f"{price}입니다")["faq.yaml"]


async def ask(session: ClientSession, url: str) -> str:
    async with session.post(f"{url}/api/ask", json={"question": FEE}) as response:
        assert response.status == 200
        return str((await response.json())["text"])


async def readiness(session: ClientSession, url: str) -> tuple[int, Mapping[str, Any]]:
    async with session.get(f"{url}/readyz") as response:
        return response.status, await response.json()


async def until_answered(session: ClientSession, url: str, text: str, told: set[str]) -> float:
    """Ask until the answer is this one; return how long that took, in seconds."""
    now = asyncio.get_running_loop().time
    began, answer = now(), ""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while answer != text:
            answer = await ask(session, url)
            told.add(answer)
            await asyncio.sleep(0.01)
    return now() - began


async def test_whoever_asks_meanwhile_gets_the_old_answer_or_the_new_one_and_the_new_one_soon(tmp_path: Path) -> None:
    folder, told = write_folder(tmp_path), set[str]()
    expected, quickest = {"무료입니다."}, SWAP_SECONDS + 1
    async with start(KNOWLEDGE_DIR=str(folder), QUESTIONS_PER_MINUTE="0") as service, ClientSession() as session:
        url = await service.url()
        await until_answered(session, url, "무료입니다.", told)
        for number, save in enumerate(WAYS[:TRIES], 1):
            expected.add(f"{number}만 원입니다.")
            saving = asyncio.create_task(asyncio.to_thread(save, folder / "faq.yaml", priced(f"{number}만 원")))
            while not saving.done():
                told.add(await ask(session, url))
            await saving
            quickest = min(quickest, await until_answered(session, url, f"{number}만 원입니다.", told))
        assert (await service.end(signal.SIGTERM))[0] == 0
    assert told == expected
    assert quickest < SWAP_SECONDS


async def test_an_end_while_an_edit_is_being_loaded_is_as_quiet_as_any(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    async with start(KNOWLEDGE_DIR=str(folder)) as service:
        await service.url()
        (folder / "faq.yaml").write_text(priced("만 원"))
        await asyncio.sleep(0.4)
        assert (await service.end(signal.SIGTERM))[0] == 0
    assert service.output.count("\n") == 1


async def until_told(api: BotApi, times: int) -> str:
    """Wait until so many messages were sent to the staff; return the last of them."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while len(sent := [each["text"] for each in api.sent if str(each["chat_id"]) == STAFF]) < times:
            await asyncio.sleep(0.02)
    return str(sent[-1])


@pytest.mark.usefixtures("engine")  # which empties the database
async def test_several_processes_tell_the_staff_once(tmp_path: Path, database_url: str) -> None:
    folder = write_folder(tmp_path)
    async with serving() as api, AsyncExitStack() as stack:
        settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE_URL": api.url, "STAFF_CHAT_IDS": STAFF}
        settings |= {"WEBHOOK_URL": "http://127.0.0.1:9", "DATABASE_URL": database_url, "KNOWLEDGE_DIR": str(folder)}
        services = [await stack.enter_async_context(start(**settings)) for _ in range(2)]
        for service in services:
            await service.url()
        await api.until_called("setMyCommands", 2)
        for number, (text, line) in enumerate(((BAD, "not taken over"), (priced("만 원"), "is taken over")), 1):
            (folder / "faq.yaml").write_text(text)
            for service in services:
                await service.read_until(re.compile(line))
            await until_told(api, number)
        await asyncio.sleep(TELLING_SECONDS)  # of the process that is the last to know
        for service in services:
            assert (await service.end(signal.SIGTERM))[0] == 0
        assert ["faq.yaml:5:5" in each["text"] for each in api.sent] == [True, False]


async def test_a_bad_edit_is_told_wherever_staff_and_operators_look_and_the_good_one_after_it_too(
    tmp_path: Path,
) -> None:
    folder = write_folder(tmp_path)
    async with serving() as api, ClientSession() as session:
        telegram = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE_URL": api.url, "STAFF_CHAT_IDS": STAFF}
        async with start(KNOWLEDGE_DIR=str(folder), METRICS_TOKEN="open-sesame", **telegram) as service:
            url, first = await service.url(), take_snapshot(folder).version
            await api.until_called("setMyCommands")
            (folder / "schedule.yaml").write_text(FILES["schedule.yaml"].replace("11:10\n", "11:30\n", 1))
            assert "schedule.yaml:12:5" in (refused := await until_told(api, 1))
            assert first in refused
            status, ready = await readiness(session, url)
            assert (status, ready["knowledge"]) == (200, True)
            assert ready["knowledge_in_use"]["version"] == first
            assert [place.partition(":")[0] for place in ready["knowledge_in_use"]["problems"]] == ["schedule.yaml"]
            assert await ask(session, url) == "무료입니다."
            (folder / "schedule.yaml").write_text(
                FILES["schedule.yaml"].replace("11:10", "11:30").replace("10:00", "09:40")
            )
            assert "schedule.yaml" in await until_told(api, 2)
            second = take_snapshot(folder).version
            ready = (await readiness(session, url))[1]
            assert (ready["knowledge_in_use"]["version"], ready["knowledge_in_use"]["problems"]) == (second, [])
            async with session.get(f"{url}/api/page?language=ko") as response:
                assert (await response.json())["now"] == "2021-03-04T09:40"  # the rehearsal begins with the opening
            headers = {"Authorization": "Bearer open-sesame"}
            async with session.get(f"{url}/metrics", headers=headers) as response:
                assert f'knowledge_info{{version="{second}"}} 1.0' in await response.text()
            (folder / "questions.yaml").write_text("questions:\n- { ask: 참가비?, anser: 무료 }\n")
            assert "questions.yaml:2:" in (told := await until_told(api, 3))
            assert "답에는 영향이 없습니다" in told
            ready = (await readiness(session, url))[1]
            assert ready["knowledge_in_use"]["problems"] == []
            assert {place.partition(":")[0] for place in ready["knowledge_in_use"]["table_problems"]} == {
                "questions.yaml"
            }
            assert await ask(session, url) == "무료입니다."
            third = take_snapshot(folder).version
            api.put({"message": message("/status")})
            await api.until_called("sendMessage", 4)
            assert third in api.sent[-1]["text"]
            assert (await service.end(signal.SIGTERM))[0] == 0
    assert len(re.findall("WARNING", service.output)) == 2
    assert "schedule.yaml:12:5" in service.output
    assert STAFF not in service.output
    assert json.dumps(STAFF) not in service.output
