"""The composition root: the only module that names concrete adapters. Everything costly is made when first needed."""

from __future__ import annotations

import os
import secrets
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from wisestep_desktop import __version__
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.store.store import FILE, prepare_folder
from wisestep_desktop.adapters.system.clock import SystemClock
from wisestep_desktop.adapters.system.lists import load as load_lists
from wisestep_desktop.adapters.system.logs import log_kept_in
from wisestep_desktop.adapters.system.memory import keep_in_one_piece, let_go_of_loading
from wisestep_desktop.adapters.system.turn import FileTurn
from wisestep_desktop.bootstrap.keeping import StoreMemory, mint
from wisestep_desktop.bootstrap.leaving import archive, packages, premises
from wisestep_desktop.bootstrap.managed import policy_source
from wisestep_desktop.bootstrap.own import own_command, windowed
from wisestep_desktop.bootstrap.speaking import speak_as_set, speak_as_the_system
from wisestep_desktop.bootstrap.watching import watcher
from wisestep_desktop.core.errors import KeyUnavailable, StoreError, Unavailable
from wisestep_desktop.core.lists import Lists
from wisestep_desktop.core.matters import Person
from wisestep_desktop.core.narrative import SummaryWords
from wisestep_desktop.core.policy import Policy
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.autostart import Autostart
from wisestep_desktop.ports.secrets import KeyVault
from wisestep_desktop.ports.sign_in import Grant, SignInWindow
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import facts
from wisestep_desktop.services.capture import Rules
from wisestep_desktop.services.connect import registration
from wisestep_desktop.services.day_clock import DayClock
from wisestep_desktop.services.leaving import delete_everything
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.policy import apply as apply_policy
from wisestep_desktop.services.posting import Courier, Sender
from wisestep_desktop.services.preferences import recording_rules
from wisestep_desktop.shell.words import language, resources, tr

if TYPE_CHECKING:
    from wisestep_desktop.adapters.actionstep.client import ActionstepPractice
    from wisestep_desktop.adapters.actionstep.oauth import ActionstepAuthorizer
    from wisestep_desktop.adapters.system.loopback import AnswerPages
    from wisestep_desktop.ports.export import Exporter, Format
    from wisestep_desktop.ports.importing import OtherHistory
    from wisestep_desktop.services.membership import TeamTools
    from wisestep_desktop.services.updates import UpdateTools

__all__ = [
    "DATA_DIR",
    "KEY_FILE",
    "Program",
    "archive",
    "autostart",
    "data_dir",
    "exporter",
    "keep_in_one_piece",
    "let_go_of_loading",
    "log_kept_in",
    "open_program",
    "other_history",
    "own_command",
    "packages",
    "policy_source",
    "speak_as_the_system",
    "vault",
    "watcher",
    "windowed",
]

DATA_DIR = "WISESTEP_DATA_DIR"
KEY_FILE = "WISESTEP_KEY_FILE"


def data_dir(named: str | None) -> Path:
    """Return where the timeline lives: as named, as the environment says, or where this system keeps such things.

    Raises:
        StoreError: if it is named by the home of somebody unknown.
    """
    chosen = named or os.environ.get(DATA_DIR)
    if chosen:
        try:
            return Path(chosen).expanduser().absolute()
        except RuntimeError as error:
            raise StoreError("store.no_folder", folder=chosen, reason="no such home") from error
    from platformdirs import user_data_path  # noqa: PLC0415  not needed where the folder is named

    return user_data_path("WiseStep", appauthor=False, roaming=False)


def vault(folder: Path) -> KeyVault:
    """Return where the key is kept: the file an administrator named, else the keyring."""
    named = os.environ.get(KEY_FILE)
    if named:
        from wisestep_desktop.adapters.secrets.key_file import KeyFileVault  # noqa: PLC0415  one of two

        return KeyFileVault(Path(named))
    from wisestep_desktop.adapters.secrets.keyring_vault import KeyringVault  # noqa: PLC0415  one of two

    return KeyringVault(str(folder))


