"""``GET /``, the one page, and ``GET /api/page``, what stands on it in a language."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from aiohttp import web

from bot.channels.desk import Desk
from bot.channels.web.visitor import choose_language, list_wordings
from bot.core.model import Language

PAGE_DIR = Path(__file__).parent / "page"


@dataclass(frozen=True, slots=True)
class PageContent:
    """What stands on the page. ``now`` is where its rehearsal clock starts: a naive ISO time of the seminar's zone."""

    language: Language
    title: str
    welcome: str
    choices: tuple[str, ...]
    now: str
    phrases: Mapping[str, str]


async def send_page(desk: Desk, rehearsal_start: Callable[[], datetime], request: web.Request) -> web.Response:
    """Send the page in the visitor's language, with all it needs to begin, so that it need not ask again."""
    content = describe_page(desk, rehearsal_start, choose_language(request))
    markup = _read_template().substitute(
        language=content.language,
        title=escape(content.title),
        no_script=escape(content.phrases["no_script"]),
        content=escape(json.dumps(asdict(content), ensure_ascii=False)),
    )
    return web.Response(text=markup, content_type="text/html", headers={"Vary": "Accept-Language"})


async def send_content(desk: Desk, rehearsal_start: Callable[[], datetime], request: web.Request) -> web.Response:
    """Send what stands on the page in the language asked for."""
    return web.json_response(asdict(describe_page(desk, rehearsal_start, choose_language(request))))


def describe_page(desk: Desk, rehearsal_start: Callable[[], datetime], language: Language) -> PageContent:
    """Return what stands on the page: the desk's start page with its buttons, and the page's own wordings."""
    start = desk.show("start", language)
    phrases = list_wordings(desk, language)
    return PageContent(
        language=language,
        title=start.title or phrases["title"],
        welcome="\n".join(start.lines),
        choices=tuple(choice.label for choice in start.choices),
        now=rehearsal_start().replace(tzinfo=None).isoformat(timespec="minutes"),
        phrases=phrases,
    )


@cache
def _read_template() -> Template:
    return Template((PAGE_DIR / "index.html").read_text(encoding="utf-8"))
