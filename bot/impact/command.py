"""``impact``: the two states are loaded, asked and compared, and what differs is printed."""

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.app import Bot, load_knowledge, make_clock
from bot.core.knowledge import Knowledge
from bot.core.model import Facts, Language, Seminar
from bot.core.stages import stages_of
from bot.impact.cases import Case, make_row_cases, make_staff_cases
from bot.impact.comparing import Comparison, compare
from bot.impact.grouping import group_alike
from bot.impact.machine import render_json
from bot.impact.markdown import render_markdown
from bot.impact.report import Report
from bot.impact.sources import SourceError, open_source
from bot.impact.terminal import render_text
from bot.impact.unreached import list_unreached
from bot.loading import KnowledgeError, load_facts, load_questions
from bot.loading.languages import load_staff_words, load_topics
from bot.loading.telling import tell_all

SAME, WORSE, UNREADABLE = 0, 1, 2  # exit statuses
TABLE = Path("tests/data/questions.jsonl")  # beside the folder of the seminar that it is about …
ITS_FOLDER = "knowledge"  # … which has this name, whatever other seminars lie there


@dataclass(frozen=True, slots=True)
class Wish:
    """What is compared: a folder with an ``old`` state (a folder, or a name that git knows); and what else is asked."""

    folder: Path
    old: str
    table: Path | None
    form: str
    language: Language


class UnreadableError(ValueError):
    """A state or a table that cannot be read: the key of the sentence that says so, and what fills its places."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(f"{key} {values}")

    def tell(self, language: Language) -> str:
        """Return the sentence, and the problems of a folder with mistakes, in a language."""
        told = {
            name: tell_all(value.problems, language) if isinstance(value, KnowledgeError) else value
            for name, value in self.values.items()
        }
        return load_staff_words(language)[self.key].format(**told)


def show_impact(wish: Wish) -> int:
    """Print what changes and return the exit status: 1 where an answer became wrong, 2 where a state cannot be read.

    Raises BatchError for a table that is none.
    """
    try:
        report = make_report(wish)
    except UnreadableError as error:
        print(error.tell(wish.language), file=sys.stderr)
        return UNREADABLE
    print(_render(report, wish.form, load_staff_words(wish.language)))
    return WORSE if report.comparison.judged("became_wrong") else SAME


def _render(report: Report, form: str, words: Mapping[str, str]) -> str:
    if form == "json":
        return render_json(report)
    return render_markdown(report, words) if form == "markdown" else render_text(report, words)


def make_report(wish: Wish) -> Report:
    """Return what differs between the states. Raises UnreadableError, and BatchError for a table that is none."""
    began = time.perf_counter()
    new = _load_new(wish.folder)
    comparison = compare_states(wish.folder, replace(new, facts=_load_old(wish)), new, wish.table)
    seconds = time.perf_counter() - began
    unreached = list_unreached(new, comparison) if comparison.asked else ()
    return Report(wish.old, str(wish.folder), comparison, group_alike(comparison.changes), unreached, seconds)


def compare_states(folder: Path, old: Knowledge, new: Knowledge, table: Path | None = None) -> Comparison:
    """Return what differs in the answers to the questions of a folder, and to those of ``table`` or the one beside it.

    Raises UnreadableError, and BatchError for a table that is none.
    """
    try:
        questions = load_questions(folder, new.facts.seminar)
    except KnowledgeError as error:
        raise UnreadableError("impact_new_broken", name=folder, problems=error) from None
    cases = [*make_staff_cases(questions), *_read_rows(folder, table, new.facts.seminar)]
    return compare(cases, _open(old), _open(new), stages_of(new))


def _open(knowledge: Knowledge) -> Bot:
    return Bot(knowledge, make_clock(knowledge))


def _load_new(folder: Path) -> Knowledge:
    try:
        return load_knowledge(folder)
    except KnowledgeError as error:
        raise UnreadableError("impact_new_broken", name=folder, problems=error) from None


def _load_old(wish: Wish) -> Facts:
    try:
        with open_source(wish.old, wish.folder) as folder:
            return load_facts(folder, load_topics())
    except SourceError as error:
        raise UnreadableError(f"source_{error.reason}", name=wish.old, folder=wish.folder, said=error.said) from None
    except KnowledgeError as error:
        raise UnreadableError("impact_old_broken", name=wish.old, problems=error) from None


def _read_rows(folder: Path, named: Path | None, seminar: Seminar) -> list[Case]:
    """The rows of the table that is named, or of the one that stands beside the folder."""
    table = named or folder.resolve().parent / TABLE
    if not named and not (table.exists() and folder.resolve().name == ITS_FOLDER):
        return []
    try:
        with table.open("rb") as lines:
            return make_row_cases(lines, table.name, seminar)
    except OSError as error:
        raise UnreadableError("impact_no_table", name=table, said=error.strerror) from None
