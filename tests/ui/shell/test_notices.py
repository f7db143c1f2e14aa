"""Which bar is shown, and what it says and does."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from app.core.alerts import AlarmKind
from app.core.away import Away
from app.core.text import N_
from app.store.absence import Absence
from app.store.alarms import Rung
from app.store.health import Pulse
from app.store.incidents import IncidentRow
from app.store.leaving import Leave, Open, Unconfirmed, Way
from app.ui.shell.facts import Facts
from app.ui.shell.news import news, spread
from app.ui.shell.notices import Act, Grade, notices
from tests.life import NOW
from tests.ui.shell.test_sending import DOWN, TWO_SEND, shop

LONG = NOW - timedelta(minutes=3)
SHORTLY = NOW - timedelta(seconds=20)


def incident(number=7, *, title="Speckled mug 350 ml", on_hand=11, committed=14):
    return IncidentRow(
        id=number, sku="MUG", title=title, opened_at=NOW, closed_at=None, note="", on_hand=on_hand,
        committed=committed, orders=3, product_id=number, joined_to=None,
    )  # fmt: skip


def said(facts, **more):
    return [
        (notice.grade, str(notice.sentence), str(notice.action), notice.act, notice.what)
        for notice in notices(facts, now=NOW, **more)
    ]


def top(facts, **more):
    found = said(facts, **more)
    return found[0] if found else None


def test_nothing_to_say():
    assert said(Facts(standings=(shop(),))) == []


def test_offline():
    facts = Facts(standings=(shop(1, waiting=2, **DOWN), shop(2, waiting=1, **DOWN)))
    assert top(facts) == (
        Grade.OFFLINE, "You are offline. 3 updates wait here.", "Try now", Act.TRY_NOW, None,
    )  # fmt: skip
    idle = Facts(standings=(shop(1, **DOWN), shop(2, **DOWN)))
    assert top(idle)[1] == "You are offline. Work on this computer goes on."


def test_signed_out():
    facts = Facts(standings=(shop(3, name="Etsy", trouble="signed_out"),))
    assert top(facts) == (
        Grade.TROUBLE, "Etsy needs you to sign in. It gets no updates.", "Sign in", Act.SHOW_SHOP, 3,
    )  # fmt: skip


def test_a_shop_that_refuses():
    facts = Facts(standings=(shop(3, name="Etsy", trouble="refused"),))
    assert top(facts)[1:] == ("Etsy refused what Plimsoll asked.", "See why", Act.SHOW_SHOP, 3)


@pytest.mark.parametrize(
    ("since", "waiting", "sentence"),
    [
        (LONG, 1, "Woo does not answer. 1 update waits here."),
        (LONG, 4, "Woo does not answer. 4 updates wait here."),
        (LONG, 0, "Woo does not answer. Plimsoll tries again by itself."),
        (SHORTLY, 4, None),  # it may be over in a moment
    ],
)
def test_a_shop_that_does_not_answer(since, waiting, sentence):
    facts = Facts(standings=(shop(1, waiting=waiting, trouble_since=since, **DOWN), shop(2)))
    found = top(facts)
    assert (found and found[1]) == sentence


def test_what_a_paused_shop_does_is_no_trouble():
    assert said(Facts(standings=(shop(1, mode="paused", trouble="refused"),))) == []


def test_another_computer_that_is_also_plimsoll_for_a_shop():
    facts = Facts(standings=(shop(2), TWO_SEND))
    (found,) = notices(facts, now=NOW)
    assert found.grade is Grade.TROUBLE
    assert str(found.sentence) == (
        "Another computer is also Plimsoll for Woo. Nothing is sent there from here until you decide."
    )
    assert (str(found.action), found.act, found.place) == ("Decide", Act.SHOW_PLACE, ("channels", ("live", 3)))
    assert TWO_SEND.needs_a_look(NOW)
    (told,) = news(Facts(standings=(shop(2),)), facts, expected=False)
    assert (str(told.sentence), told.pressing, told.outside) == (str(found.sentence), True, True)
    assert news(facts, facts, expected=False) == []
    heard, shown = [], []
    spread([told], lambda *said, **how: heard.append((said, how)), lambda: SimpleNamespace(say=shown.append))
    assert heard == [((str(found.sentence),), {"pressing": True})]
    assert shown == [str(found.sentence)], "also where the window is out of sight"
    seen = shop(3, mode="looking", settings={"another": "seen"})
    assert said(Facts(standings=(seen,))) == [], "it was decided"
    assert not seen.needs_a_look(NOW)


def test_a_shop_that_sold_more_than_it_showed():
    facts = Facts(standings=(replace(shop(3, name="Etsy"), beyond=1), shop(2)))
    assert top(facts) == (
        Grade.TROUBLE,
        "Etsy sold more of 1 product than it showed. Plimsoll reads it there before it raises it anywhere.",
        "What to do",
        Act.SHOW_SHOP,
        3,
    )
    assert facts.standings[0].needs_a_look(NOW)
    assert not facts.standings[1].needs_a_look(NOW)
    (found,) = news(Facts(standings=(shop(3, name="Etsy"),)), facts, expected=False)
    assert str(found.sentence) == "Etsy sold more of 1 product than it showed."
    assert news(facts, facts, expected=True) == []


def test_a_mass_change():
    facts = Facts(standings=(shop(4, held=21),))
    assert top(facts)[1:] == (
        "21 products were changed on Woo from outside. Plimsoll sends nothing there until you decide.",
        "Decide", Act.SHOW_SHOP, 4,
    )  # fmt: skip
    one = Facts(standings=(shop(4, held=1),))
    assert top(one)[1].startswith("1 product was changed on Woo")


def test_another_computer_sends():
    facts = Facts(standings=(shop(),), sends_here=False)
    assert top(facts)[1:4] == (
        "Another computer sends for this inventory. Nothing is sent from here.",
        "Send from here", Act.SEND_FROM_HERE,
    )  # fmt: skip
    assert said(Facts(sends_here=False)) == []


def test_oversold():
    assert top(Facts(incidents=(incident(),))) == (
        Grade.DANGER, "Speckled mug 350 ml is oversold by 3.", "Open incident 7", Act.SHOW_INCIDENT, 7,
    )  # fmt: skip
    two = Facts(incidents=(incident(8), incident(7)))
    assert top(two)[1:] == ("2 products are oversold.", "Open incidents", Act.SHOW_INCIDENT, None)
    covered = Facts(incidents=(incident(on_hand=14),))
    assert said(covered) == []


def test_the_incident_in_view_is_not_mentioned_once_more():
    facts = Facts(incidents=(incident(8), incident(7)))
    assert top(facts, incident_in_view=8)[4] == 7
    assert said(Facts(incidents=(incident(7),)), incident_in_view=7) == []


def test_the_number_of_an_incident_is_a_name_not_an_amount():
    assert top(Facts(incidents=(incident(1234),)))[2] == "Open incident 1234"


def test_sample_shop():
    facts = Facts(standings=(shop(),), sample=True)
    assert top(facts) == (
        Grade.SAMPLE, "Sample shop. Nothing is sent to any channel.", "Leave", Act.LEAVE_SAMPLE, None,
    )  # fmt: skip


def test_the_most_serious_comes_first():
    everything = Facts(
        standings=(
            shop(1, **DOWN, trouble_since=LONG, held=20),
            shop(2, **DOWN, trouble_since=LONG),
        ),
        incidents=(incident(),),
        sample=False,
        sends_here=False,
    )
    grades = [notice.grade for notice in notices(everything, now=NOW)]
    assert grades == sorted(grades)
    assert [notice.act for notice in notices(everything, now=NOW)] == [
        Act.TRY_NOW,  # offline
        Act.TRY_NOW, Act.TRY_NOW,  # each shop
        Act.SHOW_SHOP,  # held
        Act.SEND_FROM_HERE,
        Act.SHOW_INCIDENT,
    ]  # fmt: skip


def test_signing_in_comes_before_waiting():
    facts = Facts(
        standings=(
            shop(1, **DOWN, trouble_since=LONG),
            shop(2, trouble="refused"),
            shop(3, trouble="signed_out"),
            shop(4),
        )
    )
    assert [notice.what for notice in notices(facts, now=NOW)] == [3, 2, 1]


def ringing(number=3, **more):
    rung = Rung(
        shop=number, kind=AlarmKind.FAILING, rang_at=NOW, ended_at=None,
        why=N_("3 of the last 50 calls to Etsy failed."), ends=N_("It ends after 9 more calls that go well."),
        first_call=1, last_call=50,
    )  # fmt: skip
    return replace(shop(number, name="Etsy", **more), alarms=(rung,))


def test_an_alarm_is_said_with_its_reason():
    facts = Facts(standings=(ringing(),))
    assert top(facts) == (Grade.TROUBLE, "3 of the last 50 calls to Etsy failed.", "See why", Act.SHOW_SHOP, 3)
    assert ringing().needs_a_look(NOW)


def test_an_alarm_keeps_quiet_where_the_shop_says_it_itself_or_is_paused():
    assert len(said(Facts(standings=(ringing(trouble="refused"),)))) == 1
    assert said(Facts(standings=(ringing(mode="paused"),))) == []


def test_a_shop_whose_orders_are_not_heard_of_is_late():
    heard = replace(shop(1), pulse=Pulse(heard_at=NOW - timedelta(seconds=40)))
    assert heard.behind(NOW) == timedelta(seconds=40)
    assert heard.ages
    assert not heard.late(NOW)
    assert heard.late(NOW + timedelta(minutes=3))


@pytest.mark.parametrize(("days", "told"), [(15, False), (13, True), (1, True), (-2, True)])
def test_a_sign_in_that_ends_soon(days, told):
    ends = {"sign_in_ends": (NOW + timedelta(days=days)).isoformat()}
    facts = Facts(standings=(shop(3, name="Etsy", settings=ends),))
    found = top(facts)
    assert (found is not None) is told
    if found is not None:
        sentence = (
            "Etsy wants you to sign in again before {}."
            if days > 0
            else "The sign-in to Etsy ended on {}. Sign in again."
        )
        day = (NOW + timedelta(days=days)).astimezone().date()
        assert found == (Grade.TROUBLE, sentence.format(day), "Sign in", Act.SHOW_SHOP, 3)


def test_a_shop_that_is_signed_out_is_told_of_once():
    ends = {"sign_in_ends": NOW.isoformat()}
    facts = Facts(standings=(shop(3, name="Etsy", settings=ends, trouble="signed_out"),))
    assert [sentence for _, sentence, *_ in said(facts)] == ["Etsy needs you to sign in. It gets no updates."]


LATE = NOW + timedelta(minutes=4)
UNCONFIRMED = Unconfirmed(listing=1, shop=1, sku="MUG", title="Mug", shows=3, should=1, state=Open.TELL)


def away(**more):
    told = {"id": 3, "left_at": NOW - timedelta(hours=14), "back_at": NOW, "messages": 0, "orders": 0, "pieces": 0}
    return Absence(**{**told, "incidents": 0, "caught_up": True, **more})


def test_what_came_while_nobody_was_here():
    facts = Facts(standings=(shop(),), away=away(orders=2, pieces=5, messages=4))
    grade, sentence, action, act, what = top(facts)
    assert (grade, action, act, what) == (Grade.AWAY, "Close", Act.CLOSE_AWAY, 3)
    assert sentence.startswith("While you were away (2026-05-14 00:32 to 2026-05-14 14:32): 2 orders were booked")
    assert sentence.endswith("5 pieces sold. Nothing is oversold. The relay kept 4 messages.")
    told = away(orders=7, pieces=7, compared_at=LATE, unconfirmed=(UNCONFIRMED, UNCONFIRMED))
    sentence = top(replace(facts, away=told))[1]
    assert sentence.endswith(
        "Nothing is oversold. Last compare 2026-05-14 14:36. 2 numbers were not confirmed when you left: see Today."
    )
    oversold = replace(facts, away=away(orders=1, pieces=1, incidents=1))
    assert "1 order was booked, 1 piece sold, and something is oversold." in top(oversold)[1]
    assert top(replace(facts, away=away()))[1].endswith("nothing was sold.")


def test_what_was_prepared_holds_until_it_is_shared_again():
    leave = Leave(away=Away(), way=Way.EVENING, since=NOW, until=NOW + timedelta(hours=17))
    grade, sentence, action, act, _ = top(Facts(standings=(shop(),), prepared=leave))
    assert (grade, action, act) == (Grade.DUE, "Share again", Act.SHARE_AGAIN)
    assert sentence.startswith("Prepared for your absence: until 2026-05-15 07:32 the pieces that may run out")
    assert "each piece is shown" in top(Facts(standings=(shop(),), prepared=replace(leave, until=None)))[1]


def test_nothing_is_said_of_it_before_every_shop_was_read_or_in_the_sample_shop():
    assert said(Facts(standings=(shop(),), away=away(caught_up=False))) == []
    assert all(grade is not Grade.AWAY for grade, *_ in said(Facts(sample=True, away=away())))
