"""The sign-in window for real: a real engine on a real display, a real server, real keys and clicks."""

from __future__ import annotations

import contextlib
import datetime as dt
import socket
import ssl
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from werkzeug.wrappers import Request, Response
from Xlib import X

from tests.desktop import connection, screenshot, wait_for_window, xdotool
from tests.shell.signin.conftest import (
    COMMAND,
    ONCE_PAINTED,
    PATIENCE,
    TITLE,
    Pages,
    Sit,
    environment_for,
    html,
    serving,
)
from wisestep_desktop.adapters.system.sign_in_windows import ChildBrowser
from wisestep_desktop.ports.sign_in import AuthorizationRequest

pytestmark = pytest.mark.display


def test_signing_in_brings_the_answer_and_leaves_nothing_behind(pages: Pages, sit: Sit) -> None:
    with serving(pages) as server:
        person = sit(f"http://127.0.0.1:{server.port}/authorize?client_id=1", pages.redirect_uri)
        pages.expect("/ready")
        person.come()
        person.type("terry@firm.example")
        person.press("Tab")
        person.type("secret-word")
        person.press("Return")
        answer = person.answer()
    sent = pages.expect("/done")
    assert sent.form == {"email": "terry@firm.example", "password": "secret-word"}
    assert "WiseStepDesktop/" in sent.headers["User-Agent"]
    assert answer == {"redirected": f"{pages.redirect_uri}?code=the-code&state=s-1"}
    drawing = {"fontconfig", "mesa_shader_cache", "mesa_shader_cache_db"}  # what every program leaves that draws
    assert [path for path in person.files() if not drawing & set(path.parts)] == []


HOSTILE = [
    "javascript:fetch('/stolen')",
    "data:text/html,<script>fetch('/stolen')</script>",
    "file:///etc/passwd",
    "view-source:/authorize",
    "chrome://version",
    "blob:null/1",
    "mailto:somebody@firm.example",
    "wisestep://join/abc",
    "http://127.0.0.1:{other}/stolen",
    "http://localhost:{port}/stolen",
    "http://user@127.0.0.1:{port}/stolen",
    "http://2130706433:{other}/stolen",
    "https://evil.example/",
    "/download",
]


def test_hostile_links_lead_nowhere_and_the_sign_in_goes_on(pages: Pages, sit: Sit) -> None:
    elsewhere = Pages("")
    with serving(pages) as server, serving(elsewhere) as other:
        links = [link.replace("{port}", str(server.port)).replace("{other}", str(other.port)) for link in HOSTILE]

        def link_page(request: Request) -> Response:
            number = int(request.args["n"])
            after = f"/link?n={number + 1}" if number + 1 < len(links) else "/done"
            target = 'target="_blank"' if number % 2 else ""
            return html(
                f"""<a {target} style="position:fixed;inset:0" href="{links[number].replace('"', "&quot;")}"
                onclick="fetch('/clicked/{number}')">x</a>
                <script>
                  window.onkeydown = (event) => {{ if (event.key == 'n') location = '{after}' }};
                  {ONCE_PAINTED}
                </script>"""
            )

        pages.more["/link"] = link_page
        pages.more["/download"] = lambda _request: Response(
            b"x" * 1000, headers={"Content-Disposition": "attachment; filename=evil.exe"}
        )
        person = sit(f"http://127.0.0.1:{server.port}/link?n=0", pages.redirect_uri)
        for number in range(len(links)):
            pages.expect("/ready", number + 1)
            if not number:
                person.come()
            _until(lambda: person.click(280, 420), pages, f"/clicked/{number}")
            assert person.windows() == 1, links[number]
            person.press("n")
        assert person.answer() == {"redirected": f"{pages.redirect_uri}?code=the-code&state=s-1"}
    assert elsewhere.visits == ()
    assert [visit for visit in pages.visits if "localhost" in visit.headers["Host"]] == []
    assert [path for path in person.files() if "evil" in path.name] == []


