"""Store: timelines with their revisions, and the links by which they are shared, kept in SQLite or PostgreSQL."""
