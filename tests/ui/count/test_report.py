"""After counting: figures by month and count, and reports that say the same in three forms."""

from datetime import timedelta

import pytest

from app import counting
from app.core.counting import Kind, Tolerance
from app.store import count_figures, counts, settings
from app.store.database import transaction
from app.ui.count import report
from app.ui.count.past import PastCounts
from app.ui.papers import printing
from app.ui.papers.paper import write_paper
from app.ui.words import money
from tests.life import NOW, later
from tests.ui.count.conftest import stocked


@pytest.fixture
def count(db, shop):
    """Mugs: two missing and one damaged, at 3.20 each. Tiles agree. A jug gets its first number."""
    jug = stocked(db, "JUG", None, "Shelf A")
    number, _ = counting.begin(
        db,
        name="Shelf A <all>",
        kind="shelf",
        products=[shop["MUG"], shop["TILE"], jug],
        tolerance=Tolerance(),
        now=NOW,
    )
    with transaction(db):
        settings.put(db, settings.COST, "320 GBP", product=shop["MUG"], now=NOW)
    acts = ((shop["MUG"], Kind.SET, 7), (shop["MUG"], Kind.DAMAGED, 1), (shop["TILE"], Kind.SET, 8), (jug, Kind.SET, 5))
    for minute, (product, kind, pieces) in enumerate(acts):
        counting.put(db, number, product, kind, pieces, shelf="Shelf A", now=later(minute))
    assert counting.close(db, number, "Shelf A", now=later(300)) == []
    counting.post_shelf(db, number, "Shelf A", batch="count/1", now=later(301))
    counting.finish(db, number, now=later(302))
    return number


def test_figures_of_a_count(db, count, shop):
    rows = count_figures.settled(db, count=count)
    found = count_figures.figures(db, rows)
    assert (found.lines, found.equal, found.missing, found.surplus) == (2, 1, 3, 0)
    assert found.seconds_per_100 == 100 * 180 / 2
    assert count_figures.worth(rows) == {"GBP": -640}
    assert count_figures.reasons(rows) == {"counted": 2, "broken": 1}
    ((month, of_month),) = count_figures.months(db, now=NOW)
    assert (month, len(of_month)) == (count_figures.month_of(NOW), 3)
    kept = count_figures.differences(db, since=NOW - timedelta(days=1), until=later(3600))
    assert kept == {shop["MUG"]: [-2], shop["TILE"]: [0]}


def test_what_was_taken_back_is_not_in_the_figures(db, count):
    counting.undo_posting(db, "count/1", now=later(400))
    assert count_figures.settled(db, count=count) == []


def test_a_report_says_the_same_in_three_forms_and_nothing_in_it_is_markup(qapp, db, count, tmp_path):
    made = report.of_count(db, counts.session(db, count))
    assert made.parts[0].sentences[:3] == (
        "1 of 2 agreed: 50 %.", "3 pieces missing or damaged, 0 more than expected.", f"At cost: {money(-640, 'GBP')}.",
    )  # fmt: skip
    assert str(NOW.year) in made.note, 'a paper is kept: it says no "today"'
    for name in ("a.md", "a.html", "a.pdf"):
        write_paper(made, tmp_path / name)
    text, page = (tmp_path / "a.md").read_text(), (tmp_path / "a.html").read_text()
    assert f"| MUG | Mug | −2 | 1 | {money(-640, 'GBP')} | Near enough |" in text
    assert text.startswith("# Shelf A \\<all\\>")
    assert "<h1>Shelf A &lt;all&gt;</h1>" in page
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "a.pdf").stat().st_size > 2000


def test_a_folder_that_refuses_is_told(page, db, count, tmp_path, monkeypatch):
    told = []
    page.bridge.trouble.connect(told.append)
    dialog = PastCounts(page, page.bridge)
    for name in ("x.md", "x.pdf"):
        assert not dialog.write(counts.session(db, count), tmp_path / "nowhere" / name)
    assert len(told) == 2
    asked = []
    monkeypatch.setattr(printing, "ask_printer", lambda _parent, title, _pages: asked.append(title))
    dialog.print.click()
    assert asked == [dialog._chosen().title], "what is written can be printed"
    assert dialog.months.model().index(0, 2).data() == "50 %"
    assert dialog.words.text().startswith("1 of 2 agreed")
