"""What `packaging/run.py` does once it knows that this Python is new enough. Standard library only."""
