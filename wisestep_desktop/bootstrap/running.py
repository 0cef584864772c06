"""Runs the tray app over the program that was put together. Loaded only for the command that needs it."""

from __future__ import annotations

import secrets
import sys
import threading
from collections.abc import Callable

from wisestep_desktop import __version__
from wisestep_desktop.adapters.store.store import prepare_folder
from wisestep_desktop.bootstrap import (
    Program,
    archive,
    autostart,
    data_dir,
    exporter,
    keep_in_one_piece,
    let_go_of_loading,
    open_program,
    own_command,
    packages,
    watcher,
)
from wisestep_desktop.bootstrap.ending import watched
from wisestep_desktop.core.releases import system_of
from wisestep_desktop.ports.crashes import CrashShelf
from wisestep_desktop.shell import app
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.instance import Instance
from wisestep_desktop.shell.qt_versions import qt_version
from wisestep_desktop.shell.texts import summary_words


def run_app(named_folder: str | None, *, hidden: bool, opens: str = "", rehearses: bool = False) -> int:
    """Run the tray app, unless another one began meanwhile.

    Args:
        named_folder: of the timeline; None for the usual one.
        hidden: without a window.
        opens: a link or the path of a file that is to be opened, in whichever of both runs; empty for nothing.
        rehearses: whether a self-test started it, which hears how it goes on stdout; then it ends with its stdin.

    Raises:
        WiseStepError: if the timeline cannot be opened.
    """
    let_go_of_loading()
    keep_in_one_piece()
    application = app.make_application([sys.argv[0]])
    instance = Instance(prepare_folder(data_dir(named_folder)))
    if not instance.take(opens):
        return 0
    with open_program(named_folder, rehearses=rehearses) as program:
        wanted = threading.Event()

        def delete_at_end() -> None:
            wanted.set()
            application.quit()

        watch = watched(program.folder, program.store, program.clock, qt_version())
        with watch as crashes, program.window_turn.take():
            desk = _desk(program, crashes, delete_at_end)
            status = app.run(application, desk, instance, hidden=hidden, opens=opens, attend=_attend(rehearses))
        if wanted.is_set():
            app.tell_the_end(program.delete_everything)
        return status


def _attend(rehearses: bool) -> app.Attend | None:  # noqa: FBT001  it is all that this is about
    if not rehearses:
        return None
    from wisestep_desktop.shell.attendant import attend  # noqa: PLC0415  for a self-test only

    return attend


def _desk(program: Program, crashes: CrashShelf, delete_at_end: Callable[[], None]) -> Desk:
    return Desk(
        store=program.store,
        clock=program.clock,
        recogniser=program.recogniser,
        courier=program.courier(summary_words()),
        practice=lambda: program.practice,
        authorizer=lambda: program.authorizer,
        sign_in_window=lambda kind, theme: program.sign_in_window(kind, theme=theme),
        watcher=watcher,
        lists=program.lists,
        rules=program.rules,
        recording_turn=program.recording_turn,
        syncing_turn=program.syncing_turn,
        hang_up=program.closing.set,
        exporter=exporter,
        autostart=autostart,
        own_command=own_command,
        teams=lambda: program.teams,
        mint=secrets.token_bytes,
        policy=program.policy,
        premises=program.premises,
        archive=archive,
        packages=packages,
        updates=lambda: program.updates,
        crashes=crashes,
        delete_at_end=delete_at_end,
        folder=program.folder,
        version=__version__,
        system=system_of(sys.platform),
        days_begin=program.clock.begin_days_at,
    )
