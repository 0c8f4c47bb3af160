"""What is logged, as it would be written."""

import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

from bot.logs import make_formatter


@contextmanager
def written(style: str, secrets: Iterable[str] = ()) -> Iterator[StringIO]:
    """Give what is logged meanwhile, whatever its level."""
    sink = StringIO()
    handler = logging.StreamHandler(sink)
    handler.setFormatter(make_formatter(style, secrets))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield sink
    finally:
        root.setLevel(level)
        root.removeHandler(handler)


def read(output: str) -> list[dict[str, Any]]:
    """Return the objects that the lines hold."""
    return [json.loads(line) for line in output.splitlines()]
