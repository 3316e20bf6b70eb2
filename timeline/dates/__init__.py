"""Time expressions: what the words say, and what days they mean."""
