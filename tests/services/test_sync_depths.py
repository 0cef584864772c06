"""Syncing as little as will do: only what changed, or every id, or everything; and going on where it stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.office import Office
from tests.services.test_connect_and_sync import cached, visible
from wisestep_desktop.core.errors import Unavailable
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import HOUR, MINUTE
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.core.observation import Window
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.services import facts
from wisestep_desktop.services.sync import Depth, Progress, due_depth, next_sync, sync


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Office]:
    with Sandbox(matters=650) as sandbox, Office(tmp_path, sandbox) as office:
        office.connect()
        yield office


def known(office: Office, matter: int) -> Matter:
    found = office.store.read(lambda books: books.matters.matter(MatterId(matter)))
    assert found is not None
    return found


def pages(office: Office) -> list[str]:
    return [one["query"] for one in office.sandbox.requests() if one["path"].endswith("/actions")]


def asked(office: Office, depth: Depth) -> list[str]:
    before = len(pages(office))
    assert office.sync(depth).depth is depth
    return pages(office)[before:]


def test_an_unchanged_firm_costs_one_request(office: Office) -> None:
    office.clock.advance(30 * MINUTE)
    before = office.practice.requests()
    done = office.sync(Depth.CHANGES)
    assert (done.depth, done.added, done.changed, done.removed) == (Depth.CHANGES, 0, 0, 0)
    assert office.practice.requests() - before == done.requests == 1
    assert done.matters == len(visible(office.sandbox))


def test_only_what_changed_is_read_and_the_former_name_stays(office: Office) -> None:
    one = min(cached(office))
    before = known(office, one)
    office.sandbox.change_matter(one, name="Renamed v Before")
    done = office.sync(Depth.CHANGES)
    assert (done.added, done.changed, done.removed) == (0, 1, 0)
    assert known(office, one).name == "Renamed v Before"
    assert known(office, one).aliases == (before.name,)


def test_a_walk_finds_what_was_deleted_and_reads_only_what_differs(large: Office) -> None:
    large.sync()
    first, second, *_ = sorted(cached(large))
    large.sandbox.change_matter(first, name="Renamed")
    large.sandbox.delete_matter(second)
    asked_for = asked(large, Depth.WALK)
    assert known(large, second).gone
    assert known(large, first).name == "Renamed"
    assert sum("id_in" in query for query in asked_for) == 1
    assert cached(large) == visible(large.sandbox)


@pytest.mark.parametrize("depth", [Depth.FULL, Depth.WALK])
def test_an_interrupted_walk_goes_on_where_it_stopped(large: Office, depth: Depth) -> None:
    large.sync()
    gone = sorted(cached(large))[3]
    large.sandbox.delete_matter(gone)

    def cut(progress: Progress) -> None:
        if progress.matters >= 400:
            large.sandbox.inject("500:*@actions")

    with pytest.raises(Unavailable):
        sync(large.store, large.clock, large.practice, large.recogniser, cut, depth)
    assert gone in cached(large)
    large.sandbox.clear_faults()
    told: list[Progress] = []
    before = len(pages(large))
    sync(large.store, large.clock, large.practice, large.recogniser, told.append, depth)
    walked = [query for query in pages(large)[before:] if "id_in" not in query]
    assert told[0].matters > 400
    assert "id_gt" in walked[0]
    assert cached(large) == visible(large.sandbox)


def test_a_walk_left_too_long_begins_anew(large: Office) -> None:
    large.sync()

    def cut(_progress: Progress) -> None:
        large.sandbox.inject("500:*@actions")

    with pytest.raises(Unavailable):
        sync(large.store, large.clock, large.practice, large.recogniser, cut, Depth.FULL)
    large.sandbox.clear_faults()
    large.clock.advance(21 * HOUR)
    assert "id_gt" not in asked(large, Depth.FULL)[0]


@pytest.mark.parametrize(
    "switches",
    [
        {"id_filter": "ignored"},
        {"id_filter": "ignored", "page_overlap": "3"},
        {"page_overlap": "3"},
        {"modified_filter": "ignored"},
        {"unknown_filter": "400", "deleted_visible": "listed"},
        {"filter_tz": "org", "clock_skew": "-7200"},
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("depth", [Depth.CHANGES, Depth.WALK, Depth.FULL])
def test_whatever_the_server_ignores_nothing_is_missed_and_nothing_hidden(
    large: Office, switches: dict[str, str], depth: Depth
) -> None:
    for name, value in switches.items():
        large.sandbox.set_switch(name, value)
    large.sync(Depth.FULL)
    assert cached(large) == visible(large.sandbox)
    first, second, *_ = sorted(cached(large))
    large.sandbox.change_matter(first, name="Renamed by somebody")
    large.sandbox.close_matter(second)
    large.sync(depth)
    assert known(large, first).name == "Renamed by somebody"
    assert known(large, second).status is MatterStatus.CLOSED
    assert cached(large) == visible(large.sandbox)


def test_how_thorough_the_next_one_must_be(office: Office) -> None:
    def due() -> Depth:
        return office.store.read(lambda books: due_depth(books, office.clock.read().wall))

    assert due() is Depth.CHANGES
    office.clock.advance(24 * HOUR)
    assert due() is Depth.WALK
    office.sync(Depth.CHANGES)
    assert due() is Depth.CHANGES
    office.clock.advance(7 * 24 * HOUR)
    assert due() is Depth.FULL
    office.sync(Depth.CHANGES)
    assert due() is Depth.CHANGES


def test_matters_and_activity_types_each_have_their_interval(office: Office) -> None:
    office.set("ACTION_SYNC_INTERVAL_MINUTES", "15")
    office.set("QUICK_CODE_SYNC_INTERVAL_MINUTES", "60")
    now = office.clock.read().wall
    assert office.store.read(lambda books: next_sync(books, now)) == now + 15 * MINUTE
    for minutes, codes in ((15, 0), (30, 0), (45, 0), (60, 1)):
        office.clock.advance(15 * MINUTE)
        before = sum("/quickcodes" in one["path"] for one in office.sandbox.requests())
        office.sync(Depth.CHANGES)
        after = sum("/quickcodes" in one["path"] for one in office.sandbox.requests())
        assert (minutes, after - before) == (minutes, codes)


def test_a_matter_found_by_its_former_name(office: Office) -> None:
    one = min(cached(office))
    old = known(office, one).name
    office.sandbox.change_matter(one, name="Something else entirely 77")
    office.sync(Depth.CHANGES)
    office.store.read(office.recogniser.refresh)
    [first, *_] = office.recogniser.match(Window("Word", f"{old} - Word")).candidates
    assert first.matter == one
    assert "alias" in {find.kind for find in first.evidence}


def test_another_organisation_starts_from_nothing(office: Office) -> None:
    assert office.store.read(lambda books: books.settings.fact(facts.HIGH_WATER))
    office.store.write(lambda books: facts.keep_organisation(books, "another")).result()
    assert office.store.read(lambda books: books.settings.fact(facts.HIGH_WATER)) is None
    assert office.store.read(lambda books: due_depth(books, office.clock.read().wall)) is Depth.FULL


@pytest.mark.parametrize("id_filter", ["on", "ignored", "400"])
@pytest.mark.parametrize("modified_filter", ["on", "ignored", "400"])
def test_whatever_can_be_asked_everything_is_found(large: Office, id_filter: str, modified_filter: str) -> None:
    """Filters that are honoured, ignored or refused: a first sync, then one that finds a rename and a deletion."""
    large.sandbox.set_switch("id_filter", id_filter)
    large.sandbox.set_switch("modified_filter", modified_filter)
    large.sync()
    assert cached(large) == visible(large.sandbox)
    first, second, *_ = sorted(cached(large))
    large.sandbox.change_matter(first, name="Renamed v Before")
    large.sync(Depth.CHANGES)
    assert known(large, first).name == "Renamed v Before"
    large.sandbox.delete_matter(second)
    large.sync(Depth.WALK)
    assert known(large, second).gone
    assert cached(large) == visible(large.sandbox)


@pytest.mark.parametrize("answer", ["on", "ignored", "400"])
def test_activity_types_are_those_for_time_whatever_can_be_asked(office: Office, answer: str) -> None:
    office.sandbox.set_switch("quickcode_filter", answer)
    names = {each.name for each in office.practice.activity_types()}
    assert "Drafting" in names
    assert "Search fees" not in names


@pytest.mark.parametrize("depth", [Depth.WALK, Depth.FULL])
def test_when_most_matters_vanish_at_once_a_second_walk_has_to_say_so(office: Office, depth: Depth) -> None:
    before = cached(office)
    for matter in before:
        office.sandbox.restrict_matter(matter)
    assert office.sync(depth).removed == 0
    assert cached(office) == before
    assert office.store.read(lambda books: due_depth(books, office.clock.read().wall)) is Depth.WALK
    assert office.sync(depth).removed == len(before)
    assert cached(office) == set()


def test_what_vanished_for_a_moment_was_never_hidden(office: Office) -> None:
    before = cached(office)
    for matter in before:
        office.sandbox.restrict_matter(matter)
    office.sync()
    for matter in before:
        office.sandbox.change_matter(matter, only_for=None)
    office.sync()
    assert cached(office) == before
    for matter in before:
        office.sandbox.restrict_matter(matter)
    assert office.sync().removed == 0  # the doubt of then is no second opinion now
