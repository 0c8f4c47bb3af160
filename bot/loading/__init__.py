"""The only place that knows YAML: files to model, every problem with its file, line and column."""

from bot.loading.folder import check_folder, load_facts
from bot.loading.problems import KnowledgeError, Problem
from bot.loading.questions import load_questions
from bot.loading.snapshots import Snapshot, take_snapshot

__all__ = [
    "KnowledgeError",
    "Problem",
    "Snapshot",
    "check_folder",
    "load_facts",
    "load_questions",
    "take_snapshot",
]
