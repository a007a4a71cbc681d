"""Arrays that an interrupted calibration goes on from."""

from pathlib import Path
from typing import Any

import numpy as np


def save(file: Path, **arrays: Any) -> None:
    """Write arrays to a file, whole or not at all."""
    unfinished = file.with_name(f".{file.stem}-unfinished.npz")
    np.savez(unfinished, **arrays)
    unfinished.replace(file)
