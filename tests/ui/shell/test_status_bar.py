"""The status bar: sending state first, then the ledger and its backup."""

from datetime import timedelta

import pytest

from app.ui.shell.facts import Facts
from app.ui.shell.sending import State
from app.ui.shell.status_bar import _GLYPHS, StatusBar
from app.ui.widgets.glyphs import Glyph
from tests.life import NOW
from tests.ui.shell.test_sending import DOWN, shop


@pytest.fixture
def bar(theme, qtbot):
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(1200, bar.height())
    bar.show()
    return bar


def local(moment):
    return moment.astimezone().strftime("%H:%M:%S")


def test_what_it_says(bar):
    facts = Facts(standings=(shop(),), saved_at=NOW - timedelta(seconds=8), backup_at=NOW - timedelta(hours=1))
    bar.show_facts(facts, NOW)
    assert bar.state_words() == "Live: stock is sent to 1 channel"
    assert bar.saved_words() == f"Ledger saved {local(facts.saved_at)}"
    assert bar.backup_words() == f"Backup {local(facts.backup_at)[:5]}, on this computer"


def test_another_days_moments_say_their_day(bar):
    facts = Facts(standings=(shop(),), saved_at=NOW - timedelta(days=2), backup_at=NOW - timedelta(days=70))
    bar.show_facts(facts, NOW)
    assert bar.saved_words().startswith("Ledger saved Tue ")
    assert bar.backup_words() == "Backup 5 March, on this computer"


def test_a_list_that_is_read_for_long_is_said_and_what_comes_at_once_is_not(bar):
    bar.show_reading(True)
    bar.show_reading(False)
    assert not bar._slow.isActive()
    bar.show_reading(True)
    bar.show_reading(True)
    assert bar.reading_words() == "", "not yet"
    bar._slow.timeout.emit()
    assert bar.reading_words() == "Updating…"
    bar.show_reading(False)
    assert bar.reading_words() == "Updating…", "the totals are still counted"
    bar.show_reading(False)
    assert bar.reading_words() == ""


def test_nothing_yet(bar):
    bar.show_facts(Facts(), NOW)
    assert bar.state_words() == "No channel connected"
    assert bar.saved_words() == "Nothing is sent"
    assert bar.backup_words() == ""
    assert not bar._backup.isVisible()


@pytest.mark.parametrize(
    ("facts", "glyph"),
    [
        (Facts(standings=(shop(),)), Glyph.LIVE),
        (Facts(), Glyph.OPEN),
        (Facts(sample=True), Glyph.OPEN),
        (Facts(stopped=True), Glyph.OVERSOLD),
        (Facts(standings=(shop(1, **DOWN), shop(2, **DOWN))), Glyph.LOOK),
    ],
)
def test_the_state_has_a_shape_too(bar, facts, glyph):
    bar.show_facts(facts, NOW)
    assert bar._glyph.glyph is glyph
    assert bar._glyph.accessibleName() == bar.state_words()


def test_only_known_states_have_shapes():
    assert set(_GLYPHS) < set(State)


def test_it_grows_with_the_text(bar, theme):
    assert bar.height() == 26
    theme.set_text_scale(1.5)
    assert bar.height() == 39


def test_long_words_give_way_and_stay_readable(bar):
    facts = Facts(standings=(shop(),), sends_here=False, saved_at=NOW, backup_at=NOW)
    bar.resize(500, bar.height())
    bar.show_facts(facts, NOW)
    assert bar._state.toolTip() == bar.state_words()
    assert bar._saved.width() >= bar._saved.sizeHint().width()
