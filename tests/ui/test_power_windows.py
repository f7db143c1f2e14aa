"""What Windows says before it sleeps, with made-up messages in memory: it was never run on Windows."""

from ctypes import wintypes

import pytest

from app.ui.power_windows import POWER, RESUMES, SUSPENDS, PowerFilter, address_of

KIND = b"windows_generic_MSG"


@pytest.fixture
def heard(qapp):
    said = []
    power = PowerFilter(lambda way, seconds: said.append((way, seconds)), lambda: said.append("back"))

    def says(message, what, kind=KIND):
        found = wintypes.MSG(message=message, wParam=what)
        assert power.nativeEventFilter(kind, address_of(found)) == (False, 0), "Qt sees it all the same"
        return said

    return says


def test_every_window_is_told_and_it_is_done_once(heard):
    heard(POWER, SUSPENDS)
    assert heard(POWER, SUSPENDS) == [("sleep", 2.0)]
    heard(POWER, RESUMES)
    assert heard(POWER, RESUMES) == [("sleep", 2.0), "back"]
    assert heard(POWER, SUSPENDS)[-1] == ("sleep", 2.0)


@pytest.mark.parametrize(
    ("message", "what", "kind"), [(0x0100, SUSPENDS, KIND), (POWER, 0x0A, KIND), (POWER, SUSPENDS, b"xcb")]
)
def test_anything_else_is_not_meant(heard, message, what, kind):
    assert heard(message, what, kind) == []
