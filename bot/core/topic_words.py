"""The words of a text that may name its subject, without particles, endings and words that say nothing."""

import re
from collections.abc import Iterator
from itertools import chain

from bot.core.text import has_hangul, normalise

_SHORTEST_TOPIC_WORD = 2  # letters
_SHORTEST_PLURAL = 4
SPLIT = re.compile(r"[\s,.·‧・/:;()\[\]「」『』“”‘’\"'–—&+-]+")
_LATIN_STOPWORDS = {
    "of",
    "and",
    "the",
    "to",
    "in",
    "for",
    "a",
    "an",
    "its",
    "their",
    "with",
    "on",
    "as",
    "from",
    "by",
    "that",
    "new",
    "what",
    "when",
    "where",
    "which",
    "should",
}
_SUFFIXES = re.compile(
    r"(?:에서의|와의|과의|으로의|로의|에의|으로서|에서는|까지는|에서|으로|에게|부터|까지|이라는|라는|이라고|라고|했다고|하려면|하는|하며|하고|하여|해서|합니다|입니다|됩니다|되는|되어|된|할|한|해야|하자고|지려면"
    r"|들의|들이|들을|들은|의|을|를|이|가|은|는|과|와|로|에|도|만)$"
)


def topic_words(*wordings: str) -> Iterator[str]:
    """Yield the words of wordings that may name their subject, particles and common endings taken off."""
    for raw in chain.from_iterable(SPLIT.split(normalise(wording)) for wording in wordings):
        word = raw
        if has_hangul(word):
            bare = _SUFFIXES.sub("", word)
            word = bare if len(bare) >= _SHORTEST_TOPIC_WORD else word
        elif word in _LATIN_STOPWORDS or len(word) < 4:
            continue
        if len(word) >= _SHORTEST_TOPIC_WORD:
            yield word
            yield from _singular(word)


def _singular(word: str) -> Iterator[str]:
    """An English plural as one: earthworms, earthworm."""
    if len(word) > _SHORTEST_PLURAL and word.isascii() and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]
