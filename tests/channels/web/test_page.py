"""The page as a visitor meets it, in a real browser."""

import asyncio
import json
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, Route, ViewportSize, async_playwright, expect

from bot.channels.web.server import make_application, start_site
from bot.core.reply import Choice, Context, Outcome, Reply
from tests.channels.web.site import NOW, OPENING, WORDS, RememberingDesk
from tools.browser import BROWSER_ARGUMENTS, NO_BROWSER, find_browser

pytestmark = pytest.mark.asyncio(loop_scope="module")

ARTIFACTS_DIR = Path(__file__).parents[2] / "artifacts"
PHONE_SCREEN: ViewportSize = {"width": 390, "height": 844}
NARROW_SCREEN: ViewportSize = {"width": 320, "height": 568}


@dataclass
class Visit:
    """A visitor's tab, the desk behind it, and what went on in between."""

    page: Page
    desk: RememberingDesk
    address: str
    complaints: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    @property
    def question(self) -> Locator:
        return self.page.get_by_role("textbox", name=re.compile("질문 입력|Your question"))

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def last_reply(self) -> Locator:
        return self.page.locator(".exchange").last.locator(".theirs > [lang]")

    async def ask(self, text: str) -> None:
        await self.question.fill(text)
        await self.question.press("Enter")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    path = find_browser()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail(NO_BROWSER)
        pytest.skip(NO_BROWSER)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=BROWSER_ARGUMENTS)
        yield browser
        await browser.close()


@asynccontextmanager
async def open_tab(browser: Browser, locale: str) -> AsyncIterator[Visit]:
    """Serve a desk, and open an empty tab that keeps account of what goes on in it."""
    desk = RememberingDesk()
    runner, port = await start_site(make_application(desk, lambda: NOW, lambda: OPENING), "127.0.0.1", 0)
    context = await browser.new_context(viewport=PHONE_SCREEN, locale=locale)
    context.set_default_timeout(5_000)
    visit = Visit(await context.new_page(), desk, f"http://127.0.0.1:{port}")
    visit.page.on("console", lambda message: visit.complaints.append(message.text))
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    visit.page.on("request", lambda request: visit.requested.append(request.url))
    yield visit
    await context.close()
    await runner.cleanup()


@asynccontextmanager
async def watch(visit: Visit) -> AsyncIterator[Visit]:
    """Load the page anew; what the browser complains of meanwhile, or asks of another host, fails the test."""
    for memory in (visit.desk.asked, visit.desk.replies, visit.complaints, visit.requested, visit.expected):
        memory.clear()
    await visit.page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    await visit.page.set_viewport_size(PHONE_SCREEN)
    await visit.page.goto(visit.address, wait_until="domcontentloaded")
    yield visit
    assert [text for text in visit.complaints if not any(part in text for part in visit.expected)] == []
    assert [url for url in visit.requested if not url.startswith(visit.address)] == []


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def tab(browser: Browser) -> AsyncIterator[Visit]:
    async with open_tab(browser, "ko-KR") as visit:
        yield visit


@pytest_asyncio.fixture(loop_scope="module")
async def visit(tab: Visit) -> AsyncIterator[Visit]:
    async with watch(tab) as visit:
        yield visit


async def measure_overflow(element: Locator) -> int:
    """Return how many pixels of an element's width stand out of sight."""
    return int(await element.evaluate("(element) => element.scrollWidth - element.clientWidth"))


async def test_a_question_gets_its_answer_and_its_choices_ask_on(visit: Visit) -> None:
    visit.desk.replies["이은주는 누구?"] = Reply(
        outcome=Outcome.CHOICES,
        language="ko",
        lines=("이것을 물으셨나요?",),
        choices=(Choice("a", "이관후는 누구?"), Choice("b", "토론자")),
    )
    await expect(visit.page).to_have_title(WORDS["ko"]["web_title"])
    await expect(visit.log).to_contain_text("page: start")
    await visit.ask("이은주는 누구?")
    await expect(visit.last_reply).to_have_text("이것을 물으셨나요?")
    await visit.page.get_by_role("button", name="이관후는 누구?").click()
    await expect(visit.last_reply).to_contain_text("asked: 이관후는 누구?")
    await visit.page.get_by_role("button", name="장소").click()
    await expect(visit.last_reply).to_contain_text("asked: 장소")
    await _save_picture(visit.page)
    asked = [question for question, _, _ in visit.desk.asked]
    assert asked[-3:] == ["이은주는 누구?", "이관후는 누구?", "장소"]


async def _save_picture(page: Page) -> None:
    ARTIFACTS_DIR.mkdir(exist_ok=True)
    await page.evaluate("() => document.fonts.ready.then(() => true)")
    await page.screenshot(path=ARTIFACTS_DIR / "web.png")


