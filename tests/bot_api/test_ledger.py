"""What the ledger makes of histories."""

from typing import Any

import pytest

from tests.bot_api.entries import Entry, Json
from tests.bot_api.ledger import Ledger
from tests.bot_api.report import latencies, report, summarise
from tests.bot_api.updates import message, press

ANNA, BEN = 1, 2
# put: chat, expected text; out, ack, drop: number of an update; say, hide: chat, text (hidden at once)
History = list[tuple[Any, ...]]
TWO: History = [("put", ANNA, "A"), ("put", ANNA, "B"), ("out", 0), ("out", 1), ("ack", 0), ("ack", 1)]


def play(history: History) -> Ledger:
    """Play a history; its n-th event happens at n seconds, and an update is due when it is put in."""
    ledger = Ledger()
    for second, (event, *details) in enumerate(history):
        match event:
            case "put":
                entry = entry_of(len(ledger.entries), message(details[0], "?", details[1]))
                entry.due_at = second
                ledger.add(entry)
            case "out":
                ledger.hand_out(ledger.entries[details[0]], second)
            case "ack":
                ledger.acknowledge(ledger.entries[details[0]])
            case "drop":
                ledger.withdraw(ledger.entries[details[0]])
            case "say":
                ledger.commit("sendMessage", details[0], details[1], second)
            case "hide":
                ledger.hide(ledger.commit("sendMessage", details[0], details[1], second))
    return ledger


def entry_of(number: int, update: Json) -> Entry:
    return Entry(number, {"message": update["message"]}, update["expects"])


def told(ledger: Ledger) -> Json:
    """Return the report, with ids alone where it tells updates, and texts where messages; nothing empty."""
    found = report(ledger)
    for name in ("lost", "unanswered", "reordered"):
        found[name] = [entry["id"] for entry in found[name]]
    found["doubled"] = [(commit["id"], commit["hidden"]) for commit in found["doubled"]]
    found["unexpected"] = [commit["text"] for commit in found["unexpected"]]
    return {name: value for name, value in found.items() if value}


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([], {}),
        ([("put", ANNA, "A")], {"updates": 1, "unanswered": [0]}),
        ([("put", ANNA, "A"), ("out", 0), ("ack", 0)], {"updates": 1, "acknowledged": 1, "lost": [0]}),
        ([("put", ANNA, "A"), ("out", 0), ("say", ANNA, "A")], {"updates": 1, "answered": 1, "commits": 1}),
        ([*TWO, ("say", ANNA, "A"), ("say", ANNA, "B")], {"answered": 2, "commits": 2}),
        ([*TWO, ("say", ANNA, "A and more"), ("say", ANNA, "B")], {"answered": 2, "commits": 2}),
        ([*TWO, ("say", ANNA, "B"), ("say", ANNA, "A")], {"answered": 2, "commits": 2, "reordered": [0]}),
        ([*TWO, ("say", ANNA, "B")], {"answered": 1, "commits": 1, "lost": [0]}),
        (
            [*TWO, ("say", ANNA, "A"), ("say", ANNA, "A"), ("say", ANNA, "B")],
            {"answered": 2, "commits": 3, "doubled": [(0, False)]},
        ),
        (
            [*TWO, ("hide", ANNA, "A"), ("say", ANNA, "A"), ("say", ANNA, "B")],
            {"answered": 2, "commits": 3, "doubled": [(0, True)], "hidden_commits": 1},
        ),
        (
            [*TWO, ("say", ANNA, "A"), ("say", BEN, "B"), ("say", ANNA, "C")],
            {"answered": 1, "commits": 3, "lost": [1], "unexpected": ["B", "C"]},
        ),
    ],
)
def test_a_history_is_told_as_it_was(history: History, expected: Json) -> None:
    taken = {"updates": 2, "acknowledged": 2} if history[: len(TWO)] == TWO else {}
    assert told(play(history)) == taken | expected


def test_a_text_expected_twice_answers_the_one_that_was_handed_out() -> None:
    history: History = [("put", ANNA, "A"), ("put", ANNA, "B"), ("put", ANNA, "A")]
    history += [("out", 0), ("say", ANNA, "A"), ("say", ANNA, "A"), ("out", 1), ("say", ANNA, "B")]
    assert told(play(history))["doubled"] == [(0, False)]
    history += [("out", 2), ("say", ANNA, "A")]
    assert told(play(history)) == {
        "updates": 3,
        "answered": 3,
        "commits": 4,
        "doubled": [(0, False)],
    }


def test_chats_have_orders_of_their_own() -> None:
    history: History = [("put", ANNA, "A"), ("put", BEN, "A"), ("out", 0), ("out", 1)]
    assert "reordered" not in told(play([*history, ("say", BEN, "A"), ("say", ANNA, "A")]))


@pytest.mark.parametrize(
    ("history", "unsettled", "unacknowledged"),
    [
        ([("put", ANNA, "A")], 1, 1),
        ([("put", ANNA, "A"), ("ack", 0), ("ack", 0)], 1, 0),
        ([("put", ANNA, "A"), ("out", 0), ("say", ANNA, "A")], 0, 1),
        ([("put", ANNA, "A"), ("out", 0), ("say", ANNA, "A"), ("drop", 0)], 0, 0),
        ([("put", ANNA, "A"), ("drop", 0), ("drop", 0), ("ack", 0)], 0, 0),
        ([("put", ANNA, None)], 1, 1),
        ([("put", ANNA, None), ("ack", 0)], 0, 0),
        ([("put", ANNA, None), ("drop", 0)], 0, 0),
    ],
)
def test_it_knows_what_is_still_to_come(history: History, unsettled: int, unacknowledged: int) -> None:
    ledger = play(history)
    assert (ledger.unsettled, ledger.unacknowledged) == (unsettled, unacknowledged)


def test_what_is_to_be_passed_over_is_not_lost_and_no_text_is_its_answer() -> None:
    history: History = [("put", ANNA, None), ("out", 0), ("ack", 0), ("say", ANNA, "A")]
    assert told(play(history)) == {"updates": 1, "acknowledged": 1, "commits": 1, "unexpected": ["A"]}


def test_latencies_begin_when_an_update_was_due_and_when_it_was_first_handed_out() -> None:
    history: History = [("put", ANNA, "A"), ("put", ANNA, "B"), ("out", 0), ("out", 0), ("say", ANNA, "A")]
    assert latencies(play(history)) == {"since_due": summarise([4]), "since_handed_out": summarise([2])}


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        ([], (0, None, None, None, None)),
        ([3], (1, 3, 3, 3, 3)),
        ([4, 3, 2, 1], (4, 2, 4, 4, 4)),
        (range(1, 101), (100, 50, 95, 99, 100)),
    ],
)
def test_percentiles_are_values_that_occurred(seconds: list[float], expected: tuple[float | None, ...]) -> None:
    assert tuple(summarise(seconds).values()) == expected


@pytest.mark.parametrize("update", [message(5, "hello"), press(5, "hello"), message(5, "", caption="hello")])
def test_an_update_is_known_by_its_chat_and_its_text(update: Json) -> None:
    entry = Entry(1, {name: value for name, value in update.items() if name != "expects"}, "")
    assert (entry.chat, entry.text) == (5, "hello")
