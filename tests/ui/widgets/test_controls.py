"""Buttons, choices, fields, search, filters: how they look in each state, and that the keyboard is enough."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF

from app.ui.theme import Scheme
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.choice import CheckBox, ChoiceCard, RadioButton, exclusive
from app.ui.widgets.fields import ComboBox, LineEdit, TextField
from app.ui.widgets.filters import Filter, FilterToggles, Toggle
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.search import SearchField
from tests.ui.widgets.drawing import ENTER, ESC, LEFT_BUTTON, SPACE, at, colours, grabbed, inked

# Buttons

GROUND = {
    Variant.PRIMARY: ("accent", "text_on_accent"),
    Variant.SECONDARY: ("bg_surface", "text_primary"),
    Variant.QUIET: ("bg_surface", "accent"),
    Variant.LINK: ("bg_surface", "accent"),
    Variant.DANGER: ("bg_surface", "danger"),
    Variant.DANGER_FILLED: ("danger", "text_on_danger"),
}


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("variant", list(Variant))
def test_each_kind_of_button_has_its_ground_and_ink(theme, shown, variant, scheme):
    theme.set_scheme(scheme)
    button = Button("HIIIIH", variant)
    shown(button)
    image, (ground, ink) = grabbed(button), GROUND[variant]
    assert theme.colour(ground).name() in colours(image)
    assert theme.colour(ink).name() in colours(image), "the stem of an H is full ink"


@pytest.mark.parametrize("variant", list(Variant))
def test_an_unavailable_button_is_grey_whatever_it_was(theme, shown, variant):
    button = Button("HIIIIH", variant)
    button.setEnabled(False)
    shown(button)
    own = {theme.colour(name).name() for name in ("accent", "danger", "text_primary")}
    assert not own & colours(grabbed(button))
    assert theme.colour("text_disabled").name() in colours(grabbed(button))


@pytest.mark.parametrize(("size", "height"), [(ButtonSize.SMALL, 26), (ButtonSize.NORMAL, 32), (ButtonSize.LARGE, 40)])
def test_buttons_have_three_heights(theme, shown, size, height):
    button = Button("Post", size=size)
    shown(button)
    assert button.height() == height


def test_a_label_is_taken_as_it_is(theme, shown, qtbot):
    button = Button("Pause R&D shop")
    shown(button)
    assert button.label() == button.accessibleName() == "Pause R&D shop"
    assert button.shortcut().isEmpty(), "no Alt D by accident"
    assert button.sizeHint().width() == Button("Pause R&D shop").sizeHint().width()
    assert Button("Pause R&&D shop").sizeHint().width() > button.sizeHint().width()


def test_a_button_without_words_needs_a_name(theme):
    with pytest.raises(AssertionError, match="says what it does"):
        Button("", icon="plus")
    button = Button("", icon="plus", name="One more")
    assert button.accessibleName() == button.toolTip() == "One more"
    assert button.sizeHint().width() == button.sizeHint().height()


def test_new_words_are_heard_too(theme):
    button = Button("Next")
    button.setText("Write the apology")
    assert button.accessibleName() == button.label() == "Write the apology"


@pytest.mark.parametrize("key", [SPACE])
def test_a_button_is_pressed_by_keyboard(theme, shown, qtbot, key):
    button = Button("Post shelf A")
    shown(button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_icon_label_and_key_fit_and_stand_apart(theme, shown):
    plain, full = Button("Undo"), Button("Undo", icon="undo", hint="Backspace")
    shown(plain, full)
    wider = QFontMetricsF(theme.font("micro")).horizontalAdvance("Backspace")
    assert full.sizeHint().width() >= plain.sizeHint().width() + 16 + 8 + 8 + wider


def test_the_next_missing_thing_becomes_the_primary_one(theme, shown):
    button = Button("HIIIIH")
    shown(button)
    assert theme.colour("accent").name() not in colours(grabbed(button))
    button.set_variant(Variant.PRIMARY)
    assert theme.colour("accent").name() in colours(grabbed(button))


def test_a_link_has_a_target_large_enough(theme):
    assert Button("Sign in", Variant.LINK).sizeHint().height() >= 24


# Badges


def test_a_badge_spells_its_name(theme):
    badge = Badge("E", "Etsy")
    assert badge.accessibleName() == badge.toolTip() == "Etsy"
    assert badge.sizeHint().width() == 18
    with pytest.raises(AssertionError, match="spells"):
        Badge("E", "")


# Check boxes, radio buttons, cards


def test_a_check_box_is_turned_over_by_space_and_by_its_label(theme, shown, qtbot):
    box = CheckBox("Set 78 products to 0 on Amazon first")
    shown(box)
    box.setFocus()
    qtbot.keyClick(box, SPACE)
    assert box.isChecked()
    qtbot.mouseClick(box, LEFT_BUTTON, pos=QPoint(box.width() - 3, box.height() // 2))
    assert not box.isChecked()


def test_the_three_states_of_a_box_differ_in_shape(theme, shown):
    box = CheckBox(name="All of them")
    box.setTristate(True)
    shown(box)
    seen = []
    for state in (Qt.CheckState.Unchecked, Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked):
        box.setCheckState(state)
        seen.append(grabbed(box))
    assert seen[0] != seen[1] != seen[2] != seen[0]
    assert theme.colour("accent").name() in colours(seen[1]) & colours(seen[2])


def test_a_choice_without_words_needs_a_name(theme):
    for kind in (CheckBox, RadioButton):
        with pytest.raises(AssertionError, match="has a name"):
            kind()
        assert kind(name="Kelp mug").accessibleName() == "Kelp mug"


def test_pointer_targets_are_large_enough(theme):
    for widget in (CheckBox("a"), RadioButton("a"), Toggle("a"), Button("a", size=ButtonSize.SMALL)):
        assert widget.sizeHint().height() >= 24


def test_all_of_a_card_can_be_clicked(theme, shown, qtbot):
    card = ChoiceCard("Substitute", "300 ml, 9 available, £2.00 back")
    shown(card)
    qtbot.mouseClick(card, LEFT_BUTTON, pos=QPoint(card.width() - 4, card.height() - 4))
    assert card.is_chosen()
    qtbot.mouseClick(card.button, LEFT_BUTTON)
    assert not card.is_chosen()


def test_a_chosen_card_has_a_thicker_border_and_nothing_moves(theme, shown):
    card = ChoiceCard("Substitute", "300 ml")
    shown(card)
    before, place = grabbed(card), card.button.pos()
    card.choose()
    after = grabbed(card)
    assert at(before, 40, 0) == theme.colour("line_strong").name()
    assert at(before, 40, 1) == theme.colour("bg_surface").name()
    assert at(after, 40, 0) == at(after, 40, 1) == theme.colour("accent").name()
    assert card.button.pos() == place


def test_what_cannot_be_chosen_says_why(theme, shown, qtbot):
    card = ChoiceCard("Next batch", "Fri 22 May")
    card.choose()
    shown(card)
    card.set_unavailable("No confirmed date. Ask Fern Pottery first.")
    qtbot.mouseClick(card, LEFT_BUTTON)
    assert not card.is_chosen()
    assert card.button.accessibleDescription() == "No confirmed date. Ask Fern Pottery first."
    card.set_available()
    qtbot.mouseClick(card, LEFT_BUTTON)
    assert card.is_chosen()
    assert card.button.accessibleDescription() == "Fri 22 May"


def test_of_radio_cards_none_is_chosen_to_begin_with_and_arrows_move(theme, shown, qtbot):
    cards = [ChoiceCard(word, radio=True) for word in ("Late data", "Changed by hand", "Channel was slow")]
    window = shown(*cards)
    exclusive(cards, window)
    assert not any(card.is_chosen() for card in cards)
    cards[0].button.setFocus()
    qtbot.keyClick(cards[0].button, SPACE)
    qtbot.keyClick(cards[0].button, Qt.Key.Key_Down)
    assert [card.is_chosen() for card in cards] == [False, True, False]


# Fields


def test_a_field_needs_a_name(theme):
    for make in (lambda: LineEdit(""), lambda: ComboBox("")):
        with pytest.raises(AssertionError):
            make()


def test_an_error_never_clears_what_was_typed_and_is_heard(theme, shown):
    field = TextField("Floor")
    shown(field)
    field.set_text("−4")
    field.set_error("Must be 0 or more")
    assert field.text() == "−4"
    assert field.edit.accessibleDescription() == field.error() == "Must be 0 or more"
    assert theme.colour("danger").name() in colours(grabbed(field.edit))
    field.set_error("")
    assert field.edit.accessibleDescription() == ""
    assert theme.colour("danger").name() not in colours(grabbed(field))


def text_columns(theme, edit):
    """The columns of pixels that letters stand in, without the border and the cursor."""
    edit.setCursorPosition(0)
    image = grabbed(edit)
    ink = theme.colour("text_primary").name()
    inner = range(12, edit.width() - 6)
    return {x for x in inner for y in range(6, edit.height() - 6) if at(image, x, y) == ink}


def test_focus_thickens_a_fields_border_and_moves_nothing(theme, shown, qtbot):
    edit, other = LineEdit("Floor"), LineEdit("Other")
    edit.setText("HIIIH")
    shown(edit, other)
    other.setFocus()
    rest, size = grabbed(edit), edit.size()
    columns = text_columns(theme, edit)
    edit.setFocus()
    edit.deselect()
    focused = grabbed(edit)
    assert at(rest, 30, 0) == theme.colour("line_control").name()
    assert at(rest, 30, 1) == theme.colour("bg_surface").name()
    assert at(focused, 30, 0) == at(focused, 30, 1) == theme.colour("focus").name()
    assert edit.size() == size
    assert text_columns(theme, edit) == columns


def test_a_placeholder_can_be_read(theme, shown):
    edit, other = LineEdit("SKU", placeholder="HIIIIIIH"), LineEdit("Other")
    shown(edit, other)
    other.setFocus()
    assert theme.colour("text_tertiary").name() in colours(grabbed(edit))


def test_a_list_is_chosen_from_by_keyboard(theme, shown, qtbot):
    combo = ComboBox("Range")
    combo.addItems(["14 days", "60 days"])
    shown(combo)
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "60 days"
    right = combo.width() - 20
    arrow = {(x, y) for x, y in inked(grabbed(combo), theme) if right < x < combo.width() - 6 and 8 < y < 24}
    assert arrow


# Search


def search(theme):
    return SearchField("Search products", placeholder="SKU, name or barcode")


def test_the_key_that_leads_to_it_is_shown_until_it_is_there(theme, shown):
    field, other = search(theme), LineEdit("Other")
    shown(field, other)
    field.resize(250, 32)
    other.setFocus()
    key = theme.colour("line_strong").name()
    corner = [(x, 8) for x in range(220, 250)]
    assert key in {at(grabbed(field), x, y) for x, y in corner}
    field.setFocus()
    assert key not in {at(grabbed(field), x, y) for x, y in corner}


def test_it_asks_once_when_typing_pauses(theme, shown, qtbot):
    field = search(theme)
    shown(field)
    asked = []
    field.asked.connect(asked.append)
    with qtbot.waitSignal(field.asked):
        qtbot.keyClicks(field, "mug")
    assert asked == ["mug"]


def test_enter_and_down_ask_at_once_and_move_on_to_the_list(theme, shown, qtbot):
    field = search(theme)
    shown(field)
    asked, left = [], []
    field.asked.connect(asked.append)
    field.left.connect(lambda: left.append(1))
    field.setText("kelp")
    qtbot.keyClick(field, ENTER)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert (asked, left) == (["kelp"], [1, 1])


def test_esc_clears_first_and_is_the_pages_after_that(theme, shown, qtbot):
    field = search(theme)
    window = shown(field)
    seen = []
    window.keyPressEvent = lambda event: seen.append(event.key())
    field.setText("kelp")
    qtbot.keyClick(field, ESC)
    assert (field.text(), seen) == ("", [])
    qtbot.keyClick(field, ESC)
    assert seen == [ESC]


# Filters

FILTERS = (
    Filter("oversold", "Oversold", Glyph.OVERSOLD),
    Filter("reorder", "Reorder", Glyph.REORDER),
    Filter("none", "No number yet"),
)


@pytest.fixture
def filters(theme, shown):
    toggles = FilterToggles(FILTERS, name="Filters")
    toggles.set_counts(84, {"oversold": 1, "reorder": 9})
    toggles.changes = []
    toggles.changed.connect(toggles.changes.append)
    shown(toggles)
    return toggles


def test_all_is_on_until_a_filter_is(filters, qtbot):
    assert filters.on() == frozenset()
    assert filters._all.isChecked()
    qtbot.mouseClick(filters.toggle("oversold"), LEFT_BUTTON)
    qtbot.mouseClick(filters.toggle("reorder"), LEFT_BUTTON)
    assert not filters._all.isChecked()
    qtbot.mouseClick(filters._all, LEFT_BUTTON)
    assert filters.changes == [{"oversold"}, {"oversold", "reorder"}, frozenset()]
    assert filters._all.isChecked()


def test_all_cannot_be_turned_off_by_itself(filters, qtbot):
    qtbot.mouseClick(filters._all, LEFT_BUTTON)
    assert filters._all.isChecked()
    assert filters.changes == []


def test_alt_and_a_number_press_them(filters, qtbot):
    qtbot.keyClick(filters.window(), Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert filters.on() == {"reorder"}
    assert filters.toggle("reorder").toolTip() == "Alt 3"
    qtbot.keyClick(filters.window(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert filters.on() == frozenset()


def test_a_filter_that_shows_nothing_stays_but_is_greyed(filters, theme):
    none = filters.toggle("none")
    assert none.isVisible()
    assert not none.isEnabled()
    assert theme.colour("text_disabled").name() in colours(grabbed(none))
    filters.set_counts(84, {"none": 2})
    assert none.isEnabled()


def test_a_filter_that_runs_empty_while_on_can_be_turned_off(filters, qtbot):
    filters.set_on({"oversold"})
    filters.set_counts(84, {})
    toggle = filters.toggle("oversold")
    assert toggle.isEnabled()
    qtbot.mouseClick(toggle, LEFT_BUTTON)
    assert filters.on() == frozenset()


def test_shape_word_and_count_are_heard(filters):
    assert filters.toggle("oversold").accessibleName() == "Oversold, 1"
    assert filters._all.accessibleName() == "All, 84"


def test_nothing_moves_when_a_filter_is_pressed(filters):
    toggle = filters.toggle("reorder")
    before = toggle.sizeHint()
    toggle.setChecked(True)
    assert toggle.sizeHint() == before


def test_a_narrow_row_of_filters_can_be_walked_by_keyboard(theme, shown, qtbot, filters):
    filters._all.setFocus()
    qtbot.keyClick(filters._all, Qt.Key.Key_Tab)
    assert filters.toggle("oversold").hasFocus()
    qtbot.keyClick(filters.toggle("oversold"), SPACE)
    assert filters.on() == {"oversold"}
