"""Signing in on a channel's own page, by keyboard, and every way in which the browser may not come back."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.core.text import N_
from app.errors import ChannelRefused, ChannelSignedOut, ChannelUnavailable
from app.store import shops
from tests.life import add_shop
from tests.ui.channels.world import ETSY, PASSED, SHOPIFY, WRONG_KEY, Browsing, Program, nameless, shown_words
from tests.ui.pseudo import spoken_pseudo, untranslated

ENTER, SPACE, ESC = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape
TOKENS = {"tokens": "kept secret"}
ADDRESS = "http://localhost:47830/etsy/callback?code=c&state=s"


@pytest.fixture(autouse=True)
def nobody_waits_for_ever(program):
    yield
    program.browsing.cancel()


@pytest.fixture
def page(opened):
    return opened(channels=(ETSY,))


@pytest.fixture
def form(page):
    page.connect_one()
    view = page._views["connect"]
    view.chose("etsy/seller_app")
    return view.part


def typed(form):
    for row in form.rows:
        row.input.set_text({"keystring": "key1", "secret": "cs_shared"}[row.field.name])


def waiting(form, qtbot):
    """Keys are typed, the browser is out."""
    typed(form)
    form.test.click()
    qtbot.waitUntil(form.browser.isVisible)


def test_the_whole_way_by_keyboard(page, form, db, program: Program, qtbot):
    assert form.test.label() == "Sign in with Etsy"
    first, second = (row.input.edit for row in form.rows)
    assert first.hasFocus()
    qtbot.keyClicks(first, "key1")
    qtbot.keyClick(first, ENTER)
    qtbot.keyClicks(second, "cs_shared")
    qtbot.keyClick(second, ENTER)
    qtbot.waitUntil(form.browser.isVisible)
    assert program.said == [("sign in", 0), ("open", Browsing.page)]
    assert form.browser.open.hasFocus()
    assert not form.test.isEnabled()
    assert "Waiting for Etsy in your browser" in shown_words(form)
    program.browsing.comes(TOKENS)
    qtbot.waitUntil(lambda: form.introduction is not None)
    assert not form.browser.isVisible()
    assert program.asked[0].brought == TOKENS
    assert "kept secret" not in repr(program.asked[0])
    assert form.keep.hasFocus()
    assert shops.shops(db) == []
    qtbot.keyClick(form.keep, SPACE)
    qtbot.waitUntil(lambda: page._views["connect"].part is page._views["connect"].read)
    assert [shop.name for shop in shops.shops(db)] == ["Kiln & Tide"]
    assert form.brought == {}, "nothing secret stays"


def test_nothing_is_opened_before_the_keys_are_typed_and_good(form, program, qtbot):
    form.test.click()
    assert "missing" in form.rows[0].input.error()
    program.keys_refused = ChannelSignedOut(N_("Etsy does not accept the keystring."), N_("Copy it again."))
    typed(form)
    form.test.click()
    qtbot.waitUntil(lambda: "does not accept" in form.trouble.words())
    assert ("open", Browsing.page) not in program.said
    assert form.rows[0].input.text() == "key1"
    assert form.test.isEnabled()


def test_the_seller_says_no(form, program, qtbot):
    waiting(form, qtbot)
    no = ChannelSignedOut(N_("The sign-in was not allowed."), N_("Connect again, and choose Allow."), words="denied")
    program.browsing.comes(no)
    qtbot.waitUntil(lambda: "not allowed" in form.trouble.words())
    assert not form.browser.isVisible()
    assert program.browsing.cancelled, "the port is given back"
    assert form.test.label() == "Sign in with Etsy"
    assert form.test.hasFocus()
    assert form.rows[1].input.text() == "cs_shared", "what was typed stays"


def test_the_browser_comes_back_too_late(form, program, qtbot):
    waiting(form, qtbot)
    program.browsing.comes(None)
    qtbot.waitUntil(lambda: "did not come back within 5 minutes" in form.trouble.words())
    assert form.test.isEnabled()


def test_esc_and_cancel_end_the_wait_and_nothing_else(form, page, program, qtbot):
    for way in (lambda: qtbot.keyClick(form.browser.open, ESC), form.browser.cancel.click):
        program.browsing = Browsing()
        waiting(form, qtbot)
        way()
        assert program.browsing.cancelled
        assert not form.browser.isVisible()
        assert page._views["connect"].part is form
        assert form.test.isEnabled()
        assert form.trouble.words() == ""
        assert form.rows[0].input.text() == "key1"


def test_a_late_answer_of_an_attempt_that_was_called_off_changes_nothing(form, program, qtbot):
    waiting(form, qtbot)
    late = program.browsing
    form.browser.cancel.click()
    program.browsing = Browsing()
    waiting(form, qtbot)
    assert late.cancelled
    qtbot.wait(50)
    assert form.browser.isVisible(), "the new attempt goes on"
    assert form.introduction is None


def test_the_page_can_be_opened_again_and_copied(form, program, qtbot):
    program.has_browser = False
    waiting(form, qtbot)
    assert any("opened no browser" in words for words in shown_words(form))
    assert form.browser.copy.hasFocus()
    form.browser.copy.click()
    assert QGuiApplication.clipboard().text() == Browsing.page
    form.browser.open.click()
    assert program.said.count(("open", Browsing.page)) == 2


def test_an_address_is_pasted(form, program, qtbot):
    program.browsing = Browsing(pasted=TOKENS)
    waiting(form, qtbot)
    field = form.browser.field
    qtbot.keyClick(field.edit, ENTER)
    assert "missing" in field.error()
    field.edit.setText(f" {ADDRESS} ")
    qtbot.keyClick(field.edit, ENTER)
    qtbot.waitUntil(lambda: form.introduction is not None)
    assert program.browsing.addresses == [ADDRESS]
    assert program.browsing.cancelled, "nobody waits any more"
    assert field.text() == "", "the address holds a code"


def test_an_address_of_another_attempt(form, program, qtbot):
    program.browsing = Browsing(pasted=ChannelRefused(N_("This address does not belong here."), N_("Copy it whole.")))
    waiting(form, qtbot)
    form.browser.field.edit.setText("nonsense")
    form.browser.use.click()
    qtbot.waitUntil(lambda: "does not belong" in form.browser.field.error())
    assert form.browser.isVisible()
    assert form.browser.field.edit.hasFocus()
    program.browsing.comes(TOKENS)
    qtbot.waitUntil(lambda: form.introduction is not None)


def test_another_program_has_the_port(form, program, qtbot):
    program.browsing = Browsing(pasted=TOKENS)
    program.browsing.listens = False
    waiting(form, qtbot)
    program.browsing.comes(ChannelUnavailable(N_("Another program uses the port."), N_("Paste the address.")))
    qtbot.waitUntil(lambda: any("uses the port" in words for words in shown_words(form.browser)))
    assert form.browser.field.edit.hasFocus()
    form.browser.field.edit.setText(ADDRESS)
    form.browser.use.click()
    qtbot.waitUntil(lambda: form.introduction is not None)


def test_a_check_that_did_not_pass_wants_the_browser_again(form, program, qtbot):
    program.answer = WRONG_KEY
    waiting(form, qtbot)
    program.browsing.comes(TOKENS)
    qtbot.waitUntil(lambda: form.introduction is not None)
    assert form.wants_browser
    assert form.test.label() == "Sign in with Etsy"


def test_other_keys_want_the_browser_again(form, program, qtbot):
    waiting(form, qtbot)
    program.browsing.comes(TOKENS)
    qtbot.waitUntil(lambda: form.introduction is not None)
    assert not form.wants_browser
    qtbot.keyClicks(form.rows[0].input.edit, "x")
    assert form.wants_browser
    assert form.introduction is None


def test_called_off_while_the_keys_are_tried(form, page, program, qtbot):
    tried = threading.Event()
    program.before_sign_in = tried.wait
    typed(form)
    form.test.click()
    page._views["connect"].closing()
    tried.set()
    qtbot.waitUntil(lambda: program.browsing.cancelled)
    assert ("open", Browsing.page) not in program.said


def test_leaving_the_page_ends_the_wait(form, page, program, qtbot):
    waiting(form, qtbot)
    page._views["connect"].closing()
    assert program.browsing.cancelled
    assert form.rows[0].input.text() == ""


def test_signing_in_again_needs_no_key_typed(opened, db, program, qtbot):
    shop = add_shop(db, channel="etsy", name="Kiln & Tide", letter="E")
    page = opened(channels=(ETSY,))
    page.do("reconnect", shop.id)
    form = page._views["connect"].part
    assert any("Leave a field empty" in words for words in shown_words(form))
    form.test.click()
    qtbot.waitUntil(form.browser.isVisible)
    program.browsing.comes(TOKENS)
    qtbot.waitUntil(lambda: ("reconnect", shop.id) in program.said)
    assert ("sign in", shop.id) in program.said
    assert program.asked[-1].brought == TOKENS
    assert program.answer is PASSED


def test_etsy_first_and_then_the_second_shop(opened, db, program, qtbot):
    page = opened(channels=(ETSY, SHOPIFY))
    page.open("connect:etsy")
    view = page._views["connect"]
    assert view.header.title() == "First Etsy, then the second shop"
    assert view.part.info.key == "etsy"
    waiting(view.part, qtbot)
    program.browsing.comes(TOKENS)
    qtbot.waitUntil(lambda: view.part.introduction is not None)
    view.part.keep.click()
    qtbot.waitUntil(lambda: view.part is view.read)
    assert view.read.second.isVisible()
    qtbot.keyClick(view.read.second, SPACE)
    assert view.header.title() == "Connect the second shop"
    assert "products of Etsy" in view.header.note()
    assert view.part is view.choose
    page.open("connect")
    assert view.header.title() == "Connect a channel"


def test_what_the_channel_wants_to_be_said_stands_on_its_page(form):
    assert "The term 'Etsy' is a trademark of Etsy, Inc." in shown_words(form)


def test_everything_has_a_name(form, qtbot):
    waiting(form, qtbot)
    assert nameless(form) == []


def test_every_word_is_translated(qtbot, opened, qapp):
    with spoken_pseudo(qapp):
        page = opened(channels=(ETSY,))
        page.connect_one()
        view = page._views["connect"]
        view.chose("etsy/seller_app")
        waiting(view.part, qtbot)
        assert untranslated(view.part, ignoring={"cs_…"}) == []
