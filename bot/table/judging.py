"""The staff's table asked of a desk, and how much of it is answered as it says."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.channels.desk import Desk
from bot.core.expectations import Fault, Question, find_fault
from bot.core.reply import Reply


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with its reply, and what is wrong with that; None where nothing is."""

    question: Question
    reply: Reply
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class TableScore:
    """Every question judged, in the order of the table."""

    judged: tuple[Judged, ...]

    @property
    def asked(self) -> int:
        """How many questions were asked."""
        return len(self.judged)

    @property
    def passed(self) -> int:
        """How many of them were answered as the table says."""
        return self.asked - len(self.failed)

    @property
    def failed(self) -> tuple[Judged, ...]:
        """Those that were not."""
        return tuple(judged for judged in self.judged if judged.fault)


def judge_table(questions: Iterable[Question], desk: Desk) -> TableScore:
    """Ask every question at its moment, after what was asked before it, and judge the replies."""
    return TableScore(tuple(_judge(question, desk) for question in questions))


def _judge(question: Question, desk: Desk) -> Judged:
    reply = desk.ask(question.ask, desk.fold(question.after, question.at), question.at)
    return Judged(question, reply, find_fault(question, reply))
