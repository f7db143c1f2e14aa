"""Step 4 by keyboard: changing settings, a check, ticks, tags, costs, closing; and what comes after the messages."""

import csv
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.choices import Offer, Offers
from app.core.closing import DONE, Cost, Tag, Tick
from app.core.fixing import Act, Rule, State
from app.core.followups import Outcome
from app.core.messages import Message
from app.core.wizard import Step
from app.sheets.writing import write
from app.store import (
    closing,
    decisions,
    fix_checks,
    followups,
    incident_records,
    incidents,
    letters,
    settings,
    shops,
    templates,
)
from app.store.database import transaction
from app.ui.incidents.fix_paper import ending_parts
from app.ui.incidents.fix_words import amount_text, minor_of
from app.ui.incidents.incident_sheet import incident_rows
from app.ui.incidents.page import IncidentsPage
from app.ui.incidents.stopwatch import Stopwatch
from app.ui.incidents.template_dialog import TemplateDialog
from app.ui.papers.paper import Paper, as_markdown
from tests.life import NOW, later
from tests.ui.incidents.test_steps import snap
from tests.ui.shell.checks import nameless

DAY = timedelta(days=1)


@pytest.fixture
def page(theme, qtbot, world):
    world.oversold(2)
    world.listed(world.shop("Shopify", channel="shopify"), shows=3)
    made = IncidentsPage(world.bridge, theme)
    made.setProperty("panel", "surface")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.went = []
    made.go.connect(lambda key, what: made.went.append((key, what)))
    world.bridge.changed.connect(made.on_changed)
    qtbot.addWidget(made)
    made.resize(1260, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_incident(1)
    made.work.show_step(Step.FIX)
    return made


def product(world):
    return world.db.execute("select id from product where sku = 'MUG'").fetchone()[0]


def replace_text(qtbot, field, words):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)


def test_a_change_is_a_dated_setting_with_who_and_when(page, qtbot, world):
    fix, undoable = page.work.fix.apply, []
    page.undoable.connect(lambda words, back: undoable.append((words, back)))
    assert fix.held.hasFocus()
    replace_text(qtbot, fix.who, "Rosa")
    replace_text(qtbot, fix.held, "2")
    qtbot.keyClick(fix.held, Qt.Key.Key_Return)
    assert settings.get(world.db, settings.HELD_BACK, product=product(world)) == 2
    (done,) = closing.fixes(world.db, 1)
    assert (done.act, done.before, done.after, done.who, done.at) == (Act.HELD_BACK, "–", "2", "Rosa", NOW)
    assert fix.rows[Act.HELD_BACK].done.text().endswith("by Rosa")
    assert nameless(page.work.fix) == []
    snap(page, "fix")
    _every_other_change(page, qtbot, world)
    _no_number_changes_nothing(fix, qtbot, world)
    _all_taken_back(world, undoable)


def _every_other_change(page, qtbot, world):
    fix, db, of = page.work.fix.apply, world.db, product(world)
    replace_text(qtbot, fix.floor, "4")
    replace_text(qtbot, fix.reorder, "16")
    qtbot.keyClick(fix.reorder, Qt.Key.Key_Return)
    assert settings.get(db, settings.FLOOR, product=of) == 4
    assert settings.get(db, settings.REORDER_POINT, product=of) == 16
    replace_text(qtbot, fix.extra, "1")
    qtbot.keyClick(fix.rows[Act.EXTRA].button, Qt.Key.Key_Space)
    etsy = fix.extra_shop.currentData()
    assert settings.get(db, settings.HELD_BACK, shop=etsy, product=of) == 1
    assert settings.get(db, settings.HELD_BACK_WAY, shop=etsy, product=of) == "extra"
    qtbot.keyClick(fix.alert, Qt.Key.Key_Space)
    assert settings.get(db, settings.ALERT, product=of) == 1
    qtbot.keyClick(fix.rows[Act.PRIORITY].button, Qt.Key.Key_Space)
    assert settings.get(db, settings.PRIORITY, shop=fix.prior.currentData()) == 1
    qtbot.keyClick(fix.rows[Act.ACCESS].button, Qt.Key.Key_Space)
    qtbot.keyClick(fix.rows[Act.COUNT].button, Qt.Key.Key_Space)
    assert page.went == [("channels", etsy), ("count", (of,))]
    assert [one.act for one in closing.fixes(db, 1)] [1:] == [
        Act.LEVELS, Act.EXTRA, Act.ALERT, Act.PRIORITY,
    ]  # fmt: skip


def _all_taken_back(world, undoable):
    db, of, etsy = world.db, product(world), 1
    assert [words for words, _ in undoable][:2] == ["Held back changed", "Floor and reorder at changed"]
    for _, back in reversed(undoable):
        back()
    kept = [
        settings.get(db, settings.HELD_BACK, product=of), settings.get(db, settings.FLOOR, product=of),
        settings.get(db, settings.REORDER_POINT, product=of), settings.get(db, settings.ALERT, product=of),
        settings.get(db, settings.HELD_BACK, shop=etsy, product=of), settings.get(db, settings.PRIORITY, shop=etsy),
    ]  # fmt: skip
    assert not any(kept)
    assert len(closing.fixes(db, 1)) == 10, "each way back is a dated row of its own"


