"""From words to a frame: what a question names, what it asks, of which moment it speaks, and what stays unexplained."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, lru_cache

from bot.core.clauses import Clause, find_clauses, in_background, without_told
from bot.core.doubts import patched
from bot.core.knowledge import Knowledge
from bot.core.language import Part, Sense, Word
from bot.core.meanings import settle_meanings
from bot.core.model import Language
from bot.core.moments import find_moments
from bot.core.parsing import Parse, Token
from bot.core.repair import understand
from bot.core.text import has_hangul, normalise, to_jamo

SUBJECTS = frozenset({
    "person", "family", "family_latin", "title", "department", "org", "place", "role", "named_role", "session", "kind",
    "talk", "topic_word", "release", "contact", "medium", "venue", "faq", "unannounced", "topic", "seminar", "talks",
    "note", "room", "former_place",
})  # fmt: skip
NAMED_ONE = ("person", "family", "family_latin")  # how one person is named
_VERBAL = re.compile(
    r"(?:[요까죠]|는데|은데|려면|면서|어서|아서|해서|니까|니다|려고|하는|되는|줘|봐|됨|함|임|냐|했|됐|어야|아야)$"
)
_DOING = "하해한할함합했되된될됨됩돼"  # 하다 and 되다 make verbs of nouns
_LONGEST_ENDING = 3  # syllables
_VERB_ENDINGS = "요까냐네죠면서려줘봐니"  # single syllables that hardly ever end a noun
_PAST = "\u11bb"  # ㅆ, the final of every past stem


@dataclass(frozen=True)
class Frame:
    """One question as understood. ``parse`` and ``is_layout_repaired`` are kept so that it can be explained.

    ``question`` is what was typed, normalised, with none of its words repaired.
    """

    parse: Parse
    language: Language
    senses: tuple[tuple[Sense, Token], ...]
    is_layout_repaired: bool = False
    inherited: frozenset[Sense] = frozenset()
    clauses: tuple[Clause, ...] = ()
    question: str = ""

    @cached_property
    def _values(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for sense, _ in self.senses:
            found.setdefault(sense.kind, {})[sense.value] = None
        return {kind: tuple(values) for kind, values in found.items()}

    def values(self, *kinds: str) -> tuple[str, ...]:
        """The distinct values of the senses of these kinds, in the order of the question."""
        if len(kinds) == 1:
            return self._values.get(kinds[0], ())
        if self._values.keys().isdisjoint(kinds):
            return ()
        return tuple(dict.fromkeys(sense.value for sense, _ in self.senses if sense.kind in kinds))

    def values_of(self, kinds: frozenset[str]) -> frozenset[str]:
        """Which of these kinds of senses were found."""
        return kinds & self._values.keys()

    def has(self, *kinds: str) -> bool:
        """Whether any sense of these kinds was found."""
        return not self._values.keys().isdisjoint(kinds)

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
        return not SUBJECTS.isdisjoint(self._values)

    @cached_property
    def unexplained(self) -> tuple[Token, ...]:
        """The words that weigh, unknown or about something else: not those of an opening sentence that asks nothing."""
        return tuple(
            token
            for token in self.parse.tokens
            if (token.word is None or token.word.is_other or token in self._bare_numbers or token in self.patched)
            and not self._is_ending(token)
            and not in_background(token, self.clauses)
        )

    @cached_property
    def patched(self) -> frozenset[Token]:
        """The first pieces of the words that were only put together from pieces."""
        return frozenset(patched(self.parse))

    @cached_property
    def _bare_numbers(self) -> frozenset[Token]:
        """Numbers that count nothing and order nothing here."""
        return frozenset(token for sense, token in self.senses if sense.kind == "number")

    def _is_ending(self, token: Token) -> bool:
        """Whether an unknown bit sticks to a known stem: an ending of some dialect."""
        stems = (Part.STEM, Part.FILLER_STEM)
        before = next((other for other in self.parse.tokens if other.end == token.start), None)
        return (
            before is not None
            and before.part in stems
            and len(before.typed) > 1
            and not token.spaced
            and len(token.typed) <= _LONGEST_ENDING
        )

    @cached_property
    def content_size(self) -> int:
        """How many words carry meaning."""
        return sum(1 for t in self.parse.tokens if t.part in (Part.NOUN, Part.STEM, Part.UNKNOWN))

    def with_senses(self, senses: Iterable[Sense]) -> "Frame":
        """Return the frame with further senses, inherited from the conversation."""
        token = Token(0, 0, "", Part.NOUN, None)
        added = tuple((sense, token) for sense in senses)
        return replace(self, senses=self.senses + added, inherited=self.inherited | {s for s, _ in added})

    def explaining(self, known: Iterable[Token]) -> "Frame":
        """Return the frame in which these words are no longer unknown or about something else."""
        fillers = {t: replace(t, part=Part.FILLER, word=Word(t.typed, t.typed, Part.FILLER)) for t in known}
        tokens = tuple(fillers.get(token, token) for token in self.parse.tokens)
        return replace(self, parse=replace(self.parse, tokens=tokens))

    def tokens_of(self, *kinds: str) -> frozenset[Token]:
        """The words that have a sense of one of these kinds."""
        return frozenset(token for sense, token in self.senses if sense.kind in kinds)

    def tokens_meaning(self, sense: Sense) -> frozenset[Token]:
        """The words that have this very sense."""
        return frozenset(token for meant, token in self.senses if meant == sense)

    def without_senses(self, *senses: Sense) -> "Frame":
        """Return the frame without these very senses."""
        return replace(self, senses=tuple(pair for pair in self.senses if pair[0] not in senses))

    def with_swapped(self, old: Sense, new: Sense) -> "Frame":
        """Return the frame with one sense in the place of another."""
        return replace(self, senses=tuple((new if sense == old else sense, token) for sense, token in self.senses))

    def without_ask(self, ask: str) -> "Frame":
        """Return the frame that does not ask this."""
        return self.without_senses(Sense("ask", ask))

    def without(self, *kinds: str) -> "Frame":
        """Return the frame without the senses of these kinds."""
        return replace(self, senses=tuple(pair for pair in self.senses if pair[0].kind not in kinds))


def is_within_known(token: Token, parse: Parse) -> bool:
    """Whether the word between spaces that holds an unknown bit is otherwise known: 발표회 beside 발표."""
    carriers = (Part.NOUN, Part.STEM)
    return any(other.part in carriers and len(other.typed) > 1 for other in word_around(token, parse))


def is_before_title(token: Token, parse: Parse) -> bool:
    """Whether an unknown word stands before a title: somebody whom the knowledge does not name."""
    around = word_around(token, parse)
    end = around[-1].end
    following = next((other for other in parse.tokens if other.start == end), None)
    candidates = [other for other in (*around, following) if other is not None and other.start >= token.end]
    return any(other.word and any(s.kind == "honorific" for s in other.word.senses) for other in candidates)


def word_around(token: Token, parse: Parse) -> tuple[Token, ...]:
    """The tokens between the spaces around a token."""
    at = parse.tokens.index(token)
    first = next((n for n in range(at, -1, -1) if parse.tokens[n].spaced), 0)
    last = next((n for n in range(at + 1, len(parse.tokens)) if parse.tokens[n].spaced), len(parse.tokens))
    return parse.tokens[first:last]


def is_verbal(token: Token, parse: Parse) -> bool:
    """Whether an unknown Korean word looks like a verb, by its ending; verbs weigh less than nouns."""
    if token.word or not has_hangul(token.typed):
        return False
    if _VERBAL.search(token.typed) or to_jamo(token.typed).endswith(_PAST):
        return True
    after = [other for other in word_around(token, parse) if other.start >= token.end]
    return any(_is_verb_ending(other) for other in after)


def _is_verb_ending(token: Token) -> bool:
    if token.part is Part.ENDING:
        return len(token.typed) > 1 or token.typed in _VERB_ENDINGS
    return token.part is Part.COPULA and token.typed[0] in _DOING


@lru_cache(4096)
def _in_order(senses: frozenset[Sense]) -> tuple[Sense, ...]:
    return tuple(sorted(senses))


def read(question: str, knowledge: Knowledge, now: datetime) -> Frame:
    """Return the frame of ``question`` asked at ``now`` (a time of the seminar's zone)."""
    seminar = knowledge.facts.seminar
    understood = understand(question, knowledge.lexicon, lambda line: find_moments(line, now, seminar), knowledge.hanja)
    senses = tuple(
        (sense, token) for token in understood.parse.tokens if token.word for sense in _in_order(token.word.senses)
    )
    language = _language_of(understood.parse)
    meant = settle_meanings(senses, knowledge.sessions_by_kind.keys())
    clauses = find_clauses(understood.parse.line, meant, knowledge.leads)
    asked = without_told(meant, clauses)
    return Frame(
        understood.parse, language, asked, understood.is_layout_repaired, clauses=clauses, question=normalise(question)
    )


def _language_of(parse: Parse) -> Language:
    return "ko" if has_hangul(parse.line.text) or not any(c.isalpha() for c in parse.line.text) else "en"
