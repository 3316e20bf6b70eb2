"""Rulebooks, one folder a language, each with files of the same names."""
