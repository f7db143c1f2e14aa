"""Measurements, not tests: `python3 packaging/run.py bench [NAME...]` prints one JSON object a line."""
