"""What the composition root hands the windows: use cases and ports, ready to use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wisestep_desktop.core.lists import Lists
from wisestep_desktop.core.policy import Policy
from wisestep_desktop.ports.autostart import Autostart
from wisestep_desktop.ports.capture import Watcher
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.crashes import CrashShelf
from wisestep_desktop.ports.export import Exporter, Format
from wisestep_desktop.ports.packages import Installed
from wisestep_desktop.ports.practice import Practice
from wisestep_desktop.ports.sign_in import Authorizer, SignInWindow
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.ports.turn import Turn
from wisestep_desktop.ports.upkeep import Archive, Premises
from wisestep_desktop.services.capture import Rules
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.membership import TeamTools
from wisestep_desktop.services.posting import Courier
from wisestep_desktop.services.updates import UpdateTools


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the shell works with. What is costly is a function, called off the Qt thread when first needed.

    Attributes:
        sign_in_window: of a kind (``embedded`` or ``system``) in a theme (``light`` or ``dark``).
        lists: what comes with the program about applications, kinds of work and vague words.
        rules: what governs recording, from the settings and the lists that come with the program.
        watcher: raises ``CaptureUnavailable`` where nothing can be watched.
        hang_up: ends a wait between two requests at once, because the program closes.
        exporter: writes one kind of file.
        autostart: how this system starts programs when a person signs in.
        own_command: how to start this program again, with arguments.
        teams: what teams work with.
        mint: random bytes, as many as asked for.
        policy: what an administrator decided when the program started.
        premises: the folder's files.
        archive: writes everything into one file.
        packages: what is installed with the program, with licences.
        updates: what asks for later versions.
        crashes: the report of an unexpected end.
        delete_at_end: ends the program, and deletes everything once it has closed.
        system: what it runs on, as ``core.releases`` calls it.
        folder: of the timeline; the single-instance lock lives there too.
        days_begin: lets days begin at an hour of the night from here on.
    """

    store: Store
    clock: Clock
    recogniser: Recogniser
    courier: Courier
    practice: Callable[[], Practice]
    authorizer: Callable[[], Authorizer]
    sign_in_window: Callable[[str, str], SignInWindow]
    watcher: Callable[[], Watcher]
    lists: Lists
    rules: Callable[[Books], Rules]
    recording_turn: Turn
    syncing_turn: Turn
    hang_up: Callable[[], None]
    exporter: Callable[[Format], Exporter]
    autostart: Callable[[], Autostart]
    own_command: Callable[..., Sequence[str]]
    teams: Callable[[], TeamTools]
    mint: Callable[[int], bytes]
    policy: Policy
    premises: Premises
    archive: Callable[[], Archive]
    packages: Callable[[], Installed]
    updates: Callable[[], UpdateTools]
    crashes: CrashShelf
    delete_at_end: Callable[[], None]
    folder: Path
    version: str
    system: str
    days_begin: Callable[[int], None] = lambda _hour: None
