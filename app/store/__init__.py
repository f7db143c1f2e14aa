"""The only home of SQL. One SQLite file; plain functions over a connection; no object mapping."""
