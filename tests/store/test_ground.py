"""The live inventory lies on no network drive and in no cloud folder, on any of the three systems."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from app.errors import StoreError
from app.store import ground

MOUNTS = r"""/dev/sda2 / ext4 rw 0 0
nas:/home /home/eva nfs4 rw 0 0
/dev/sdb1 /home/eva/local ext4 rw 0 0
//nas/my\040work /mnt/my\040work cifs rw 0 0
"""
MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only)
//eva@nas/work on /Volumes/work (smbfs, nodev, nosuid, mounted by eva)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/plimsoll", "ext4"),
        ("/home/eva/.local/share/Plimsoll", "nfs4"),
        ("/home/eva/local/Plimsoll", "ext4"),
        ("/mnt/my work/Plimsoll", "cifs"),
        ("/home/evangeline/Plimsoll", "ext4"),
    ],
)
def test_the_innermost_mount_counts(folder, kind):
    found = ground.kind_of(PurePosixPath(folder), ground.linux_mounts(MOUNTS))
    assert found == kind
    assert (found in ground.NETWORK) == (kind in ("nfs4", "cifs"))


def test_a_mac_says_it_by_its_mounts():
    mounts = ground.mac_mounts(MAC)
    assert ground.kind_of(PurePosixPath("/Volumes/work/Plimsoll"), mounts) in ground.NETWORK
    assert ground.kind_of(PurePosixPath("/Users/eva/Plimsoll"), mounts) == "apfs"


@pytest.mark.parametrize(
    ("folder", "cloud"),
    [
        (PureWindowsPath(r"C:\Users\Eva\OneDrive - Pottery Ltd\Plimsoll"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\Eva\Cloudy\Plimsoll"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\Eva\AppData\Local\Plimsoll"), None),
        (PurePosixPath("/home/eva/Dropbox/shop"), "Dropbox"),
        (PurePosixPath("/home/eva/Dropbox (Pottery)/shop"), "Dropbox"),
        (PurePosixPath("/Users/eva/Library/CloudStorage/GoogleDrive-eva@x.org/My Drive/p"), "GoogleDrive"),
        (PurePosixPath("/Users/eva/Library/Mobile Documents/com~apple~CloudDocs/p"), "iCloud Drive"),
        (PurePosixPath("/home/eva/boxes/dropboxes"), None),
    ],
)
def test_cloud_folders_are_known_by_name(folder, cloud):
    assert ground.cloud_of(folder, {"OneDrive": r"C:\Users\Eva\Cloudy"}) == cloud


def test_a_path_of_another_computer():
    assert ground.is_unc(PureWindowsPath(r"\\nas\work\Plimsoll"))
    assert not ground.is_unc(PureWindowsPath(r"\\?\C:\Plimsoll"))
    assert not ground.is_unc(PureWindowsPath(r"C:\Plimsoll"))


def test_what_a_syncing_program_left_there_is_seen_and_the_reason_is_said(tmp_path, monkeypatch):
    folder = tmp_path / "here" / "data"
    folder.mkdir(parents=True)
    ground.refuse_bad_ground(folder, {})
    (tmp_path / "here" / ".stfolder").mkdir()
    with pytest.raises(StoreError, match=r"Syncthing.*in the middle of a write.*Backups are welcome there"):
        ground.refuse_bad_ground(folder, {})
    monkeypatch.setattr(ground, "_marked", lambda _: None)
    monkeypatch.setattr(ground, "_mounts", lambda _: [(str(Path(tmp_path)), "nfs4")])
    with pytest.raises(StoreError, match=r"network drive.*Two computers"):
        ground.refuse_bad_ground(folder, {})
