"""The web channel's addresses, asked over HTTP."""

import asyncio
import json
import logging
from io import BytesIO
from time import perf_counter
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.web.inquiry import MAX_BODY_BYTES
from bot.channels.web.server import Checks, Details, make_application, start_site
from bot.core.reply import Choice, Context, Outcome, Reply
from tests.channels.web.site import NOW, WORDS, Client, RememberingDesk, open_client

PATHS = [
    ("/", 200),
    ("/?language=en", 200),
    ("/api/page", 200),
    ("/healthz", 200),
    ("/page/chat.css", 200),
    ("/page/chat.js", 200),
    ("/page/icon.svg", 200),
    ("/fonts/noto-sans-kr.otf", 200),
    ("/api/ask", 405),
    ("/page/index.html", 404),
    ("/page/..%2Fserver.py", 404),
    ("/nothing", 404),
    ("/%00%ff", 404),
]


async def ask(client: Client, **fields: object) -> tuple[int, dict[str, Any]]:
    response = await client.post("/api/ask", json=fields)
    return response.status, await response.json()


async def test_a_question_gets_the_reply_and_what_it_rests_on() -> None:
    desk = RememberingDesk()
    desk.replies["어디?"] = Reply(
        outcome=Outcome.CHOICES,
        language="ko",
        title="<b>제목</b>",
        lines=("첫 줄", "둘째 줄"),
        choices=(Choice("a", "장소"), Choice("b", "시각")),
        facts=("seminar.venue",),
    )
    async with open_client(desk) as client:
        status, reply = await ask(client, question="어디?")
    assert isinstance(reply.pop("ms"), float)
    assert (status, reply) == (
        200,
        {
            "outcome": "choices",
            "text": "<b>제목</b>\n첫 줄\n둘째 줄",
            "facts": ["seminar.venue"],
            "choices": ["장소", "시각"],
            "language": "ko",
        },
    )


async def test_history_is_asked_anew_at_the_same_moment_for_its_context() -> None:
    desk = RememberingDesk()
    async with open_client(desk) as client:
        await ask(client, question="셋", history=["하나", "둘"], now="2020-09-25T15:00")
    assert [(question, context.age) for question, context, _ in desk.asked] == [("하나", 0), ("둘", 1), ("셋", 2)]
    assert {str(now) for _, _, now in desk.asked} == {"2020-09-25 15:00:00"}


async def test_without_a_moment_the_clock_counts() -> None:
    desk = RememberingDesk()
    async with open_client(desk) as client:
        await ask(client, question="지금?")
    assert desk.asked == [("지금?", Context(), NOW)]


@pytest.mark.parametrize(
    ("body", "status", "key"),
    [
        (b"", 400, "web_error_json"),
        (b"question=a", 400, "web_error_json"),
        (b'{"question": 1}', 400, "web_error_question"),
        (b'{"question": "a", "now": "soon"}', 400, "web_error_now"),
        (b'{"question": "a\\u0000"}', 400, "web_error_characters"),
        (json.dumps({"question": "a" * 1001}).encode(), 413, "web_error_too_long"),
        (b" " * (MAX_BODY_BYTES + 1), 413, "web_error_too_large"),
        (b" " * 3_000_000, 413, "web_error_too_large"),
    ],
)
@pytest.mark.parametrize("language", ["ko", "en"])
async def test_a_bad_request_is_told_in_the_visitors_language_what_to_do(
    body: bytes, status: int, key: str, language: Any
) -> None:
    async with open_client() as client:
        response = await client.post("/api/ask", data=BytesIO(body), headers={"Accept-Language": language})
        answer = await response.json()
    assert response.status == status
    assert answer == {"error": WORDS[language][key].format(characters=1000, kilobytes=16)}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Encoding": "gzip"}, 400),
        ({"Content-Encoding": "deflate"}, 400),
        ({"Content-Encoding": "rot13"}, 200),
        ({"Content-Type": "text/plain; charset=klingon"}, 200),
        ({"Content-Type": "multipart/form-data; boundary=x"}, 200),
    ],
)
async def test_a_header_that_misstates_the_body_is_no_failure(headers: dict[str, str], status: int) -> None:
    async with open_client() as client:
        response = await client.post("/api/ask", data=b'{"question": "a"}', headers=headers)
        assert (response.status, (await response.json()).keys() & {"error", "text"} != set()) == (status, True)


async def test_a_failing_desk_is_logged_and_spoken_of_kindly(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "bot"):
        async with open_client() as client:
            status, answer = await ask(client, question="trip")
    assert (status, answer) == (500, {"error": WORDS["ko"]["web_error_internal"]})
    assert [record.getMessage() for record in caplog.records] == ["POST /api/ask failed"]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text() | st.text(alphabet=st.characters()), min_size=1, max_size=4))
