"""How the windows of more than forty applications are titled, and what kind of thing they show."""

from __future__ import annotations

from dataclasses import dataclass

from tests.corpus.words import MAILBOX, STAFF

_ME = STAFF[0]


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of window.

    Attributes:
        name: for the tables.
        app: the application as the system names it.
        kind: what it shows: file, mail, folder, path, page, talk, record.
        ending: of its files.
        titles: forms; ``{x}`` is the thing shown.
    """

    name: str
    app: str
    kind: str
    ending: str
    titles: tuple[str, ...]


def _shape(name: str, app: str, kind: str, *titles: str) -> Shape:
    kind, _, ending = kind.partition(" ")
    return Shape(name, app, kind, ending, titles)


_EDGE = "Work - Microsoft\u200b Edge"

SHAPES = (
    _shape("word", "WINWORD.EXE", "file .docx", "{x} - Word", "{x} - Saved - Word", "{x} [Compatibility Mode] - Word",
           "{x}  -  Compatibility Mode - Word", "{x} - Protected View - Word", "{x} - AutoSaved - Word",
           "{x} (Protected View) - Word", "{x} - Last saved by user - Word", "{x} - Word (Not Responding)"),
    _shape("word mac", "Microsoft Word", "file .docx", "{x}", "{x} — Edited", "{x} - Read-Only"),
    _shape("excel", "EXCEL.EXE", "file .xlsx", "{x} - Excel", "{x}  [Compatibility Mode] - Excel", "Microsoft Excel - {x}"),
    _shape("powerpoint", "POWERPNT.EXE", "file .pptx", "{x} - PowerPoint", "{x} - AutoSaved - PowerPoint",
           "PowerPoint Slide Show  -  [{x}]"),
    _shape("acrobat", "Acrobat.exe", "file .pdf", "{x} - Adobe Acrobat Pro (64-bit)", "{x}* - Adobe Acrobat Pro DC",
           "{x} (SECURED) - Adobe Acrobat Reader (64-bit)"),
    _shape("foxit", "FoxitPDFEditor.exe", "file .pdf", "{x} - Foxit PDF Editor", "{x} * - Foxit PDF Editor"),
    _shape("pdf-xchange", "PDFXEdit.exe", "file .pdf", "{x} - PDF-XChange Editor", "*{x} - PDF-XChange Editor"),
    _shape("preview", "Preview", "file .pdf", "{x}", "{x} – Page 3 of 20", "{x} (page 14 of 20)", "{x} — Edited"),
    _shape("bluebeam", "Revu.exe", "file .pdf", "{x} - Bluebeam Revu x64", "{x}* - Bluebeam Revu 21"),
    _shape("okular", "org.kde.okular", "file .pdf", "{x} — Okular", "{x} [modified] — Okular"),
    _shape("outlook message", "OUTLOOK.EXE", "mail", "{x} - Message (HTML)", "{x} - Message (Plain Text)",
           "{x} - Message (HTML) (Not Responding)"),
    _shape("outlook folder", "OUTLOOK.EXE", "folder", f"{{x}} - {MAILBOX} - Outlook", f"{{x}} (23) - {MAILBOX} - Outlook"),
    _shape("outlook appointment", "OUTLOOK.EXE", "talk", "{x} - Appointment", "{x} - Meeting", "{x} - Meeting Occurrence"),
    _shape("outlook reminder", "OUTLOOK.EXE", "talk", "{x} - Reminder"),
    _shape("new outlook", "olk.exe", "mail", f"{{x}} - {_ME} - Outlook", f"(3) {{x}} - {_ME} - Outlook"),
    _shape("gmail", "chrome.exe", "mail", f"{{x}} - {MAILBOX} - Gmail - Google Chrome",
           f"{{x}} - {MAILBOX} - Vane Hesketh Mail - Google Chrome"),
    _shape("thunderbird", "thunderbird", "mail", "{x} - Mozilla Thunderbird", "Write: {x} - Thunderbird",
           "* Write: {x} - Thunderbird"),
    _shape("apple mail", "Mail", "mail", "{x}"),
    _shape("chrome", "chrome.exe", "file .pdf", "{x} - Google Chrome", "{x} - Google Chrome - Ottilie"),
    _shape("edge", "msedge.exe", "file .pdf", f"{{x}} - {_EDGE}", f"{{x}} and 4 more pages - {_EDGE}"),
    _shape("firefox", "firefox", "file .pdf", "{x} — Mozilla Firefox", "(1) {x} — Mozilla Firefox"),
    _shape("safari", "Safari", "file .pdf", "{x}", "{x} - Safari"),
    _shape("teams call", "ms-teams.exe", "talk", "{x} | Microsoft Teams", "Meeting compact view | {x} | Microsoft Teams",
           "{x} | 00:12:45 | Microsoft Teams"),
    _shape("teams chat", "ms-teams.exe", "talk", "Chat | {x} | Microsoft Teams", "(2) Chat | {x} | Microsoft Teams",
           f"Chat | {{x}} | {STAFF[1]} | Microsoft Teams"),
    _shape("zoom", "Zoom.exe", "talk", "{x} - Zoom", "{x} - Zoom Workplace"),
    _shape("webex", "webexmta.exe", "talk", "{x} - Webex", "{x} - Cisco Webex Meetings"),
    _shape("slack", "slack", "talk", "{x} (Channel) - Vane Hesketh - Slack", "* {x} (Channel) - Vane Hesketh - 5 new items - Slack"),
    _shape("whatsapp", "chrome.exe", "talk", "(3) WhatsApp - {x} - Google Chrome", "WhatsApp - {x} - Google Chrome"),
    _shape("softphone", "3CXDesktopApp.exe", "talk", "Call: {x} - 3CX", "3CX - {x} - 04:12"),
    _shape("explorer", "explorer.exe", "path", "{x}", "{x} - File Explorer", "{x} and 2 more tabs - File Explorer"),
    _shape("explorer folder", "explorer.exe", "folder", "{x}", "{x} - File Explorer"),
    _shape("finder", "Finder", "folder", "{x}"),
    _shape("files", "org.gnome.Nautilus", "folder", "{x} — Files"),
    _shape("imanage", "iManage Work", "file", "{x} - iManage Work", "{x} - iManage Work Desktop"),
    _shape("netdocuments", "chrome.exe", "file", "{x} - NetDocuments - Google Chrome", "ndOffice - {x}"),
    _shape("worldox", "WORLDOX.EXE", "file .doc", "{x} - Worldox GX4", "{x} - Worldox"),
    _shape("edocs", "DM.exe", "file", "LIBRARY - {x} - eDOCS DM"),
    _shape("actionstep", "chrome.exe", "record", "{x} | Matter | Actionstep - Google Chrome", "Time records - {x} - Actionstep - Google Chrome",
           "Documents - {x} - Actionstep - Google Chrome", "(1) Emails - {x} - Actionstep - Google Chrome - Ottilie"),
    _shape("actionstep edge", "msedge.exe", "record", f"{{x}} - Actionstep - {_EDGE}", f"{{x}} - Actionstep and 7 more pages - {_EDGE}"),
    _shape("pacer", "msedge.exe", "page", f"{{x}} - Docket report - PACER - {_EDGE}", f"CM/ECF LIVE - {{x}} - {_EDGE}"),
    _shape("court portal", "chrome.exe", "page", "{x} | Online Registry - Google Chrome", "eLodgment - {x} - Google Chrome",
           "CE-File - {x} - Google Chrome"),
    _shape("notepad", "notepad.exe", "file .txt", "{x} - Notepad", "*{x} - Notepad"),
    _shape("notepad++", "notepad++.exe", "path .txt", "{x} - Notepad++", "*{x} - Notepad++"),
    _shape("vs code", "Code.exe", "file .md", "{x} - matters - Visual Studio Code", "● {x} - matters - Visual Studio Code"),
    _shape("terminal", "gnome-terminal", "folder", "ottilie@desk: ~/matters/{x}"),
    _shape("writer", "soffice.bin", "file .odt", "{x} — LibreOffice Writer", "{x} (read-only) - LibreOffice Writer", "{x}* - LibreOffice Writer"),
    _shape("calc", "soffice.bin", "file .ods", "{x} — LibreOffice Calc"),
    _shape("wps", "wps.exe", "file .docx", "{x} - WPS Office", "{x} * - WPS Writer"),
    _shape("wordperfect", "wpwin.exe", "path .wpd", "WordPerfect Office X9 - [{x}]", "WordPerfect X9 - [{x} (unmodified)]"),
    _shape("google docs", "chrome.exe", "file", "{x} - Google Docs - Google Chrome", "{x} - Google Sheets - Google Chrome"),
    _shape("sharepoint", "msedge.exe", "folder", f"Documents - {{x}} - All Documents - SharePoint - {_EDGE}"),
    _shape("onedrive", "msedge.exe", "file .docx", f"{{x}} - OneDrive - {_EDGE}"),
    _shape("dropbox", "chrome.exe", "folder", "{x} - Dropbox - Google Chrome", "Dropbox - {x} - Simplify your life - Google Chrome"),
    _shape("docusign", "chrome.exe", "file", "Docusign - {x} - Google Chrome", "Complete with Docusign: {x} - Google Chrome"),
    _shape("xero", "chrome.exe", "talk", "Xero | Tracking | {x} - Google Chrome"),
    _shape("myob", "MYOB.AccountRight.exe", "talk", "Jobs - {x} - MYOB AccountRight"),
    _shape("calendar", "chrome.exe", "talk", "Google Calendar - {x} - Google Chrome", "{x} - Google Calendar - Google Chrome"),
    _shape("print", "PrintDialog", "file .pdf", "Print - {x}", "Printing {x} (page 3 of 20)", "Printing (14%) - {x}"),
    _shape("save as", "WINWORD.EXE", "file .docx", "Save As - {x}", "Save changes to {x}?"),
    _shape("onenote", "ONENOTE.EXE", "talk", "{x} - OneNote", "{x} - Microsoft OneNote"),
    _shape("dictation", "natspeak.exe", "file .dcr", "Transcribe {x} - Dragon", "{x} - BigHand Author"),
    _shape("archive", "7zFM.exe", "file .zip", "45% Extracting {x}", "{x}"),
)  # fmt: skip
