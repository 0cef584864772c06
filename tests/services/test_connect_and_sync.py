"""Connecting through the real pages, and keeping the cache of matters true."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.office import WORDS, Office, PageWalker
from wisestep_desktop.adapters.system.turn import FileTurn
from wisestep_desktop.core.errors import BadSetting, SignInAgain, SignInFailed, Unavailable, WiseStepError
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matters import MatterStatus
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.timeline import Tag
from wisestep_desktop.sandbox import Sandbox
from wisestep_desktop.services import connect, facts
from wisestep_desktop.services.sync import Progress, sync, sync_alone
from wisestep_desktop.shell.sentences import explain


@pytest.fixture
def fresh(sandbox: Sandbox, tmp_path: Path) -> Office:
    """Not connected yet; closed by the test's own ``with``."""
    return Office(tmp_path, sandbox)


def visible(sandbox: Sandbox) -> set[int]:
    return {row["id"] for row in sandbox.matters() if not row["restricted"] and not row["deleted"]}


def cached(office: Office) -> set[int]:
    known = office.store.read(lambda books: books.matters.matters())
    return {matter.id for matter in known if not matter.gone}


def connection(office: Office) -> facts.Connection:
    return office.store.read(facts.read_connection)


def test_connecting_keeps_the_grant_and_who_it_was(fresh: Office) -> None:
    with fresh as office:
        assert connection(office).state is facts.ConnectionState.DISCONNECTED
        walker = PageWalker(office.sandbox)
        assert office.connect(walker) == "hartleyco"
        now = connection(office)
        assert (now.state, now.organisation, now.trouble) == (facts.ConnectionState.READY, "hartleyco", None)
        assert now.person is not None
        assert now.person.name
        assert walker.closed
        assert walker.hosts == ("127.0.0.1",)


def test_declining_changes_nothing(fresh: Office) -> None:
    with fresh as office:
        office.connect()
        before = office.store.read(lambda books: books.settings.grant())
        with pytest.raises(SignInFailed, match=r"sign_in\.declined"):
            office.connect(PageWalker(office.sandbox, decision="decline"))
        assert office.store.read(lambda books: books.settings.grant()) == before


@pytest.mark.parametrize("missing", ["authorize_url", "token_url", "client_id"])
def test_what_is_missing_is_named(fresh: Office, missing: str) -> None:
    with fresh as office:
        office.configure()
        office.set(f"connection.{missing}", "")
        with pytest.raises(BadSetting) as refused:
            office.registration()
        assert refused.value.name == f"connection.{missing}"
        assert refused.value.reason == "required"


def test_each_environment_has_its_own_addresses() -> None:
    hosts = {}
    for environment in ("production", "staging"):
        registered = connect.registration(
            Settings({"connection.environment": environment, "connection.client_id": "x"})
        )
        hosts[environment] = (registered.authorize_url, registered.token_url)
        assert all(url.startswith("https://") for url in hosts[environment])
        assert all(
            host.endswith(("actionstep.com", "actionstepstaging.com")) for host in connect.sign_in_hosts(registered)
        )
    assert len({url for urls in hosts.values() for url in urls}) == 4


def test_disconnecting_forgets_the_grant(office: Office) -> None:
    assert connect.disconnect(office.store) is True
    assert connect.disconnect(office.store) is False
    assert office.store.read(lambda books: books.settings.grant()) is None
    assert connection(office).state is facts.ConnectionState.DISCONNECTED


def test_another_organisations_matters_are_forgotten(office: Office) -> None:
    assert len(cached(office)) > 20
    assert office.connect(PageWalker(office.sandbox, org="hartleycotraining")) == "hartleycotraining"
    assert cached(office) == set()
    assert connection(office).last_sync is None
    office.sync()
    assert 0 < len(cached(office)) <= 12


def test_the_same_organisation_again_keeps_its_matters(office: Office) -> None:
    before = cached(office)
    office.connect()
    assert cached(office) == before


def test_a_sync_brings_everything_visible(office: Office) -> None:
    assert cached(office) == visible(office.sandbox)
    by_id = {row["id"]: row for row in office.sandbox.matters()}
    for matter in office.store.read(lambda books: books.matters.matters()):
        told = by_id[matter.id]
        assert (matter.name, matter.reference, matter.status) == (told["name"], told["reference"], told["status"])
        assert list(matter.clients) == told["clients"]
    assert office.store.read(lambda books: books.matters.activity_types())
    assert connection(office).last_sync == office.clock.read().wall


def test_a_second_sync_says_what_changed(office: Office) -> None:
    first, second, *_ = sorted(cached(office))
    office.sandbox.change_matter(first, name="Renamed")
    office.sandbox.delete_matter(second)
    done = office.sync()
    assert (done.added, done.changed, done.removed) == (0, 1, 1)
    assert office.sync().changed == 0
    gone = office.store.read(lambda books: books.matters.matter(MatterId(second)))
    assert gone is not None
    assert gone.gone


