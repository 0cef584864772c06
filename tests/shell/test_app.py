"""The tray app as a whole, as far as no process is needed: where a message of the system leads."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.shell.conftest import Room
from tests.shell.test_recognising import said
from tests.shell.waiting import entry, today
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.services.notices import Notice, NoticeKind
from wisestep_desktop.shell.app import App
from wisestep_desktop.shell.instance import Instance
from wisestep_desktop.shell.views.radar_page import RadarWindow


def test_a_message_leads_to_the_radar_or_to_the_day_and_the_radar_to_a_day(
    connected: Room, qapp: QApplication, tmp_path: Path
) -> None:
    entry(connected, 5, state=EntryState.REFUSED)
    day = today(connected) - timedelta(days=5)
    instance = Instance(tmp_path)
    assert instance.take()
    app = App(qapp, connected.desk, instance)
    app._reminders.opened.emit(Notice(NoticeKind.REFUSED, since=day))
    window = app._window
    assert window is not None
    assert (window.isVisible(), window.day) == (True, day)
    window.go_to(today(connected))
    app._reminders.opened.emit(Notice(NoticeKind.UNSENT, since=day))
    radar = window.findChild(RadarWindow)
    assert radar is not None
    connected.until(lambda: "one not sent" in str(radar.page._model.index(0, 4).data()))
    assert "Not sent yet" in said(radar)
    radar.page._day.click()
    assert window.day == day
    qapp.aboutToQuit.disconnect(app.close)
    app.close()
    app.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
