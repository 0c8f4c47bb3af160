"""The staff's table asked of one knowledge after the other: whether it can be read, and what came out wrong since."""

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from bot.app import ask_table
from bot.core.expectations import Question
from bot.core.knowledge import Knowledge
from bot.loading import KnowledgeError, Problem
from bot.loading.questions import QUESTIONS_FILE

log = logging.getLogger(__name__)

_Asked: TypeAlias = tuple[str, tuple[str, ...], datetime]


@dataclass(frozen=True, slots=True)
class Examination:
    """What became of the table: of the questions ``asked`` so many ``passed``, or it has ``problems``.

    ``newly_wrong`` are those that came out right when they were last asked, each with the line where it stands.
    """

    passed: int = 0
    asked: int = 0
    problems: tuple[Problem, ...] = ()
    newly_wrong: tuple[str, ...] = ()


class Examiner:
    """Asks the table of a folder, one time after the other, logs what is wrong, and remembers what came out right."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._right: frozenset[_Asked] = frozenset()

    def examine(self, knowledge: Knowledge) -> Examination:
        """Ask every question of the table as it is now. What was right stays so while the table cannot be read."""
        try:
            score = ask_table(self._folder, knowledge)
        except KnowledgeError as error:
            log.warning("the staff's table cannot be read, on which no answer rests; mend these:\n%s", error)
            return Examination(problems=error.problems)
        right, self._right = self._right, frozenset(_key(each.question) for each in score.judged if not each.fault)
        newly_wrong = tuple(_tell(each.question) for each in score.failed if _key(each.question) in right)
        if newly_wrong:
            log.warning("by the staff's table answers are wrong that were right: %s", ", ".join(newly_wrong))
        return Examination(score.passed, score.asked, newly_wrong=newly_wrong)


def _key(question: Question) -> _Asked:
    """What makes it the same question, wherever it stands and whatever is to come back."""
    return question.ask, question.after, question.at


def _tell(question: Question) -> str:
    return f"{' → '.join((*question.after, question.ask))} ({QUESTIONS_FILE}:{question.line})"
