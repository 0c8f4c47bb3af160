"""Whatever is delivered as an update, it is acknowledged, and nothing breaks: the real answers, the real state."""

import asyncio
import copy
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import Bot, load_knowledge, make_clock
from bot.channels.telegram.application import assemble
from bot.channels.telegram.intake import Intake
from bot.store.state import open_state
from tests.channels.telegram.stage import (
    ANNA,
    GROUP,
    PAUSES_SECONDS,
    PRIVATE,
    TOKEN,
    Recording,
    mention,
    message,
    press,
)
from tests.fakes import Tally

NOW = datetime.fromisoformat("2020-09-25T14:22:00")
EXAMPLES = 300
MOST_PEOPLE = 2**52  # from here on people are new
PLACE = "국토연구원 대회의실"

FILE = {"file_id": "a", "file_unique_id": "b"}
MEMBER = {"user": ANNA, "status": "member"}
KINDS: tuple[dict[str, Any], ...] = (
    {"message": message("발제 3 누가 발표해요?")},
    {"message": message("/start")},
    {"message": message("/forget")},
    {"message": message(caption="어디서 하나요?", photo=[{**FILE, "width": 1, "height": 1}])},
    {"message": message(location={"latitude": 37.5, "longitude": 127.0})},
    {"message": message(sticker={**FILE, "type": "regular", "width": 1, "height": 1,
                                 "is_animated": False, "is_video": False})},
    {"message": mention("@SeminarBot 언제 시작해요?")},
    {"message": message("몇 시?", chat=GROUP, message_thread_id=3, is_topic_message=True,
                        reply_to_message=message("그 전 말"))},
    {"edited_message": message("토론 언제예요?", edit_date=2)},
    {"callback_query": press("ko:when:seminar")},
    {"callback_query": press("ko:where:seminar", inline_message_id="9")},
    {"my_chat_member": {"chat": PRIVATE, "from": ANNA, "date": 1, "old_chat_member": MEMBER,
                        "new_chat_member": MEMBER}},
    {"channel_post": message("알림", author={})},
    {"inline_query": {"id": "1", "from": ANNA, "query": "언제", "offset": ""}},
    {"poll": {"id": "1", "question": "q", "options": [], "total_voter_count": 0, "is_closed": False,
              "is_anonymous": True, "type": "regular", "allows_multiple_answers": False}},
    {"business_message": message("안녕하세요")},
    {"what_comes_next_year": {"chat": PRIVATE, "from": ANNA}},
)  # fmt: skip

numbers = st.sampled_from([0, -1, 1, 2**31, 2**53, -(2**53), 2**63, 2**70, -(2**70), 10**30]) | st.integers()
texts = st.text(max_size=20) | st.sampled_from(["", "\0", "\ud800", "ko", "@", "/", "/start@", "a" * 70_000])
leaves = st.none() | st.booleans() | numbers | texts
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=5
)


def paths_of(tree: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where something stands in a tree of JSON."""
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, inner in items:
        yield (*before, key)
        yield from paths_of(inner, (*before, key))


def replacement_of(value: Any) -> st.SearchStrategy[Any]:
    """Return other values of a value's own type."""
    for type_, others in ((bool, st.booleans()), (int, numbers), (str, texts)):
        if isinstance(value, type_):
            return others
    return st.just(value)


@st.composite
def updates(draw: st.DrawFn, *, are_typed: bool) -> Any:
    """An update of some kind with a few values left out or replaced; where ``are_typed``, by others of their types."""
    tree: Any = {"update_id": draw(st.integers(1, 2**53 - 1)), **copy.deepcopy(draw(st.sampled_from(KINDS)))}
    for _ in range(draw(st.integers(0, 3))):
        *before, last = draw(st.sampled_from([*paths_of(tree)]))
        place = tree
        for key in before:
            place = place[key]
        if are_typed:
            place[last] = draw(replacement_of(place[last]))
        elif isinstance(place, dict) and len(tree) > 1 and draw(st.booleans()):
            del place[last]
        else:
            place[last] = draw(values)
    return tree


class Fuzzed:
    """The whole way of an update behind the webhook, in a loop of its own."""

    def __init__(self, runner: asyncio.Runner, intake: Intake, connection: Recording, tally: Tally) -> None:
        self.tally = tally
        self._runner = runner
        self._intake = intake
        self._connection = connection
        self._people = count(MOST_PEOPLE)

    def handle(self, raw: Any) -> float | None:
        """Return what the intake says of an update."""
        return self._runner.run(self._intake.handle(raw))

    def ask(self, question: str) -> str:
        """Return what somebody new is answered."""
        person = next(self._people)
        new = {"id": person, "type": "private", "first_name": "Anna"}
        content = message(question, {**ANNA, "id": person}, chat=new)
        assert self.handle({"update_id": person, "message": content}) is None
        (text,) = [fields["text"] for fields in self._connection.sent() if fields["chat_id"] == person]
        return str(text)


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fuzzed]:
    knowledge = load_knowledge(Path("knowledge"))
    desk, connection, tally = Bot(knowledge, make_clock(knowledge, NOW)), Recording(), Tally()
    url = f"sqlite:///{tmp_path_factory.mktemp('any') / 'bot.db'}"
    with asyncio.Runner() as runner:
        opening = open_state(url, TOKEN, lambda: datetime.now(UTC), timedelta(days=30))
        state = runner.run(opening.__aenter__())
        intake = assemble(
            desk, state.memory, state.claims, tally, TOKEN, "http://127.0.0.1:9", connection, connection, PAUSES_SECONDS
        )
        runner.run(intake.application.initialize())
        yield Fuzzed(runner, intake, connection, tally)
        runner.run(intake.application.shutdown())
        runner.run(opening.__aexit__(None, None, None))


relaxed = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],  # what the log holds is cleared
)


@relaxed
@given(raw=updates(are_typed=False) | values)
def test_whatever_comes_is_acknowledged_and_the_next_question_is_answered(fuzzed: Fuzzed, raw: Any) -> None:
    assert fuzzed.handle(json.loads(json.dumps(raw))) is None
    assert fuzzed.ask("어디서 하나요?").startswith(PLACE)


@relaxed
@given(raw=updates(are_typed=True))
def test_absurd_ids_dates_and_texts_are_no_errors(fuzzed: Fuzzed, caplog: pytest.LogCaptureFixture, raw: Any) -> None:
    caplog.clear()
    fuzzed.tally.failed.clear()
    assert fuzzed.handle(json.loads(json.dumps(raw))) is None
    assert not [record for record in caplog.records if record.exc_info], caplog.text
    assert not fuzzed.tally.failed, fuzzed.tally.failed
