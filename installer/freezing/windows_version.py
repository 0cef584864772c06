"""The version resource of a Windows program: what Explorer, Task Manager and an administrator's inventory show."""

from __future__ import annotations

from pathlib import Path

_FORM = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "The WiseStep Desktop authors"),
      StringStruct("FileDescription", "{description}"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "{name}"),
      StringStruct("LegalCopyright", "MIT licensed. Notices of others are in About."),
      StringStruct("OriginalFilename", "{file}"),
      StringStruct("ProductName", "WiseStep Desktop"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""


def write(version: str, name: str, into: Path) -> str:
    """Write the resource of one of the two programs as PyInstaller reads it; return the path."""
    console = name != "WiseStep"
    numbers = tuple([*(int(part) for part in version.split(".")[:3]), 0, 0, 0, 0][:4])
    path = into / f"{name}.version.txt"
    text = _FORM.format(
        numbers=numbers,
        version=version,
        name=name,
        file="wisestep.com" if console else "WiseStep.exe",
        description="WiseStep Desktop (command line)" if console else "WiseStep Desktop",
    )
    path.write_text(text, "utf-8")
    return str(path)
