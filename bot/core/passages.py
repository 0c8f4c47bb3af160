"""What the knowledge holds in prose, by the words it is told in: talks, rows, quotations and the reasons given."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import pairwise

from bot.core.language import Part, Sense, Speech
from bot.core.model import Facts, Text
from bot.core.patterns import find_all
from bot.core.stems import stems_of, syllables_of
from bot.core.text import has_hangul, is_syllable, normalise, to_jamo

_WORD = r"[0-9a-z가-힣%][0-9a-z가-힣%']*(?:[.,][0-9]+[가-힣%]*)*"
_ENDING_PARTS = (Part.PARTICLE, Part.COPULA, Part.ENDING)
_SHORTEST_PART = 2  # syllables of a word within a longer one
_PART_SHARE, _SYLLABLE_SHARE = 0.7, 0.5  # of a word that is only a part of the one typed, or one syllable
_FEW, _SOME, _MOST = 2, 4, 50  # passages that hold a word; of more it tells none
_WEIGHT_OF_FEW, _WEIGHT_OF_SOME, _WEIGHT_OF_MANY = 1.0, 0.7, 0.4


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that can be told whole: what it belongs to, and all its wordings in one."""

    target: Sense
    prose: str
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Passages:
    """The passages of one seminar, looked up by the stems of a word."""

    passages: tuple[Passage, ...]
    endings: frozenset[str]
    _by_stem: Mapping[str, frozenset[int]] = field(repr=False)

    def holding(self, word: str) -> Mapping[Passage, float]:
        """Return the passages that hold a normalised word, with how much it tells: a word of few tells most."""
        stems = stems_of(word, self.endings) or {to_jamo(word)}
        long = frozenset(stem for stem in stems if syllables_of(stem) >= _SHORTEST_PART or not has_hangul(word))
        found, share = (
            self._at(frozenset(stem for stem in long if not _cuts_syllable(stem, word))) or self._at(long),
            1.0,
        )
        if not found and len(word) > _SHORTEST_PART and has_hangul(word):
            found, share = self._at(frozenset(_shortened(stem) for stem in long)), _PART_SHARE
        if not found:
            found, share = self._at(stems), _SYLLABLE_SHARE
        if not 0 < len(found) <= _MOST:
            return {}
        size = len({self.passages[at].target for at in found})
        weight = _WEIGHT_OF_FEW if size <= _FEW else _WEIGHT_OF_SOME if size <= _SOME else _WEIGHT_OF_MANY
        return {self.passages[at]: weight * share for at in found}

    def _at(self, stems: Iterable[str]) -> frozenset[int]:
        """The passages that hold any of some stems."""
        return frozenset().union(*(self._by_stem.get(stem, frozenset()) for stem in stems))


def words_of(text: str) -> list[str]:
    """Return the words of a normalised text."""
    return [found[0] for found in find_all(text, _WORD)]


def endings_of(speeches: Iterable[Speech]) -> frozenset[str]:
    """Return the jamo of all particles and endings of these languages."""
    return frozenset(word.form for speech in speeches for word in speech.words if word.part in _ENDING_PARTS)


def make_passages(facts: Facts, speeches: Iterable[Speech]) -> Passages:
    """Build the passages of a seminar, of what its talks, rows, quotations and reasons say."""
    endings = endings_of(speeches)
    passages = tuple(_passages_of(facts))
    by_stem: defaultdict[str, set[int]] = defaultdict(set)
    stems_by_word: dict[str, tuple[str, ...]] = {}
    for at, passage in enumerate(passages):
        for text in (passage.prose, *passage.heads):
            for stem in _stems_in(words_of(normalise(text)), endings, stems_by_word):
                by_stem[stem].add(at)
    return Passages(passages, endings, {stem: frozenset(found) for stem, found in by_stem.items()})


def _passages_of(facts: Facts) -> Iterator[Passage]:
    for talk in facts.talks:
        if talk.summary:
            yield Passage(Sense("talk", talk.id), _prose(talk.summary), (*talk.title.wordings, *talk.keywords))
    for row in facts.sessions:
        if row.summary:
            yield Passage(Sense("session", row.id), _prose(row.summary), row.title.wordings)
    with_talks = {talk.session for talk in facts.talks}
    for row in facts.sessions:
        if not row.summary and row.id in with_talks:
            yield Passage(Sense("session", row.id), "", row.title.wordings)
    for quotation in facts.quotations:
        yield Passage(Sense("said_word", quotation.id), _prose(quotation.text))
    if facts.seminar.background:
        theme = facts.seminar.theme.wordings if facts.seminar.theme else ()
        yield Passage(Sense("seminar", ""), _prose(facts.seminar.background), theme)


def _cuts_syllable(stem: str, word: str) -> bool:
    """Whether a stem is what a syllable of the word begins with: 고미 of 고민."""
    form = to_jamo(word)
    return form.startswith(stem) and "\u11a8" <= form[len(stem) : len(stem) + 1] <= "\u11c2"


def _shortened(stem: str) -> str:
    """A Korean stem of three syllables or more without its last: 어지럼증, 어지럼."""
    starts = [at for at, char in enumerate(stem) if "\u1100" <= char <= "\u1112"]
    return stem[: starts[-1]] if len(starts) > _SHORTEST_PART else ""


def _prose(text: Text) -> str:
    return "\n".join(text.wordings)


def _stems_in(words: list[str], endings: Set[str], known: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The stems of words, and of two Korean ones as one where people may write them so: 안전 설비 and 안전설비."""
    for word in words:
        if word not in known:
            known[word] = tuple(_index_stems(word, endings))
        yield from known[word]
    for one, two in pairwise(words):
        if is_syllable(one[-1]) and is_syllable(two[0]):
            before = to_jamo(one)
            yield from (before + stem for stem in known[two])


def _index_stems(word: str, endings: Set[str]) -> Iterator[str]:
    """The stems of a word of a passage, the first part of a long Korean one included: 배달 of 배달기사."""
    stems = stems_of(word, endings)
    yield from stems or (to_jamo(word),)
    if not has_hangul(word):
        return
    shortest = min(stems, key=len, default="")
    for size in range(_SHORTEST_PART, syllables_of(shortest) - _SHORTEST_PART + 1):
        yield to_jamo(word[:size])
