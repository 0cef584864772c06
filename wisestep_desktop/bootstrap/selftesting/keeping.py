"""What keeps things: the keyring and the encrypted timeline, each tried with something that is worth nothing."""

from __future__ import annotations

import os
import secrets

from wisestep_desktop import __version__
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.bootstrap import KEY_FILE, vault
from wisestep_desktop.bootstrap.selftesting.stage import Stage
from wisestep_desktop.core.errors import CheckFailed, CheckNotRun, KeyUnavailable
from wisestep_desktop.core.selftest import Facts

_PLAIN = b"SQLite format 3"
_FACT = "selftest"


def try_keyring(stage: Stage) -> Facts:
    """Keep a secret in the keyring, read it, and delete it; where an administrator named a key file, read that.

    Raises:
        CheckNotRun: ``selftest.no_keyring`` where this desktop has none; the rest then uses a key file of its own.
        KeyUnavailable: if the keyring or the file is not as it must be.
        CheckFailed: ``selftest.keyring_keeps`` if what was deleted is still there.
    """
    if os.environ.get(KEY_FILE):
        vault(stage.timeline).load()
        return {"kind": f"KEY FILE ({KEY_FILE})"}
    probe = vault(stage.folder / "probe")
    try:
        if probe.load() is not None:
            raise CheckFailed("selftest.keyring_keeps")
    except KeyUnavailable as error:
        stage.use_key_file()
        if error.code == "keyring.missing":
            raise CheckNotRun("selftest.no_keyring") from error
        raise
    try:
        probe.keep(secrets.token_bytes(32))  # which reads it again
    except KeyUnavailable:
        stage.use_key_file()
        raise
    finally:
        probe.forget()
    if probe.load() is not None:
        raise CheckFailed("selftest.keyring_keeps")
    return {"kind": "keyring"}


def try_store(stage: Stage) -> Facts:
    """Make an encrypted timeline, write, close it, open it again; see that it is no plain file and keeps its key.

    Raises:
        StoreError, KeyUnavailable: if it cannot be used.
        CheckFailed: ``selftest.not_kept``, ``selftest.plain`` or ``selftest.opens_to_anybody``.
    """
    folder, key, text = stage.folder / "store", secrets.token_bytes(32), secrets.token_hex(16)
    made = SqlStore(folder, key, __version__)
    try:
        made.write(lambda books: books.settings.put_fact(_FACT, text)).result()
    finally:
        made.close()
    again = SqlStore(folder, key, __version__)
    try:
        kept = again.read(lambda books: books.settings.fact(_FACT))
    finally:
        again.close()
    if kept != text:
        raise CheckFailed("selftest.not_kept")
    content = made.path.read_bytes()
    if content.startswith(_PLAIN) or text.encode() in content:
        raise CheckFailed("selftest.plain")
    try:
        SqlStore(folder, secrets.token_bytes(32), __version__).close()
    except KeyUnavailable:
        return {"bytes": str(len(content))}
    raise CheckFailed("selftest.opens_to_anybody")
