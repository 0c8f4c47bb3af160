"""Wordings by which people ask for an entry, though they are another's as well."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.core.text import normalise, to_jamo
from bot.loading.entries import list_entries, list_texts
from bot.loading.nodes import Document, Trail, name_entry
from bot.loading.problems import Problem, show
from bot.loading.rules import Rule

_SECTIONS_BY_STEM = {
    "schedule": ("items", "talks"),
    "speakers": ("organisations", "people"),
    "contacts": ("contacts",),
    "faq": ("faq", "not_announced"),
}
_FIELDS = ("spellings", "wrong_spellings", "words", "keywords")


@dataclass(frozen=True, slots=True)
class _Wording:
    """A wording with its place, and the field that holds it; a name is what its entry is called anyway."""

    document: Document
    trail: Trail
    text: str
    field: str = "name"

    @property
    def entry(self) -> Trail:
        return self.trail[:2]

    @property
    def form(self) -> str:
        """The letters and digits alone, as the bot compares them."""
        return to_jamo(normalise(self.text))


def check_wordings(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield a problem for each wording that two entries share.

    Two that bear one name do so with good reason, and a talk may well be about somebody: their name is its keyword.
    """
    first_by_form: dict[str, _Wording] = {}
    for wording in sorted(_list_wordings(documents), key=lambda wording: wording.field != "name"):
        first = first_by_form.setdefault(wording.form, wording)
        is_fair = wording.field == "name" or (wording.field, first.field) == ("keywords", "name")
        if first.entry != wording.entry and not is_fair:
            both_people = first.trail[0] == wording.trail[0] == "people"
            yield wording.document.problem(
                wording.trail,
                Rule.SHARED_SPELLING if both_people else Rule.SHARED_PHRASING,
                text=show(wording.text),
                other=name_entry(first.entry),
            )


def _list_wordings(documents: Mapping[str, Document]) -> Iterator[_Wording]:
    for stem, sections in _SECTIONS_BY_STEM.items():
        document = documents.get(stem)
        entries = [found for section in sections for found in list_entries(document, section)] if document else []
        for trail, entry in entries:
            assert document
            name = entry.get("name") or entry.get("label") or ""
            for part in name.values() if isinstance(name, dict) else [name]:
                if isinstance(part, str) and to_jamo(part):
                    yield _Wording(document, trail, part)
            for field in _FIELDS:
                texts = list_texts(entry.get(field), (*trail, field))
                yield from (_Wording(document, place, text, field) for place, text in texts if to_jamo(text))
