"""What finds a question of the knowledge's own in what was typed, and the details of topics in its answer."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.core.language import Speech
from bot.core.model import Faq
from bot.core.text import has_hangul, normalise
from bot.core.topic_words import SPLIT

Pieces = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class FaqIndex:
    """For each question's id the pieces of its wordings, in any order; for each detail (``meals/menu``) its words."""

    pieces_by_faq: Mapping[str, tuple[Pieces, ...]]
    finder_by_detail: Mapping[str, re.Pattern[str]]


def make_faq_index(faqs: Iterable[Faq], speeches: Iterable[Speech]) -> FaqIndex:
    """Return the index of these questions in these languages."""
    spoken = tuple(speeches)
    alike = [group for speech in spoken for group in speech.alike]
    pieces = {faq.id: _pieces_of((*faq.words, *faq.label.wordings), alike) for faq in faqs}
    words: defaultdict[str, list[str]] = defaultdict(list)
    for word in chain.from_iterable(speech.words for speech in spoken):
        for sense in word.senses:
            if sense.kind == "detail":
                words[sense.value].append(word.text)
    return FaqIndex(pieces, {detail: _finder(wordings) for detail, wordings in words.items()})


def _pieces_of(wordings: Iterable[str], alike: Sequence[tuple[str, ...]]) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """What finds the pieces of each wording, words of like meaning (``alike``) included.

    A wording of one word counts only where there are words like it: as it stands, the lexicon knows it.
    """
    found = []
    for wording in wordings:
        words = [word for word in SPLIT.split(normalise(wording)) if word]
        choices = [(word, *chain.from_iterable(group for group in alike if word in group)) for word in words]
        if len(words) > 1 or any(len(choice) > 1 for choice in choices):
            found.append(tuple(_finder(choice) for choice in choices))
    return tuple(found)


def _finder(words: Iterable[str]) -> re.Pattern[str]:
    """What matches one of the words where a word begins; a Latin one in full."""
    longest_first = sorted(set(words), key=len, reverse=True)
    ends = (re.escape(w) + ("" if has_hangul(w) else r"(?![a-z0-9])") for w in longest_first)
    return re.compile(rf"(?<![가-힣a-z0-9])(?:{'|'.join(ends)})")
