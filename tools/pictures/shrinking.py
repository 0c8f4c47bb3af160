"""Pictures of text made small: few colours are enough for letters and their edges."""

from pathlib import Path

from PIL import Image

COLOURS = 32


def shrink(path: Path) -> None:
    """Write a picture anew with so few colours."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLOURS)
    few.save(path, optimize=True)
