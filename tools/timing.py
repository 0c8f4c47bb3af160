"""How long answers take: of this engine, and of a plain comparison of strings over the same phrasings."""

import gc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from time import perf_counter

from rapidfuzz import fuzz, process

from bot.core.answering import answer
from bot.core.indexing import make_index_words
from bot.core.knowledge import Knowledge
from bot.core.model import Facts
from bot.core.reply import Context, Outcome
from bot.loading.languages import load_speeches  # noqa: TID251 - builds what the app builds
from tools.conference_questions import Question, make_questions, moment_of
from tools.conferences import make_conference
from tools.figures import Figures, sum_up
from tools.processes import resident_mib

_QUESTION_ROUNDS = 12  # of questions about a conference, each of every kind
_ROUNDS = 5  # each question is timed so often
_NAIVE_SECONDS = 15.0  # the plain comparison is stopped after so long: at 10,000 items it is slow


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in its context, ready to be timed."""

    kind: str
    text: str
    now: datetime
    context: Context = Context()


@dataclass(frozen=True, slots=True)
class Measured:
    """All that was measured of one seminar. The index is built and everything it keeps is filled in ``build_seconds``;
    ``answered`` is the share of the questions that got an answer."""

    name: str
    items: int
    phrasings: int
    engine: Figures
    naive: Figures
    median_by_kind: dict[str, float]
    answered: float
    build_seconds: float
    index_mib: float


def measure_conference(items: int) -> Measured:
    """Measure a generated conference of so many items; to be run in a process of its own, for its memory is read."""
    facts = make_conference(items)
    questions, now = make_questions(facts, _QUESTION_ROUNDS), moment_of(facts)
    speeches = load_speeches()
    gc.collect()
    before = resident_mib()
    knowledge = Knowledge(facts, speeches)
    build_seconds = _build(knowledge, questions[0], now)
    index_mib = resident_mib() - before
    asked = [Asked(q.kind, q.text, now, fold(q.history, knowledge, now)) for q in questions]
    phrasings = wordings_of(knowledge) + _phrasings_of(facts)
    return measure(f"{items:,} items", items, knowledge, asked, phrasings, build_seconds, index_mib)


def _build(knowledge: Knowledge, first: Question, now: datetime) -> float:
    """Build the index and whatever else the first answer waits for; return how long that took, in seconds."""
    gc.disable()
    began = perf_counter()
    answer(first.text, knowledge, now, Context())
    took = perf_counter() - began
    gc.enable()
    gc.collect()
    gc.freeze()  # as serve does
    return took


def fold(history: Iterable[str], knowledge: Knowledge, now: datetime) -> Context:
    """Return the context after these earlier questions."""
    context = Context()
    for earlier in history:
        context = answer(earlier, knowledge, now, context).context
    return context


def wordings_of(knowledge: Knowledge) -> list[str]:
    """Return every wording by which the facts can be named, each once."""
    words = make_index_words(knowledge.facts, knowledge.speeches.values())
    return list(dict.fromkeys(word.text for word in words))


def _phrasings_of(facts: Facts) -> list[str]:
    """One whole question about every talk."""
    return [f"{talk.title.ko} 누가 발표해요?" for talk in facts.talks]


def measure(
    name: str,
    items: int,
    knowledge: Knowledge,
    asked: Sequence[Asked],
    phrasings: Sequence[str],
    build_seconds: float,
    index_mib: float,
) -> Measured:
    """Time every question, and with the plain comparison as many as fit into the time it is allowed.

    A question's time is the least of its rounds, so that what else the machine does does not count; the most is that
    of all rounds.
    """
    outcomes = [answer(q.text, knowledge, q.now, q.context).outcome for q in asked]
    runs = [[_time(partial(answer, q.text, knowledge, q.now, q.context)) for q in asked] for _ in range(_ROUNDS)]
    least = [min(times) for times in zip(*runs, strict=True)]
    by_kind: dict[str, list[float]] = {}
    for question, milliseconds in zip(asked, least, strict=True):
        by_kind.setdefault(question.kind, []).append(milliseconds)
    return Measured(
        name=name,
        items=items,
        phrasings=len(phrasings),
        engine=sum_up(least, most=max(map(max, runs))),
        naive=sum_up(_time_naive([q.text for q in asked], phrasings)),
        median_by_kind={kind: sum_up(took).median for kind, took in by_kind.items()},
        answered=sum(outcome is Outcome.ANSWER for outcome in outcomes) / len(outcomes),
        build_seconds=build_seconds,
        index_mib=index_mib,
    )


def _time_naive(questions: Iterable[str], phrasings: Sequence[str]) -> list[float]:
    times: list[float] = []
    for question in questions:
        times.append(_time(partial(process.extractOne, question, phrasings, scorer=fuzz.WRatio)))
        if sum(times) > _NAIVE_SECONDS * 1000:
            break
    return times


def _time(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000
