"""The page's own files, and a Korean font for machines that have none."""

from importlib.resources import files
from pathlib import Path

from aiohttp import web
from aiohttp.abc import AbstractStreamWriter

from bot.channels.web.frontpage import PAGE_DIR

FONT_PATH = Path(str(files("pylopdf_fonts_ko").joinpath("NotoSansKR-Regular.otf")))
FONT_CACHE_SECONDS = 30 * 24 * 60 * 60

TYPE_BY_NAME = {
    "chat.css": "text/css; charset=utf-8",
    "chat.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


class _FileResponse(web.FileResponse):
    """A file on its way to somebody who may stop reading; aiohttp takes what the system then says for a failure."""

    async def prepare(self, request: web.BaseRequest) -> AbstractStreamWriter | None:
        try:
            return await super().prepare(request)
        except TimeoutError as error:
            raise ConnectionResetError(error.strerror) from error


async def send_page_file(request: web.Request) -> web.FileResponse:
    """Send a style sheet, script or picture; browsers ask each time whether it is still the same (by its ETag)."""
    name = request.match_info["name"]
    if name not in TYPE_BY_NAME:
        raise web.HTTPNotFound
    return _FileResponse(PAGE_DIR / name, headers={"Content-Type": TYPE_BY_NAME[name], "Cache-Control": "no-cache"})


async def send_font(request: web.Request) -> web.FileResponse:  # noqa: ARG001 # every handler is given its request
    """Send the packaged font (4.6 MB), which browsers then keep."""
    caching = f"public, max-age={FONT_CACHE_SECONDS}"
    return _FileResponse(FONT_PATH, headers={"Content-Type": "font/otf", "Cache-Control": caching})
