"""What the chats of the staff are told of an edit."""

import logging
from datetime import datetime

import pytest

from bot.channels.telegram.staff import MOST_PROBLEMS, StaffChats
from bot.core.edition import Edition
from bot.loading.languages import load_phrases
from bot.news import News
from tests.channels.telegram.stage import on_stage, refusal
from tests.fakes import EchoDesk, ProcessNews

EDITION = Edition("0123456789ab", datetime(2020, 9, 25, 13, 2))
LONGEST_MESSAGE = 4096  # characters: https://core.telegram.org/bots/api#sendmessage
TABLE_MISTAKE = "questions.yaml:9:5 'anser': is no field here; write answer"
MISTAKE = "schedule.yaml:41:12 'end': is before the start; write 15:20"


async def told(news: News, *chat_ids: int) -> list[tuple[int, str]]:
    desk = EchoDesk(load_phrases("ko"))
    async with on_stage(desk) as stage:
        await StaffChats(stage.application.bot, desk, chat_ids, ProcessNews().claim).tell(news)
        return [(fields["chat_id"], fields["text"]) for fields in stage.connection.sent()]


@pytest.mark.parametrize(
    ("news", "words"),
    [
        (News(EDITION, (MISTAKE, MISTAKE)), ("2군데", MISTAKE, "2020-09-25 13:02", "0123456789ab")),
        (News(EDITION, (), ("faq.yaml", "press.yaml")), ("반영했습니다", "0123456789ab", "faq.yaml, press.yaml")),
        (News(EDITION, (), ("faq.yaml",), ("press.yaml",)), ("faq.yaml, press.yaml(삭제됨)",)),
        (News(EDITION), ("전처럼", "0123456789ab")),
        (
            News(EDITION, (), ("questions.yaml",), table_problems=(TABLE_MISTAKE,)),
            ("반영했습니다", "1군데", TABLE_MISTAKE, "답에는 영향이 없습니다"),
        ),
        (
            News(EDITION, (), ("faq.yaml",), newly_wrong=("가? (questions.yaml:2)", "나? (questions.yaml:4)", "다?")),
            ("반영했습니다", "3개", "가? (questions.yaml:2)", "나? (questions.yaml:4)", "외 1건"),
        ),
    ],
    ids=["refused", "taken over", "deleted", "taken back", "table refused", "newly wrong"],
)
async def test_every_chat_is_told_in_one_message(news: News, words: tuple[str, ...]) -> None:
    messages = await told(news, 5, -1001)
    assert sorted(chat_id for chat_id, _ in messages) == [-1001, 5]
    assert {text for _, text in messages} == {messages[0][1]}
    assert [word for word in words if word not in messages[0][1]] == []


async def test_what_another_process_told_is_not_told_again() -> None:
    desk, shared = EchoDesk(load_phrases("ko")), ProcessNews()
    async with on_stage(desk) as stage:
        processes = [StaffChats(stage.application.bot, desk, (5, 6), shared.claim) for _ in range(2)]
        for news in (News(EDITION, (MISTAKE,)), News(EDITION, (), ("faq.yaml",)), News(EDITION, (MISTAKE,))):
            for process in processes:
                await process.tell(news)
        told = [(fields["chat_id"], "반영했습니다" in fields["text"]) for fields in stage.connection.sent()]
    assert told == [(5, False), (6, False), (5, True), (6, True), (5, False), (6, False)]


async def test_nobody_is_told_where_no_chat_is_named() -> None:
    assert await told(News(EDITION)) == []


@pytest.mark.parametrize(
    ("news", "more"),
    [
        (News(EDITION, ("가" * 5000,) * (MOST_PROBLEMS + 7)), "외 7건"),
        (News(EDITION, (), tuple(f"{number}.yaml" for number in range(1000)), ("b.yaml",) * 1000), "998.yaml"),
        (News(EDITION, (), ("가" * 5000,), (), ("가" * 5000,) * 9, ("나" * 5000,) * 8), "외 6건"),
    ],
)
async def test_much_news_fits_into_a_message(news: News, more: str) -> None:
    ((_, text),) = await told(news, 5)
    assert len(text) <= LONGEST_MESSAGE
    assert "…" in text
    assert (more in text) != bool(news.deleted)


async def test_a_chat_that_cannot_be_told_is_logged_without_its_id_and_the_others_are_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    desk = EchoDesk(load_phrases("ko"))
    async with on_stage(desk) as stage:
        moved = {"migrate_to_chat_id": -100770011223}
        stage.connection.answers["sendMessage"] = [refusal(400, "group chat was upgraded", **moved)]
        await StaffChats(stage.application.bot, desk, (-770011223, 5), ProcessNews().claim).tell(News(EDITION))
        assert [fields["chat_id"] for fields in stage.connection.sent()] == [-770011223, 5]
    (line,) = [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
    assert (line, "770011223" in caplog.text) == (
        "chat 1 of STAFF_CHAT_IDS could not be told of an edit (ChatMigrated)",
        False,
    )
