"""The sign-in window goes where it must and nowhere else, whatever address a page comes up with."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from wisestep_desktop.shell.signin.policy import Context, Decision, decide, may_fetch, origin

REAL = Context(
    authorize_url="https://go.actionstep.com/api/oauth/authorize?client_id=1",
    redirect_uri="http://127.0.0.1:8912/callback",
    hosts=("go.actionstep.com", "auth.actionstep.com", "SSO.Firm.example", "adfs.firm.example:8443"),
)
PRACTICE = Context("http://127.0.0.1:5005/api/oauth/authorize", "http://127.0.0.1:6006/callback", ("127.0.0.1",))


@pytest.mark.parametrize(
    "url",
    [
        "https://go.actionstep.com/",
        "https://go.actionstep.com:443/x",
        "https://GO.Actionstep.Com/login?next=https://evil.example/",
        "https://auth.actionstep.com/login#top",
        "https://sso.firm.example/saml?SAMLRequest=" + "a" * 20_000,
        "https://adfs.firm.example:8443/adfs",
        "about:blank",
    ],
)
def test_the_pages_of_the_sign_in_are_shown(url: str) -> None:
    assert decide(url, REAL) is Decision.ALLOW


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8912/callback?code=abc&state=xyz",
        "http://127.0.0.1:8912/callback?error=access_denied",
        "http://127.0.0.1:8912/callback",
        "http://127.0.0.1:8912/callback?code=a#_=_",
    ],
)
def test_the_return_address_is_caught(url: str) -> None:
    assert decide(url, REAL) is Decision.CATCH
    assert decide(url, REAL, main_frame=False) is Decision.REFUSE


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1:8912/callback?code=a",
        "http://127.0.0.1:8913/callback?code=a",
        "http://127.0.0.1/callback?code=a",
        "http://localhost:8912/callback?code=a",
        "http://127.0.0.1.:8912/callback?code=a",
        "http://127.0.0.1:8912/callback/?code=a",
        "http://127.0.0.1:8912/Callback?code=a",
        "http://127.0.0.1:8912/callbac%6b?code=a",
        "http://127.0.0.1:8912//callback?code=a",
        "http://127.0.0.1:8912/callback;x?code=a",
        "http://127.0.0.1:8912/x/../callback?code=a",
        "http://user@127.0.0.1:8912/callback?code=a",
        "http://2130706433:8912/callback?code=a",
        "http://0177.0.0.1:8912/callback?code=a",
        "http://0x7f.1:8912/callback?code=a",
        "http://[::1]:8912/callback?code=a",
        "http://127.0.0.1:08912/callback?code=a",
        "http://127.0.0.1:8912\\callback?code=a",
    ],
)
def test_what_only_looks_like_the_return_address_is_refused(url: str) -> None:
    assert decide(url, REAL) is Decision.REFUSE


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<h1>Sign in</h1>",
        "file:///etc/passwd",
        "file://go.actionstep.com/etc/passwd",
        "blob:https://go.actionstep.com/6d9f",
        "filesystem:https://go.actionstep.com/temporary/x",
        "chrome://settings",
        "chrome-devtools://devtools/bundled/inspector.html",
        "devtools://devtools/",
        "view-source:https://go.actionstep.com/",
        "qrc:/page.html",
        "about:config",
        "about:srcdoc",
        "ftp://go.actionstep.com/",
        "mailto:somebody@firm.example",
        "wisestep://join/abc",
        "ws://go.actionstep.com/",
        "http://go.actionstep.com/",
        "http://help.actionstep.com/",
        "https://go.actionstep.com:8443/",
        "https://go.actionstep.com@evil.example/",
        "https://user:password@go.actionstep.com/",
        "https://evil.example:443@go.actionstep.com/",
        "https://go.actionstep.com\\@evil.example/",
        "https://evil.example\\.go.actionstep.com/",
        "https:\\\\go.actionstep.com/",
        "https:/go.actionstep.com/",
        "https:go.actionstep.com/",
        "https:///go.actionstep.com/",
        "https://go.actionstep.com./",
        "https://go..actionstep.com/",
        "https://go%2eactionstep.com/",
        "https://go.actionstep.com%00.evil.example/",
        "https://go.actionstep.com\x00.evil.example/",
        "https://go.actionstep.com\n.evil.example/",
        "https://go.actionstep.com\u3002evil.example/",
        "https://g\u03bf.actionstep.com/",  # a Greek letter
        "https://go.action\u017ftep.com/",  # a long s, which some fold to s
        "https://go.actionstep.com:+443/",
        "https://go.actionstep.com:0443/",
        "https://go.actionstep.com:99999/",
        "https://go.actionstep.com:443:443/",
        "https://[go.actionstep.com]/",
        "https://[::ffff:7f00:1]/",
        "https://127.0.0.1/",
        "https://10.0.0.1/",
        "https://1.2.3/",
        "https://router/",
        "https://printer.local/",
        "https://evil.localhost/",
        "https://-go.actionstep.com/",
        "https://help.actionstep.com:8080/",
        "//go.actionstep.com/",
        "go.actionstep.com",
        "",
        " ",
        "https://go.actionstep.com/" + "a" * 70_000,
    ],
)
def test_hostile_addresses_are_refused(url: str) -> None:
    assert decide(url, REAL) is Decision.REFUSE


@pytest.mark.parametrize(
    "url",
    [
        "https://help.actionstep.com/reset",
        "https://go.actionstep.com.evil.example/",
        "https://go-actionstep.com/",
        "https://actionstep.com/",
        "https://evil.go.actionstep.com/",
        "https://xn--g-jmc.actionstep.com/",
        "https://evil.example/https://go.actionstep.com/",
        "https://evil.example/?@go.actionstep.com",
        "https://evil.example#@go.actionstep.com",
        "https://sso.firm.example.evil.example/",
    ],
)
def test_other_websites_open_outside_and_only_from_the_window_itself(url: str) -> None:
    assert decide(url, REAL) is Decision.OPEN_OUTSIDE
    assert decide(url, REAL, main_frame=False) is Decision.REFUSE


def test_practice_speaks_plain_http_with_its_own_port_only() -> None:
    assert decide("http://127.0.0.1:5005/api/oauth/consent", PRACTICE) is Decision.ALLOW
    assert decide("http://127.0.0.1:6006/callback?code=1", PRACTICE) is Decision.CATCH
    assert decide("http://127.0.0.1:5006/", PRACTICE) is Decision.REFUSE
    assert decide("http://localhost:5005/", PRACTICE) is Decision.REFUSE
    assert decide("http://127.0.0.1/", PRACTICE) is Decision.REFUSE


def test_a_named_port_of_this_computer_may_speak_plain_http() -> None:
    context = Context(
        "https://go.actionstep.com/a", "http://127.0.0.1:1/callback", ("127.0.0.1:7000", "sso.example:80")
    )
    assert decide("http://127.0.0.1:7000/", context) is Decision.ALLOW
    assert decide("http://127.0.0.1:7001/", context) is Decision.REFUSE
    assert decide("http://sso.example:80/", context) is Decision.REFUSE


def test_plain_http_is_refused_even_for_the_host_it_all_begins_with() -> None:
    context = Context("http://go.actionstep.com/authorize", "http://127.0.0.1:1/callback", ("go.actionstep.com",))
    assert decide("http://go.actionstep.com/authorize", context) is Decision.REFUSE


def test_a_registered_query_must_come_back_first_and_whole() -> None:
    context = Context("https://go.actionstep.com/a", "https://firm.example/back?app=1")
    assert decide("https://firm.example/back?app=1&code=x", context) is Decision.CATCH
    assert decide("https://firm.example/back?app=1", context) is Decision.CATCH
    assert decide("https://firm.example/back?app=12&code=x", context) is not Decision.CATCH
    assert decide("https://firm.example/back?code=x&app=1", context) is not Decision.CATCH
    assert decide("https://firm.example/back", context) is not Decision.CATCH


def test_a_scheme_of_our_own_can_be_the_return_address() -> None:
    context = Context("https://go.actionstep.com/a", "com.firm.wisestep:/back")
    assert decide("com.firm.wisestep:/back?code=x", context) is Decision.CATCH
    assert decide("com.firm.wisestep://back?code=x", context) is Decision.REFUSE


def test_an_empty_path_and_a_slash_are_the_same_place() -> None:
    context = Context("https://go.actionstep.com/a", "http://127.0.0.1:8912")
    assert decide("http://127.0.0.1:8912/?code=x", context) is Decision.CATCH


def test_an_unreadable_return_address_catches_nothing() -> None:
    context = Context("https://go.actionstep.com/a", "http://[broken/callback")
    assert decide("http://[broken/callback", context) is Decision.REFUSE


HOSTS = ["go.actionstep.com", "auth.actionstep.com", "sso.firm.example"]
FREE = st.text(st.characters(codec="utf-8"), max_size=40)
NASTY = st.sampled_from(
    [
        *(*HOSTS, "evil.example", "127.0.0.1:8912", "xn--", "443", "callback", "[", "]", "::1"),
        *("@", ":", "/", "//", "?", "#", ".", "https:", "http:", "javascript:", "data:"),
        *("\\", "%2e", "%00", "\t", "\n", "\0", "\u3002", "\u200b"),
    ]
)


@given(st.lists(st.one_of(NASTY, FREE), max_size=12).map("".join))
@example("https://go.actionstep.com\\@evil.example/")
@example("https://evil.example/\\@go.actionstep.com")
def test_whatever_is_shown_lies_on_an_allowed_host(url: str) -> None:
    decision = decide(url, REAL)
    if decision is Decision.ALLOW and url != "about:blank":
        assert url.isascii()
        assert "\\" not in url
        scheme, _, rest = url.partition("://")
        authority = rest.split("/")[0].split("?")[0].split("#")[0]
        allowed = {*HOSTS, *(f"{host}:443" for host in HOSTS), "adfs.firm.example:8443"}
        assert scheme.lower() == "https"
        assert authority.lower().rstrip(":") in allowed
    if decision is Decision.CATCH:
        assert url.lower().startswith("http://127.0.0.1:8912/callback")


@given(st.sampled_from(HOSTS), st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=30))
def test_nothing_behind_the_host_changes_the_decision(host: str, rest: str) -> None:
    assume("\\" not in rest)
    assert decide(f"https://{host}/{rest}", REAL) is Decision.ALLOW


@given(st.sampled_from(HOSTS), st.data())
def test_letter_case_never_changes_the_decision(host: str, data: st.DataObject) -> None:
    url = f"https://{host}/"
    upper = data.draw(st.lists(st.booleans(), min_size=len(url), max_size=len(url)))
    mixed = "".join(char.upper() if up else char for char, up in zip(url, upper, strict=True))
    assert decide(mixed, REAL) is decide(url, REAL)


@given(st.sampled_from(HOSTS), st.text(st.characters(codec="utf-8"), min_size=1, max_size=8))
def test_no_user_part_is_ever_followed(host: str, user: str) -> None:
    assert decide(f"https://{user}@{host}/", REAL) in {Decision.REFUSE, Decision.OPEN_OUTSIDE}


@given(st.integers(1, 65_535), st.sampled_from(HOSTS))
def test_only_the_usual_port_is_shown(port: int, host: str) -> None:
    expected = Decision.ALLOW if port == 443 else Decision.REFUSE
    assert decide(f"https://{host}:{port}/", REAL) is expected


@given(st.one_of(FREE, NASTY))
def test_any_text_at_all_gets_a_decision(url: str) -> None:
    assert decide(url, REAL) in Decision
    assert origin(url) is None or len(origin(url) or ()) == 3


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://GO.actionstep.com/x", ("https", "go.actionstep.com", "")),
        ("http://127.0.0.1:5005/x", ("http", "127.0.0.1", "5005")),
        ("https://xn--g-jmc.actionstep.com:8443/", ("https", "xn--g-jmc.actionstep.com", "8443")),
        ("about:blank", None),
        ("https://go.actionstep.com@evil.example/", None),
    ],
)
def test_the_origin_is_shown_raw(url: str, shown: tuple[str, str, str] | None) -> None:
    assert origin(url) == shown


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://cdn.example/app.js", True),
        ("https://go.actionstep.com/logo.svg", True),
        ("wss://go.actionstep.com/live", True),
        ("data:image/png;base64,AAAA", True),
        ("blob:https://go.actionstep.com/1", True),
        ("http://cdn.example/app.js", False),
        ("ws://go.actionstep.com/live", False),
        ("http://127.0.0.1:8912/callback?code=x", False),
        ("http://127.0.0.1:631/printers", False),
        ("https://192.168.1.1/", False),
        ("https://router/", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_pages_fetch_from_websites_and_never_from_this_computer(url: str, may: bool) -> None:
    assert may_fetch(url, REAL) is may


def test_a_practice_page_fetches_from_its_own_server_only() -> None:
    assert may_fetch("http://127.0.0.1:5005/style.css", PRACTICE)
    assert not may_fetch("http://127.0.0.1:5006/style.css", PRACTICE)
    assert not may_fetch("http://127.0.0.1:6006/callback", PRACTICE)
