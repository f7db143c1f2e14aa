"""Spreadsheets as files: what is written is read again, and what is no spreadsheet gets a sentence."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.core.cells import unguarded
from app.sheets import reading
from app.sheets.reading import SheetError, read
from app.sheets.writing import Cell, stream, write

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
RISKY = st.builds(
    lambda a, b: a + b, st.sampled_from(["=", "+", "-", "@", "'=", "'", '"', ";", ",", " =", "\n"]), TEXTS
)


def written(folder: Path, data: bytes | str, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def rows(path: Path) -> list[list[str]]:
    return [row for _, row in read(path)]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(texts=[" "])
@given(texts=st.lists(st.one_of(TEXTS, RISKY), min_size=1, max_size=5))
def test_what_is_written_is_read_again(tmp_path: Path, suffix: str, texts: list[str]) -> None:
    path = tmp_path / f"a{suffix}"
    write(path, [["SKU", *map(str, range(len(texts)))], ["x", *texts]])
    back = [unguarded(cell) for cell in rows(path)[1]]
    back += [""] * (len(texts) + 1 - len(back))
    back = [cell.replace("\r\n", "\n") for cell in back]
    if suffix == ".xlsx":  # a workbook may drop what is only blank
        back, texts = [cell if cell.strip() else "" for cell in back], [one if one.strip() else "" for one in texts]
    assert back == ["x", *texts]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_numbers_and_barcodes_stay_what_they_are(tmp_path: Path, suffix: str) -> None:
    line: list[Cell] = ["036000291452", 5, 12.5, None, 0]
    write(tmp_path / f"a{suffix}", [["Barcode", "Floor", "Cost", "Held back", "On hand"], line])
    assert rows(tmp_path / f"a{suffix}")[1] == ["036000291452", "5", "12.5", "", "0"]


def test_nothing_in_a_workbook_is_a_formula(tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", [["SKU"], ["=1+1"], ["@x"], ['=HYPERLINK("http://x")']])
    with zipfile.ZipFile(tmp_path / "a.xlsx") as packed:
        xml = packed.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    assert [row[0] for row in rows(tmp_path / "a.xlsx")] == ["SKU", "'=1+1", "'@x", '\'=HYPERLINK("http://x")']


@pytest.mark.parametrize(
    "text",
    ["SKU,Title\nA,Mug", "SKU;Title\nA;Mug", "SKU\tTitle\nA\tMug", "sep=;\nSKU;Title\nA;Mug", "SKU|Title\r\nA|Mug\r\n"],
)
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_usual_separator_and_coding(tmp_path: Path, text: str, coding: str) -> None:
    assert rows(written(tmp_path, text.encode(coding))) == [["SKU", "Title"], ["A", "Mug"]]


def test_rows_are_numbered_as_the_spreadsheet_counts(tmp_path: Path) -> None:
    path = written(tmp_path, 'SKU,Title\n\nA,"two\nlines"\nB,x')
    assert [number for number, _ in read(path)] == [1, 3, 4]
    assert read(written(tmp_path, "sep=,\nSKU\nA"))[1][0] == 3


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "a.csv is empty."),
        (b" \n \n", "a.csv is empty."),
        (b",,\n,,", "This sheet is empty."),
        ("SKU,Title\nA,Caf\xe9".encode("latin-1"), "This file is not in UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "This file is no spreadsheet."),
        (b"SKU\x00,x", "This file is no spreadsheet."),
        (b"PK\x03\x04broken", "This file is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1broken", "This file is damaged"),
        (b'SKU,Title\nA,"open', "Line 2 cannot be read"),
        (b"\xff\xfeS", "This file is not in UTF-8"),
    ],
)
def test_what_is_no_spreadsheet_gets_a_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(SheetError) as raised:
        read(written(tmp_path, data))
    assert str(raised.value.title).startswith(words)
    assert "Nothing was changed." in str(raised.value.advice)


def test_another_kind_of_zip_is_no_spreadsheet(tmp_path: Path) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        packed.writestr("letter.txt", "hello")
    with pytest.raises(SheetError):
        read(written(tmp_path, kept.getvalue(), "a.xlsx"))


def test_what_is_too_large_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 2_000_000)
    monkeypatch.setattr(reading, "UNPACKED_MAX", 1_000_000)
    with pytest.raises(SheetError, match="too large"):
        read(written(tmp_path, kept.getvalue(), "a.xlsx"))
    monkeypatch.setattr(reading, "BYTES_MAX", 10)
    with pytest.raises(SheetError, match="is larger than"):
        read(written(tmp_path, b"SKU" * 10))


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "ROWS_MAX", 3)
    assert len(read(written(tmp_path, "SKU\n1\n2\n3"))) == 4
    with pytest.raises(SheetError, match="more than 3 rows"):
        read(written(tmp_path, "SKU\n1\n2\n3\n4"))


def test_a_file_that_is_not_there_or_a_folder_that_refuses(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match="cannot be read"):
        read(tmp_path / "none.csv")
    with pytest.raises(SheetError, match="cannot be written"):
        write(tmp_path / "none" / "a.csv", [["SKU"]])
    write(tmp_path / "a.csv", [["SKU"]])
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_the_libraries_wait_until_a_workbook_is_asked_for() -> None:
    code = (
        "import sys, app.ui.main_window, app.ui.products.sheets;"
        "sys.exit(any(name in sys.modules for name in ('openpyxl', 'python_calamine')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_stream_is_whole_or_not_there(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("before")
    rows = ([number, "=1+1", None] for number in range(3))
    assert stream(path, rows, stopped=lambda: False) == 3
    assert path.read_text(encoding="utf-8-sig").splitlines() == ["0,'=1+1,", "1,'=1+1,", "2,'=1+1,"]
    seen = []
    assert stream(path, ([seen.append(n) or n] for n in range(9)), stopped=lambda: len(seen) > 4) is None
    assert [one.name for one in tmp_path.iterdir()] == ["out.csv"]
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 3
    with pytest.raises(SheetError):
        stream(tmp_path / "nowhere" / "out.csv", [["a"]], stopped=lambda: False)