def test_any_text_gets_a_json_answer(texts: list[str]) -> None:
    async def ask_all() -> list[int]:
        async with open_client() as client:
            return [(await ask(client, question=text, history=texts, now=None))[0] for text in texts]

    assert set(asyncio.run(ask_all())) <= {200, 400}


@pytest.mark.parametrize(("path", "status"), PATHS)
async def test_every_response_carries_the_security_headers(path: str, status: int) -> None:
    async with open_client() as client:
        response = await client.get(path)
    assert response.status == status
    policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'")
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "aiohttp" not in response.headers["Server"]


async def test_health_is_one_word() -> None:
    async with open_client() as client:
        assert await (await client.get("/healthz")).json() == {"status": "ok"}


async def test_an_unknown_address_is_answered_with_one_short_line() -> None:
    async with open_client() as client:
        response = await client.get("/wp-admin", headers={"Accept-Language": "en"})
        assert await response.text() == WORDS["en"]["web_error_not_found"] + "\n"
        assert (await client.get("/api/ask")).headers["Allow"] == "POST"


async def test_the_page_is_written_in_the_visitors_language_and_its_titles_are_text() -> None:
    async with open_client() as client:
        page = await client.get("/", headers={"Accept-Language": "en"})
        text = await page.text()
    assert text.startswith('<!doctype html>\n<html lang="en" data-content="{&quot;language&quot;: &quot;en&quot;')
    assert f"<title>{WORDS['en']['web_title']}</title>" in text
    assert f'<noscript><p class="no-script">{WORDS["en"]["web_no_script"]}</p></noscript>' in text
    assert page.headers["Vary"] == "Accept-Language"


async def test_a_language_asked_for_outweighs_the_browsers() -> None:
    async with open_client() as client:
        response = await client.get("/api/page?language=en", headers={"Accept-Language": "ko"})
        content = await response.json()
    assert (content["language"], content["title"]) == ("en", WORDS["en"]["web_title"])
    assert (content["welcome"], content["choices"]) == ("page: start", ["일정", "장소"])
    assert content["now"] == "2020-09-25T14:00"
    assert content["phrases"] == {key.removeprefix("web_"): wording for key, wording in WORDS["en"].items()}


async def test_the_font_is_kept_and_the_script_is_looked_at_again() -> None:
    async with open_client() as client:
        font = await client.get("/fonts/noto-sans-kr.otf")
        script = await client.get("/page/chat.js")
        again = await client.get("/page/chat.js", headers={"If-None-Match": script.headers["ETag"]})
    assert (font.headers["Content-Type"], font.headers["Cache-Control"]) == ("font/otf", "public, max-age=2592000")
    assert (script.headers["Cache-Control"], again.status) == ("no-cache", 304)


async def test_a_site_stops_within_two_seconds_though_somebody_is_being_answered() -> None:
    async def dawdle(_: web.Request) -> web.Response:
        await asyncio.sleep(60)
        return web.Response()

    application = make_application(RememberingDesk(), lambda: NOW)
    application.router.add_get("/slow", dawdle)
    runner, port = await start_site(application, "127.0.0.1", 0)
    async with ClientSession(f"http://127.0.0.1:{port}") as session:
        await (await session.get("/healthz")).read()
        slow = asyncio.ensure_future(session.get("/slow"))
        await asyncio.sleep(0.05)
        started_seconds = perf_counter()
        await runner.cleanup()
        assert perf_counter() - started_seconds < 2
        await asyncio.wait([slow])
        assert slow.exception() is not None


@pytest.mark.parametrize(("is_well", "status"), [(True, 200), (False, 503)])
async def test_what_is_told_beside_the_checks_makes_nobody_unready(is_well: bool, status: int) -> None:
    checks: Checks = {"serving": lambda: is_well}
    details: Details = {"knowledge_in_use": lambda: {"problems": []}}
    application = make_application(RememberingDesk(), lambda: NOW, checks=checks, details=details)
    async with TestClient(TestServer(application)) as client:
        response = await client.get("/readyz")
        assert (response.status, await response.json()) == (
            status,
            {"serving": is_well, "knowledge_in_use": {"problems": []}},
        )


async def test_a_taken_port_is_an_error_of_the_system() -> None:
    runner, port = await start_site(make_application(RememberingDesk(), lambda: NOW), "127.0.0.1", 0)
    with pytest.raises(OSError, match="address already in use"):
        await start_site(make_application(RememberingDesk(), lambda: NOW), "127.0.0.1", port)
    await runner.cleanup()
