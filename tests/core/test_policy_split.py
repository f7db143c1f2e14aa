"""The offer policy where pieces are split: quotas, moves, waiting raises, and the reasons given."""

from dataclasses import replace

import pytest

from app.core.away import Away
from app.core.offer import HeldBack
from app.core.policy import Choice, Mode, Supply, plan
from tests.core.places import DAY, HOUR, explains, place, quantities, supply, targets, three


@pytest.mark.parametrize(
    ("available", "division"),
    [
        (0, [0, 0, 0]),
        (1, [1, 0, 0]),
        (2, [1, 1, 0]),
        (3, [1, 1, 1]),
        (5, [3, 1, 1]),
        (10, [5, 3, 2]),
        (999, [500, 300, 199]),
    ],
)
def test_a_product_that_is_split_for_the_first_time(available, division):
    made = plan(supply(available, choice=Choice.NEVER), three())[1]
    assert sum(targets(made)) == available
    assert targets(made) == pytest.approx(division, abs=1)
    assert quantities(made) == targets(made), "nothing was promised yet, so nothing waits"


def test_from_shared_to_split_everything_is_lowered_at_once():
    now = supply(10, 480 / HOUR, mode=Mode.SHARE, recent=200)
    decision, made = plan(now, three((10, 10, 10)))
    assert decision.mode is Mode.SPLIT
    assert quantities(made) == [5, 3, 2]


def test_the_last_piece_goes_where_the_claim_is_best():
    last = supply(1, choice=Choice.NEVER)
    assert targets(plan(last, three())[1]) == [1, 0, 0]
    assert targets(plan(last, [place(0), place(1), place(2, priority=1)])[1]) == [0, 0, 1]
    assert targets(plan(last, [place(0, off=True), place(1), place(2)])[1]) == [0, 1, 0]


def test_places_that_hold_enough_are_left_alone():
    for shows in ((5, 3, 2), (3, 3, 4), (4, 1, 5), (8, 1, 1)):
        made = plan(supply(10, 1 / HOUR, choice=Choice.NEVER), three(shows))[1]
        assert quantities(made) == list(shows)


def test_an_empty_place_gets_its_part_once_another_was_lowered():
    now = supply(8, 1 / HOUR, choice=Choice.NEVER)
    made = plan(now, three((6, 2, 0)))[1]
    assert targets(made) == [4, 2, 2]
    assert quantities(made) == [4, 2, 0], "the raise waits for the lowering"
    assert str(made[2].why) == "0 here for now, 2 as soon as the other places show less"
    lowered = [place(0, 4, bound=6), place(1, 2), place(2, 0)]
    assert quantities(plan(now, lowered)[1]) == [4, 2, 0], "confirmed, but not settled"
    assert quantities(plan(now, three((4, 2, 0)))[1]) == [4, 2, 2]


def test_a_donor_keeps_a_piece_unless_its_share_is_smaller():
    assert targets(plan(supply(1, choice=Choice.NEVER), three((0, 0, 1)))[1]) == [1, 0, 0]
    assert targets(plan(supply(1, choice=Choice.NEVER), three((1, 0, 0)))[1]) == [1, 0, 0]
    assert targets(plan(supply(2, choice=Choice.NEVER), three((0, 2, 0)))[1]) == [1, 1, 0]


def test_what_arrives_is_spread_where_it_lacks():
    made = plan(supply(100, choice=Choice.NEVER), three((2, 1, 1)))[1]
    assert quantities(made) == [50, 30, 20]


def test_floats_keep_a_busy_place_from_running_dry():
    slow = plan(supply(30, 3 / DAY, choice=Choice.NEVER), three((1, 14, 15)))[1]
    assert quantities(slow) == [1, 14, 15], "one is enough where one sells a day"
    busy = supply(30, 480 / HOUR, choice=Choice.NEVER)
    assert targets(plan(busy, three((1, 14, 15)))[1])[0] == 15


def test_before_leaving_everything_is_given_out():
    made = plan(supply(10, 1 / HOUR, away=Away()), three((2, 1, 5)))[1]
    assert targets(made) == [5, 3, 2]
    assert quantities(made) == [4, 1, 2], "two are free now, the three from Etsy are not yet"


def test_held_back_is_taken_off_the_split_once():
    held = HeldBack(base=2)
    assert sum(targets(plan(supply(10, choice=Choice.NEVER), three(held=held))[1])) == 8
    made = plan(
        supply(3, choice=Choice.NEVER), [place(0, held=HeldBack(base=1)), place(1, held=HeldBack(base=1, extra=2))]
    )[1]
    assert targets(made) == [2, 0], "what is held back extra is hidden from that place alone"


