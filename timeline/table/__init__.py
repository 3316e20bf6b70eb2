"""The table: its columns and promises, and how readings become rows."""
