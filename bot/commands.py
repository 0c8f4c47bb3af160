"""What can be typed: serve, chat, ask, check, set, new, schema, evaluate, impact and migrate."""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

from bot.app import END_SIGNALS, Bot, open_bot
from bot.batch import BatchError, Row, answer_row, read_rows
from bot.channels.console import render, talk
from bot.channels.desk import Desk
from bot.core.isotime import read_moment
from bot.editing import add_set, read_wish, set_fact
from bot.evaluation import evaluate
from bot.loading import KnowledgeError, check_folder
from bot.loading.languages import LANGUAGES, load_staff_words, load_topics
from bot.loading.reports import REPORT_BY_FORMAT, count_errors
from bot.loading.telling import tell_all
from bot.scaffold import add_scaffold, begin_folder, write_schema
from bot.settings import Settings
from bot.store.errors import StoreError

DONE, REFUSED, UNREADABLE = 0, 1, 2  # exit statuses
UNUSABLE = 78  # of serve, where to start it again is of no use: EX_CONFIG of sysexits.h
LOGGED = ("serve", "migrate")  # commands that run by themselves; the others say what they do to whom typed them


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("serve", help="run the bot: the web page, and Telegram with TELEGRAM_BOT_TOKEN")
    commands.add_parser("chat", help="talk to it in the terminal")
    ask = commands.add_parser("ask", help="ask one question, or many with --batch")
    ask.add_argument("question", nargs="?", help="the question")
    ask.add_argument("--now", type=_moment, metavar="ISO", help="ask as if it were then, such as 2020-09-25T14:22")
    ask.add_argument(
        "--history", action="append", default=[], metavar="QUESTION", help="an earlier question (repeatable)"
    )
    ask.add_argument("--explain", action="store_true", help="print how the question was understood, too")
    ask.add_argument("--json", action="store_true", help="print the reply as one JSON object")
    ask.add_argument(
        "--batch", metavar="FILE", help="answer the questions of a file of JSON lines (- reads standard input)"
    )
    commands.add_parser("migrate", help="bring the database to the tables of this version")
    check = commands.add_parser("check", help="list every problem of a knowledge folder")
    check.add_argument("folder", nargs="?", type=Path, help="the folder (KNOWLEDGE_DIR when left out)")
    check.add_argument("--deep", action="store_true", help="ask the questions of its questions.yaml, too")
    check.add_argument("--lang", choices=LANGUAGES, default="ko", help="the language to tell them in (ko)")
    check.add_argument(
        "--format", choices=REPORT_BY_FORMAT, default="text", help="for people, editors or GitHub (text)"
    )
    add_set(commands)
    add_scaffold(commands)
    score = commands.add_parser("evaluate", help="score the answers to a question table")
    score.add_argument("table", nargs="?", type=Path, help="JSON lines (KNOWLEDGE_DIR's questions.yaml when left out)")
    score.add_argument("--lang", choices=LANGUAGES, default="ko", help="the language of questions.yaml's report")
    score.add_argument("--show", type=int, default=20, metavar="N", help="print up to N misses")
    impact = commands.add_parser("impact", help="show which answers change by what was edited in KNOWLEDGE_DIR")
    impact.add_argument("--from", dest="old", default="HEAD", metavar="REF|DIR", help="compare with it (default: HEAD)")
    impact.add_argument("--table", type=Path, metavar="FILE", help="JSON lines to ask beside questions.yaml")
    impact.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    impact.add_argument("--lang", choices=LANGUAGES, default="ko", help="the language of the report")
    return parser


