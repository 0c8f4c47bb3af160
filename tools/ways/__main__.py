"""Ask the ways of asking of every seminar at hand, and report per kind of question how many were answered truly.

Each way is filled ``--times`` times with things drawn by chance, or with everything (``--all``). The same seed makes
the same questions.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bot.app import load_knowledge  # noqa: TID251 (measures the whole bot)
from bot.core.answering import answer
from bot.core.reply import Context, Outcome, Reply
from bot.loading import KnowledgeError  # noqa: TID251 (tells what is wrong with a folder)
from tools.reports import publish
from tools.ways.filling import Asker, Filled, Way, WaysError, read_ways

WAYS = Path("tests/data/ways")
REPORT = Path("build/ways.txt")
UNREADABLE = 2  # exit status
_TRIES = 8  # how often chance may draw what does not fit, for each filling wanted
_REFUSALS = (Outcome.NOT_ANNOUNCED, Outcome.UNKNOWN, Outcome.UNCONFIRMED)
_DENIALS, _ASSENTS = ("아니", "no"), ("네", "yes")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its reply and the verdict: right, missed (a refusal), unsure (choices) or wrong."""

    folder: str
    filled: Filled
    reply: Reply
    verdict: str


def judge(filled: Filled, reply: Reply) -> str:
    """Return the verdict on a reply."""
    if not filled.truth.groups:
        return "right" if reply.outcome in _REFUSALS else "wrong" if reply.outcome is Outcome.ANSWER else "missed"
    opening = reply.text.lstrip().casefold()
    contrary = {True: _DENIALS, False: _ASSENTS, None: ()}[filled.is_so]
    if reply.outcome is Outcome.ANSWER and contrary and opening.startswith(contrary):
        return "wrong"
    if reply.outcome is Outcome.UNKNOWN:
        return "missed"
    if filled.truth.is_told_in(reply.text):
        return "right"
    if reply.outcome is Outcome.CHOICES:
        return "unsure"
    return "wrong" if reply.outcome is Outcome.ANSWER else "missed"


def ask(asker: Asker, folder: str, filled: Filled) -> Asked:
    """Ask one question, with nothing said before it."""
    reply = answer(filled.question, asker.knowledge, filled.now or asker.now, Context())
    return Asked(folder, filled, reply, judge(filled, reply))


def ask_drawn(ways: Iterable[Way], askers: dict[str, Asker], times: int, seed: int) -> Iterator[Asked]:
    """Ask each way ``times`` times, of seminars and things drawn by chance."""
    for way in ways:
        random = Random(f"{seed}/{way.template}")  # noqa: S311 (no secret)
        questions: set[tuple[str, str]] = set()
        for _ in range(times * _TRIES):
            folder = random.choice(sorted(askers))
            filled = askers[folder].draw(way, random)
            if filled and len(questions) < times and (folder, filled.question) not in questions:
                questions.add((folder, filled.question))
                yield ask(askers[folder], folder, filled)


def ask_all(ways: Sequence[Way], askers: dict[str, Asker]) -> Iterator[Asked]:
    """Ask every way of everything it fits."""
    for folder, asker in askers.items():
        for way in ways:
            yield from (ask(asker, folder, filled) for filled in asker.fill_all(way))


def report(asked: Sequence[Asked], show: int) -> str:
    """Return up to ``show`` misses of each kind of question, and the figures."""
    by_kind: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        way, so = one.filled.way, one.filled.is_so
        by_kind[
            f"{way.language} {way.entity} {way.ask}" + ("" if so is None else " (so)" if so else " (not so)")
        ].append(one)
    lines = [line for kind, of_kind in by_kind.items() for line in _misses(kind, of_kind, show)]
    lines.append(f"{'question':34}{'asked':>7}{'right':>8}{'wrong':>8}")
    lines += [_figures(kind, of_kind) for kind, of_kind in sorted(by_kind.items())]
    return "\n".join([*lines, _figures("all", asked)])


def _misses(kind: str, asked: Iterable[Asked], show: int) -> Iterator[str]:
    missed = [one for one in asked if one.verdict != "right"]
    for one in sorted(missed, key=lambda one: one.verdict != "wrong")[:show]:
        yield f"[{kind}: {one.verdict}] {one.folder}: {one.filled.question!r}"
        yield f"    {one.reply.outcome}: {' '.join(one.reply.text.split())[:160]}"
        yield f"    wanted: {' + '.join(' | '.join(group) for group in one.filled.truth.groups)[:120] or 'a refusal'}"


def _figures(kind: str, asked: Sequence[Asked]) -> str:
    counts = Counter(one.verdict for one in asked)
    return f"{kind:34}{len(asked):7}{counts['right'] / len(asked):8.2%}{counts['wrong'] / len(asked):8.2%}"


def make_askers(folders: Iterable[Path]) -> dict[str, Asker]:
    """Return an asker for each knowledge folder, by the folder's name. Raises KnowledgeError."""
    return {folder.name: Asker(load_knowledge(folder)) for folder in folders}


def find_folders() -> list[Path]:
    """The project's own knowledge and the seminars of the test data."""
    return [Path("knowledge"), *sorted(path.parent for path in Path("tests/data").glob("*/schedule.yaml"))]


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.ways", description=__doc__)
    parser.add_argument("--knowledge", type=Path, nargs="*", metavar="DIR", help="the folders asked (all at hand)")
    parser.add_argument("--all", action="store_true", help="fill each way with everything it fits; leaves out claims")
    parser.add_argument("--times", type=int, default=14, metavar="N", help="how often each way is filled")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another number draws other things")
    parser.add_argument("--show", type=int, default=3, metavar="N", help="print up to N misses of each kind")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Print the report and keep it in ``build/ways.txt``; what is missed is no failure, an unreadable file is."""
    options = make_parser().parse_args(arguments)
    try:
        ways = read_ways(WAYS / "ko.tsv", "ko") + read_ways(WAYS / "en.tsv", "en")
        askers = make_askers(options.knowledge or find_folders())
    except (OSError, WaysError, KnowledgeError) as error:
        print(error, file=sys.stderr)  # noqa: T201 (a command line prints)
        return UNREADABLE
    drawn = ask_all(ways, askers) if options.all else ask_drawn(ways, askers, options.times, options.seed)
    publish(report(list(drawn), options.show), REPORT)
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
