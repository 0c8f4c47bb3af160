"""The knowledge folder: files with fixed names, read together, checked together, turned into facts together."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.core.model import Facts
from bot.loading.advice import advise
from bot.loading.blanks import check_blanks
from bot.loading.building import build_facts
from bot.loading.changes import spell_out
from bot.loading.companions import check_companions
from bot.loading.files import list_names, read_bytes
from bot.loading.ids import check_ids, check_topics
from bot.loading.nodes import Document, read_document
from bot.loading.problems import KnowledgeError, Problem, fill, find_nearest
from bot.loading.references import check_references
from bot.loading.rules import Rule
from bot.loading.schema import STEMS_OF_FACTS, Folder
from bot.loading.timetable import check_seminar, check_timetable
from bot.loading.validation import validate

STEMS = tuple(Folder.model_fields)
FILE_NAMES = tuple(f"{stem}.yaml" for stem in STEMS)


def load_facts(folder: Path, topics: Collection[str] | None = None) -> Facts:
    """Return everything a knowledge folder states.

    ``topics`` are the names of what people ask of any seminar; without them, a topic's name is not checked.
    Raises KnowledgeError with every problem of the folder; nothing is ever half loaded.
    """
    _, content, problems = _read_folder(folder, topics, STEMS_OF_FACTS)
    if problems or content.seminar is None:
        raise KnowledgeError(_sort(problems))
    return build_facts(content, content.seminar)


def check_folder(folder: Path, topics: Collection[str] | None = None) -> tuple[Problem, ...]:
    """Return every problem of a knowledge folder, file by file and line by line.

    Where it can be loaded there are no errors among them; there may be warnings.
    """
    document_by_stem, content, errors = _read_folder(folder, topics, STEMS)
    facts = {stem: document for stem, document in document_by_stem.items() if stem in STEMS_OF_FACTS}
    return _sort([*errors, *advise(facts, content, errors)])


def _read_folder(
    folder: Path, topics: Collection[str] | None, stems: Collection[str]
) -> tuple[Mapping[str, Document], Folder, Sequence[Problem]]:
    """Read the files that can be read, what in them fits its shape, and all errors."""
    try:
        problems = _check_names(folder)
    except KnowledgeError as error:
        return {}, Folder(), error.problems
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
    return document_by_stem, content, _put_blanks_first(document_by_stem, problems)


def _put_blanks_first(document_by_stem: Mapping[str, Document], problems: Iterable[Problem]) -> list[Problem]:
    """Add the blanks, and leave out what else is wrong with a value that nobody has written yet."""
    blanks = [blank for stem, document in document_by_stem.items() for blank in check_blanks(stem, document)]
    places = {(blank.file, blank.line, blank.column) for blank in blanks}
    return [*blanks, *(problem for problem in problems if (problem.file, problem.line, problem.column) not in places)]


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
    raise KnowledgeError([Problem(file=path.name, rule=Rule.MISSING_SEMINAR)])


def _sort(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=_rank))


def _rank(problem: Problem) -> tuple[int, int, int]:
    index = FILE_NAMES.index(problem.file) if problem.file in FILE_NAMES else -1
    return index, problem.line, problem.column


def _check_names(folder: Path) -> list[Problem]:
    """Report files that look like knowledge but are not read. Raises KnowledgeError for a folder that is none."""
    try:
        names = list_names(folder)
    except OSError as error:
        words = fill({"reason": error.strerror})
        raise KnowledgeError([Problem(file=str(folder), rule=Rule.UNREADABLE_FOLDER, words=words)]) from None
    absent = [name for name in FILE_NAMES if name not in names]  # a copy of one that is there has another mend
    return [
        Problem(
            file=name if name.isprintable() else ascii(name),
            rule=Rule.UNKNOWN_FILE,
            words=fill({"nearest": find_nearest(name, absent), "names": ", ".join(FILE_NAMES)}),
        )
        for name in names
        if name.endswith((".yaml", ".yml")) and name not in FILE_NAMES and not name.startswith(".")
    ]
