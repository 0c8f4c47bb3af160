"""What is counted, by whom it is counted, and what an operator reads of it."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.channels.desk import Desk
from bot.core.reply import Outcome, Reply
from bot.counting import CountingDesk
from bot.loading import take_snapshot
from bot.metrics import PREFIX, Metrics
from tests.channels.telegram.bot_api import free_port, serving
from tests.channels.telegram.stage import TOKEN, message
from tests.fakes import EchoDesk
from tests.service import start

METRICS_TOKEN = "open-sesame"
EARLY = datetime(2020, 9, 25, 5, 0, tzinfo=UTC)
UNKNOWN = Reply(outcome=Outcome.UNKNOWN, language="en", lines=("?",))


def values_of(text: str) -> dict[str, float]:
    """Return the value of every line by its name and labels, without the prefix."""
    lines = [line.rpartition(" ") for line in text.splitlines() if not line.startswith("#")]
    return {name.removeprefix(f"{PREFIX}_"): float(value) for name, _, value in lines}


def read(metrics: Metrics) -> dict[str, float]:
    return values_of(metrics.render().decode())


@pytest.mark.parametrize(
    ("count", "line", "value"),
    [
        (
            lambda it: it.count_question("web", UNKNOWN),
            'questions_total{channel="web",language="en",outcome="unknown"}',
            1,
        ),
        (lambda it: it.count_request(200), 'web_requests_total{status="2xx"}', 1),
        (lambda it: it.count_request(503), 'web_requests_total{status="5xx"}', 1),
        (lambda it: it.count_update("answered"), 'telegram_updates_total{result="answered"}', 1),
        (lambda it: it.count_error("TimedOut"), 'telegram_errors_total{kind="TimedOut"}', 1),
        (lambda it: it.count_failed_reply("Forbidden"), 'replies_failed_total{kind="Forbidden"}', 1),
        (lambda it: it.count_reply_sent_again("flood"), 'replies_sent_again_total{reason="flood"}', 1),
        (lambda it: it.watch_state({"read": 3}), 'state_dropped_total{name="read"}', 3),
        (lambda it: it.note_knowledge("abc", EARLY), 'knowledge_info{version="abc"}', 1),
        (lambda it: it.note_knowledge("abc", EARLY), "knowledge_loaded_timestamp_seconds", EARLY.timestamp()),
    ],
)
def test_what_is_counted_is_told_once_and_by_these_metrics_alone(
    count: Callable[[Metrics], None], line: str, value: float
) -> None:
    metrics, others = Metrics(), Metrics()
    count(metrics)
    assert read(metrics)[line] == value
    assert read(others).get(line, 0) == 0


def test_new_knowledge_takes_the_place_of_the_old() -> None:
    metrics = Metrics()
    metrics.note_knowledge("old", EARLY)
    metrics.note_knowledge("new", EARLY + timedelta(seconds=60))
    found = read(metrics)
    assert [name for name in found if name.startswith("knowledge_info")] == ['knowledge_info{version="new"}']
    assert found["knowledge_loaded_timestamp_seconds"] == EARLY.timestamp() + 60


def test_what_the_state_dropped_is_read_as_its_owner_counts_it() -> None:
    metrics, dropped = Metrics(), Counter({"read": 1})
    metrics.watch_state(dropped)
    dropped.update(("read", "context"))
    found = read(metrics)
    assert (found['state_dropped_total{name="read"}'], found['state_dropped_total{name="context"}']) == (2, 1)


def test_the_times_of_answers_stand_between_half_a_millisecond_and_a_quarter_of_a_second() -> None:
    metrics = Metrics()
    with metrics.time_answer():
        pass
    found = read(metrics)
    bounds = [float(bound) for name in found for bound in re.findall(r'answer_seconds_bucket\{le="([\d.]+)"\}', name)]
    assert (bounds[0], bounds[-1], found["answer_seconds_count"]) == (0.0005, 0.25, 1)


@pytest.mark.parametrize(
    ("act", "counted"),
    [
        (lambda desk: desk.ask("?"), 1),
        (lambda desk: desk.choose("ko:menu:now"), 1),
        (lambda desk: desk.fold(["하나", "둘"]), 0),
        (lambda desk: desk.show("help", "ko"), 0),
        (lambda desk: desk.phrases("ko"), 0),
    ],
)
def test_questions_count_and_pages_and_what_was_asked_before_do_not(
    act: Callable[[Desk], object], counted: int
) -> None:
    metrics = Metrics()
    assert act(CountingDesk(EchoDesk(), metrics, "web")) == act(EchoDesk())
    found = read(metrics)
    assert found.get('questions_total{channel="web",language="ko",outcome="answer"}', 0) == counted
    assert found["answer_seconds_count"] == counted


def test_the_readme_lists_every_metric() -> None:
    told = re.findall(rf"^# TYPE {PREFIX}_(\w+)", Metrics().render().decode(), re.MULTILINE)
    section = Path("README.md").read_text(encoding="utf-8").partition("\n## Watching it\n")[2].partition("\n## ")[0]
    assert sorted(re.findall(r"^\| `(\w+)", section, re.MULTILINE)) == sorted(told)


async def scrape(session: ClientSession, url: str) -> dict[str, float]:
    headers = {"Authorization": f"Bearer {METRICS_TOKEN}"}
    async with session.get(f"{url}/metrics", headers=headers) as response:
        assert response.status == 200
        return values_of(await response.text())


async def test_a_service_tells_what_it_did_in_every_channel() -> None:
    async with serving() as api, ClientSession() as session:
        environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE_URL": api.url, "METRICS_TOKEN": METRICS_TOKEN}
        environment["DATABASE_URL"] = f"postgresql://bot:secret@127.0.0.1:{free_port()}/down"
        began = datetime.now(UTC).timestamp()
        async with start(**environment, PRETEND_NOW="2020-09-25T14:22") as service:
            url = await service.url()
            api.put({"message": message("어디서 하나요?")})
            asked = {"question": "where is it?", "history": ["who is the chair?", "when?"]}
            async with session.post(f"{url}/api/ask", json=asked) as response:
                assert response.status == 200
            async with asyncio.timeout(5):
                await api.until_called("sendMessage")
            found = await scrape(session, url)
    assert {name: value for name, value in found.items() if name.startswith("questions_total")} == {
        'questions_total{channel="web",language="en",outcome="answer"}': 1,
        'questions_total{channel="telegram",language="ko",outcome="answer"}': 1,
    }
    assert found["answer_seconds_count"] == 2
    assert found['state_dropped_total{name="read"}'] == 1
    assert found['web_requests_total{status="2xx"}'] == 1
    assert found[f'knowledge_info{{version="{take_snapshot(Path("knowledge")).version}"}}'] == 1
    assert found["knowledge_loaded_timestamp_seconds"] >= began - 1  # whatever day is rehearsed
    assert {"process_resident_memory_bytes", "process_cpu_seconds_total"} <= found.keys()
    assert METRICS_TOKEN not in service.output


async def test_a_service_without_the_token_has_no_such_address() -> None:
    async with (
        start() as service,
        ClientSession() as session,
        session.get(f"{await service.url()}/metrics") as response,
    ):
        assert response.status == 404
