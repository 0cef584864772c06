"""A sign-in that lasts: renewed by one process at a time, kept whatever the answer to a renewal looks like."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.adapters.actionstep.servers import response, saying
from tests.services.office import WORDS, Office, PageWalker
from wisestep_desktop.adapters.actionstep.oauth import ActionstepAuthorizer
from wisestep_desktop.adapters.system.turn import FileTurn
from wisestep_desktop.core.errors import SignInAgain, SignInFailed, Unavailable
from wisestep_desktop.core.instants import HOUR
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.sign_in import Grant, Registration
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.services import connect, facts
from wisestep_desktop.shell.sentences import explain

ROOT = Path(__file__).parents[3]
ASK = """
import sys
from pathlib import Path
from tests.services.office import Office
office = Office(Path(sys.argv[1]), None)
office.clock.advance(9 * 3_600_000)
print("ready", flush=True)
sys.stdin.readline()
print(office.practice.whoami().participant, flush=True)
office.close()
"""
NOW = Instant(1_800_000_000_000)
OLD = Grant("a", "r", NOW, "https://ap-southeast-2.actionstep.com/api/rest/", "firm", "users", NOW)


def renewals(sandbox: Sandbox) -> int:
    return sum(one["path"].endswith("/token") for one in sandbox.requests()) - 1


def test_processes_renew_one_after_the_other_and_only_once(tmp_path: Path) -> None:
    """With ``revoke_family`` a second use of the old refresh token would end the connection for everybody."""
    with Sandbox(matters=5, switches={"refresh_reuse": "revoke_family"}) as sandbox:
        with Office(tmp_path, sandbox) as office:
            office.connect()
        pipe = subprocess.PIPE
        askers = [
            subprocess.Popen([sys.executable, "-c", ASK, str(tmp_path)], cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
            for _ in range(3)
        ]
        for asker in askers:
            assert asker.stdout is not None
            assert asker.stdout.readline() == "ready\n"
        for asker in askers:
            assert asker.stdin is not None
            asker.stdin.write("\n")
            asker.stdin.flush()
        said = [asker.communicate(timeout=60)[0] for asker in askers]
        assert said == ["26\n"] * 3
        assert renewals(sandbox) == 1


def test_a_turn_that_never_comes_is_told(tmp_path: Path) -> None:
    turn = FileTurn(tmp_path / "a.lock")
    with turn.take() as ours, FileTurn(tmp_path / "a.lock").take(patience=0.1) as theirs:
        assert (ours, theirs) == (True, False)


def renew(answer: dict[str, object], registration: Registration | None = None) -> Grant:
    with saying(lambda _head: response(json.dumps(answer).encode(), "200 OK", "Content-Type: application/json")) as (
        base,
        _,
    ):
        firm = registration or Registration(f"{base}/a", f"{base}/t", "id", "secret", f"{base}/r", "users")
        return ActionstepAuthorizer("0", lambda: NOW).renew(replace(firm, token_url=f"{base}/t"), OLD)


@pytest.mark.parametrize("endpoint", ["https://collector.example/api/", None, 7, "http://go.actionstep.com/"])
def test_a_renewal_that_names_a_foreign_address_keeps_the_pair_and_the_old_address(endpoint: object) -> None:
    new = renew({"access_token": "b", "refresh_token": "s", "expires_in": "28800", "api_endpoint": endpoint})
    assert (new.access_token, new.refresh_token, new.api_endpoint) == ("b", "s", OLD.api_endpoint)
    assert (new.organisation, new.expires - new.renewed) == ("firm", 8 * HOUR)


def test_a_renewal_may_move_to_another_region() -> None:
    new = renew({"access_token": "b", "refresh_token": "s", "api_endpoint": "https://us-east-1.actionstep.com/api/"})
    assert new.api_endpoint == "https://us-east-1.actionstep.com/api/rest/"


def test_a_renewal_for_another_organisation_is_not_used() -> None:
    with pytest.raises(SignInAgain) as refused:
        renew({"access_token": "b", "refresh_token": "s", "orgkey": "another"})
    assert refused.value.code == "sign_in.moved"
    assert "another" in explain(refused.value)


@pytest.mark.parametrize(("basic", "relay"), [(False, False), (True, False), (False, True)])
def test_how_the_secret_goes(*, basic: bool, relay: bool) -> None:
    bodies: list[bytes] = []
    told = json.dumps({"access_token": "b", "refresh_token": "s"}).encode()
    with saying(lambda _head: response(told, "200 OK", "Content-Type: application/json")) as (base, heard):
        secret = "" if relay else "s3cret"
        firm = Registration(f"{base}/a", f"{base}/t", "id", secret, f"{base}/r", "users", basic=basic, relayed=relay)
        ActionstepAuthorizer("0", lambda: NOW).renew(firm, OLD)
        bodies += heard
    has_basic = b"Authorization: Basic " in bodies[0]
    length = int(bodies[0].lower().split(b"content-length: ")[1].split(b"\r")[0])
    assert has_basic == basic
    assert (length > len("grant_type=refresh_token&refresh_token=r&scope=users")) or basic


def test_the_secret_may_go_as_basic_to_the_sandbox(tmp_path: Path) -> None:
    with Sandbox(matters=5) as sandbox, Office(tmp_path, sandbox) as office:
        office.set("connection.client_authentication", "basic")
        assert office.connect() == "hartleyco"
        office.clock.advance(9 * HOUR)
        assert office.practice.whoami().participant == 26


def test_a_relay_gets_no_secret_and_no_access_token() -> None:
    texts = {
        "connection.client_id": "x",
        "connection.client_secret": "s3cret",
        "connection.relay_url": "https://relay.example/token",
    }
    firm = connect.registration(Settings(texts))
    assert (firm.token_url, firm.client_secret, firm.relayed) == ("https://relay.example/token", "", True)
    assert firm.authorize_url.startswith("https://go.actionstep.com/")
    answer = {"access_token": "b", "refresh_token": "s", "api_endpoint": "https://relay.example/api/"}
    assert renew(answer, firm).api_endpoint == OLD.api_endpoint


def test_a_token_that_is_still_good_is_used_while_the_token_address_is_sick(tmp_path: Path) -> None:
    with Sandbox(matters=5) as sandbox, Office(tmp_path, sandbox) as office:
        office.connect()
        office.clock.advance(8 * HOUR - 60_000)
        sandbox.inject("token-500:*")
        assert office.practice.whoami().participant == 26
        office.clock.advance(120_000)
        with pytest.raises(Unavailable):
            office.practice.whoami()


def test_a_changed_secret_is_named(tmp_path: Path) -> None:
    with Sandbox(matters=5) as sandbox, Office(tmp_path, sandbox) as office:
        office.connect()
        office.set("connection.client_secret", "another")
        office.clock.advance(9 * HOUR)
        with pytest.raises(SignInAgain) as refused:
            office.practice.whoami()
        assert refused.value.code == "sign_in.wrong_client"
        office.set("connection.client_secret", sandbox.client_secret)
        assert office.practice.whoami().participant == 26


def test_another_persons_time_never_becomes_ones_own(tmp_path: Path) -> None:
    with Sandbox(matters=60) as sandbox, Office(tmp_path, sandbox) as office:
        office.connect()
        office.sync()
        connect.identify(office.store, office.practice)
        number = office.add(10482)
        office.courier().queue(number, WORDS)
        robin = PageWalker(sandbox)
        robin._person.email = "robin.hartley@hartley.example"
        connect.connect(office.store, office.authorizer, robin)
        with pytest.raises(SignInFailed) as refused:
            connect.identify(office.store, office.practice)
        assert refused.value.code == "sign_in.other_person"
        now = office.store.read(facts.read_connection)
        assert (now.state, now.outbox) == (facts.ConnectionState.DISCONNECTED, 1)


def test_another_person_starts_with_matters_of_their_own(tmp_path: Path) -> None:
    with Sandbox(matters=60) as sandbox, Office(tmp_path, sandbox) as office:
        office.connect()
        office.sync()
        robin = PageWalker(sandbox)
        robin._person.email = "robin.hartley@hartley.example"
        connect.connect(office.store, office.authorizer, robin)
        assert "Robin" in connect.identify(office.store, office.practice).name
        assert office.store.read(lambda books: books.matters.count()) == 0
        assert office.store.read(facts.read_connection).last_sync is None


def test_a_pair_is_renewed_long_before_three_weeks_are_over(tmp_path: Path) -> None:
    with Sandbox(matters=5, switches={"expires_in": "604800"}) as sandbox, Office(tmp_path, sandbox) as office:
        office.connect()
        grant = office.keeper.grant()
        office.keep_grant(replace(grant, expires=Instant(grant.renewed + 60 * 24 * HOUR)))
        office.clock.advance(9 * 24 * HOUR)
        office.practice.whoami()
        assert renewals(sandbox) == 0
        office.clock.advance(24 * HOUR)
        sandbox.inject("token-500:1")
        office.practice.whoami()
        office.practice.whoami()
        assert renewals(sandbox) == 2
        assert office.keeper.grant().renewed == office.clock.read().wall
