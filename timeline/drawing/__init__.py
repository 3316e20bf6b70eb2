"""The drawing: a scene laid out once, and its renderers and files."""
