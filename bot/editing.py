"""``set``: one field of the knowledge edited in place, checked, shown and, once somebody agrees, written."""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path
from typing import TextIO

from bot.app import Bot, load_knowledge, make_clock
from bot.core.choices import ASKS, entry_choice, menu_choice
from bot.core.knowledge import Knowledge
from bot.core.model import Entry, Language
from bot.core.programme import is_over
from bot.core.voice import Voice
from bot.loading import KnowledgeError
from bot.loading.edits import Edit, EditError, set_field
from bot.loading.hints import PathError
from bot.loading.languages import LANGUAGES, load_command_phrases, load_staff_words
from bot.loading.problems import ReadingError
from bot.loading.saving import save
from bot.loading.telling import tell, tell_all
from bot.loading.values import read_moment, read_time
from bot.settings import Settings
from bot.trial import Trial, advise_on_overlap, try_out

_YES = ("y", "yes", "ㅛ", "예", "네", "응")  # ㅛ is y on a Korean keyboard
_MENU = ("where", "when")


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed: the path and the value of a field, and how it is to be set."""

    path: str
    value: str
    english: str | None
    since: str | None
    is_correction: bool
    is_agreed: bool
    language: Language


def add_set(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those that can be typed."""
    parser = commands.add_parser("set", help="set one field of the knowledge, and record that it has changed")
    parser.add_argument("path", help="the field, such as schedule.discussion.start")
    parser.add_argument("value", help="its new value; several are divided by commas")
    parser.add_argument("--en", metavar="TEXT", help="its English wording ('' takes that away)")
    parser.add_argument("--since", metavar="MOMENT", help="since when, such as 13:02 or '2020-09-25 13:02'; else now")
    parser.add_argument("--correction", action="store_true", help="it was a slip of the pen: announce no change")
    parser.add_argument("--yes", action="store_true", help="write without asking")
    parser.add_argument("--lang", choices=LANGUAGES, default="ko", help="the language of what it says (ko)")


def read_wish(options: argparse.Namespace) -> Wish:
    """Return what the options of the command say."""
    return Wish(
        options.path, options.value, options.en, options.since, options.correction, options.yes, options.lang
    )  # fmt: skip


def set_fact(
    wish: Wish, settings: Settings, source: TextIO, load: Callable[[Path], Knowledge] = load_knowledge
) -> bool:
    """Do what is wished, and return whether it is done; what hinders it is printed.

    ``source`` is where the answer to the last question comes from; ``load`` reads the folder as it is.
    """
    phrases = load_command_phrases(wish.language)
    try:
        old = load(settings.knowledge_dir)
    except KnowledgeError as error:
        print(f"{tell_all(error.problems, wish.language)}\n{phrases['was_wrong']}", file=sys.stderr)
        return False
    now = make_clock(old, settings.pretend_now)()
    try:
        edit = set_field(settings.knowledge_dir, wish.path, wish.value, wish.english, _read_since(wish, now))
        trial = try_out(edit, settings.knowledge_dir)
        _show_all(edit, trial, old, now, wish, phrases)
        if not _is_agreed(wish, source, phrases):
            return False
        save(edit)
    except PathError as error:
        print(_explain_path(error, phrases))
        return False
    except EditError as error:
        print(phrases[error.reason].format(**error.values))
        return False
    except KnowledgeError as error:
        told = tell_all(error.problems, wish.language)
        print("\n".join([told, phrases["would_be_wrong"], *advise_on_overlap(error, wish.path, old, phrases)]))
        return False
    print(phrases["written"].format(file=edit.path.name))
    return True


def _show_all(edit: Edit, trial: Trial, old: Knowledge, now: datetime, wish: Wish, phrases: Mapping[str, str]) -> None:
    """Print what differs, in the file and in the answers, and what to look at before it is written."""
    new = Knowledge(trial.facts, old.speeches)
    print("\n".join([*_show(edit, phrases), *_compare(old, new, now, wish, phrases)]))
    _show_impact(edit.path.parent, old, new, wish.language)
    for problem in trial.warnings:
        print(phrases["warning"].format(told=tell(problem, wish.language)))
    if is_over(new, now.replace(tzinfo=None)) and not wish.is_correction:
        print(phrases["over"].format(day=new.facts.seminar.days[-1]))


