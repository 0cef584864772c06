"""The visual language as numbers and colours. No Qt, so that contrast can be tested by arithmetic."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One scheme's colours, as ``#rrggbb``.

    ``*_soft`` lies behind words in the colour it softens; ``bar_*`` are the day bar's.
    """

    dark: bool
    ground: str
    panel: str
    line: str
    text: str
    dim: str
    faint: str
    accent: str
    accent_soft: str
    on_accent: str
    hover: str
    pressed: str
    mark: str
    good: str
    good_soft: str
    care: str
    care_soft: str
    wrong: str
    wrong_soft: str
    bar_sent: str
    bar_draft: str
    bar_tagged: str
    bar_untagged: str
    bar_private: str
    bar_possible: str
    bar_away: str


LIGHT = Tokens(
    dark=False,
    ground="#f6f7f9",
    panel="#ffffff",
    line="#e3e6eb",
    text="#1b2330",
    dim="#5b6577",  # a shade darker than drawn: it also stands on selected rows and quiet chips
    faint="#98a2b3",
    accent="#0f6e84",
    accent_soft="#e2f1f4",
    on_accent="#ffffff",
    hover="#f0f2f5",
    pressed="#0c5a6c",
    mark="#fdebc0",
    good="#1a7748",
    good_soft="#dff3e8",
    care="#a35c00",
    care_soft="#fdf0dc",
    wrong="#b3261e",
    wrong_soft="#fbe4e2",
    bar_sent="#1d7f4f",
    bar_draft="#0f6e84",
    bar_tagged="#7fb5c2",
    bar_untagged="#e0a33a",
    bar_private="#8a8fa0",
    bar_possible="#b9c3d3",
    bar_away="#d9dde4",
)

DARK = Tokens(
    dark=True,
    ground="#14181f",
    panel="#1b212b",
    line="#2b3341",
    text="#e6eaf0",
    dim="#98a3b5",
    faint="#6b7688",
    accent="#5cc0d6",
    accent_soft="#173540",
    on_accent="#10202a",
    hover="#232b37",
    pressed="#7fd0e2",
    mark="#5a4512",
    good="#5ecb93",
    good_soft="#163527",
    care="#f0b45b",
    care_soft="#3b2c12",
    wrong="#f08a82",
    wrong_soft="#3d1d1b",
    bar_sent="#3fa673",
    bar_draft="#3a9db4",
    bar_tagged="#2c5d6b",
    bar_untagged="#c48a2c",
    bar_private="#636b7c",
    bar_possible="#4a566a",
    bar_away="#2b3341",
)

STEP = 4
"""Every distance is a multiple of this many device-independent pixels."""
ROW = 36
CONTROL = 32
CARD_RADIUS = 12
CONTROL_RADIUS = 8


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
