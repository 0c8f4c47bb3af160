"""Which part of a message asks: people say first who they are and why they ask, and that is not the question."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.core.language import WEAK_SENSES, Sense
from bot.core.line import Line
from bot.core.model import Language
from bot.core.parsing import Token
from bot.core.patterns import any_of
from bot.core.text import has_hangul, to_jamo

_FINAL_OF_FORMAL = "\u11b8"  # ㅂ
_LATIN = re.compile("[a-z]")
_SENTENCE_END = re.compile(r"[.!?;\n。—–]+\s+| - ")
_ASKING = frozenset(
    {"ask", "moment", "time", "offset", "topic", "medium", "role", "kind", "session", "unannounced", "faq"}
)
_NAMING = frozenset(
    {"person", "talk", "topic_word", "org", "title", "family", "talks", "seminar", "release", "contact"}
)
_SUBJECTS = _NAMING | {
    "time",
    "offset",
    "moment",
    "role",
    "kind",
    "session",
    "medium",
    "topic",
    "faq",
    "unannounced",
    "venue",
    "room",
}
# What people say of themselves: 취재기자입니다, 소속은 …입니다.
_OF_ONESELF = frozenset({"permission", "contact", "affiliation", "role", "content", "attend", "participants", "host"})
_OF_QUESTIONS = frozenset({"ask", "time", "offset"})
_OF_TEXTS = frozenset({"topic_word", *WEAK_SENSES})
_REPORTING = frozenset({"embargo", "permission"})
_PLAIN, _LINK, _SELF = range(3)  # how a stretch ends: like any sentence, leading up to the question, telling who asks


@dataclass(frozen=True, slots=True)
class Leads:
    """What shows that a stretch leads up to the question, in one language.

    ``connectives`` match the end of such a clause, ``requests`` that of a sentence without its full stop, ``selves`` a
    sentence that tells who one is, ``purposes`` a phrase that tells what one needs it for.
    """

    connectives: re.Pattern[str]
    requests: re.Pattern[str]
    selves: re.Pattern[str]
    purposes: re.Pattern[str]


def make_leads(
    connectives: Iterable[str], requests: Iterable[str], selves: Iterable[str], purposes: Iterable[str]
) -> Leads:
    """Return the leads of these endings (plain text) and of these patterns (regular expressions)."""
    return Leads(
        connectives=_ends(connectives, "(?:[.!?~,]*[ ,~]+|[.!?~]*$)"),
        requests=_ends(requests, "[ ,~]+"),
        selves=any_of(selves),
        purposes=any_of(purposes),
    )


def _ends(endings: Iterable[str], after: str) -> re.Pattern[str]:
    longest_first = sorted(set(endings), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'}){after}")


_ASKS, _NAMES = 2, 1
_CERTAIN = Sense("ask", "certain")
_TOLD = frozenset({"ask", "topic", "moment", "honorific"})  # what a part that tells the circumstances does not ask
_NAMED_OUTRIGHT = frozenset({"seminar", "person", "talk", "topic_word", "session", "venue"})
_OWN_SUBJECTS = frozenset({"seminar", "person", "talk", "session", "kind", "role", "talks", "title", "release"})
_TOLD_OF = frozenset({"topic_word", "summary_word", "medium"})  # nor these, where the question names its own subject
# Asks that name nothing: beside them alone, a topic of the circumstances is asked about (주차하려는데 어디로 가요).
_BARE = frozenset({"where", "what", "certain", "attend", "permission", "phone", "contact", "each", "order"})
# What a seminar or a speaker has stays asked where nothing else is: "주최를 적어야 하는데 뭐라고 써요".
_OF_THE_SEMINAR = frozenset({
    "host", "organiser", "sponsor", "theme", "background", "headline", "subtitle", "fullname", "timetable",
    "affiliation", "title", "heading",
})  # fmt: skip
_PERMISSION, _WHEN = Sense("ask", "permission"), frozenset({"when", "start", "each", "exact", "date"})
_BARE_BESIDE_IT = _BARE - {"permission", "phone", "contact"} | {"quote", "who", "name", "exact"}
_OF_CIRCUMSTANCES = frozenset({"kind", "session", "ordinal", "talks"})  # no subject beside another one


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the line, from a place to a place; ``is_background`` where another one holds the question."""

    start: int
    end: int
    is_background: bool
    is_of_oneself: bool = False


def find_clauses(
    line: Line, senses: Iterable[tuple[Sense, Token]], leads: Mapping[Language, Leads]
) -> tuple[Clause, ...]:
    """Return the clauses of a line, by the leads of the languages it is written in.

    A clause that ends in a connective (…인데, …해서, 자막에 넣게) is background where a later one asks or names
    something; a whole sentence is, where it asks nothing and another one does, and so is one that says who one is.
    """
    pairs = tuple(senses)
    bounds = _bounds(line, [lead for language, lead in leads.items() if _is_written(language, line.text)])
    if len(bounds) == 1:  # most questions: nothing else could ask
        start, end, ending = bounds[0]
        return (Clause(start, end, is_background=False, is_of_oneself=ending is _SELF),)
    weights = [_weight(pairs, start, end) for start, end, _ in bounds]
    clauses = []
    for n, (start, end, ending) in enumerate(bounds):
        earlier, later = max(weights[:n], default=0), max(weights[n + 1 :], default=0)
        is_last = n == len(bounds) - 1 and earlier == _ASKS and not _is_interrogative(pairs, start, end)
        is_reason = ending is _LINK and (later > 0 or is_last)
        is_said = ending is _SELF and max(earlier, later) == _ASKS and not _holds_ask(pairs, start, end)
        is_background = is_reason or is_said or (weights[n] == 0 and max(earlier, later) > 0)
        clauses.append(Clause(start, end, is_background, ending is _SELF))
    return tuple(clauses)


