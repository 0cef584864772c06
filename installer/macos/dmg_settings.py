"""The disk image, as dmgbuild reads it: the app, a link to Applications, an arrow's worth of room between them.

Usage: ``dmgbuild -s installer/macos/dmg_settings.py -D app=dist/WiseStep.app WiseStep dist/WiseStep.dmg``. The names
below are dmgbuild's (its documentation, "Settings"); ``defines`` is put there by it.
"""

from pathlib import Path

application = Path(defines["app"])  # type: ignore[name-defined]  # noqa: F821

format = "ULFO"  # noqa: A001  LZFSE: read by every macOS that we name
filesystem = "APFS"
files = [str(application)]
symlinks = {"Applications": "/Applications"}
icon_locations = {application.name: (150, 170), "Applications": (450, 170)}
badge_icon = str(application / "Contents" / "Resources" / "wisestep.icns")
window_rect = ((200, 200), (600, 380))
default_view = "icon-view"
icon_size = 96
text_size = 13
show_status_bar = show_tab_view = show_toolbar = show_pathbar = show_sidebar = False
license = {  # noqa: A001
    "default-language": "en_US",
    "licenses": {"en_US": str(Path("LICENSE").absolute())},
}
