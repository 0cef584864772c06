"""The line that says whose page this is. Read-only, and never prettier than the truth."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, QUrl
from PySide6.QtNetwork import QNetworkCookie, QNetworkCookieJar
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from wisestep_desktop.core.setting_values import is_loopback
from wisestep_desktop.shell.icons import pixmap
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.signin.policy import origin
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.tokens import Tokens
from wisestep_desktop.shell.words import tr

_ICON = 14


class OriginBar(QFrame):
    """Shows scheme and host of a page, with a padlock only where the connection is clean."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("origin")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tokens = tokens
        self._url, self._clean = "", False
        self._lock = QLabel()
        self._practice = QLabel(tr("practice"))
        self._practice.setObjectName("practice")
        self._practice.setFont(sized(self.font(), 11))
        self._practice.setFixedHeight(scaled(20))
        self._address = QLabel()
        self._address.setTextFormat(Qt.TextFormat.RichText)
        self._address.setMinimumWidth(scaled(60))
        private = QLabel(tr("private window"))
        private.setObjectName("dim")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*margins(16, 0, 16, 0))
        layout.setSpacing(scaled(8))
        for widget in (self._lock, self._practice):
            layout.addWidget(widget)
        layout.addWidget(self._address, 1)
        layout.addWidget(private)
        self.setFixedHeight(scaled(44))
        self.show_origin("", clean=False)

    def dress(self, tokens: Tokens) -> None:
        """Take other colours."""
        self._tokens = tokens
        self.show_origin(self._url, clean=self._clean)

    def lose_trust(self) -> None:
        """Take the padlock away and keep the address: the page behind it is not there."""
        self.show_origin(self._url, clean=False)

    def show_origin(self, url: str, *, clean: bool) -> None:
        """Show whose page it is; ``clean`` means that it came over a secured connection without any complaint."""
        self._url, self._clean = url, clean
        parts = origin(url)
        tokens = self._tokens
        locked = parts is not None and parts[0] == "https" and clean
        practice = parts is not None and is_loopback(parts[1].strip("[]"))
        self._lock.setVisible(locked)
        self._practice.setVisible(practice and not locked)
        self._lock.setPixmap(pixmap("lock", tokens.good, _ICON, self.devicePixelRatioF()))
        self._practice.setStyleSheet(
            f"background: {tokens.care_soft}; color: {tokens.care}; border-radius: 10px; padding: 0 8px;"
        )
        if parts is None:
            self._address.setText("")
            self._address.setAccessibleName(tr("No page yet"))
            return
        scheme, host, port = parts
        front, name = _split(host)
        suffix = f":{port}" if port else ""
        self._address.setText(
            f'<span style="color:{tokens.dim}">{scheme}://{escape(front)}</span>'
            f'<b>{escape(name)}</b><span style="color:{tokens.dim}">{suffix}</span>'
        )
        state = tr("secured connection") if locked else tr("practice") if practice else tr("not secured yet")
        self._address.setAccessibleName(tr("Page of {host}, {state}", host=f"{host}{suffix}", state=state))


def _split(host: str) -> tuple[str, str]:
    """Split a host into what comes before, and the part that somebody registered and answers for."""
    labels = host.split(".")
    if host.startswith("[") or labels[-1].isdigit():
        return "", host
    jar = _Suffixes()
    for count in range(2, len(labels) + 1):
        name = ".".join(labels[-count:])
        if jar.is_registrable(name):
            return host[: -len(name)], name
    return "", host


class _Suffixes(QNetworkCookieJar):
    """Knows under which endings anybody may register a name: Qt keeps that list to judge cookies."""

    def is_registrable(self, name: str) -> bool:
        """Tell whether a website at ``name`` may set a cookie for all of ``name``, which no mere ending may."""
        cookie = QNetworkCookie(b"a", b"b")
        cookie.setDomain(f".{name}")
        cookie.setPath("/")
        return self.validateCookie(cookie, QUrl(f"https://www.{name}/"))
