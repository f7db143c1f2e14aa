"""Which spreadsheet to read: one question, wherever a sheet comes in."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.words import tr


def choose_sheet(parent: QWidget, title: str) -> Path | None:
    """The file that the seller picks; None for none."""
    kinds = tr("Spreadsheets (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods);;All files (*)")
    path, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(path) if path else None
