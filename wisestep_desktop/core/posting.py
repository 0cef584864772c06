"""The life of an entry from draft to sent, as a table of legal moves.

There is no way from uncertain back to sending but through a look-up that found nothing.
"""

from __future__ import annotations

from enum import StrEnum

from wisestep_desktop.core.errors import WiseStepError


class EntryState(StrEnum):
    """Where an entry stands. *Sent* only with Actionstep's record id in hand."""

    DRAFT = "draft"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"


class Move(StrEnum):
    """What can happen to an entry."""

    QUEUE = "queue"  # the person says: send
    WITHDRAW = "withdraw"  # the person takes it back before it left
    CLAIM = "claim"  # one sender takes it
    ACCEPT = "accept"  # Actionstep answered with a record id
    REFUSE = "refuse"  # Actionstep, or a rule of ours, said no
    DEFER = "defer"  # it certainly did not arrive; later
    DOUBT = "doubt"  # nobody knows whether it arrived
    FIND = "find"  # the look-up found it in Actionstep
    MISS = "miss"  # the look-up proved that it is not there
    AMEND = "amend"  # the person changed it there through us
    RECALL = "recall"  # it was deleted there, and the person takes it back


class IllegalMove(WiseStepError):
    """A move the table does not know; a fault of ours, never of the person."""

    def __init__(self, state: EntryState, move: Move) -> None:
        super().__init__("posting.illegal_move", state=state, move=move)


MOVES: dict[tuple[EntryState, Move], EntryState] = {
    (EntryState.DRAFT, Move.QUEUE): EntryState.QUEUED,
    (EntryState.REFUSED, Move.QUEUE): EntryState.QUEUED,
    (EntryState.QUEUED, Move.WITHDRAW): EntryState.DRAFT,
    (EntryState.REFUSED, Move.WITHDRAW): EntryState.DRAFT,
    (EntryState.QUEUED, Move.CLAIM): EntryState.SENDING,
    (EntryState.QUEUED, Move.REFUSE): EntryState.REFUSED,
    (EntryState.SENDING, Move.ACCEPT): EntryState.SENT,
    (EntryState.SENDING, Move.REFUSE): EntryState.REFUSED,
    (EntryState.SENDING, Move.DEFER): EntryState.QUEUED,
    (EntryState.SENDING, Move.DOUBT): EntryState.UNCERTAIN,
    (EntryState.UNCERTAIN, Move.FIND): EntryState.SENT,
    (EntryState.UNCERTAIN, Move.MISS): EntryState.QUEUED,
    (EntryState.SENT, Move.AMEND): EntryState.SENT,
    (EntryState.SENT, Move.RECALL): EntryState.DRAFT,
}
"""Every legal move; a test walks all of them and refuses all others."""


def moved(state: EntryState, move: Move) -> EntryState:
    """Return where ``move`` leads.

    Raises:
        IllegalMove: if the table has no such move.
    """
    try:
        return MOVES[state, move]
    except KeyError:
        raise IllegalMove(state, move) from None


IN_FLIGHT = frozenset({EntryState.QUEUED, EntryState.SENDING, EntryState.UNCERTAIN})
"""States in which the outbox still owes something."""

OURS_TO_EDIT = frozenset({EntryState.DRAFT, EntryState.REFUSED})
"""States in which the person may change an entry."""
