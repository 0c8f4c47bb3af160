"""The words of a question that may be told in a passage of the knowledge: not its names, not its words of asking."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.core.amounts import Amount
from bot.core.clauses import in_background
from bot.core.knowledge import Knowledge
from bot.core.language import Part, Sense
from bot.core.line import Line
from bot.core.parsing import Token
from bot.core.passages import Passage
from bot.core.reading import Frame, is_verbal
from bot.core.text import is_syllable, normalise

NAMING = frozenset({
    "person", "given", "family", "family_latin", "org", "place", "title", "department", "honorific", "courtesy", "role",
    "named_role", "talks", "seminar", "reference", "ordinal", "row", "release", "joint", "until", "smalltalk",
    "organisation_noun", "room", "venue", "withheld_title", "medium",
})  # fmt: skip
ROWS = frozenset({"session", "kind"})
AMOUNT_ASKS = frozenset({
    "count", "order", "duration", "minutes_or_people", "remaining", "where", "start", "end", "when",
})  # fmt: skip
_TOLD_ASKS = AMOUNT_ASKS - {"count", "order"} | {
    "embargo",
    "permission",
    "attend",
}  # verbs of these are also told of: 막차를 늦추자
_TOLD_MOMENTS = ("return", "over")
_CONTENT = frozenset({"topic_word", "summary_word", "said_word", "reason_word", "theme_word", "faq", "unannounced"})
_SKIPPED_PARTS = (Part.FILLER, Part.PARTICLE, Part.COPULA, Part.ENDING)
_CARRIERS = (Part.NOUN, Part.STEM, Part.UNKNOWN)
_GRAMMAR = frozenset({"ask", "joint", "locative", "until", "than"})  # 길이하고: still only asks
_SHORTEST_LATIN = 3
_TWO = 2
_ROW_SHARE, GLUE_SHARE = 0.4, 0.5  # a row's name, and a verb that says little, tell less
_TOPICAL = 1.2  # a word of a talk's title or keywords tells more
_TOPIC, _DIGITS = 1.5, 1.5  # what a topic or a number weighs that a passage does not hold


@dataclass(frozen=True, slots=True)
class ToldWord:
    """A word of the question with the passages that hold it; ``weight`` is what it counts where none does."""

    text: str
    tokens: tuple[Token, ...]
    weight: float
    held: Mapping[Passage, float]


def told_words(frame: Frame, knowledge: Knowledge, amount: Amount | None) -> tuple[ToldWord, ...]:
    """Return the words between the question's spaces, and two that stand apart as one where a passage has them so."""
    found = [_word(text, tokens, frame, knowledge) for text, tokens in _spaced(frame)]
    found = [replace(word, weight=0.0) if asks_amount(word, frame, amount) else word for word in found]
    joined = [_joined(one, two, knowledge) for one, two in pairwise(found)]
    return (*found, *filter(None, joined))


def asks_amount(word: ToldWord, frame: Frame, amount: Amount | None) -> bool:
    """Return whether a word is a part of what asks for an amount: 몇, 도나."""
    if amount is None or word.held:
        return False
    source = frame.parse.line.source
    return any(source[token.start] < amount.end and source[token.end - 1] >= amount.start for token in word.tokens)


def _spaced(frame: Frame) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """The stretches between spaces, each with the tokens that reach into it."""
    line, tokens = frame.parse.line, frame.parse.tokens
    breaks = (at for at in line.breaks if not _is_hyphen(line, at))
    for start, end in pairwise(sorted({0, *breaks, len(line.jamo)})):
        inside = tuple(token for token in tokens if token.start < end and token.end > start)
        if end > start and inside:
            yield normalise(line.typed(start, end)), inside


def _is_hyphen(line: Line, at: int) -> bool:
    """Whether a place is within a Latin word with a hyphen: high-density."""
    before = line.text[: line.source[at]] if 0 < at < len(line.source) else ""
    return before.endswith("-") and before[-2:-1].isascii() and before[-2:-1].isalpha()


def _joined(one: ToldWord, two: ToldWord, knowledge: Knowledge) -> ToldWord | None:
    """Two words that no passage holds as the one that was typed apart."""
    is_korean = is_syllable(one.text[-1]) and is_syllable(two.text[0])
    if not is_korean or one.held or two.held or not (one.weight and two.weight):
        return None
    held = knowledge.passages.holding(one.text + two.text)
    return ToldWord(one.text + two.text, one.tokens + two.tokens, 0.0, held) if held else None


def _word(text: str, tokens: tuple[Token, ...], frame: Frame, knowledge: Knowledge) -> ToldWord:
    meant = [sense for sense, token in frame.senses if token in tokens]
    kinds = {sense.kind for sense in meant}
    held = _holding(text, knowledge) if _may_be_told(tokens, meant) else {}
    is_glue = not any(token.part in _CARRIERS for token in tokens)
    share = _ROW_SHARE if ROWS & kinds else GLUE_SHARE if is_glue else 1.0
    topical = {sense.value for sense in meant if sense.kind == "topic_word"}
    shares = {p: share * (_TOPICAL if p.target.kind == "talk" and p.target.value in topical else 1.0) for p in held}
    weight_of_all = 0.0 if all(in_background(t, frame.clauses) for t in tokens) else _weight(tokens, kinds, frame)
    return ToldWord(text, tokens, weight_of_all, {p: weight * shares[p] for p, weight in held.items()})


def _holding(text: str, knowledge: Knowledge) -> Mapping[Passage, float]:
    """The passages that hold a word, or all the parts of one with a hyphen: high-density."""
    found = knowledge.passages.holding(text)
    parts = [part for part in text.split("-") if len(part) >= _SHORTEST_LATIN]
    if found or len(parts) < _TWO or not text.isascii():
        return found
    held = [knowledge.passages.holding(part) for part in parts]
    return next((one for one in reversed(held) if one), {})


def _may_be_told(tokens: tuple[Token, ...], meant: list[Sense]) -> bool:
    """Whether a word may belong to what is told: no name, no word of asking or glue that says nothing."""
    carriers = [token for token in tokens if token.part not in _SKIPPED_PARTS]
    if all(token.typed.isascii() and len(token.typed) < _SHORTEST_LATIN for token in carriers):
        return False
    if any(sense.kind == "interrogative" for sense in meant):
        return False
    asks = {sense.value for sense in meant if sense.kind == "ask"}
    others = {s.kind for s in meant if s.kind != "moment" or s.value in _TOLD_MOMENTS} - NAMING - _GRAMMAR
    if asks == {"duration"} and not others and all(token.part is Part.NOUN for token in carriers):
        return False  # 길이 is none of the ways told of
    return not meant or bool(others) or (bool(asks) and asks <= _TOLD_ASKS)


def _weight(tokens: tuple[Token, ...], kinds: set[str], frame: Frame) -> float:
    """What a word counts that the passage does not hold."""
    guessed = any(token.slips for token in tokens) and not kinds & {"person", "org"}
    if "topic" in kinds and not guessed:
        return _TOPIC
    if any(char.isdigit() for token in tokens for char in token.typed) and not kinds & {"ordinal", "quantity"}:
        return _DIGITS
    unknown = [t for t in tokens if t.part is Part.UNKNOWN or (t.word and t.word.is_other)]
    if not kinds & _CONTENT and unknown and all(is_verbal(token, frame.parse) for token in unknown):
        return 0.5
    if kinds & _CONTENT or any(len(token.typed) > 1 for token in unknown):
        return 1.0
    return 0.5 if unknown or guessed else 0.0