def _read_since(wish: Wish, now: datetime) -> datetime | None:
    """When it changed; None for a correction. A clock time alone is of today."""
    if wish.is_correction:
        return None
    if wish.since is None:
        return now
    try:
        has_date = "-" in wish.since
        moment = read_moment(wish.since) if has_date else datetime.combine(now.date(), read_time(wish.since))
    except ReadingError:
        raise EditError("bad_since", since=wish.since) from None
    if moment > now.replace(tzinfo=None):
        raise EditError("since_ahead", since=wish.since)
    return moment


def _show(edit: Edit, phrases: Mapping[str, str]) -> Iterator[str]:
    """The lines that differ, and whether that is announced as a change."""
    before, after = (data.decode("utf-8").splitlines() for data in (edit.before, edit.after))
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield f"{edit.path.name}:{start + 1}"
            yield from (f"  - {line}" for line in before[start:end])
            yield from (f"  + {line}" for line in after[new_start:new_end])
    yield from (phrases[notice] for notice in edit.notices)


def _compare(old: Knowledge, new: Knowledge, now: datetime, wish: Wish, phrases: Mapping[str, str]) -> Iterator[str]:
    """What the obvious questions are answered before and after, where that differs."""
    entry = new.entry_by_path.get(wish.path.rpartition(".")[0])
    bots = [Bot(knowledge, make_clock(knowledge, now)) for knowledge in (old, new)]
    for question in _list_questions(Voice(new, wish.language, now), entry):
        before, after = (bot.ask(question, now=now).text for bot in bots)
        if before != after:
            yield phrases["asked"].format(question=question)
            yield f"  {phrases['before']}: " + before.replace("\n", "\n    ")
            yield f"  {phrases['after']}: " + after.replace("\n", "\n    ")


def _show_impact(folder: Path, old: Knowledge, new: Knowledge, language: Language) -> None:
    """Print which answers to the staff's own questions change, where there are some."""
    from bot.impact.command import UnreadableError, compare_states  # here, so that no other command waits for it
    from bot.impact.terminal import render_changes

    try:
        comparison = compare_states(folder, old, new)
    except UnreadableError as error:  # a mistake in the table keeps nobody from mending the knowledge
        print(error.tell(language))
        return
    if comparison.asked:
        print("\n".join(["", *render_changes(comparison, load_staff_words(language))]))


def _list_questions(voice: Voice, entry: Entry | None) -> list[str]:
    """What people ask of an entry, and of the whole seminar."""
    own = [entry_choice(voice, ask, entry).label for ask in ASKS.get(type(entry), ())] if entry else []
    return [*own, *(menu_choice(voice, name).label for name in _MENU)]


def _is_agreed(wish: Wish, source: TextIO, phrases: Mapping[str, str]) -> bool:
    """Ask whether to write; what is no terminal cannot be asked."""
    if wish.is_agreed:
        return True
    if not source.isatty():
        raise EditError("nobody_to_ask")
    print(phrases["write"], end=" ", flush=True)
    is_agreed = source.readline().strip().lower() in _YES
    if not is_agreed:
        print(phrases["left"])
    return is_agreed


def _explain_path(error: PathError, phrases: Mapping[str, str]) -> str:
    """Why a path leads nowhere, and what to type instead."""
    lines = [phrases["no_path"].format(path=error.path)]
    if error.nearest:
        lines.append(phrases["nearest"].format(path=error.nearest))
    if error.fields:
        lines.append(phrases["fields"].format(fields=", ".join(error.fields)))
    if error.entries:
        lines.append(phrases["entries"].format(place=error.place, entries=", ".join(error.entries)))
    if not (error.nearest or error.fields or error.entries):
        lines.append(phrases["places"])
    return "\n".join(lines)
