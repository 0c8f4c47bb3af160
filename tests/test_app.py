"""Where the parts meet: the clock, the desk, and knowledge that is whole or not there."""

import gc
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from bot.app import Bot, load_knowledge, make_clock
from bot.channels.desk import Desk, Page
from bot.core.model import Language
from bot.core.reply import Context
from bot.loading import KnowledgeError
from tests.core.worlds import NOW, SEOUL, real_knowledge
from tests.loading.base import write_folder

LANGUAGES: tuple[Language, ...] = get_args(Language)


def make_bot(now: datetime = NOW) -> Bot:
    return Bot(real_knowledge(), lambda: now)


def test_the_clock_tells_the_time_of_the_seminars_zone() -> None:
    now = make_clock(real_knowledge())()
    assert now.tzinfo == SEOUL
    assert abs(now - datetime.now(ZoneInfo("UTC"))) < timedelta(minutes=1)


@pytest.mark.parametrize("pretended", ["2020-09-25T14:22", "2020-09-25T14:22+09:00", "2020-09-25T05:22Z"])
def test_a_pretended_clock_starts_there_and_runs_on(pretended: str) -> None:
    clock = make_clock(real_knowledge(), datetime.fromisoformat(pretended))
    first = clock()
    time.sleep(0.01)
    assert first.utcoffset() == timedelta(hours=9)
    assert timedelta(0) <= first - NOW < timedelta(seconds=1)
    assert clock() > first


@pytest.mark.parametrize("now", [NOW, NOW.replace(tzinfo=None), NOW.astimezone(ZoneInfo("America/New_York"))])
def test_a_time_that_is_given_counts_before_the_clock(now: datetime) -> None:
    bot, early = make_bot(), make_bot(NOW - timedelta(days=1))
    assert early.ask("지금 뭐 해요?", now=now) == bot.ask("지금 뭐 해요?")
    assert early.show("now", "ko", now) == bot.show("now", "ko")
    assert early.choose("ko:menu:now", now=now) == bot.choose("ko:menu:now")
    assert early.explain("지금 뭐 해요?", now=now) == bot.explain("지금 뭐 해요?")
    assert early.ask("지금 뭐 해요?") != bot.ask("지금 뭐 해요?")


def test_the_desk_is_all_that_a_channel_needs() -> None:
    desk: Desk = make_bot()
    context = desk.ask("3번째 발표자 누구예요?").context
    assert "연구위원" in desk.ask("그 사람 직함은?", context).text
    assert all(desk.show(page, language).text for page in get_args(Page) for language in LANGUAGES)
    assert all(desk.phrases(language) for language in LANGUAGES)


def test_both_languages_have_the_same_phrases() -> None:
    korean, english = (make_bot().phrases(language) for language in LANGUAGES)
    assert korean.keys() == english.keys()
    assert all(korean.values())
    assert all(english.values())


def test_nothing_is_remembered_between_questions() -> None:
    bot = make_bot()
    alone = bot.ask("그 사람 직함은?")
    bot.ask("3번째 발표자 누구예요?")
    assert bot.ask("그 사람 직함은?", Context()) == alone


def test_a_folder_with_mistakes_is_not_loaded_and_garbage_is_collected_again(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"contacts\.yaml"):
        load_knowledge(write_folder(tmp_path, {"contacts.yaml": "contacts: no\n"}))
    assert gc.isenabled()
