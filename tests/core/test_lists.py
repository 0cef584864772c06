"""What is private out of the box, what is not, and what a person can change about it."""

from __future__ import annotations

import pytest

from wisestep_desktop.adapters.system.lists import load
from wisestep_desktop.core.lists import lists
from wisestep_desktop.core.observation import PRIVATE, Window
from wisestep_desktop.core.redaction import Privacy, application_key, exclusions, redact
from wisestep_desktop.shell.words import resources

SHIPPED = load(resources())
OUT_OF_THE_BOX = Privacy(shipped=SHIPPED.private)


@pytest.mark.parametrize(
    ("application", "title"),
    [
        ("KeePass", "Database.kdbx - KeePass"),
        ("KeePassXC", "Passwords"),
        ("1Password", "All items"),
        ("Bitwarden", "Vault"),
        ("Google Chrome", "My vault | Bitwarden Web Vault - Google Chrome"),
        ("Keychain Access", "login"),
        ("CredentialUIBroker.exe", "Windows Security"),
        ("LockApp.exe", "Windows Default Lock Screen"),
        ("loginwindow", ""),
        ("swaylock", ""),
        ("pinentry-gtk-2", "Unlock key"),
        ("Google Chrome", "Online Banking - Log in - Hartley Bank - Google Chrome"),
        ("Microsoft Edge", "Log in to Online Banking | Anybank - Microsoft Edge"),
        ("Firefox", "Sparkasse Online-Banking: Anmelden — Mozilla Firefox"),
        ("Safari", "Banque en ligne : connexion"),
        ("Google Chrome", "New Incognito Tab - Google Chrome (Incognito)"),
        ("Microsoft Edge", "Search - [InPrivate] - Microsoft Edge"),
        ("Firefox", "Weather — Mozilla Firefox Private Browsing"),
        ("Firefox", "Wetter — Mozilla Firefox (Privater Modus)"),
        ("Firefox", "Météo — Mozilla Firefox (Navigation privée)"),
        ("Firefox", "天気 — Mozilla Firefox プライベートブラウジング"),
        ("Brave", "News - Brave (Private)"),
        ("Tor Browser", "News - Tor Browser"),
    ],
)
def test_what_is_never_recorded_out_of_the_box(application: str, title: str) -> None:
    assert redact(Window(application, title), OUT_OF_THE_BOX) == PRIVATE


@pytest.mark.parametrize(
    ("application", "title"),
    [
        ("Word", "Hartley Bank v Marlow - statement of claim.docx"),
        ("Outlook", "Online banking fraud: advice to client - Message (HTML)"),
        ("Word", "Privacy policy - private browsing clause.docx"),
        ("Acrobat", "Banking Royal Commission - final report.pdf"),
        ("Google Chrome", "Westlaw - Google Chrome"),
        ("Word", "Password Safe Pty Ltd - constitution.docx"),
        ("Teams", "Meeting about LastPass licence"),
        ("", ""),
    ],
)
def test_work_about_such_things_is_recorded(application: str, title: str) -> None:
    assert redact(Window(application, title), OUT_OF_THE_BOX) == Window(application, title)


def test_a_person_may_make_exceptions_to_what_comes_with_the_program_but_not_to_their_own() -> None:
    allowed = exclusions(("KeePass", "Signal"), ())
    own = Privacy(exclusions(("Signal",), ()), shipped=SHIPPED.private, allowed=allowed)
    assert redact(Window("KeePass", "Client vault"), own) == Window("KeePass", "Client vault")
    assert redact(Window("Signal", "Zebulon"), own) == PRIVATE
    assert redact(Window("Bitwarden", "Vault"), own) == PRIVATE


def test_a_mask_keeps_the_application_and_neither_title_nor_document() -> None:
    masked = Privacy(masked=exclusions(("Slack",), ("*personal*",)))
    assert redact(Window("Slack", "Zebulon", "/home/t/zebulon.txt"), masked) == Window("Slack", "")
    assert redact(Window("Word", "My personal diary.docx"), masked) == Window("Word", "")
    assert redact(Window("Word", "Lease.docx", "/m/Lease.docx"), masked) == Window(
        "Word", "Lease.docx", "/m/Lease.docx"
    )


def test_an_exclusion_outranks_a_mask_and_looks_at_the_documents_place_too() -> None:
    both = Privacy(exclusions((), ("zebulon",)), masked=exclusions(("Word",), ()))
    assert redact(Window("Word", "notes.docx", "/clients/Zebulon/notes.docx"), both) == PRIVATE


def test_meetings_and_reading_know_what_attorneys_use() -> None:
    assert {"zoom", "ms-teams", "webex", "msedge", "chrome", "firefox"} <= SHIPPED.meetings
    assert {"winword", "microsoft word", "adobe acrobat", "evince", "google chrome", "outlook"} <= SHIPPED.reading
    assert all(key == application_key(key) for key in SHIPPED.meetings | SHIPPED.reading)


@pytest.mark.parametrize("line", ["KeePass", "program: KeePass", "title:", "application:   "])
def test_a_line_that_is_no_rule_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 2 is no rule"):
        lists(f"# a comment\n{line}\n", "", "")
