"""Requests that no browser sends: refused in few words, with the security headers, and never with a file."""

import logging

import pytest

from bot.channels.web.connections import Patience
from tests.channels.web.raw import exchange, open_site

END = b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
POST = b"POST /api/ask" + END
SECURITY = (
    b"Content-Security-Policy: default-src 'none'",
    b"X-Content-Type-Options: nosniff",
    b"X-Frame-Options: DENY",
)
QUICK = Patience(request_seconds=1)

NO_HTTP = {
    "another protocol": b"\x16\x03\x01 hello\r\n\r\n",
    "markup": b"<script>alert(1)</script>\r\n\r\n",
    "another version": b"GET / HTTP/9.9\r\n\r\n",
    "a long line": b"GET /" + b"a" * 9_000 + END + b"\r\n",
    "a long header": b"GET /" + END + b"A: " + b"b" * 9_000 + b"\r\n\r\n",
    "many headers": b"GET /" + END + b"A: b\r\n" * 200 + b"\r\n",
    "two lengths": POST + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a negative length": POST + b"Content-Length: -3\r\n\r\n",
    "a bad chunk": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "a NUL in its path": b"GET /page/chat.js\x00" + END + b"\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
}
REFUSED = {
    "an unknown expectation": (POST + b"Expect: tea\r\nContent-Length: 1\r\n\r\n", 417),
    "a range beyond the end": (b"GET /page/chat.js" + END + b"Range: bytes=9999999-\r\n\r\n", 416),
    "another version of a file": (b"GET /page/chat.js" + END + b'If-Match: "x"\r\n\r\n', 412),
    "a way through": (b"CONNECT other.example:443" + END + b"\r\n", 404),
    "options of nothing": (b"OPTIONS *" + END + b"\r\n", 404),
}
PATHS = [
    "/page", "/page/", "/page/.", "/page/chat.js/", "/page/chat.js%00", "/fonts/", "/page/../server.py",
    "/page/%2e%2e/server.py", "/page/..%2fserver.py", "/page/..%5cserver.py", "/page/%252e%252e%252fserver.py",
    "/page//etc/passwd", "//etc/passwd", "/../../../../../../etc/passwd", "/page/index.html", "/fonts/../page/chat.js",
]  # fmt: skip
METHODS = ["OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "PROPFIND"]


async def send(request: bytes) -> tuple[int, bytes, bytes]:
    """Return the status of the answer, its headers and its body; every answer must have the security headers."""
    async with open_site(QUICK) as site:
        head, _, body = (await exchange(site, request)).partition(b"\r\n\r\n")
    assert [header for header in SECURITY if header not in head] == []
    assert (b"Server: seminar-bot" in head, b"aiohttp" in head, b"Python" in head) == (True, False, False)
    return int(head.split(b" ")[1]), head, body


@pytest.mark.parametrize("request_bytes", NO_HTTP.values(), ids=NO_HTTP)
async def test_what_is_no_http_is_refused_without_quoting_it(
    request_bytes: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    status, _, body = await send(request_bytes)
    assert (status, body) == (400, b"400 Bad Request\n")
    assert caplog.records == []


@pytest.mark.parametrize(("request_bytes", "status"), REFUSED.values(), ids=REFUSED)
async def test_what_cannot_be_served_is_refused(request_bytes: bytes, status: int) -> None:
    assert (await send(request_bytes))[0] == status


@pytest.mark.parametrize("path", PATHS)
async def test_no_path_leads_to_a_file_that_is_not_of_the_page(path: str) -> None:
    status, _, body = await send(b"GET " + path.encode() + END + b"\r\n")
    assert (status, b"import" in body, b"root" in body) == (404, False, False)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("path", "allowed"), [("/", b"GET,HEAD"), ("/page/chat.js", b"GET,HEAD"), ("/api/ask", b"POST")]
)
async def test_no_method_is_taken_but_those_needed(method: str, path: str, allowed: bytes) -> None:
    status, head, _ = await send(f"{method} {path}".encode() + END + b"\r\n")
    assert (status, b"\r\nAllow: " + allowed in head) == (405, True)


@pytest.mark.parametrize("path", ["/", "/healthz", "/page/chat.js", "/fonts/noto-sans-kr.otf"])
async def test_head_tells_of_an_answer_without_it(path: str) -> None:
    status, head, body = await send(f"HEAD {path}".encode() + END + b"\r\n")
    assert (status, body, b"\r\nContent-Length: 0" in head) == (200, b"", False)
