"""Bodies that are no body of the knowledge, though a known word begins their name: a university or a city hall.

What a body is tells its last word, so that the place or the short name before it settles nothing: a university of the
region in which a known institute lies is not that institute.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from bot.core.knowledge import Knowledge
from bot.core.language import Part, Sense, Word
from bot.core.model import Organisation
from bot.core.parsing import Token
from bot.core.reading import NAMED_ONE, Frame
from bot.core.text import normalise

STRANGE_BODY = "strange_body"
_SHORTEST = 2  # letters of what comes before, and of a kind that stands apart
_KNOWN = ("org", "place")
_OF_TEXTS = frozenset({"topic_word", "summary_word", "said_word", "reason_word", "theme_word", "title_word", "other"})
_GRAMMAR = (Part.PARTICLE, Part.COPULA, Part.ENDING)
_TITLES = frozenset({"title", "honorific", "courtesy"})


def with_other_bodies(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame in which a body of another kind than the known one its name begins with is one strange word.

    Its sense is ``strange_body``, and it stays unexplained, unless it stands right beside the one person named: of
    them, what is true is told.
    """
    for first, end in reversed(list(_Finder(frame, knowledge).spans())):
        frame = _as_one(frame, first, end, knowledge)
    return frame


def is_told_strangely(token: Token) -> bool:
    """Return whether a word names a body that is none of the knowledge's."""
    return _has(token, STRANGE_BODY)


def bodies_claimed(frame: Frame) -> tuple[str, ...]:
    """Return such bodies as they were typed, each with the title right after it: "한빛대 교수"."""
    words = [token for token in frame.parse.tokens if token.typed]
    after = dict(pairwise(words))
    following = {token.start: after.get(token) for token in words}
    found = []
    for sense, token in frame.senses:
        if sense.kind == STRANGE_BODY:
            title = following.get(token.start)
            is_title = title is not None and _has(title, *_TITLES) and not _has(title, *NAMED_ONE)
            found.append(f"{token.typed} {title.typed}" if title and is_title else token.typed)
    return tuple(found)


@dataclass(frozen=True)
class _Finder:
    """Where a question names such bodies."""

    frame: Frame
    knowledge: Knowledge

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return self.frame.parse.tokens

    @cached_property
    def kinds(self) -> dict[str, tuple[str, ...]]:
        """The words that end the name of a body, each with all that name the same kind."""
        groups = [tuple(line.split(",")) for line in self.knowledge.speeches[self.frame.language].lists["body_kinds"]]
        return {word: group for group in groups for word in group}

    def spans(self) -> Iterator[tuple[int, int]]:
        """Yield the first token of each, and the first after it."""
        starts = [at for at, token in enumerate(self.tokens) if at == 0 or token.spaced]
        for first, last in pairwise((*starts, len(self.tokens))):
            ends = range(last, first, -1) if self.frame.language == "ko" else ()
            found = next((end for end in ends if self._is_body(first, end, last)), None)
            if found or self._stands_apart(first, last):
                yield first, found or last + 1

    def _is_body(self, first: int, end: int, last: int) -> bool:
        """Whether a word, up to a place in it, is a body of another kind than the one it begins with."""
        part = self.tokens[first:end]
        text = "".join((token.mistyped or token.typed).partition(" ")[0] for token in part)
        ending = max((kind for kind in self.kinds if text.endswith(kind)), key=len, default="")
        size = len(text) - len(ending)
        if not ending or size < _SHORTEST or any(token.part is Part.UNKNOWN for token in self.tokens[end:last]):
            return False
        stem = [token for at, token in enumerate(part) if sum(len(other.typed) for other in part[:at]) < size]
        bodies = [body for token in stem for body in _bodies(token, self.knowledge)]
        if bodies and not self._is_medium(first, end):
            is_known = len(part) == 1 and not part[0].slips
            return not is_known and not any(_is_of_kind(body, self.kinds[ending]) for body in bodies)
        is_strange = bool(bodies) or all(map(_may_be_place, stem)) or any(token.part is Part.UNKNOWN for token in stem)
        return is_strange and _is_beside(self.tokens, first, end, _GRAMMAR)

    def _is_medium(self, first: int, end: int) -> bool:
        """Whether it is a paper or a station of the region, nobody named beside it: somebody who asks for theirs."""
        is_theirs = _is_beside(self.tokens, first, end, _GRAMMAR)
        return not is_theirs and any(_has(token, "medium") for token in self.tokens[first:end])

    def _stands_apart(self, first: int, last: int) -> bool:
        """Whether the word after one for a body says that it is of another kind: "Harbour University", 한빛 대학교."""
        kind = self.tokens[last].typed if last < len(self.tokens) else ""
        bodies = list(_bodies(self.tokens[first], self.knowledge)) if last == first + 1 else []
        if not bodies or kind not in self.kinds or len(kind) < _SHORTEST:
            return False
        if self._is_medium(first, last + 1):
            return False
        is_place = self.frame.language == "en" or _has(self.tokens[first], "place")
        return is_place and not any(_is_of_kind(body, self.kinds[kind]) for body in bodies)


