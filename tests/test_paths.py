"""Where things lie: resources from a checkout, a frozen program and an installed one, and the seller's folders."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app import paths


def test_a_checkout_has_its_resources():
    assert paths.resource("tokens.json").is_file()
    assert paths.resource("icons/check.svg").read_text(encoding="utf-8").startswith("<svg")


def test_a_frozen_program_looks_where_it_unpacked_itself_first(tmp_path, monkeypatch):
    own = tmp_path / "resources" / "tokens.json"
    own.parent.mkdir()
    own.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("tokens.json") == own


def test_an_installed_program_finds_its_resources_below_the_prefix(tmp_path, monkeypatch):
    own = tmp_path / "share" / "plimsoll" / "resources" / "only_installed.txt"
    own.parent.mkdir(parents=True)
    own.write_text("here", encoding="utf-8")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert paths.resource("only_installed.txt") == own


def test_a_missing_resource_is_said_by_name():
    with pytest.raises(FileNotFoundError, match="no_such_thing"):
        paths.resource("no_such_thing")


def test_one_variable_moves_every_folder(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.OVERRIDE, str(tmp_path / "stick"))
    folders = [paths.data_folder(), paths.config_folder(), paths.log_folder()]
    assert [folder.relative_to(tmp_path / "stick") for folder in folders] == [Path(), Path("config"), Path("log")]
    assert all(folder.is_dir() for folder in folders)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_folders_are_nobody_elses_to_read(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.OVERRIDE, str(tmp_path / "stick"))
    assert stat.S_IMODE(paths.data_folder().stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of another system")
def test_without_it_the_systems_habits_hold(tmp_path, monkeypatch):
    monkeypatch.delenv(paths.OVERRIDE, raising=False)
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    assert paths.data_folder() == tmp_path / "XDG_DATA_HOME" / "Plimsoll"
    assert paths.config_folder() == tmp_path / "XDG_CONFIG_HOME" / "Plimsoll"
    assert paths.log_folder().is_relative_to(tmp_path / "XDG_STATE_HOME" / "Plimsoll")


def test_finding_a_resource_does_not_import_platformdirs():
    code = "import sys; from app.paths import resource; resource('tokens.json'); print('platformdirs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
