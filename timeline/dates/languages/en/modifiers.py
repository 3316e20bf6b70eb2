"""Words in front of an expression that belong to it: early, the end of, about, nearly, more than."""

from timeline.dates.rules import Rulebook, finds
from timeline.dates.spec import Calendar, Clock, Duration, Named, Offset, Weekday

RULES = Rulebook("en")
_DATES = (Calendar, Offset, Weekday, Clock, Named)

RULES.modifier(
    "early",
    r"(?:the )?(?:very )?(?:early(?:(?:-to-|- to | to )mid(?:dle)?| part of| in| on)?|(?:beginning|start|dawn|"
    r"first (?:part|days|weeks|months?|years?)|opening (?:days|"
    r"weeks|months)) of)(?: the)?[- ]",
    "START", _DATES,
    finds("The pact was signed in [early 2021].", "2021", when="2021-01~/2021-04~"),
    finds("They left at [the beginning of March].", "2023-03", anchor="2023-12-01"),
)  # fmt: skip
RULES.modifier(
    "middle",
    r"(?:the )?(?:mid(?:dle)?(?: of| part of)?)(?: the)?[- ]",
    "MID", _DATES,
    finds("They left in [mid-March].", "2023-03", anchor="2023-12-01", when="2023-03-11~/2023-03-20~"),
)  # fmt: skip
RULES.modifier(
    "late",
    r"(?:the )?(?:very )?(?:(?:mid(?:dle)?(?:-to-|- to | to ))?late(?: in| on)?|end(?=-)|(?:end|close|latter part|"
    r"last (?:part|days|weeks|months?|years?)|final (?:year|"
    r"days|"
    r"weeks|"
    r"months|years)|closing (?:days|weeks|months)) of)(?: the)?[- ]",
    "END", _DATES,
    finds("They left at [the end of 2014].", "2014", when="2014-09~/2014-12~"),
    finds("They left by [end-June 2014].", "2014-06"),
    finds("They left in [the mid- to late 1990s].", "199", when="1997~/1999~"),
)  # fmt: skip
RULES.modifier(
    "first-half",
    r"(?:the )?(?:first|earlier|1st) half of(?: the)? ",
    "START", _DATES,
    finds("Exports fell in [the first half of the 1990s].", "199", when="1990/1994"),
    part="H1",
)  # fmt: skip
RULES.modifier(
    "second-half",
    r"(?:the )?(?:second|latter|last|2nd) half of(?: the)? ",
    "END", _DATES,
    finds("Exports fell in [the second half of the 19th century].", "18", when="1850/1899"),
    finds("They left in [the latter half of March].", "2023-03", anchor="2023-12-01", when="2023-03-16/2023-03-31"),
    part="H2",
)  # fmt: skip
RULES.modifier(
    "later-in",
    r"(?:later|earlier) in(?: the)? ",
    "", (Calendar,),
    finds("[Later in 1792] the king fled.", "1792"),
)  # fmt: skip
RULES.modifier(
    "about",
    r"(?:(?:about|around|approximately|roughly|circa|(?-i:c\.|ca\.)|some time (?:in|around)|sometime (?:in|around)|on or about|on or "
    r"around) )",
    "APPROX", (Offset, Calendar),
    finds("They left [about two years ago].", "2022"),
)  # fmt: skip
_UNCOUNTED = r"the |these |a \S+ period|several |many |some |a few |few |years|months|weeks|days|decades|centuries"
RULES.modifier(
    "nearly",
    r"(?:(?:nearly|almost|barely|scarcely|hardly|just under|close to|(?:a )?little less than|under|fewer than|less than) )",
    "LESS_THAN", (Duration, Offset),
    finds("They fought for [nearly two years].", "P2Y"),
)  # fmt: skip
RULES.modifier(
    "at-most",
    r"(?:(?:no more than|not more than|at most|up to) )",
    "EQUAL_OR_LESS", (Duration, Offset),
    finds("They may stay for [at most two years].", "P2Y"),
)  # fmt: skip
RULES.modifier(
    "more-than",
    r"(?:(?:more than|(?<!was\s)(?<!were\s)over|just over|well over|(?:a )?little more than|in excess of|upwards of) )",
    "MORE_THAN", (Duration, Offset),
    finds("They fought for [more than two years].", "P2Y"),
    unless=_UNCOUNTED,
)  # fmt: skip
RULES.modifier(
    "at-least",
    r"(?:(?:at least|no less than|not less than|no fewer than) )",
    "EQUAL_OR_MORE", (Duration, Offset),
    finds("They must stay for [at least two years].", "P2Y"),
    unless=_UNCOUNTED,
)  # fmt: skip
RULES.modifier(
    "whole",
    r"(?:the )?(?:entire |whole |full )",
    "", (Calendar,),
    finds("It rained [the entire summer 2019].", "2019-SU"),
)  # fmt: skip
