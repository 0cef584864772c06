"""A key file is believed only if it is exactly what it must be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wisestep_desktop.adapters.secrets.key_file import KeyFileVault
from wisestep_desktop.core.errors import KeyUnavailable

KEY = bytes(range(32))


def made(folder: Path, content: str | bytes, mode: int = 0o600) -> KeyFileVault:
    file = folder / "key"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    file.chmod(mode)
    return KeyFileVault(file)


@pytest.mark.parametrize("content", [KEY.hex(), KEY.hex().upper() + "\n", f"  {KEY.hex()}\r\n"])
@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_a_good_file(tmp_path: Path, content: str, mode: int) -> None:
    vault = made(tmp_path, content, mode)
    assert vault.load() == KEY
    assert vault.kind == "key_file"
    vault.keep(KEY)


@pytest.mark.parametrize(
    "content",
    ["", "00", KEY.hex()[:-1], KEY.hex() + "0", KEY.hex() * 2, "g" * 64, b"\xff" * 64, b"\x00" * 32, "0x" + "0" * 62],
)
def test_what_is_no_key(tmp_path: Path, content: str | bytes) -> None:
    with pytest.raises(KeyUnavailable, match=r"key_file\.not_a_key") as refused:
        made(tmp_path, content).load()
    assert KEY.hex() not in str(refused.value)


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX systems")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o610, 0o601, 0o777])
def test_a_file_others_may_touch(tmp_path: Path, mode: int) -> None:
    with pytest.raises(KeyUnavailable, match=r"key_file\.open_to_others"):
        made(tmp_path, KEY.hex(), mode).load()


def test_no_file_and_no_regular_file(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing", tmp_path, Path("/dev/null")):
        with pytest.raises(KeyUnavailable, match=r"key_file\."):
            KeyFileVault(path).load()


def test_the_administrators_file_is_never_written(tmp_path: Path) -> None:
    vault = made(tmp_path, KEY.hex())
    with pytest.raises(KeyUnavailable, match=r"key_file\.not_ours"):
        vault.keep(bytes(32))
    assert vault.load() == KEY


def test_the_administrators_file_is_never_deleted(tmp_path: Path) -> None:
    vault = made(tmp_path, KEY.hex())
    vault.forget()
    assert vault.load() == KEY
