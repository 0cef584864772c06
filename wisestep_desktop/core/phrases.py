"""A narrative made of pieces, each of which remembers the rows it came from. The words come from the shell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wisestep_desktop.core.entries import LONGEST_NARRATIVE
from wisestep_desktop.core.facts_of_work import Fact
from wisestep_desktop.core.ids import RowId
from wisestep_desktop.core.narrative import tidy


class Style(StrEnum):
    """How a narrative is put together: one sentence, a line for each fact, or not at all."""

    SENTENCE = "sentence"
    LIST = "list"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a narrative.

    Attributes:
        text: as it stands there.
        start: offset of its first character.
        end: offset just after its last one.
        rows: that say so.
    """

    text: str
    start: int
    end: int
    rows: tuple[RowId, ...]

    def __repr__(self) -> str:
        return f"Phrase(…, {self.start}, {self.end})"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A narrative that was put together, and its pieces in order; they never overlap."""

    text: str
    phrases: tuple[Phrase, ...]

    def __repr__(self) -> str:
        return "Suggestion(…)"


NO_SUGGESTION = Suggestion("", ())


def put_together(
    facts: Sequence[Fact], style: Style, said: Callable[[Fact, bool], str], *, longest: int = LONGEST_NARRATIVE
) -> Suggestion:
    """Return a narrative of some facts, in their order; what does not fit whole is left out.

    Args:
        facts: what was done.
        style: how they are joined.
        said: a fact in words; whether it stands at the beginning of a sentence.
        longest: characters at most.
    """
    if style is Style.BLANK:
        return NO_SUGGESTION
    between = "; " if style is Style.SENTENCE else "\n"
    text, phrases = "", list[Phrase]()
    for fact in facts:
        piece = " ".join(tidy(said(fact, style is Style.LIST or not text), longest).split())
        before = between if text else ""
        if not piece or len(text) + len(before) + len(piece) > longest:
            continue
        start = len(text) + len(before)
        text += before + piece
        phrases.append(Phrase(piece, start, len(text), fact.rows))
    return Suggestion(text, tuple(phrases))
