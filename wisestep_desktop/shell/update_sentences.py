"""Why nothing is known of later versions, in sentences. No Qt."""

from __future__ import annotations

from wisestep_desktop.shell.words import N_

UPDATE_SENTENCES = {
    "release.silenced": N_("Your administrator looks after new versions, so WiseStep does not ask for them."),
    "release.no_address": N_(
        "No address is set at which new versions are told of, so nobody was asked. It is the setting updates.address."
    ),
    "release.no_key": N_(
        "There is no key to check news of versions with, so nobody was asked. It is the setting updates.key."
    ),
    "release.unreachable": N_("{place} cannot be reached ({reason}), so nothing new is known of versions."),
    "release.too_large": N_("The file about new versions is larger than {limit} kB, so it was ignored."),
    "release.unreadable": N_("The file about new versions cannot be read, so it was ignored."),
    "release.newer": N_("The file about new versions can only be read by a newer WiseStep, so it was ignored."),
    "release.bad_field": N_("The file about new versions is wrong in “{field}”, so it was ignored."),
    "release.other_product": N_("The file at the address is about another program, so it was ignored."),
    "release.wrong_key": N_("The file about new versions is signed with another key than expected, so it was ignored."),
    "release.forged": N_("The file about new versions was changed after it was signed, so it was ignored."),
    "release.older": N_("The file about new versions is older than what was seen before, so it was ignored."),
    "release.twice": N_("The file about new versions changed without getting a new number, so it was ignored."),
    "release.not_a_version": N_("“{text}” is no version such as 1.2.3. Nothing was changed."),
}
