"""Alerts on the screen: the log, the rules, the section in Settings, and what is said when one rings."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.alerting import OFF, ON, Kind, Pace
from app.core.changes import Changes
from app.store import alert_outlets, alert_rules, settings, shops
from app.store.database import transaction
from app.sync import alerting
from app.ui.alerts.asking import ask_log, ask_rules
from app.ui.alerts.herald import Herald
from app.ui.alerts.log_dialog import LOG
from app.ui.alerts.rules_dialog import ALL_KINDS
from app.ui.bridge import NoticesLent
from app.ui.main_window import MainWindow
from app.ui.settings import alerts as section_module
from app.ui.settings.alerts import AlertsSection, time_of
from tests.life import NOW, add_shop, later
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut, nameless, unreachable


@pytest.fixture
def took():
    return []


@pytest.fixture
def window(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 860)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def low(world):
    """Two mugs left of a floor of three, on a channel; checked."""
    shop = world.shop("Etsy", letter="E")
    number = world.product("MUG", 2, "Speckled mug")
    world.listed(shop, shows=2)
    with transaction(world.db):
        settings.put(world.db, settings.FLOOR, 3, product=number, now=NOW)
        shops.well(world.db, shop.id, now=NOW)
    alerting.check_some(world.db, now=NOW)
    alerting.check_round(world.db, listening_since=later(-60), now=NOW)
    return number


def undo(took):
    return took.pop()[1]()


# ------------------------------------------------------------------------------------------------ the log


def test_the_log_of_a_product_says_what_fired_and_what_does_not_apply(world, low, window, took) -> None:
    dialog = ask_log(window, world.bridge, lambda *one: took.append(one), product=low, title="Speckled mug")
    said = {row.name.template: dialog.heard(row) for row in dialog.table.sheet.rows}
    assert (
        "At or under its floor: Fired. Speckled mug is under its floor: 2 available, floor 3."
        in said["At or under its floor"]
    )
    assert "nothing is set for this" in said["Time to reorder"]
    assert "Etsy" in said["A channel fails"]
    assert not nameless(dialog)
    assert not unreachable(dialog)
    dialog.view.setCurrentIndex(dialog.view.findData(LOG))
    assert [row.kind for row in dialog.table.sheet.rows if row.product] == [Kind.CRITICAL]
    assert dialog.words.text().endswith("Told at once.")
    dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.ZERO))
    assert dialog.nothing.isVisible()
    dialog.reject()


def test_the_log_of_everything_and_the_way_to_the_rules(world, low, window, took, qtbot) -> None:
    dialog = ask_log(window, world.bridge, lambda *one: took.append(one))
    kinds = [row.kind for row in dialog.table.sheet.rows]
    assert kinds[0] is Kind.CRITICAL
    assert Kind.REORDER not in kinds
    qtbot.mouseClick(dialog.rules, Qt.MouseButton.LeftButton)
    rules = window.findChild(section_module.QDialog, "", Qt.FindChildOption.FindDirectChildrenOnly)
    assert rules is not None


# ------------------------------------------------------------------------------------------------ the rules


def test_what_is_set_for_a_product_is_dated_and_taken_back(world, low, window, took) -> None:
    dialog = ask_rules(window, world.bridge, lambda *one: took.append(one), product=low, title="Speckled mug")
    row = next(row for row in dialog.rows if row.kind is Kind.CRITICAL)
    assert row.choice.currentText() == "As set for all: on"
    assert not nameless(dialog)
    assert not cut(dialog)
    row.choice.setCurrentIndex(row.choice.findData(OFF))
    zero = next(row for row in dialog.rows if row.kind is Kind.ZERO)
    zero.limit.setText("x")
    zero._typed("x")
    dialog.accept()
    assert dialog.wrong.isVisible()
    zero.limit.setText("30")
    dialog.acts.setChecked(True)
    dialog.accept()
    own = alert_rules.own(world.db, product=low)
    assert (own[Kind.CRITICAL], own[Kind.ZERO], own[Kind.REORDER]) == (OFF, 30, None)
    assert alert_rules.acts_by_itself(world.db, low)
    undo(took)
    assert alert_rules.own(world.db, product=low)[Kind.CRITICAL] is None
    assert not alert_rules.acts_by_itself(world.db, low)


def test_everywhere_and_one_channel(world, low, window, took) -> None:
    dialog = ask_rules(window, world.bridge, lambda *one: took.append(one))
    assert [row.kind for row in dialog.rows] == list(ALL_KINDS)
    dialog.accept()
    assert took == [], "nothing was changed"
    dialog = ask_rules(window, world.bridge, lambda *one: took.append(one))
    dialog.scope.setCurrentIndex(1)
    assert Kind.CRITICAL not in [row.kind for row in dialog.rows]
    unsent = next(row for row in dialog.rows if row.kind is Kind.UNSENT)
    unsent.limit.setText("25")
    unsent._typed("25")
    dialog.accept()
    assert alert_rules.own(world.db, shop=dialog.scope.itemData(1))[Kind.UNSENT] == 25


# ------------------------------------------------------------------------------------------------ Settings


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("22:00", time(22)),
        ("7.30", time(7, 30)),
        (" 7 ", time(7)),
        ("24:00", None),
        ("x", None),
        ("", None),
        ("7:60", None),
    ],
)
def test_times_as_they_are_typed(typed, found) -> None:
    assert time_of(typed) == found


@pytest.fixture
def section(world, low, window, qtbot, took):
    section = AlertsSection(world.bridge)
    section.undoable.connect(lambda *one: took.append(one))
    section.setParent(window)
    section.resize(680, 560)
    section.show()
    return section


def test_when_and_where_the_seller_hears(world, section, took, qtbot) -> None:
    db = world.db
    assert not nameless(section)
    assert not unreachable(section)
    assert not cut(section)
    qtbot.mouseClick(section.quiet, Qt.MouseButton.LeftButton, pos=section.quiet.rect().center())
    assert alert_rules.pace(db) == Pace(quiet=(time(22), time(7)))
    section.begin.setFocus()
    section.begin.setText("21.15")
    qtbot.keyClick(section.begin, Qt.Key.Key_Return)
    assert alert_rules.pace(db).quiet == (time(21, 15), time(7))
    section._paced(section_module.DAILY)
    assert alert_rules.pace(db).digest == time(8)
    undo(took)
    assert alert_rules.pace(db).digest is None
    section._screen(OFF)
    assert not alert_rules.on_desktop(db)
    section._screen(ON)


def test_a_test_takes_every_way(world, section, qtbot) -> None:
    with transaction(world.db):
        alert_outlets.put(world.db, alert_outlets.WEBHOOK, "hooks.example", b"x", now=NOW)
    qtbot.mouseClick(section.test, Qt.MouseButton.LeftButton)
    assert section.test_row.sentence() == "A test is on its way to: this screen, hooks.example."
    post = alert_outlets.due(world.db, now=NOW)
    assert post is not None
    assert post.test


def test_a_webhook_is_kept_in_the_background(world, low, window, qtbot) -> None:
    kept = []
    lent = NoticesLent(set_webhook=kept.append, set_mail=kept.append, drop=kept.append)
    object.__setattr__(world.bridge.lent, "notices", lent)
    section = AlertsSection(world.bridge)
    qtbot.addWidget(section)
    section._set_up("webhook")
    dialog = section.dialog
    dialog.accept()
    assert dialog.address.error()
    dialog.address.set_text("https://hooks.example")
    with qtbot.waitSignal(dialog.finished):
        dialog.accept()
    assert kept == ["https://hooks.example"]


# ------------------------------------------------------------------------------------------------ what is said


class Corner:
    """A desktop that remembers what it was told."""

    def __init__(self, there: bool) -> None:
        self.there, self.said = there, []

    def say(self, title, words) -> None:
        self.said.append((title, words))


@pytest.mark.parametrize("there", [True, False])
def test_what_rings_is_said_once_on_the_desktop_or_in_a_quiet_bar(world, low, window, there) -> None:
    corner, bars, shown = Corner(there), [], []
    herald = Herald(world.bridge, window, lambda *one: shown.append(one), lambda *one: bars.append(one), corner)
    herald.look()
    herald.look()
    words = "Speckled mug is under its floor: 2 available, floor 3."
    assert corner.said == ([(words, "")] if there else [])
    assert [bar[:2] for bar in bars] == ([] if there else [(words, "Show")])
    herald.open_last()
    assert shown == [("inventory", "MUG")]


@pytest.mark.qt_log_ignore(r"raise\(\)")
def test_the_window_says_it_under_the_page_and_leads_there(world, low, theme, qtbot) -> None:
    main = MainWindow(world.bridge, theme)
    qtbot.addWidget(main)
    main.show()
    main.herald._desktop = Corner(there=False)
    world.bridge.changed.emit(Changes(alerts=True))
    qtbot.waitUntil(lambda: main._foot.news() is not None)
    qtbot.mouseClick(main._foot.news().findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert main._foot.news() is None
    assert main.page().key == "inventory"
    main._foot.show_news("Something else.", "Show", pytest.fail)
    main._foot.news().close_button.click()
    assert main._foot.news() is None, "it can be put away unread"


def test_what_the_sample_begins_with_is_not_told(world, low, window) -> None:
    world.bridge.sample = True
    corner, bars = Corner(there=True), []
    herald = Herald(world.bridge, window, print, lambda *one: bars.append(one), corner)
    herald.look()
    assert bars == corner.said == []
    assert herald._begun


def test_nothing_is_said_where_the_seller_wants_nothing(world, low, window) -> None:
    with transaction(world.db):
        settings.put(world.db, alert_rules.DESKTOP, OFF, now=NOW)
    corner = Corner(there=True)
    Herald(world.bridge, window, print, print, corner).look()
    assert corner.said == []


def test_every_word_can_be_translated(world, low, window, qapp, took) -> None:
    with spoken_pseudo(qapp):
        dialog = ask_rules(window, world.bridge, lambda *one: took.append(one), product=low, title="Ⓣ")
        assert not untranslated(dialog)
        dialog.reject()
        section = AlertsSection(world.bridge)
        section.setParent(window)
        section.show()
        assert not untranslated(section)


def test_which_channels_pause_at_the_floor_is_chosen_and_taken_back(world, low, window, took) -> None:
    db = world.db
    add_shop(db, name="Woo", letter="W")

    def opened(product=0):
        return ask_rules(
            window, world.bridge, lambda *one: took.append(one), product=product, title="Mug" * bool(product)
        )

    dialog = opened()
    assert dialog.pauses.chosen() is None
    dialog.pauses.box.setChecked(True)
    first, second = list(dialog.pauses.choices)[:2]
    dialog.pauses.choices[second].setCurrentIndex(1)
    dialog.pauses.choices[first].setCurrentIndex(2)
    dialog.accept()
    assert alert_rules.pauses(db, low) == (second, first)
    dialog = opened(low)
    assert dialog.pauses.chosen() == (second, first), "as for all"
    dialog.pauses.box.setChecked(False)
    dialog.accept()
    assert alert_rules.pauses(db, low) is None
    undo(took)
    assert alert_rules.pauses(db, low) == (second, first)
