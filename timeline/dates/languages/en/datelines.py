"""Datelines: whether a date in the head of a text says when it was written, or belongs to a sentence that tells something."""

import re
from functools import cache

from timeline import knowledge
from timeline.dates.languages.en.tense import is_past

_LABEL = re.compile(
    r"\W*(?:date|dated|(?:last |first )?(?:published|posted|updated|modified|issued|released))(?P<on> on| at)?\s*(?P<mark>[:–-]?)\s*\Z",
    re.IGNORECASE,
)
# "Released on 3 May 2019 after ten years in jail, he …", "Issued on 3 May 2019, the decree …"
_GOES_ON = re.compile(r"\s*,\s*(?!\d|at\b|by\b)[A-Za-z]|\s+(?!(?:at|by|in|and|to|am|pm|[ap]\.m|utc|gmt)\b)[a-z]")
_CITY = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.'’-]+(?:[ /-][A-Z.'’-]+){0,4}|[A-Z][a-zà-ÿ]+(?:[ -][A-Z][a-zà-ÿ]+){0,2}(?=,))"
    r"(?:, [A-Z][A-Za-z. ]{1,24})?(?: \([A-Za-z .]{1,30}\))?\s*[,:–—-]?\s*\Z"
)
_CITY_REST = re.compile(r"\s*(?:\Z|[.|•·–—:]|--?|\()")
_BARE = re.compile(r"\W*(?:by [^\n|]{2,60}[|,•·–—-]\s*)?\Z", re.IGNORECASE)
_BARE_REST = re.compile(r"\s*(?:\Z|[.|•·–—]|--|- |\(|,? (?:at )?\d{1,2}[:.]\d\d|/)")
_BULLET = re.compile(r"\s*[•·*>–—-]\s")
_WORD = re.compile(r"[^\W\d_]+")
# Words of a sentence that no place is called by, at least not in the form in which reports name it.
_OF_SENTENCES = re.compile(
    r"\b(?:an?|at|by|from|for|in|into|with|after|before|since|until|till|during|between|against|amid|over|under|about|around|as|"
    r"and|or|but|that|which|who|when|while|if|his|her|its|their|our|he|she|it|they|we|is|are|was|were|be|been|will|would|has|have|had|"
    r"to|not|no|last|next|this|early|late|later|yesterday|then|meanwhile|however|born)\b|\bon\Z|\b(?:of|the)\Z",
    re.IGNORECASE,
)

# A clause that runs from its start to "on 4 June" without a comma, and words by which the day may still lie ahead.
_UP_TO_DAY = re.compile(r"[.;:!?\n]\s*(?P<clause>[^.;:!?,\s][^.;:!?,\n]{2,120})\son\s\Z")
_CLAUSE = 140
_CELL = re.compile(r"[^\S\n]*\|[^\S\n]*(?P<words>\S[^\n|]*)")
_AHEAD = re.compile(
    r"\b(?:sa(?:id|ys?)|told|will|shall|w?ould|could|may|might|must|to|that|which|who|after|for|until|due|expected|planned|set|fixed|"
    r"called|(?:re)?scheduled|announced|agreed|proposed|ordered|delayed|postponed|adjourned|moved|invited|summoned|promised|pledged|"
    r"vowed|booked|slated|tabled|wanted|feared|hoped|warned|urged|ruled|decided|confirmed|approved|declared|added|claimed|reported)\b|\n",
    re.IGNORECASE,
)


def is_dateline(before: str, after: str) -> bool:
    """Whether a date between these parts of a line is the line's dateline."""
    if label := _LABEL.match(before):
        return bool(label["mark"]) or not _GOES_ON.match(after)
    if before.strip() and (city := _CITY.match(before)):
        return _CITY_REST.match(after) is not None and _is_place(city["place"])
    if _BULLET.match(before) and _WORD.search(after):
        return False  # the entry of a list
    if row := _CELL.match(after):
        words = row["words"].lower()
        if is_past(words) and not is_past(words.split()[0]):
            return False  # the row of a table tells what happened; "Updated at noon" beside a day tells when it was written
    return _BARE.match(before) is not None and _BARE_REST.match(after) is not None


def _is_place(words: str) -> bool:
    """Whether words in capitals name where a report was written: a place that the table knows, or words that tell nothing.

    "THE PRESIDENT RESIGNED ON", "REBELS SEIZE KIDAL" and "Ceasefire Signed" look like places and are what happened.
    """
    words = words.lower()
    if words in _places():
        return True
    return not (_OF_SENTENCES.search(words) or is_past(words) or any(map(_tells, _WORD.findall(words))))


def tells_past(text: str, start: int) -> bool:
    """Whether a full day ends a clause that plainly tells what happened on it: "Egypt signed an accord on 4 June 2020"."""
    told = _UP_TO_DAY.search(text[max(0, start - _CLAUSE) : start])
    return told is not None and is_past(told["clause"].lower()) and not _AHEAD.search(told["clause"])


@cache
def _places() -> frozenset[str]:
    return frozenset(form.lower() for form in knowledge.place_forms())


def _tells(word: str) -> bool:
    """Whether a word, perhaps with the ending of a headline's verb or of several, tells that something happens; a paper has its date."""
    stems = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ing"))
    return any(stem in knowledge.verb_kinds() or knowledge.noun_kinds().get(stem, "statement") != "statement" for stem in stems)
