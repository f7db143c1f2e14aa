"""Incidents: orders that were accepted and cannot be covered, and what is to be done about them."""