def _no_number_changes_nothing(fix, qtbot, world):
    before = closing.fixes(world.db, 1)
    replace_text(qtbot, fix.held, "many")
    with qtbot.waitSignal(world.bridge.trouble) as told:
        qtbot.keyClick(fix.held, Qt.Key.Key_Return)
    assert str(told.args[0].title) == "“many” is no number of pieces."
    assert fix.held.text() == "many"
    assert closing.fixes(world.db, 1) == before


def test_from_the_check_to_the_end(page, qtbot, world):
    fix, world.now = page.work.fix, later(60)
    world.cancel(_shop(world), "3382914400")
    world.bridge.changed.emit(world.cancel(_shop(world), "3382914401"))
    lines = fix.closing.lines
    assert not fix.closing.button.isEnabled()
    assert fix.closing.button.text() == "Close incident"
    replace_text(qtbot, fix.check.days, "7")
    qtbot.keyClick(fix.check.start, Qt.Key.Key_Space)
    kept = fix_checks.newest(world.db, 1)
    assert (kept.check.rule, kept.check.days, kept.state) == (Rule.DRIFT, 7, State.RUNNING)
    qtbot.keyClick(lines[Tick.LIMIT].press, Qt.Key.Key_Space)
    qtbot.keyClick(lines[Tick.CUSTOMERS].refuse, Qt.Key.Key_Space)
    dialog = fix.closing.dialog
    qtbot.keyClick(dialog.reason.edit, Qt.Key.Key_Return)
    assert dialog.reason.error(), "a reason is needed"
    qtbot.keyClicks(dialog.reason.edit, "both cancelled themselves")
    qtbot.keyClick(dialog.reason.edit, Qt.Key.Key_Return)
    assert closing.said(world.db, 1)["tick.customers"].value == "both cancelled themselves"
    assert closing.said(world.db, 1)["tick.limit"].value == DONE
    assert fix.closing.reason.text() == "1 tick is still missing"
    assert page.work.stands[3].note.template == "Plimsoll checks that it held"
    snap(page, "fix-waits")
    page.show_list()
    assert page.list.model.index(0, 6).data() == "Checked until 21 May"
    page.show_incident(1)
    page.work.show_step(Step.FIX)
    with transaction(world.db):
        world.db.execute("update incident_check set state = 'held', ended_at = ?", (NOW.isoformat(),))
    page._read()
    qtbot.keyClick(fix.closing.button, Qt.Key.Key_Space)
    assert incidents.incident(world.db, 1).closed_at is not None
    assert closing.said(world.db, 1)[closing.CLOSED_AS].value == "checked"


def _shop(world):
    return shops.shop(world.db, 1)


def test_tags_and_costs_are_kept(page, qtbot, world):
    fix = page.work.fix
    qtbot.keyClick(fix.harm.tags[Tag.LIMITED], Qt.Key.Key_Space)
    assert fix.harm.title.accessibleName().endswith("Serious")
    replace_text(qtbot, fix.costs.fields[Cost.ADVERTISING], "12.5")
    qtbot.keyClick(fix.costs.fields[Cost.ADVERTISING], Qt.Key.Key_Return)
    assert closing.said(world.db, 1)["cost.advertising"].value == "1250"
    with qtbot.waitSignal(page.undoable) as told:
        replace_text(qtbot, fix.costs.fields[Cost.ADVERTISING], "99")
        qtbot.keyClick(fix.costs.fields[Cost.ADVERTISING], Qt.Key.Key_Return)
    told.args[1]()
    assert closing.said(world.db, 1)["cost.advertising"].value == "1250"
    replace_text(qtbot, fix.costs.hour, "20")
    qtbot.keyClick(fix.costs.hour, Qt.Key.Key_Return)
    assert str(settings.get(world.db, settings.HOUR)).startswith("2000 ")
    page.show_list()
    assert page.list.filters.isVisible()
    page.list.filters.set_on([Tag.VIRAL.value])
    assert page.list.model.rowCount() == 0
    page.list.filters.set_on([Tag.LIMITED.value])
    assert page.list.model.rowCount() == 1
    snap(page, "incident-list")


@pytest.mark.parametrize(("typed", "minor"), [("12.50", 1250), ("12,5", 1250), ("£7", 700), ("", None), ("0", 0)])
def test_money_as_it_is_typed(typed, minor):
    assert minor_of(typed, "GBP") == minor
    assert amount_text(1250, "GBP") == "12.50"


@pytest.mark.parametrize("typed", ["12.345", "-3", "much", "1.2.3"])
def test_no_money(typed):
    with pytest.raises(ValueError, match=r"."):
        minor_of(typed, "GBP")