def without_told(
    senses: tuple[tuple[Sense, Token], ...], clauses: tuple[Clause, ...]
) -> tuple[tuple[Sense, Token], ...]:
    """Return the senses that the question asks with; a topic that is only told of becomes a ``told_topic``."""
    if not any(clause.is_background or clause.is_of_oneself for clause in clauses):
        return senses
    asked = {sense.kind for sense, token in senses if not in_background(token, clauses)}
    kinds = _TOLD | (_TOLD_OF if asked & _NAMED_OUTRIGHT else frozenset())
    kinds |= _OF_CIRCUMSTANCES if asked & _OWN_SUBJECTS else frozenset()
    told = frozenset(pair for pair in senses if pair[0].kind in kinds and in_background(pair[1], clauses))
    told |= _words_of_oneself(senses, clauses)
    if not told:
        return senses
    rest = [sense for pair in senses if pair not in told for sense in [pair[0]]]
    is_nameless = not any(s.kind in _SUBJECTS for s in rest)
    is_bare = is_nameless and all(s.value in _BARE for s in rest if s.kind == "ask")
    outside = [sense for sense, token in senses if not in_background(token, clauses)]
    is_of_seminar = all(s.value in _BARE_BESIDE_IT for s in outside if s.kind == "ask") and not any(
        s.kind in _SUBJECTS - {"seminar"} for s in outside
    )
    may_be_reported = {s.value for s in outside if s.kind == "ask"} <= _WHEN and any(s.kind == "medium" for s in rest)
    kept = []
    for sense, token in senses:
        is_asked = sense.kind == "ask" and sense.value in _OF_THE_SEMINAR and is_of_seminar
        is_asked |= sense == _PERMISSION and may_be_reported
        if (sense, token) not in told or (sense.kind == "topic" and is_bare) or is_asked:
            kept.append((sense, token))
        elif sense.kind == "topic":
            kept.append((Sense("told_topic", sense.value), token))
    return tuple(kept)


def _words_of_oneself(
    senses: tuple[tuple[Sense, Token], ...], clauses: tuple[Clause, ...]
) -> frozenset[tuple[Sense, Token]]:
    """The words of texts in what one says of oneself, where the question names what it is about: a farming magazine."""
    own = [clause for clause in clauses if clause.is_of_oneself]
    kinds = _OF_TEXTS if any(s.value in _REPORTING for s, _ in senses) else _OF_TEXTS | {"medium"}
    told = frozenset(p for p in senses if p[0].kind in kinds and in_background(p[1], own))
    asked = {s.kind for s, token in senses if not in_background(token, clauses)}
    return told if asked & (_NAMING | {"session", "kind", "role", "venue"}) else frozenset()


def _weight(pairs: tuple[tuple[Sense, Token], ...], start: int, end: int) -> int:
    """How much of a question a stretch is: whether it asks, or only names something."""
    inside = [sense for sense, token in pairs if start <= token.start < end]
    kinds = {sense.kind for sense in inside if sense != _CERTAIN}  # "…라던데 맞나요" asks what comes before it
    return _ASKS if kinds & _ASKING else _NAMES if kinds & _NAMING else 0


def _is_interrogative(pairs: tuple[tuple[Sense, Token], ...], start: int, end: int) -> bool:
    """Whether a question word stands in a stretch: "…가 몇 시인지 몰라서요" asks, whatever it ends in."""
    return any(sense.kind == "interrogative" for sense, token in pairs if start <= token.start < end)


def _holds_ask(pairs: tuple[tuple[Sense, Token], ...], start: int, end: int) -> bool:
    inside = [sense for sense, token in pairs if start <= token.start < end]
    return any(sense.kind in _OF_QUESTIONS and sense.value not in _OF_ONESELF for sense in inside)


def _is_written(language: Language, text: str) -> bool:
    """Whether a text holds letters of a language."""
    return has_hangul(text) if language == "ko" else _LATIN.search(text) is not None


def _bounds(line: Line, leads: Iterable[Leads]) -> list[tuple[int, int, int]]:
    """The stretches between sentence ends and connectives, and how each ends or begins."""
    cuts = {bisect_left(line.source, found.end()): _PLAIN for found in _SENTENCE_END.finditer(line.text)}
    for lead in leads:
        _cut(line, lead, cuts)
    cuts.setdefault(len(line.jamo), _PLAIN)
    bounds, start = [], 0
    for end in sorted(cuts):
        if end > start:
            bounds.append((start, end, cuts[end]))
            start = end
    return bounds


def _cut(line: Line, lead: Leads, cuts: dict[int, int]) -> None:
    """Add the places where what leads up to the question begins and ends."""
    cuts |= {bisect_left(line.source, found.end()): _PLAIN for found in lead.requests.finditer(line.text)}
    for kind, pattern in ((_SELF, lead.selves), (_LINK, lead.purposes)):
        for found in pattern.finditer(line.text):
            cuts.setdefault(bisect_left(line.source, found.start()), _PLAIN)
            cuts[bisect_left(line.source, found.end())] = kind
    links = (found for found in lead.connectives.finditer(line.text) if not _is_formal_question(line.text, found))
    cuts |= {bisect_left(line.source, found.end()): _LINK for found in links}


def _is_formal_question(text: str, found: re.Match[str]) -> bool:
    """Whether what looks like a reason asks: 됩니까 beside 되니까."""
    return found[0].startswith("니까") and to_jamo(text[: found.start()])[-1:] == _FINAL_OF_FORMAL


def in_background(token: Token, clauses: Iterable[Clause]) -> bool:
    """Return whether a token stands in a clause that is background."""
    return any(clause.is_background and clause.start <= token.start < clause.end for clause in clauses)
