"""Draws the program's icon for each system out of the one drawing. Needs PySide6, and no display."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_ICO = (16, 24, 32, 48, 64, 128, 256)
_ICNS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """Where the icons are: one for Windows, one for macOS, and a PNG for each size."""

    ico: Path
    icns: Path
    pngs: dict[int, Path]


def draw(drawing: Path, into: Path) -> Drawn:
    """Draw the icons into a folder, in a process of its own: a build has no Qt application."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [sys.executable, __file__, str(drawing), str(into)], check=True, env=environment, stderr=subprocess.DEVNULL
    )
    pngs = {size: into / f"icon-{size}.png" for size in SIZES}
    images = {size: path.read_bytes() for size, path in pngs.items()}
    (into / "wisestep.ico").write_bytes(_ico({size: images[size] for size in _ICO}))
    (into / "wisestep.icns").write_bytes(_icns({size: images[size] for size in _ICNS}))
    return Drawn(into / "wisestep.ico", into / "wisestep.icns", pngs)


def _ico(images: dict[int, bytes]) -> bytes:
    """Return an icon of PNG images, as Windows has read them since Vista."""
    head = struct.pack("<HHH", 0, 1, len(images))
    offset = len(head) + 16 * len(images)
    for size, image in images.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), offset)
        offset += len(image)
    return head + b"".join(images.values())


def _icns(images: dict[int, bytes]) -> bytes:
    """Return an icon of PNG images in Apple's container."""
    entries = b"".join(_ICNS[size] + struct.pack(">I", len(image) + 8) + image for size, image in images.items())
    return b"icns" + struct.pack(">I", len(entries) + 8) + entries


def _draw_pngs(drawing: str, into: Path) -> None:
    from PySide6.QtCore import Qt  # noqa: PLC0415  only in the process that draws
    from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    application = QGuiApplication([])
    renderer = QSvgRenderer(drawing)
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        if not renderer.isValid() or not image.save(str(into / f"icon-{size}.png")):
            raise SystemExit(f"{drawing} cannot be drawn")
    application.quit()


if __name__ == "__main__":
    _draw_pngs(sys.argv[1], Path(sys.argv[2]))
