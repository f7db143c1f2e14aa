"""The program's own log: a bounded file; secrets and mail addresses are struck out before they are written."""

import faulthandler
import logging
import re
import sys
from pathlib import Path

FILE = "plimsoll.log"
MAX_BYTES = 1_000_000
KEPT = 3

_SECRETS = (
    r"(?:ck|cs)_[0-9a-zA-Z]{8,}|shp(?:at|ss|ca|ua)_[0-9a-fA-F]{8,}|(?i:bearer|basic)\s+[\w+/=.-]{8,}"
    r"|(?i:oauth_\w+|access_token|client_secret|consumer_secret|consumer_key|refresh_token)[\"']?\s*[=:]\s*[\"']?[^\s&\"',}]+"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"
)


def without_secrets(text: str) -> str:
    """The text with anything that looks like a key, a token or a mail address struck out."""
    return re.sub(_SECRETS, "…", text)  # made when the first line is written, not at the start


class _Clean(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))


class _Kept(logging.Handler):
    """Writes to the bounded file. What turns files over is imported with the first line: a window is painted before."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """One line."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(self._path, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8")
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        """With the file."""
        if self._file is not None:
            self._file.close()
        super().close()


def start_log(folder: Path) -> Path:
    """Log to a file in `folder` and, where there is a console, warnings to it. Returns the file."""
    path = folder / FILE
    formatter = _Clean("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
    kept = _Kept(path)
    kept.setFormatter(formatter)
    handlers: list[logging.Handler] = [kept]
    if sys.stderr is not None:  # a windowed program on Windows has none
        console = logging.StreamHandler()
        console.setLevel(logging.WARNING)
        console.setFormatter(formatter)
        handlers.append(console)
        faulthandler.enable()
    logging.basicConfig(level=logging.INFO, handlers=handlers, force=True)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # its lines name addresses with keys in them
    logging.getLogger("httpcore").setLevel(logging.WARNING)
    return path


def for_report(text: str, home: Path | None = None) -> str:
    """Fit to be given to somebody else: no secrets, no mail addresses, and not the seller's name in folders' names."""
    folder = str(home if home is not None else Path.home())
    plain = text.replace(folder, "~") if len(folder) > len(Path(folder).anchor) else text
    return without_secrets(plain)


def tail(path: Path, lines: int = 200) -> str:
    """The end of the log, for a report."""
    if not path.exists():
        return ""
    text = path.read_text(encoding="utf-8", errors="replace")
    return "\n".join(text.splitlines()[-lines:])
