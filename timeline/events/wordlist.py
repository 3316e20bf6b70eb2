"""Lists of words, written as one piece of text so that they can be read and sorted as such."""


def words(text: str) -> frozenset[str]:
    """The words of a text that are set apart by spaces."""
    return frozenset(text.split())
