"""An edit tried out on a copy of its folder: what it would make of the knowledge, and what it newly brings about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.core.knowledge import Knowledge
from bot.core.model import Facts, Session, Talk
from bot.loading import KnowledgeError, Problem, check_folder, load_facts
from bot.loading.edits import Edit
from bot.loading.folder import FILE_NAMES
from bot.loading.languages import load_topics
from bot.loading.rules import Level, Rule


@dataclass(frozen=True, slots=True)
class Trial:
    """What the folder would state, and the warnings that it has not had before."""

    facts: Facts
    warnings: tuple[Problem, ...]


def try_out(edit: Edit, folder: Path) -> Trial:
    """Read the folder as it is to be, from a copy. Raises KnowledgeError with what is wrong with it then."""
    topics = load_topics()
    with TemporaryDirectory() as copy:
        for name in FILE_NAMES:
            if (folder / name).exists():
                Path(copy, name).write_bytes((folder / name).read_bytes())
        Path(copy, edit.path.name).write_bytes(edit.after)
        facts = load_facts(Path(copy), topics)
        later = check_folder(Path(copy), topics)
    known = set(map(_identify, check_folder(folder, topics)))
    is_told = "english_lost" in edit.notices  # in the notice's own words
    return Trial(facts, tuple(problem for problem in _list_warnings(later, is_told) if _identify(problem) not in known))


def _list_warnings(problems: tuple[Problem, ...], is_lost_english_told: bool) -> Iterator[Problem]:
    for problem in problems:
        is_told = is_lost_english_told and problem.rule is Rule.MISSING_ENGLISH
        if problem.rule.level is Level.WARNING and not is_told:
            yield problem


def _identify(problem: Problem) -> tuple[object, ...]:
    """What is the same of a problem whatever lines were added above it."""
    return problem.file, problem.rule, problem.entry, *sorted(problem.words.items())


def advise_on_overlap(error: KnowledgeError, path: str, old: Knowledge, phrases: Mapping[str, str]) -> Iterator[str]:
    """Yield which row is to be set first, where the edit of ``path`` is refused because two rows would overlap."""
    own = path.rpartition(".")[0]
    for problem in error.problems:
        if problem.rule is Rule.OVERLAP:
            pair = {f"schedule.{id_}" for id_ in (problem.entry, problem.words["other"])}
            for other in pair - {own} if own in pair else ():
                is_later = _start_of(old, other) >= _start_of(old, own)
                yield phrases["later_first" if is_later else "earlier_first"].format(path=other)


def _start_of(knowledge: Knowledge, path: str) -> str:
    entry = knowledge.entry_by_path[path]
    return f"{entry.day} {entry.start}" if isinstance(entry, Session | Talk) else ""
