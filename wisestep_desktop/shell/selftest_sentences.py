"""What every code of the self-test means. Read by whoever looks after the computer: short, with the next step."""

from __future__ import annotations

from collections.abc import Mapping

from wisestep_desktop.shell.words import N_

SENTENCES: Mapping[str, str] = {
    # Not run: nothing is wrong
    "selftest.needs": N_("It needs “{needed}”, which did not pass."),
    "selftest.no_time": N_("The {seconds} seconds of the self-test were over before."),
    "selftest.no_display": N_("There is no display here. Run the self-test inside a desktop session to see it too."),
    "selftest.no_keyring": N_(
        "This desktop has no keyring, so a key file of its own was used. A person needs a keyring, or the key file "
        "that WISESTEP_KEY_FILE names."
    ),
    "selftest.no_notices_yet": N_("The notices of third parties are made by the build of the installed program."),
    "selftest.slim": N_("This build has no browser of its own; people sign in with the system's browser."),
    "selftest.wine": N_("The browser engine does not run under Wine ({version}); it does on Windows."),
    "selftest.no_rehearsal": N_("The folder {folder} was not made by a self-test, so none can use it."),
    "sign_in.rehearsal": N_("A self-test signs in to the practice Actionstep on this computer, and nowhere else."),
    # Anything
    "selftest.too_long": N_("It had not ended when the {seconds} seconds of the self-test were over."),
    "selftest.fault": N_("There is a fault in the self-test or in the program ({kind}). Please report it."),
    "selftest.ended": N_("A process of the program ended by itself (status {status}). Its last words: “{said}”."),
    "selftest.not_started": N_("The program cannot be started again ({reason}). Check what blocks new programs here."),
    # What is installed
    "selftest.missing": N_(
        "The file {file} is missing or empty: the program is not installed whole. Install it again."
    ),
    "selftest.unreadable": N_("The {what} cannot be read ({kind}): the program is damaged. Install it again."),
    "selftest.no_catalogue": N_("The texts in the language “{language}” are missing. Install the program again."),
    "selftest.untranslated": N_("The texts in the language “{language}” say nothing. Install the program again."),
    "selftest.no_licence": N_("The program's own licence is missing. Install it again."),
    "selftest.unlicensed": N_("Nothing says under which licence these packages are: {names}."),
    # What keeps things
    "selftest.keyring_keeps": N_("The keyring still has what was deleted from it."),
    "selftest.not_kept": N_("What was written into an encrypted timeline was not there afterwards."),
    "selftest.plain": N_("The timeline's file is not encrypted. Do not use this installation."),
    "selftest.opens_to_anybody": N_("The timeline opens under a wrong key. Do not use this installation."),
    # Actionstep
    "selftest.no_sandbox": N_(
        "The practice Actionstep did not answer within {seconds} seconds. Check what blocks connections of this "
        "computer to itself."
    ),
    "selftest.unreachable": N_(
        "The practice Actionstep on this computer cannot be reached. Check what blocks connections of this computer to "
        "itself."
    ),
    "selftest.no_answer": N_("The sign-in window did not end its work within {seconds} seconds."),
    "selftest.matters": N_("{found} matters came where there are {wanted}."),
    "selftest.send_waits": N_("The entry was neither sent nor refused within {seconds} seconds."),
    "selftest.not_sent": N_("The entry was refused ({reason})."),
    "selftest.ledger": N_(
        "The practice Actionstep has {found} entries after one was sent, and {right} with the right hours and matter."
    ),
    # The program
    "selftest.no_app": N_("The program did not start within {seconds} seconds."),
    "selftest.no_recording": N_("The program did not begin to record within {seconds} seconds."),
    "selftest.no_window": N_("No window could be opened within {seconds} seconds."),
    "selftest.no_visit": N_(
        "The window that was opened is not in the timeline after {seconds} seconds. Was another window in front, or "
        "the screen locked? Leave the computer alone meanwhile, and run the self-test again."
    ),
    "selftest.unmatched": N_("A title with the reference of a matter was not given that matter."),
    "selftest.mismatched": N_("A title that says nothing was given a matter."),
    "selftest.second_stays": N_("A second start of the program did not end within {seconds} seconds."),
    "selftest.not_handed_over": N_(
        "What a second start of the program was to open did not reach the first within {seconds} seconds."
    ),
    "selftest.app_stays": N_("The program did not end within {seconds} seconds of being asked to."),
    "selftest.left_over": N_("The throw-away folder {folder} could not be deleted. Delete it by hand."),
}
