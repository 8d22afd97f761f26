"""The warehouse: rows, their schema and its history, on SQLite and PostgreSQL. What a figure means is decided in `extract`."""
