"""Rows that differ by a letter or a number: after "분과 A 좌장" a bare "B는요?" is 분과 B, as in "분과 A, B"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.core.knowledge import Knowledge
from bot.core.language import Part, Sense, Word, listed_in_all
from bot.core.model import Session
from bot.core.parsing import Token
from bot.core.reading import SUBJECTS, Frame
from bot.core.reply import Context
from bot.core.row_labels import Label, label_of

_SHORT = 4  # words that carry meaning
_LINKS = (Part.PARTICLE, Part.FILLER, Part.FILLER_STEM, Part.COPULA)


def with_siblings(frame: Frame, context: Context, knowledge: Knowledge) -> Frame:
    """Return the frame with bare letters and numbers read as the rows they stand for.

    ``context`` is to be one that has not faded; a row that the question itself names comes first.
    """
    nouns = listed_in_all("row_nouns", knowledge.speeches.values())
    own = [knowledge.session_by_id[id_] for id_ in frame.values("session") if id_ in knowledge.session_by_id]
    series = _series(own, nouns, knowledge)
    if series:
        return _named(frame, {t: s for t, s in _bare(frame, series) if _follows_row(frame, t)})
    if (frame.values_of(SUBJECTS) - {"role"}) or frame.content_size > _SHORT or not context.named:
        return frame
    entries = (knowledge.entry_by_path.get(path) for path in reversed(context.named))
    before = next((e for e in entries if isinstance(e, Session) and _label(e, nouns)), None)
    series = _series([before] if before else [], nouns, knowledge)
    return _named(_with_noun(frame, before, nouns), dict(_bare(frame, series)))


def _labels(row: Session, nouns: Sequence[str]) -> Iterable[Label]:
    """The labels of a row, of its Korean title first."""
    return filter(None, (label_of(wording, nouns) for wording in row.title.wordings))


def _label(row: Session, nouns: Sequence[str]) -> Label | None:
    return next(iter(_labels(row, nouns)), None)


def _series(rows: Iterable[Session], nouns: Sequence[str], knowledge: Knowledge) -> Mapping[str, Session]:
    """The rows called like the first of these that has a label, by their labels."""
    noun = next((label.noun for row in rows if (label := _label(row, nouns))), None)
    every = ((_label(row, nouns), row) for row in knowledge.facts.sessions) if noun else ()
    return {label.mark.upper(): row for label, row in every if label and label.noun == noun}


def _bare(frame: Frame, series: Mapping[str, Session]) -> Iterable[tuple[Token, Session]]:
    """The words that are nothing but a label, and their rows."""
    for token in frame.parse.tokens:
        is_letter = len(token.typed) == 1 and token.part in (Part.FILLER, Part.NOUN)
        is_free = token.word is None or token.typed.isdigit() or is_letter
        if is_free and token.typed.upper() in series:
            yield token, series[token.typed.upper()]


def _follows_row(frame: Frame, token: Token) -> bool:
    """Whether a label stands in a list after a row that is named in full: 분과 A, B."""
    for before in reversed([other for other in frame.parse.tokens if other.start < token.start]):
        senses = {sense.kind for sense, of in frame.senses if of is before}
        if "session" in senses:
            return True
        if before.part not in _LINKS and before.word is not None and not before.typed.isdigit():
            return False
    return False


def _named(frame: Frame, row_by_token: Mapping[Token, Session]) -> Frame:
    """The frame with these words taken for rows."""
    if not row_by_token:
        return frame
    made = {t: _read_as(t, Sense("session", row.id)) for t, row in row_by_token.items()}
    kept = [(sense, token) for sense, token in frame.senses if token not in made]
    senses = [*kept, *((Sense("session", row.id), made[t]) for t, row in row_by_token.items())]
    tokens = tuple(made.get(token, token) for token in frame.parse.tokens)
    in_order = tuple(sorted(senses, key=lambda pair: pair[1].start))
    return replace(frame, senses=in_order, parse=replace(frame.parse, tokens=tokens))


def _with_noun(frame: Frame, row: Session | None, nouns: Sequence[str]) -> Frame:
    """The frame with what all these rows are called taken for them: 나머지 분과."""
    called = {label.noun.lower() for label in _labels(row, nouns)} if row else set()
    typed = [token for token in frame.parse.tokens if token.word is None and token.typed.lower() in called]
    made = {token: _read_as(token, Sense("series", "")) for token in typed}
    tokens = tuple(made.get(token, token) for token in frame.parse.tokens)
    added = tuple((Sense("series", ""), token) for token in made.values())
    return replace(frame, senses=frame.senses + added, parse=replace(frame.parse, tokens=tokens)) if made else frame


def _read_as(token: Token, sense: Sense) -> Token:
    return replace(token, part=Part.NOUN, word=Word("", token.typed, Part.NOUN, frozenset([sense])))
