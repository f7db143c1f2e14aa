"""Etsy: its Open API v3, for the one shop of a seller."""
