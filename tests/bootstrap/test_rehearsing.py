"""A program that was started for a self-test reaches this computer only, and asks no administrator."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import wisestep_desktop.bootstrap as root
from wisestep_desktop.bootstrap.rehearsing import AuthorizerHere, mark, only_here
from wisestep_desktop.core.errors import BadInput, SignInFailed
from wisestep_desktop.core.policy import Policy
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.sign_in import Grant, Registration

HERE = Registration("http://127.0.0.1:9/a", "http://127.0.0.1:9/t", "id", "secret", "http://127.0.0.1:0/c", "users")
THERE = "https://go.actionstep.com/api/oauth"
GRANT = Grant("a", "r", Instant(1), "https://ap.actionstep.com/api/rest/", "org", "users", Instant(0))


@pytest.mark.parametrize("url", [THERE, "http://127.0.0.1.example/x", "https://localhost.example", "nothing", ""])
def test_other_computers_are_refused(url: str) -> None:
    with pytest.raises(SignInFailed, match=r"sign_in\.rehearsal"):
        only_here(url)


@pytest.mark.parametrize("registration", [replace(HERE, authorize_url=THERE), replace(HERE, token_url=THERE)])
def test_no_sign_in_and_no_renewal_leaves_this_computer(registration: Registration) -> None:
    authorizer = AuthorizerHere("0", lambda: Instant(0))
    request = authorizer.begin(HERE, HERE.redirect_uri)
    with pytest.raises(SignInFailed, match=r"sign_in\.rehearsal"):
        authorizer.begin(registration, HERE.redirect_uri)
    with pytest.raises(SignInFailed, match=r"sign_in\.rehearsal"):
        authorizer.finish(registration, request, f"{HERE.redirect_uri}?code=1&state={request.state}")
    with pytest.raises(SignInFailed, match=r"sign_in\.rehearsal"):
        authorizer.renew(registration, GRANT)


@pytest.fixture
def key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = tmp_path / "key"
    key.touch(mode=0o600)
    key.write_text("5e" * 32)
    monkeypatch.setenv("WISESTEP_KEY_FILE", str(key))


class Decided:
    """An administrator who decided something."""

    def read(self) -> Policy:
        return Policy(texts={"connection.environment": "staging"}, places=("here",))


@pytest.mark.usefixtures("key_file")
def test_a_rehearsal_knows_no_policy_and_uses_no_real_sign_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(root, "policy_source", Decided)
    mark(tmp_path / "made")
    with root.open_program(str(tmp_path / "made"), rehearses=True) as program:
        assert program.settings().text("connection.environment") == "production"
        program.store.write(lambda books: books.settings.put_grant(GRANT)).result()
        with pytest.raises(SignInFailed, match=r"sign_in\.rehearsal"):
            program.practice.whoami()
    with root.open_program(str(tmp_path / "usual")) as program:
        assert program.settings().text("connection.environment") == "staging"


@pytest.mark.usefixtures("key_file")
def test_a_rehearsal_uses_no_other_timeline(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"selftest\.no_rehearsal"), root.open_program(str(tmp_path), rehearses=True):
        pass
