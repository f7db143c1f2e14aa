"""Writes rows as .csv or .xlsx. Texts that a program would take for formulas are guarded (`core.cells.guarded`)."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from app.core.cells import guarded
from app.core.text import N_
from app.sheets.reading import SheetError

Cell = str | int | float | None


def write(path: Path, rows: Sequence[Sequence[Cell]]) -> None:
    """Write the rows: a workbook if the name ends in .xlsx, else text. The old file stays until the new one is whole.

    Raises `SheetError` where the folder refuses.
    """
    data = _workbook(rows) if path.suffix.lower() == ".xlsx" else _csv(rows)
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise _refused(path, error) from error


def stream(path: Path, rows: Iterable[Sequence[Cell]], *, stopped: Callable[[], bool]) -> int | None:
    """Write rows as text while they are read, however many there are; how many lines that were.

    None: `stopped` said so, and nothing is left behind. A file that was there stays as it was until all is written.
    Raises `SheetError` where the folder refuses.
    """
    part, count = path.with_name(f"{path.name}.part"), 0
    try:
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            for row in rows:
                if stopped():
                    break
                writer.writerow([_text(cell) for cell in row])
                count += 1
        if stopped():
            part.unlink()
            return None
        part.replace(path)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return count


def _refused(path: Path, error: OSError) -> SheetError:
    return SheetError(
        N_("{file} cannot be written: {reason}", file=path.name, reason=error.strerror or str(error)),
        N_("Close it if it is open elsewhere, or choose another folder."),
    )


def _csv(rows: Sequence[Sequence[Cell]]) -> bytes:
    """UTF-8 with a byte order mark: without it Excel takes the letters for another alphabet."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[_text(cell) for cell in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    return "" if cell is None else guarded(cell) if isinstance(cell, str) else str(cell)


def _workbook(rows: Sequence[Sequence[Cell]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Products")
    sheet.freeze_panes = "B2"
    for row in rows:
        line = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=_text(value) if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type, cell.number_format = "s", "@"  # a barcode keeps its zeros, and nothing is a formula
            line.append(cell)
        sheet.append(line)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
