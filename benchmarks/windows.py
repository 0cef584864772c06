"""A plain X window whose title can be changed at a known instant."""

from __future__ import annotations

from typing import Self

from Xlib import X, Xatom, display
from Xlib.ext import xtest
from Xlib.protocol import event


class XWindow:
    """A mapped, focused window; its title changes on the wire when ``retitle`` returns."""

    def __init__(self, application: str, title: str) -> None:
        self._display = display.Display()
        root = self._display.screen().root
        self._window = root.create_window(40, 40, 600, 400, 0, X.CopyFromParent, event_mask=X.FocusChangeMask)
        self._window.set_wm_class(application.casefold(), application)
        self._utf8 = self._display.intern_atom("UTF8_STRING")
        self._name = self._display.intern_atom("_NET_WM_NAME")
        self._moves = 0
        self.retitle(title)

    def retitle(self, title: str) -> None:
        """Change the title."""
        self._window.change_property(self._name, self._utf8, 8, title.encode())
        self._window.change_property(Xatom.WM_NAME, Xatom.STRING, 8, title.encode("ascii", "replace"))
        self._display.flush()

    def touch(self) -> None:
        """Move the pointer, as somebody does who works."""
        self._moves += 1
        xtest.fake_input(self._display, X.MotionNotify, x=300 + self._moves % 2, y=200)
        self._display.flush()

    def raise_(self) -> None:
        """Ask the window manager to bring it to the front."""
        atom = self._display.intern_atom("_NET_ACTIVE_WINDOW")
        asked = event.ClientMessage(window=self._window, client_type=atom, data=(32, [2, X.CurrentTime, 0, 0, 0]))
        root = self._display.screen().root
        root.send_event(asked, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._display.flush()

    def __enter__(self) -> Self:
        self._window.map()
        self._display.flush()
        while self._display.next_event().type != X.FocusIn:
            pass
        return self

    def __exit__(self, *_error: object) -> None:
        self._display.close()
