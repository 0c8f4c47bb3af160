"""Recognising what a question speaks of by the words it is told in: "살리자는 얘기는 누가 해요" names a talk.

Where the words of a question are held by one passage of the knowledge, and clearly more of them than by any other, the
question is about that one. Its words then stand for the talk, row or quotation they come from, as its title would.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.core.amounts import Amount, asked_amount
from bot.core.details import NOT_HELD
from bot.core.knowledge import Knowledge
from bot.core.language import WEAK_SENSES, Part, Sense, Word
from bot.core.matching import ENOUGH, FINDING_ASKS, OPEN_ASKS, Match, holds_amount, is_clear, matches_of
from bot.core.naming_talks import subjects_of_talks
from bot.core.other_bodies import STRANGE_BODY
from bot.core.parsing import Token
from bot.core.patterns import find_first
from bot.core.reading import Frame
from bot.core.told import AMOUNT_ASKS, NAMING, ToldWord, asks_amount, told_words

_WHOLE = ("talk", "wrong", "release", "note", "contact")  # what is named outright needs no recognising
_COUNTED = ("talks", "kind", "session", "role", "seminar", "row")  # of these the programme tells how many and how long
_LITTLE = 0.4  # beside a word of a talk's title
_PLACES = {
    "ko": r"(?<![년월일] )(?:[가-힣]에서|[앞안옆위곳]에?|[가-힣]까지|근처에?)(?= |$)",
    "en": r"\b(?:in front of|in the|at the|near|in [A-Z])",
}  # what tells a place
_OF_A_TEXT = frozenset({Sense("ask", "content"), Sense("ask", "topic_of")})  # what a title alone does not answer
_ASKED_OF = ("person", "org", "medium", "faq", "faq_word", "topic")  # an amount of these is no amount of a text
_CARRYING = (Part.NOUN, Part.STEM, Part.UNKNOWN)
_PLACED = frozenset({*_COUNTED, "venue", "room"})


def recognise(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame with the words of a passage taken for what it belongs to, where they fit one clearly."""
    if not _tells(frame) or frame.has(*_WHOLE) or frame.inherited or _is_claim(frame):
        return frame
    if not knowledge.passages.passages:
        return frame
    is_counted = (frame.has(*_COUNTED) and frame.asks & AMOUNT_ASKS) or frame.asks_any("embargo", "remaining")
    amount = None if is_counted else asked_amount(frame.parse.line.text)
    if amount is None and _is_named(frame):
        return frame
    words = told_words(frame, knowledge, amount)
    matches = matches_of(frame, words, knowledge)
    fitting = [match for match in matches if holds_amount(match, words, frame, amount)]
    if fitting and is_clear(frame, fitting[0], fitting, amount):
        return _rewritten(frame, fitting[0], words, amount)
    is_of_text = not _asks_of_people(frame) and not frame.has(*_ASKED_OF)
    if amount is not None and matches and matches[0].held >= _least(frame) and is_of_text:
        return frame.without("ask").with_senses([NOT_HELD])
    return frame


def _asks_of_people(frame: Frame) -> bool:
    """Whether people or rows are counted, those of an organisation where nothing told of is named."""
    return frame.has(*_COUNTED, "person") or (frame.has("org") and not frame.has("topic_word"))


def _is_named(frame: Frame) -> bool:
    """Whether a talk is named by its subject, and every word is understood: "임금 보전 발표는 어느 방에서 하나요"."""
    return bool(subjects_of_talks(frame)) and not frame.unexplained


def _least(frame: Frame) -> float:
    """What a passage must hold of a question about an amount, so that it is about what that one tells."""
    return _LITTLE if frame.has("topic_word") and not frame.has("topic", "faq", "venue", "place") else 1.0


def _tells(frame: Frame) -> bool:
    """Whether a question holds words that a text may hold, too, beside words of asking."""
    return bool(frame.unexplained) or frame.has("topic_word", "topic", "other", *WEAK_SENSES)


def _is_claim(frame: Frame) -> bool:
    """Whether a number, a body or the theme is claimed, judged by what it is of: "발제 2번이 혁신도시 맞나요"."""
    return "certain" in frame.asks and (frame.has("ordinal", STRANGE_BODY) or "theme" in frame.asks)


