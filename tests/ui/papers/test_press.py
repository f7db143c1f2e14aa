"""Papers on pages: whole rows, headings with what they head, heads again on each page, numbers of pages."""

from itertools import pairwise

import pytest
from PySide6.QtPrintSupport import QPrinter

from app.ui.papers import printing
from app.ui.papers.columns import widths
from app.ui.papers.paper import as_html, as_markdown, write_paper
from app.ui.papers.parts import Paper, Part, Table
from app.ui.papers.press import ROOM, Face, pages, printed
from app.ui.papers.printing import PrintButton

LONG = "Handthrown stoneware bowl with cobalt glaze and an unglazed foot ring, extra large, of the winter edition"


def order(rows):
    lines = tuple((f"SKU-{place:03d}", LONG if place % 3 else "Mug", str(place)) for place in range(rows))
    return Paper(title="Order", parts=(Part(title="A", table=Table(("SKU", "Product", "Pieces"), lines, (2,))),))


def words(page):
    return [cell.words for _, piece in page for cell in piece.cells]


def test_no_row_is_cut_and_the_heads_stand_on_every_page(qapp):
    made = pages(order(90))
    assert len(made) > 2
    for page in made:
        assert all(down >= ROOM.top() and down + piece.height <= ROOM.bottom() for down, piece in page)
        assert all(one + above.height <= two + 0.01 for (one, above), (two, _) in pairwise(page))
        assert words(page).count("Product") == 1
    skus = [said for page in made for said in words(page) if said.startswith("SKU-")]
    assert skus == [f"SKU-{place:03d}" for place in range(90)]


def test_no_heading_ends_a_page(qapp):
    for lines in range(32, 46):  # so that the second part begins at every height of a page's end
        first = Part(title="One", sentences=("Said.",) * lines)
        table = Part(title="Two", table=Table(("Head",), (("Cell",),)))
        for page in pages(Paper(title="P", parts=(first, table))):
            assert page[-1][1].cells[0].face not in (Face.HEADING, Face.HEAD), f"{lines} lines before it"


@pytest.mark.parametrize("word", ["word ", "x"])
def test_what_no_page_can_hold_goes_on_on_the_next_one_and_nothing_is_lost(qapp, word):
    much = (word * 9000).strip()
    row = Part(title="A", table=Table(("A", "B"), ((much, "1"),)))
    made = pages(Paper(title="P", parts=(row, Part(title="B", sentences=(much,)))))
    assert all(down + piece.height <= ROOM.bottom() for page in made for down, piece in page)
    letters = "".join("".join(words(page)) for page in made)
    assert letters.replace(" ", "").count(word.strip()) == 18000


def test_columns_fill_the_page_and_break_no_word_that_fits():
    assert sum(widths([(40, 90), (30, 300), (20, 20)], 500, 10)) == pytest.approx(480)
    narrow = widths([(40, 90), (60, 2000), (35, 60)], 400, 10)
    assert narrow[0] == pytest.approx(90), "what wants little gets it"
    assert narrow[2] == pytest.approx(60)
    assert sum(narrow) == pytest.approx(380)
    eight = widths([(50, 90)] * 7 + [(4000, 4000)], 500, 10)
    assert eight[0] < 50, "only where even the words do not fit"
    assert sum(eight) == pytest.approx(430)


def test_numbers_stand_at_the_right_in_all_three(qapp):
    paper = order(1)
    row = pages(paper)[0][-1][1]
    assert [cell.right for cell in row.cells] == [False, False, True]
    assert "| --- | --- | ---: |" in as_markdown(paper)
    assert '<td class="n">0</td>' in as_html(paper)


def test_every_page_has_its_number(qapp, tmp_path):
    paper = order(60)
    made = printed(paper)
    assert [words(page)[-2:] for page in made] == [["Order", f"Page {page} of 3"] for page in (1, 2, 3)]
    write_paper(paper, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes().count(b"/Type /Page\n") == len(made)


def test_a_paper_of_a_title_alone_is_one_page(qapp):
    assert words(pages(Paper(title="Alone"))[0]) == ["Alone"]


@pytest.fixture
def troubles():
    return []


@pytest.fixture
def button(qtbot, theme, troubles):
    found = PrintButton(lambda: order(60), troubles.append)
    qtbot.addWidget(found)
    return found


def test_a_paper_is_printed_through_the_systems_own_dialog(button, tmp_path, monkeypatch, troubles):
    asked = []

    def printer(_parent, title, pages):
        asked.append((title, pages))
        found = QPrinter(QPrinter.PrinterMode.HighResolution)
        found.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        found.setOutputFileName(str(tmp_path / "printed.pdf"))
        return found

    monkeypatch.setattr(printing, "ask_printer", printer)
    button.click()
    assert asked == [("Order", 3)]
    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") == 3
    assert troubles == []


def test_it_can_be_called_off_and_a_printer_that_takes_nothing_is_said(button, monkeypatch, troubles, qtbot):
    monkeypatch.setattr(printing, "ask_printer", lambda *_about: None)
    button.click()
    assert troubles == []
    monkeypatch.setattr(printing, "ask_printer", lambda *_about: QPrinter())
    monkeypatch.setattr(printing, "draw", lambda *_about: False)
    button.click()
    assert [str(error.title) for error in troubles] == ["The printer takes nothing."]
    nothing = PrintButton(lambda: None, troubles.append)
    qtbot.addWidget(nothing)
    nothing.click()
    assert len(troubles) == 1, "nothing is shown, so nothing is printed"
