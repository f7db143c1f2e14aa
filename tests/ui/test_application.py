"""How the application is made: name, style, languages. In a process of its own, for there can be only one."""

import subprocess
import sys

CODE = """
from PySide6.QtCore import QLocale
from app.ui.application import make_application
from app.ui.language import speak

app = make_application(["plimsoll"])
assert app.applicationName() == "plimsoll", app.applicationName()
assert app.applicationDisplayName() == "Plimsoll"
assert app.desktopFileName() == "plimsoll"
assert app.style().name() == "fusion"
assert not app.windowIcon().isNull()
assert app.styleSheet() == ""  # no theme yet
from PySide6.QtCore import QTranslator
from app.ui.words import number, tr
assert [type(one) for one in speak(app, "de")] == [QTranslator, QTranslator], "Qt's words and ours"
assert (tr("Settings"), number(1234)) == ("Einstellungen", "1.234")
assert len(app.findChildren(QTranslator)) == 2
speak(app, "en")
assert tr("Settings") == "Settings"
assert QLocale().language() is QLocale.Language.English
import sys
for heavy in ("pyqtgraph", "numpy", "httpx", "sqlite_utils", "keyring"):
    assert heavy not in sys.modules, heavy
print("fine")
"""


def test_it_is_made_without_a_theme_and_without_anything_heavy():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.returncode) == ("fine\n", 0), done.stderr
