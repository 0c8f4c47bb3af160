"""From words to a frame: what a question names, what it asks, of which moment it speaks, and what stays unexplained."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from bot.core.knowledge import Knowledge
from bot.core.language import WEAK_SENSES, Part, Sense
from bot.core.model import Language
from bot.core.moments import find_moments
from bot.core.parsing import Parse, Token
from bot.core.repair import understand
from bot.core.text import has_hangul, to_jamo

SUBJECTS = frozenset({
    "person", "family", "family_latin", "title", "department", "org", "place", "role", "named_role", "session", "kind",
    "talk", "topic_word", "release", "contact", "medium", "venue", "faq", "unannounced", "topic", "seminar", "talks",
    "note", "room",
})  # fmt: skip
_VERBAL = re.compile(
    r"(?:다|요|여|용|까|나|냐|니|지|죠|음|함|됨|임|노|고|군|네|데|는|면|서|야|어|아|자|라|줘|봐|려|게|던|든|쥬|슈|삼|셈|염|둬|줌|돼|해|워|와|러)$"
)
_DOING = "하해한할함합했되된될됨됩돼"  # 하다 and 되다 make verbs of nouns
_LONGEST_ENDING = 3  # syllables
_PAST = "\u11bb"  # ㅆ, the final of every past stem
_SENTENCE_END = re.compile(r"[.!?\n。]+\s*")


@dataclass(frozen=True)
class Frame:
    """One question as understood. ``parse`` and ``is_layout_repaired`` are kept so that it can be explained."""

    parse: Parse
    language: Language
    senses: tuple[tuple[Sense, Token], ...]
    is_layout_repaired: bool = False
    inherited: frozenset[Sense] = frozenset()

    def values(self, *kinds: str) -> tuple[str, ...]:
        """The distinct values of the senses of these kinds, in the order of the question."""
        return tuple(dict.fromkeys(sense.value for sense, _ in self.senses if sense.kind in kinds))

    def has(self, *kinds: str) -> bool:
        """Whether any sense of these kinds was found."""
        return any(sense.kind in kinds for sense, _ in self.senses)

    @cached_property
    def asks(self) -> frozenset[str]:
        """What is asked: the values of the ``ask`` senses."""
        return frozenset(self.values("ask"))

    @cached_property
    def moments(self) -> frozenset[str]:
        """The words about the clock: now, next, previous …"""
        return frozenset(self.values("moment"))

    def asks_any(self, *asks: str) -> bool:
        """Whether at least one of these is asked."""
        return not self.asks.isdisjoint(asks)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The dates the question speaks of."""
        return tuple(date.fromisoformat(value) for value in self.values("day"))

    @cached_property
    def has_subject(self) -> bool:
        """Whether the question itself names something."""
        return any(sense.kind in SUBJECTS for sense, _ in self.senses)

    @cached_property
    def unexplained(self) -> tuple[Token, ...]:
        """The unknown words that weigh: not those of an opening sentence that asks nothing."""
        bounds = self._sentences()
        heavy = []
        for token in self.parse.unknown:
            if self._is_ending(token):
                continue
            start, end = next((b for b in bounds if b[0] <= token.start < b[1]), (0, len(self.parse.line.jamo)))
            is_last = end >= len(self.parse.line.jamo)
            says_something = any(
                start <= t.start < end and sense.kind in SUBJECTS | {"ask", "moment", "time", "day"}
                for sense, t in self.senses
            )
            if is_last or says_something:
                heavy.append(token)
        return tuple(heavy)

    def _is_ending(self, token: Token) -> bool:
        """Whether an unknown bit sticks to a known stem: an ending of some dialect."""
        stems = (Part.STEM, Part.FILLER_STEM)
        before = next((other for other in self.parse.tokens if other.end == token.start), None)
        return before is not None and before.part in stems and not token.spaced and len(token.typed) <= _LONGEST_ENDING

    def _sentences(self) -> list[tuple[int, int]]:
        line = self.parse.line
        cuts = [0]
        for found in _SENTENCE_END.finditer(line.text):
            place = next((p for p, char in enumerate(line.source) if char >= found.end()), len(line.jamo))
            cuts.append(place)
        cuts.append(len(line.jamo))
        return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if a < b]

    @cached_property
    def content_size(self) -> int:
        """How many words carry meaning."""
        return sum(1 for t in self.parse.tokens if t.part in (Part.NOUN, Part.STEM, Part.UNKNOWN))

    def with_senses(self, senses: Iterable[Sense]) -> "Frame":
        """Return the frame with further senses, inherited from the conversation."""
        token = Token(0, 0, "", Part.NOUN, None)
        added = tuple((sense, token) for sense in senses)
        return replace(self, senses=self.senses + added, inherited=self.inherited | {s for s, _ in added})

    def without(self, *kinds: str) -> "Frame":
        """Return the frame without the senses of these kinds."""
        return replace(self, senses=tuple(pair for pair in self.senses if pair[0].kind not in kinds))


def is_verbal(token: Token, parse: Parse) -> bool:
    """Whether an unknown Korean word looks like a verb, by its ending; verbs weigh less than nouns."""
    if not has_hangul(token.typed):
        return False
    if _VERBAL.search(token.typed) or to_jamo(token.typed).endswith(_PAST):
        return True
    following = next((other for other in parse.tokens if other.start == token.end and not other.spaced), None)
    if following is None:
        return False
    return following.part is Part.ENDING or (following.part is Part.COPULA and following.typed[0] in _DOING)


def read(question: str, knowledge: Knowledge, now: datetime) -> Frame:
    """Return the frame of ``question`` asked at ``now`` (a time of the seminar's zone)."""
    seminar = knowledge.facts.seminar
    understood = understand(question, knowledge.lexicon, lambda line: find_moments(line, now, seminar))
    senses = tuple(
        (sense, token) for token in understood.parse.tokens if token.word for sense in sorted(token.word.senses)
    )
    language = _language_of(understood.parse)
    return Frame(understood.parse, language, _disambiguate(senses), understood.is_layout_repaired)


def _language_of(parse: Parse) -> Language:
    return "ko" if has_hangul(parse.line.text) or not any(c.isalpha() for c in parse.line.text) else "en"


def _disambiguate(senses: tuple[tuple[Sense, Token], ...]) -> tuple[tuple[Sense, Token], ...]:
    """Drop readings of a word that its neighbours rule out: a bare count that is no ordinal, a weak topic word."""
    kinds = {sense.kind for sense, _ in senses}
    talkish = bool(kinds & {"talks", "role", "kind", "row"})
    seminars = {token.start for sense, token in senses if sense.kind == "seminar"}
    result: list[tuple[Sense, Token]] = []
    for sense, token in senses:
        if sense.kind in ("number", "nth") and talkish:
            result.append((Sense("ordinal", sense.value), token))
        elif sense == Sense("moment", "next") and token.end in seminars:
            result.append((Sense("topic", "next_event"), token))
        elif sense.kind == "given":
            result.append((Sense("person", sense.value), token))
        elif sense == Sense("ask", "minutes_or_people"):
            result.append((Sense("ask", "count" if "role" in kinds else "duration"), token))
        elif sense.kind in WEAK_SENSES and _means_more(token):
            continue
        else:
            result.append((sense, token))
    return tuple(result)


def _means_more(token: Token) -> bool:
    assert token.word is not None
    return any(sense.kind not in (*WEAK_SENSES, "topic_word") for sense in token.word.senses)
