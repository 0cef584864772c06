"""What the toolkit must not do to a program that runs all day."""

import sys

from PySide6.QtCore import QObject, Signal


class _Told(QObject):
    told = Signal()


def test_emitting_a_signal_keeps_true_alive() -> None:
    """PySide6 6.12.0 gives up a reference to True at each emission, which kills Python 3.11 (docs/adr/0007)."""
    teller = _Told()
    before = sys.getrefcount(True)
    for _ in range(200):
        teller.told.emit()
    assert sys.getrefcount(True) > before - 100