def test_a_bundle_takes_its_part_in_pieces():
    made = plan(supply(20, choice=Choice.NEVER), [place(0), place(1, per_piece=3), place(2, cap=1)])[1]
    pieces = made[0].target + 3 * made[1].target + made[2].target
    assert 19 <= pieces <= 20
    assert str(made[1].why).endswith(
        f"{3 * made[1].target} of 20 here, because you want it never oversold; 3 pieces in each make {made[1].target}"
    )


def test_what_a_bundle_cannot_use_is_for_the_others():
    made = plan(supply(20, choice=Choice.NEVER), [place(0), place(1, per_piece=2, others=3)])[1]
    assert targets(made) == [14, 3]
    assert str(made[1].why) == "split: 6 of 20 here, because its other parts allow no more; 2 pieces in each make 3"
    made = plan(supply(1, choice=Choice.NEVER), [place(0, rate_per_s=0.1), place(1, rate_per_s=0.9, others=0)])[1]
    assert targets(made) == [1, 0], "though more of it are sold there"


def test_what_cannot_be_sold_is_no_risk():
    assert plan(supply(2), three())[0].risk > 0
    assert plan(supply(2), [place(0), place(1, others=0), place(2, others=0)])[0].risk == 0


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"choice": Choice.NEVER}, "split: 1 of 2 here, because you want it never oversold"),
        ({"away": Away()}, "split: 1 of 2 here, because Plimsoll will soon be out of reach"),
        ({"rate": 0.0, "recent": 0}, "split: 1 of 2 here, because it is not known yet how fast it sells"),
        ({"rate": 120 / HOUR}, "split: 1 of 2 here, because few are left for how fast they sell"),
        ({"rate": 1 / HOUR}, "split: 1 of 2 here, because Etsy was 6 minutes behind"),
    ],
)
def test_why_a_product_is_split(more, why):
    slow = [place(0, 1), place(1, 1), place(2, window_s=360.0 if more.get("rate") == 1 / HOUR else 8.0)]
    assert str(plan(supply(2, **more), slow)[1][0].why) == why


def test_what_its_own_buyers_take_is_put_on_in_one_step():
    """Their pieces promise nobody more: it takes no free piece, but not more may be promised already than there is."""
    short = [place(0, 1, untaken=6), place(1, 1)]
    made = plan(supply(2, choice=Choice.NEVER), short)[1]
    assert (made[0].quantity, made[0].target) == (7, 7)
    made = plan(supply(1, choice=Choice.NEVER), short)[1]
    assert made[0].quantity == 6, "the other place holds the only piece"
    made = plan(supply(0, choice=Choice.NEVER), short)[1]
    assert made[0].quantity == 1, "the other place promises a piece that is not there"


@pytest.mark.parametrize("choice", [Choice.NEVER, Choice.SHARE])
@pytest.mark.parametrize(("on_hand", "shown"), [(0, 0), (2, 2), (3, 3)])
def test_what_is_not_there_even_for_its_own_buyers_is_shown_to_nobody(choice, on_hand, shown):
    now = Supply(on_hand=on_hand, committed=3, rate_per_s=12 / HOUR, choice=choice)
    for shows in (3, 0):
        made = plan(now, [place(0, shows, untaken=3), place(1, 0)])[1]
        assert (quantities(made), targets(made)) == ([shown, 0], [shown, 0])
        if on_hand < 3:
            sum_ = f"{on_hand} on hand, 3 committed, 3 of them not yet taken off here, 0 held back: {shown} here"
            assert str(made[0].why) == sum_


def test_where_all_is_held_back_the_sum_says_so_in_a_split_too():
    held = [place(at, 0, held=HeldBack(base=1)) for at in (0, 1)]
    assert [str(offer.why) for offer in plan(supply(1, choice=Choice.NEVER), held)[1]] == [
        "1 on hand, 0 committed, 1 held back: 0 here"
    ] * 2


def test_what_the_channel_takes_off_by_itself_stays_on_its_number():
    made = plan(supply(2, choice=Choice.NEVER), [place(0, 3, untaken=2), place(1, 1)])[1]
    assert quantities(made) == [3, 1], "one to sell and two that are sold"
    assert str(made[0].why).endswith("; with 2 not yet taken off: 3")


def test_what_is_promised_already_is_no_exposure():
    """Four on hand, two of them sold at the first place: two are free, one is shown, so one may still be given."""
    now = Supply(on_hand=4, committed=2, choice=Choice.NEVER, rate_per_s=1 / DAY)
    made = plan(now, [place(0, 3, untaken=2), place(1, 0)])[1]
    assert quantities(made) == [3, 1]


