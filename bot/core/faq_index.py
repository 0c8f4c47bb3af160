"""What finds a question of the knowledge's own in what was typed, and the details of topics in its answer."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.core.faq_topics import find_topics
from bot.core.language import Sense, Speech
from bot.core.model import Faq
from bot.core.passages import endings_of, words_of
from bot.core.stems import stems_of
from bot.core.text import has_hangul, normalise
from bot.core.topic_words import SPLIT

Pieces = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class FaqIndex:
    """What finds a question and what its answer holds.

    For each question's id the pieces of its wordings, in any order, all that it says of itself (normalised), the bare
    forms of its answer's words, and its topics; for each detail (``meals/menu``) its words. ``endings`` are the jamo of
    Korean ones, ``topics`` all on which an answer is held.
    """

    pieces_by_faq: Mapping[str, tuple[Pieces, ...]]
    text_by_faq: Mapping[str, str]
    stems_by_faq: Mapping[str, frozenset[str]]
    topics_by_faq: Mapping[str, frozenset[str]]
    finder_by_detail: Mapping[str, re.Pattern[str]]
    endings: frozenset[str]
    topics: frozenset[str]


def make_faq_index(
    faqs: Sequence[Faq], speeches: Iterable[Speech], senses_of: Callable[[str], frozenset[Sense]]
) -> FaqIndex:
    """Return the index of these questions in these languages; ``senses_of`` tells what these take a wording for."""
    spoken = tuple(speeches)
    alike = [group for speech in spoken for group in speech.alike]
    endings = endings_of(spoken)
    pieces = {faq.id: _pieces_of((*faq.words, *faq.label.wordings), alike) for faq in faqs}
    words: defaultdict[str, list[str]] = defaultdict(list)
    for word in chain.from_iterable(speech.words for speech in spoken):
        for sense in word.senses:
            if sense.kind == "detail":
                words[sense.value].append(word.text)
    stems = {faq.id: frozenset(_stems_in(faq, endings)) for faq in faqs}
    topics = {faq.id: find_topics(faq, senses_of) for faq in faqs}
    return FaqIndex(
        pieces_by_faq=pieces,
        text_by_faq={faq.id: _text_of(faq) for faq in faqs},
        stems_by_faq=stems,
        topics_by_faq=topics,
        finder_by_detail={detail: _finder(wordings) for detail, wordings in words.items()},
        endings=endings,
        topics=frozenset().union(*topics.values()),
    )


def _text_of(faq: Faq) -> str:
    return normalise(" \n ".join((*faq.answer.wordings, *faq.label.wordings, *faq.words)))


def _stems_in(faq: Faq, endings: frozenset[str]) -> Iterator[str]:
    """The bare forms of the words of an answer."""
    for word in words_of(normalise(" ".join(faq.answer.wordings))):
        yield from stems_of(word, endings)


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
