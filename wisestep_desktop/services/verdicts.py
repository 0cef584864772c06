"""What a person says of a row's matter, and what is learned from it: yes, no, or another one."""

from __future__ import annotations

from collections.abc import Sequence

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.judging import LIKELY
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import learning, review
from wisestep_desktop.services.learning import Offer
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.timeline import DayRow, RowState


def accept(
    books: Books, recogniser: Recogniser, rows: Sequence[DayRow], matter: MatterId | None, at: Instant
) -> Offer | None:
    """Put a matter on open rows, by the person's word: the one suggested, or another; remember what it teaches.

    Args:
        books: of one transaction.
        recogniser: reads the titles again.
        rows: private ones, ones in the trash and ones of an entry are left as they are.
        matter: None means the likeliest of each row; a row without any, or with two alike, is left as it is.
        at: now.

    Returns:
        A phrase to offer as one of the matter's names, if the same was said often enough.

    Raises:
        BadInput: if the matter is unknown.
    """
    offered: Offer | None = None
    for row in rows:
        meant = likeliest(row) if matter is None else matter
        if row.state is not RowState.OPEN or row.row.title is None or meant is None:
            continue
        review.tag_row(books, row.row.id, meant)
        offered = learning.teach(books, recogniser, [row.row.title], meant, at) or offered
    return offered


def reject(books: Books, recogniser: Recogniser, rows: Sequence[DayRow], at: Instant) -> int:
    """Take the matter off open rows: these titles do not mean it, now or later. Return how many rows it concerned.

    Raises:
        BadInput: if a row is unknown.
    """
    done = 0
    for row in rows:
        if row.state is not RowState.OPEN or row.row.title is None:
            continue
        said = likeliest(row)
        if said is None and not row.match.candidates:
            continue
        books.timeline.drop_tag(row.row.title, row.row.since)
        learning.teach(books, recogniser, [row.row.title], None, at, refused=said)
        done += 1
    return done


def confirmed(
    books: Books, recogniser: Recogniser, rows: Sequence[DayRow], matter: MatterId | None, at: Instant
) -> Offer | None:
    """Learn from an entry made of some rows: where it says another matter than the rows did, that is a correction.

    Rows that said the same teach nothing: sending a day must not make the machine surer of itself.
    """
    if matter is None:
        return None
    titles = [row.row.title for row in rows if row.row.title is not None and row.matter != matter]
    if books.matters.matter(matter) is None:
        raise BadInput("matter.unknown", matter=matter)
    return learning.teach(books, recogniser, titles, matter, at)


def likeliest(row: DayRow) -> MatterId | None:
    """Return the matter that a row is tagged with or that is suggested first.

    None where two are first alike, or where the title names another one, too: that is for a person to choose.
    """
    if row.matter is not None:
        return row.matter
    first = learning.foremost(row.match)
    return first[0] if len(first) == 1 and all(each.p >= LIKELY for each in row.match.offered) else None
