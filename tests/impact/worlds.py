"""Knowledge made of the small folder, edited, and asked."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.app import Bot, make_clock
from bot.core.knowledge import Knowledge
from bot.loading import load_facts
from tests.core.worlds import real_knowledge
from tests.loading.base import write_folder

TABLE = """\
questions:
  - ask: 어디서 하나요?
    answer: 누리홀
  - ask: 두 번째 발표 누가 해요?
    answer: 이하늘
  - ask: 주차 되나요?
    answer: not_announced
  - ask: 참가비 있어요?
    answer: 유료
"""


def load(folder: Path, changes: Mapping[str, str] | None = None) -> Knowledge:
    """Write the small folder with its table and some files changed, and return what it holds."""
    folder.mkdir(exist_ok=True)
    write_folder(folder, {"questions.yaml": TABLE, **(changes or {})})
    return replace(real_knowledge(), facts=load_facts(folder))


def open_bot(knowledge: Knowledge) -> Bot:
    """Return the bot of a knowledge."""
    return Bot(knowledge, make_clock(knowledge))
