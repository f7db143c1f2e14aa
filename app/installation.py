"""Who we are: this installation on this computer. A folder that was copied to another computer is somebody else."""

import hashlib
import sys
from pathlib import Path

MACHINE_ID = Path("/etc/machine-id")
_RANDOM_BIT = 1 << 40  # set in a network address that `uuid.getnode` made up (RFC 4122, 4.5): another one at each start


def installation_of(config: Path) -> str:
    """A name for it that stays the same for as long as both do."""
    kept = config / "installation"
    name = kept.read_text(encoding="utf-8").strip() if kept.exists() else ""
    if not name:  # new, or the disk was full when it was
        import uuid

        name = uuid.uuid4().hex
        kept.write_text(name, encoding="utf-8")
    text = f"{name} {_computer()}"
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def _computer() -> str:
    """The number that the system gave this computer; its name and network address change with the network it is in."""
    if MACHINE_ID.exists():
        return MACHINE_ID.read_text(encoding="utf-8").strip()
    given = _of_macos() if sys.platform == "darwin" else _of_windows()
    return given or _by_name()


def _of_windows() -> str:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""
    return ""


def _of_macos() -> str:
    """gethostuuid(2): the hardware's own number."""
    import ctypes

    number, wait = (ctypes.c_ubyte * 16)(), (ctypes.c_long * 2)(1, 0)  # a timespec of one second
    try:
        failed = ctypes.CDLL(None).gethostuuid(number, wait)
    except (AttributeError, OSError, TypeError):
        return ""
    return "" if failed else bytes(number).hex()


def _by_name() -> str:
    import platform
    import uuid

    address = uuid.getnode()
    return platform.node() if address & _RANDOM_BIT else f"{platform.node()} {address}"
