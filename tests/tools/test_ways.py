"""The judge of the ways of asking: it knows a true reply from a false one by the knowledge alone."""

from pathlib import Path

import pytest

from bot.core.reply import Context, Outcome, Reply
from tests.core.worlds import real_knowledge
from tools.ways.__main__ import judge
from tools.ways.filling import Filled, Way, WaysError, read_ways
from tools.ways.things import people_spoken_of, rows_spoken_of, talks_spoken_of
from tools.ways.truths import OF_PEOPLE, OF_ROWS, OF_TALKS, REFUSED, Truth, holds

WAY = Way("en", "talk", "who", "Who gives {r}?")


def reply(text: str, outcome: Outcome = Outcome.ANSWER) -> Reply:
    return Reply(outcome=outcome, language="en", lines=(text,), title="", choices=(), facts=(), context=Context())


@pytest.mark.parametrize(
    ("truth", "is_so", "text", "outcome", "verdict"),
    [
        (holds(("Kim",)), None, "Kim, professor", Outcome.ANSWER, "right"),
        (holds(("Kim", "김"), ("Lee",)), None, "Kim, professor", Outcome.ANSWER, "wrong"),
        (holds(("Kim",)), None, "Which one?", Outcome.CHOICES, "unsure"),
        (holds(("Kim",)), None, "Nobody knows Kim.", Outcome.UNKNOWN, "missed"),
        (holds(("Kim",)), False, "Yes. Kim.", Outcome.ANSWER, "wrong"),
        (holds(("Kim",)), False, "No. Kim.", Outcome.ANSWER, "right"),
        (holds(("Kim",)), True, "No. Kim.", Outcome.ANSWER, "wrong"),
        (REFUSED, None, "It is not announced.", Outcome.NOT_ANNOUNCED, "right"),
        (REFUSED, None, "Kim.", Outcome.ANSWER, "wrong"),
    ],
)
def test_a_reply_is_judged(truth: Truth, is_so: bool | None, text: str, outcome: Outcome, verdict: str) -> None:
    assert judge(Filled(WAY, "number", "Who gives talk 1?", truth, is_so), reply(text, outcome)) == verdict


def test_a_way_is_filled_with_the_particles_that_fit() -> None:
    assert Way("ko", "talk", "who", "{r}은(는) 누가 해요?").fill("김 교수 발표") == "김 교수 발표는 누가 해요?"


def test_a_line_that_is_no_way_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "ko.tsv").write_text("talk\twho\t{r} 누가 해요?\ntalk\twho\n", encoding="utf-8")
    with pytest.raises(WaysError, match=r"ko\.tsv:2"):
        read_ways(tmp_path / "ko.tsv", "ko")


def test_every_thing_has_a_truth_for_every_ask_or_none_that_is_fair() -> None:
    knowledge = real_knowledge()
    talks = [truth(knowledge, thing.entry) for thing in talks_spoken_of(knowledge) for truth in OF_TALKS.values()]
    people = [truth(knowledge, thing.entry) for thing in people_spoken_of(knowledge) for truth in OF_PEOPLE.values()]
    rows = [truth(knowledge, thing.entry) for thing in rows_spoken_of(knowledge) for truth in OF_ROWS.values()]
    for truths in (talks, people, rows):
        told = [truth for truth in truths if truth and truth.groups]
        assert len(told) > len(truths) / 2
        assert all(all(wording for wording in group) and group for truth in told for group in truth.groups)
