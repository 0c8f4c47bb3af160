"""Reports of long runs: shown, and kept under ``build/``."""

import sys
from pathlib import Path


def publish(text: str, path: Path) -> None:
    """Print a report and keep it in ``path``. Raises OSError where it cannot be written."""
    report = text.rstrip("\n") + "\n"
    sys.stdout.write(report)
    path.parent.mkdir(exist_ok=True)
    path.write_text(report, encoding="utf-8")
