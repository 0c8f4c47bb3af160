"""One field of a knowledge folder set to another value: the file's new text, in which nothing else differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import yaml

from bot.loading.changes import spell_out
from bot.loading.files import read_bytes
from bot.loading.folder import FILE_NAMES
from bot.loading.nodes import Document, Tree, read_document
from bot.loading.paths import Field, find_field
from bot.loading.problems import KnowledgeError
from bot.loading.scalars import write_flow, write_scalar
from bot.loading.spans import CannotEditError, SpannedText

_STANDING = ("status", "was", "since", "changed")


class EditError(ValueError):
    """An edit that is refused; ``reason`` names the sentence that says why."""

    def __init__(self, reason: str, **values: object) -> None:
        self.reason, self.values = reason, values
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Edit:
    """A file and its bytes, as they were read and as they are to be; ``notices`` name what is to be said of it."""

    path: Path
    before: bytes
    after: bytes
    notices: tuple[str, ...]


def set_field(folder: Path, path: str, value: str, english: str | None, since: datetime | None) -> Edit:
    """Return the edit that gives the field at ``path`` a value; ``since`` is when that changed, None for a correction.

    ``english`` is its English wording; "" takes that away. Where none is given, a correction keeps the one there is; a
    change leaves none, for it would not be true any more, and the Korean is shown. A field that was not announced, or
    was not confirmed, is announced now: nothing has changed. Raises KnowledgeError for a folder that cannot be read,
    PathError, EditError.
    """
    data_by_stem = {Path(name).stem: _read(folder / name) for name in FILE_NAMES}
    documents = {stem: read_document(f"{stem}.yaml", data)[0] for stem, data in data_by_stem.items()}
    field = find_field(path, documents)
    data = data_by_stem[field.stem]
    try:
        text = SpannedText(data.decode("utf-8"))
        notices = _Setting(text, documents[field.stem], field).set(value, english, since)
        after = text.edited().encode("utf-8")
        if not _differs_there_alone(documents[field.stem], after, field):
            raise CannotEditError
    except (CannotEditError, KnowledgeError, yaml.YAMLError):
        raise EditError("cannot_edit", file=f"{field.stem}.yaml", path=path) from None
    if after == data:
        raise EditError("same_value", path=path)
    return Edit(folder / f"{field.stem}.yaml", data, after, notices)


def _read(path: Path) -> bytes:
    return read_bytes(path) if path.exists() or path.name == "seminar.yaml" else b""


@dataclass(frozen=True, slots=True)
class _Setting:
    """One field of a document about to be set."""

    text: SpannedText
    document: Document
    field: Field

    def set(self, value: str, english: str | None, since: datetime | None) -> tuple[str, ...]:
        """Write the value, and return what is to be said of it."""
        if self.field.name == "status":
            self._set_status(value, since)
            return ()
        old = _follow(self.document.tree, self.field.trail)
        claim = old if isinstance(old, dict) and {"value", "status", "changed"} & old.keys() else None
        held = old if claim is None else claim.get("value")
        new = self._new_value(value, english, held, is_slip=since is None)
        is_unsure = claim is not None and claim.get("status") == "unconfirmed"
        if new == held and not is_unsure:
            return ()
        is_lost = isinstance(held, dict) and "en" in held and english is None and isinstance(new, str)
        notices = ("english_lost",) if is_lost else ()
        if since is None:
            self._write((*self.field.trail, "value") if claim else self.field.trail, new, held)
            return notices
        if held is not None and not is_unsure and self.field.may_change:
            self._record(claim, new, self._was(claim, held, new, since), since)
            return ("recorded", *notices)
        self._write(self.field.trail, new, None if claim else held)
        return ("not_recorded" if held is None or is_unsure else "cannot_record", *notices)

    def _new_value(self, value: str, english: str | None, held: "Tree | None", is_slip: bool) -> Tree:
        if english is not None and not self.field.is_text:
            raise EditError("no_english", path=self.field.name)
        if self.field.is_list and english is None:
            parts: list[Tree] = [part.strip() for part in value.split(",")]
            return parts if len(parts) > 1 or isinstance(held, list) else value
        kept = str(held.get("en", "")) if is_slip and isinstance(held, dict) and english is None else ""
        return {"ko": value, "en": english or kept} if english or kept else value

    def _was(self, claim: dict[str, Tree] | None, held: Tree, new: Tree, since: datetime) -> Tree:
        """What people were told first that day; what was told last, where that was another day, or is told again."""
        known = _standing_of(claim)
        is_of_today = str(known.get("since", "")).startswith(f"{since:%Y-%m-%d}")
        was = known.get("was")
        told = was if was is not None and is_of_today and was != new else held
        return ", ".join(map(str, told)) if isinstance(told, list) else told

    def _record(self, claim: dict[str, Tree] | None, new: Tree, was: Tree, since: datetime) -> None:
        moment = f"{since:%Y-%m-%d %H:%M}"
        if claim is None:
            fields = {"value": new, "status": "changed", "was": was, "since": moment}
            self.text.put(self.field.trail, write_flow(fields))
            return
        self._write((*self.field.trail, "value"), new, claim.get("value"))
        if "changed" in claim:
            self.text.put((*self.field.trail, "changed"), write_flow({"was": was, "at": moment}))
            return
        for key, part in (("status", "changed"), ("was", was), ("since", moment)):
            if claim.get(key) != part:
                self.text.put((*self.field.trail, key), write_flow(part))

    def _set_status(self, value: str, since: datetime | None) -> None:
        entry, tree = self.field.entry, _follow(self.document.tree, self.field.entry)
        held = tree if isinstance(tree, dict) else {}
        if value == "confirmed":
            for key in _STANDING:
                self.text.remove((*entry, key))
            return
        self.text.put((*entry, "status"), write_scalar(value))
        if value == "cancelled" and since:
            self.text.put((*entry, "since"), f"{since:%Y-%m-%d %H:%M}")
        elif "since" in held:
            self.text.remove((*entry, "since"))
        for key in ("was", "changed"):
            self.text.remove((*entry, key))

    def _write(self, trail: tuple[str | int, ...], new: Tree, held: "Tree | None") -> None:
        """Write a value as the one before it was written: wording by wording, and in its quotes."""
        if isinstance(new, dict) and isinstance(held, dict) and held.keys() <= new.keys():
            for key, part in new.items():
                if part != held.get(key):
                    self._write((*trail, key), part, held.get(key))
        elif isinstance(new, str):
            node = self.text.find(trail)
            style = node.style if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') else None
            self.text.put(trail, write_scalar(new, style))
        else:
            self.text.put(trail, write_flow(new))


def _standing_of(claim: dict[str, Tree] | None) -> Mapping[str, Tree]:
    """What a claim says it was and since when, in either spelling."""
    if claim is None:
        return {}
    change = claim.get("changed")
    return {"was": change.get("was", ""), "since": change.get("at", "")} if isinstance(change, dict) else claim


def _follow(tree: Tree, trail: tuple[str | int, ...]) -> "Tree | None":
    part: Tree | None = tree
    for step in trail:
        if isinstance(part, dict):
            part = part.get(str(step))
        elif isinstance(part, list) and isinstance(step, int):
            part = part[step]
    return part


def _differs_there_alone(before: Document, after: bytes, field: Field) -> bool:
    """Whether the edited file holds all that it held, but for the field and, of a status, what goes with it."""
    edited, problems = read_document(before.file, after)
    freed = _STANDING if field.name == "status" else (field.name,)
    trees = []
    for document in (before, edited):
        tree = spell_out(document).tree
        entry = _follow(tree, field.entry)
        if isinstance(entry, dict):
            for key in freed:
                entry.pop(key, None)
        trees.append(tree)
    return not problems and trees[0] == trees[1]
