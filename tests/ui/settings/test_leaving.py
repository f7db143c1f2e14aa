"""When you leave, in Settings: everything off until it is chosen, hours typed or learnt, each change undone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.core.changes import Changes
from app.core.text import N_
from app.store import leaving, relay, settings
from app.store.database import transaction
from app.ui.bridge import LeavingLent
from app.ui.settings.leaving import WhenYouLeave
from app.ui.words import weekday
from tests.life import NOW
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut, nameless, outside, unreachable

LENT = LeavingLent(
    outlook=lambda _known: None,
    prepare=lambda *_all: None,
    take_back=lambda: None,
    warned=lambda: N_("This system says nothing."),
)


@pytest.fixture
def make_section(theme, qtbot):
    def make(world):
        section = WhenYouLeave(world.bridge, LENT)
        section.took = []
        section.undoable.connect(lambda sentence, back: section.took.append((sentence, back)))
        world.bridge.changed.connect(lambda _changes: section.read())
        qtbot.addWidget(section)
        section.resize(680, 900)
        section.show()
        section.activateWindow()
        qtbot.waitUntil(section.isActiveWindow)
        return section

    return make


@pytest.fixture
def section(make_section, world):
    return make_section(world)


def wishes(world):
    return leaving.wishes(world.db, now=NOW)


def test_everything_is_off_until_it_is_chosen(section):
    assert not section.alone.isChecked()
    assert not section.early.isChecked()
    assert not section.early.isEnabled(), "it needs hours"
    assert section.hours.row.sentence().startswith("Not known yet")
    assert section.alone_row.sentence().endswith("This system says nothing.")
    assert "without a relay nobody hears of them before" in section.relay.text()


def test_consent_is_given_and_taken_back_by_keyboard(section, world, qtbot):
    section.alone.setFocus()
    qtbot.keyClick(section.alone, Qt.Key.Key_Space)
    assert wishes(world).alone
    sentence, back = section.took[-1]
    assert sentence == "Plimsoll prepares when this computer sleeps or shuts down"
    back()
    assert not wishes(world).alone
    assert not section.alone.isChecked()
    assert [one.value for one in settings.history(world.db, settings.LEAVE_ALONE)] == [1, None], "dated rows"


def test_hours_are_typed_and_learnt_again(section, world, qtbot):
    for field, typed in ((section.hours.start, "8"), (section.hours.end, "18.30")):
        field.setFocus()
        field.clear()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    found = wishes(world)
    assert found.hours.text() == "08:00-18:30 0123456"
    assert section.hours.row.sentence().startswith("08:00 to 18:30, every day.")
    assert section.early.isEnabled()
    section.hours.days[6].setFocus()
    qtbot.keyClick(section.hours.days[6], Qt.Key.Key_Space)
    assert wishes(world).hours.days == set(range(6))
    section.hours.learn.click()
    assert wishes(world).hours is None
    assert not section.hours.learn.isVisible()


def test_what_is_no_time_is_kept_and_marked(section, world, qtbot):
    section.hours.start.setFocus()
    qtbot.keyClicks(section.hours.start, "soon")
    qtbot.keyClick(section.hours.start, Qt.Key.Key_Return)
    assert section.hours.start.text() == "soon"
    assert section.hours.start.property("invalid")
    assert settings.history(world.db, settings.HOURS) == []


def test_learnt_hours_are_said_as_learnt(make_section, world):
    with transaction(world.db):
        for day in range(4, 14):
            world.db.execute(
                "insert into absence (left_at, back_at, from_seq) values (?, ?, 0)",
                (f"2026-05-{day:02}T18:00:00.000Z", f"2026-05-{day + 1:02}T08:00:00.000Z"),
            )
    section = make_section(world)
    assert section.hours.row.sentence().startswith("Learnt: ")
    assert not section.hours.learn.isVisible()


def test_what_is_done_on_leaving(section, world, qtbot):
    section.held.edit.setText("2")
    section.held.edit.editingFinished.emit()
    section.singles.click()
    away = wishes(world).away
    assert (away.held, away.singles) == (2, True)
    for _, back in reversed(section.took):
        back()
    assert wishes(world).away.held == 0


def test_with_a_relay_it_says_what_that_means(section, world):
    with transaction(world.db):
        relay.pair(world.db, "https://relay.example", "device", b"sealed", now=NOW)
    world.bridge.changed.emit(Changes(settings=True))
    assert section.relay.text().startswith("The relay keeps the messages of sales meanwhile")


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(make_section, world, theme, scale):
    theme.set_text_scale(scale)
    section = make_section(world)
    section.resize(theme.px(680), 1400)
    assert (cut(section), outside(section), nameless(section), unreachable(section)) == ([], [], [], [])


def test_every_word_is_translated(make_section, world, qapp):
    days = {weekday(date(2026, 5, day), long=long) for day in range(4, 11) for long in (False, True)}
    with spoken_pseudo(qapp):
        assert untranslated(make_section(world), ignoring={"This system says nothing.", *days}) == []