def _rewritten(frame: Frame, best: Match, words: tuple[ToldWord, ...], amount: Amount | None) -> Frame:
    """The frame with the passage's target instead of the words that led to it."""
    told = (word for word in words if word in best.words or word.weight or asks_amount(word, frame, amount))
    gone = {token for word in told for token in word.tokens}
    if not frame.asks and amount is None:  # what is said of a talk is no question about it: 메가시티 성공할까요
        gone -= {*frame.unexplained}
    is_place = _is_told_place(frame, best)
    gone -= _asked_at_end(frame) if amount is None and not is_place else set()
    kept = tuple(
        (sense, token)
        for sense, token in frame.senses
        if (not best.tells(sense, token) or _is_interrogative(token))
        and (token not in gone or sense.kind in NAMING or _asks_who(sense) or _is_interrogative(token))
        and (best.passage.prose or sense not in _OF_A_TEXT)
        and (sense.kind != "ask" or not (amount is not None or (is_place and sense.value == "where")))
    )
    added = [*_target(frame, best), *_asked_of(kept, best, is_told=amount is not None or is_place)]
    return _with_one_for(frame, best.words[0].tokens[0], gone, kept, added)


def _asked_at_end(frame: Frame) -> set[Token]:
    """The noun that a question without a word that can only ask turns on: "start time" of "python talk start time".

    Korean puts it last, English first: "start time of the talk on python", "what room for …".
    """
    if any(_is_interrogative(token) for token in frame.parse.tokens):
        return set()
    carriers = [token for token in frame.parse.tokens if token.part in _CARRYING]
    outer = carriers[:1] if frame.language == "en" else carriers[-1:]
    asks = {token for sense, token in frame.senses if sense.kind == "ask" and sense.value in AMOUNT_ASKS}
    return {token for token in outer if token in asks and token.part is Part.NOUN}


def _with_one_for(
    frame: Frame, place: Token, gone: set[Token], kept: tuple[tuple[Sense, Token], ...], added: list[Sense]
) -> Frame:
    """The frame with one known word in the place of all that are gone."""
    known = replace(place, part=Part.NOUN, word=Word(place.typed, place.typed, Part.NOUN, frozenset(added)))
    tokens = tuple(known if t is place else t for t in frame.parse.tokens if t is place or t not in gone)
    senses = (*kept, *((sense, known) for sense in added))
    return replace(frame, senses=senses, parse=replace(frame.parse, tokens=tokens))


def _target(frame: Frame, best: Match) -> Iterator[Sense]:
    """What the passage belongs to, where no name in the question says so already."""
    if not (best.passage.target.kind == "talk" and frame.has("person")):
        yield best.passage.target


def _is_interrogative(token: Token) -> bool:
    """Whether a word can only ask, wherever its space was put: 발표언 제."""
    return token.word is not None and any(sense.kind == "interrogative" for sense in token.word.senses)


def _asks_who(sense: Sense) -> bool:
    return sense.kind == "ask" and sense.value in FINDING_ASKS


def _asked_of(kept: Iterable[tuple[Sense, Token]], best: Match, is_told: bool) -> Iterator[Sense]:
    """What is asked of the passage beside what the question says: its content, where that ``is_told`` of."""
    asks = {sense.value for sense, _ in kept if sense.kind == "ask"}
    if best.passage.target.kind == "said_word":
        yield Sense("ask", "quote")
    elif best.passage.target.kind == "seminar":
        yield Sense("ask", "background")
    elif best.passage.prose and (is_told or (asks and asks <= OPEN_ASKS)):
        yield Sense("ask", "content")


def _is_told_place(frame: Frame, best: Match) -> bool:
    """Whether a place that is asked for is one that is told, nothing of the programme named: 어디까지 늘었대요."""
    named = {sense.kind for sense, _ in frame.senses} & _PLACED
    is_free = frame.asks == {"where"} and not named and best.held >= ENOUGH
    return is_free and find_first(best.passage.prose, _PLACES[frame.language]) is not None