def _moment(text: str) -> datetime:
    try:
        return read_moment(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def run(arguments: Sequence[str], settings: Settings, opener: Callable[[Settings], Bot] = open_bot) -> int:
    """Run one command and return its exit status: 0 done, 1 refused, 2 input that cannot be read; see ``UNUSABLE``.

    ``opener`` makes the bot of the commands that ask it something. Raises SystemExit for a command that is none.
    """
    options = make_parser().parse_args(arguments)
    if options.command in LOGGED:
        from bot.logs import start_logging  # here, so that no other command waits for it

        start_logging(settings.log_format, settings.log_level, settings.secrets)
    try:
        if options.command == "check":
            return _check(options, options.folder or settings.knowledge_dir)
        if options.command == "set":
            return DONE if set_fact(read_wish(options), settings, sys.stdin) else REFUSED
        if options.command == "new":
            return DONE if begin_folder(options.folder, options.lang) else REFUSED
        if options.command == "schema":
            return DONE if write_schema(options.folder or settings.knowledge_dir, options.lang) else REFUSED
        if options.command == "serve":
            return _serve(settings)
        if options.command == "migrate":
            return _migrate(settings)
        if options.command == "impact":
            return _show_impact(settings.knowledge_dir, options)
        if options.command == "evaluate" and not options.table:
            return _evaluate_own(settings.knowledge_dir, options)
        desk = opener(settings)
        if options.command == "chat":
            return talk(desk, sys.stdin, sys.stdout)
        return _evaluate(options, desk) if options.command == "evaluate" else _ask(options, desk)
    except KnowledgeError as error:
        print(tell_all(error.problems, getattr(options, "lang", "ko")), file=sys.stderr)
        return UNUSABLE if options.command == "serve" else REFUSED
    except BatchError as error:
        print(error, file=sys.stderr)
        return UNREADABLE


def _ask(options: argparse.Namespace, desk: Bot) -> int:
    if options.batch:
        return _answer_batch(options.batch, desk)
    if options.question is None:
        print('ask what? For example: make ask Q="어디서 하나요?"', file=sys.stderr)
        return UNREADABLE
    if options.json:
        row = Row("", options.question, options.now, tuple(options.history))
        print(answer_row(desk, row).to_json())
        return DONE
    context = desk.fold(options.history, options.now)
    if options.explain:
        print("\n".join(desk.explain(options.question, context, options.now)))
    print(render(desk.ask(options.question, context, options.now)))
    return DONE


def _write_utf8() -> None:
    """Write UTF-8, which programs that read the output expect, whatever the terminal's encoding is."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def _answer_batch(name: str, desk: Desk) -> int:
    _write_utf8()
    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb") as lines:
            for _, row, _ in read_rows(lines):
                print(answer_row(desk, row).to_json(), flush=True)  # at once: who asks through a pipe may wait for it
    except OSError as error:
        return _refuse_file(name, error)
    return DONE


def _evaluate(options: argparse.Namespace, desk: Desk) -> int:
    try:
        with options.table.open("rb") as lines:
            score = evaluate(lines, desk)
    except OSError as error:
        return _refuse_file(options.table, error)
    print(score.report(options.show))
    return DONE


def _evaluate_own(folder: Path, options: argparse.Namespace) -> int:
    from bot.table.reporting import judge_folder, report

    print(report(judge_folder(folder), load_staff_words(options.lang), options.show))
    return DONE


def _show_impact(folder: Path, options: argparse.Namespace) -> int:
    from bot.impact.command import Wish, show_impact

    return show_impact(Wish(folder, options.old, options.table, options.format, options.lang))


def _refuse_file(name: str | Path, error: OSError) -> int:
    if isinstance(error, BrokenPipeError):  # of the output: nobody reads on
        raise error
    print(f"{name}: {error.strerror}", file=sys.stderr)
    return UNREADABLE


def _serve(settings: Settings) -> int:
    signal.pthread_sigmask(signal.SIG_BLOCK, END_SIGNALS)  # a signal waits until serve() heeds it
    from bot.channels.telegram.token import TelegramRefused  # here, so that no other command waits for all of it
    from bot.service import run_service

    try:
        run_service(settings)
    except (TelegramRefused, StoreError) as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except OSError as error:
        place = f"{settings.host}:{settings.port}"
        reason = os.strerror(error.errno) if error.errno else error.strerror  # asyncio's own repeats the address
        print(f"cannot listen on {place} ({reason}); set another HOST or PORT", file=sys.stderr)
        return REFUSED
    return DONE


def _migrate(settings: Settings) -> int:
    from bot.store.state import bring_up_to_date  # here, so that no other command waits for the database

    try:
        asyncio.run(bring_up_to_date(settings.database_url))
    except StoreError as error:
        print(error, file=sys.stderr)
        return REFUSED
    print("the database is up to date")
    return DONE


def _check(options: argparse.Namespace, folder: Path) -> int:
    if options.format != "text":
        _write_utf8()
    problems = check_folder(folder, load_topics())
    if options.deep and not count_errors(problems):
        from bot.table.reporting import judge_folder, list_problems, tell_score

        score, words = judge_folder(folder), load_staff_words(options.lang)
        problems = (*problems, *list_problems(score, words))
        asked = [tell_score(score, words)] if options.format == "text" else []
    else:
        asked = []
    for line in (*REPORT_BY_FORMAT[options.format](folder, problems, options.lang), *asked):
        print(line)
    return REFUSED if count_errors(problems) else DONE
