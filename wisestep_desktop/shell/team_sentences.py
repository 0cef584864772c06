"""What can go wrong with teams, in sentences: what happened, what it means, what to do next."""

from __future__ import annotations

from wisestep_desktop.shell.words import N_

TEAM_SENTENCES = {
    # Invitations
    "invitation.unreadable": N_(
        "This is no whole invitation: part of it may have been lost on the way. Copy the link again, or open the file "
        "that came with it."
    ),
    "invitation.too_large": N_("This is too large to be an invitation. Nothing was changed."),
    "invitation.bad_field": N_("This invitation cannot be used: its “{field}” makes no sense. Ask for another one."),
    "invitation.newer": N_("This invitation was made by a newer WiseStep. Update WiseStep here, then open it again."),
    "invitation.forged": N_(
        "This invitation was changed on its way, so it is not used. Ask your firm for another one."
    ),
    "invitation.expired": N_("The invitation to {team} has expired. Ask whoever sent it for a new one."),
    "invitation.code_needed": N_(
        "The invitation to {team} is opened with a code. Whoever invited you tells it to you another way, such as on "
        "the telephone."
    ),
    "invitation.wrong_code": N_("That is not the code of this invitation. Check it, or ask whoever invited you."),
    "invitation.by_nobody": N_(
        "Whoever made this invitation may no longer invite to {team}. Ask its owner for another one."
    ),
    # Profiles
    "profile.unreadable": N_(
        "What your team published cannot be read; it may be half written. Your team's last good settings stay."
    ),
    "profile.too_large": N_("What your team published is larger than {limit} kB. Your team's last good settings stay."),
    "profile.newer": N_(
        "Your team's settings were published by a newer WiseStep. The last good ones stay; update WiseStep here."
    ),
    "profile.bad_field": N_(
        "What your team published is wrong in “{field}”. Its last good settings stay; tell whoever looks after it."
    ),
    "profile.bad_setting": N_(
        "Your team published a value for {name} that cannot be. Its last good settings stay; tell whoever looks after "
        "the team."
    ),
    "profile.other_team": N_(
        "What was published there belongs to another team. Your team's last good settings stay; tell its owner."
    ),
    "profile.forged": N_(
        "What was published there is not signed by your team: somebody may have changed it. The last good settings "
        "stay; tell the team's owner."
    ),
    "profile.not_signed_by_team": N_(
        "What was published there is signed by somebody who may not decide for your team. The last good settings stay; "
        "tell the team's owner."
    ),
    "profile.older": N_(
        "What is published is older than what you have: an old copy may have been put back. The newer settings stay; "
        "tell whoever looks after the team."
    ),
    "profile.forked": N_(
        "Two different settings were published as version {version}. The ones you have stay; tell the team's owner."
    ),
    "profile.from_the_future": N_(
        "Your team's settings are dated in days to come, so a clock is wrong. The last good ones stay; check the date "
        "of this computer first."
    ),
    "roster.unreadable": N_("What your team published cannot be read. Your team's last good settings stay."),
    # Places
    "team.place.nothing_there": N_(
        "Nothing is published at {place} just now. Your team's last good settings stay; it is asked again later."
    ),
    "team.place.no_folder": N_("There is no folder {place}, or it cannot be reached now. Make it, then try again."),
    "team.place.not_allowed": N_(
        "You may not open {place}. Ask whoever looks after your computers to let you read it."
    ),
    "team.place.unreachable": N_(
        "{place} cannot be reached ({reason}). Your team's last good settings stay; it is asked again later."
    ),
    "team.place.read_only": N_("WiseStep cannot write to {place}. Save the profile as a file, then upload it there."),
    "team.place.taken": N_("A team is published at {place} already. Choose an empty folder for this one."),
    "team.place.littered": N_("Too many files at {place} are none of this team's. Clear the folder, then try again."),
    # Teams
    "team.unknown": N_("You do not belong to that team. See: wisestep team status."),
    "team.none": N_("You belong to no team. Join one with an invitation, or make one."),
    "team.by_policy": N_("Your administrator put this computer into the team, so only they can take it out again."),
    "team.policy_fingerprint": N_(
        "What is published at {place} is not signed with the key that your administrator named, so it is not used. "
        "Tell your administrator."
    ),
    "team.not_yours": N_("Only the team's owner and its managers can do that, on the computer that has their key."),
    "team.owner_only": N_("Only the team's owner says who its managers are. Nothing was changed."),
    "team.nothing_to_publish": N_("Nothing was changed since the last version, so nothing was published."),
    "team.published_meanwhile": N_(
        "{name} has published version {version} meanwhile, and it holds now. Your changes are kept on top of it: look "
        "at them, then publish again."
    ),
    "team.no_secret": N_("There is no client secret here that could go along. Set it under Connections first."),
    "team.bad_team_name": N_("The team's name must be one line of up to 120 letters."),
    "team.bad_your_name": N_("Your name must be one line of up to 120 letters; the others of the team see it."),
    "team.bad_place": N_(
        "The place must be the full path of a folder that everybody in the firm can read, or an https:// address."
    ),
    "team.bad_logo": N_("The logo must be a picture of up to 250 kB. The old one stays."),
    "team.bad_email": N_("That is no e-mail address. Members are known by the address they use in Actionstep."),
    "team.bad_request": N_("This is no whole request of a manager. Ask them to copy it again."),
    "team.bad_recovery": N_("This is not the recovery key of this team. Check each group of four against the sheet."),
    "team.too_many": N_("A team has up to 5,000 members with settings of their own, and 50 managers."),
    "team.no_such_manager": N_("No manager of this team is called {name}. See: wisestep team status."),
    "team.file_unreadable": N_("{file} cannot be read: {reason}. Nothing was changed."),
    "team.file_not_written": N_("{file} cannot be written: {reason}. Nothing was published."),
}
"""Codes of documents, places and teams."""