def test_a_matter_closes_and_comes_back(office: Office) -> None:
    one = min(cached(office))
    office.sandbox.close_matter(one)
    office.sync()
    known = office.store.read(lambda books: books.matters.matter(MatterId(one)))
    assert known is not None
    assert known.status is MatterStatus.CLOSED
    office.sandbox.restrict_matter(one)
    office.sync()
    assert one not in cached(office)
    office.sandbox.change_matter(one, status="Active", only_for=None)
    office.sync()
    assert one in cached(office)


@pytest.fixture
def large(tmp_path: Path) -> Office:
    sandbox = Sandbox(matters=650)
    office = Office(tmp_path, sandbox)
    office.connect()
    return office


def test_a_sync_cut_short_keeps_what_came_and_hides_nothing(large: Office) -> None:
    with large.sandbox, large as office:
        office.sync()
        before = cached(office)
        told: list[Progress] = []

        def cut(progress: Progress) -> None:
            told.append(progress)
            office.sandbox.inject("500:*@actions")

        office.sandbox.change_matter(min(before), name="Renamed")
        with pytest.raises(Unavailable):
            sync(office.store, office.clock, office.practice, office.recogniser, cut)
        assert len(told) == 1
        assert cached(office) == before
        renamed = office.store.read(lambda books: books.matters.matter(MatterId(min(before))))
        assert renamed is not None
        assert renamed.name == "Renamed"


def test_a_matter_deleted_during_the_walk_hides_no_other(large: Office) -> None:
    with large.sandbox, large as office:
        office.sync()
        first = min(cached(office))

        def delete_first(progress: Progress) -> None:
            if progress.matters <= 200:
                office.sandbox.delete_matter(first)

        sync(office.store, office.clock, office.practice, office.recogniser, delete_first)
        assert visible(office.sandbox) <= cached(office)
        office.sync()
        assert cached(office) == visible(office.sandbox)


@pytest.mark.parametrize("fault", ["half-body:1", "html:1@actions", "answer-lost:1@actions", "429=2:1@actions"])
def test_a_hiccup_is_waited_out(office: Office, fault: str) -> None:
    office.pauses.clear()
    office.sandbox.inject(fault)
    office.sync()
    assert cached(office) == visible(office.sandbox)
    assert office.pauses == ([2] if "=2" in fault else [1.0])


def test_a_long_wait_is_reported_rather_than_sat_out(office: Office) -> None:
    office.sandbox.inject("429=300:1@actions")
    office.pauses.clear()
    with pytest.raises(Unavailable) as busy:
        office.sync()
    assert (busy.value.code, busy.value.retry_after) == ("net.rate_limit", 300)
    assert office.pauses == []


def test_a_revoked_sign_in_is_told(office: Office) -> None:
    office.sandbox.revoke()
    with pytest.raises(WiseStepError, match=r"sign_in\.again"):
        office.sync()
    assert cached(office) == visible(office.sandbox)


def test_another_organisation_waits_until_everything_is_sent(office: Office) -> None:
    """The same number may be another client's matter there, so nothing unsent may cross over."""
    office.connect()
    office.sync()
    office.add(10482)
    with pytest.raises(SignInFailed) as refused:
        office.connect(PageWalker(office.sandbox, org="hartleycotraining"))
    assert refused.value.code == "sign_in.other_organisation"
    assert "Send or discard them" in explain(refused.value)
    assert office.store.read(facts.read_connection).organisation == "hartleyco"
    [entry] = office.entries()
    office.courier().queue(entry.id, WORDS)
    office.courier().run()
    office.connect(PageWalker(office.sandbox, org="hartleycotraining"))
    assert office.store.read(facts.read_connection).organisation == "hartleycotraining"


def test_tags_of_another_organisation_are_forgotten(office: Office) -> None:
    office.connect()
    title = office.store.write(lambda books: books.timeline.open_visit(Instant(0), Window("Word", "Deed"))).result()
    assert title is not None
    tag = Tag(title.id, Instant(0), MatterId(10482))
    office.store.write(lambda books: books.timeline.put_tag(tag)).result()
    office.connect(PageWalker(office.sandbox, org="hartleycotraining"))
    assert office.store.read(lambda books: books.timeline.tags(Span(Instant(0), Instant(1)))) == ()


def test_two_programs_never_sync_at_once(office: Office) -> None:
    office.connect()
    turn = FileTurn(office.folder / "syncing.lock")
    asked = office.practice.requests()
    with turn.take(), pytest.raises(Unavailable) as refused:
        sync_alone(turn, office.store, office.clock, office.practice, office.recogniser)
    assert refused.value.code == "net.sync_running"
    assert office.practice.requests() == asked
    assert sync_alone(turn, office.store, office.clock, office.practice, office.recogniser).matters > 20


def test_that_the_sign_in_ended_is_not_forgotten_while_actionstep_is_away(office: Office) -> None:
    def keep(error: WiseStepError | None) -> None:
        office.store.write(lambda books: facts.keep_trouble(books, error)).result()

    keep(SignInAgain("sign_in.again"))
    keep(Unavailable("net.unreachable"))
    assert office.store.read(facts.read_connection).state is facts.ConnectionState.SIGN_IN_AGAIN
    keep(None)
    keep(Unavailable("net.unreachable"))
    assert office.store.read(facts.read_connection).state is facts.ConnectionState.ERROR
