"""Reads .csv, .xlsx, .xls and .ods into rows of text. Whatever is no spreadsheet gets a sentence, never a guess."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from app.core.text import N_, Text
from app.errors import PlimsollError

BYTES_MAX = 20_000_000
UNPACKED_MAX = 200_000_000  # a small file can hold a very large sheet
ROWS_MAX = 20_000
COLUMNS_MAX = 200
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_DELIMITERS = ",;\t|"
_SAME = N_("Nothing was changed.")
_NOT_UTF8 = N_("This file is not in UTF-8: letters such as é would come out wrong.")

Rows = list[tuple[int, list[str]]]  # each row with its number, as the spreadsheet counts


class SheetError(PlimsollError):
    """The file cannot be read as a spreadsheet, or not be written."""


def read(path: Path) -> Rows:
    """Every row that holds something, the one with the columns' names first. Raises `SheetError`."""
    data = _bytes_of(path)
    if data.startswith((_ZIP, _OLE)):
        return _workbook(data)
    return _csv(_text(data))


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > BYTES_MAX:
            raise SheetError(
                N_("{file} is larger than {most} MB.", file=path.name, most=BYTES_MAX // 1_000_000),
                N_("Split it into several files. Nothing was changed."),
            )
        data = path.read_bytes()
    except OSError as error:
        raise SheetError(
            N_("{file} cannot be read: {reason}", file=path.name, reason=error.strerror or str(error)),
            N_("Check that it is there and that you may open it. Nothing was changed."),
        ) from error
    if not data.strip():
        raise SheetError(N_("{file} is empty.", file=path.name), _SAME)
    return data


# ------------------------------------------------------------------------------------------------ workbooks


def _workbook(data: bytes) -> Rows:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, XmlError, ZipError

    _check_unpacked(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        if not book.sheet_names:
            raise _broken(N_("This workbook has no sheet."))
        cells = book.get_sheet_by_index(0).to_python(skip_empty_area=False, nrows=ROWS_MAX + 1)
    except PasswordError as error:
        raise SheetError(
            N_("This workbook has a password."), N_("Save it without one. Nothing was changed.")
        ) from error
    except (CalamineError, XmlError, ZipError, OSError, ValueError) as error:
        raise _broken(N_("This file is damaged, or it is no spreadsheet.")) from error
    return _numbered([[_written(cell) for cell in row] for row in cells])


def _check_unpacked(data: bytes) -> None:
    if not data.startswith(_ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise _broken(N_("This file is damaged, or it is no spreadsheet.")) from error
    if size > UNPACKED_MAX:
        raise _broken(N_("This workbook is too large."))


def _written(cell: object) -> str:
    """A cell as text: whole numbers without a point, so that barcodes and SKUs of digits stay as they are."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime | date | time | timedelta):
        return str(cell)
    return str(cell)


def _broken(title: Text) -> SheetError:
    return SheetError(title, N_("Choose a .csv, .xlsx, .xls or .ods file of products. Nothing was changed."))


# ------------------------------------------------------------------------------------------------ text


def _text(data: bytes) -> str:
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            raise _broken(N_("This file is no spreadsheet.")) from error
        raise SheetError(
            _NOT_UTF8, N_("Save it again as “CSV UTF-8” or as an Excel workbook. Nothing was changed.")
        ) from error
    if "\x00" in text:
        raise _broken(N_("This file is no spreadsheet."))
    return text


def _csv(text: str) -> Rows:
    first, _, rest = text.partition("\n")
    told = first.strip().lower()
    skipped = 1 if told.startswith("sep=") and len(told) == 5 else 0
    delimiter = told[4] if skipped else _delimiter(first)
    reader = csv.reader(io.StringIO(rest if skipped else text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) > ROWS_MAX + 1:
                break
    except csv.Error as error:
        line = reader.line_num + skipped
        raise _broken(N_("Line {line} cannot be read: a quotation mark is missing.", line=str(line))) from error
    return _numbered([[], *rows] if skipped else rows)


def _delimiter(first: str) -> str:
    """The separator that stands most often in the first line, outside of quotation marks."""
    bare = "".join(first.split('"')[::2])
    return max(_DELIMITERS, key=lambda one: (bare.count(one), one == ","))


# ------------------------------------------------------------------------------------------------ both


def _numbered(rows: Sequence[Sequence[str]]) -> Rows:
    if len(rows) > ROWS_MAX + 1:
        raise SheetError(
            N_("This sheet has more than {most} rows.", most=ROWS_MAX),
            N_("Split it into several files. Nothing was changed."),
        )
    found = [(number, list(row)) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    if not found:
        raise SheetError(N_("This sheet is empty."), _SAME)
    if len(found[0][1]) > COLUMNS_MAX:
        raise _broken(N_("This sheet has more than {most} columns.", most=COLUMNS_MAX))
    return found
