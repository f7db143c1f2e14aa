"""Numbers of pieces as people type them, and what is wrong with them in words."""

from PySide6.QtCore import QLocale

from app.core.records import dataclass
from app.core.stock import PIECES_MAX
from app.ui.words import tr


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: a number, nothing, or an `error` that says what is wrong with it."""

    value: int | None = None
    error: str = ""


def pieces(text: str, *, least: int = 0, most: int = PIECES_MAX, needed: bool = True) -> Typed:
    """A whole number between two bounds. Without `needed`, nothing is an answer too."""
    typed = text.strip()
    if not typed:
        return Typed(error=tr("Type a number.")) if needed else Typed()
    value = _whole(typed)
    if value is None:
        return Typed(error=tr("“{typed}” is not a whole number.", typed=typed))
    if value < least:
        return Typed(error=tr("Must be {least} or more.", least=least))
    if value > most:
        return Typed(error=tr("Must be {most} or less.", most=most))
    return Typed(value)


def _whole(typed: str) -> int | None:
    """With the seller's own separators, any minus sign, and any digits."""
    plain = typed.replace("−", "-").replace("\u00a0", " ").replace("\u202f", " ")
    value, ok = QLocale().toLongLong(plain)
    if ok:
        return int(value)
    try:
        return int(plain.replace(" ", "")) if "_" not in plain else None
    except ValueError:
        return None
