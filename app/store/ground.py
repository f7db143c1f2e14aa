"""Where the live inventory may lie: on a disk of this computer, in no folder that something else copies about.

A network drive's locks are not to be relied on, so two computers could write at once. A cloud folder's program copies
the inventory and its log apart, in the middle of a write. Both are welcome for backups: those lie still.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath, PureWindowsPath

from app.core.text import N_, Text
from app.errors import StoreError

NETWORK = {
    *("afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs3"),
    *("nfs4", "ocfs2", "smb2", "smb3", "smbfs", "webdav", "fuse.davfs", "fuse.davfs2", "fuse.gcsfuse"),
    *("fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs"),
}
_CLOUDS = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "onedrive": "OneDrive",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "megasync": "MEGA",
    "box sync": "Box",
    "sync.com": "Sync.com",
    "tresorit": "Tresorit",
    "proton drive": "Proton Drive",
}
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "Nextcloud",
}
_ACCOUNT = re.compile(r"(onedrive|dropbox|google ?drive|box|icloud)( ?[-(].*)$")  # "OneDrive - Pottery Ltd"
_REMOTE = 4  # Windows' DRIVE_REMOTE
Mount = tuple[str, str]  # where, and which kind of file system


def refuse_bad_ground(folder: Path, environ: Mapping[str, str]) -> None:
    """Raise `StoreError` with the reason where the live inventory must not lie."""
    real = folder.resolve()
    cloud = cloud_of(real, environ) or _marked(real)
    if cloud is not None:
        raise _refused(
            N_("The inventory must not lie in a folder of {cloud}: {folder}", cloud=cloud, folder=str(folder)),
            N_("It would be copied in the middle of a write, and damaged. Backups are welcome there."),
        )
    if is_network(real):
        raise _refused(
            N_("The inventory must not lie on a network drive: {folder}", folder=str(folder)),
            N_("Two computers could write to it at once, and damage it. Backups are welcome there."),
        )


def _refused(title: Text, reason: Text) -> StoreError:
    return StoreError(
        title, N_("{reason} Start Plimsoll with --data and a folder on this computer’s own disk.", reason=reason)
    )


def cloud_of(folder: PurePath, environ: Mapping[str, str]) -> str | None:
    """Whose cloud this folder is copied to, by its name and by what Windows says; None: nobody's that we know."""
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = environ.get(name)
        if root and folder.is_relative_to(type(folder)(root)):
            return "OneDrive"
    parts = [part.lower() for part in folder.parts]
    for part, after in zip(parts, [*parts[1:], ""], strict=True):
        if part == "cloudstorage" and after:  # macOS: ~/Library/CloudStorage/Dropbox
            return folder.parts[parts.index(part) + 1].partition("-")[0]
        account = _ACCOUNT.fullmatch(part)
        named = _CLOUDS.get(part) or (_CLOUDS.get(account[1]) if account else None)
        if named is not None:
            return named
    return None


def _marked(folder: Path) -> str | None:
    """What the program that copies a folder leaves in it."""
    found = (_MARKS[name] for place in (folder, *folder.parents) for name in _MARKS if (place / name).exists())
    return next(found, None)


def is_network(folder: Path) -> bool:
    """Does this folder lie on another computer, as far as the system says?"""
    if sys.platform == "win32":
        return _remote_on_windows(folder)
    return kind_of(folder, _mounts(folder)) in NETWORK


def kind_of(folder: PurePath, mounts: Iterable[Mount]) -> str:
    """The file system that a folder lies on: that of the innermost mount around it, the last one mounted there."""
    around = [
        (len(PurePath(at).parts), turn, kind) for turn, (at, kind) in enumerate(mounts) if folder.is_relative_to(at)
    ]
    return max(around, default=(0, 0, ""))[2]


def linux_mounts(text: str) -> list[Mount]:
    """What /proc/self/mounts says; a blank in a name is written as \\040 there."""
    found = [line.split(" ") for line in text.splitlines()]
    return [
        (re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), one[1]), one[2]) for one in found if len(one) > 2
    ]


def mac_mounts(text: str) -> list[Mount]:
    """What `mount` prints on macOS: "//me@nas/work on /Volumes/work (smbfs, nodev, mounted by me)"."""
    return re.findall(r"^.* on (/.*) \(([a-z0-9]+)[,)]", text, re.MULTILINE)


def _mounts(folder: Path) -> list[Mount]:
    listed = Path("/proc/self/mounts")
    if listed.exists():
        return linux_mounts(listed.read_text(encoding="utf-8", errors="surrogateescape"))
    if sys.platform == "darwin" and folder.is_relative_to("/Volumes"):
        import subprocess

        told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False)
        return mac_mounts(told.stdout)
    return []


def is_unc(folder: PureWindowsPath) -> bool:
    """Is this a path like \\\\server\\share?"""
    return folder.drive.startswith("\\\\") and not folder.drive.startswith(("\\\\?\\", "\\\\.\\"))


def _remote_on_windows(folder: Path) -> bool:
    import ctypes

    windows = getattr(ctypes, "windll", None)  # only there on Windows
    known = windows is not None and windows.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE
    return is_unc(PureWindowsPath(folder)) or known
