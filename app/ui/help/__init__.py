"""Help: one text for each page and main dialog, read from files, and the keyboard map made from the real commands."""