class Program:
    """Everything wired together over one open timeline. Close it by leaving ``open_program``."""

    def __init__(self, folder: Path, store: SqlStore, keys: KeyVault, *, rehearses: bool = False) -> None:
        self.folder = folder
        self.rehearses = rehearses
        self.store = store
        self.keys = keys
        self.clock = DayClock(SystemClock())
        self.recogniser = Recogniser()
        self.recording_turn = FileTurn(folder / "recording.lock")
        self.syncing_turn = FileTurn(folder / "syncing.lock")
        self.window_turn = FileTurn(folder / "window.lock")
        self.premises = premises(folder)
        self.closing = threading.Event()
        self.policy = Policy()
        self._practice_made = False

    @cached_property
    def authorizer(self) -> ActionstepAuthorizer:
        """Speaks OAuth."""
        if self.rehearses:
            from wisestep_desktop.bootstrap.rehearsing import AuthorizerHere  # noqa: PLC0415  for a self-test only

            return AuthorizerHere(__version__, lambda: self.clock.read().wall)
        from wisestep_desktop.adapters.actionstep.oauth import ActionstepAuthorizer  # noqa: PLC0415  loads late

        return ActionstepAuthorizer(__version__, lambda: self.clock.read().wall)

    @cached_property
    def practice(self) -> ActionstepPractice:
        """Speaks with Actionstep under the stored grant."""
        from wisestep_desktop.adapters.actionstep.client import ActionstepPractice  # noqa: PLC0415  loads late
        from wisestep_desktop.adapters.actionstep.grants import GrantKeeper  # noqa: PLC0415

        keeper = GrantKeeper(
            load=self._load_grant,
            store=self._store_grant,
            registration=lambda: registration(self.settings()),
            renewer=self.authorizer,
            now=lambda: self.clock.read().wall,
            turn=FileTurn(self.folder / "renewing.lock"),
        )
        self._practice_made = True
        return ActionstepPractice(
            keeper,
            __version__,
            self.pause,
            self.clock,
            StoreMemory(self.store),
            least_pause=lambda: self.settings().number("connection.pause_milliseconds"),
        )

    def pause(self, seconds: float) -> None:
        """Wait between two requests.

        Raises:
            Unavailable: ``net.closing`` if the program closes meanwhile.
        """
        if self.closing.wait(seconds):
            raise Unavailable("net.closing")

    @cached_property
    def lists(self) -> Lists:
        """What the program knows of other programs."""
        return load_lists(resources())

    @cached_property
    def teams(self) -> TeamTools:
        """What teams work with."""
        from wisestep_desktop.bootstrap.teaming import team_tools  # noqa: PLC0415  only where a team is

        return team_tools(self.store, self.clock, self.keys, self.folder)

    @cached_property
    def updates(self) -> UpdateTools:
        """What asks for later versions."""
        from wisestep_desktop.bootstrap.updating import update_tools  # noqa: PLC0415  only where it is asked

        return update_tools(self.store, self.clock)

    def rules(self, books: Books) -> Rules:
        """Return what governs recording now."""
        return recording_rules(books, self.lists)

    def settings(self) -> Settings:
        """Return the settings in force."""
        return self.store.read(lambda books: Settings(books.settings.all()))

    def courier(self, words: SummaryWords) -> Courier:
        """Return whoever sends."""
        return Courier(
            store=self.store,
            clock=self.clock,
            practice=lambda: self.practice,
            sender=lambda: Sender(self._person(), words),
            turn=FileTurn(self.folder / "sending.lock"),
            mint=mint,
            spread=secrets.SystemRandom().random,
        )

    def sign_in_window(self, kind: str, *, theme: str = "system", opens: bool = True) -> SignInWindow:
        """Return the embedded window, the system's browser, or a person who pastes the address (``paste``)."""
        from wisestep_desktop.adapters.system.sign_in_windows import (  # noqa: PLC0415
            ChildBrowser,
            LoopbackBrowser,
            PastedAddress,
        )

        if kind == "paste":
            return PastedAddress(sys.stdin.readline)
        if kind == "embedded":
            percent = str(self.settings().number("appearance.text_percent"))
            child = own_command("signin-window", "--language", language(), "--text-percent", percent)
            return ChildBrowser(child, theme=theme)
        import webbrowser  # noqa: PLC0415  only where a browser is to be opened

        return LoopbackBrowser(_opener(webbrowser.open) if opens else None, pages=_answer_pages())

    def delete_everything(self) -> None:
        """Delete the timeline with its copies, log and key; the program can only end after.

        Raises:
            BadInput, StoreError, KeyUnavailable: as ``services.leaving.delete_everything`` says.
        """
        signing = self.teams.keys if self.keys.kind == "keyring" else None
        delete_everything(self.store, self.premises, self.keys, signing)

    def _load_grant(self) -> Grant | None:
        grant = self.store.read(lambda books: books.settings.grant())
        if grant is not None and self.rehearses:
            from wisestep_desktop.bootstrap.rehearsing import only_here  # noqa: PLC0415  for a self-test only

            only_here(grant.api_endpoint)
        return grant

    def _store_grant(self, grant: Grant) -> None:
        self.store.write(lambda books: books.settings.put_grant(grant)).result()

    def _person(self) -> Person:
        return self.store.read(facts.person)

    def close(self) -> None:
        """Close what was opened, the timeline last."""
        if self._practice_made:
            self.practice.close()
        self.store.close()


