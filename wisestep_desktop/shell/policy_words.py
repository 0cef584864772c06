"""What of an administrator's policy was skipped, and why, in words. No Qt."""

from __future__ import annotations

from wisestep_desktop.core.policy import Complaint
from wisestep_desktop.shell.sentences import sentence
from wisestep_desktop.shell.words import tr


def complaint_words(complaint: Complaint) -> str:
    """Return why something of a policy does not hold, in a sentence that names the place and the setting."""
    said = sentence(complaint.code, complaint.params)
    if complaint.code.startswith("setting."):
        return tr("{place}: {said}", place=complaint.params.get("place", "–"), said=said)
    return said
