"""What kind of work a window shows, on three systems, as titles really look."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.adapters.system.lists import load
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.work import WorkKind, WorkRules, kind_of, work_rules
from wisestep_desktop.shell.words import resources

RULES = load(resources()).work


@pytest.mark.parametrize(
    ("kind", "application", "title"),
    [
        ("draft", "WINWORD.EXE", "Deed.docx - Word"),
        ("draft", "Microsoft Word", "Deed.docx — Edited"),
        ("draft", "soffice.bin", "Deed.odt* - LibreOffice Writer"),
        ("draft", "Pages", "Deed"),
        ("draft", "chrome.exe", "Deed - Google Docs - Google Chrome"),
        ("draft", "some editor", "Deed.docx"),
        ("review", "WINWORD.EXE", "Deed.docx - Protected View - Word"),
        ("review", "WINWORD.EXE", "Deed.docx [Read-Only] - Word"),
        ("review", "Acrobat.exe", "Deed.pdf - Adobe Acrobat Pro (64-bit)"),
        ("review", "Preview", "Deed.pdf – Page 3 of 20"),
        ("review", "org.kde.okular", "Deed.pdf — Okular"),
        ("review", "Safari", "Deed.pdf"),
        ("correspond", "OUTLOOK.EXE", "RE: Calendar of events - Message (HTML)"),
        ("correspond", "thunderbird", "Write: Deed - Thunderbird"),
        ("correspond", "Mail", "Inbox – 2,314 messages"),
        ("correspond", "chrome.exe", "Westlaw invoice - anna@firm.example - Gmail - Google Chrome"),
        ("correspond", "msedge.exe", "Mail - Anna Beck - Outlook - Work - Microsoft\u200b Edge"),
        ("correspond", "ms-teams.exe", "(2) Chat | Jane Roe | Microsoft Teams"),
        ("correspond", "firefox", "Deed.pdf - anna@firm.example - Firm Mail — Mozilla Firefox"),
        ("meet", "ms-teams.exe", "Hartley mediation | Microsoft Teams"),
        ("meet", "Zoom.exe", "Zoom Meeting"),
        ("meet", "webexmta.exe", "Roe v. Dunn case conference - Webex"),
        ("meet", "chrome.exe", "Meet - Hartley closing - Google Chrome"),
        ("call", "3CXDesktopApp.exe", "3CX - Jane Roe - 04:12"),
        ("call", "ms-teams.exe", "Calls | Microsoft Teams"),
        ("call", "FaceTime", "Jane Roe"),
        ("research", "chrome.exe", "Roe v. Dunn | Westlaw Precision - Google Chrome"),
        ("research", "chrome.exe", "Search Results: “lease” | Lexis+ - Google Chrome"),
        ("research", "firefox", "Mabo v Queensland (No 2) [1992] HCA 23; (1992) 175 CLR 1 — Mozilla Firefox"),
        ("research", "firefox", "AustLII: Conveyancing Act 1919 - Sect 12 — Mozilla Firefox"),
        ("research", "Safari", "R v Smith [2020] EWCA Crim 777 - BAILII"),
        ("research", "chrome.exe", "2020 SCC 5 | R. v. Ahmad | CanLII - Google Chrome"),
        ("research", "chrome.exe", "Attorney-General v Ngati Apa - NZLII - Google Chrome"),
        ("research", "chrome.exe", "HeinOnline - Law Journal Library - Google Chrome"),
        ("research", "msedge.exe", "1:24-cv-00123 - Docket report - PACER - Work - Microsoft\u200b Edge"),
        ("calculate", "EXCEL.EXE", "Completion Statement.xlsx - Excel"),
        ("calculate", "soffice.bin", "Costs.ods — LibreOffice Calc"),
        ("calculate", "chrome.exe", "Costs - Google Sheets - Google Chrome"),
        ("administer", "chrome.exe", "Time records - 10482 Hartley lease - Actionstep - Google Chrome"),
        ("administer", "olk.exe", "Calendar - Anna Beck - Outlook"),
        ("administer", "chrome.exe", "Google Calendar - Week of 3 June - Google Chrome"),
        ("administer", "explorer.exe", r"D:\Matters\10482 Hartley"),
        ("administer", "Finder", "Hartley"),
        ("administer", "org.gnome.Nautilus", "Hartley – Files"),
        ("call", "@call", "Jane Roe about the lease"),
        ("meet", "@meeting", ""),
        ("court", "@hearing", "Directions"),
        ("travel", "@travel", ""),
        ("think", "@thinking", "Lease"),
        ("review", "@reading", "Brief"),
        ("other", "chrome.exe", "Weather - Google Chrome"),
        ("other", "", ""),
    ],
)
def test_what_windows_show(kind: str, application: str, title: str) -> None:
    assert kind_of(Window(application, title), RULES) is WorkKind(kind)


def test_the_document_tells_where_the_title_does_not() -> None:
    assert kind_of(Window("viewer", "Deed", "/home/anna/Deed.pdf"), RULES) is WorkKind.REVIEW


def test_without_rules_everything_is_something_else() -> None:
    assert kind_of(Window("WINWORD.EXE", "Deed.docx - Word"), WorkRules()) is WorkKind.OTHER


@pytest.mark.parametrize(
    "line",
    ["draft", "draft application", "draft application:", "dance application: word", "draft segment: word",
     "draft application in browser: word", "draft segment in garden: word", "nothing words: a",
     "version application: a"],
)  # fmt: skip
def test_a_line_that_is_no_rule_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 2 is no rule"):
        work_rules(f"# rules\n{line}\n")


@given(st.text(max_size=40), st.text(max_size=700), st.none() | st.text(max_size=50))
def test_every_window_has_one_kind(application: str, title: str, document: str | None) -> None:
    window = Window(application, title, document)
    assert kind_of(window, RULES) is kind_of(window, RULES)
