"""From a reply to the messages that carry it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.core.reply import Choice, Reply

# https://core.telegram.org/bots/api#sendmessage counts after parsing; counted here before it, tags and all, since
# other Bot API servers do so, and in UTF-16 code units, as Telegram measures text.
MOST_UNITS = 4096
BOLD = "<b>{}</b>"
BOLD_UNITS = len(BOLD.format(""))
SHORT_LABEL_UNITS = 12
# Whatever Telegram might turn into a link, and then show a preview of: https://…, example.org
LINK = re.compile(r"://|(?<![@\w.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One message: its text as Telegram's HTML, and its buttons; ``has_link`` where a preview could appear."""

    html: str
    buttons: InlineKeyboardMarkup | None = None
    has_link: bool = False


def render(reply: Reply) -> tuple[Part, ...]:
    """Return the messages of a reply, in order; a long one is split at its lines, and the last part has the buttons."""
    texts = list(_pack(_pieces(reply)))
    buttons = _lay_out(reply.choices)
    return tuple(
        Part(html, buttons if number == len(texts) else None, bool(LINK.search(html)))
        for number, html in enumerate(texts, start=1)
    )


def measure(text: str) -> int:
    """Return how many UTF-16 code units a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _pieces(reply: Reply) -> Iterator[str]:
    """Yield the reply's lines as HTML, each short enough for one message."""
    for line in reply.title.splitlines():
        yield from (BOLD.format(piece) for piece in _cut(line, MOST_UNITS - BOLD_UNITS))
    for line in "\n".join(reply.lines).split("\n"):
        yield from _cut(line, MOST_UNITS)


def _cut(line: str, most_units: int) -> Iterator[str]:
    """Yield a line as HTML in pieces, cut at a space where one is near."""
    html = escape(line, quote=False)
    while measure(html) > most_units:
        length = _fitting(line, most_units)
        space = line.rfind(" ", length // 2, length + 1)  # an earlier one would leave a message almost empty
        head = line[: space if space > 0 else length]
        yield escape(head, quote=False)
        line = line[len(head) :].lstrip(" ")
        html = escape(line, quote=False)
    yield html


def _fitting(line: str, most_units: int) -> int:
    """Return how many characters of a line fit, escaped."""
    units = 0
    for index, character in enumerate(line):
        units += measure(escape(character, quote=False))
        if units > most_units:
            return index
    return len(line)


def _pack(pieces: Iterator[str]) -> Iterator[str]:
    """Yield as few messages as hold the pieces; none is blank, which the Bot API refuses."""
    packed: list[str] = []
    units = 0
    for piece in pieces:
        added = measure(piece) + 1
        if packed and units + added - 1 > MOST_UNITS:
            yield from _joined(packed)
            packed, units = [], 0
        packed.append(piece)
        units += added
    yield from _joined(packed)


def _joined(pieces: list[str]) -> Iterator[str]:
    text = "\n".join(pieces)
    if text.strip():
        yield text


def _lay_out(choices: Sequence[Choice]) -> InlineKeyboardMarkup | None:
    """Lay the choices out for a phone: two in a row where all labels are short."""
    columns = 2 if all(measure(choice.label) <= SHORT_LABEL_UNITS for choice in choices) else 1
    buttons = [InlineKeyboardButton(choice.label, callback_data=choice.id) for choice in choices]
    rows = [buttons[start : start + columns] for start in range(0, len(buttons), columns)]
    return InlineKeyboardMarkup(rows) if rows else None
