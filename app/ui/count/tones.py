"""Three short tones: accepted, of another shelf, unknown. Each also has a line of its own on the page.

They are made here as sound files and given to the system's own player, for Qt's multimedia is not part of the program.
Where there is none, the system's bell rings once, twice or three times.
"""

import math
import struct
import sys
import tempfile
import wave
from enum import StrEnum
from functools import cache
from pathlib import Path
from shutil import which

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

RATE = 22_050
_VOLUME = 0.35
_EDGE_S = 0.006


class Tone(StrEnum):
    """What a tone says."""

    ACCEPTED = "accepted"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


# Pitch in hertz and length in seconds, one after the other: one high, two rising, one long and low.
NOTES: dict[Tone, tuple[tuple[float, float], ...]] = {
    Tone.ACCEPTED: ((1320.0, 0.06),),
    Tone.ELSEWHERE: ((880.0, 0.07), (1175.0, 0.09)),
    Tone.UNKNOWN: ((220.0, 0.28),),
}
_BELLS = {Tone.ACCEPTED: 1, Tone.ELSEWHERE: 2, Tone.UNKNOWN: 3}
_PLAYERS = ("pw-play", "paplay", "aplay") if sys.platform != "darwin" else ("afplay",)


def samples(tone: Tone) -> bytes:
    """A tone as 16-bit mono samples, without clicks at its edges."""
    found = bytearray()
    for pitch, length in NOTES[tone]:
        count = round(length * RATE)
        for at in range(count):
            edge = min(1.0, at / (_EDGE_S * RATE), (count - at) / (_EDGE_S * RATE))
            height = math.sin(2 * math.pi * pitch * at / RATE) * edge * _VOLUME
            found += struct.pack("<h", round(height * 32_767))
    return bytes(found)


class Tones:
    """Plays them, unless they are off. A player that is missing or fails stops nothing."""

    def __init__(self, *, on: bool = True) -> None:
        self.on = on

    def play(self, tone: Tone) -> None:
        """Say it once, without waiting for its end."""
        if not self.on:
            return
        player = _player()
        if not player or not QProcess.startDetached(player, [str(_file(tone))])[0]:
            for _ in range(_BELLS[tone]):
                QApplication.beep()


@cache
def _player() -> str:
    if sys.platform == "win32":
        return ""
    return next((found for name in _PLAYERS if (found := which(name))), "")


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="plimsoll-tones-")


@cache
def _file(tone: Tone) -> Path:
    path = Path(_folder().name) / f"{tone.value}.wav"
    with wave.open(str(path), "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(samples(tone))
    return path
