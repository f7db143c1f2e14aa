"""The step "What happened" by keyboard: the questions, their evidence, the cause, the table, and the report."""

from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.channels.woocommerce.info import INFO as WOO
from app.core.diagnosis_causes import Cause
from app.core.diagnosis_facts import Checkup
from app.core.text import N_
from app.store import causes
from app.ui.incidents.happened import Happened
from app.ui.incidents.happened_chart import has_alerts
from app.ui.incidents.happened_models import events
from app.ui.incidents.page import IncidentsPage
from app.ui.papers import printing
from app.ui.papers.press import printed
from app.ui.theme import Scheme
from tests.ui.channels.world import dialog, shown_words
from tests.ui.incidents.evidence_world import at, design_incident
from tests.ui.shell.checks import cut, nameless, outside, unreachable


@pytest.fixture
def step(theme, qtbot, world):
    number = design_incident(world)
    found = Happened(world.bridge)
    qtbot.addWidget(found)
    found.resize(1130, 740)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    found.show_incident(number)
    found.take_keyboard()
    return found


def cells(model):
    return [[model.index(row, place).data() for place in range(model.columnCount())] for row in range(model.rowCount())]


def test_seven_questions_are_answered(step) -> None:
    rows = cells(step.questions_model)
    assert rows[0] == ["Which products, how many?", "Speckled mug 350 ml, 3 too many in 3 orders", "Ledger, 3"]
    assert rows[1][1] == "WooCommerce 1, Etsy 2"
    assert rows[3][1] == "5 refused by Etsy, too many requests. WooCommerce was up to 39 s late."
    assert rows[5][1] == "Floor 4. 1 held back."
    assert len(rows) == 7


def test_the_evidence_is_one_key_away(step, qtbot) -> None:
    for _ in range(3):
        qtbot.keyClick(step.questions, Qt.Key.Key_Down)
    rows = cells(step.lines_model)
    assert [row[2] for row in rows] == ["429", "429", "429", "429", "39 s", "429"]
    qtbot.keyClick(step.questions, Qt.Key.Key_Return)
    assert step.lines.hasFocus()
    qtbot.keyClick(step.lines, Qt.Key.Key_Escape)
    assert step.questions.hasFocus()


def test_nothing_is_chosen_beforehand_and_agree_keeps_the_proposal(step, world, qtbot) -> None:
    assert step.cause is None
    assert step.proposed.text().startswith("Suggested. Clear: Late data, too many requests.")
    step.agree.setFocus()
    qtbot.keyClick(step.agree, Qt.Key.Key_Space)
    assert causes.confirmed(world.db, 1).cause is Cause.LATE
    assert step.cause is Cause.LATE
    assert step.said.text() == "You said: Late data"


def test_the_seller_corrects_it(step, world, qtbot) -> None:
    button = step.choices[Cause.HELD]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert step.agree.text() == "Save this cause"
    qtbot.keyClick(step.agree, Qt.Key.Key_Space)
    said = causes.confirmed(world.db, 1)
    assert (said.cause, said.proposed) == (Cause.HELD, Cause.LATE)
    qtbot.keyClick(step.agree, Qt.Key.Key_Space)
    assert world.db.execute("select count(*) from incident_cause").fetchone() == (1,)


def test_the_timeline_is_a_table_too(step, qtbot) -> None:
    step.as_table.setFocus()
    qtbot.keyClick(step.as_table, Qt.Key.Key_Space)
    assert step.events.hasFocus()
    assert not step.timeline.isVisibleTo(step)
    rows = cells(step.events_model)
    assert ["13:03:36", "Booked, −1", "−1"] in rows
    assert any(row[1] == "Sold at Etsy, order #1046, −1" for row in rows)
    assert "went over by 3 at Etsy and WooCommerce" in step.timeline.accessibleDescription()


