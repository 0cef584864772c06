"""Sentences about properties that come as lines: which line is wrong, and what to do about it. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from wisestep_desktop.shell.words import N_

SENTENCES: Mapping[str, str] = {
    "lines.too_large": N_("That is larger than {most} MB, so it holds no properties of ours. Nothing was changed."),
    "lines.no_text": N_("That is no text, so no properties could be read from it. Save it as UTF-8 and try again."),
    "lines.no_equals": N_("Line {line}: “{name}” has no “=”. Write NAME=VALUE; nothing was changed."),
    "lines.control": N_("Line {line}: {name} holds a character that cannot be typed. Nothing was changed."),
    "lines.unknown": N_(
        "Line {line}: there is no property called “{name}”. The nearest is {nearest}; nothing was changed."
    ),
    "lines.strange": N_(
        "Line {line}: there is no property called “{name}”. Correct or remove it; nothing was changed."
    ),
    "lines.twice": N_("Line {line}: {name} stands in line {first} already. Keep one of them; nothing was changed."),
    "lines.not_here": N_("Line {line}: {name} is not set by lines. Set it in the settings; nothing was changed."),
}
