"""Names that must stand once: ids in the whole folder, topics in faq.yaml."""

from collections.abc import Collection, Iterator, Mapping

from bot.loading.entries import list_entries, list_texts
from bot.loading.nodes import Document, Trail
from bot.loading.problems import Problem, find_nearest, show
from bot.loading.rules import Rule

_SECTIONS_BY_STEM = {
    "schedule": ("items", "talks"),
    "speakers": ("organisations", "people"),
    "contacts": ("contacts",),
    "press": ("embargoes", "quotations"),
    "faq": ("faq",),
}


def check_ids(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield a problem for every id that stands twice in the folder."""
    first_by_id: dict[str, str] = {}
    for document, trail, id_ in _list_ids(documents):
        place = document.place_by_trail[trail]
        if id_ in first_by_id:
            words = {"place": first_by_id[id_], "example": f"{id_}_2"}
            yield document.problem(trail, Rule.REPEATED_ID, entry=id_, **words)
        first_by_id.setdefault(id_, f"{document.file}:{place.line}")


def _list_ids(documents: Mapping[str, Document]) -> Iterator[tuple[Document, Trail, str]]:
    for stem, sections in _SECTIONS_BY_STEM.items():
        if document := documents.get(stem):
            for section in sections:
                found = document.tree.get(section)
                yield from ((document, (section, id_), id_) for id_ in (found if isinstance(found, dict) else ()))
            if stem == "press" and "release" in document.tree:
                yield document, ("release",), "release"
            for trail, entry in list_entries(document, "not_announced"):
                id_ = entry.get("id")
                if isinstance(id_, str) and id_:
                    yield document, (*trail, "id"), id_


def check_topics(document: Document, topics: Collection[str] | None) -> Iterator[Problem]:
    """Yield a problem for every topic of faq.yaml that is unknown, or that is answered or listed twice."""
    asked = [
        place
        for trail, entry in list_entries(document, "faq")
        for place in list_texts(entry.get("topic"), (*trail, "topic"))
    ]
    listed = list(list_texts(document.tree.get("not_announced"), ("not_announced",)))
    for trail, topic in (*asked, *listed):
        if topics is not None and topic and topic not in topics:
            nearest = find_nearest(topic, topics)
            yield document.problem(trail, Rule.UNKNOWN_TOPIC, text=show(topic), nearest=nearest)
    line_by_name: dict[str, int] = {}
    yield from _check_twice(document, asked, line_by_name)
    for other, trail, id_ in _list_ids({"faq": document}):  # a listed topic and an id of the same name share a path
        line_by_name.setdefault(id_, other.place_by_trail[trail].line)
    yield from _check_twice(document, listed, line_by_name)


def _check_twice(document: Document, names: list[tuple[Trail, str]], line_by_name: dict[str, int]) -> Iterator[Problem]:
    for trail, name in names:
        if name in line_by_name:
            yield document.problem(trail, Rule.REPEATED_TOPIC, text=show(name), line=line_by_name[name])
        line_by_name.setdefault(name, document.place_by_trail[trail].line)