def test_a_page_cannot_reach_around(pages: Pages, sit: Sit) -> None:
    """Scripts, frames and parts of a page stay within what the sign-in may reach; none of it touches this computer."""
    elsewhere = Pages("")
    with serving(pages) as server, serving(elsewhere) as other:
        local = f"http://127.0.0.1:{other.port}"
        pages.more["/reach"] = lambda _request: html(
            f"""<img src="{local}/image"><iframe src="{local}/frame"></iframe>
            <iframe src="{pages.redirect_uri}?code=frame"></iframe><img src="{pages.redirect_uri}?code=image">
            <link rel=stylesheet href="{local}/style"><script src="{local}/script"></script>
            <script>
              window.onkeydown = (event) => {{ location = '/done' }};
              const tries = [
                () => fetch('{local}/fetch', {{mode: 'no-cors'}}),
                () => fetch('{pages.redirect_uri}?code=fetch', {{mode: 'no-cors'}}),
                () => navigator.clipboard.readText(),
                () => navigator.mediaDevices.getUserMedia({{audio: true}}),
                () => navigator.mediaDevices.getDisplayMedia(),
                () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)),
                () => Notification.requestPermission().then((said) => said == 'granted' || Promise.reject()),
                () => document.documentElement.requestFullscreen(),
                () => window.open('/popup') ? Promise.resolve() : Promise.reject(),
                () => new Promise((yes, no) => {{
                  const socket = new WebSocket('ws://127.0.0.1:{other.port}/socket');
                  socket.onopen = yes; socket.onerror = no;
                }}),
              ];
              (async () => {{
                const got = [];
                for (const [number, attempt] of tries.entries()) {{
                  try {{ await attempt(); got.push(number) }} catch (refused) {{ }}
                }}
                fetch('/got?' + got.join('.'))
              }})()
            </script>"""
        )
        person = sit(f"http://127.0.0.1:{server.port}/reach", pages.redirect_uri)
        person.come()
        assert pages.expect("/got").query == "", "the page got what it should not"
        assert person.windows() == 1
        person.press("space")
        assert person.answer() == {"redirected": f"{pages.redirect_uri}?code=the-code&state=s-1"}
    assert elsewhere.visits == ()
    assert "/popup" not in pages.paths()


def test_parent_and_child_together(pages: Pages, sign_in_screen: str, tmp_path: Path) -> None:
    asked = threading.Event()
    window = ChildBrowser(COMMAND, environment=environment_for(sign_in_screen, tmp_path))
    with serving(pages) as server, ThreadPoolExecutor(1) as pool, contextlib.closing(window):
        pages.redirect_uri = window.prepare("http://127.0.0.1:0/callback")
        url = f"http://127.0.0.1:{server.port}/authorize"
        request = AuthorizationRequest(url, pages.redirect_uri, "s-1", "verifier")
        answer = pool.submit(window.ask, request, ("127.0.0.1",), lambda _url: asked.set())
        assert asked.wait(PATIENCE)
        pages.expect("/ready")
        number = wait_for_window(sign_in_screen, TITLE)
        xdotool(sign_in_screen, "windowactivate", "--sync", str(number))
        xdotool(sign_in_screen, "key", "Return")
        assert answer.result(PATIENCE) == f"{pages.redirect_uri}?code=the-code&state=s-1"


def test_the_window_appears_once(pages: Pages, sit: Sit, sign_in_screen: str) -> None:
    with connection(sign_in_screen) as watching, serving(pages) as server:
        watching.screen().root.change_attributes(event_mask=X.SubstructureNotifyMask)
        watching.sync()
        person = sit(f"http://127.0.0.1:{server.port}/authorize", pages.redirect_uri)
        pages.expect("/ready")
        person.come()
        events = [watching.next_event() for _ in range(watching.pending_events())]
        assert [event.type for event in events].count(X.MapNotify) == 1, "the window came, went and came again"
        person.leave()
        person.answer()


def test_closing_the_window_calls_the_sign_in_off(pages: Pages, sit: Sit) -> None:
    with serving(pages) as server:
        person = sit(f"http://127.0.0.1:{server.port}/authorize", pages.redirect_uri)
        pages.expect("/ready")
        person.come()
        person.press("ctrl+w")
        assert person.answer() == {"cancelled": True}


