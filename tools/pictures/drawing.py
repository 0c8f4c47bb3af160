"""Lines of a terminal as a picture, each letter in its columns whatever font it comes from."""

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path

from playwright.sync_api import Browser

from bot.channels.web.files import FONT_PATH
from bot.loading.excerpts import measure
from tools.pictures.terminal import fold

SCALE = 2
_WIDTH = 876  # of a hundred columns and the rim, in CSS pixels: what GitHub shows of a page, unscaled
_STYLE = """
@font-face {{ font-family: Korean; src: url(data:font/otf;base64,{font}); size-adjust: 118%; }}
body {{ margin: 0; }}
pre {{ margin: 0; padding: 14px 16px; border: 1px solid #c9d1d9; border-radius: 8px; background: #fbfcfd;
  color: #17202c; font: 14px/20px "DejaVu Sans Mono", "Liberation Mono", Menlo, Consolas, Korean, monospace; }}
i {{ display: inline-block; width: 2ch; text-align: center; font-style: normal; }}
"""


def draw_terminal(browser: Browser, lines: Iterable[str], path: Path) -> None:
    """Write a picture of the lines, of which the first was typed."""
    font = b64encode(FONT_PATH.read_bytes()).decode("ascii")
    page = browser.new_page(viewport={"width": _WIDTH, "height": 100}, device_scale_factor=SCALE)
    page.set_content(f"<style>{_STYLE.format(font=font)}</style>")
    page.evaluate("() => document.fonts.load('14px Korean', '가').then(() => true)")  # or the first letter is a box
    page.evaluate("(markup) => { document.body.innerHTML = markup }", mark_up(lines))
    page.locator("pre").screenshot(path=path)
    page.close()


def mark_up(lines: Iterable[str]) -> str:
    """Return the lines as HTML: rows as a terminal folds them, each wide letter in an element of its own."""
    (typed, *printed) = ("\n".join(map(_mark_row, fold(line))) for line in lines)
    return "<pre>" + "\n".join((f"<b>{typed}</b>", *printed)) + "</pre>"


def _mark_row(row: str) -> str:
    parts = ((is_wide, "".join(letters)) for is_wide, letters in groupby(row, lambda letter: measure(letter) == 2))
    return "".join("".join(f"<i>{each}</i>" for each in part) if wide else escape(part) for wide, part in parts)
