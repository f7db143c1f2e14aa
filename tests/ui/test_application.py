"""How the application is made: name, style, languages. In a process of its own, for there can be only one."""

import subprocess
import sys

CODE = """
from PySide6.QtCore import QLocale
from app.ui.application import install_translators, make_application

app = make_application(["plimsoll"])
assert app.applicationName() == "plimsoll", app.applicationName()
assert app.applicationDisplayName() == "Plimsoll"
assert app.desktopFileName() == "plimsoll"
assert app.style().name() == "fusion"
assert not app.windowIcon().isNull()
assert app.styleSheet() == ""  # no theme yet
assert install_translators(app, QLocale("xx")) == []
import sys
for heavy in ("pyqtgraph", "numpy", "httpx", "sqlite_utils", "keyring"):
    assert heavy not in sys.modules, heavy
print("fine")
"""


def test_it_is_made_without_a_theme_and_without_anything_heavy():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.returncode) == ("fine\n", 0), done.stderr
