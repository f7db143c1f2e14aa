"""What each system is told to start, word for word; and that the tick takes it away again."""

import plistlib
import shlex
from pathlib import Path

import pytest

from app.autostart import (
    InRegistry,
    command_of,
    desktop_entry,
    here,
    launch_agent,
    of_this_system,
    own_command,
    run_line,
)

COMMAND = command_of(["/opt/plim soll/plimsoll"], data='/home/me/100% "stock"')
LINUX_ENTRY = r"""[Desktop Entry]
Type=Application
Name=Plimsoll
Icon=plimsoll
Terminal=false
TryExec=/opt/plim soll/plimsoll
Exec="/opt/plim soll/plimsoll" "--data" "/home/me/100%% \\"stock\\"" "--in-tray"
X-GNOME-Autostart-enabled=true
"""


def test_on_linux_it_is_a_desktop_entry():
    assert desktop_entry(COMMAND) == LINUX_ENTRY


def test_on_macos_it_is_a_launch_agent():
    found = plistlib.loads(launch_agent(COMMAND))
    assert found == {
        "Label": "org.plimsoll.Plimsoll",
        "ProgramArguments": COMMAND,
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }


def test_on_windows_it_is_a_command_line():
    line = run_line([r"C:\Program Files\Plimsoll\plimsoll.exe", "--data", r"D:\my stock", "--in-tray"])
    assert line == r'"C:\Program Files\Plimsoll\plimsoll.exe" --data "D:\my stock" --in-tray'


@pytest.mark.parametrize(
    ("system", "place"),
    [("linux", ".config/autostart/plimsoll.desktop"), ("darwin", "Library/LaunchAgents/org.plimsoll.Plimsoll.plist")],
)
def test_the_tick_writes_a_file_and_takes_it_away(tmp_path, system, place):
    way = of_this_system(COMMAND, system=system, environ={}, home=tmp_path)
    assert not way.on()
    for _ in range(2):
        way.set(on=True)
        assert way.on()
        assert (tmp_path / place).is_file()
        assert [found.name for found in (tmp_path / place).parent.iterdir()] == [Path(place).name]
    for _ in range(2):
        way.set(on=False)
        assert not way.on()


def test_windows_has_its_run_key():
    assert isinstance(of_this_system(COMMAND, system="win32", environ={}, home=Path("/")), InRegistry)


def test_a_folder_that_refuses_is_said_in_words(tmp_path):
    from app.autostart import AutostartError

    (tmp_path / "autostart").write_text("a file in its place")
    way = of_this_system(COMMAND, system="linux", environ={"XDG_CONFIG_HOME": str(tmp_path)}, home=tmp_path)
    with pytest.raises(AutostartError, match="did not let Plimsoll"):
        way.set(on=True)


def test_from_source_it_is_started_from_anywhere(tmp_path, monkeypatch):
    """What stands in the file is run as a desktop would run it, from another folder."""
    import subprocess

    monkeypatch.chdir(tmp_path)
    done = subprocess.run([*own_command(), "--version"], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.startswith("Plimsoll ")
    assert not here("").on()
    assert shlex.join(own_command())
