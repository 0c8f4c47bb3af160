"""The terminal: one reply as text, and a conversation."""

from typing import TextIO, get_args

from bot.channels.desk import Desk, Page
from bot.core.model import Language
from bot.core.reply import Choice, Context, Reply


def render(reply: Reply) -> str:
    """Return a reply as lines of text, its choices numbered."""
    choices = [f"  [{number}] {choice.label}" for number, choice in enumerate(reply.choices, 1)]
    return "\n".join((reply.text, *choices))


def talk(desk: Desk, source: TextIO, sink: TextIO, language: Language = "ko") -> int:
    """Answer line after line until the source ends; a number picks a choice of the last reply. Returns 0."""
    reply = desk.show("start", language)
    context, choices = reply.context, reply.choices
    while True:
        sink.write(f"{render(reply)}\n> ")
        sink.flush()
        line = source.readline()
        if not line:
            sink.write("\n")
            return 0
        reply = _reply(desk, line.strip(), reply.language, context, choices)
        context, choices = reply.context, reply.choices


def _reply(desk: Desk, line: str, language: Language, context: Context, choices: tuple[Choice, ...]) -> Reply:
    """Answer a page's name after a slash, a choice's number, or a question."""
    page = next((page for page in get_args(Page) if line == f"/{page}"), None)
    picked = _picked(line, choices)
    if page:
        return desk.show(page, language)
    return desk.choose(picked.id, context) if picked else desk.ask(line, context)


def _picked(line: str, choices: tuple[Choice, ...]) -> Choice | None:
    number = int(line) if line.isascii() and line.isdigit() and len(line) == 1 else 0
    return choices[number - 1] if 0 < number <= len(choices) else None
