"""What is remembered is bounded."""

from bot.channels.telegram.conversations import Conversations, Recent
from bot.core.reply import Context


def test_the_entry_unused_for_longest_goes_first() -> None:
    recent: Recent[str, int] = Recent(2)
    recent.put("a", 1)
    recent.put("b", 2)
    recent.get("a")
    recent.put("c", 3)
    assert [recent.get(key) for key in "abc"] == [1, None, 3]
    assert len(recent) == 2


async def test_contexts_of_two_people_in_one_group_are_apart() -> None:
    conversations = Conversations()
    await conversations.keep(-20, 5, Context(about=("talks.one",)))
    assert await conversations.context(-20, 6) == Context()
    assert await conversations.context(-20, 5) == Context(about=("talks.one",))
    await conversations.forget(-20, 5)
    assert await conversations.context(-20, 5) == Context()
