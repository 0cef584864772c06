"""Where a token may go: every form Actionstep may answer, and every place it must never reach."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.adapters.actionstep.endpoint import normalise
from wisestep_desktop.core.errors import SignInFailed

HERE = ("127.0.0.1:8080",)


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://ap-southeast-2.actionstep.com/api/",
        "https://ap-southeast-2.actionstep.com/api",
        "https://ap-southeast-2.actionstep.com",
        "https://ap-southeast-2.actionstep.com/",
        "https://ap-southeast-2.actionstep.com/api/rest",
        "https://ap-southeast-2.actionstep.com/api/rest/",
        " https://ap-southeast-2.actionstep.com/api/ ",
        "https://ap-southeast-2.actionstep.com./api/",
    ],
)
def test_every_form_means_the_same_address(endpoint: str) -> None:
    assert normalise(endpoint, ()) == "https://ap-southeast-2.actionstep.com/api/rest/"


@pytest.mark.parametrize(
    ("endpoint", "base"),
    [
        ("http://127.0.0.1:8080/api/", "http://127.0.0.1:8080/api/rest/"),
        ("https://go.actionstepstaging.com:443/api", "https://go.actionstepstaging.com:443/api/rest/"),
        ("https://actionstep.com/api", "https://actionstep.com/api/rest/"),
        ("https://GO.ActionStep.com/api", "https://go.actionstep.com/api/rest/"),
        ("https://proxy.example/actionstep/api/rest", "https://proxy.example/actionstep/api/rest/"),
        ("http://[::1]:9/api", "http://[::1]:9/api/rest/"),
    ],
)
def test_allowed_places(endpoint: str, base: str) -> None:
    assert normalise(endpoint, (*HERE, "Proxy.Example", "::1")) == base


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://go.actionstep.com/api/",
        "https://evil.example/api/",
        "https://actionstep.com.evil.example/api/",
        "https://notactionstep.com/api/",
        "https://go.actionstep.com:8443/api/",
        "https://go.actionstep.com@evil.example/",
        "https://user:word@go.actionstep.com/",
        "https://evil.example#go.actionstep.com",
        "https://evil.example?go.actionstep.com",
        "https://evil.example\\.actionstep.com/",
        "https://go.actionstep.com\t.evil.example/",
        "//go.actionstep.com/api/",
        "ftp://go.actionstep.com/",
        "javascript:alert(1)",
        "http://127.0.0.1:9999/api/",
        "http://proxy.example/api",
        "https://127.0.0.1.evil.example:8080/",
        "https://[::1",
        "https://go.actionstep.com:99999/",
        "",
        "   ",
        None,
        7,
        ["https://go.actionstep.com/api/"],
    ],
)
def test_a_token_never_goes_there(endpoint: object) -> None:
    with pytest.raises(SignInFailed, match=r"sign_in\.(foreign|no)_endpoint"):
        normalise(endpoint, (*HERE, "proxy.example"))


@given(st.text(max_size=40) | st.from_regex(r"https?://[a-z@:/?#.\\\[\]]{0,20}actionstep\.com[a-z@:/?#.\\]{0,20}"))
def test_anything_else_is_refused_or_stays_within_bounds(endpoint: str) -> None:
    base: str | None = None
    try:
        base = normalise(endpoint, ())
    except SignInFailed:
        return
    host = base.removeprefix("https://").split("/", 1)[0]
    assert base.startswith("https://")
    assert base.endswith("/api/rest/")
    assert host.removesuffix(":443").endswith(("actionstep.com", "actionstepstaging.com"))
