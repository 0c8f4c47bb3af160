"""How well noisy questions are understood: the questions of a table, disturbed as people and machines disturb them.

Every Korean question that is answered right as it stands is asked again with each kind of noise, and judged by the same
row. The same seed makes the same noise.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random

from bot.app import load_knowledge, open_bot  # noqa: TID251 (measures the whole bot)
from bot.batch import BatchError, answer_row, read_rows
from bot.channels.desk import Desk  # noqa: TID251 (asks a desk, as a channel does)
from bot.evaluation import Judged, evaluate, judge
from bot.loading import KnowledgeError  # noqa: TID251 (tells what is wrong with a folder)
from bot.settings import SettingsError, read_settings  # noqa: TID251 (reads the same environment)
from tools.encodings import decompose, widen
from tools.endings import change_ending
from tools.layouts import type_latin, type_latin_with_caps_lock
from tools.reports import publish
from tools.slips import slip_once, slip_twice
from tools.spacing import insert_space, move_space, remove_spaces
from tools.vocabulary import Vocabulary, make_vocabulary
from tools.wording import abbreviate, drop_particles

LEAST_CORRECT, MOST_WRONG = 0.93, 0.01  # the bars, for each kind of noise
TIMES = 3  # how often each question is disturbed in each way; what comes out the same counts once
REPORT = Path("build/noise.txt")
UNREADABLE = 2  # exit status

Noise = Callable[[str, Random], str | None]


def make_noises(vocabulary: Vocabulary) -> Mapping[str, Noise]:
    """Return the kinds of noise by their names; each gives None where it does not apply."""
    return {
        "one slip": slip_once,
        "two slips": slip_twice,
        "no spaces": remove_spaces,
        "a space moved": move_space,
        "a space inserted": insert_space,
        "Latin layout": type_latin,
        "Caps Lock": type_latin_with_caps_lock,
        "a name's initials": partial(abbreviate, known=vocabulary.names),
        "a word's initials": partial(abbreviate, known=vocabulary.shortened),
        "particles dropped": partial(drop_particles, nouns=vocabulary.nouns),
        "ending changed": partial(change_ending, nouns=vocabulary.nouns),
        "NFD": decompose,
        "full width": widen,
    }


@dataclass(frozen=True, slots=True)
class Disturbed:
    """One noisy question with the verdict on its answer; ``judged.row`` is that of the question as it was."""

    question: str
    judged: Judged


@dataclass(frozen=True, slots=True)
class Tally:
    """What one kind of noise did. Shares are of the noisy questions; where there are none, nothing was lost."""

    kind: str
    disturbed: tuple[Disturbed, ...]

    @property
    def correct(self) -> float:
        """The share that is still answered right."""
        return self._share("right", 1.0)

    @property
    def confidently_wrong(self) -> float:
        """The share of false or misplaced answers."""
        return self._share("wrong", 0.0)

    @property
    def misses_bar(self) -> bool:
        """Whether too few are right or too many confidently wrong."""
        return self.correct < LEAST_CORRECT or self.confidently_wrong > MOST_WRONG

    def _share(self, verdict: str, of_none: float) -> float:
        count = sum(d.judged.verdict == verdict for d in self.disturbed)
        return count / len(self.disturbed) if self.disturbed else of_none


def disturb(question: str, noise: Noise, seed: str) -> list[str]:
    """Return the noisy forms of a question, each once; none where the noise does not apply."""
    drawn = (noise(question, Random(f"{seed}/{time}")) for time in range(TIMES))  # noqa: S311 (no secret)
    return list(dict.fromkeys(noisy for noisy in drawn if noisy is not None))


def measure(rows: Iterable[Mapping[str, object]], desk: Desk, noises: Mapping[str, Noise], seed: int) -> list[Tally]:
    """Ask the Korean questions of a table with every kind of noise. Raises BatchError for a row that is none."""
    korean = [json.dumps(row) for row in rows if row.get("lang") == "ko"]
    asked = [judged.row for judged in evaluate(korean, desk).judged if judged.verdict == "right"]
    return [Tally(kind, tuple(_ask_disturbed(asked, desk, kind, noise, seed))) for kind, noise in noises.items()]


def _ask_disturbed(
    asked: Iterable[Mapping[str, object]], desk: Desk, kind: str, noise: Noise, seed: int
) -> Iterator[Disturbed]:
    for _, row, raw in read_rows(json.dumps(row) for row in asked):
        for noisy in disturb(row.question, noise, f"{seed}/{kind}/{row.id}"):
            answered = answer_row(desk, replace(row, question=noisy))
            yield Disturbed(noisy, Judged(raw, answered, judge(raw, answered)))


def report(tallies: Sequence[Tally], show: int) -> str:
    """Return up to ``show`` misses of each kind, the figures, and which kinds miss the bars."""
    lines = [line for tally in tallies for line in _misses(tally, show)]
    lines.append(f"{'noise':20}{'asked':>6}{'correct':>9}{'wrong':>7}")
    lines += [f"{t.kind:20}{len(t.disturbed):6}{t.correct:9.1%}{t.confidently_wrong:7.1%}" for t in tallies]
    missing = [tally.kind for tally in tallies if tally.misses_bar]
    bars = f"at least {LEAST_CORRECT:.0%} correct, at most {MOST_WRONG:.0%} confidently wrong"
    lines.append(f"{bars}: " + (f"missed by {', '.join(missing)}" if missing else "reached by every kind"))
    return "\n".join(lines)


def _misses(tally: Tally, show: int) -> Iterator[str]:
    missed = [d for d in tally.disturbed if d.judged.verdict != "right"]
    for d in sorted(missed, key=lambda d: d.judged.verdict != "wrong")[:show]:
        row, answered = d.judged.row, d.judged.answered
        yield f"[{tally.kind}: {d.judged.verdict}] {row['id']} {row.get('history') or ''} {row['q']!r} → {d.question!r}"
        yield f"    {answered.outcome}: {' '.join(answered.text.split())[:120]}"


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.noise", description=__doc__)
    parser.add_argument("table", nargs="?", type=Path, default=Path("tests/data/questions.jsonl"), help="JSON lines")
    parser.add_argument("--knowledge", type=Path, metavar="DIR", help="the folder asked (KNOWLEDGE_DIR when left out)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another number makes other noise")
    parser.add_argument("--show", type=int, default=3, metavar="N", help="print up to N misses of each kind")
    return parser


def run(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Print the report and keep it in ``build/noise.txt``; missed bars are no failure, an unreadable table is."""
    options = make_parser().parse_args(arguments)
    try:
        settings = read_settings(environ)
        settings = replace(settings, knowledge_dir=options.knowledge or settings.knowledge_dir)
        vocabulary = make_vocabulary(load_knowledge(settings.knowledge_dir))
        with options.table.open("rb") as lines:
            rows = [raw for _, _, raw in read_rows(lines)]
        text = report(measure(rows, open_bot(settings), make_noises(vocabulary), options.seed), options.show)
    except OSError as error:
        print(f"{options.table}: {error.strerror}", file=sys.stderr)  # noqa: T201 (a command line prints)
        return UNREADABLE
    except (BatchError, KnowledgeError, SettingsError) as error:
        print(error, file=sys.stderr)  # noqa: T201 (a command line prints)
        return UNREADABLE
    publish(text, REPORT)
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], os.environ))
