#!/usr/bin/env python3
"""Sets up everything Plimsoll needs, then opens, tests or measures it: `python3 packaging/run.py --help`.

Standard library only. This file keeps to the syntax of Python 3.6, so that an old Python prints a sentence, not a
traceback; what it starts is in `bootstrap/` and needs Python 3.11.
"""

import sys
from pathlib import Path

OLDEST = (3, 11)
NEWEST = (3, 14)  # some locked packages have no build for later ones yet


def version_advice(version: "tuple[int, ...]", system: str) -> str:
    """What to tell somebody whose Python cannot run Plimsoll. Empty when it can.

    `version` is like sys.version_info, `system` like sys.platform.
    """
    found = (version[0], version[1])
    if OLDEST <= found <= NEWEST:
        return ""
    lines = ["Plimsoll needs Python {}.{} to {}.{}, and this is Python {}.{}.".format(*OLDEST + NEWEST + found)]
    if system == "darwin":
        lines += [
            "The python3 that comes with Xcode is 3.9. Install another one beside it, then start again with that:",
            "  brew install python@3.13",
            "  python3.13 packaging/run.py",
        ]
    elif system in ("win32", "cygwin"):
        lines += [
            "Install another one beside it, then start again with that:",
            "  winget install Python.Python.3.13",
            "  py -3.13 packaging\\run.py",
        ]
    else:
        lines += [
            "Install another one beside it from your distribution, then start again with that. For example:",
            "  sudo apt-get install python3.11 python3.11-venv && python3.11 packaging/run.py    (Ubuntu 22.04)",
            "  sudo dnf install python3.12 && python3.12 packaging/run.py                        (Red Hat 9)",
        ]
    return "\n".join(lines)


def main(arguments: "list[str]") -> int:
    """Run one command line. Returns the exit code; 2 means that the person at the keyboard has to do something."""
    advice = version_advice(sys.version_info[:2], sys.platform)
    if advice:
        sys.stderr.write(advice + "\n")
        return 2
    sys.path.insert(0, str(Path(__file__).resolve().parent))  # python -P leaves it out
    from bootstrap.commands import start

    return start(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
