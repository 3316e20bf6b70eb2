"""Past or future, as the words near an expression have it: the nearest verb, plans, deadlines, what is told in passing."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from timeline.dates.before import Before
from timeline.dates.languages.en import words as w
from timeline.dates.languages.en.sentences import Around, Finder, holds, sentence_around
from timeline.dates.prose import once

_PLAN = (
    r"(?:agree(?:d|s|ment)?|decided|decision|deal|pact|pledged?|vow(?:ed|s)?|threatened|offered|offer|proposed|proposal|bid|"
    r"prepar(?:es?|ed|ing))"
)


_FUTURE = (
    r"will|shall|won't|going to|to be|(?:is|are)(?: now| widely)? expected|expects?|foresees?|forecasts?|anticipates?|"
    r"would(?! have\b|n.t have\b)|due|scheduled|expected to|expects? to|plans? to|planned|planning|aims? to|"
    r"hopes? to|"
    r"intends? to|slated|set to|set for|poised|upcoming|forthcoming|ahead of|deadline|between now and|no later than|ready to|expires?|"
    rf"starting|tomorrow|is to|are to|as soon as|at the latest|effective|{_PLAN} to (?!(?:the|a|an|his|her|its|their|end)\b)[a-z]+"
)


_MAYBE = (
    r"could|should|may|might|must|can|if|unless|begins|opens|starts|meets|convenes|reconvenes|reopens|resumes|visits|arrives|ends|closes|runs|"
    r"votes|takes effect|falls due|returns|addresses|to (?!(?:the|a|an|his|her|its|their|end)\b)(?-i:[a-z]+)(?<!ed)"
)


_PAST = (
    r"was|were|had|did|has|have|been|said|told|began|came|went|took|made|met|held|left|fell|won|lost|gave|got|saw|sent|shot|struck|hit|"
    r"killed|says|"
    r"died|fought|fled|broke|ran|rose|spoke|led|found|became|brought|built|bought|sold|wrote|drew|flew|grew|knew|stood|thought|since|"
    r"caught|dealt|drove|felt|forgave|heard|kept|laid|paid|sought|slew|swore|threw|withdrew|overthrew|ago|earlier|after|following|late|"
    r"had(?: \w+)? been (?:scheduled|expected|due|set|slated|planned)|"
    r"(?-i:[A-Za-z][a-z]{3,}+)(?<=ed)(?<!need)(?<!speed)(?<!indeed)(?<!nited)(?<!hundred)(?<!exceed)(?<!proceed)(?<!succeed)(?<!planned)(?<!scheduled)(?<!expected)"
)


_CUE = re.compile(
    rf"(?:(?<![\w-])|(?=['’]ll))(?:(?P<future>{w.quick(_FUTURE)}|['’]ll)|(?P<past>{w.quick(_PAST)})|(?P<maybe>{w.quick(_MAYBE)}))(?![\w-])",
    re.IGNORECASE,
)


_TO_COME = Before(r"\b(?:ahead of|before|until|for|by|pending)\s+(?:the\s+)?", 16)


_DEADLINE = Before(r"\b(?:by|until)\s(?:the\s|late\s|early\s|mid-)?", 16)


# "She fixed a hearing for 23 September": what is set for a day lies ahead of it.
_SET_FOR = Before(
    r"(?<!had\s)(?<!been\s)\b(?:fix(?:es|ed)?|sets?|schedules?|scheduled|called|calls|booked|slated|adjourned|rescheduled|postponed|announced|tabled)\s"
    r"(?:(?:an?|the|his|her|its|their|new|snap|early|general)\s)*[a-z-]+\s(?:[a-z-]+\s)?for\s(?:the\s)?".replace(" ", r"\s"),
    64,
)


# "Urged its supporters to take to the streets on Sunday": what people are called to has yet to come.
_CALLED_TO = Before(
    r"\b(?:urg(?:e[sd]?|ing)|call(?:s|ed|ing)? (?:up)?on|exhort(?:s|ed)?|summon(?:s|ed)?|appeal(?:s|ed)? to) [\w’' -]{2,50} to "
    r"(?:take to|protest|march|rally|demonstrate|gather|assemble|turn out|strike|vote)\b[\w’' -]{0,40}".replace(" ", r"\s"),
    130,
)


_HAD = Finder(r"\b(?:had|was|were)\b", re.IGNORECASE)


_CLAUSE_END = re.compile(r"[,:; ](?:(?<! )|(?:but|when|who|which|that|where) )")


_DELIVERED = re.compile(r"\s(?:delivery|settlement|futures|contracts?)\b")  # oil for April delivery


_NOT_PAST = re.compile(r"\b(?:be|is|are|being|the|an?|its|their|his|her|of|behind) \Z", re.IGNORECASE)


_HAD_BEEN_DUE = re.compile(r"\bhad\s(?:\w+\s)?(?:been\s)?\Z", re.IGNORECASE)


_DID = re.compile(r"(?:planned|decided|agreed|offered|vowed|threatened|pledged|proposed|prepared)\b(?! for)", re.IGNORECASE)


def direction(text: str, start: int, stop: int) -> str:
    """ "past" or "future" as the nearest verb or time word in the sentence has it, "" where there is none.

    What stands before the expression counts more than what stands behind it, and a new clause is a step away. "Friday's vote" is
    past unless something runs up to it. Words that only may point ahead (would, to meet) decide where nothing else does.
    """
    if _DELIVERED.match(text, stop):
        return "future"
    if text.startswith(("'s", "’s"), stop):
        return "future" if _TO_COME.search(text, start) else "past"
    around = sentence_around(text, start, stop)
    best = _nearest_cues(text, start, stop, around)
    if _SET_FOR.search(text, start) or _CALLED_TO.search(text, start):
        return "future"
    if _DEADLINE.search(text, start) and not holds(_HAD, text, around):
        return "future"
    sure = {way: away for way, away in best.items() if way != "maybe"}
    if sure and not ("maybe" in best and best["maybe"] <= 3):
        return min(sure, key=lambda way: sure[way])
    return "future" if "maybe" in best else ""


_JUST_TOLD = Before(
    rf"(?<![\w-])(?:{w.quick(_PAST)})(?<!scheduled)(?<!planned)(?<!expected)(?<!set)(?<!called)(?<!fixed)(?<!slated)"
    r"(?: (?:me|him|her|them|us|it))?(?: (?:in|at|near|from|to) (?-i:[A-Z][\w-]+))? on (?:the )?".replace(" ", r"\s"),
    48,
)


def just_told(text: str, start: int, stop: int) -> bool:
    """Whether the past tense stands right before an expression: "talks resumed on 20 March"."""
    match = _JUST_TOLD.search(text, start)
    return match is not None and not _NOT_PAST.search(text, max(0, match.start() - 7), match.start())


@dataclass(frozen=True, slots=True)
class _Cues:
    """The cues of a sentence by the way they point: where each stops that may stand before an expression, where each starts
    that may stand behind one; and where clauses end.
    """

    stops: dict[str, list[int]]
    starts: dict[str, list[int]]
    clauses: list[int]


def _cues_of(text: str, left: int, right: int) -> _Cues:
    clauses = [end.start() for end in _CLAUSE_END.finditer(text, left, right)]
    cues = _Cues({"past": [], "future": [], "maybe": []}, {"past": [], "future": []}, clauses)
    for cue in _CUE.finditer(text, left, right):
        way = cue.lastgroup or ""
        if way == "past" and _NOT_PAST.search(text, max(0, cue.start() - 7), cue.start()):
            continue  # "will be held", "the proposed visit"
        if way == "future" and _HAD_BEEN_DUE.search(text, max(0, cue.start() - 24), cue.start()):
            way = "past"  # "had been due to sit on Monday"
        cues.stops[way].append(cue.end())
        if way != "maybe":
            turned = way == "future" and _DID.match(text, cue.start())  # "On Friday, the government planned to pay"
            cues.starts["past" if turned else way].append(cue.start())
    return cues


def _nearest_cues(text: str, start: int, stop: int, around: Around) -> dict[str, int]:
    """How far away the nearest cue of each way is in the sentence: 15 more behind the expression, 20 more for each clause between."""
    cues = once(_cues_of, text, around.first, around.last)
    best: dict[str, int] = {}
    for way, stops in cues.stops.items():
        k = bisect_right(stops, start) - 1
        if k >= 0 and stops[k] > around.left:
            best[way] = start - stops[k] + 20 * (bisect_left(cues.clauses, start) - bisect_left(cues.clauses, stops[k]))
    for way, starts in cues.starts.items():
        k = bisect_left(starts, stop)
        if k < len(starts) and starts[k] < around.right:
            away = starts[k] - stop + 15 + 20 * (bisect_left(cues.clauses, starts[k]) - bisect_left(cues.clauses, stop))
            best[way] = min(away, best.get(way, away))
    return best


_WILL = Finder(r"\b(?:will|shall)\b|'ll\b", re.IGNORECASE)


def looks_ahead(text: str, start: int, stop: int) -> bool:
    """Whether the sentence speaks of what will be, seen from the day of writing."""
    return holds(_WILL, text, sentence_around(text, start, stop))


_TOLD = Finder(
    w.alone(
        r"was|were|had|did|said|says|told|began|came|went|took|made|met|held|left|fell|won|lost|became|brought|will|shall|won't|"
        r"would|going to|due|this year|last year|next year|\d{4}|(?<!is )(?<!are )(?<!be )(?-i:[a-z]{2,}[^e\W]ed)"
    ),
    re.IGNORECASE,
)


_ALWAYS = Finder(
    w.alone(
        r"usually|generally|typically|normally|often|regularly|annually|(?:every|each|per) (?:year|month|week)|always|sometimes|tends? to|"
        r"best time|(?:high|low|peak|rainy|dry|wet|monsoon|growing|sailing) season|climate|temperatures?|rainfall|monsoons?|feast day"
    )
    + "|[°º]",
    re.IGNORECASE,
)


_IS = Finder(w.alone(r"is|are|isn't|aren't|does|do|can|may|attracts?|runs?|lasts?|occurs?|begins?"))


_YEARLY_RANGE = re.compile(
    rf"(?<!\w)(?:from|between)\s(?:the end of\s|early\s|mid-|late\s)?{w.MONTH_LONG}\s(?:to|and|till|until|through)\s"
    rf"(?:the end of\s|early\s|mid-|late\s)?{w.MONTH_LONG}(?!\s\d)",
    re.IGNORECASE,
)


_SEASON_OF_ALL = re.compile(rf"(?:in|during|over)\s(?:the\s)?{w.SEASON}\b", re.IGNORECASE)


def yearly(text: str, start: int, stop: int) -> bool:
    """Whether a month, season or weekday is that of every year or week: the rains fall from May to July, it is cold in winter."""
    around = sentence_around(text, start, stop)
    if holds(_TOLD, text, around):
        return False
    if holds(_ALWAYS, text, around):
        return True
    if not holds(_IS, text, around):
        return False
    left, right = max(around.left, start - 30), min(around.right, stop + 30)
    return any(match.start() <= start - left < match.end() for match in _YEARLY_RANGE.finditer(text[left:right])) or (
        _SEASON_OF_ALL.search(text, max(around.left, start - 12), stop) is not None
    )


_HAD_BEEN = re.compile(
    r"[^.;!?\n]{0,60}?\bhad\s(?:\w+ly\s|already\s|also\s|not\s|never\s)?(?!to\b|a\b|an\b|the\b|no\b|some\b|\d)\w+", re.IGNORECASE
)


def had_been(text: str, stop: int) -> bool:
    """Whether what follows an expression is told as past already: In 1797 he had been there."""
    return _HAD_BEEN.match(text, stop, stop + 100) is not None


_HAD_DONE = Finder(r"\b(?:had|having)\s(?:\w+ly\s|already\s|also\s|not\s|never\s)?(?!to\b|a\b|an\b|the\b|no\b|some\b|\d)\w+", re.IGNORECASE)


def told_back(text: str, place: int) -> bool:
    """Whether the sentence around a place tells what had been before the rest: "She had been removed on 9 November 2020."."""
    return holds(_HAD_DONE, text, sentence_around(text, place, place))


def is_past(words: str) -> bool:
    """Whether words in small letters hold a verb in the past."""
    return any(cue.lastgroup == "past" for cue in _CUE.finditer(words))
