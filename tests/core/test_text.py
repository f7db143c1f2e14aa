"""Values in sentences, as English writes them where no window is known."""

from datetime import timedelta

import pytest

from app.core.text import N_
from app.store.sentences import packed, unpacked


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (59, "59 s"), (60, "1 min"), (1248, "20 min 48 s"), (7500, "2 h 5 min"), (7200, "2 h"),
     (90000, "1 day"), (400000, "4 days")],
)  # fmt: skip
def test_a_length_of_time(seconds, words):
    assert str(N_("{time} late", time=timedelta(seconds=seconds))) == f"{words} late"


def test_it_is_still_one_after_it_was_kept():
    said = N_("{why} late", why=N_("{time}", time=timedelta(seconds=1248)))
    assert unpacked(packed(said)) == said
