"""What Windows shows of the program under Properties, Details."""

from making.places import BUILD, VERSION

TARGET = BUILD / "windows" / "version.txt"


def write() -> None:
    """Write it where the spec looks for it."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text(VERSION), encoding="utf-8")


def text(version: str) -> str:
    """The file, in PyInstaller's own notation."""
    numbers = tuple([*map(int, version.split(".")), 0, 0, 0, 0][:4])
    strings = {
        "FileDescription": "Plimsoll",
        "FileVersion": version,
        "LegalCopyright": "MIT licence",
        "OriginalFilename": "plimsoll.exe",
        "ProductName": "Plimsoll",
        "ProductVersion": version,
    }
    said = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),"
        f" kids=[StringFileInfo([StringTable('040904B0', [{said}])]),"
        " VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )
