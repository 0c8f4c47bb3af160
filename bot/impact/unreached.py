"""What the knowledge holds and no question of the tables asks about."""

from collections.abc import Iterable

from bot.core.knowledge import Knowledge
from bot.core.model import Entry, Organisation, Person
from bot.impact.comparing import Comparison


def list_unreached(knowledge: Knowledge, comparison: Comparison) -> tuple[str, ...]:
    """Return the paths of the entries that no answer rests on; what is not announced states nothing to rest on."""
    reached = {part for path in comparison.reached for part in (path, path.rpartition(".")[0])}
    silent = {entry.path for entry in knowledge.facts.unannounced}
    entries = (entry for entry in knowledge.entry_by_path.values() if entry.path not in reached | silent)
    return tuple(entry.path for entry in entries if not _is_named(entry, comparison.told))


def _is_named(entry: Entry, told: Iterable[str]) -> bool:
    """Whether it is somebody whom answers name: those rest on the talk or the contact, not on who that is."""
    named = entry.name.wordings if isinstance(entry, Organisation | Person) else ()
    return any(name in text for name in named for text in told)
