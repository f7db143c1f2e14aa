"""Products in and out of the window: sheets that are imported and exported."""