class Window(QWidget):
    """One that is in use."""

    def isActiveWindow(self):
        return True

    isVisible = isActiveWindow  # noqa: N815


def test_minutes_count_only_while_somebody_is_there(qapp):
    window, clock, spent = Window(), [NOW], []
    watch = Stopwatch(window, lambda: clock[0], lambda incident, seconds: spent.append((incident, seconds)))
    watch.work_on(7)
    for seconds in (30, 70, 3600):  # then nobody moved for an hour
        clock[0] = NOW + timedelta(seconds=seconds)
        watch.tick()
    watch.work_on(None)
    assert spent == [(7, 30), (7, 40)]


def test_a_follow_up_is_done_and_taken_back(page, qtbot, world):
    order = closing.facts(world.db, incidents.incident(world.db, 1), now=later()).buyers[0].order
    with transaction(world.db):
        letters.save(world.db, 1, order, Message(words="Hello"), language="en", template="refund", now=NOW)
        letters.mark_sent(world.db, 1, order, NOW)
    world.now = NOW + 3 * DAY
    page._read()
    page.work.show_step(None)
    (line,) = page.detail.follow_ups.lines
    assert "look for a review, 2 days after your message. 1 day left" in line.accessibleName()
    took = []
    page.undoable.connect(lambda _words, back: took.append(back))
    snap(page, "follow-up")
    qtbot.keyClick(line.buttons[Outcome.BAD], Qt.Key.Key_Space)
    assert page.detail.follow_ups.lines == []
    assert followups.outcomes(world.db, 1) == [Outcome.BAD]
    took[0]()
    assert len(page.detail.follow_ups.lines) == 1


def test_a_promise_that_was_kept_is_asked_for_no_more(page, qtbot, world):
    order = closing.facts(world.db, incidents.incident(world.db, 1), now=later()).buyers[0].order
    with transaction(world.db):
        letters.save(world.db, 1, order, Message(words="Hello"), language="en", template="refund", now=NOW)
        letters.mark_sent(world.db, 1, order, NOW)
        offers = Offers(kinds=(Offer.PART, Offer.REFUND), by_when=later(60))
        decisions.offer(world.db, 1, order, offers, pieces=1, now=NOW)
    world.now = later(70)
    page._read()
    (line,) = page.detail.follow_ups.lines
    names = [page.work.customers.list.view.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert any("No answer in time" in name for name in names)
    page.work.show_step(None)
    qtbot.keyClick(line.buttons[Outcome.DONE], Qt.Key.Key_Space)
    names = [page.work.customers.list.view.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert not any("No answer in time" in name for name in names)


def test_the_report_says_how_it_ended(world):
    world.oversold(2)
    with transaction(world.db):
        closing.fixed(world.db, 1, Act.HELD_BACK, before="–", after="2", now=NOW)
    row = incidents.incident(world.db, 1)
    words = as_markdown(Paper(title="x", parts=ending_parts(world.db, row, currency="GBP", now=NOW)))
    for part in ("Held back | – | 2", "No check was set.", "Customers answered | Open", "Payment fees | not estimated"):
        assert part in words


def test_the_list_goes_into_a_sheet(tmp_path, world):
    world.oversold(2)
    target = tmp_path / "all.csv"
    world.db.execute("update incident set note = '=1+1'")
    found = incidents.incidents(world.db)
    write(target, incident_rows(found, incident_records.records(world.db, found, now=NOW)))
    rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1][:4] == ["1", "", "MUG", "Speckled mug 350 ml"]
    assert rows[1][-1] == "'=1+1"
    assert "3382914400" not in target.read_text(encoding="utf-8-sig")


# The seller's own templates

GOOD = (
    "[[happened]]Oh {{ product }}.[[/]]\n[[apology]][[/]]\n[[options]]{{ options }}[[/]]\n"
    "[[next]]By {{ by_when }}.[[/]]"
)


def test_a_template_is_rendered_before_it_is_kept(page, qtbot, world):
    page.work.show_step(Step.CUSTOMERS)
    view = page.work.customers
    qtbot.keyClick(view.template.edit, Qt.Key.Key_Space)
    dialog: TemplateDialog = view.template.dialog
    dialog.named.set_text("Short")
    dialog.words.setPlainText(GOOD + "{% for x in y %}{% endfor %}")
    assert dialog.wrong.isVisibleTo(dialog)
    dialog.accept()
    assert templates.templates(world.db, "en") == {}
    dialog.words.setPlainText(GOOD)
    snap(dialog, "template")
    dialog.accept()
    assert templates.templates(world.db, "en") == {"Short": GOOD}
    assert view.template.name == "Short"
    assert view.editor.message().words.startswith("Oh Speckled mug 350 ml.")
    qtbot.keyClick(view.template.edit, Qt.Key.Key_Space)
    qtbot.keyClick(view.template.dialog.drop, Qt.Key.Key_Space)
    assert templates.templates(world.db, "en") == {}
