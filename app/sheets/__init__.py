"""Spreadsheets as files: rows of text in, rows of text out."""
