"""An outage is told once, and waited out with ever longer pauses."""

import logging

import pytest
from telegram.error import NetworkError, RetryAfter

from bot.channels.telegram.outage import Outage


async def test_pauses_double_up_to_half_a_minute_and_start_anew_after_a_success() -> None:
    outage = Outage()
    assert [outage.goes_on(NetworkError("down")) for _ in range(9)] == [0.25, 0.5, 1, 2, 4, 8, 16, 30, 30]
    outage.is_over()
    assert outage.goes_on(NetworkError("down")) == 0.25


async def test_flood_control_is_waited_for_as_long_as_it_asks() -> None:
    assert Outage().goes_on(RetryAfter(17)) == 17


async def test_an_outage_is_two_lines_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    outage = Outage()
    outage.is_over()
    outage.goes_on(NetworkError("down"))
    outage.goes_on(NetworkError("still down"))
    outage.is_over()
    outage.is_over()
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]
