"""The real web page, served from a copy of the knowledge, as a visitor's phone shows it."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tools.pictures.rehearsal import environment_of
from tools.pictures.scenes import Visit
from tools.processes import serving

WIDTH = 390  # of a phone, in CSS pixels
SCALE = 2


def draw_visit(browser: Browser, visit: Visit, folder: Path, path: Path) -> None:
    """Write a picture of the page once its questions are answered."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": visit.height},
        device_scale_factor=SCALE,
        locale="ko-KR",
        reduced_motion="reduce",
    )
    page = context.new_page()
    with serving(environment_of(folder, visit.now), folder) as (_, address):
        page.goto(address)
        for number, question in enumerate(visit.questions, 1):
            page.get_by_role("textbox").fill(question)
            page.get_by_role("textbox").press("Enter")
            expect(page.locator(".exchange .theirs > [lang]")).to_have_count(number)
        page.evaluate("() => document.fonts.ready.then(() => true)")
        page.screenshot(path=path)
    context.close()