def test_the_way_to_ones_own_browser(pages: Pages, sit: Sit) -> None:
    with serving(pages) as server:
        person = sit(f"http://127.0.0.1:{server.port}/authorize", pages.redirect_uri)
        pages.expect("/ready")
        person.come()
        person.click(455, 24)
        assert person.answer() == {"switch": "system"}


def test_the_window_closes_when_nobody_waits_any_more(pages: Pages, sit: Sit) -> None:
    with serving(pages) as server:
        person = sit(f"http://127.0.0.1:{server.port}/authorize", pages.redirect_uri)
        pages.expect("/ready")
        person.leave()
        assert person.answer() == {"cancelled": True}


def test_a_page_that_cannot_be_reached_can_be_tried_again(pages: Pages, sit: Sit) -> None:
    with socket.create_server(("127.0.0.1", 0)) as reserved:
        port = reserved.getsockname()[1]
    person = sit(f"http://127.0.0.1:{port}/authorize", pages.redirect_uri)
    person.come()
    with serving(pages, port):
        _until(lambda: person.press("Return"), pages, "/ready")  # which is "Try again" once something is wrong
        person.leave()
        assert person.answer() == {"cancelled": True}


def test_a_certificate_nobody_vouches_for_is_refused(pages: Pages, sit: Sit, tmp_path: Path) -> None:
    with serving(pages, ssl_context=_own_certificate(tmp_path)) as server:
        person = sit(f"https://127.0.0.1:{server.port}/authorize", pages.redirect_uri)
        person.come()
        person.press("Return")  # "Try again", wherever it is by now
        person.leave()
        assert person.answer() == {"cancelled": True}
    assert pages.visits == ()


def test_nobody_can_attach_a_debugger_to_the_password_page(pages: Pages, sit: Sit) -> None:
    with socket.create_server(("127.0.0.1", 0)) as reserved:
        port = reserved.getsockname()[1]
    with serving(pages) as server:
        person = sit(
            f"http://127.0.0.1:{server.port}/authorize",
            pages.redirect_uri,
            QTWEBENGINE_REMOTE_DEBUGGING=str(port),
            QTWEBENGINE_CHROMIUM_FLAGS=f"--remote-debugging-port={port}",
        )
        pages.expect("/ready")
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), PATIENCE)
        person.leave()
        person.answer()


def test_an_office_proxy_is_what_the_window_goes_through(pages: Pages, sit: Sit) -> None:
    """No name is looked up here and no line is opened past the proxy, which is all that an office lets through."""
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        proxy.settimeout(PATIENCE)
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        person = sit("https://go.actionstep.test/authorize", pages.redirect_uri, https_proxy=address, no_proxy="")
        line, _ = proxy.accept()
        with line:
            asked = line.makefile("rb").readline()
            line.sendall(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
        person.come()
        person.leave()
        assert person.answer() == {"cancelled": True}
    assert asked == b"CONNECT go.actionstep.test:443 HTTP/1.1\r\n"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_looks_as_designed(pages: Pages, sit: Sit, theme: str, tmp_path: Path) -> None:
    with serving(pages) as server:
        person = sit(f"http://127.0.0.1:{server.port}/authorize", pages.redirect_uri, theme=theme)
        pages.expect("/ready")
        person.come()
        x, y = person.place
        image = screenshot(person.screen, tmp_path / f"signin-{theme}.png")
        person.leave()
        person.answer()
    header = image.pixelColor(x + 200, y + 8).name()
    assert header == {"light": "#ffffff", "dark": "#1b212b"}[theme]


def _until(act: Callable[[], None], pages: Pages, path: str) -> None:
    """Do something again until it had its effect: an engine drops what comes before a new page is painted."""
    for _ in range(40):
        act()
        if pages.wait(path, patience=0.5):
            return
    pages.expect(path)


def _own_certificate(folder: Path) -> ssl.SSLContext:
    """Make a certificate that only we believe in."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    path = folder / "own.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context
