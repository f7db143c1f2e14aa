"""A paper on pages of A4: no row is cut by the end of a page, no heading stands alone, and each page has its number.

All measures are points of the page, an inch having 72 of them; the painter is scaled to them.
"""

import errno
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
    QTextOption,
)

from app.ui.papers.columns import widths
from app.ui.papers.ink import FAINT, LETTERS, RULE
from app.ui.papers.parts import Paper, Part, Table
from app.ui.words import tr

WIDTH, HEIGHT = 595.0, 842.0
EDGE, TOP, BOTTOM, FOOT = 51.0, 51.0, 60.0, 36.0
ROOM = QRectF(EDGE, TOP, WIDTH - 2 * EDGE, HEIGHT - TOP - BOTTOM)
_GAP, _PAD, _INDENT = 12.0, 4.0, 20.0
_LONG = 2000  # letters of a paragraph that fit a page in any case
_DPI, _POINTS = 300, 72


class Face(Enum):
    """Size in points, weight, colour, and the line's height as a share of the font's."""

    TITLE = (17.0, QFont.Weight.DemiBold, LETTERS, 1.0)
    HEADING = (12.0, QFont.Weight.DemiBold, LETTERS, 1.0)
    WORDS = (10.0, QFont.Weight.Normal, LETTERS, 1.15)
    NOTE = (10.0, QFont.Weight.Normal, FAINT, 1.15)
    CELL = (9.0, QFont.Weight.Normal, LETTERS, 1.05)
    HEAD = (9.0, QFont.Weight.DemiBold, FAINT, 1.05)
    FOOT = (8.0, QFont.Weight.Normal, FAINT, 1.0)

    @property
    def font(self) -> QFont:
        """In points of the page, whatever it is drawn on."""
        font = QFont("Inter", weight=self.value[1])
        font.setPixelSize(round(self.value[0]))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # else widths are those of a screen
        return font

    @property
    def colour(self) -> QColor:
        """Of its letters."""
        return self.value[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Words in a column of the page."""

    words: str
    left: float = EDGE
    width: float = ROOM.width()
    face: Face = Face.WORDS
    right: bool = False

    def laid(self) -> tuple[QTextLayout, float]:
        """Its lines, and how high they are. Words too long for the column are broken."""
        option = QTextOption(Qt.AlignmentFlag.AlignRight if self.right else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(self.words, self.face.font)
        layout.setTextOption(option)
        layout.beginLayout()
        down = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width)
            line.setPosition(QPointF(0, down))
            down += line.height() * self.face.value[3]
        layout.endLayout()
        return layout, down


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What stays together on one page.

    `follows`: what comes next begins on the same page. `heads`: said again above it where it begins a page.
    """

    cells: tuple[Cell, ...]
    above: float = 0.0
    pad: float = 0.0
    rule: bool = False
    follows: bool = False
    heads: "Piece | None" = None

    @property
    def height(self) -> float:
        """Without the space above it."""
        return max((cell.laid()[1] for cell in self.cells), default=0.0) + 2 * self.pad


Page = list[tuple[float, Piece]]  # each piece with how far down it begins


def pages(paper: Paper) -> list[Page]:
    """The paper's pieces, each at its place."""
    made: list[Page] = [[]]
    down = TOP
    for group in _groups(_whole(paper)):
        need = sum(piece.above + piece.height for piece in group)
        if made[-1] and down + need > ROOM.bottom():
            made.append([])
            down = TOP
            heads = group[0].heads
            group = [heads, *group] if heads is not None else group
        for piece in group:
            down += piece.above if made[-1] else 0.0
            made[-1].append((down, piece))
            down += piece.height
    return made


def printed(paper: Paper) -> list[Page]:
    """The same with a foot under each page: whose it is, and which of how many."""
    made = pages(paper)
    return [[*page, (HEIGHT - FOOT, _foot(paper.title, place, len(made)))] for place, page in enumerate(made, 1)]


def _groups(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    """Pieces with those that they must not be parted from."""
    held: list[Piece] = []
    for piece in pieces:
        held.append(piece)
        if not piece.follows:
            yield from _together(held)
            held = []
    if held:
        yield from _together(held)


def _together(held: list[Piece]) -> list[list[Piece]]:
    """What no page can hold together is parted all the same."""
    whole = sum(piece.above + piece.height for piece in held) <= ROOM.height()
    return [held] if whole else [[piece] for piece in held]


def _whole(paper: Paper) -> Iterator[Piece]:
    yield from _paragraphs(paper.title, Face.TITLE, follows=True)
    if paper.note:
        yield from _paragraphs(paper.note, Face.NOTE, above=5, follows=bool(paper.parts))
    for part in paper.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[Piece]:
    filled = bool(part.sentences or part.numbered or part.table)
    yield from _paragraphs(part.title, Face.HEADING, above=18, follows=filled)
    for sentence in part.sentences:
        yield from _paragraphs(sentence, Face.WORDS, above=4)
    for place, line in enumerate(part.numbered, 1):
        (first, *rest) = _paragraphs(line, Face.WORDS, above=4, indent=_INDENT)
        yield replace(first, cells=(Cell(words=f"{place}.", width=_INDENT), *first.cells))
        yield from rest
    if part.table is not None:
        yield from _table(part.table)


def _paragraphs(words: str, face: Face, *, above: float = 0, follows: bool = False, indent: float = 0) -> list[Piece]:
    """Mostly one; words without end are parted, so that each piece fits a page."""
    words = _spaced(words)
    parts = [words[begin : begin + _LONG] for begin in range(0, len(words), _LONG)] or [""]
    cells = [Cell(words=part, face=face, left=EDGE + indent, width=ROOM.width() - indent) for part in parts]
    return [
        Piece(cells=(cell,), above=0 if place else above, follows=follows and cell is cells[-1])
        for place, cell in enumerate(cells)
    ]


def _table(table: Table) -> Iterator[Piece]:
    rows = [tuple(map(_spaced, row)) for row in table.rows]
    across = widths(_measured(table.heads, rows), ROOM.width(), _GAP)
    heads = replace(_row(table.heads, Face.HEAD, across, table.right), above=6, follows=bool(rows))
    yield heads
    for row in rows:
        for piece in _fitting(_row(row, Face.CELL, across, table.right), ROOM.height() - heads.height):
            yield replace(piece, heads=heads)


def _row(words: Sequence[str], face: Face, across: Sequence[float], right: Sequence[int]) -> Piece:
    cells, left = [], EDGE
    for place, (said, width) in enumerate(zip(words, across, strict=True)):
        cells.append(Cell(words=said, left=left, width=width, face=face, right=place in right))
        left += width + _GAP
    return Piece(cells=tuple(cells), pad=_PAD, rule=True)


def _fitting(row: Piece, room: float) -> list[Piece]:
    """A row that no page can hold is parted in the middle of its words until it fits."""
    if row.height <= room:
        return [row]
    halves = [len(cell.words) // 2 for cell in row.cells]
    upper = tuple(replace(cell, words=cell.words[:half]) for cell, half in zip(row.cells, halves, strict=True))
    lower = tuple(replace(cell, words=cell.words[half:]) for cell, half in zip(row.cells, halves, strict=True))
    above = replace(row, cells=upper, rule=False)
    return [*_fitting(above, room), *_fitting(replace(row, cells=lower), room)]


def _measured(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[tuple[float, float]]:
    """Of each column its longest word and its longest cell."""
    found = []
    bold, plain = QFontMetricsF(Face.HEAD.font), QFontMetricsF(Face.CELL.font)
    for place, head in enumerate(heads):
        cells = [(bold, head), *((plain, row[place]) for row in rows)]
        word = max(ink.horizontalAdvance(one) for ink, cell in cells for one in cell.split(" "))
        found.append((word + 1, max(ink.horizontalAdvance(cell) for ink, cell in cells) + 1))
    return found


def _spaced(words: str) -> str:
    """Lines of a title are one line; the spaces that hold a number and its unit together stay."""
    return re.sub(r"[ \t\r\n]+", " ", words).strip()


def write_pages(paper: Paper, target: Path) -> None:
    """Write it as a PDF. Raises OSError where that is refused."""
    target.touch()  # a folder that refuses says why here; the writer would not
    writer = QPdfWriter(str(target))
    writer.setResolution(_DPI)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(paper.title)
    writer.setCreator("Plimsoll")
    if not draw(writer, printed(paper)):
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def draw(device: QPagedPaintDevice, made: Sequence[Page]) -> bool:
    """Draw all pages, on whatever bears them. False where the device takes nothing."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    try:
        painter.scale(device.logicalDpiX() / _POINTS, device.logicalDpiY() / _POINTS)
        for place, page in enumerate(made):
            if place:
                device.newPage()
            _draw(painter, page)
    finally:
        ended = painter.end()
    return ended


def _foot(title: str, page: int, of: int) -> Piece:
    said = tr("Page {page} of {pages}", page=page, pages=of)
    room = QFontMetricsF(Face.FOOT.font)
    width = room.horizontalAdvance(said) + 1
    rest = ROOM.width() - width - _GAP
    short = room.elidedText(_spaced(title), Qt.TextElideMode.ElideRight, rest)
    number = Cell(words=said, left=ROOM.right() - width, width=width, face=Face.FOOT, right=True)
    return Piece(cells=(Cell(words=short, width=rest, face=Face.FOOT), number))


def _draw(painter: QPainter, page: Page) -> None:
    for down, piece in page:
        for cell in piece.cells:
            painter.setPen(cell.face.colour)
            cell.laid()[0].draw(painter, QPointF(cell.left, down + piece.pad))
        if piece.rule:
            painter.fillRect(QRectF(EDGE, down + piece.height - 0.5, ROOM.width(), 0.5), RULE)
