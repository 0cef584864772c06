"""Each of the six properties, row by row: what it does to an entry, to the cache and to what Actionstep receives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from decimal import Decimal

import pytest

from tests.services.office import WORDS, Office
from tests.services.reading_firm import DAY, ONE, Firm
from wisestep_desktop.core.entries import Charge, Draft, figures
from wisestep_desktop.core.errors import BadInput, BadSetting
from wisestep_desktop.core.ids import ActivityTypeId, EntryId, MatterId
from wisestep_desktop.core.instants import MINUTE, local_date
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.matters import ActivityType, Matter, MatterStatus
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.rounding import round_up
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import facts, preferences, properties
from wisestep_desktop.services.properties import Effect
from wisestep_desktop.services.sync import Depth, next_sync, sync
from wisestep_desktop.services.timeline import RowState, read_day

MATTER, OTHER = 10482, 10611
ROUNDING, FREE, SUMMARY = "BILLABLE_TIME_ROUNDING_SEC", "ACTIVITY_TYPES_NON_BILLABLE", "ADD_SUMMARY_TO_NARRATIVE"
CLOSED, MATTERS, TYPES = "SHOW_CLOSED_CASES", "ACTION_SYNC_INTERVAL_MINUTES", "QUICK_CODE_SYNC_INTERVAL_MINUTES"

UNITS = (0, 36, 360, 900)
TABLE = (
    (0, (0, 0, 0, 0)),
    (1, (1, 36, 360, 900)),
    (36, (36, 36, 360, 900)),
    (37, (37, 72, 360, 900)),
    (120, (120, 144, 360, 900)),
    (360, (360, 360, 360, 900)),
    (361, (361, 396, 720, 900)),
    (900, (900, 900, 1080, 900)),
    (3600, (3600, 3600, 3600, 3600)),
    (3601, (3601, 3636, 3960, 4500)),
)
"""Seconds worked, and seconds billed with each unit."""
CELLS = [
    (worked, unit, billed) for worked, row in TABLE for unit, billed in zip(UNITS, row, strict=True)
]  # fmt: skip


def send(office: Office, number: EntryId, *, closed_too: bool = False) -> dict[str, object]:
    """Send an entry, and return what Actionstep has of it."""
    office.courier().queue(number, WORDS, closed_too=closed_too)
    office.drain()
    entry = office.entry(number)
    assert entry.state is EntryState.SENT, entry.reason
    [row] = [row for row in office.ledger() if int(str(row["id"])) == entry.remote]
    return row


def type_named(office: Office, name: str) -> ActivityTypeId:
    kinds = office.store.read(lambda books: books.matters.activity_types())
    return next(each.id for each in kinds if each.name == name)


def an_effect(office: Office, **texts: str) -> Effect:
    today, zone = local_date(office.clock.read().wall, office.clock.zone()), office.clock.zone()
    return office.store.read(lambda books: properties.effect(books, office.recogniser, texts, today, zone, WORDS))


# BILLABLE_TIME_ROUNDING_SEC -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("worked", "unit", "billed"), CELLS)
def test_every_row_of_the_rounding_table(worked: int, unit: int, billed: int) -> None:
    assert round_up(worked, unit) == billed
    told = figures(Draft(DAY, "UTC", None, by_hand=worked * 1_000), unit=unit)
    assert (told.worked_seconds, told.billed_seconds) == (worked, billed)
    free = figures(Draft(DAY, "UTC", None, by_hand=worked * 1_000, charge=Charge.NON_BILLABLE), unit=unit)
    assert (free.billed_seconds, free.billed_hours) == (0, Decimal("0.00"))


@pytest.mark.parametrize(
    ("worked", "text", "actual", "billable"),
    [
        (120, "", "0.03", "0.03"),
        (120, "0", "0.03", "0.03"),
        (120, "1", "0.03", "0.03"),
        (120, " 36 ", "0.03", "0.04"),
        (120, "360", "0.03", "0.10"),
        (120, "900", "0.03", "0.25"),
        (1, "360", "0.01", "0.10"),
        (361, "360", "0.10", "0.20"),
        (900, "360", "0.25", "0.30"),
        (3601, "900", "1.00", "1.25"),
        (3601, "86400", "1.00", "24.00"),
    ],
)
def test_what_is_rounded_reaches_actionstep(office: Office, worked: int, text: str, actual: str, billable: str) -> None:
    office.set(ROUNDING, text)
    number = office.add(MATTER, worked)
    row = send(office, number)
    assert (row["actualHours"], row["billableHours"], row["isBillable"]) == (actual, billable, "T")
    assert office.entry(number).reason is None


@pytest.mark.parametrize("text", ["-1", "6 min", "0.1", "86401", "TRUE", "1e3"])
def test_a_unit_that_is_none_is_refused_and_the_old_one_stays(office: Office, text: str) -> None:
    office.set(ROUNDING, "360")
    with pytest.raises(BadSetting, match=ROUNDING):
        office.set(ROUNDING, text)
    assert send(office, office.add(MATTER, 120))["billableHours"] == "0.10"


# ACTIVITY_TYPES_NON_BILLABLE ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "drafting", "travel"),
    [
        ("", "T", "T"),
        ("Drafting", "F", "T"),
        ("  dRAFTING  ", "F", "T"),
        ("Drafting,Travel (local)", "F", "F"),
        ("Drafting, , Travel (local),", "F", "F"),
        ('"Drafting"', "F", "T"),
        ("Travel  (LOCAL)", "T", "F"),
    ],
)
def test_types_that_are_named_go_out_non_billable(office: Office, text: str, drafting: str, travel: str) -> None:
    office.sandbox.add_quick_code(9_001, "Travel (local)")
    office.sync()
    office.set(FREE, text)
    for name, billable in (("Drafting", drafting), ("Travel (local)", travel)):
        row = send(office, office.add(MATTER, 2_520, activity_type=type_named(office, name)))
        assert (row["isBillable"], row["billableHours"]) == (billable, "0.70" if billable == "T" else "0.00")
        assert row["actualHours"] == "0.70"


def test_a_name_with_a_comma_is_quoted(office: Office) -> None:
    office.sandbox.add_quick_code(9_002, "Travel, local")
    office.sync()
    with pytest.raises(BadSetting, match="no_activity_type"):
        office.set(FREE, "Travel, local")  # two names, neither of which there is
    office.set(FREE, '"travel,  LOCAL", Drafting')
    row = send(office, office.add(MATTER, 360, activity_type=type_named(office, "Travel, local")))
    assert row["isBillable"] == "F"


def test_a_name_nobody_has_is_refused_with_the_nearest(office: Office) -> None:
    with pytest.raises(BadSetting) as told:
        office.set(FREE, "Draftng")
    assert (told.value.reason, told.value.params["value"], told.value.params["nearest"]) == (
        "no_activity_type", "Draftng", "Drafting",
    )  # fmt: skip
    assert office.store.read(properties.in_force)[FREE] == ""
    assert send(office, office.add(MATTER, activity_type=type_named(office, "Drafting")))["isBillable"] == "T"


def test_what_is_never_billed_is_decided_when_it_goes_out_not_when_it_was_drafted(office: Office) -> None:
    number = office.add(MATTER, activity_type=type_named(office, "Drafting"), charge=Charge.BILL)
    office.set(FREE, "Drafting")
    assert send(office, number)["isBillable"] == "F"
    before = office.add(MATTER, activity_type=type_named(office, "Drafting"))
    office.set(ROUNDING, "360")
    assert send(office, before)["billableHours"] == "0.00"


def test_ten_thousand_types_are_checked_quickly(firm: Firm) -> None:
    types = [ActivityType(ActivityTypeId(number), f"Type {number}, of {number % 7} kinds") for number in range(10_000)]
    firm.write(lambda books: books.matters.put_activity_types(types))
    text = ", ".join(f'"{each.name}"' for each in types)
    firm.write(lambda books: preferences.change(books, FREE, text))
    with pytest.raises(BadSetting) as told:
        firm.write(lambda books: preferences.change(books, FREE, text + ", Typ 12"))
    assert told.value.params["nearest"]
    assert firm.store.read(properties.in_force)[FREE] == text


# ADD_SUMMARY_TO_NARRATIVE -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "tick", "added"),
    [
        ("", None, False), ("FALSE", None, False), ("true", None, True),
        ("TRUE", False, False), ("FALSE", True, True), ("TRUE", True, True),
    ],
)  # fmt: skip
def test_the_summary_goes_out_by_default_or_as_the_entry_says(
    office: Office, text: str, tick: bool | None, added: bool
) -> None:
    office.set(SUMMARY, text)
    office.set(ROUNDING, "360")
    row = send(office, office.add(MATTER, 2_521, "Drafting letter", with_summary=tick))
    summary = "\n\nTotal worked time: 42m 1s\nTotal chargeable time: 0.80h"
    assert row["description"] == "Drafting letter" + (summary if added else "")


@pytest.mark.parametrize("text", ["yes", "1", "on", "TRUE FALSE"])
def test_what_is_neither_true_nor_false_is_refused(office: Office, text: str) -> None:
    for name in (SUMMARY, CLOSED):
        with pytest.raises(BadSetting, match=name):
            office.set(name, text)


# The two intervals --------------------------------------------------------------------------------------------------


def asked_since(office: Office, before: int) -> set[str]:
    paths = (str(one["path"]) for one in office.sandbox.requests()[before:])
    return {
        "matters" if "/actions" in path else "types" for path in paths if "/actions" in path or "quickcodes" in path
    }


def by_itself(office: Office) -> set[str]:
    """Sync as the program does by itself, and return what it asked for."""
    before = len(office.sandbox.requests())
    sync(office.store, office.clock, office.practice, office.recogniser, depth=Depth.DUE)
    return asked_since(office, before)


@pytest.mark.parametrize(
    ("matters", "types", "first"),
    [("", "", 15), ("5", "", 5), ("1440", "", 60), ("1440", "1440", 1440), ("", "1", 1), ("1", "1440", 1)],
)
def test_the_next_sync_obeys_whichever_is_sooner(office: Office, matters: str, types: str, first: int) -> None:
    office.set(MATTERS, matters)
    office.set(TYPES, types)
    at = office.clock.read().wall
    synced = int(office.store.read(lambda books: books.settings.fact(facts.SYNCED)) or 0)
    told = int(office.store.read(lambda books: books.settings.fact(facts.TYPES)) or 0)
    due = office.store.read(lambda books: next_sync(books, at))
    assert due == min(synced + int(matters or 15) * MINUTE, told + int(types or 60) * MINUTE)
    assert abs(due - at - first * MINUTE) < MINUTE


def test_matters_and_types_are_asked_for_apart(office: Office) -> None:
    office.set(MATTERS, "60")
    office.set(TYPES, "5")
    assert by_itself(office) == set()
    office.sleep(5 * MINUTE)
    assert by_itself(office) == {"types"}
    assert by_itself(office) == set()
    office.sleep(5 * MINUTE)
    office.sandbox.add_quick_code(9_003, "Brand new")
    assert by_itself(office) == {"types"}
    assert type_named(office, "Brand new")
    office.set(TYPES, "1440")
    office.sleep(50 * MINUTE)
    assert by_itself(office) == {"matters"}
    office.set(MATTERS, "1")
    office.sleep(MINUTE)
    assert by_itself(office) == {"matters"}


@pytest.mark.parametrize("name", [MATTERS, TYPES])
@pytest.mark.parametrize("text", ["0", "1441", "-5", "hourly", "1.5"])
def test_an_interval_that_is_none_is_refused(office: Office, name: str, text: str) -> None:
    with pytest.raises(BadSetting, match=name):
        office.set(name, text)


# SHOW_CLOSED_CASES --------------------------------------------------------------------------------------------------

OLD = Matter(MatterId(9_120), "Old Mill acquisition", "MIL-2019-4", MatterStatus.CLOSED)
MOULD = Matter(MatterId(9_121), "Precedent conveyance", "TPL-1", MatterStatus.TEMPLATE)
TITLES = {"9120 - Old Mill deed.docx": OLD.id, "9121 - Precedent conveyance.docx": MOULD.id, "10482 - Letter.docx": ONE}


def on_rows(firm: Firm) -> dict[str, MatterId | None]:
    firm.rematch()
    return {row.window.title: row.matter for row in firm.day().rows}


@pytest.mark.parametrize(("text", "recognised"), [("", False), ("FALSE", False), ("TRUE", True)])
def test_a_matter_that_came_closed_is_known_and_offered_only_if_wanted(firm: Firm, text: str, recognised: bool) -> None:
    firm.write(lambda books: preferences.change(books, CLOSED, text))
    firm.put(OLD, MOULD)
    firm.see(*TITLES)
    assert on_rows(firm) == {**TITLES, "9120 - Old Mill deed.docx": OLD.id if recognised else None,
                             "9121 - Precedent conveyance.docx": None}  # fmt: skip
    offered = firm.store.read(
        lambda books: {each.id for each in books.matters.matters() if each.offered(closed_too=recognised)}
    )
    assert (OLD.id in offered) is recognised
    assert MOULD.id not in offered
    assert firm.store.read(lambda books: books.matters.matter(OLD.id)) is not None


def test_the_property_turns_recognising_on_and_off_again(firm: Firm) -> None:
    firm.put(OLD)
    firm.see("9120 - Old Mill deed.docx")
    assert on_rows(firm) == {"9120 - Old Mill deed.docx": None}
    firm.write(lambda books: preferences.change(books, CLOSED, "TRUE"))
    assert on_rows(firm) == {"9120 - Old Mill deed.docx": OLD.id}
    firm.write(lambda books: preferences.change(books, CLOSED, "FALSE"))
    firm.see("Old Mill acquisition, completion", settled=True)
    rows = on_rows(firm)
    assert rows["9120 - Old Mill deed.docx"] == OLD.id  # a row that has it keeps it
    assert rows["Old Mill acquisition, completion"] is None


@pytest.mark.parametrize("text", ["FALSE", "TRUE"])
def test_a_matter_that_closes_later_keeps_the_rows_it_has(office: Office, text: str) -> None:
    office.set(CLOSED, text)
    known = office.store.read(lambda books: books.matters.matter(MatterId(MATTER)))
    assert known is not None
    office.sandbox.close_matter(MATTER)
    office.sync()
    after = office.store.read(lambda books: books.matters.matter(MatterId(MATTER)))
    assert after is not None
    assert after.status is MatterStatus.CLOSED
    assert after.offered(closed_too=text == "TRUE") is (text == "TRUE")


@pytest.mark.parametrize("text", ["FALSE", "TRUE"])
def test_sending_to_a_closed_matter_asks_whatever_the_property_says(office: Office, text: str) -> None:
    office.set(CLOSED, text)
    number = office.add(MATTER)  # tagged before it closed
    office.sandbox.close_matter(MATTER)
    office.sync()
    with pytest.raises(BadInput, match=r"matter\.closed"):
        office.courier().queue(number, WORDS)
    assert office.ledger() == []
    assert send(office, number, closed_too=True)["links"]["action"] == str(MATTER)  # type: ignore[index]


@pytest.mark.parametrize("text", ["FALSE", "TRUE"])
def test_the_status_is_asked_again_just_before_each_send(office: Office, text: str) -> None:
    office.set(CLOSED, text)
    one, other = office.add(MATTER), office.add(OTHER)
    for number in (one, other):
        office.courier().queue(number, WORDS)
    office.sandbox.close_matter(MATTER)  # nobody synced since
    office.drain()
    refused = office.entry(one)
    assert (refused.state, refused.reason) == (EntryState.REFUSED, "matter.closed")
    assert refused.draft.matter == MATTER
    assert office.entry(other).state is EntryState.SENT
    assert len(office.ledger()) == 1
    assert send(office, one, closed_too=True)


@pytest.mark.parametrize("text", ["FALSE", "TRUE"])
def test_a_template_never_takes_time(office: Office, text: str) -> None:
    office.set(CLOSED, text)
    number = office.add(MATTER)
    office.courier().queue(number, WORDS, closed_too=True)
    office.sandbox.change_matter(MATTER, status="Template")
    office.drain()
    assert (office.entry(number).state, office.entry(number).reason) == (EntryState.REFUSED, "matter.template")
    assert office.ledger() == []
    office.sync()
    known = office.store.read(lambda books: books.matters.matter(MatterId(MATTER)))
    assert known is not None
    assert not known.offered(closed_too=True)


# What they would do -------------------------------------------------------------------------------------------------


def test_the_effect_on_the_day_is_what_sending_then_does(office: Office) -> None:
    drafting = type_named(office, "Drafting")
    numbers = [office.add(MATTER, 120, activity_type=drafting), office.add(OTHER, 361)]
    texts = {ROUNDING: "360", FREE: "drafting", SUMMARY: "TRUE"}
    found = an_effect(office, **texts)
    assert (found.drafts, found.billed_before, found.billed_after) == (2, Decimal("0.13"), Decimal("0.20"))
    assert [each.before.text for each in found.changes] == ["Drafting letter"] * 2
    assert office.store.read(properties.in_force)[ROUNDING] == ""
    office.store.write(lambda books: properties.save(books, texts)).result()
    assert an_effect(office, **texts).is_nothing
    for number, change in zip(numbers, found.changes, strict=True):
        row = send(office, number)
        assert change.entry == number
        assert row["description"] == change.after.text
        assert row["billableHours"] == f"{change.after.billed_hours}"
        assert row["isBillable"] == ("F" if change.after.charge is Charge.NON_BILLABLE else "T")
    assert an_effect(office, **{ROUNDING: "900"}).drafts == 0  # what is sent is no draft


def test_an_entry_with_a_say_of_its_own_is_left_alone(office: Office) -> None:
    office.add(MATTER, 3_600, with_summary=False, charge=Charge.NON_BILLABLE)
    found = an_effect(office, **{ROUNDING: "900", SUMMARY: "TRUE"})
    assert (found.drafts, found.changes, found.is_nothing) == (1, (), True)


def test_the_effect_names_what_would_be_recognised_and_what_is_kept(firm: Firm) -> None:
    firm.put(OLD)
    firm.see("9120 - Old Mill deed.docx", "Minutes", "10482 - Letter.docx")
    firm.rematch()

    def weigh(text: str) -> Effect:
        return firm.store.read(lambda books: properties.effect(books, firm.recogniser, {CLOSED: text}, DAY, UTC, WORDS))

    shown = weigh("TRUE")
    assert (shown.offered, shown.hidden, shown.rows, shown.kept) == (1, 0, 1, 0)
    assert weigh("FALSE").is_nothing
    firm.write(lambda books: preferences.change(books, CLOSED, "TRUE"))
    firm.rematch()
    before = [row.matter for row in firm.day().rows]
    hidden = weigh("")
    assert (hidden.offered, hidden.hidden, hidden.rows, hidden.kept) == (0, 1, 0, 1)
    firm.write(lambda books: preferences.change(books, CLOSED, ""))
    firm.rematch()
    assert [row.matter for row in firm.day().rows] == before
    day = firm.store.read(lambda books: read_day(books, DAY, UTC))
    assert all(row.state is RowState.OPEN for row in day.rows)


def test_all_are_saved_or_none(office: Office) -> None:
    with pytest.raises(BadSetting, match=FREE):
        office.store.write(lambda books: properties.save(books, {ROUNDING: "360", FREE: "Nobody"})).result()
    assert office.store.read(properties.in_force)[ROUNDING] == ""
    told = office.store.write(lambda books: properties.save(books, {ROUNDING: "360", SUMMARY: "FALSE"})).result()
    assert told == (ROUNDING, SUMMARY)  # said by the person now, though it means the same
    assert office.store.write(lambda books: properties.save(books, {ROUNDING: " 360 "})).result() == ()


@pytest.mark.parametrize("source", [Source.TEAM, Source.POLICY])
def test_what_is_decided_above_may_be_said_once_more_and_not_otherwise(office: Office, source: Source) -> None:
    office.store.write(lambda books: preferences.decide(books, source, {ROUNDING: "360"})).result()
    assert office.store.write(lambda books: properties.save(books, {ROUNDING: "360 "})).result() == ()
    for job in _both_ways(ROUNDING, "36"):
        with pytest.raises(BadSetting, match=f"locked_by_{source}"):
            office.store.write(job).result()
    assert office.store.read(properties.in_force)[ROUNDING] == "360"


def test_everything_that_is_wrong_is_said_at_once(office: Office) -> None:
    today, zone = local_date(office.clock.read().wall, office.clock.zone()), office.clock.zone()
    found = office.store.read(
        lambda books: properties.weigh(
            books, office.recogniser, {ROUNDING: "x", FREE: "Draftng", SUMMARY: "TRUE"}, today, zone, WORDS
        )
    )
    assert {name: wrong.reason for name, wrong in found.problems.items()} == {
        ROUNDING: "whole_number", FREE: "no_activity_type",
    }  # fmt: skip
    assert found.effect is None


def _both_ways(name: str, text: str) -> list[Callable[[Books], object]]:
    return [
        lambda books: properties.save(books, {name: text}),
        lambda books: properties.proposed(books, {name: text}),
    ]
