"""Sentences about an administrator's policy: what of it does not hold, and what to do about it. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from wisestep_desktop.shell.words import N_

SENTENCES: Mapping[str, str] = {
    "policy.unknown": N_("{place} names {name}, which is no setting. It is skipped; the rest applies."),
    "policy.personal": N_("{place} sets {name}, which is for each person to decide. It is skipped; the rest applies."),
    "policy.wrong_type": N_("{place} gives {name} a value of a wrong type ({kind}). It is skipped; the rest applies."),
    "policy.no_place": N_(
        "{place}: {name} must be the whole path of a folder or an https address, not “{value}”. It is skipped; the "
        "rest applies."
    ),
    "policy.no_equals": N_("{place}, line {line}, is not NAME=VALUE. It is skipped; the rest applies."),
    "policy.twice": N_("{place}, line {line}, sets {name} once more. The first counts; the rest applies."),
    "policy.unsafe": N_(
        "{place} could be changed by others than root (mode {mode}), so nothing of it applies. Let root own it, and "
        "nobody else write to it."
    ),
    "policy.unreadable": N_("{place} cannot be read: {reason}. Nothing of it applies."),
    "policy.too_large": N_("{place} is larger than {most} KB, so it is no policy of ours. Nothing of it applies."),
    "policy.no_text": N_("{place} is not UTF-8 text. Nothing of it applies; save it anew."),
    "policy.no_plist": N_("{place} is no property list. Nothing of it applies; install the profile again."),
}
