"""One grant, many callers: renewed once, stored before it is used, and never asked for in vain."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.fakes.clock import FakeClock
from tests.sandbox.people import RETURN, Person
from wisestep_desktop.adapters.actionstep.grants import GrantKeeper
from wisestep_desktop.adapters.actionstep.oauth import ActionstepAuthorizer
from wisestep_desktop.core.errors import NotConnected, SignInAgain, StoreError, Unavailable
from wisestep_desktop.core.settings import DEFAULT_SCOPES
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.sign_in import Grant, Registration
from wisestep_desktop.sandbox import Sandbox


class Drawer:
    """Where the grant is kept, shared by every keeper of a test."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.clock = FakeClock()
        self.firm = Registration(
            sandbox.authorize_url, sandbox.token_url, sandbox.client_id, sandbox.client_secret, RETURN, DEFAULT_SCOPES
        )
        person = Person(sandbox)
        with person.browser:
            told = person.connect(DEFAULT_SCOPES).tokens
        now = self.clock.read().wall
        self.kept: Grant | None = Grant(
            told["access_token"], told["refresh_token"], Instant(now + 28_800_000), f"{sandbox.base_url}/api/rest/",
            "hartleyco", DEFAULT_SCOPES, now,
        )  # fmt: skip
        self.stored: list[Grant] = []

    def keep(self, grant: Grant) -> None:
        self.kept = grant
        self.stored.append(grant)

    def keeper(
        self, registration: Callable[[], Registration] | None = None, keep: Callable[[Grant], None] | None = None
    ) -> GrantKeeper:
        authorizer = ActionstepAuthorizer("0.0.1", lambda: self.clock.read().wall)
        return GrantKeeper(
            lambda: self.kept,
            keep or self.keep,
            registration or (lambda: self.firm),
            authorizer,
            lambda: self.clock.read().wall,
        )

    def renewals(self) -> int:
        return sum(one["path"].endswith("/token") for one in self.sandbox.requests()) - 1


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    with Sandbox(matters=1) as sandbox:
        yield Drawer(sandbox)


def test_a_good_grant_is_handed_out_as_it_is(drawer: Drawer) -> None:
    assert drawer.keeper().grant() == drawer.kept
    assert drawer.renewals() == 0


def test_one_about_to_end_is_renewed_and_stored(drawer: Drawer) -> None:
    keeper, old = drawer.keeper(), drawer.kept
    drawer.clock.advance(28_800_000 - 120_000)
    new = keeper.grant()
    assert new != old
    assert drawer.stored == [new]
    assert keeper.grant() == new
    assert drawer.renewals() == 1


def test_eight_threads_renew_once(drawer: Drawer) -> None:
    keeper, gate = drawer.keeper(), threading.Barrier(8)
    drawer.clock.advance(30_000_000)

    def ask(_: int) -> Grant:
        gate.wait(10)
        return keeper.grant()

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(ask, range(8)))) == 1
    assert drawer.renewals() == 1


def test_eight_threads_refused_at_once_renew_once(drawer: Drawer) -> None:
    keeper, gate = drawer.keeper(), threading.Barrier(8)
    used = keeper.grant()

    def ask(_: int) -> Grant:
        gate.wait(10)
        return keeper.after_refusal(used)

    with ThreadPoolExecutor(8) as pool:
        assert used not in set(pool.map(ask, range(8)))
    assert drawer.renewals() == 1


def test_a_pair_that_cannot_be_stored_is_not_used(drawer: Drawer) -> None:
    def full(_grant: Grant) -> None:
        raise StoreError("store.disk_full")

    drawer.clock.advance(30_000_000)
    with pytest.raises(StoreError):
        drawer.keeper(keep=full).grant()


def test_a_dead_refresh_token_is_asked_once(drawer: Drawer) -> None:
    keeper = drawer.keeper()
    drawer.sandbox.revoke()
    drawer.clock.advance(30_000_000)
    for _ in range(3):
        with pytest.raises(SignInAgain):
            keeper.grant()
    assert drawer.renewals() == 1


def test_an_unreachable_token_address_may_be_asked_again(drawer: Drawer) -> None:
    keeper = drawer.keeper()
    drawer.clock.advance(30_000_000)
    drawer.sandbox.inject("token-500:1")
    with pytest.raises(Unavailable):
        keeper.grant()
    assert keeper.grant() in drawer.stored


def test_another_process_that_renewed_first_is_believed(drawer: Drawer) -> None:
    """Both read the same old pair; the other one is faster, and its renewal kills ours."""
    other = drawer.keeper()

    def meanwhile() -> Registration:
        other.grant()
        return drawer.firm

    drawer.clock.advance(30_000_000)
    ours = drawer.keeper(registration=meanwhile).grant()
    assert drawer.stored == [ours]


def test_without_a_grant_nobody_is_connected(drawer: Drawer) -> None:
    used, drawer.kept = drawer.kept, None
    assert used is not None
    with pytest.raises(NotConnected):
        drawer.keeper().grant()
    with pytest.raises(NotConnected):
        drawer.keeper().after_refusal(used)
