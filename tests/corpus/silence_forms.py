"""Forms of titles that mean no matter: kind of window, application, and the form with its slots."""

from __future__ import annotations

_EDGE = " - Work - Microsoft\u200b Edge"
_ME = "ottilie.vane@vanehesketh.example"

_BY_APP: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("word", "WINWORD.EXE", " - Word", (
        "Document{small}", "Precedent - {subject}.docx", "Partners meeting minutes {date}.docx", "Office manual v{small}.docx",
        "CV {staff} {year}.docx", "Template - {document}.docx", "Leave form.docx [Compatibility Mode]", "Budget notes {year}.docx",
        "Style guide {year} edition.docx", "Document{id}", "Template {document} v{small}.{small}.docx", "Training {date} - time recording.docx",
        "Quote Q-{id} office furniture.docx", "Fire drill {street}.docx", "Blog post - {subject} in {year}.docx")),
    ("excel", "EXCEL.EXE", " - Excel", (
        "WIP report {date}.xlsx", "Book{small}", "Aged debtors {year}.xlsx", "Staff leave {year}-{small}.xlsx", "Petty cash ${id}.00.xlsx",
        "Budget FY{year} total {money}.xlsx", "Timesheet {staff} week {small}.xlsx", "PO {id} stationery.xlsx", "Invoices INV-{id} to INV-{big}.xlsx",
        "Printer count {id} pages.xlsx", "Asset register SN{id}.xlsx", "Car park levy {street}.xlsx")),
    ("powerpoint", "POWERPNT.EXE", " - PowerPoint", (
        "CPD seminar - {subject} update {year}.pptx", "Firm strategy {year}.pptx", "Presentation{small}", "New starter induction.pptx",
        "Ethics for young lawyers.pptx", "Quarter {small} results ${money}.pptx")),
    ("acrobat", "Acrobat.exe", " - Adobe Acrobat Pro (64-bit)", (
        "User guide printer model {id}.pdf", "Gazette No {id}.pdf", "Court rules {year}.pdf", "Tax invoice {id}.pdf", "Practice note SC Gen {small}.pdf",
        "Receipt {id}.pdf", "Evidence Act {year}.pdf", "Explanatory memorandum (page {small} of {three}).pdf", "ISO {id} standard.pdf",
        "Bill No. {three} of {year}.pdf", "Menu - {word} Cafe.pdf", "Train timetable {street}.pdf", "Statement of account {id} - electricity.pdf")),
    ("outlook folder", "OUTLOOK.EXE", f" - {_ME} - Outlook", (
        "Inbox", "Inbox ({small})", "Inbox (1,{three})", "Sent Items", "Deleted Items ({small})", "Calendar", "Drafts [{small}]", "Junk Email ({three})",
        "Tasks", "Search Results ({id})", "Archive {year}", "Newsletters ({id})")),
    ("outlook message", "OUTLOOK.EXE", " - Message (HTML)", (
        "RE: Lunch on Friday?", "Your order {id} has shipped", "Invoice {id} is due", "[JIRA] (HELP-{id}) Printer offline", "INC00{id} has been resolved",
        "Ticket #{id}: password reset", "Weekly newsletter - issue {three}", "FW: Parking at {street}", "Team drinks {date} {time}", "Meeting room {small} booking",
        "RE: Annual leave {date}", "Verification code {id}", "Your code is {id}", "CPD points for {year}", "Out of office: {staff}", "Missed call from +61 {phone}",
        "Booking confirmation {id}", "RE: [Case {id}] Microsoft Support", "Delivery {id} - left at reception", "FW: Phishing test result", "Payslip {date}",
        "Voicemail from (0{phone})", "Undeliverable: Newsletter", "Flight QF{three} {date}", "Scanned from copier [{id}]", "PO{id} approved", "Untitled",
        "RE: Kitchen roster week {small}", "Seminar: {subject} after {year}", "RE: Quote #{id} for carpet cleaning")),
    ("gmail", "chrome.exe", f" - {_ME} - Gmail - Google Chrome", (
        "Inbox ({three})", "Your parcel {id} is on its way", "Receipt #{id}", "Sign-in code: {id}", "Newsletter no. {id}", "Re: school concert {date}")),
    ("actionstep", "chrome.exe", " - Actionstep - Google Chrome", (
        "Matters list ({id} results)", "Dashboard", "My tasks ({small})", "Reports | WIP", "Invoice {id} | Billing", "Contacts", "Quick codes", "Choose an organisation",
        "Trust account {date}", "Help centre article {id}", "Time records {date}", "Receipt {id}", "Bank deposit {id} | Trust")),
    ("westlaw", "chrome.exe", " | Westlaw Precision - Google Chrome", (
        "Search results: “{subject}” ({id})", "Uniform Civil Procedure Rules {year}", "{three} ALR {three}", "Contract law - Chapter {small}", "Key number {id}",
        "[{year}] HCA {small}", "{small} F.3d {id}", "s {three} Corporations Act 2001", "Torts commentary [{id}]", "Notes of decisions ({id})")),
    ("lexis", "chrome.exe", " | Lexis+ - Google Chrome", (
        "Search Results: “{subject}”", "Halsbury's Laws [{three}-{id}]", "Practical guidance: {subject}", "History ({small})", "{three} U.S. {three}",
        "{year} LEXIS {id}", "BC{id}", "Document {id} of {big}")),
    ("austlii", "firefox", " — Mozilla Firefox", (
        "AustLII: Conveyancing Act {year} - Sect {small}", "AustLII search: {subject} - {id} documents found", "[{year}] HCA {small} - High Court",
        "NSWCaseLaw - Advanced search", "Retail Leases Act 1994 No 46", "Civil Procedure Act {year} s {three}", "§ {three} BGB – Gesetze", "Federal Register F{year}L00{three}")),
    ("court portal", "chrome.exe", " - Google Chrome", (
        "Court list {date} - Online Registry", "Filing fee ${id} - Online Registry", "eLodgment - Sign in", "CE-File - Payment reference {id}", "Daily cause list {date}",
        "Practice direction {small} of {year}", "Courtroom {id} - Listings", "Receipt {id} - eFiling")),
    ("chrome", "chrome.exe", " - Google Chrome", (
        "{word} weather forecast", "{surname} Street car park - rates", "Mount {surname} walking track", "{id} - Google Search", "How to remove coffee stains", "News: {word} fire contained",
        "Order {id} - Office supplies", "Flight search {date}", "Cricket: {three}/{small} at stumps", "Recipe: lamb for {small}", "Train delays at {word} station", "Bank login",
        "{surname} wins stage {small} of cycling tour", "Population of {surname}, Ohio: {id}", "ASX {id} points at close", "Crossword {id}", "New Tab", "192.168.{small}.{three}", "Postcode {id} - Maps",
        "House for sale ${money}", "Error {id}: page not found", "Speed test {three} Mbps", "{surname} & Sons Funerals - Home", "The {surname} Hotel - book a room", "Lotto draw {id} results", "Convert {id} USD to AUD",
        "Hotel room {id} - review", "Model {id} vacuum cleaner - Shop", "Item {id} - auction", "ISBN 978-1-{id}-{three}-4", "Bus route {three} timetable", "{surname} Creek bushfire map", "Issue #{id} · editor · GitHub",
        "build {id} passed", "Bug {id} – Toolbar icon missing", "Song of the day - {surname} Quartet", "{word} Festival {year} tickets", "RFC {id}", "GUID {hex}-{id}-4f6e-9a01-{hex}", "Page {id} of the archive")),
    ("edge", "msedge.exe", _EDGE, (
        "Home - Intranet", "IT help desk ticket {id}", "Staff directory", "Service request SR-{id}", "CHG00{id} - Change calendar", "Fair Work - {subject}", "Legal jobs in {word} ({id} jobs)", "Room booking {date}",
        "Exchange rates {date}", "Legislation - Evidence Act {year}", "Print queue: {id} jobs", "Learning - module {small} of {small}", "Suburb profile {surname}ville", "Version {small}.0.{id}.{small} release notes")),
    ("safari", "Safari", "", (
        "Weather – {word} Bay", "{surname} Avenue – Street view", "Order No. {id} – Shoes", "The {word} – Restaurant review", "Podcast {three}: {subject} explained", "Recipe box {id}")),
    ("teams chat", "ms-teams.exe", " | Microsoft Teams", (
        "Chat | {staff}", "(2) Chat | {staff}", "Chat | Social club", "Activity ({small})", "Calendar", "Friday drinks {time}", "General (All staff)", "Chat | IT support | INC{id}", "Weekly team meeting", "Partners lunch {date}")),
    ("zoom", "Zoom.exe", "", ("Zoom Meeting", "Participants ({small})", "Zoom Meeting ID: {three} {id}", "Zoom Meeting - 00:41:{small}", "Webinar: {subject} trends")),
    ("slack", "slack", " - Slack", ("random (Channel) - Vane Hesketh - {small} new items", "{staff} (DM) - Vane Hesketh", "it-support (Channel) - Vane Hesketh", "ticket-{id} (Channel) - Vane Hesketh", "release-{small}-{id} (Channel) - Vane Hesketh")),
    ("whatsapp", "chrome.exe", " - Google Chrome", ("WhatsApp", "(3) WhatsApp - Family", "WhatsApp - +61 4{three} {three} {three}", "WhatsApp - Book club {date}")),
    ("softphone", "3CXDesktopApp.exe", "", ("Call: +61 {phone}", "Call: 0{phone}", "Missed call ext {id}", "3CX - Extension {id}", "Voicemail ({small}) - 3CX", "Tel. +44 20 {big} {id}")),
    ("explorer", "explorer.exe", "", ("Downloads", "This PC", "Documents and 2 more tabs - File Explorer", "C:\\Windows\\System32", "D:\\Precedents\\{subject}", "{small}% complete", "{id} items - File Explorer", "P:\\Admin\\HR\\{year}", "C:\\Temp\\{hex}", "Recycle Bin", "Scans\\IMG_{id}.jpg")),
    ("finder", "Finder", "", ("Downloads", "Applications", "Recents", "Photos {year}", "{id} items", "DSC0{id}.JPG", "Invoices {year}")),
    ("imanage", "iManage Work", " - iManage Work", ("Recent Matters", "My Checked Out", "Precedents", "Search: {subject} ({id} results)")),
    ("notepad", "notepad.exe", " - Notepad", ("Untitled", "*todo.txt", "passwords hint.txt", "log_{id}.txt", "*shopping {date}.txt", "dump-{hex}.txt", "port {id} settings.txt")),
    ("vs code", "Code.exe", " - Visual Studio Code", ("main.py - tools", "● report_{id}.json - tools", "settings.json", "commit {hex} - tools", "● README.md - tools - v{small}.{small}.{id}", "color: #{hex} - theme.css")),
    ("terminal", "gnome-terminal", "", ("ottilie@desk: ~", "htop", "pid {id} - top", "ssh 10.0.{small}.{three}", "ping 10.{small}.{three}.1 time={small} ms", "localhost:{id}", "kill {id}")),
    ("xero", "chrome.exe", " - Google Chrome", ("Xero | Invoice INV-{id}", "Xero | Bank reconciliation {date}", "Xero | Bill {id} from Stationery Direct", "Xero | Payroll {year}", "Xero | Account {id} - Office expenses")),
    ("myob", "MYOB.AccountRight.exe", " - MYOB AccountRight", ("Pay employees", "Purchase order {id}", "Card ID {id}", "Receive money {money}", "BAS {date}")),
    ("calendar", "chrome.exe", " - Google Calendar - Google Chrome", ("Week of {date}", "Dentist {time}", "School holidays {year}", "{small} {year}")),
    ("print", "PrintDialog", "", ("Printing page {small} of {three}", "Print - Untitled", "Printing - {small}%", "Job {id} printing")),
    ("save as", "WINWORD.EXE", "", ("Save As", "Save changes to Document{small}?", "Open", "Insert picture - IMG_{id}.png")),
    ("music", "Spotify.exe", "", ("{surname} - Live in {year}", "The {surname} Band - Track {small}", "{word} Nights (Remix {year})", "Spotify Premium", "Podcast - Episode {id}", "Symphony No. {small} in D minor")),
    ("shopping", "firefox", " — Mozilla Firefox", ("Basket ({small} items) ${money}", "Order #{id} confirmed", "{surname} leather shoes size {small}", "Product {id} reviews", "Track parcel {id}{three}", "Seat 14C, flight {three}")),
    ("docusign", "chrome.exe", " - Google Chrome", ("Docusign - Home", "Docusign - Envelope {hex}-{id}", "Docusign - {small} waiting for others", "Docusign - Plan limits {year}")),
    ("sharepoint", "msedge.exe", f" - SharePoint{_EDGE}", ("Policies - All Documents", "Social club - Home", "Precedents - {subject}", "Site storage {id} MB of {big} MB")),
    ("ide", "idea64.exe", "", ("tools – Main.java", "build #{id} – tools", "tools – Test run: {id} passed", "Debugger port {id}")),
    ("updater", "msiexec.exe", "", ("Update KB50{id}", "Installing version {small}.{id}", "{small}% - {id} KB of {big} KB", "Error 0x{hex}", "Build {id}.{small}")),
)  # fmt: skip

FORMS = tuple((shape, app, form + behind) for shape, app, behind, forms in _BY_APP for form in forms)
