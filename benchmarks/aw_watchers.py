"""The work of ActivityWatch's two watchers on X11, through its own client; run by the Python that has it.

Its watchers are in no package index. What they do all day is little, and is done here as they do it (aw-watcher-window
0.2 and aw-watcher-afk 0.2): the one asks the window manager every second for the active window, its class and its
title and sends a heartbeat each time; the other looks every five seconds how long nobody touched anything and sends a
heartbeat. The second asks the X server here instead of hearing of each key, which costs less than what it does.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta

from aw_client import ActivityWatchClient  # type: ignore[import-not-found, unused-ignore]
from aw_core.models import Event  # type: ignore[import-not-found, unused-ignore]
from Xlib import X, display
from Xlib.ext import screensaver


def windows(client: ActivityWatchClient, bucket: str) -> None:
    """Send a heartbeat of the window in front every second."""
    server = display.Display()
    root = server.screen().root
    active, name, utf8 = (server.intern_atom(atom) for atom in ("_NET_ACTIVE_WINDOW", "_NET_WM_NAME", "UTF8_STRING"))
    while True:
        found = root.get_full_property(active, X.AnyPropertyType)
        if found is not None and found.value[0]:
            window = server.create_resource_object("window", found.value[0])
            title = window.get_full_property(name, utf8)
            told = {"app": window.get_wm_class()[1], "title": title.value.decode() if title else ""}
            client.heartbeat(bucket, Event(timestamp=datetime.now(UTC), data=told), pulsetime=2.0, queued=True)
        time.sleep(1)


def away(client: ActivityWatchClient, bucket: str) -> None:
    """Send a heartbeat of whether somebody is there every five seconds."""
    root = display.Display().screen().root
    while True:
        idle = screensaver.query_info(root).idle / 1_000
        told = {"status": "afk" if idle > 180 else "not-afk"}
        at = datetime.now(UTC) - timedelta(seconds=idle)
        client.heartbeat(bucket, Event(timestamp=at, data=told), pulsetime=185.0, queued=True)
        time.sleep(5)


def main() -> None:
    """Be the watcher that is named, of the server on a port."""
    watcher, port = sys.argv[1:]
    client = ActivityWatchClient(f"aw-watcher-{watcher}", host="127.0.0.1", port=port)
    bucket = f"aw-watcher-{watcher}_bench"
    client.wait_for_start()
    client.create_bucket(bucket, "currentwindow" if watcher == "window" else "afkstatus", queued=True)
    with client:
        (windows if watcher == "window" else away)(client, bucket)


if __name__ == "__main__":
    main()
