"""A bare "왜요?": the reason of what was just told, where the knowledge gives one, not that of the seminar."""

from collections.abc import Sequence
from itertools import chain

from bot.core.knowledge import Knowledge
from bot.core.language import Part, Sense
from bot.core.model import Entry, Faq, Seminar
from bot.core.reading import Frame

_FEW = 2  # words that carry meaning


def is_bare_why(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether a question asks for a reason and says of nothing what for."""
    if not _listed_whys(frame, knowledge):
        return False  # 개최 배경, 취지: of the seminar
    has_verb = any(token.part in (Part.STEM, Part.UNKNOWN) for token in frame.parse.tokens)
    is_bare = not frame.has_subject and frame.content_size <= _FEW and not has_verb
    return is_bare and "background" in frame.asks and frame.asks <= {"background", "what"}


def _listed_whys(frame: Frame, knowledge: Knowledge) -> bool:
    """Whether nothing but a bare why asks: 왜, 이유; not what only a seminar has, 취지."""
    whys = knowledge.speeches[frame.language].lists["bare_whys"]
    asking = [token for sense, token in frame.senses if sense == Sense("ask", "background")]
    return all(token.word is not None and token.word.text in whys for token in asking)


def with_reason(frame: Frame, about: Sequence[Entry], knowledge: Knowledge) -> Frame:
    """Return the frame asking for the answer that says why; ``about`` is what was told just before.

    Of the seminar the question is left as it is; of what gives no reason, that it was not announced is what is told.
    """
    if any(isinstance(entry, Seminar) for entry in about):
        return frame
    words = tuple(chain.from_iterable(speech.lists["reasons"] for speech in knowledge.speeches.values()))
    given = [e for e in about if isinstance(e, Faq) and any(w in text for text in e.answer.wordings for w in words)]
    meant = [Sense("faq", entry.id) for entry in given] or [Sense("topic", "reason")]
    return frame.without("ask").with_senses(meant)
