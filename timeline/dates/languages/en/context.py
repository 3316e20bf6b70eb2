"""What the words around an expression tell: past or future, since or until, and joining two dates to a range."""

import re

from timeline.dates.before import Before
from timeline.dates.languages.en import words as w
from timeline.dates.languages.en.sentences import sentence_around

_SIDES = Before(
    r"(?<!\w)(?:(?P<since>since|ever since|starting(?: in| on| from)?|beginning(?: in| on)?|as (?:of|from)|with effect from|"
    r"effective(?: from)?|from)|(?P<until>until|till|up to|"
    r"ending(?: in| on)?)|(?P<before>before|prior to)|(?P<after>after|following))"
    r"\s+(?:the\s+|late\s+on\s+|in\s+|on\s+|about\s+|around\s+|at least\s+|as (?:early|late|far back) as\s+)?",
    40,
)


_TO_THE_PRESENT = re.compile(r"\s?[-–—]\s?(?:present|today|now)\b|\sto\s(?:the present|date|this day)\b", re.IGNORECASE)


_ENDS_PHRASE = re.compile(
    r"\s*(?:\Z|[.,;:!?)\]\"”—–-]|\n\s*\n|(?:and|or|but|when|while|as|in|on|at|with|by|to|until|till|through|that|which|who|it|he|she|"
    r"they|we|the|a|an|his|her|its|their|"
    r"few|many|most|some|no|all|there|this|these|such|several|both|only|nobody|nothing|has|have|had|is|was|were|are|will|would|onwards?|"
    r"forward|because|after|before|under|over|for|of|despite|amid|according)\b|(?-i:[A-Z]))",
    re.IGNORECASE,
)


_ONWARD = re.compile(r"\s+(?:onwards?|forward|on)\b", re.IGNORECASE)


_TO = re.compile(
    r"\s*(?:[-–—]|\s(?:to|until|till|through|up to|and|and\s+ending\s+in)\s)\s*(?:the\s+|late\s+|early\s+|in\s+|on\s+)?\Z", re.IGNORECASE
)


_ON = re.compile(r"(?<!\w)on\s+(?:the\s+)?\Z", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)(?P<word>from|between)\s+(?:the\s+|late\s+|early\s+|about\s+|around\s+)?\Z", re.IGNORECASE)


_HANGS = Before(
    rf"(?<!\w)(?:the (?P<eve>eve of )|(?:the (?P<one>day|week|month|year)|(?P<count>{w.COUNT}) (?P<unit>days|weeks|months|years)) "
    rf"(?P<side>after|before|from) )"
    rf"(?:the )?",
    40,
)


_NEAR_DAY = re.compile(rf"{w.WEEKDAY}|today|tomorrow|yesterday|next|now", re.IGNORECASE)


def hangs(text: str, start: int) -> tuple[int, str, float] | None:
    """Where "the day after" or "two weeks before" begins that stands directly before an expression, its unit, and how many of it."""
    match = _HANGS.search(text, start)
    if match is None:
        return None
    if match["eve"]:
        return match.start(), "day", -1
    if match["side"].lower() == "from" and not _NEAR_DAY.match(text, start):
        return None  # "64 days from 21 November to 24 January"
    count = 1 if match["one"] else w.number(match["count"])
    if count is None:
        return None
    return match.start(), w.unit(match["one"] or match["unit"]), -count if match["side"].lower() == "before" else count


_OPENING = re.compile(
    r"[\"“‘'(]?(?:(?:then|later|finally|meanwhile|however|but|and|already|only|also|early|late|shortly|soon),?\s+){0,2}"
    r"(?:(?:in|on|by|at|from|since|during|after|before|until|throughout|around|about|through|over|between|for|as of|"
    r"of|the|end|beginning|start|middle|summer|spring|autumn|fall|winter|early|late|mid|year|years|night|"
    r"morning)[\s-]+){0,5}(?<!\bthe\s)\Z",
    re.IGNORECASE,
)


