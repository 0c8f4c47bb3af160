"""The topics that a question of the knowledge's own is about."""

from collections.abc import Callable

from bot.core.language import Sense
from bot.core.model import Faq

_PROVISIONS = frozenset({"meals", "facilities", "power", "wifi", "gifts", "dress", "covid", "equipment"})
_NAMED = _PROVISIONS | {
    "certificate", "interview", "interpretation", "stream", "photos", "press_room", "slides",
}  # fmt: skip
_OF_A_ROW = ("kind", "session")


def find_topics(faq: Faq, senses_of: Callable[[str], frozenset[Sense]]) -> frozenset[str]:
    """Return the topic that a question states, else what the languages take its label, and some of its words, for.

    A provision may stand within the label (짐 보관); one that names a row (견학 준비물) is about that row alone.
    """
    if faq.topic:
        return frozenset({faq.topic})
    labels = _topics(faq.label.wordings, senses_of)
    named = _topics(faq.words, senses_of) & _NAMED
    parts = tuple(word for wording in faq.label.wordings for word in wording.split())
    if any(sense.kind in _OF_A_ROW for part in parts for sense in senses_of(part)):
        return labels | named
    return labels | named | (_topics(parts, senses_of) & _PROVISIONS)


def _topics(wordings: tuple[str, ...], senses_of: Callable[[str], frozenset[Sense]]) -> frozenset[str]:
    return frozenset(sense.value for wording in wordings for sense in senses_of(wording) if sense.kind == "topic")
