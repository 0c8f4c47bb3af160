"""Generated conferences: the same for the same seed, as large as asked, and possible to hold; questions about them."""

from datetime import timedelta
from functools import cache
from random import Random

import pytest

from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.model import Facts
from bot.core.programme import on_at, slots_of
from bot.core.reply import Outcome
from bot.loading.languages import load_speeches
from tools.conference_questions import Question, make_questions, moment_of, slip
from tools.conferences import make_conference
from tools.timing import fold


@cache
def conference() -> Facts:
    return make_conference(100)


@cache
def knowledge() -> Knowledge:
    return Knowledge(conference(), load_speeches())


@pytest.mark.parametrize("items", [10, 100, 1000])
def test_a_conference_has_the_size_asked_for(items: int) -> None:
    facts = make_conference(items)
    assert len(facts.sessions) + len(facts.talks) == items
    assert len({talk.id for talk in facts.talks} | {row.id for row in facts.sessions}) == items


@pytest.mark.parametrize("items", [-10, 0, 9, 15])
def test_a_size_without_whole_rows_is_refused(items: int) -> None:
    with pytest.raises(ValueError, match=f"{items} items"):
        make_conference(items)


def test_a_seed_makes_one_conference() -> None:
    assert make_conference(100, seed=1) == make_conference(100, seed=1)
    assert make_conference(100, seed=1) != make_conference(100, seed=2)


def test_no_room_holds_two_talks_at_once() -> None:
    facts = make_conference(1000)
    row_by_id = {row.id: row for row in facts.sessions}
    held = [(row_by_id[talk.session or ""].day, row_by_id[talk.session or ""].room, talk.start) for talk in facts.talks]
    assert len(held) == len(set(held))


def test_a_talk_lies_in_its_row_and_is_given_by_somebody() -> None:
    row_by_id = {row.id: row for row in conference().sessions}
    people = {person.id for person in conference().people}
    for talk in conference().talks:
        row = row_by_id[talk.session or ""]
        assert talk.start is not None
        assert talk.end is not None
        assert row.start <= talk.start < talk.end <= row.end
        assert set(talk.speakers) <= people


def test_talks_are_on_at_the_moment_of_the_questions() -> None:
    moment = moment_of(conference()).replace(tzinfo=None)
    assert on_at(slots_of(knowledge()), moment)
    assert not on_at(slots_of(knowledge()), moment + timedelta(days=30))


def test_a_seed_asks_the_same_questions() -> None:
    assert make_questions(conference(), 3) == make_questions(conference(), 3)
    assert make_questions(conference(), 3) != make_questions(conference(), 3, seed=1)


def _answered(question: Question) -> bool:
    now = moment_of(conference())
    return answer(question.text, knowledge(), now, fold(question.history, knowledge(), now)).outcome is Outcome.ANSWER


def test_most_questions_about_a_conference_have_an_answer() -> None:
    asked = [question for question in make_questions(conference(), 2) if question.kind != "not held"]
    assert sum(map(_answered, asked)) >= len(asked) * 0.9


@pytest.mark.parametrize("seed", range(20))
def test_a_slip_changes_one_syllable(seed: int) -> None:
    slipped = slip("갯벌복원의 A", Random(seed))  # noqa: S311 - nothing here is secret
    assert sum(one != other for one, other in zip("갯벌복원의 A", slipped, strict=True)) == 1
