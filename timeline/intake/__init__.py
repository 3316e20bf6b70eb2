"""Intake: bytes, paths and pasted text become an Article."""