async def test_markup_in_a_question_or_a_reply_stays_text(visit: Visit) -> None:
    await visit.ask("<b>굵게</b><img src=x onerror=alert(1)>")
    await expect(visit.last_reply).to_contain_text("asked: <b>굵게</b><img src=x onerror=alert(1)>")
    assert await visit.log.locator("b, img").count() == 0


async def test_a_telephone_number_can_be_called(visit: Visit) -> None:
    await visit.ask("044-201-3652, +82-44-960-0114 / 2020-09-25")
    links = visit.last_reply.get_by_role("link")
    await expect(links).to_have_text(["044-201-3652", "+82-44-960-0114"])
    await expect(links.last).to_have_attribute("href", "tel:+82-44-960-0114")


async def test_a_rehearsal_asks_at_the_moment_chosen_and_says_so(visit: Visit) -> None:
    banner = visit.page.get_by_role("status")
    await visit.page.get_by_role("button", name="예행연습", exact=True).click()
    await expect(visit.page.get_by_label("기준 시각")).to_have_value("2020-09-25T14:00")
    await visit.page.get_by_label("기준 시각").fill("2020-09-25T14:22")
    await expect(banner).to_be_hidden()
    await visit.page.get_by_role("button", name="이 시각으로 시작").click()
    await expect(banner).to_contain_text("14:22")
    await visit.ask("지금은?")
    await expect(visit.last_reply).to_contain_text("now: 2020-09-25 14:22:00")
    await visit.page.get_by_role("button", name="예행연습", exact=True).click()
    await visit.page.get_by_role("button", name="+5분").click()
    await expect(banner).to_contain_text("14:27")
    await visit.ask("이제는?")
    await expect(visit.last_reply).to_contain_text("now: 2020-09-25 14:27:00")
    await visit.page.get_by_role("button", name="끄기").click()
    await expect(banner).to_be_hidden()
    await visit.ask("정말 지금은?")
    await expect(visit.last_reply).to_contain_text(f"now: {NOW}")


async def test_all_can_be_done_from_the_keyboard(visit: Visit) -> None:
    press = visit.page.keyboard.press
    await expect(visit.question).to_be_focused()
    await visit.page.keyboard.type("첫 줄")
    await press("Shift+Enter")
    await visit.page.keyboard.type("둘째 줄")
    await press("Enter")
    await expect(visit.last_reply).to_contain_text("asked: 첫 줄\n둘째 줄", use_inner_text=True)
    await expect(visit.question).to_have_value("")
    await press("Shift+Tab")
    await expect(visit.page.get_by_role("button", name="장소")).to_be_focused()
    await press("Enter")
    await expect(visit.last_reply).to_contain_text("asked: 장소")
    toggle = visit.page.get_by_role("button", name="예행연습", exact=True)
    await toggle.focus()
    await press("Enter")
    await expect(visit.page.get_by_label("기준 시각")).to_be_focused()
    await press("Escape")
    await expect(visit.page.get_by_label("기준 시각")).to_be_hidden()
    await expect(toggle).to_be_focused()
    await expect(toggle).to_have_attribute("aria-expanded", "false")


async def test_enter_that_ends_a_hangul_syllable_sends_nothing(visit: Visit) -> None:
    await visit.question.fill("장소")
    await visit.question.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    await visit.question.dispatch_event("keydown", {"key": "Enter", "keyCode": 229})
    await expect(visit.question).to_have_value("장소")
    assert visit.desk.asked == []


async def test_a_follow_up_takes_the_last_ten_questions_along(visit: Visit) -> None:
    for number in range(12):
        await visit.ask(f"질문 {number}")
        await expect(visit.last_reply).to_contain_text(f"asked: 질문 {number}")
    visit.desk.asked.clear()
    await visit.ask("그다음은?")
    await expect(visit.last_reply).to_contain_text("asked: 그다음은?")
    assert [question for question, _, _ in visit.desk.asked] == [*(f"질문 {n}" for n in range(2, 12)), "그다음은?"]
    assert visit.desk.asked[-1][1] == Context(about=("echo",), age=10)


async def test_a_long_conversation_is_shortened_to_what_the_server_takes(visit: Visit) -> None:
    for mark in "가나다라마바사":
        await visit.ask(mark * 1_000)
        await expect(visit.last_reply).to_contain_text(f"asked: {mark}")
    assert [question[0] for question, _, _ in visit.desk.asked[-4:]] == ["라", "마", "바", "사"]


async def test_a_question_is_not_lost_while_the_server_cannot_be_reached(visit: Visit) -> None:
    visit.expected.append("ERR_INTERNET_DISCONNECTED")
    await visit.page.context.set_offline(True)
    await visit.ask("장소는 어디?")
    await expect(visit.last_reply).to_have_text(WORDS["ko"]["web_unreachable"])
    await expect(visit.log.locator(".mine")).to_contain_text("장소는 어디?")
    await visit.page.context.set_offline(False)
    await visit.page.get_by_role("button", name="다시 시도").click()
    await expect(visit.last_reply).to_contain_text("asked: 장소는 어디?")
    await expect(visit.log.locator(".mine")).to_have_count(1)


