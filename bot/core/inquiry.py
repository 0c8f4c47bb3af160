"""A question with all that it takes to answer it."""

from dataclasses import dataclass

from bot.core.knowledge import Knowledge
from bot.core.model import Facts
from bot.core.reading import Frame
from bot.core.reply import Context
from bot.core.voice import Voice


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The question as understood, the voice to answer in (it knows the time), and the conversation so far."""

    frame: Frame
    voice: Voice
    context: Context

    @property
    def knowledge(self) -> Knowledge:
        """What is known."""
        return self.voice.knowledge

    @property
    def facts(self) -> Facts:
        """What is known of the seminar."""
        return self.voice.knowledge.facts
