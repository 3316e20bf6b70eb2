"""One file a format: bytes in, pieces out; these run in the child process, where nothing can be reached and little be used."""
