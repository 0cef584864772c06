"""Signing, with a certificate that is made here and that nobody else trusts."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from installer.tests.windows_program import console, home, made
from installer.tests.wine import PROJECT, Computer
from wisestep_desktop import __version__


@pytest.fixture(scope="module")
def signing(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A certificate that nobody but this test trusts, as the environment names it."""
    folder = tmp_path_factory.mktemp("signing")
    (folder / "password").write_text("only for this test")
    subject = ["-subj", "/CN=WiseStep test", "-addext", "extendedKeyUsage=codeSigning"]
    key = ["-newkey", "rsa:3072", "-nodes", "-keyout", "key.pem", "-x509", "-days", "2", "-out", "certificate.pem"]
    both = ["-inkey", "key.pem", "-in", "certificate.pem", "-out", "both.p12", "-passout", "file:password"]
    for command in (["req", *key, *subject], ["pkcs12", "-export", *both]):
        subprocess.run(["openssl", *command], cwd=folder, check=True, capture_output=True)
    return {
        "WISESTEP_SIGN_PKCS12": str(folder / "both.p12"),
        "WISESTEP_SIGN_PASSWORD_FILE": str(folder / "password"),
        "CERTIFICATE": str(folder / "certificate.pem"),
    }


def verified(file: Path, signing: dict[str, str]) -> bool:
    done = subprocess.run(
        ["osslsigncode", "verify", "-CAfile", signing["CERTIFICATE"], "-in", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode == 0 and "Signature verification: ok" in done.stdout


def test_an_installer_and_all_that_it_brings_can_be_signed(fresh: Computer, signing: dict[str, str]) -> None:
    version = "0.0.8"
    for maker, kind in (("make-nsis", "exe"), ("make-msi", "msi")):
        subprocess.run(
            [str(PROJECT / "scripts" / maker), version], env={**os.environ, **signing}, check=True, capture_output=True
        )
        assert verified(made(PROJECT / "build/older", version, kind), signing)
    assert fresh.status_of(made(PROJECT / "build/older", version, "exe"), "/S") == 0
    for name in ("WiseStep.exe", "wisestep.com", "uninstall.exe"):
        assert verified(home(fresh) / name, signing), name
    assert fresh.run(console(fresh), "--version").said.strip() == f"wisestep {__version__}"


def test_without_a_certificate_nothing_is_signed_and_that_is_said(tmp_path: Path) -> None:
    program = tmp_path / "WiseStep.exe"
    program.write_bytes(b"MZ")
    plain = {name: value for name, value in os.environ.items() if not name.startswith("WISESTEP_SIGN")}
    done = subprocess.run(
        [str(PROJECT / "scripts/sign-windows"), str(program)], env=plain, capture_output=True, text=True, check=False
    )
    assert (done.returncode, program.read_bytes()) == (0, b"MZ")
    assert "WiseStep.exe is left unsigned" in done.stderr
