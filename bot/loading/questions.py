"""The staff's own table of questions, which no answer rests on: a mistake in it keeps the bot from nothing."""

from pathlib import Path

from bot.core.expectations import Question
from bot.core.model import Seminar
from bot.core.stages import eve_of
from bot.loading import schema
from bot.loading.files import read_bytes
from bot.loading.nodes import Document, read_document
from bot.loading.problems import KnowledgeError
from bot.loading.validation import validate

QUESTIONS_FILE = "questions.yaml"


def load_questions(folder: Path, seminar: Seminar) -> tuple[Question, ...]:
    """Return the questions of a folder, each at its moment (in the seminar's zone); none where there is no such file.

    Raises KnowledgeError with every problem of the file.
    """
    try:
        document, problems = read_document(QUESTIONS_FILE, read_bytes(folder / QUESTIONS_FILE))
    except FileNotFoundError:
        return ()
    content, unfit = validate({"questions": document})
    if problems or unfit:
        raise KnowledgeError([*problems, *unfit])
    return tuple(
        _build(question, index, document, seminar) for index, question in enumerate(content.questions.questions)
    )


def _build(question: schema.Question, index: int, document: Document, seminar: Seminar) -> Question:
    place = document.place_by_trail["questions", index]
    return Question(
        ask=question.ask,
        at=question.at.replace(tzinfo=seminar.zone) if question.at else eve_of(seminar),
        after=question.after,
        answer=question.answer,
        barred=question.barred,
        line=place.line,
        column=place.column,
    )
