"""Where the parts meet: the clock, the desk, and knowledge that is whole or not there."""

import gc
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from bot.app import Bot, load_for_serving, load_knowledge, make_clock, open_bot
from bot.channels.desk import Desk, Page
from bot.core.edition import Edition
from bot.core.knowledge import Knowledge
from bot.core.model import Language
from bot.core.reply import Context
from bot.loading import KnowledgeError, take_snapshot
from bot.settings import read_settings
from tests.core.test_choices import another_knowledge
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


def test_what_is_asked_while_the_knowledge_is_renewed_is_asked_of_the_one_it_began_with() -> None:
    bot, asked = make_bot(), ["3번째 발표자 누구예요?", "그 사람 직함은?"]

    def renew_meanwhile() -> Iterator[str]:
        yield asked[0]
        bot.renew(another_knowledge(), Edition("0123456789ab", NOW))
        yield asked[1]

    assert bot.fold(renew_meanwhile()) == make_bot().fold(asked)
    assert bot.fold(asked) != make_bot().fold(asked)
    assert bot.knowledge is another_knowledge()
    assert "0123456789ab" in bot.show("status", "ko").text


def test_knowledge_is_loaded_with_all_that_a_question_looks_up() -> None:
    lazy = [name for name, kind in vars(Knowledge).items() if isinstance(kind, cached_property)]
    assert [name for name in lazy if name not in vars(load_for_serving(Path("knowledge")))] == []


def test_the_desk_of_the_commands_tells_its_version_too() -> None:
    assert take_snapshot(Path("knowledge")).version in open_bot(read_settings({})).show("status", "ko").text


def test_a_folder_with_mistakes_is_not_loaded_and_garbage_is_collected_again(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"contacts\.yaml"):
        load_knowledge(write_folder(tmp_path, {"contacts.yaml": "contacts: no\n"}))
    assert gc.isenabled()
