"""Who may send is an installation: it stays the same at each start, and a copied folder is another one."""

import ctypes
import sys
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from app import installation
from app.installation import installation_of


def test_an_installation_is_this_folder_on_this_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = installation_of(tmp_path)
    assert installation_of(tmp_path) == first
    (tmp_path / "other").mkdir()
    assert installation_of(tmp_path / "other") != first
    (tmp_path / "other" / "installation").write_text("")  # the disk was full
    named = installation_of(tmp_path / "other")
    (tmp_path / "third").mkdir()
    (tmp_path / "third" / "installation").write_text("")
    assert installation_of(tmp_path / "other") == named != installation_of(tmp_path / "third")
    monkeypatch.setattr(installation, "MACHINE_ID", tmp_path / "machine-id")
    (tmp_path / "machine-id").write_text("elsewhere\n", encoding="utf-8")
    assert installation_of(tmp_path) != first, "the folder was copied to another computer"


def _windows(monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    registry = SimpleNamespace(
        HKEY_LOCAL_MACHINE="machine",
        OpenKey=lambda *place: nullcontext(place),
        QueryValueEx=lambda key, name: (f"{number} of {name} in {key[1]}", 1),
    )
    monkeypatch.setitem(sys.modules, "winreg", registry)


def _macos(monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    def gethostuuid(into: "ctypes.Array[ctypes.c_ubyte]", _wait: object) -> int:
        into[:] = number.encode().ljust(16)
        return 0

    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace(gethostuuid=gethostuuid))


@pytest.mark.parametrize(("system", "give"), [("win32", _windows), ("darwin", _macos)])
def test_another_network_is_not_another_computer(
    system: str, give: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installation, "MACHINE_ID", tmp_path / "not here")
    monkeypatch.setattr(sys, "platform", system)
    give(monkeypatch, "1")  # type: ignore[operator]
    first = installation_of(tmp_path)
    monkeypatch.setattr("platform.node", lambda: "Hannas-Mac.at-the-fair")
    monkeypatch.setattr("uuid.getnode", lambda: 42)
    assert installation_of(tmp_path) == first
    give(monkeypatch, "2")  # type: ignore[operator]
    assert installation_of(tmp_path) != first


def _refuse(*_: object) -> None:
    raise PermissionError(5, "Access is denied")


@pytest.mark.parametrize("system", ["win32", "darwin", "freebsd14"])
def test_where_the_system_gives_no_number_its_name_stands(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any network card Python makes an address up, another one at each start: that names nobody."""
    monkeypatch.setattr(installation, "MACHINE_ID", tmp_path / "not here")
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace())
    monkeypatch.setitem(sys.modules, "winreg", SimpleNamespace(HKEY_LOCAL_MACHINE="", OpenKey=_refuse))
    addresses = iter([7, 7, 1 << 40 | 7, 1 << 40 | 8, 9])
    monkeypatch.setattr("uuid.getnode", lambda: next(addresses))
    found = [installation_of(tmp_path) for _ in range(5)]
    assert found[0] == found[1] != found[2] == found[3] != found[4]
