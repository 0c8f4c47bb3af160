"""What is remembered of messages and of people is bounded, and is forgotten where that is asked."""

from bot.channels.telegram.exchanges import Exchange, Exchanges
from bot.channels.telegram.incoming import Asked
from bot.core.reply import Context, Outcome, Reply
from tests.fakes import ProcessMemory


def test_a_chat_is_forgotten_with_all_its_messages() -> None:
    exchanges = Exchanges()
    for chat_id, message_id in ((5, 1), (5, 2), (6, 1)):
        exchanges.record(chat_id, message_id, Exchange(Asked("?"), Context(), None))
    exchanges.forget_chat(5)
    assert [bool(exchanges.find(*key)) for key in ((5, 1), (5, 2), (6, 1))] == [False, False, True]


async def test_contexts_of_two_people_in_one_group_are_apart() -> None:
    memory, about = ProcessMemory(), Context(about=("talks.one",))
    await memory.keep(-20, 5, Reply(outcome=Outcome.ANSWER, language="ko", lines=("asked",), context=about))
    assert await memory.context(-20, 6) == Context()
    assert await memory.context(-20, 5) == about
    assert await memory.forget(-20, 5)
    assert await memory.context(-20, 5) == Context()
