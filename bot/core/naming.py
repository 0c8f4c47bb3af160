"""How people are called: names in any order and spelling, given names, titles, family names with a title."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, permutations

from bot.core.language import Part, Sense, Word, make_words_of
from bot.core.model import Person, Text
from bot.core.text import has_hangul, normalise


def words_for(wordings: Iterable[str], *senses: Sense, part: Part = Part.NOUN) -> Iterator[Word]:
    """Yield the words of wordings that all mean the same."""
    meant = frozenset(senses)
    for wording in wordings:
        yield from make_words_of(wording, part, meant)


def with_abbreviation(name: Text) -> tuple[str, ...]:
    """A name, and what stands around and within its parentheses: "Sea Forest Institute (SFI)"."""
    wordings = []
    for wording in name.wordings:
        inside = re.findall(r"\(([^()]+)\)", wording)
        wordings += [wording, re.sub(r"\s*\([^()]*\)", "", wording), *inside]
    return tuple(dict.fromkeys(wordings))


def person_words(person: Person) -> Iterator[Word]:
    """Yield the wordings of a person's name, title, department and roles; of an unconfirmed one, the name's alone."""
    sense = Sense("person", person.id)
    for wording in with_abbreviation(person.name) + person.spellings:
        yield from words_for(_orders(wording), sense)
        yield from words_for(_short_names(wording), Sense("given", person.id))
    yield from words_for(person.wrong_spellings, sense, Sense("wrong", person.path))
    if person.withheld:
        return
    if person.title:
        yield from words_for(_titles(person.title), Sense("title", normalise(person.title.ko)))
    if person.department:
        department = Sense("department", normalise(person.department.ko))
        yield from words_for(person.department.wordings, department)
        if person.title and heads_department(person):  # 국토정책과장
            held = person.department.ko + person.title.ko[-1]
            yield from words_for([held, f"{held}님"], Sense("title", normalise(person.title.ko)), department)
    for role in person.roles:
        yield from words_for(role.wordings, Sense("named_role", normalise(role.ko)))


def heads_department(person: Person) -> bool:
    """Return whether a person's title is made of the end of their department's name: 과장 of 국토정책과."""
    if person.title is None or person.department is None or not has_hangul(person.title.ko):
        return False
    return len(person.title.ko) > 1 and person.department.ko.endswith(person.title.ko[:-1])


def posts_of(person: Person) -> Iterator[str]:
    """A person's title, alone and after the department: 과장, 홍보과 과장."""
    for title in person.title.wordings if person.title else ():
        yield title
        yield from (f"{department} {title}" for department in (person.department.wordings if person.department else ()))


def _titles(title: Text) -> tuple[str, ...]:
    return tuple(chain.from_iterable((w, f"{w}님") if has_hangul(w) else (w,) for w in title.wordings))


def _orders(name: str) -> Iterator[str]:
    """A name in Latin letters in every order of its parts; a Hangul name as it is."""
    parts = [part for part in name.split() if part]
    if has_hangul(name) or not 1 < len(parts) < 4:
        yield name
        return
    for order in permutations(parts):
        yield " ".join(order)


def _short_names(name: str) -> Iterator[str]:
    """The given name of a Korean name; every longer part of a Latin one."""
    if has_hangul(name) and " " not in name and len(name) in (3, 4):
        yield name[len(name) - 2 :]
    elif not has_hangul(name) and name.istitle() and len(name.split()) > 1:
        yield from (part for part in name.split() if len(part) > 3)


def addressed_words(people: Iterable[Person], honorifics: Iterable[str], small: Collection[str]) -> Iterator[Word]:
    """Family names with a title, as people are addressed: 정 과장님, Mr Kang.

    A Latin one that is among the ``small`` words of a language is none without a title: no, so.
    """
    honorifics = tuple(honorifics)
    korean = [h for h in honorifics if has_hangul(h) and h not in ("님", "씨")]
    latin = [h for h in honorifics if not has_hangul(h)]
    addressed: dict[str, dict[str, None]] = {}
    named: dict[str, None] = {}
    for person in people:
        if _is_korean_name(person):
            own = [t for t in _titles(person.title) if has_hangul(t)] if person.title else []
            addressed.setdefault(person.name.ko[:1], {}).update(dict.fromkeys([*korean, *own]))
        named |= dict.fromkeys(_family_in_latin(person))
    for family, known in addressed.items():
        sense = Sense("family", family)
        yield from words_for([f"{family}씨", f"{family}모 씨"], sense)
        for honorific in known:
            yield from words_for([family + honorific], sense, Sense("honorific", honorific.removesuffix("님")))
    for name in named:
        sense = Sense("family_latin", name.lower())
        if name.lower() not in small:
            yield from words_for([name], sense)
        for honorific in latin:
            yield from words_for([f"{honorific} {name}"], sense, Sense("honorific", normalise(honorific)))


def _is_korean_name(person: Person) -> bool:
    """Whether the name is a family name and a given name in Hangul."""
    name = person.name.ko
    return has_hangul(name) and " " not in name and len(name) in (2, 3, 4) and not person.withheld


def _family_in_latin(person: Person) -> tuple[str, ...]:
    """Family names in Latin letters: first in Korean names (Hong Gil-dong), last in others."""
    names = [name for name in (person.name.en, *person.spellings) if name and not has_hangul(name)]
    if has_hangul(person.name.ko) and " " not in person.name.ko:
        return tuple(dict.fromkeys(name.split()[0] for name in names if "-" not in name.split()[0] and " " in name))
    return tuple(dict.fromkeys(name.split()[-1] for name in names or [person.name.ko] if " " in name))