def _bodies(token: Token, knowledge: Knowledge) -> Iterator[Organisation]:
    for sense in token.word.senses if token.word else ():
        if sense.kind in _KNOWN and sense.value in knowledge.organisation_by_id:
            yield knowledge.organisation_by_id[sense.value]


def _is_of_kind(body: Organisation, kind: tuple[str, ...]) -> bool:
    """Whether a body is of a kind, by any of its names that is not known to be wrong."""
    names = (*body.name.wordings, *body.spellings)
    return any(normalise(name).partition("(")[0].strip().endswith(kind) for name in names)


def _may_be_place(token: Token) -> bool:
    """Whether a word may begin the name of a body: nothing explains it, or it merely occurs in a text."""
    kinds = {sense.kind for sense in token.word.senses} if token.word else set()
    return token.part is Part.UNKNOWN or (bool(kinds) and kinds <= _OF_TEXTS)


def _is_beside(tokens: Sequence[Token], first: int, end: int, between: Sequence[Part]) -> bool:
    """Whether the tokens stand beside a person who is named, or beside the title after that name."""
    before = [token for token in tokens[:first] if token.part not in between]
    after = tokens[end:]
    while before and _has(before[-1], *_TITLES) and not _has(before[-1], *NAMED_ONE):
        before = before[:-1]
    return bool((before and _has(before[-1], *NAMED_ONE)) or (after and _has(after[0], *NAMED_ONE)))


def _has(token: Token, *kinds: str) -> bool:
    return token.word is not None and any(sense.kind in kinds for sense in token.word.senses)


def _as_one(frame: Frame, first: int, end: int, knowledge: Knowledge) -> Frame:
    """The frame with these tokens as one strange word; explained where it stands right beside the one person named."""
    tokens = frame.parse.tokens
    gone = tokens[first:end]
    typed = frame.parse.line.typed(gone[0].start, gone[-1].end)
    sense = Sense(STRANGE_BODY, typed)
    word = Word(typed, typed, Part.NOUN, frozenset([sense]))
    token = Token(gone[0].start, gone[-1].end, typed, Part.NOUN, word, spaced=gone[0].spaced)
    kept = tuple(pair for pair in frame.senses if pair[1] not in gone)
    parse = replace(frame.parse, tokens=(*tokens[:first], token, *tokens[end:]))
    made = replace(frame, parse=parse, senses=(*kept, (sense, token)))
    people = [knowledge.person_by_id[id_] for id_ in frame.values("person")]
    between = (Part.FILLER,) if frame.language == "en" else ()  # Kim of Harbour University
    is_theirs = len(people) == 1 and people[0].organisation is not None and _is_beside(tokens, first, end, between)
    return made.explaining([token]) if is_theirs else made