def test_lines_of_the_shops_own_log_are_pasted_into_the_timeline(step, world, qtbot) -> None:
    assert step.log.isHidden(), "no channel of it keeps a log"
    world.lends["channels"] = (WOO,)
    world.bridge.changed.connect(step.on_changed)  # as the page does
    step.show_incident(step._number)
    step.log.setFocus()
    qtbot.keyClick(step.log, Qt.Key.Key_Space)
    asked = dialog(step)
    assert "WooCommerce > Status > Logs" in " ".join(shown_words(asked))
    utc = at("13:03:35").astimezone(UTC)
    asked.box.setPlainText(
        f"{utc:%Y-%m-%dT%H:%M:%S+00:00} Info Stock levels reduced: Speckled mug 5→4 for jo@example.org\n"
        f"[{utc:%d-%b-%Y %H:%M:%S} UTC] WordPress database error Lock wait timeout exceeded\n"
        "2020-01-01T00:00:00+00:00 Info Stock levels reduced long ago\nNotice something else"
    )
    assert asked.found.text() == "3 lines are understood, 2 of this time."
    asked.yes.click()
    words = [row[1] for row in cells(step.events_model)]
    assert "Shop’s log: Info Stock levels reduced: Speckled mug 5→4 for …" in words
    assert "Shop’s log: WordPress database error Lock wait timeout exceeded" in words
    assert not any("long ago" in one for one in words)
    assert not [one for one in events(step._facts, orders=False) if "log" in one.words], "not in a report for others"
    step.log.click()
    asked = dialog(step)
    assert asked.found.text() == "3 lines are kept. An empty box takes them away."
    asked.yes.click()
    assert not any("log" in row[1] for row in cells(step.events_model))


def test_alerts_have_a_lane_and_stand_in_the_table(step) -> None:
    facts = step._facts
    at, low = facts.opened_at, "Speckled mug is at its floor of 4."
    assert not has_alerts(facts)
    check = Checkup(seq=7, at=at, kind="critical", shop=0, outcome="fired", words=N_("{low}", low=low))
    told = replace(facts, checks=[check, replace(check, seq=0)], alerts_seen=[at])
    assert has_alerts(told)
    assert [one.words for one in events(told) if one.words.startswith("Alert")] == [f"Alert: {low} Fired"]
    before = step.timeline.height()
    step.timeline.show_facts(told)
    assert step.timeline.height() > before
    picture = step.timeline.grab()
    assert not picture.isNull()


@pytest.mark.parametrize("kind", ["pdf", "html", "md"])
def test_the_report_names_nobody_unless_it_is_ticked(step, tmp_path, monkeypatch, kind) -> None:
    target = tmp_path / f"report.{kind}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    step.save()
    assert target.stat().st_size > 500
    if kind == "pdf":
        return
    assert "#104" not in target.read_text("utf-8").replace("\\", "")
    step.customers.setChecked(True)
    step.save()
    assert "#1046" in target.read_text("utf-8").replace("\\", "")


def test_the_report_can_be_printed(step, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(printing, "ask_printer", lambda _parent, title, pages: asked.append((title, pages)))
    step.print_report.click()
    assert asked == [(step.paper().title, len(printed(step.paper())))]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_it_fits_and_has_names(step, theme, scheme) -> None:
    theme.set_scheme(scheme)
    assert nameless(step) == []
    assert unreachable(step) == []
    assert outside(step) == []
    assert cut(step) == []


def test_it_is_reached_from_the_incident(theme, qtbot, world) -> None:
    number = design_incident(world)
    page = IncidentsPage(world.bridge, theme)
    qtbot.addWidget(page)
    page.resize(1260, 800)
    page.show()
    page.show_incident(number)
    next(one for one in page.commands() if one.key == "step_3").run()
    happened = page.work.happened
    assert happened.isVisible()
    qtbot.keyClick(happened.questions, Qt.Key.Key_Escape)
    assert page.detail.isVisible()
