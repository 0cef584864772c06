"""What a broken line means: only what certainly never left may be sent again without asking."""

from __future__ import annotations

import contextlib
import os
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.adapters.actionstep.test_client import ENTRY, client
from wisestep_desktop.adapters.actionstep.answers import Answer, unavailable
from wisestep_desktop.core.errors import Doubt, Unavailable, Uncertain


def certificate(folder: Path) -> Path:
    """Make a certificate for 127.0.0.1, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return file


@contextlib.contextmanager
def secure(file: Path, then: Callable[[ssl.SSLSocket], None]) -> Iterator[tuple[str, list[bytes]]]:
    """Serve one TLS connection: read a request, then do as the test wishes. Yields the address and what was heard."""
    heard: list[bytes] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with contextlib.suppress(OSError):
            raw, _ = listening.accept()
            with raw, context.wrap_socket(raw, server_side=True) as spoken:
                heard.append(spoken.recv(65_536))
                then(spoken)

    thread = threading.Thread(target=serve, name="secure")
    thread.start()
    try:
        yield f"https://127.0.0.1:{listening.getsockname()[1]}", heard
    finally:
        with contextlib.suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


def garbage(spoken: ssl.SSLSocket) -> None:
    os.write(spoken.fileno(), b"this is no TLS record at all, as a broken middlebox would send\n" * 4)


def hang_up(spoken: ssl.SSLSocket) -> None:
    spoken.shutdown(socket.SHUT_RDWR)


def test_an_untrusted_server_is_told_nothing(tmp_path: Path) -> None:
    with secure(certificate(tmp_path), hang_up) as (base, heard):
        practice = client(base)
        with pytest.raises(Unavailable, match=r"net\.certificate"):
            practice.create(ENTRY)
        practice.close()
    assert heard == []


@pytest.mark.parametrize("then", [garbage, hang_up])
def test_a_secure_line_that_breaks_after_the_order_proves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: Callable[[ssl.SSLSocket], None]
) -> None:
    file = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    with secure(file, then) as (base, heard):
        practice = client(base)
        with pytest.raises(Uncertain) as uncertain:
            practice.create(ENTRY)
        practice.close()
    assert uncertain.value.doubt is Doubt.DROPPED
    assert heard[0].startswith(b"POST /api/rest/timeentries")


@pytest.mark.parametrize(
    ("status", "code"),
    [(407, "net.proxy"), (408, "net.timed_out"), (425, "net.maintenance"), (429, "net.rate_limit")],
)
def test_some_noes_only_mean_later(status: int, code: str) -> None:
    assert unavailable(Answer(status, b"<h1>no</h1>")).code == code


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("7", 7),
        (" 120 ", 120),
        ("Tue, 24 Nov 2026 05:31:00 GMT", 60),
        ("Tuesday, 24-Nov-26 05:31:30 GMT", 90),
        ("Tue, 24 Nov 2026 05:29:00 GMT", 0),
        ("soon", None),
        ("999999", None),
        ("-3", None),
        ("", None),
    ],
)
def test_how_long_to_wait_is_told_in_seconds_or_as_a_date_by_their_clock(told: str, seconds: int | None) -> None:
    answer = Answer(429, b"", told, "Tue, 24 Nov 2026 05:30:00 GMT")
    assert unavailable(answer).retry_after == seconds
