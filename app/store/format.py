"""What marks a file as an inventory of ours, and how new it is."""

APPLICATION_ID = 0x504C4D53  # "PLMS"
SCHEMA_VERSION = 4  # the number of steps in migrations.py; lets an older Plimsoll know a newer file
