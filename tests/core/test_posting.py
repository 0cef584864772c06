"""The life of an entry: every state and every move, walked one by one."""

from __future__ import annotations

import itertools

import pytest

from wisestep_desktop.core.posting import IN_FLIGHT, OURS_TO_EDIT, EntryState, IllegalMove, Move, moved

S, M = EntryState, Move
LEGAL = {
    (S.DRAFT, M.QUEUE): S.QUEUED,
    (S.REFUSED, M.QUEUE): S.QUEUED,
    (S.QUEUED, M.WITHDRAW): S.DRAFT,
    (S.REFUSED, M.WITHDRAW): S.DRAFT,
    (S.QUEUED, M.CLAIM): S.SENDING,
    (S.QUEUED, M.REFUSE): S.REFUSED,
    (S.SENDING, M.ACCEPT): S.SENT,
    (S.SENDING, M.REFUSE): S.REFUSED,
    (S.SENDING, M.DEFER): S.QUEUED,
    (S.SENDING, M.DOUBT): S.UNCERTAIN,
    (S.UNCERTAIN, M.FIND): S.SENT,
    (S.UNCERTAIN, M.MISS): S.QUEUED,
    (S.SENT, M.AMEND): S.SENT,
    (S.SENT, M.RECALL): S.DRAFT,
}


@pytest.mark.parametrize(("state", "move"), list(itertools.product(EntryState, Move)))
def test_every_move_is_listed_or_illegal(state: EntryState, move: Move) -> None:
    if (state, move) in LEGAL:
        assert moved(state, move) is LEGAL[state, move]
    else:
        with pytest.raises(IllegalMove) as refused:
            moved(state, move)
        assert refused.value.params == {"state": state, "move": move}


def reachable(start: EntryState, forbidden: set[Move]) -> set[EntryState]:
    seen, todo = {start}, [start]
    while todo:
        state = todo.pop()
        for (origin, move), target in LEGAL.items():
            if origin is state and move not in forbidden and target not in seen:
                seen.add(target)
                todo.append(target)
    return seen


def test_sent_is_the_end_unless_a_person_takes_it_back() -> None:
    assert reachable(EntryState.SENT, {Move.RECALL}) == {EntryState.SENT}


def test_from_uncertain_nothing_is_sent_again_without_a_look_up() -> None:
    assert reachable(EntryState.UNCERTAIN, {Move.FIND, Move.MISS}) == {EntryState.UNCERTAIN}


def test_nothing_is_stuck_but_what_is_sent() -> None:
    for state in EntryState:
        assert EntryState.SENT in reachable(state, set())


def test_an_entry_is_the_persons_or_the_outboxs_or_done() -> None:
    assert not IN_FLIGHT & OURS_TO_EDIT
    assert IN_FLIGHT | OURS_TO_EDIT | {EntryState.SENT} == set(EntryState)
