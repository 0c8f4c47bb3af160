"""The visitor's language, and the wordings of the page in it."""

from collections.abc import Mapping
from typing import get_args

from aiohttp import web

from bot.channels.desk import Desk
from bot.core.model import Language

PREFIX = "web_"


def choose_language(request: web.Request) -> Language:
    """Return the language asked for with ``?language=``, else the one the browser prefers."""
    asked = request.query.get("language", "")
    for language in get_args(Language):
        if asked == language:
            return language  # type: ignore[no-any-return] # get_args is untyped
    return prefer_language(request.headers.get("Accept-Language", ""))


def prefer_language(accept_language: str) -> Language:
    """Return the language an ``Accept-Language`` header (RFC 9110, 12.5.4) weighs most; Korean at a draw."""
    weight_by_language = {"ko": 0.0, "en": 0.0}
    for item in accept_language.split(","):
        tag, _, parameters = item.partition(";")
        language = tag.strip().lower().partition("-")[0]
        if language in weight_by_language:
            weight_by_language[language] = max(weight_by_language[language], _read_weight(parameters))
    return "en" if weight_by_language["en"] > weight_by_language["ko"] else "ko"


def _read_weight(parameters: str) -> float:
    """Return the weight in ``q=0.8``: 1 where none is given, 0 where it cannot be read."""
    name, _, value = parameters.strip().partition("=")
    if not name:
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def list_wordings(desk: Desk, language: Language) -> Mapping[str, str]:
    """Return the page's own wordings in ``language``, by key without its prefix."""
    phrases = desk.phrases(language)
    return {key.removeprefix(PREFIX): wording for key, wording in phrases.items() if key.startswith(PREFIX)}
