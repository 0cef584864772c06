"""First thing that the frozen program does: take back what would steer it, or what starting it left for others."""

import os
import sys

# With these, another program of the same person could watch a sign-in, or put code of its own into our windows.
for name in (
    "QTWEBENGINE_CHROMIUM_FLAGS",
    "QTWEBENGINE_REMOTE_DEBUGGING",
    "QTWEBENGINE_RESOURCES_PATH",
    "QTWEBENGINEPROCESS_PATH",
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QML2_IMPORT_PATH",
    "QML_IMPORT_PATH",
    "SSLKEYLOGFILE",
):
    os.environ.pop(name, None)

if sys.platform == "linux":
    # The bootloader points the loader at our libraries; a browser or player that we start must find its own.
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before
