"""Starts the tray app, or hands over to the one that runs, or ends it: all but the first without loading windows."""

from __future__ import annotations

from wisestep_desktop.adapters.store.store import prepare_folder
from wisestep_desktop.bootstrap import data_dir, windowed
from wisestep_desktop.core.errors import CaptureUnavailable, Unavailable, WiseStepError
from wisestep_desktop.shell.displays import has_display
from wisestep_desktop.shell.instance import Instance, hand_over


def start(named_folder: str | None, *, hidden: bool, opens: str = "", rehearses: bool = False) -> int:
    """Run the tray app; a second start raises the first.

    Args:
        named_folder: of the timeline; None for the usual one.
        hidden: without a window.
        opens: a link or the path of a file that is to be opened, in whichever of both runs; empty for nothing.
        rehearses: whether a self-test started it, which hears how it goes on stdout; then it ends with its stdin.

    Raises:
        CaptureUnavailable: ``qt.no_display`` where no window can be opened.
        WiseStepError: if the timeline cannot be opened; said in a window where nobody would read it otherwise.
    """
    if not has_display():
        raise CaptureUnavailable("qt.no_display")
    try:
        if hand_over(prepare_folder(data_dir(named_folder)), opens):
            return 0
        from wisestep_desktop.bootstrap.running import run_app  # noqa: PLC0415  the windows, which a second start spares

        return run_app(named_folder, hidden=hidden, opens=opens, rehearses=rehearses)
    except WiseStepError as error:
        if windowed():
            from wisestep_desktop.shell.app import tell_why_not  # noqa: PLC0415  where it did not get that far

            tell_why_not(error)
        raise


def end_app(named_folder: str | None, patience: int) -> None:
    """Ask the tray app over a timeline to end in order, and wait for it; fine if none runs.

    Args:
        named_folder: of the timeline; None for the usual one. It is not made.
        patience: seconds.

    Raises:
        Unavailable: ``app.stays`` if it still runs after that.
    """
    folder = data_dir(named_folder)
    if folder.is_dir() and not Instance(folder).end(patience * 1_000):
        raise Unavailable("app.stays", seconds=patience)
