"""Bars, undo, empty places, dialogs, sums, titles, progress: what is said, to whom, and how it is answered."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog

from app.ui.theme import Scheme
from app.ui.widgets import dialog as dialogs
from app.ui.widgets.bars import Bar, BarKind, Bars, UndoBar
from app.ui.widgets.button import Variant
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.empty import EmptyState, LinkLine
from app.ui.widgets.fields import TextField
from app.ui.widgets.figures import Figure, FigureSum
from app.ui.widgets.progress import Meter, ProgressLine
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from tests.ui.widgets.drawing import ENTER, ESC, LEFT_BUTTON, SPACE, at, colours, grabbed, inked

# Bars


def test_only_the_most_serious_bar_is_shown(theme, shown):
    bars = Bars()
    shown(bars)
    assert not bars.isVisible()
    bars.show_bar(BarKind.SAMPLE, "Sample shop. Nothing is sent to any channel.", "Leave")
    bars.show_bar(BarKind.DANGER, "Speckled mug 350 ml is oversold by 3.", "Open incident 7")
    assert bars.shown().sentence() == "Speckled mug 350 ml is oversold by 3."
    bars.show_bar(BarKind.OFFLINE, "You are offline. 3 updates wait here.", "Try now")
    assert bars.shown().kind is BarKind.OFFLINE
    visible = [bar for bar in bars.findChildren(Bar) if bar.isVisible()]
    assert visible == [bars.shown()]
    for kind in (BarKind.OFFLINE, BarKind.DANGER):
        bars.drop_bar(kind)
    assert bars.shown().sentence().startswith("Sample shop")
    bars.drop_bar(BarKind.SAMPLE)
    assert bars.shown() is None
    assert not bars.isVisible()


def test_a_bar_takes_the_place_of_an_older_one_of_its_kind(theme, shown, qtbot):
    bars = Bars()
    shown(bars)
    for waiting in (1, 3):
        bars.show_bar(BarKind.OFFLINE, f"You are offline. {waiting} updates wait here.")
    assert bars.shown().sentence() == "You are offline. 3 updates wait here."
    qtbot.waitUntil(lambda: len(bars.findChildren(Bar)) == 1)


def test_a_bars_action_is_done(theme, shown, qtbot):
    done = []
    bar = Bar(BarKind.TROUBLE, "Etsy needs you to sign in.", "Sign in", lambda: done.append("signed in"))
    shown(bar)
    bar.action.setFocus()
    qtbot.keyClick(bar.action, SPACE)
    assert done == ["signed in"]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize(
    ("kind", "ground"),
    [
        (BarKind.OFFLINE, "bg_sunken"),
        (BarKind.TROUBLE, "warn_tint"),
        (BarKind.DANGER, "danger_tint"),
        (BarKind.SAMPLE, "accent_tint"),
    ],
)
def test_each_kind_of_bar_has_its_tint(theme, shown, kind, ground, scheme):
    theme.set_scheme(scheme)
    bar = Bar(kind, "Something is so.", "Do it")
    shown(bar)
    assert at(grabbed(bar), bar.width() // 2, 4) == theme.colour(ground).name()


def test_a_bar_is_34_high_and_grows_with_its_sentence(theme, shown):
    short, long = Bar(BarKind.OFFLINE, "Offline.", "Try"), Bar(BarKind.OFFLINE, "You are offline. " * 20, "Try")
    window = shown(short, long)
    window.resize(400, 300)
    assert short.height() == 34
    assert long.height() > 60


# Undo


def test_the_undo_bar_offers_and_undoes(theme, shown, qtbot):
    bar = UndoBar()
    shown(bar)
    assert not bar.isVisible()
    bar.offer("Floor of Kelp mug 350 ml set from 5 to 7")
    assert bar.isVisible()
    assert bar.accessibleName() == bar.sentence() == "Floor of Kelp mug 350 ml set from 5 to 7"
    with qtbot.waitSignal(bar.undone):
        qtbot.mouseClick(bar.button, LEFT_BUTTON)
    assert not bar.isVisible()


def test_the_undo_bar_goes_when_its_time_is_up(theme, shown, qtbot):
    bar = UndoBar(visible_ms=1)
    shown(bar)
    bar.offer("Floor set from 5 to 7")
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert UndoBar()._timer.interval() == 10_000


def test_the_undo_bar_waits_while_the_keyboard_is_on_it(theme, shown, qtbot):
    bar = UndoBar()
    shown(bar)
    bar.offer("Floor set from 5 to 7")
    bar.button.setFocus()
    bar._expire()
    assert bar.isVisible()
    bar.button.clearFocus()
    bar._expire()
    assert not bar.isVisible()


def test_the_next_change_takes_the_place_of_the_last(theme, shown):
    bar = UndoBar()
    shown(bar)
    bar.offer("First")
    bar.offer("Second")
    assert bar.sentence() == "Second"
    bar.dismiss()
    assert not bar.isVisible()
    assert not bar._timer.isActive()


# Empty places


def test_an_empty_place_says_fact_and_advice_and_offers_one_thing(theme, shown, qtbot):
    done = []
    empty = EmptyState(
        "search", "No product matches", "Filters are on.", action="Clear filters", on_action=lambda: done.append(1)
    )
    shown(empty)
    assert empty.accessibleName() == "No product matches Filters are on."
    qtbot.mouseClick(empty.button, LEFT_BUTTON)
    assert done == [1]
    with pytest.raises(AssertionError, match="why"):
        EmptyState("search", "")


def test_a_suggestion_is_pressed_by_keyboard_and_holds_no_markup(theme, shown, qtbot):
    pressed = []
    line = LinkLine("Did you mean {link}? <b>Really</b>", "mug & <i>bowl</i>", lambda: pressed.append(1))
    shown(line)
    assert "&lt;b&gt;Really" in line.text()
    assert "mug &amp; &lt;i&gt;" in line.text()
    assert line.accessibleName() == "Did you mean mug & <i>bowl</i>? <b>Really</b>"
    line.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(line, ENTER)
    assert pressed == [1]


def test_a_suggestion_follows_the_theme(theme, shown):
    line = LinkLine("Did you mean {link}?", "speckled", lambda: None)
    shown(line)
    theme.set_scheme(Scheme.DARK)
    assert theme.colour("accent").name() in line.text()


# Dialogs


def make(parent=None, **changes):
    words = {"question": "Pause Amazon?", "text": "It goes on selling.", "yes": "Pause Amazon", "no": "Keep it running"}
    return Dialog(parent, **{**words, **changes})


@pytest.fixture
def opened(theme, qtbot):
    kept = []

    def show(**changes):
        dialog = make(**changes)
        kept.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return show


def test_the_title_is_the_question_and_the_buttons_repeat_the_verb(opened):
    dialog = opened()
    assert dialog.windowTitle() == dialog.accessibleName() == "Pause Amazon?"
    assert dialog.accessibleDescription() == "It goes on selling."
    assert (dialog.yes.label(), dialog.no.label()) == ("Pause Amazon", "Keep it running")


def test_esc_is_the_safe_answer(opened, qtbot):
    dialog = opened()
    qtbot.keyClick(dialog, ESC)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


def test_enter_is_yes(opened, qtbot):
    dialog = opened()
    assert dialog.yes.hasFocus()
    qtbot.keyClick(dialog, ENTER)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_where_it_matters_the_keyboard_starts_on_the_safe_answer(opened, qtbot):
    dialog = opened(safe_first=True)
    assert dialog.no.hasFocus()
    qtbot.keyClick(dialog, ENTER)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_tab_goes_from_one_answer_to_the_other(opened, qtbot):
    dialog = opened(safe_first=True)
    qtbot.keyClick(dialog, Qt.Key.Key_Tab)
    assert dialog.yes.hasFocus()
    qtbot.keyClick(dialog.yes, SPACE)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_enter_presses_the_answer_that_has_the_keyboard(opened, qtbot):
    dialog = opened()
    dialog.no.setFocus()
    qtbot.keyClick(dialog.no, ENTER)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_a_dialog_grows_when_something_is_added(opened, qtbot):
    dialog = opened()
    before = dialog.height()
    dialog.body.addWidget(Label("Set 78 products to 0 on Amazon first"))
    qtbot.waitUntil(lambda: dialog.height() > before)


def test_the_last_press_of_what_cannot_be_undone_is_red(opened, theme):
    dialog = opened(danger=True)
    assert dialog.yes.property("variant") == Variant.DANGER_FILLED.value
    assert theme.colour("danger").name() in colours(grabbed(dialog.yes))


def test_a_dialog_has_a_border(opened, theme):
    dialog = opened()
    image = grabbed(dialog)
    middle = image.width() // 2
    assert at(image, middle, 0) == theme.colour("line_strong").name()
    assert at(image, middle, 1) == theme.colour("bg_surface").name()


def test_a_question_grows_with_the_text_and_cuts_nothing(opened, theme, qtbot):
    dialog = opened(text="Amazon keeps its present numbers and goes on selling. " * 3)
    before = dialog.size()
    theme.set_text_scale(1.5)
    qtbot.waitUntil(lambda: dialog.height() > before.height())
    assert dialog.width() == round(427 * 1.5)
    for paragraph in dialog.findChildren(Paragraph):
        assert paragraph.height() >= paragraph.heightForWidth(paragraph.width())


def test_asking_waits_for_an_answer(theme, qtbot):
    def answer():
        from PySide6.QtWidgets import QApplication

        shown = QApplication.activeModalWidget()
        qtbot.mouseClick(shown.yes, LEFT_BUTTON)

    QTimer.singleShot(0, answer)
    assert dialogs.ask(None, question="Pause Amazon?", text="It goes on selling.", yes="Pause Amazon", no="Keep it")


def test_a_dialog_without_an_answer_is_a_fault(theme):
    with pytest.raises(AssertionError, match="both answers"):
        make(no="")


# Sums and titles


def test_a_sum_is_heard_as_one_sentence(theme, shown):
    figures = (Figure("11", "on hand"), Figure("14", "committed", "−"), Figure("−3", "available", "=", "danger"))
    total = FigureSum(figures)
    shown(total)
    assert total.accessibleName() == "11 on hand − 14 committed = −3 available"
    assert theme.colour("danger").name() in colours(grabbed(total))
    total.set_figures((Figure("12", "on hand"),))
    assert total.accessibleName() == "12 on hand"
    assert theme.colour("danger").name() not in colours(grabbed(total))


def test_a_section_has_a_hairline_and_a_note(theme, shown):
    title = SectionTitle("Cancellation budget", "rolling 60 days")
    shown(title)
    image = grabbed(title)
    assert {at(image, x, title.height() - 1) for x in range(title.width())} == {theme.colour("line_hair").name()}
    assert title.accessibleName() == "Cancellation budget rolling 60 days"
    title.set_note("")
    title.set_title("Budget")
    assert title.accessibleName() == "Budget"


# Progress


def test_the_line_waits_a_second_and_then_says_how_far(theme, shown, qtbot):
    line = ProgressLine(shown_after_ms=0)
    line.setMinimumWidth(200)
    shown(line)
    assert (line.height(), line.running) == (2, False)
    line.begin()
    qtbot.waitUntil(lambda: line.running)
    line.set_progress(13, 20)
    image = grabbed(line)
    assert at(image, round(line.width() * 0.6), 0) == theme.colour("accent").name()
    assert at(image, round(line.width() * 0.7), 0) == theme.colour("bg_surface").name()
    assert line.accessibleDescription() == "65 %"
    line.end()
    assert theme.colour("accent").name() not in colours(grabbed(line))
    assert ProgressLine()._wait.interval() == 1000


def test_what_is_soon_over_never_shows(theme, shown, qtbot):
    line = ProgressLine(shown_after_ms=20)
    shown(line)
    line.begin()
    line.end()
    qtbot.wait(40)
    assert not line.running


def test_without_a_number_it_stands_still(theme, shown, qtbot):
    line = ProgressLine(shown_after_ms=0)
    line.setMinimumWidth(200)
    shown(line)
    line.begin()
    qtbot.waitUntil(lambda: line.running)
    assert colours(grabbed(line)) == {theme.colour("accent_line").name()}


def test_a_meter_says_its_numbers(theme):
    meter = Meter(0.34, "34 % of the rate limit used")
    assert meter.accessibleName() == "34 % of the rate limit used"
    with pytest.raises(AssertionError):
        meter.set_share(0.5, "")


# Text


def test_text_is_taken_as_it_is(theme, shown):
    words = "<b>Mug</b> & bowl"
    label, paragraph = Label(words), Paragraph(words)
    shown(label, paragraph)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == paragraph.text() == words


def test_a_paragraph_has_the_designs_line_height(theme, shown):
    paragraph = Paragraph("HH\nHH\nHH")
    shown(paragraph)
    assert paragraph.heightForWidth(200) == 3 * 18
    image = grabbed(paragraph)
    rows = sorted({y for _, y in inked(image, theme)})
    first, second = rows[0], next(y for y in rows if y >= 18)
    assert second - first == 18


def test_a_paragraph_wraps_and_keeps_every_word(theme, shown, qtbot):
    words = "Plimsoll sends it nothing until you resume 🍵. To stop sales, set the products to 0 first."
    paragraph = Paragraph(words)
    window = shown(paragraph)
    window.resize(160, 300)
    layouts = paragraph._layouts(120)
    assert sum(layout.lineCount() for layout in layouts) >= 5
    assert paragraph.heightForWidth(120) > paragraph.heightForWidth(400)
    assert "".join(layout.text() for layout in layouts) == words


def test_a_line_that_is_cut_says_all_of_it_in_its_tooltip(theme, shown):
    label = ElidedLabel("A product name that is far too long for its place")
    window = shown(label)
    window.setFixedWidth(120)
    label.resize(90, label.height())
    assert label.toolTip() == label.text()
    label.setText("Mug")
    assert label.toolTip() == ""


def test_an_order_number_is_cut_in_its_middle(theme, shown):
    end, middle = ElidedLabel("3382914407-ABC"), ElidedLabel("3382914407-ABC", middle=True)
    shown(end, middle)
    for label in (end, middle):
        label.resize(70, 18)
    assert grabbed(end) != grabbed(middle)


def test_a_dialog_is_never_higher_than_the_screen(theme, qtbot):
    """Its question and its answers stay in view, what is between them is scrolled, and the keyboard is followed."""
    theme.set_text_scale(1.5)
    dialog = make()
    qtbot.addWidget(dialog)
    fields = [TextField(f"Field {place}") for place in range(12)]
    for field in fields:
        dialog.body.addWidget(field)
    fields[0].setFocus()
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    room = dialog.screen().availableGeometry()
    assert room.contains(dialog.geometry())
    assert dialog.rect().contains(dialog.yes.geometry())
    assert fields[0].edit.hasFocus()
    for field in fields[1:]:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert field.edit.hasFocus()
        top = field.edit.mapTo(dialog, field.edit.rect().topLeft()).y()
        assert 0 < top < dialog.yes.y()
        assert field.edit.height() >= field.edit.sizeHint().height()
    fields[-1].set_error("Type a number.")
    dialog.adjustSize()
    assert room.contains(dialog.geometry())


def test_a_dialog_grows_with_what_is_wrong_in_it(opened, qtbot):
    dialog = opened()
    field = TextField("How many")
    dialog.body.addWidget(field)
    qtbot.waitUntil(lambda: field.isVisible() and field.height() >= field.sizeHint().height())
    before = dialog.height()
    field.set_error("Type a number.")
    qtbot.waitUntil(lambda: dialog.height() > before)
    field.set_error("")
    qtbot.waitUntil(lambda: dialog.height() == before)