def _answer_pages() -> AnswerPages:
    from wisestep_desktop.adapters.system.loopback import AnswerPages  # noqa: PLC0415  only where it listens

    return AnswerPages(
        signed_in=tr("You are signed in to WiseStep. You can close this tab."),
        not_completed=tr("Sign-in was not completed. You can close this tab and try again in WiseStep."),
    )


def _opener(open_url: Callable[[str], bool]) -> Callable[[str], None]:
    def opened(url: str) -> None:
        open_url(url)

    return opened


@contextmanager
def open_program(named_folder: str | None, *, rehearses: bool = False) -> Iterator[Program]:
    """Open the timeline and wire the program around it.

    Args:
        named_folder: of the timeline; None for the usual one.
        rehearses: whether this is for a self-test: no policy holds, and no other computer is ever reached.

    Raises:
        StoreError, KeyUnavailable: with nothing changed.
        BadInput: ``selftest.no_rehearsal`` if a rehearsal is to use a folder that no self-test made.
    """
    folder = prepare_folder(data_dir(named_folder))
    if rehearses:
        from wisestep_desktop.bootstrap.rehearsing import made_for_it  # noqa: PLC0415  for a self-test only

        made_for_it(folder)
    keys = vault(folder)
    store = SqlStore(folder, _key(folder, keys), __version__)
    program = Program(folder, store, keys, rehearses=rehearses)
    with ExitStack() as stack:
        stack.callback(program.close)
        program.policy = apply_policy(store, Policy() if rehearses else policy_source().read())
        settings = program.settings()
        program.clock.begin_days_at(settings.number("review.day_start_hour"))
        speak_as_set(settings)
        yield program


def _key(folder: Path, keys: KeyVault) -> bytes:
    """Return the timeline's key, a new one for a new timeline; an old timeline never gets a new key."""
    key = keys.load()
    if key is not None:
        return key
    with FileTurn(folder / "key.lock").take() as ours:
        if not ours:  # two first starts: a second key would lock out the timeline of the first
            raise StoreError("store.busy")
        key = keys.load()
        if key is not None:
            return key
        if (folder / FILE).exists():
            raise KeyUnavailable("key.missing")
        key = secrets.token_bytes(32)
        keys.keep(key)
        return key


def exporter(kind: Format) -> Exporter:
    """Return whoever writes one kind of file."""
    from wisestep_desktop.bootstrap.files import exporter_of  # noqa: PLC0415  only where something is exported

    return exporter_of(kind)


def other_history(file: Path) -> OtherHistory:
    """Return what another tracker exported into a file."""
    from wisestep_desktop.adapters.activitywatch import ActivityWatchFile  # noqa: PLC0415  only where it is imported

    return ActivityWatchFile(file)


def autostart() -> Autostart:
    """Return how this system starts programs when a person signs in."""
    if sys.platform == "win32":
        from wisestep_desktop.adapters.system.autostart_windows import RegistryAutostart  # noqa: PLC0415  one of three

        return RegistryAutostart()
    if sys.platform == "darwin":
        from wisestep_desktop.adapters.system.autostart_launchd import LaunchdAutostart  # noqa: PLC0415  one of three

        return LaunchdAutostart()
    from wisestep_desktop.adapters.system.autostart_xdg import XdgAutostart  # noqa: PLC0415  one of three

    return XdgAutostart()
