"""What is asked under load can be told apart, and the page says what was met and what was missed."""

from dataclasses import replace
from itertools import pairwise

import pytest

from bot.channels.telegram.floods import MOST_A_MINUTE
from tools.load.contenders import CONTENDERS, OURS, TELEGRAM_ECHO
from tools.load.measuring import Run, run
from tools.load.questions import Conversation, make_conversations, make_updates, with_flood
from tools.load.report import Measured, render

RUN = Run(
    updates=100,
    answered=100,
    faulty=0,
    seconds=1.0,
    work_seconds=0.2,
    median_ms=20,
    p99_ms=120,
    most_ms=200,
    memory_mib=(160.0, 168.0, 170.0, 171.0, 171.5),
)


@pytest.fixture(scope="module")
def conversations() -> list[Conversation]:
    return make_conversations(people=4, questions_each=6)


def measured(ours: Run = RUN, echo: Run = RUN) -> Measured:
    rounds = {contender: [RUN] for contender in CONTENDERS} | {OURS: [ours], TELEGRAM_ECHO: [echo]}
    return Measured("a machine", {0: rounds}, {"SQLite": ours}, {False: RUN, True: RUN})


def test_neighbouring_replies_of_one_person_are_told_apart(conversations: list[Conversation]) -> None:
    for turns in conversations:
        for (question, due), (next_question, next_due) in pairwise(turns):
            assert not due.startswith(next_due)
            assert not next_due.startswith(due)
            assert question != next_question


def test_everybody_asks_something_else_and_the_same_each_time(conversations: list[Conversation]) -> None:
    assert make_conversations(people=4, questions_each=6) == conversations
    assert len({tuple(turns) for turns in conversations}) == len(conversations)


def test_an_echo_is_to_repeat_and_an_answer_to_answer(conversations: list[Conversation]) -> None:
    echoes, answers = (list(make_updates(conversations, echoed=echoed)) for echoed in (True, False))
    assert [update["expects"] for update in echoes] == [update["message"]["text"] for update in echoes]
    assert [update["expects"] for update in answers[:4]] == [turns[0][1] for turns in conversations]


def test_of_a_flood_the_first_and_one_word_are_expected_and_no_more(conversations: list[Conversation]) -> None:
    flood = [
        update for update in with_flood(make_updates(conversations), person=99) if update["message"]["from"]["id"] == 99
    ]
    assert [update["expects"] for update in flood] == [""] * (MOST_A_MINUTE + 1) + [None] * (
        len(flood) - MOST_A_MINUTE - 1
    )


@pytest.mark.parametrize(
    ("ours", "echo", "verdict"),
    [
        (RUN, replace(RUN, seconds=2.0), "- met: 2.00 times python-telegram-bot, echo, calls"),
        (RUN, RUN, "- **missed**: 1.00 times python-telegram-bot, echo, calls"),
        (RUN, RUN, "- met: 99th percentile 120 ms on SQLite"),
        (replace(RUN, p99_ms=300.0), RUN, "- **missed**: 99th percentile 300 ms"),
        (replace(RUN, answered=99), RUN, "- **missed**: 99th percentile 120 ms"),
        (RUN, RUN, "- met: memory grew by 1.5 MiB"),
        (replace(RUN, memory_mib=(160.0, 160.0, 160.0, 170.0, 180.0)), RUN, "- **missed**: memory grew by 20.0 MiB"),
    ],
)
def test_the_page_says_what_was_met(ours: Run, echo: Run, verdict: str) -> None:
    assert verdict in render(measured(ours, echo))


async def test_this_bot_answers_what_it_is_asked_and_is_measured(conversations: list[Conversation]) -> None:
    updates = list(make_updates(conversations))
    found = await run(OURS, updates, per_second=100, delay_ms=5)
    assert (found.answered, found.faulty) == (len(updates), 0)
    assert 0 < found.median_ms <= found.p99_ms <= found.most_ms < 5_000
    assert all(mib > 50 for mib in found.memory_mib)
