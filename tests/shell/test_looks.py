"""tmp pictures"""
import os
import pytest
from PySide6.QtCore import Qt
from tests.shell.conftest import Room
from tests.shell.whole_day import *
from wisestep_desktop.shell import words, formats, habits
from PySide6.QtCore import QLocale

OUT='/tmp/looks'
@pytest.mark.parametrize("look", os.environ.get("LOOKS","en-100-light").split(","))
def test_pics(look, connected: Room, qapp):
    os.makedirs(OUT,exist_ok=True)
    bad=[]
    for name, w in whole(connected,look,qapp):
        settle(w)
        bad+= [f"{name}: {x}" for x in cut(w)]
        w.grab().save(f"{OUT}/{look}-{name}.png")
    print("\n".join(bad))
def whole(room,look,qapp):
    live_a_day(room)
    yield from views(room)
@pytest.fixture(autouse=True)
def dress(request, theme, qapp):
    look=request.node.callspec.params["look"]
    lang,percent,scheme=look.split("-")[:3]
    words.speak(lang); theme.enlarge(int(percent)); theme.choose(scheme)
    loc=habits.locale_for(lang,QLocale.c()); QLocale.setDefault(loc); formats.write_as(habits.formats_of(loc,"spoken"))
    if 'rtl' in look: qapp.setLayoutDirection(Qt.RightToLeft)
    yield
    words.speak("en"); theme.enlarge(100); theme.choose("light"); QLocale.setDefault(QLocale.c()); formats.write_as(formats.Formats()); qapp.setLayoutDirection(Qt.LeftToRight)
