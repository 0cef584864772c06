"""What people read: durations, chips, and sentences that are translated before they are filled in."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import wisestep_desktop
from wisestep_desktop.core.ids import MatterId, RowId, TitleId
from wisestep_desktop.core.matching import NO_MATCH, Candidate, Match
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.rows import TimeRow
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.services.timeline import DayRow, RowState, TaggedBy
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.texts import Chip, Tone
from wisestep_desktop.shell.views.entry_words import contested
from wisestep_desktop.shell.words import tr, trn

HARBOUR = Matter(MatterId(10482), "Harbour Holdings v Quay Pty Ltd")
MARLOW = Matter(MatterId(10990), "Marlow Estate", status=MatterStatus.CLOSED)
MATTERS = {HARBOUR.id: HARBOUR, MARLOW.id: MARLOW}


def row(match: Match = NO_MATCH, *, matter: int | None = None, state: RowState = RowState.OPEN) -> DayRow:
    span = Span(Instant(0), Instant(60_000))
    tag = None if matter is None else MatterId(matter)
    by = None if matter is None else TaggedBy.MATCHER
    return DayRow(
        TimeRow(RowId("0-1"), Instant(0), TitleId(1), (span,)), Window("Word", "Deed – Word"), match, tag, by, state
    )


def likely(*matters: int) -> Match:
    return Match(None, tuple(Candidate(MatterId(matter), 0.6, ()) for matter in matters))


@pytest.mark.parametrize(
    ("millis", "said"),
    [
        (0, "0 s"),
        (45_400, "45 s"),
        (59_999, "60 s"),
        (60_000, "1 min"),
        (24 * 60_000, "24 min"),
        (65 * 60_000, "1 h 05"),
    ],
)
def test_durations(millis: int, said: str) -> None:
    assert texts.spoken(millis) == said


def test_a_clock_face_has_two_digits_for_minutes_and_seconds() -> None:
    assert texts.clock_face(1_804) == "0:30:04"
    assert texts.clock_face(36_000) == "10:00:00"


@pytest.mark.parametrize(
    ("shown", "chip"),
    [
        (row(matter=10482), Chip("10482 Harbour Holdings v Quay P…", Tone.CERTAIN)),
        (row(matter=10990), Chip("10990 · closed · Marlow Estate", Tone.CERTAIN)),
        (row(likely(10990)), Chip("Marlow Estate? · 10990", Tone.SUGGESTED)),
        (row(likely(10482, 10990)), Chip("Two matters: choose", Tone.CHOOSE)),
        (row(likely(1, 2, 3)), Chip("3 matters: choose", Tone.CHOOSE)),
        (row(), Chip("Which matter?", Tone.SUGGESTED)),
        (row(matter=10482, state=RowState.SENT), Chip("Sent · 10482 Harbour Holdings v Quay P…", Tone.SENT)),
        (row(state=RowState.DRAFT), Chip("Draft · no matter yet", Tone.DRAFT)),
        (row(state=RowState.TRASH), Chip("In the trash", Tone.QUIET)),
        (row(state=RowState.PRIVATE), None),
    ],
)
def test_chips(shown: DayRow, chip: Chip | None) -> None:
    assert texts.chip(shown, MATTERS) == chip


def test_rows_that_speak_for_other_matters_are_counted() -> None:
    rows = [row(likely(10482)), row(likely(10990)), row(likely(10482, 10990)), row()]
    assert contested(rows, MatterId(10482)) == 2
    assert contested(rows, None) == 0


def test_a_text_is_filled_in_after_it_was_looked_up() -> None:
    assert tr("{count} of {of}", count=2, of=3) == "2 of 3"
    assert [trn("{count} row", "{count} rows", count) for count in (1, 2)] == ["1 row", "2 rows"]


def test_nothing_translated_is_an_f_string() -> None:
    """An f-string is filled in before it is looked up, so it could never be translated."""
    wrong = [
        f"{file.name}:{node.lineno}"
        for file in Path(wisestep_desktop.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"tr", "trn", "N_"}
        and any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in node.args[:2])
    ]
    assert wrong == []