def test_a_place_that_sold_nothing_yet_gets_its_part():
    made = plan(supply(40, choice=Choice.NEVER), [place(0), place(1, rate_per_s=0.0)])[1]
    assert targets(made) == [38, 2]


# A place with a quota of its own beside others that share


def test_a_late_place_has_a_quota_while_the_others_share():
    late = [place(0, 16), place(1, 16), place(2, 4, fixed_quota=True)]
    decision, made = plan(supply(20, 1 / HOUR, mode=Mode.SHARE), late)
    assert decision.mode is Mode.SHARE
    assert quantities(made) == [16, 16, 4]
    assert str(made[0].why) == "20 on hand, 0 committed, 0 held back, 4 set aside for other places: 16 here"
    assert str(made[2].why) == "4 of 20 set aside here, because its number follows late"


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("available", range(1, 9))
def test_the_mode_does_not_hang_on_what_it_changes(mode, available):
    """Shared, the late place gets a piece, which leaves fewer to the others: that must not split them again."""
    now = supply(available, 60 / (7 * DAY), mode=mode)
    places = [place(0), place(1), place(2, fixed_quota=True)]
    modes = []
    for _ in range(8):
        decision, made = plan(now, places)
        modes.append(decision.mode)
        now = replace(now, mode=decision.mode)
        places = [replace(one, shows=o.quantity, bound=o.quantity) for one, o in zip(places, made, strict=True)]
    assert len(set(modes[1:])) == 1


def test_a_late_place_is_filled_only_after_the_others_were_lowered():
    now = supply(20, 1 / HOUR, mode=Mode.SHARE)
    late = place(2, 0, fixed_quota=True)
    made = plan(now, [place(0, 20), place(1, 20), late])[1]
    assert (quantities(made), targets(made)) == ([16, 16, 0], [16, 16, 4])
    made = plan(now, [place(0, 16), place(1, 16, bound=20), late])[1]
    assert quantities(made) == [16, 16, 0], "one of the two is not settled"
    assert quantities(plan(now, [place(0, 16), place(1, 16), late])[1]) == [16, 16, 4]


def test_the_sum_names_no_more_set_aside_than_there_is():
    late = [place(0, 1, fixed_quota=True), place(1, 1, untaken=1, held=HeldBack(base=1))]
    made = plan(Supply(on_hand=1, committed=0, choice=Choice.SHARE, rate_per_s=1 / DAY), late)[1]
    assert made[1].quantity == 1, "the piece that is promised here stays"
    explains(supply(1), late[1], made[1])


def test_those_who_share_are_raised_only_beside_what_the_late_place_may_sell():
    now = supply(20, 1 / HOUR, mode=Mode.SHARE)
    made = plan(now, [place(0, 5), place(1, 5), place(2, 4, bound=9, fixed_quota=True)])[1]
    assert (quantities(made), targets(made)) == ([11, 11, 4], [16, 16, 4])


# Writes that wipe out what they do not know


def test_a_blind_place_goes_by_way_of_zero():
    blind = place(2, 5, overwrites=True)
    made = plan(supply(8, choice=Choice.NEVER, away=Away()), [place(0, 2), place(1, 1), blind])[1]
    assert made[2].target == 2
    assert made[2].quantity == 0, "setting 2 would promise 5 + 2"
    frozen = place(2, 0, bound=5, overwrites=True)
    assert plan(supply(8, choice=Choice.NEVER), [place(0, 2), place(1, 1), frozen])[1][2].quantity == 0, "not drained"
    drained = place(2, 0, overwrites=True)
    assert plan(supply(8, choice=Choice.NEVER), [place(0, 2), place(1, 1), drained])[1][2].quantity > 0


def test_a_blind_place_is_set_at_once_where_there_is_room_for_its_whole_number():
    blind = place(2, 1, overwrites=True)
    made = plan(supply(100, choice=Choice.NEVER), [place(0, 20), place(1, 20), blind])[1]
    assert made[2].quantity == made[2].target == 20
    part = plan(supply(44, choice=Choice.NEVER), [place(0, 20), place(1, 17), blind])[1][2]
    assert (part.quantity, part.target) == (6, 6), "there is room for six more beside the one it shows"
    stays = plan(supply(2, choice=Choice.NEVER), [place(0, off=True), place(1, off=True), blind])[1][2]
    assert (stays.quantity, stays.target) == (1, 1), "setting 2 would promise three, and one is shown meanwhile"
