"""A reply that would fill screens is cut, and says how much more there is."""

from datetime import datetime

from bot.core.answering import answer
from bot.core.reply import Context
from tests.core.worlds import DAY, SEOUL, make_knowledge, make_session

NOW = datetime(DAY.year, DAY.month, DAY.day, 8, tzinfo=SEOUL)


def test_a_very_long_list_is_cut() -> None:
    rows = [make_session(f"순서{n}", "09:00", "10:00") for n in range(100)]
    reply = answer("전체 일정 알려줘", make_knowledge(*rows, languages=("ko", "en")), NOW, Context())
    assert len(reply.lines) == 61
    assert "41개가 더 있습니다" in reply.lines[-1]
