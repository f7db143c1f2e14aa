"""What set-up says to the person in front of it, and how it gives up. Everything goes to standard error."""

import sys

NEEDS_YOU = 2  # exit code: the person has to do something first
FAILED = 1


class Stop(Exception):
    """Set-up cannot go on. `words` say why and what to do; `code` is the exit code."""

    def __init__(self, words: str, code: int = FAILED) -> None:
        super().__init__(words)
        self.words = words
        self.code = code


def say(words: str) -> None:
    """Print a line for the person. Standard output is left to the command that runs afterwards."""
    print(words, file=sys.stderr, flush=True)


def somebody_is_there() -> bool:
    """Whether a question would be seen, and can be answered."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def agrees(question: str) -> bool:
    """Ask a yes-or-no question; anything but a clear yes is a no."""
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
