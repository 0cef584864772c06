"""What is known of Actionstep's answers, as pairs of request and response, each with its own confidence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_KNOWN = ("documented", "seen in code", "captured")


def examples() -> list[dict[str, Any]]:
    """Return the pairs marked as documented, seen in code or captured."""
    told = json.loads((Path(__file__).parent / "actionstep-examples.json").read_text("utf-8"))["examples"]
    return [one for one in told if str(one["confidence"]).startswith(_KNOWN)]


def resource_of(example: dict[str, Any]) -> str | None:
    """Return the REST resource a pair is about, or None for the others."""
    path = urlsplit(example["request"]["url"]).path
    return path.split("/")[3] if path.startswith("/api/rest/") else None


def body_of(told: object) -> bytes:
    """Return a body as it goes over the line."""
    if told is None or told == "":
        return b""
    return told.encode() if isinstance(told, str) else json.dumps(told).encode()
