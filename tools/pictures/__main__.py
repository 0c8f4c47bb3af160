"""``make pictures``: what staff see on a terminal and visitors in the chat, drawn anew for the pages of docs/."""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools.browser import BROWSER_ARGUMENTS, NO_BROWSER, find_browser
from tools.pictures.drawing import draw_terminal
from tools.pictures.rehearsal import open_rehearsal
from tools.pictures.scenes import TERMINAL_SCENES, VISITS, play
from tools.pictures.shrinking import shrink
from tools.pictures.visiting import draw_visit

FOLDER = Path("docs/pictures")


def main() -> int:
    """Draw every picture; return the exit status: 1 where there is no browser."""
    path = find_browser()
    if path is None:
        print(NO_BROWSER, file=sys.stderr)  # noqa: T201 - a command line prints
        return 1
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=BROWSER_ARGUMENTS)
        draw_all(browser)
        browser.close()
    return 0


def draw_all(browser: Browser) -> None:
    """Draw each scene on a copy of the knowledge of its own."""
    for scene in TERMINAL_SCENES:
        draw_terminal(browser, play(scene), path_of(scene.name))
    for visit in VISITS:
        with open_rehearsal(visit.edits, visit.typed) as folder:
            draw_visit(browser, visit, folder, path_of(visit.name))
    for drawn in (*TERMINAL_SCENES, *VISITS):
        shrink(path_of(drawn.name))


def path_of(name: str) -> Path:
    """Return where the picture of a scene lies."""
    return FOLDER / f"{name}.png"


if __name__ == "__main__":
    sys.exit(main())