def opens_sentence(text: str, start: int) -> bool:
    """Whether an expression opens its sentence: "In 1976", "By the end of 1976", but not "A film of 1976" or "The 1976 film"."""
    left = sentence_around(text, start, start).left
    return left > start - 120 and _OPENING.match(text[left:start].lstrip()) is not None


_OPEN_BRACKET = re.compile(r"[(\[][^()\[\]]*\Z")


_CLOSES_LINE = re.compile(r"[^()\[\]\n]{0,20}[)\]][ \t]*(?:\n|\Z)")


def in_brackets(text: str, start: int) -> bool:
    """Whether a bracket is open before an expression, but for the one that closes a heading."""
    if _OPEN_BRACKET.search(text, max(0, start - 60), start) is None:
        return False
    line = text.rfind("\n", max(0, start - 80), start) + 1
    heads = (line > 0 or start < 80) and ". " not in text[line:start] and _CLOSES_LINE.match(text, start) is not None
    return not heads


def in_quotes(text: str, start: int) -> bool:
    """Whether a quotation is open before an expression, in its paragraph: curly marks tell by themselves, straight ones by their number."""
    paragraph = max(text.rfind("\n", max(0, start - 600), start) + 1, start - 600)
    if text.rfind("“", paragraph, start) > text.rfind("”", paragraph, start):
        return True
    return text.count('"', paragraph, start) % 2 == 1


_MODIFIES = re.compile(r"(?:the\s+)?\d{4}\Z|[A-Za-z]+day\Z", re.IGNORECASE)


def side(text: str, start: int, stop: int) -> str:
    """since, until, before or after, where that word stands directly before the expression and governs it alone.

    In "since the 2014 annexation" and "after Friday prayers" it governs what the date stands in front of.
    """
    if _TO_THE_PRESENT.match(text, stop):
        return "since"
    match = _SIDES.search(text, start)
    if match is None or text.startswith(("'s", "’s", "-"), stop):
        return ""
    if (_MODIFIES.match(text[start:stop]) or match.lastgroup in ("before", "after")) and not _ENDS_PHRASE.match(text, stop):
        return ""
    found = match.lastgroup or ""
    if match.group().lower().startswith("from"):
        return "since" if _ONWARD.match(text, stop) else ""
    return found


def joins(text: str, first_start: int, first_stop: int, last_start: int) -> bool:
    """Whether two expressions are the ends of one range: from … to, between … and, or a dash."""
    if last_start - first_stop > 24 or not _TO.match(text, first_stop, last_start):
        return False
    between = text[first_stop:last_start].strip()
    lead = _FROM.search(text, max(0, first_start - 24), first_start)
    word = lead["word"].lower() if lead else ""
    if between.lower() in ("until", "till") and _ON.search(text, max(0, first_start - 8), first_start):
        return False  # "renewed on 30 January until 31 January 2025": the second day tells how long it holds
    if between.lower().startswith("and"):
        return word == "between"
    return (
        word == "from"
        or (between in ("-", "–", "—") and not word)
        or (word == "" and between.lower() in ("to", "until", "till", "through"))
    )


_LISTS = re.compile(r"\s*(?:,\s*)?(?:(?:and|or|then|and then)\s+)?(?:(?:on|in)\s+)?", re.IGNORECASE)


def lists(text: str, first_stop: int, last_start: int) -> bool:
    """Whether two expressions stand side by side in a list: Thursday and Friday."""
    return _LISTS.fullmatch(text, first_stop, last_start) is not None


_NAMED_AFTER = re.compile(r"(?:\s[\w-]+){1,4}\s(?:of|in)\s", re.IGNORECASE)


def named_after(text: str, first_stop: int, last_start: int) -> bool:
    """Whether the second of two dates tells when that was whose name begins with the first: the spring offensive of 1918."""
    return last_start - first_stop <= 60 and _NAMED_AFTER.fullmatch(text, first_stop, last_start) is not None
