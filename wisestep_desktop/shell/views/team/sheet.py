"""The recovery sheet: the owner's key on a page of paper, with what it is for. A PDF, to be printed and locked away."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.services.believing import fingerprint
from wisestep_desktop.services.team_standing import Standing
from wisestep_desktop.shell.words import tr

_DOTS = 300


def write_sheet(file: Path, now: Standing, key: str) -> None:
    """Write the sheet.

    Args:
        file: to be written.
        now: the team.
        key: the owner's key in groups of four.

    Raises:
        BadInput: ``team.file_not_written``.
    """
    try:
        file.touch(mode=0o600)
    except OSError as error:
        raise BadInput("team.file_not_written", file=str(file), reason=error.strerror or "") from error
    writer = QPdfWriter(str(file))
    writer.setTitle(tr("WiseStep: recovery sheet"))
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.setHtml(sheet_words(now, key))
    document.print_(writer)


def sheet_words(now: Standing, key: str) -> str:
    """Return the sheet as HTML; everything that people typed is shown as plain text."""
    profile = now.profile
    groups = key.split(" ")
    lines = "<br>".join("&nbsp;&nbsp;".join(groups[at : at + 4]) for at in range(0, len(groups), 4))
    told = tr(
        "Whoever has this key decides for the team. Keep this sheet in a safe, and no picture of it. On a new "
        "computer, join the team with an invitation, then type the key under Settings, Team."
    )
    return (
        f"<h1>{escape(tr('Recovery sheet of {team}', team=profile.name))}</h1>"
        f"<p>{escape(told)}</p>"
        f"<p style='font-family: monospace; font-size: 18pt'>{lines}</p>"
        f"<p>{escape(tr('Owner'))}: {escape(profile.roster.owner.name)}<br>"
        f"{escape(tr('Fingerprint of the owner'))}: {fingerprint(profile.roster.owner.key)}<br>"
        f"{escape(tr('Published at {place}', place=now.membership.place))}</p>"
    )
