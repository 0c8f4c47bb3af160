"""The lines of the log: how they look, what those of one request share, and what never stands in one."""

import logging
import re
from collections.abc import Iterable
from contextlib import AbstractContextManager
from functools import partial

from structlog.contextvars import bound_contextvars, merge_contextvars
from structlog.processors import JSONRenderer, TimeStamper, format_exc_info
from structlog.stdlib import ProcessorFormatter, add_log_level, add_logger_name
from structlog.typing import EventDict, Processor, WrappedLogger

REDACTED = "[secret]"
SHORTEST_SECRET = 8  # characters; shorter ones are parts of ordinary words, and keep nobody out


def start_logging(style: str, level: str, secrets: Iterable[str] = ()) -> None:
    """Have the standard library's log written to standard error, in a ``style``: ``text``, or ``json`` lines.

    Where a line would hold one of the ``secrets``, it says ``[secret]``. Does nothing where logging was set up before.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(make_formatter(style, secrets))
    logging.basicConfig(level=level, handlers=[handler])
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it names all its own parts


def make_formatter(style: str, secrets: Iterable[str] = ()) -> logging.Formatter:
    """Return what makes a line of a record; arguments as for ``start_logging``."""
    shared: tuple[Processor, ...] = (
        add_log_level,
        add_logger_name,
        merge_contextvars,
        format_exc_info,
        ProcessorFormatter.remove_processors_meta,
    )
    return ProcessorFormatter(processors=(*shared, *_redact_by(secrets), *_finish(style)))


def bind(**context: str | int) -> AbstractContextManager[None]:
    """Return a context manager: every line logged within it, also by the tasks begun there, carries ``context``.

    Nothing of a person belongs in it, such as a chat's id: ``bind(update=17)``, ``bind(request="5f0c19ab")``.
    """
    return bound_contextvars(**context)


def _redact_by(secrets: Iterable[str]) -> tuple[Processor, ...]:
    """Return the last line of defence; the longest secret first, for one may be a part of another."""
    found = sorted((secret for secret in secrets if len(secret) >= SHORTEST_SECRET), key=len, reverse=True)
    return (partial(_redact, re.compile("|".join(map(re.escape, found)))),) if found else ()


def _redact(secret: re.Pattern[str], _: WrappedLogger, __: str, fields: EventDict) -> EventDict:
    return {key: secret.sub(REDACTED, value) if isinstance(value, str) else value for key, value in fields.items()}


def _finish(style: str) -> tuple[Processor, ...]:
    """Return what writes a line: JSON for machines that collect logs, text for a person, in the time of that place."""
    if style == "json":
        return TimeStamper(fmt="iso", utc=True, key="time"), _order, JSONRenderer(ensure_ascii=False)
    return TimeStamper(fmt="%Y-%m-%d %H:%M:%S,%f", utc=False, key="time"), _render_text


def _order(_: WrappedLogger, __: str, fields: EventDict) -> EventDict:
    """Put what every line has before what only some have."""
    return {**{key: fields[key] for key in ("time", "level", "logger", "event")}, **fields}


def _render_text(_: WrappedLogger, __: str, fields: EventDict) -> str:
    """Return ``2020-09-25 14:22:00 INFO bot.service: what happened [request=5f0c19ab]``, and the traceback below it."""
    time, level, logger, event = (fields.pop(key) for key in ("time", "level", "logger", "event"))
    trace = fields.pop("exception", None)
    context = " ".join(f"{key}={value}" for key, value in fields.items())
    line = f"{time} {level.upper()} {logger}: {event}" + (f" [{context}]" if context else "")
    return f"{line}\n{trace}" if trace else line
