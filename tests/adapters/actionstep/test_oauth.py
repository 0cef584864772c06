"""Signing in against the real pages: PKCE and state always, and each way it can fail has its own name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.fakes.clock import MONDAY
from tests.sandbox.people import RETURN, Person, answer_in, ticket_in
from wisestep_desktop.adapters.actionstep.oauth import ActionstepAuthorizer
from wisestep_desktop.core.errors import SignInAgain, SignInFailed, Unavailable
from wisestep_desktop.core.settings import DEFAULT_SCOPES
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.sign_in import AuthorizationRequest, Registration
from wisestep_desktop.sandbox import Sandbox

authorizer = ActionstepAuthorizer("0.0.1", lambda: Instant(MONDAY))


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(matters=5) as running:
        yield running


@pytest.fixture
def firm(sandbox: Sandbox) -> Registration:
    return Registration(
        sandbox.authorize_url, sandbox.token_url, sandbox.client_id, sandbox.client_secret, RETURN, DEFAULT_SCOPES
    )


def walk(sandbox: Sandbox, request: AuthorizationRequest, decision: str = "accept") -> str:
    """Answer the pages as a person would; return where the browser was sent."""
    person = Person(sandbox)
    with person.browser:
        ticket = ticket_in(person.browser.get(request.url, allow_redirects=False, timeout=10))
        person.submit("signin", ticket=ticket, email=person.email, password="practice")
        person.submit("organisation", ticket=ticket, org="hartleyco")
        answer = person.submit("consent", ticket=ticket, decision=decision)
    assert answer_in(answer)
    return answer.headers["Location"]


def test_a_sign_in(sandbox: Sandbox, firm: Registration) -> None:
    request = authorizer.begin(firm, RETURN)
    grant = authorizer.finish(firm, request, walk(sandbox, request))
    assert grant.api_endpoint == f"{sandbox.base_url}/api/rest/"
    assert (grant.organisation, grant.expires - grant.renewed) == ("hartleyco", 28_800_000)
    newer = authorizer.renew(firm, grant)
    assert newer.access_token != grant.access_token
    assert newer.refresh_token != grant.refresh_token
    with pytest.raises(SignInAgain):
        authorizer.renew(firm, grant)


@pytest.mark.parametrize("pkce", ["verify", "ignore", "refuse"])
def test_a_sign_in_without_a_challenge_where_the_firm_switched_it_off(
    sandbox: Sandbox, firm: Registration, pkce: str
) -> None:
    sandbox.set_switch("pkce", pkce)
    bare = replace(firm, pkce=False)
    request = authorizer.begin(bare, RETURN)
    assert "code_challenge" not in request.url
    assert authorizer.finish(bare, request, walk(sandbox, request)).organisation == "hartleyco"


def test_a_challenge_that_is_refused_says_so(sandbox: Sandbox, firm: Registration) -> None:
    sandbox.set_switch("pkce", "refuse")
    request = authorizer.begin(firm, RETURN)
    with Person(sandbox).browser as browser:
        answer = browser.get(request.url, allow_redirects=False, timeout=10).headers["Location"]
    with pytest.raises(SignInFailed, match=r"sign_in\.refused") as refused:
        authorizer.finish(firm, request, answer)
    assert refused.value.params["error"] == "invalid_request"


def test_each_attempt_is_its_own(firm: Registration) -> None:
    one, two = authorizer.begin(firm, RETURN), authorizer.begin(firm, RETURN)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(one.url).query).items()}
    assert asked["code_challenge_method"] == "S256"
    assert asked["redirect_uri"] == RETURN
    assert asked["scope"] == DEFAULT_SCOPES
    assert len(one.state) >= 43
    assert one.verifier not in one.url
    assert firm.client_secret not in one.url
    assert (one.state, one.verifier) != (two.state, two.verifier)
    assert one.state not in repr(one)
    assert one.verifier not in repr(one)


def test_declined(sandbox: Sandbox, firm: Registration) -> None:
    request = authorizer.begin(firm, RETURN)
    with pytest.raises(SignInFailed, match=r"^sign_in\.declined"):
        authorizer.finish(firm, request, walk(sandbox, request, "decline"))


@pytest.mark.parametrize(
    ("redirected", "code"),
    [
        (f"{RETURN}?code=x&state=another", "sign_in.wrong_state"),
        (f"{RETURN}?code=x", "sign_in.wrong_state"),
        (f"{RETURN}?error=access_denied&state=another", "sign_in.wrong_state"),
        (f"{RETURN}?state=STATE", "sign_in.no_code"),
        (f"{RETURN}?state=STATE&code=", "sign_in.no_code"),
        (f"{RETURN}?state=STATE&code={'x' * 5_000}", "sign_in.no_code"),
        (f"{RETURN}?state=STATE&error=server_error", "sign_in.refused"),
        (f"{RETURN}?state=another&state=STATE&code=x", "sign_in.wrong_state"),
        ("", "sign_in.wrong_state"),
        ("http://[::1", "sign_in.wrong_state"),
        (f"{RETURN}?state=\udcff", "sign_in.wrong_state"),
        (f"{RETURN}?state=%ff%00", "sign_in.wrong_state"),
    ],
)
def test_an_answer_to_another_question(firm: Registration, redirected: str, code: str) -> None:
    request = authorizer.begin(firm, RETURN)
    with pytest.raises(SignInFailed) as failed:
        authorizer.finish(firm, request, redirected.replace("STATE", request.state))
    assert failed.value.code == code


def test_the_wrong_secret(sandbox: Sandbox, firm: Registration) -> None:
    request = authorizer.begin(firm, RETURN)
    wrong = replace(firm, client_secret="wrong")
    with pytest.raises(SignInFailed, match=r"^sign_in\.wrong_client"):
        authorizer.finish(wrong, request, walk(sandbox, request))


def test_a_code_is_good_once(sandbox: Sandbox, firm: Registration) -> None:
    request = authorizer.begin(firm, RETURN)
    redirected = walk(sandbox, request)
    authorizer.finish(firm, request, redirected)
    with pytest.raises(SignInFailed, match=r"^sign_in\.code_refused"):
        authorizer.finish(firm, request, redirected)


@pytest.mark.parametrize(
    ("fault", "kind", "code"),
    [
        ("token-html:1", SignInFailed, "sign_in.no_json"),
        ("token-500:1", Unavailable, "net.server_error"),
        ("token-drop:1", Unavailable, "net.dropped"),
    ],
)
def test_a_sick_token_address(
    sandbox: Sandbox, firm: Registration, fault: str, kind: type[Exception], code: str
) -> None:
    request = authorizer.begin(firm, RETURN)
    redirected = walk(sandbox, request)
    sandbox.inject(fault)
    with pytest.raises(kind, match=f"^{code}"):
        authorizer.finish(firm, request, redirected)


def test_nobody_there(sandbox: Sandbox, firm: Registration) -> None:
    request = authorizer.begin(firm, RETURN)
    redirected = walk(sandbox, request)
    sandbox.close()
    with pytest.raises(Unavailable, match=r"^net\.unreachable"):
        authorizer.finish(firm, request, redirected)


@pytest.mark.parametrize("fault", ["token-html:1", "token-500:1", "token-drop:1"])
def test_a_renewal_that_proves_nothing_leaves_the_old_pair_good(
    sandbox: Sandbox, firm: Registration, fault: str
) -> None:
    request = authorizer.begin(firm, RETURN)
    grant = authorizer.finish(firm, request, walk(sandbox, request))
    sandbox.inject(fault)
    with pytest.raises(Unavailable):
        authorizer.renew(firm, grant)
    assert authorizer.renew(firm, grant).access_token != grant.access_token


def test_a_revoked_grant_needs_a_person(sandbox: Sandbox, firm: Registration) -> None:
    request = authorizer.begin(firm, RETURN)
    grant = authorizer.finish(firm, request, walk(sandbox, request))
    sandbox.revoke()
    with pytest.raises(SignInAgain):
        authorizer.renew(firm, grant)
