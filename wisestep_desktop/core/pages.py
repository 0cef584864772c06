"""Which windows show the world, and which what a firm works with. Knows names of programs and sites, no matters."""

from __future__ import annotations

import re
from unicodedata import normalize

from wisestep_desktop.core.title_words import BROWSERS

_WORK = re.compile(
    r"\.(?:docx?|pdf|xlsx?|pptx?|rtf|odt|msg|eml|txt|csv)\b|^\W*(?:re|fw|fwd|aw|wg)\s*:|\bactionstep\b"
    r"|\b(?:outlook|gmail|mail|inbox|calendar|meet|teams|slack|zoom|webex|whatsapp|chat)\b"
    r"|\b(?:sharepoint|onedrive|dropbox|box|google docs|google sheets|google slides|google drive|office|word|excel)\b"
    r"|\b(?:netdocuments|ndoffice|imanage|worldox|edocs|docusign|adobe acrobat sign|xero|myob|quickbooks|leap|clio)\b"
    r"|\b(?:e-?fil\w*|ce-file|cm/ecf|pacer|court\w*|registry|tribunal|docket\w*|pexa|land registry|landgate|asic)\b"
    r"|\b(?:matter|matters|file|documents?|all documents|shared with me|draft|instructions|hearing|conference)\b",
    re.IGNORECASE,
)
"""What a browser shows of a firm's own work: papers, post, talks, registries, files."""


def is_public(title: str, application: str) -> bool:
    """Tell a page of the world: there a name or a number is hardly ever a matter of ours.

    Args:
        title: raw.
        application: its key.
    """
    browser = any(name in application for name in BROWSERS)
    return browser and _WORK.search(normalize("NFC", title)) is None  # an accent apart ends no word
