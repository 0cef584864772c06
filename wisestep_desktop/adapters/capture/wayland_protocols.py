"""The Wayland protocol that tells every window and which is active: ``zwlr_foreign_toplevel_manager_v1``, version 3.

Written by hand after the protocol's description, as tables: names and order are what goes over the wire. Knows
pywayland's tables and how to read arguments; knows no connection. pywayland's own reading of an event stops at a text
that is not UTF-8 and gives a new object to whichever connection comes first, so the reading here is our own.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Final

from pywayland import ffi
from pywayland.protocol_core.argument import Argument
from pywayland.protocol_core.interface import Interface
from pywayland.protocol_core.message import Message
from pywayland.protocol_core.proxy import Proxy
from pywayland.scanner.argument import ArgumentType

VERSION: Final = 3
"""The newest version of the protocol these tables know."""

TEXT: Final = Argument(ArgumentType.String)
NUMBER: Final = Argument(ArgumentType.Int)
BYTES: Final = Argument(ArgumentType.Array)


class State(IntEnum):
    """The states of a window, as the protocol numbers them."""

    MAXIMIZED = 0
    MINIMIZED = 1
    ACTIVATED = 2
    FULLSCREEN = 3


class Word(Message):
    """One request or event: its name, its arguments, and the version it came with."""

    def __init__(self, name: str, *arguments: Argument, since: int | None = None) -> None:
        super().__init__(_nobody, arguments, since)
        self.name = name

    def c_to_arguments(self, args_ptr: Any) -> list[Any]:  # noqa: ANN401  # foreign memory
        """Return an event's arguments: texts with U+FFFD for what is not UTF-8, objects as bare pointers."""
        return [_read(argument.argument_type, args_ptr[place]) for place, argument in enumerate(self.arguments)]


class ToplevelHandle(Interface):
    """A window, until it is closed."""

    name = "zwlr_foreign_toplevel_handle_v1"
    version = VERSION


class ToplevelHandleProxy(Proxy[ToplevelHandle]):
    """Our end of a window; asks nothing of it but to be left alone once it is closed."""

    interface = ToplevelHandle

    def destroy(self) -> None:
        """Tell the compositor that we need this no longer."""
        if self._ptr is not None:
            self._marshal(_DESTROY)
        self._destroy()


class ToplevelManager(Interface):
    """Tells every window there is, and every one that comes."""

    name = "zwlr_foreign_toplevel_manager_v1"
    version = VERSION


class ToplevelManagerProxy(Proxy[ToplevelManager]):
    """Our end of the list of windows."""

    interface = ToplevelManager


def _nobody() -> None:
    """Stand for the function that pywayland keeps beside each word."""


def _read(kind: ArgumentType, given: Any) -> Any:  # noqa: ANN401  # foreign memory
    match kind:
        case ArgumentType.String:
            return ffi.string(given.s).decode("utf-8", "replace") if given.s != ffi.NULL else ""
        case ArgumentType.Array:
            return bytes(ffi.buffer(given.a.data, given.a.size)) if given.a.size else b""
        case ArgumentType.Object | ArgumentType.NewId:
            return given.o
        case _:
            return given.u


def _thing(kind: type[Interface] | None = None) -> Argument:
    return Argument(ArgumentType.Object, interface=kind, nullable=True)


_HANDLE_REQUESTS: Final = (
    Word("set_maximized"),
    Word("unset_maximized"),
    Word("set_minimized"),
    Word("unset_minimized"),
    Word("activate", Argument(ArgumentType.Object)),
    Word("close"),
    Word("set_rectangle", Argument(ArgumentType.Object), NUMBER, NUMBER, NUMBER, NUMBER),
    Word("destroy"),
    Word("set_fullscreen", _thing(), since=2),
    Word("unset_fullscreen", since=2),
)
_DESTROY: Final = [word.name for word in _HANDLE_REQUESTS].index("destroy")
_HANDLE_EVENTS: Final = (
    Word("title", TEXT),
    Word("app_id", TEXT),
    Word("output_enter", Argument(ArgumentType.Object)),
    Word("output_leave", Argument(ArgumentType.Object)),
    Word("state", BYTES),
    Word("done"),
    Word("closed"),
    Word("parent", _thing(ToplevelHandle), since=3),
)
_MANAGER_REQUESTS: Final = (Word("stop"),)
_MANAGER_EVENTS: Final = (
    Word("toplevel", Argument(ArgumentType.NewId, interface=ToplevelHandle)),
    Word("finished"),
)


def _complete(
    kind: type[Interface], proxy: type[Proxy[Any]], requests: tuple[Word, ...], events: tuple[Word, ...]
) -> None:
    """Give an interface its tables, in the order they have on the wire."""
    kind.requests.extend(requests)
    kind.events.extend(events)
    kind._gen_c()  # noqa: SLF001  # what pywayland's own interfaces call
    kind.proxy_class = proxy


_complete(ToplevelHandle, ToplevelHandleProxy, _HANDLE_REQUESTS, _HANDLE_EVENTS)
_complete(ToplevelManager, ToplevelManagerProxy, _MANAGER_REQUESTS, _MANAGER_EVENTS)
