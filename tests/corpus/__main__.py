"""``python -m tests.corpus``: writes the corpus anew; the same files every time."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.corpus.firms import firm
from tests.corpus.model import STYLES, matters_file, titles_file
from tests.corpus.titles import titles

FOLDER = Path(__file__).parents[1] / "data" / "matching"


def files() -> dict[str, str]:
    """Return the text of every file by its name."""
    made: dict[str, str] = {}
    for style in STYLES:
        one = firm(style)
        made[f"{style}_matters.json"] = matters_file(one)
        made[f"{style}_titles.jsonl"] = titles_file(titles(one))
    return made


def main() -> int:
    """Write every file."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
