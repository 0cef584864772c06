"""Private keys are kept alike in the keyring, in the encrypted timeline, and in the tests' own memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop import secret_service
from tests.promises.signing_keys import keeps_its_promises
from tests.services.firm_team import KeysInMemory
from tests.services.office import open_store
from wisestep_desktop.adapters.secrets.signing_keys import StoredKeys
from wisestep_desktop.core.errors import KeyUnavailable

ROOT = Path(__file__).parents[2]
_IN_THE_KEYRING = """
from tests.promises.signing_keys import keeps_its_promises
from wisestep_desktop.adapters.secrets.signing_keys import KeyringKeys
keeps_its_promises(KeyringKeys("/one"))
KeyringKeys("/one").keep("team", bytes(32))
assert KeyringKeys("/two").load("team") is None
KeyringKeys("/one").forget("team")
"""


def test_in_memory() -> None:
    keeps_its_promises(KeysInMemory())


def test_in_the_timeline(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    keys = StoredKeys(
        lambda name: store.read(lambda books: books.settings.fact(name)),
        lambda name, text: store.write(lambda books: books.settings.put_fact(name, text)).result(),
    )
    keeps_its_promises(keys)
    store.close()


@pytest.mark.keyring
def test_in_a_real_keyring() -> None:
    with secret_service() as environment:
        done = subprocess.run(
            [sys.executable, "-c", _IN_THE_KEYRING], cwd=ROOT, env=environment, capture_output=True, text=True,
            timeout=60, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("kept", ["no key", "ab" * 16])
def test_what_is_no_key_is_not_used(kept: str) -> None:
    keys = StoredKeys(lambda _name: kept, lambda _name, _text: None)
    with pytest.raises(KeyUnavailable):
        keys.load("team")
