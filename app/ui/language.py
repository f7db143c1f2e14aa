"""The language that the window speaks: the system's, or the one that the seller chose. It holds from the next start.

Texts are made once, when a page is built; English stands in the code, other languages in `resources/languages`.
"""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.paths import resource
from app.ui.shell.memory import Memory

AS_SYSTEM = ""
LANGUAGES = {"en": "English", "de": "Deutsch"}  # each by its own name, so that it can be found again
_FOLDER = "languages"  # of plimsoll_<language>.qm
_REMEMBERED = "look/language"
_QT, _OURS = "qtbase", "plimsoll"


def remembered_language(memory: Memory) -> str:
    """What the seller chose last: a key of `LANGUAGES`, or `AS_SYSTEM`."""
    chosen = memory.text(_REMEMBERED)
    return chosen if chosen in LANGUAGES else AS_SYSTEM


def remember_language(memory: Memory, language: str) -> None:
    """Speak it from the next start."""
    memory.keep(_REMEMBERED, language)


def speak(app: QApplication, language: str = AS_SYSTEM) -> list[QTranslator]:
    """From now on new widgets speak this language, and numbers and dates are written as it writes them."""
    for spoken in app.findChildren(QTranslator):
        app.removeTranslator(spoken)
        spoken.setParent(None)
    locale = _locale(language)
    QLocale.setDefault(locale)
    return _install(app, locale)


def _locale(language: str) -> QLocale:
    system = QLocale.system()
    if language:
        return QLocale(QLocale.codeToLanguage(language), system.territory())
    if system.language() is QLocale.Language.C:  # no locale is set: its formats are for machines, not people
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return system


def _install(app: QApplication, locale: QLocale) -> list[QTranslator]:
    """Qt's own words and ours, where there are any in this language."""
    found = []
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for place, name in ((folder, _QT), (_our_folder(), _OURS)):
        translator = QTranslator(app)
        if place and translator.load(locale, name, "_", place):
            app.installTranslator(translator)
            found.append(translator)
    return found


def _our_folder() -> str:
    try:
        return str(resource(_FOLDER))
    except FileNotFoundError:
        return ""
