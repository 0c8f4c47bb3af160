"""Words that say which talk is meant: what stands before "talk" in Korean, after "the talk on" in English."""

from dataclasses import replace
from itertools import pairwise

from bot.core.hosting import listed
from bot.core.knowledge import Knowledge
from bot.core.language import Part
from bot.core.parsing import Token
from bot.core.reading import Frame

_TOPICAL = ("topic_word", "talk")
_ROWS = ("session", "kind")  # 원도심 주제 발표 is one talk, not the row of them
_NAMING = frozenset({"topic_word", "summary_word", "title_word", "talk"})


def subjects_of_talks(frame: Frame) -> frozenset[Token]:
    """Return the words by which a talk is named beside the word for a talk: the 환불 of 환불 발표."""
    if not frame.has(*_TOPICAL) or not frame.has("talks"):
        return frozenset()
    topical, talks = frame.tokens_of(*_TOPICAL), frame.tokens_of("talks")
    if frame.language == "en":
        carriers = _carriers(frame)
        return frozenset(second for first, second in pairwise(carriers) if first in talks and second in topical)
    joined = pairwise(frame.parse.tokens)
    return frozenset(first for first, second in joined if first in topical and second in talks)


def with_subjects(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame in which what names a talk asks nothing: 창구 발표 asks for no contact."""
    links = _links(frame, knowledge)
    kept = [pair for pair in frame.senses if pair[1] not in links]
    made = replace(frame, senses=tuple(kept)) if links else frame
    subjects = subjects_of_talks(made)
    if not subjects:
        return made
    named = {second for first, second in pairwise(made.parse.tokens) if first in subjects}
    kept = [
        (sense, token)
        for sense, token in made.senses
        if (token not in subjects or sense.kind in _NAMING) and (token not in named or sense.kind not in _ROWS)
    ]
    return replace(made, senses=tuple(kept))


def _links(frame: Frame, knowledge: Knowledge) -> frozenset[Token]:
    """The words that only join a subject to its talk: the 대한 of 원도심에 대한 발표."""
    if not frame.has(*_TOPICAL) or not (words := listed(frame, "subject_links", knowledge)):
        return frozenset()
    topical, talks, carriers = frame.tokens_of(*_TOPICAL), frame.tokens_of("talks", "role"), _carriers(frame)
    triples = zip(carriers, carriers[1:], carriers[2:], strict=False)
    return frozenset(b for a, b, c in triples if a in topical and b in words and c in talks)


def _carriers(frame: Frame) -> list[Token]:
    """The words that are more than glue."""
    return [token for token in frame.parse.tokens if token.part not in (Part.FILLER, Part.PARTICLE)]
