"""The connections page and the table of properties, over a real sandbox: every state, by what it says."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QScrollArea, QWidget

from tests.services.office import Office, PageWalker
from tests.shell.conftest import Room
from tests.shell.test_recognising import PICTURES, said
from tests.shell.walks import troubles
from tests.shell.whole_day import dressed
from wisestep_desktop.core.errors import SignInAgain, SignInFailed, WiseStepError
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.property_lines import read_lines
from wisestep_desktop.ports.sign_in import AuthorizationRequest
from wisestep_desktop.services import facts, preferences
from wisestep_desktop.services.facts import ConnectionState
from wisestep_desktop.services.sync import Depth, Progress
from wisestep_desktop.shell.views.settings.connections_page import ConnectionsPage
from wisestep_desktop.shell.views.settings.values import SettingValues
from wisestep_desktop.shell.views.settings.window import SettingsWindow

ROUNDING, FREE = "BILLABLE_TIME_ROUNDING_SEC", "ACTIVITY_TYPES_NON_BILLABLE"
SUMMARY, CLOSED = "ADD_SUMMARY_TO_NARRATIVE", "SHOW_CLOSED_CASES"
LOOKS = (("en", "light", 1), ("de", "dark", 2))


def open_page(room: Room, width: int = 1000, height: int = 760) -> ConnectionsPage:
    """Show the page by itself, as the settings window will show it."""
    values = SettingValues(room.desk, room.tasks, room.theme, room.discretion, room.window)
    page = ConnectionsPage(room.desk, room.tasks, room.actionstep, room.discretion, values)
    page.setParent(room.window, Qt.WindowType.Window)  # it ends with the room
    page.resize(width, height)
    page.show()
    room.qtbot.waitExposed(page)
    room.until(lambda: page._details is not None and page.table.lines[ROUNDING]._standing is not None)
    return page


def photograph(page: QWidget, name: str, ratio: int = 1) -> None:
    """Take a picture as a screen of so many pixels a point shows it, of the whole page."""
    from PySide6.QtGui import QPixmap  # noqa: PLC0415

    PICTURES.mkdir(parents=True, exist_ok=True)
    area = page.findChild(QScrollArea, "page")
    assert isinstance(area, QScrollArea)
    before = page.size()
    for _ in range(3):
        QApplication.processEvents()
        inside = area.widget()
        wanted = inside.layout().totalHeightForWidth(area.viewport().width()) if inside.layout() else 0
        page.resize(QSize(page.width(), max(240, wanted + 8)))
    QApplication.processEvents()
    image = QPixmap(page.size() * ratio)
    image.setDevicePixelRatio(ratio)
    page.render(image)
    assert image.save(str(PICTURES / f"{name}.png"))
    page.resize(before)


def looked_at(room: Room, name: str, make: Callable[[ConnectionsPage], None] = lambda _page: None) -> None:
    """Take the pictures of a state in every look."""
    for language, scheme, ratio in LOOKS:
        with dressed(room.theme, language, scheme=scheme):
            page = open_page(room)
            make(page)
            photograph(page, f"connections-{name}-{language}-{scheme}-{ratio}x", ratio)
            page.hide()


def type_into(page: ConnectionsPage, name: str, text: str) -> None:
    field = page.table.lines[name].editor.focusProxy()
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    if text:
        QTest.keyClicks(field, text)
    popup = getattr(field, "_popup", None)
    if popup is not None:
        popup.hide()


def pick(page: ConnectionsPage, name: str, text: str) -> None:
    box = page.table.lines[name].editor.focusProxy()
    assert isinstance(box, QComboBox)
    place = box.findData(text)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def weighed(room: Room, page: ConnectionsPage) -> str:
    room.until(lambda: page.table._weighed is not None)
    return said(page.table._effect)


def types(room: Room) -> list[str]:
    return [each.name for each in room.office.store.read(lambda books: books.matters.activity_types())]


def unconfigure(office: Office) -> None:
    for name in ("client_id", "client_secret", "authorize_url", "token_url", "environment"):
        office.set(f"connection.{name}", "")


class SlowWalker(PageWalker):
    """Somebody who reads the pages before answering them."""

    def __init__(self, office: Office) -> None:
        super().__init__(office.sandbox)
        self.go = threading.Event()
        self.cancelled = False

    def ask(self, request: AuthorizationRequest, hosts: tuple[str, ...], announce: Callable[[str], None]) -> str:
        self.go.wait(20)
        if self.cancelled:
            raise SignInFailed("signin.cancelled")
        return super().ask(request, hosts, announce)

    def close(self) -> None:
        super().close()
        if not self.go.is_set():
            self.cancelled = True
            self.go.set()


# The connection ---------------------------------------------------------------------------------------------------


def test_before_anything_is_set_up_there_is_one_thing_to_do(make_room: Callable[..., Room]) -> None:
    room = make_room()
    unconfigure(room.office)
    page = open_page(room)
    assert "Nothing is connected yet." in said(page)
    assert page.new.objectName() == "primary"
    assert not page.card.isVisibleTo(page)
    looked_at(room, "nothing")


def test_a_new_connection_is_made_listed_and_synced(make_room: Callable[..., Room], office: Office) -> None:
    walker = SlowWalker(office)
    room = make_room(walker)
    told = office.sandbox.announcement()
    unconfigure(office)
    page = open_page(room)
    page.new.click()
    form = page.form
    room.until(lambda: form._standing)
    looked_at(room, "form", lambda each: each.new.click() or room.until(lambda: each.form._standing))
    form.sign_in()
    room.until(lambda: "Please fill this in." in said(form))
    assert form._fields["connection.client_id"].editor.property("wrong") is True
    assert office.store.read(lambda books: books.settings.mine()).get("connection.client_id") is None
    form.environment.setCurrentIndex(form.environment.findData("custom"))
    for name in ("authorize_url", "token_url", "client_id", "client_secret"):
        editor = form._fields[f"connection.{name}"].editor
        assert isinstance(editor, QLineEdit)
        editor.setText(told[name])
    address = form._fields["connection.token_url"].editor
    assert isinstance(address, QLineEdit)
    address.setText("http://example.test/")
    form.sign_in()
    room.until(lambda: "must begin with https" in said(form))
    photograph(page, "connections-form-wrong")
    address.setText(told["token_url"])
    form.sign_in()
    room.until(lambda: "Waiting for you to sign in…" in said(form))
    assert "Waiting" in page.card.state.text()
    photograph(page, "connections-signing-in")
    states: list[str] = []
    room.actionstep.changed.connect(lambda: states.append(page.card.state.text()))
    walker.go.set()
    room.until(lambda: page.card.state.text() == "●  Connected")
    assert not form.isVisibleTo(page)
    assert any("of about" in each for each in states), states
    room.until(lambda: "hartleyco" in said(page.card))
    assert page.card.state.property("tone") == "good"
    mine = office.store.read(lambda books: books.settings.mine())
    assert mine["connection.client_secret"] == told["client_secret"]
    assert form._fields["connection.client_secret"].editor.text() == ""  # type: ignore[union-attr]


def test_a_sign_in_that_is_given_up_changes_nothing(make_room: Callable[..., Room], office: Office) -> None:
    walker = SlowWalker(office)
    room = make_room(walker)
    page = open_page(room)
    assert page.card.state.text() == "○  Not connected"
    assert page.card.state.property("tone") == "quiet"
    looked_at(room, "not-connected")
    page.card._connect.click()
    room.until(lambda: page.card._stop.isVisibleTo(page))
    page.card._stop.click()
    room.until(lambda: not room.actionstep.signing_in)
    assert "nothing was connected" in said(page.card)
    assert page.card.state.text() == "○  Not connected"


def test_the_form_says_why_there_is_no_connection(make_room: Callable[..., Room], office: Office) -> None:
    room = make_room(PageWalker(office.sandbox, decision="decline"))
    page = open_page(room)
    page.new.click()
    room.until(lambda: page.form._standing)
    page.form.sign_in()
    room.until(lambda: "Access was declined" in said(page.form))
    assert page.form._own_browser.isVisibleTo(page)
    assert page.form._begin.isEnabled()


def test_what_the_team_decides_can_only_be_read(make_room: Callable[..., Room], office: Office) -> None:
    room = make_room()
    mine = office.store.read(lambda books: books.settings.mine())
    told = {name: text for name, text in mine.items() if name in ("connection.client_id", "connection.environment",
            "connection.authorize_url", "connection.token_url")}  # fmt: skip
    office.store.write(lambda books: preferences.decide(books, Source.TEAM, {**told, ROUNDING: "360"})).result()
    page = open_page(room)
    page.new.click()
    room.until(lambda: page.form._standing)
    assert "Your team has filled this in." in said(page.form)
    assert not page.form._fields["connection.client_id"].editor.isEnabled()
    assert page.form._fields["connection.client_secret"].editor.isEnabled()
    assert not page.table.lines[ROUNDING].editor.isVisibleTo(page) or page.table.lines[ROUNDING].pending is None
    assert "Some are set by your team." in said(page.table)
    assert not page.table.lines[ROUNDING].editor.focusProxy().isEnabled()
    page.form.sign_in()
    room.until(lambda: page.card.state.text() == "●  Connected")
    looked_at(room, "team", lambda each: each.new.click() or room.until(lambda: each.form._standing))


def test_the_details_name_rights_counts_and_times(connected: Room) -> None:
    page = open_page(connected)
    page.card._more.setChecked(True)
    connected.until(lambda: "May use" in said(page.card))
    told = said(page.card)
    assert "who you are, clients, matters" in told
    assert "open, " in told
    assert "Tester, Terry" in told
    assert "0.3 s between two requests" in told
    assert "activity types" in told
    page.card.test.click()
    connected.until(lambda: "It works: signed in as Tester, Terry" in said(page.card))
    looked_at(connected, "connected", lambda each: each.card._more.setChecked(True))
    before = len(connected.office.sandbox.requests())
    page.card._full.click()
    connected.until(lambda: page.card.state.text().startswith("◐"))
    connected.until(lambda: page.card.state.text() == "●  Connected")
    asked = connected.office.sandbox.requests()[before:]
    assert {one["method"] for one in asked} == {"GET"}


def test_a_test_that_fails_says_why(connected: Room) -> None:
    page = open_page(connected)
    page.card._more.setChecked(True)
    connected.office.sandbox.inject("503=50:*")
    page.card.test.click()
    connected.until(lambda: "being maintained" in said(page.card) or "has a problem" in said(page.card))
    assert page.card.test.isEnabled()


def test_a_right_that_is_missing_is_named(connected: Room) -> None:
    connected.office.set("connection.scopes", "users participants actions actiontypes quickcodes timeentries divisions")
    page = open_page(connected)
    page.card._more.setChecked(True)
    connected.until(lambda: "the organisation's time zone. Signing in again asks for it." in said(page.card))


def test_disconnecting_asks_in_place(connected: Room) -> None:
    page = open_page(connected)
    page.card._disconnect.click()
    assert "The sign-in is forgotten on this computer." in said(page.card)
    looked_at(connected, "disconnect", lambda each: each.card._disconnect.click())
    page.card._no.click()
    assert not page.card._question.isVisibleTo(page)
    page.card._disconnect.click()
    page.card._yes.click()
    connected.until(lambda: page.card.state.text() == "○  Not connected")
    connected.until(lambda: "Not signed in on this computer." in said(page.card))


def test_what_is_wrong_is_said_with_a_word_and_a_way_out(connected: Room) -> None:
    office = connected.office

    def trouble(error: WiseStepError | None) -> None:
        office.store.write(lambda books: facts.keep_trouble(books, error)).result()
        connected.actionstep.reread()

    trouble(SignInAgain("sign_in.again"))
    connected.until(lambda: connected.actionstep.state.state is ConnectionState.SIGN_IN_AGAIN)
    page = open_page(connected)
    assert (page.card.state.text(), page.card.state.property("tone")) == ("✕  Sign in again", "wrong")
    assert "Actionstep asks you to sign in again." in said(page.card)
    assert page.card._connect.isVisibleTo(page)
    looked_at(connected, "sign-in-again")
    page.card._connect.click()
    connected.until(lambda: page.card.state.text() == "●  Connected")


def test_progress_is_told_while_matters_arrive(connected: Room) -> None:
    def halfway(each: ConnectionsPage) -> None:
        each.card.show_state()

    connected.actionstep._syncing, connected.actionstep._progress = True, Progress(918, 1_480)
    page = open_page(connected)
    assert page.card.state.text() == "◐  Syncing 918 of about 1,480 matters".replace(",", "") or "1,480" in said(page)
    assert (page.card._progress.value(), page.card._progress.maximum()) == (918, 1_480)
    assert not page.card.sync.isEnabled()
    looked_at(connected, "syncing", halfway)
    connected.actionstep._syncing, connected.actionstep._progress = False, None


def test_who_has_nothing_to_sign_in_with_is_led_to_the_page(make_room: Callable[..., Room]) -> None:
    room = make_room()
    unconfigure(room.office)
    room.begin()
    bar = room.window._connection
    bar.chip.click()
    room.until(lambda: "does not know yet how your firm signs in" in bar._said.text())
    assert bar._mend.text() == "Set it up"
    bar._mend.click()
    window = room.window.others.window("settings")
    assert isinstance(window, SettingsWindow)
    room.qtbot.waitExposed(window)
    page = window.findChild(ConnectionsPage)
    assert page is not None
    room.until(page.isVisible)
    room.until(lambda: "Nothing is connected yet." in said(page))
    window.search.setText("rounding")
    room.until(lambda: "BILLABLE_TIME_ROUNDING_SEC" in said(window))
    window.open_at(ROUNDING)
    window.open_at("connection.new")
    room.until(lambda: page.form.isVisibleTo(window))
    looked_at_window(room, window)
    window.close()


def looked_at_window(room: Room, window: SettingsWindow) -> None:
    for scheme in ("light", "dark"):
        room.theme.choose(scheme)
        QApplication.processEvents()
        assert window.grab().save(str(PICTURES / f"connections-in-settings-{scheme}.png"))
    room.theme.choose("light")


# The properties -----------------------------------------------------------------------------------------------------


def test_the_properties_say_what_they_do(connected: Room) -> None:
    page = open_page(connected)
    told = said(page.table)
    for words in (
        "Billed time is rounded up to 6-minute steps.",
        "2 min 00 s at 360 s is billed as 0.1 h.",
        "Entries go out with your narrative only.",
        "Closed matters are not offered and not recognised.",
        "Matters are synced every 15 minutes.",
        "Activity types are synced every 60 minutes.",
        "Set by you",
    ):
        assert words in told
    type_into(page, ROUNDING, "36")
    assert "2 min 00 s at 36 s is billed as 0.04 h." in said(page.table)
    type_into(page, ROUNDING, "")
    assert "2 min 00 s is billed as 0.03 h." in said(page.table)
    type_into(page, ROUNDING, "360")
    assert page.table.changes == {}
    assert not page.table._effect.isVisibleTo(page)


def test_what_they_would_do_today_is_shown_before_they_are_saved(connected: Room) -> None:
    office, kinds = connected.office, types(connected)
    ids = {each.name: each.id for each in office.store.read(lambda books: books.matters.activity_types())}
    one = office.add(10482, 120, activity_type=ids[kinds[0]])
    other = office.add(10611, 2_520, activity_type=ids[kinds[1]])
    page = open_page(connected)
    type_into(page, ROUNDING, "900")
    type_into(page, FREE, kinds[1])
    told = weighed(connected, page)
    assert "2 of 2 drafts change. Billed 0.80 h before, 0.25 h after." in told
    assert "0.10 h → 0.25 h" in told
    assert "0.70 h → 0.00 h · billed → non-billable" in told

    def again(each: ConnectionsPage) -> None:
        type_into(each, ROUNDING, "900")
        type_into(each, FREE, kinds[1])
        weighed(connected, each)

    looked_at(connected, "preview", again)
    connected.discretion.ask(hide=True)
    assert "Harbour" not in said(page.table)
    connected.discretion.ask(hide=False)
    saved: list[tuple[str, ...]] = []
    page.table.saved.connect(saved.append)
    page.table._effect.save.click()
    connected.until(lambda: saved)
    assert set(saved[0]) == {ROUNDING, FREE}
    connected.until(lambda: "Saved." in said(page.table))
    mine = office.store.read(lambda books: books.settings.mine())
    assert (mine[ROUNDING], mine[FREE]) == ("900", kinds[1])
    assert office.entry(one).draft.billed is None
    assert office.entry(other).draft.matter == 10611
    assert page.table.changes == {}


def test_a_name_nobody_has_is_told_with_the_nearest_which_a_click_puts_in(connected: Room) -> None:
    kinds = types(connected)
    page = open_page(connected)
    type_into(page, FREE, f"{kinds[0]}, {kinds[1]}x")
    weighed(connected, page)
    told = said(page.table)
    assert f"No activity type is called “{kinds[1]}x”." in told
    assert f"Did you mean “{kinds[1]}”?" in told
    assert not page.table._effect.save.isEnabled()

    def again(each: ConnectionsPage) -> None:
        type_into(each, FREE, f"{kinds[0]}, {kinds[1]}x")
        weighed(connected, each)

    looked_at(connected, "nobody", again)
    page.table.lines[FREE]._nearest.click()
    weighed(connected, page)
    assert page.table.changes[FREE] == f"{kinds[0]}, {kinds[1]}"
    assert page.table._effect.save.isEnabled()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (ROUNDING, "6 min", "must be a whole number, not “6 min”"),
        (ROUNDING, "86401", "must lie between 0 and 86400"),
        ("ACTION_SYNC_INTERVAL_MINUTES", "0", "must lie between 1 and 1440"),
        (FREE, '"open', "must be a list of names"),
    ],
)
def test_nonsense_is_refused_at_its_line(connected: Room, name: str, text: str, words: str) -> None:
    page = open_page(connected)
    type_into(page, name, text)
    assert words in said(page.table)
    assert name in said(page.table.lines[name])
    assert page.table.lines[name].editor.focusProxy().property("wrong") is True
    assert "Put right what is marked" in said(page.table)
    assert not page.table._effect.save.isEnabled()
    page.table._effect.discard.click()
    assert words not in said(page.table)
    assert page.table.changes == {}


def test_types_are_offered_while_they_are_typed(connected: Room) -> None:
    kinds = types(connected)
    page = open_page(connected)
    page.activateWindow()
    field = page.table.lines[FREE].editor.focusProxy()
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, kinds[0][:4])
    lines = field._lines.stringList()  # type: ignore[attr-defined]
    assert kinds[0] in lines
    field._put(kinds[0])  # type: ignore[attr-defined]
    QTest.keyClicks(field, f", {kinds[1][:3]}")
    field._put(kinds[1])  # type: ignore[attr-defined]
    assert field.text() == f"{kinds[0]}, {kinds[1]}"
    assert page.table.changes == {FREE: f"{kinds[0]}, {kinds[1]}"}


def test_lines_are_pasted_looked_at_and_saved(connected: Room, tmp_path: Path) -> None:
    page = open_page(connected)
    table = page.table
    table._import.click()
    table._panel.text.setPlainText(f"{ROUNDING}=36\nNO_SUCH=1\n")
    table._panel.take.click()
    connected.until(lambda: "Line 2: there is no property called “NO_SUCH”." in said(table._panel))
    photograph(page, "connections-paste-wrong")
    table._panel.text.setPlainText(f"# ours\r\n{ROUNDING.lower()} = 36\r\nreview.require_activity_type=TRUE\r\n")
    table._panel.take.click()
    connected.until(lambda: table.changes)
    assert table.changes == {ROUNDING: "36", "review.require_activity_type": "TRUE"}
    weighed(connected, page)
    assert "Also from the lines: review.require_activity_type=TRUE" in said(table)
    table.save()
    connected.until(lambda: "Saved." in said(table))
    assert connected.office.store.read(lambda books: books.settings.mine())["review.require_activity_type"] == "TRUE"
    table.export_to(tmp_path / "out.properties")
    connected.until(lambda: "Exported to out.properties." in said(table))
    assert read_lines((tmp_path / "out.properties").read_text("utf-8")).texts[ROUNDING] == "36"
    table.take_lines(read_lines(f"{ROUNDING}=36"))
    assert "in force already" in said(table)
    table._panel.read_file(tmp_path / "nowhere")
    connected.until(lambda: "nowhere" in said_all(table._panel))


def said_all(widget: QWidget) -> str:
    return widget._wrong.text()  # type: ignore[attr-defined, no-any-return]


def test_closed_matters_are_counted_before_they_are_shown(connected: Room) -> None:
    page = open_page(connected)
    pick(page, CLOSED, "TRUE")
    told = weighed(connected, page)
    closed = connected.office.store.read(
        lambda books: sum(each.is_hidden(closed_too=False) for each in books.matters.matters())
    )
    assert closed
    assert f"{closed} closed matters would be offered." in told
    table = page.table
    table.save()
    connected.until(lambda: "Saved." in said(table))
    assert connected.office.recogniser.version.endswith(".1")


def test_another_interval_is_obeyed_at_once(connected: Room) -> None:
    page = open_page(connected)
    type_into(page, "ACTION_SYNC_INTERVAL_MINUTES", "5")
    weighed(connected, page)
    page.table.save()
    connected.until(lambda: "Saved." in said(page.table))
    last = connected.actionstep.state.last_sync
    assert last is not None
    connected.until(lambda: connected.actionstep.state.next_sync == last + 5 * 60_000)
    assert connected.actionstep._sync_timer.remainingTime() <= 5 * 66_000


# For everybody ------------------------------------------------------------------------------------------------------


def form(room: Room, page: ConnectionsPage) -> None:
    page.new.click()
    room.until(lambda: page.form._standing)


def details(_room: Room, page: ConnectionsPage) -> None:
    page.card._more.setChecked(True)


def question(_room: Room, page: ConnectionsPage) -> None:
    page.card._disconnect.click()


def preview(room: Room, page: ConnectionsPage) -> None:
    type_into(page, ROUNDING, "900")
    weighed(room, page)


def wrong(room: Room, page: ConnectionsPage) -> None:
    type_into(page, FREE, "Marketting")
    weighed(room, page)


def paste(_room: Room, page: ConnectionsPage) -> None:
    page.table._import.click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", [details, form, question, preview, wrong, paste], ids=lambda each: each.__name__)
def test_everybody_can_use_it(connected: Room, state: Callable[[Room, ConnectionsPage], None], scheme: str) -> None:
    connected.theme.choose(scheme)
    try:
        page = open_page(connected, 1000, 1400)
        state(connected, page)
        assert troubles(page) == []
    finally:
        connected.theme.choose("light")


@pytest.mark.parametrize(("percent", "width", "language"), [(100, 560, "de"), (200, 1000, "de"), (150, 700, "en")])
def test_it_has_room_for_large_text_and_narrow_windows(
    connected: Room, percent: int, width: int, language: str
) -> None:
    with dressed(connected.theme, language, percent):
        page = open_page(connected, width)
        page.card._more.setChecked(True)
        preview(connected, page)
        photograph(page, f"connections-narrow-{percent}-{width}-{language}")
        area = page.findChild(QScrollArea, "page")
        assert isinstance(area, QScrollArea)
        assert area.widget().width() <= area.viewport().width()
        page.hide()


def test_the_depths_are_apart(connected: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Depth] = []
    monkeypatch.setattr(connected.actionstep, "_sync", asked.append)
    page = open_page(connected)
    page.card.sync.click()
    page.card._full.click()
    assert asked == [Depth.WALK, Depth.FULL]
