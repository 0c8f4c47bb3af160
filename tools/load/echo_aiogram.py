"""An echo of aiogram 3, as its own examples are."""

from aiogram import Dispatcher
from aiogram.types import Message

from tools.load.serving_aiogram import run
from tools.load.surroundings import read_surroundings


async def echo(message: Message) -> None:
    """Say what was said."""
    await message.answer(message.text or "")


if __name__ == "__main__":
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    run(dispatcher, read_surroundings())
