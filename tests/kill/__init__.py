"""A real process, killed at random moments while it sells."""