async def test_waiting_is_shown_and_what_is_typed_meanwhile_stays(visit: Visit) -> None:
    held: asyncio.Queue[Route] = asyncio.Queue()  # the page shows that it waits before its question has left
    await visit.page.route("**/api/ask", held.put_nowait, times=1)
    await visit.ask("첫째")
    await expect(visit.log).to_contain_text(WORDS["ko"]["web_waiting"])
    await visit.ask("둘째")
    await expect(visit.question).to_have_value("둘째")
    await (await held.get()).continue_()
    await expect(visit.last_reply).to_contain_text("asked: 첫째")
    await expect(visit.log).not_to_contain_text(WORDS["ko"]["web_waiting"])


async def test_a_failure_of_the_server_can_be_tried_again(visit: Visit) -> None:
    visit.expected.append("status of 500")
    await visit.ask("trip")
    await expect(visit.last_reply).to_have_text(WORDS["ko"]["web_error_internal"])
    await expect(visit.page.get_by_role("button", name="다시 시도")).to_be_visible()


async def test_who_asked_too_often_can_try_again(visit: Visit) -> None:
    visit.expected.append("status of 429")
    error = json.dumps({"error": WORDS["ko"]["web_error_too_often"]})
    await visit.page.route("**/api/ask", lambda route: route.fulfill(status=429, body=error), times=1)
    await visit.ask("장소는 어디?")
    await expect(visit.last_reply).to_have_text(WORDS["ko"]["web_error_too_often"])
    await visit.page.get_by_role("button", name="다시 시도").click()
    await expect(visit.last_reply).to_contain_text("asked: 장소는 어디?")


async def test_the_page_speaks_the_browsers_language_and_can_change_it(browser: Browser) -> None:
    async with open_tab(browser, "en-GB") as tab, watch(tab) as visit:
        await expect(visit.page.locator("html")).to_have_attribute("lang", "en")
        await visit.ask("Where is it?")
        await expect(visit.last_reply).to_contain_text("asked: Where is it?")
        await visit.page.get_by_role("link", name="한국어").click()
        await expect(visit.page.locator("html")).to_have_attribute("lang", "ko")
        await expect(visit.page.get_by_role("button", name="보내기")).to_be_visible()
        await expect(visit.log).to_contain_text("asked: Where is it?")
        await visit.page.reload()
        await expect(visit.page.get_by_role("link", name="English")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_letters_stand_out_from_their_ground(visit: Visit, scheme: Literal["light", "dark"]) -> None:
    await visit.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    await visit.ask("장소")
    await expect(visit.last_reply).to_contain_text("asked: 장소")
    for selector in ("h1", ".tool", ".mine", ".theirs", ".choices button"):
        assert await _measure_contrast(visit.page.locator(selector).first) >= 4.5, selector
    surface = await _read_colour(visit.page.locator(".chat"), "backgroundColor")
    assert (_measure_luminance(surface) < 0.1) == (scheme == "dark")


async def _measure_contrast(element: Locator) -> float:
    """Return the contrast of letters and ground as WCAG 2.2 reckons it (AA asks 4.5)."""
    letters = _measure_luminance(await _read_colour(element, "color"))
    ground = _measure_luminance(await _read_colour(element, "backgroundColor"))
    return (max(letters, ground) + 0.05) / (min(letters, ground) + 0.05)


async def _read_colour(element: Locator, name: str) -> list[int]:
    """Return red, green and blue of a colour, of the nearest element that has one."""
    script = """(element, name) => {
        let colour = getComputedStyle(element)[name];
        while (colour === "rgba(0, 0, 0, 0)") colour = getComputedStyle(element = element.parentElement)[name];
        return colour.match(/\\d+/g).slice(0, 3).map(Number);
    }"""
    return [int(value) for value in await element.evaluate(script, name)]


def _measure_luminance(colour: list[int]) -> float:
    shares = (value / 255 for value in colour)
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_nothing_scrolls_sideways_on_a_narrow_phone(visit: Visit, language: str) -> None:
    await visit.page.set_viewport_size(NARROW_SCREEN)
    await visit.page.goto(f"{visit.address}/?language={language}")
    word = "w" * 300 + "가" * 300
    visit.desk.replies["long"] = Reply(
        outcome=Outcome.ANSWER, language="ko", lines=(word,), choices=(Choice("a", word),)
    )
    await visit.ask("long")
    await expect(visit.last_reply).to_have_text(word)
    await visit.page.locator("#rehearsal-toggle").click()
    await visit.page.locator("#rehearsal-start").click()
    await visit.page.locator("#rehearsal-toggle").click()
    await visit.ask(word)
    assert await measure_overflow(visit.page.locator("html")) == 0
    assert await measure_overflow(visit.log) == 0
