"""SECURITY.md tells the limits as they are, and names tests that exist."""

import re
from pathlib import Path

import pytest

from bot.channels.web.connections import USUAL_PATIENCE
from bot.channels.web.inquiry import MAX_BODY_BYTES, MAX_HISTORY_QUESTIONS, MAX_QUESTION_CHARACTERS
from bot.channels.web.limit import MOST_ADDRESSES
from bot.loading.files import MOST_BYTES, MOST_NAMES
from bot.loading.nodes import MOST_PARTS

PAGE = " ".join(Path("SECURITY.md").read_text(encoding="utf-8").split())
LIMITS = [
    f"{MOST_BYTES // 1024} KiB and {MOST_PARTS:,} values a file",
    f"{MOST_NAMES:,} files",
    f"{MAX_BODY_BYTES // 1024} KiB, in chunks or not",
    f"{MAX_QUESTION_CHARACTERS:,} characters; {MAX_HISTORY_QUESTIONS} |",
    f"{USUAL_PATIENCE.request_seconds:g} seconds, then the connection",
    f"{USUAL_PATIENCE.unread_seconds:g} seconds, then the same",
    f"{USUAL_PATIENCE.most_connections}, then the one",
    f"{MOST_ADDRESSES:,} at most",
]


@pytest.mark.parametrize("limit", LIMITS)
def test_the_limits_are_told_as_they_are(limit: str) -> None:
    assert limit in PAGE


def test_every_test_that_is_named_exists() -> None:
    named = set(re.findall(r"`(tests/[^`]+)`", PAGE))
    assert len(named) > 10
    assert [name for name in sorted(named) if not Path(name).is_file()] == []
