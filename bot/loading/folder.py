"""The knowledge folder: files with fixed names, read together, checked together, turned into facts together."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from bot.core.model import Facts
from bot.loading.building import build_facts
from bot.loading.changes import spell_out
from bot.loading.companions import check_companions
from bot.loading.files import list_names, read_bytes
from bot.loading.ids import check_ids, check_topics
from bot.loading.nodes import Document, read_document
from bot.loading.problems import KnowledgeError, Problem, suggest
from bot.loading.questions import QUESTIONS_FILE
from bot.loading.references import check_references
from bot.loading.schema import Folder
from bot.loading.timetable import check_seminar, check_timetable
from bot.loading.validation import validate

STEMS = tuple(Folder.model_fields)
FILE_NAMES = tuple(f"{stem}.yaml" for stem in STEMS)
STEMS_OF_FACTS = tuple(stem for stem in STEMS if f"{stem}.yaml" != QUESTIONS_FILE)


def load_facts(folder: Path, topics: Collection[str] | None = None) -> Facts:
    """Return everything a knowledge folder states.

    ``topics`` are the names of what people ask of any seminar; without them, a topic's name is not checked.
    Raises KnowledgeError with every problem of the folder; nothing is ever half loaded.
    """
    content, problems = _read_folder(folder, topics, STEMS_OF_FACTS)
    if problems or content.seminar is None:
        raise KnowledgeError(problems)
    return build_facts(content, content.seminar)


def check_folder(folder: Path, topics: Collection[str] | None = None) -> tuple[Problem, ...]:
    """Return every problem of a knowledge folder, file by file and line by line; none where it can be loaded."""
    return _read_folder(folder, topics, STEMS)[1]


def _read_folder(
    folder: Path, topics: Collection[str] | None, stems: Collection[str]
) -> tuple[Folder, tuple[Problem, ...]]:
    try:
        problems = _check_names(folder)
    except KnowledgeError as error:
        return Folder(), error.problems
    document_by_stem: dict[str, Document] = {}
    for stem in stems:
        try:
            document_by_stem[stem], repeated = _read_file(folder / f"{stem}.yaml")
            problems.extend(repeated)
        except KnowledgeError as error:
            problems.extend(error.problems)
    content, unfit = validate(document_by_stem)
    problems.extend(unfit)
    problems.extend(_check_content(document_by_stem, content, topics))
    return content, tuple(sorted(problems, key=_rank))


def _check_content(
    document_by_stem: Mapping[str, Document], content: Folder, topics: Collection[str] | None
) -> Iterator[Problem]:
    """Hold the files against each other."""
    yield from check_ids(document_by_stem)
    yield from check_references(document_by_stem)
    for stem, document in document_by_stem.items():
        yield from check_companions(stem, document)
    if "faq" in document_by_stem:
        yield from check_topics(document_by_stem["faq"], topics)
    if content.seminar:
        yield from check_seminar(document_by_stem["seminar"], content.seminar)
    if "schedule" in document_by_stem:
        yield from check_timetable(document_by_stem["schedule"], content.schedule, content.seminar)


def _read_file(path: Path) -> tuple[Document, tuple[Problem, ...]]:
    """Read a file; one that is absent though it need not be there is an empty document."""
    try:
        document, problems = read_document(path.name, read_bytes(path))
        return spell_out(document), problems
    except FileNotFoundError:
        if path.name != "seminar.yaml":
            return read_document(path.name, b"")
        what, instead = "is missing", "write it with at least a title and a date"
    raise KnowledgeError([Problem(file=path.name, what=what, instead=instead)])


def _rank(problem: Problem) -> tuple[int, int, int]:
    index = FILE_NAMES.index(problem.file) if problem.file in FILE_NAMES else -1
    return index, problem.line, problem.column


def _check_names(folder: Path) -> list[Problem]:
    """Report files that look like knowledge but are not read. Raises KnowledgeError for a folder that is none."""
    try:
        names = list_names(folder)
    except OSError as error:
        what, instead = f"is not a folder that can be read ({error.strerror})", "name the one that holds seminar.yaml"
        raise KnowledgeError([Problem(file=str(folder), what=what, instead=instead)]) from None
    return [
        Problem(
            file=name if name.isprintable() else ascii(name),
            what="is not a file that the bot reads",
            instead=suggest(name, FILE_NAMES),
        )
        for name in names
        if name.endswith((".yaml", ".yml")) and name not in FILE_NAMES and not name.startswith(".")
    ]
