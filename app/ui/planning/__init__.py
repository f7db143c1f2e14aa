"""The Planning page: floors and reorder points with their working, and what is to be ordered again."""
