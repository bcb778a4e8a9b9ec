"""What Windows shows of the program under Properties, Details."""

from __future__ import annotations


def version_resource(version: str) -> object:
    """Return the resource for PyInstaller (Windows only, where its parts can be imported)."""
    from PyInstaller.utils.win32 import versioninfo as parts

    numbers = tuple(int(part) for part in version.split("+")[0].split("."))[:4]
    four = (*numbers, 0, 0, 0, 0)[:4]
    strings = {
        "CompanyName": "PKM Workbench", "FileDescription": "PKM: Seek, Sense, Share", "FileVersion": version,
        "InternalName": "pkm", "LegalCopyright": "GPL-3.0-or-later", "OriginalFilename": "pkm.exe",
        "ProductName": "PKM Workbench", "ProductVersion": version,
    }
    return parts.VSVersionInfo(
        ffi=parts.FixedFileInfo(filevers=four, prodvers=four, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
        kids=[parts.StringFileInfo([parts.StringTable(
            "040904B0", [parts.StringStruct(name, value) for name, value in strings.items()])]),
            parts.VarFileInfo([parts.VarStruct("Translation", [0x0409, 1200])])])
