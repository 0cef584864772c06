"""Signing in from an office: through an HTTP proxy, and through one that opens the secure line to look inside."""

from __future__ import annotations

import json
import os
import select
import socket
import socketserver
import ssl
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

ROOT = Path(__file__).parents[3]
RENEW = """
import sys
from wisestep_desktop.adapters.actionstep.oauth import ActionstepAuthorizer
from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.ports.sign_in import Grant, Registration
from wisestep_desktop.shell.sentences import explain
firm = Registration("https://localhost/a", sys.argv[1], "id", "secret", "http://localhost:1/c", "users")
old = Grant("a", "r", 0, "https://ap-southeast-2.actionstep.com/api/rest/", "firm", "users", 0)
try:
    print(ActionstepAuthorizer("0", lambda: 0).renew(firm, old).access_token)
except WiseStepError as error:
    print(error.code, "|", explain(error))
"""


class _Key:
    """A certificate and its key: of an authority, or of a server that an authority vouches for."""

    def __init__(self, name: str, signer: _Key | None = None) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        above = signer or self
        now = datetime.now(UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(self.name)
            .issuer_name(above.name)
            .public_key(self.key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=signer is None, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(self.key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(above.key.public_key()), critical=False)
        )
        if signer is not None:
            builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        self.certificate = builder.sign(above.key, hashes.SHA256())

    def write(self, folder: Path, name: str) -> Path:
        file = folder / name
        secret = self.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM) + secret)
        return file


class _Tokens(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        body = json.dumps({"access_token": "fresh", "refresh_token": "s", "expires_in": 3600}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


@contextmanager
def serving(server: socketserver.BaseServer) -> Iterator[int]:
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="serving")
    thread.start()
    try:
        yield int(server.server_address[1])  # type: ignore[index, arg-type]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def tunnel(*, wants: str | None = None) -> Iterator[tuple[int, list[str]]]:
    """A proxy that opens tunnels, and with ``wants`` only for those who say who they are."""
    asked: list[str] = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            head = [line.decode().strip() for line in iter(self.rfile.readline, b"\r\n") if line]
            asked.append(head[0])
            if wants is not None and f"Proxy-Authorization: {wants}" not in head:
                self.wfile.write(b"HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n")
                return
            host, _, port = head[0].split()[1].partition(":")
            with socket.create_connection((host, int(port)), timeout=10) as there:
                self.wfile.write(b"HTTP/1.1 200 Go on\r\n\r\n")
                _pass_on(self.connection, there)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server, serving(server) as port:
        yield port, asked


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    while True:
        ready, _, _ = select.select([one, other], [], [], 10)
        for source in ready:
            data = source.recv(65_536)
            if not data:
                return
            (other if source is one else one).sendall(data)
        if not ready:
            return


@pytest.fixture
def renew(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Renew in a process of its own, whose trust and proxies are what the test says."""
    authority = _Key("The firm's own authority")
    server = HTTPServer(("127.0.0.1", 0), _Tokens)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_Key("localhost", authority).write(tmp_path, "server.pem"))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  a client that hangs up is expected
    trusted = authority.write(tmp_path, "authority.pem")
    empty = tmp_path / "nobody.pem"
    empty.write_bytes(_Key("Nobody").certificate.public_bytes(serialization.Encoding.PEM))

    with serving(server) as port:

        def run(*, trust: bool = True, **more: str) -> str:
            environment = {"PATH": os.environ["PATH"], "SSL_CERT_FILE": str(trusted if trust else empty), **more}
            environment["SSL_CERT_DIR"] = str(tmp_path / "none")
            done = subprocess.run(
                [sys.executable, "-c", RENEW, f"https://localhost:{port}/token"],
                cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=True,
            )  # fmt: skip
            return done.stdout.strip()

        yield run


def test_a_firms_own_authority_is_trusted_when_the_system_trusts_it(renew: Callable[..., str]) -> None:
    assert renew() == "fresh"


def test_an_authority_nobody_trusts_gets_nothing(renew: Callable[..., str]) -> None:
    said = renew(trust=False)
    assert said.startswith("net.certificate")
    assert "Ask whoever looks after your network" in said


def test_a_proxy_is_used(renew: Callable[..., str]) -> None:
    with tunnel() as (port, asked):
        assert renew(HTTPS_PROXY=f"http://127.0.0.1:{port}") == "fresh"
    assert [line.split()[0] for line in asked] == ["CONNECT"]


def test_a_proxy_that_wants_to_know_who_we_are(renew: Callable[..., str]) -> None:
    with tunnel(wants="Basic bWU6cHc=") as (port, _):
        assert renew(HTTPS_PROXY=f"http://me:pw@127.0.0.1:{port}") == "fresh"
        said = renew(HTTPS_PROXY=f"http://127.0.0.1:{port}")
    assert said.startswith("net.proxy")
    assert "Ask whoever looks after your network" in said
