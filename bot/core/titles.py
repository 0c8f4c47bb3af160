"""Whether a title is somebody's: a part of one may be another title, as a research fellow is no senior research fellow.

A word that tells a rank (``ranks`` of the language) makes another title of the one it stands before; a field does not:
a head of policy is a head.
"""

from collections.abc import Iterable

from bot.core.knowledge import Knowledge
from bot.core.language import Sense
from bot.core.model import Person
from bot.core.parsing import Token
from bot.core.reading import Frame
from bot.core.text import has_hangul, normalise


def holds_title(person: Person, titles: Iterable[str], knowledge: Knowledge) -> bool | None:
    """Return whether one of these titles, normalised, is the person's; None where it only shortens theirs."""
    own = [normalise(wording).partition("(")[0].strip() for wording in person.title.wordings] if person.title else []
    found = {_fits(held, title, knowledge) for held in own for title in titles}
    return True if True in found else None if None in found else False


def titles_claimed(token: Token, frame: Frame, person: Person, knowledge: Knowledge) -> frozenset[str]:
    """Return how the title that a word names may be written, the ranks before it included; none where it names none."""
    values = {sense.value for sense, other in frame.senses if other == token and sense.kind in ("title", "honorific")}
    if not values:
        return frozenset()
    links = knowledge.speeches[frame.language].word_sets["title_links"]
    words = token.typed.removesuffix("님").split()
    typed = " ".join(words[:-1] if words[-1] in links else words)  # president of
    ranked = _with_ranks(token, typed, frame, knowledge)
    is_told = person.title is not None and any(has_hangul(w) == has_hangul(typed) for w in person.title.wordings)
    if ranked != typed or (is_told and not has_hangul(typed)):
        return frozenset([ranked])
    return frozenset([*values, ranked])


def _with_ranks(token: Token, typed: str, frame: Frame, knowledge: Knowledge) -> str:
    """A title as typed, with the words for ranks before it: senior + fellow, 책임 + 연구위원."""
    ranks = knowledge.speeches[frame.language].word_sets["ranks"]
    glue = " " if frame.language == "en" else ""
    for before in reversed([other for other in frame.parse.tokens if other.end <= token.start]):
        if before.typed not in ranks:
            break
        typed = f"{before.typed}{glue}{typed}"
    return typed


def _fits(own: str, title: str, knowledge: Knowledge) -> bool | None:
    """Whether a title is one's own, or its end with a field before it; None where it is the end of a longer one."""
    if own == title:
        return True
    links = tuple(f"{title} {link} " for speech in knowledge.speeches.values() for link in speech.lists["title_links"])
    if links and own.startswith(links):
        return True  # Deputy Minister for …
    if not title or not own.endswith(title):
        return False
    before = own.removesuffix(title).strip()
    ranks = sorted({rank for speech in knowledge.speeches.values() for rank in speech.lists["ranks"]}, key=len)
    left = before
    while found := next((rank for rank in reversed(ranks) if left.startswith(rank)), ""):
        left = left.removeprefix(found).strip()
    if not left:
        return False
    is_address = any(sense == Sense("courtesy", "") for sense in knowledge.senses_of(title))
    return None if left != before or is_address else True
