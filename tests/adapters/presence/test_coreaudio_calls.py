"""The calls of Core Audio over functions of C's shape: lists that change their length, strings to be given back."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from tests.fakes.systems import copy_on


class FakeLibrary:
    """CoreAudio and CoreFoundation at once, with the arguments that ctypes passes on.

    Attributes:
        processes: by Core Audio's number: process, bundle and whether it takes in sound. None before macOS 14.
        grown: how many more there are when the list is read than when it was measured; less than 0 for fewer.
        given: strings handed out and not given back.
    """

    def __init__(self) -> None:
        self.processes: dict[int, tuple[int, str | None, bool]] | None = {}
        self.grown = 0
        self.given: set[int] = set()
        self._strings: dict[int, str] = {}
        self.AudioObjectGetPropertyDataSize = self._function(self._measure)
        self.AudioObjectGetPropertyData = self._function(self._read)
        self.CFStringGetCString = self._function(self._copy)
        self.CFRelease = self._function(lambda text: self.given.remove(text.value))

    @staticmethod
    def _function(body: Any) -> Any:  # noqa: ANN401
        def called(*arguments: object) -> object:
            return body(*arguments)

        return called

    def _measure(self, number: int, address: Any, _room: int, _qualifier: None, size: Any) -> int:  # noqa: ANN401
        asked = address._obj
        assert (number, asked.selector, asked.scope, asked.element) == (1, _four("prs#"), _four("glob"), 0)
        if self.processes is None:
            return _four("who?")
        size._obj.value = 4 * (len(self.processes) - self.grown)
        return 0

    def _read(self, number: int, address: Any, _room: int, _qualifier: None, size: Any, into: Any) -> int:  # noqa: ANN401
        assert self.processes is not None
        selector = address._obj.selector
        if number == 1:
            known = list(self.processes)[: size._obj.value // 4]
            for place, each in enumerate(known):
                into[place] = each
            size._obj.value = 4 * len(known)
            return 0
        if number not in self.processes:
            return _four("!obj")
        process, bundle, listens = self.processes[number]
        if selector == _four("pbid"):
            assert size._obj.value == 8
            if bundle is None:
                into._obj.value = None
                return 0
            text = 1_000 + len(self._strings)
            self._strings[text] = bundle
            self.given.add(text)
            into._obj.value = text
            return 0
        assert size._obj.value == 4
        into._obj.value = {_four("ppid"): process, _four("piri"): int(listens)}[selector]
        return 0

    def _copy(self, text: Any, room: Any, length: int, encoding: int) -> int:  # noqa: ANN401
        assert encoding == 0x08000100
        data = self._strings[text.value].encode()
        if len(data) + 1 > length:
            return 0
        room.value = data
        return 1


def _four(letters: str) -> int:
    return int.from_bytes(letters.encode(), "big")


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


@pytest.fixture
def audio(library: FakeLibrary, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    loaded: list[str] = []
    module = copy_on("darwin", "presence.coreaudio_calls")
    monkeypatch.setattr(module, "ctypes", SimpleNamespace(**vars(ctypes)))

    def load(path: str) -> FakeLibrary:
        loaded.append(path.rpartition("/")[2])
        return library

    module.ctypes.CDLL = load
    yield module.RealAudioProcesses()
    assert loaded == ["CoreAudio", "CoreFoundation"]


def test_elsewhere_it_cannot_be_imported() -> None:
    with pytest.raises(ImportError):
        copy_on("linux", "presence.coreaudio_calls")


def test_processes_who_they_are_and_who_listens(audio: Any, library: FakeLibrary) -> None:  # noqa: ANN401
    library.processes = {40: (501, "us.zoom.xos", True), 41: (502, "com.apple.Music", False), 42: (503, None, True)}
    assert audio.all() == (40, 41, 42)
    assert [audio.listens(each) for each in (40, 41, 42)] == [True, False, True]
    assert [audio.bundle(each) for each in (40, 41, 42)] == ["us.zoom.xos", "com.apple.Music", ""]
    assert [audio.process(each) for each in (40, 41, 42)] == [501, 502, 503]
    assert not library.given, "a string that was copied is ours to give back"


def test_one_that_is_gone_listens_to_nothing(audio: Any) -> None:  # noqa: ANN401
    assert (audio.listens(99), audio.bundle(99), audio.process(99)) == (False, "", 0)


@pytest.mark.parametrize("grown", [1, -1])
def test_a_list_that_changes_its_length_in_between(audio: Any, library: FakeLibrary, grown: int) -> None:  # noqa: ANN401
    library.processes = {each: (each, "x", False) for each in range(40, 44)}
    library.grown = grown
    assert audio.all() == tuple(range(40, 43 if grown > 0 else 44))


def test_nobody_and_a_system_that_does_not_tell(audio: Any, library: FakeLibrary) -> None:  # noqa: ANN401
    assert audio.all() == ()
    library.processes = None
    assert audio.all() is None


def test_a_bundle_without_end_is_none(audio: Any, library: FakeLibrary) -> None:  # noqa: ANN401
    library.processes = {40: (501, "x" * 5_000, True)}
    assert audio.bundle(40) == ""
    assert not library.given
