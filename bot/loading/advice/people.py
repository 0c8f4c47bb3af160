"""People of whom nothing is told but who they are."""

from collections.abc import Iterator, Mapping

from bot.loading.entries import list_all_texts
from bot.loading.nodes import Document
from bot.loading.problems import Problem, show
from bot.loading.rules import Rule
from bot.loading.schema import STEMS_OF_FACTS, Folder


def check_people(documents: Mapping[str, Document], content: Folder) -> Iterator[Problem]:
    """Yield a problem for each person without a role whom no other entry names, by the id or by name.

    What an unreadable file may hold is not missed.
    """
    if not documents.keys() >= set(STEMS_OF_FACTS):
        return
    told = [text for document in documents.values() for text in _list_told(document)]
    ids, everything = set(told), "\n".join(told)
    for id_, person in content.speakers.people.items():
        names = [name for name in (person.name.ko, person.name.en) if name]
        if not person.role and id_ not in ids and not any(name in everything for name in names):
            yield documents["speakers"].problem(("people", id_), Rule.UNMENTIONED_PERSON, name=show(person.name.ko))


def _list_told(document: Document) -> Iterator[str]:
    """List the texts of a file but for the people's own and the sources, which visitors do not ask for."""
    yield from (text for trail, text in list_all_texts(document) if trail[0] != "people" and trail[-1] != "source")
