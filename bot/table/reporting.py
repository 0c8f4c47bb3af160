"""What became of the staff's table, for the people who wrote it: a report, and problems at its lines."""

from collections.abc import Mapping
from pathlib import Path

from bot.app import ask_table, load_knowledge
from bot.core.expectations import Fault
from bot.loading import Problem
from bot.loading.problems import show
from bot.loading.questions import QUESTIONS_FILE
from bot.loading.rules import Rule
from bot.table.judging import TableScore

_LONGEST = 120  # characters of a reply that are shown


def judge_folder(folder: Path) -> TableScore:
    """Return how the bot answers the table of a folder. Raises KnowledgeError for a folder with mistakes."""
    return ask_table(folder, load_knowledge(folder))


def tell_fault(fault: Fault, words: Mapping[str, str]) -> str:
    """Return in words what is wrong with a reply."""
    return words[f"fault_{fault.kind}"].format(text=fault.text)


def report(score: TableScore, words: Mapping[str, str], most: int) -> str:
    """Return the questions that fail, up to ``most`` of them, and how many are answered as the table says."""
    lines = []
    for judged in score.failed[:most]:
        fault = tell_fault(judged.fault, words) if judged.fault else ""
        lines.append(f"✗ {judged.question.ask} ({QUESTIONS_FILE}:{judged.question.line})")
        lines += [f"    {fault}", f"    {words['table_says']}: {show(judged.reply.text, _LONGEST)}"]
    return "\n".join([*lines, tell_score(score, words)])


def tell_score(score: TableScore, words: Mapping[str, str]) -> str:
    """Return how many questions are answered as the table says."""
    if not score.asked:
        return words["table_empty"]
    return words["table_score"].format(passed=score.passed, asked=score.asked)


def list_problems(score: TableScore, words: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return a problem for every question that fails, where it stands."""
    return tuple(
        Problem(
            file=QUESTIONS_FILE,
            line=judged.question.line,
            column=judged.question.column,
            entry=judged.question.ask,
            rule=Rule.ANSWER_UNLIKE_TABLE,
            words={"fault": tell_fault(judged.fault, words), "said": show(judged.reply.text, _LONGEST)},
        )
        for judged in score.failed
        if judged.fault
    )
