"""Which of the five areas leads."""

import pytest

from app.core.today import (
    Area,
    Grade,
    ShopLinks,
    counts_grade,
    floors_grade,
    incidents_grade,
    leading,
    links_grade,
    sync_grade,
)


@pytest.mark.parametrize(
    ("grades", "leads"),
    [
        ((3, 3, 3, 3, 3), None),
        ((0, 1, 1, 1, 2), (Area.INCIDENTS, Grade.NOW)),
        ((2, 3, 1, 1, 2), (Area.LINKS, Grade.LOOK)),
        ((3, 1, 1, 1, 2), (Area.SYNC, Grade.LOOK)),
        ((3, 3, 2, 1, 2), (Area.FLOORS, Grade.LOOK)),
        ((3, 3, 3, 3, 2), (Area.COUNTS, Grade.DUE)),
    ],
)
def test_the_worst_leads_and_of_equals_the_first(grades, leads):
    stands = [(area, Grade(grade)) for area, grade in zip(Area, grades, strict=True)]
    assert leading(stands[::-1]) == leads


def test_how_each_area_stands():
    assert [incidents_grade(open_ones=a, short=b) for a, b in ((0, 0), (2, 0), (2, 1))] == [3, 2, 0]
    assert [sync_grade(to_look_at=n) for n in (0, 1)] == [3, 1]
    assert [floors_grade(under=u, at=a) for u, a in ((0, 0), (0, 2), (1, 0))] == [3, 2, 1]
    assert [counts_grade(due=d, open_ones=o) for d, o in ((0, 0), (1, 0), (0, 1))] == [3, 2, 2]
    kinds = ({}, {"unlinked": 2}, {"broken": 1}, {"unbooked": 1, "unlinked": 3})
    assert [links_grade([ShopLinks(shop=1, **kind)]) for kind in kinds] == [3, 2, 1, 1]
    assert links_grade([]) is Grade.QUIET
