"""Deeds: words of titles that tell the same step of a story, and steps that must not be taken for one another."""

from __future__ import annotations

from functools import cache

# What is done, and the words that tell it. The first words of a line are verbs; forms are found by `stem`.
DEEDS = {
    "announce": "announce announced announcement declare declared unveil unveiled proclaim proclaimed",
    "propose": "propose proposed proposal suggest suggested",
    "apply": "apply applied application applications bid request requested",
    "approve": "approve approved approval ratify ratified ratification endorse endorsed back backed cleared passed adopt adopted",
    "sign": "sign signed signing signature initialled inked agree agreed reach reached conclude concluded "
    "clinch clinched seal sealed broker brokered",
    "effect": "effect force enters",
    "extend": "extend extended extension prolong prolonged renew renewed renewal",
    "suspend": "suspend suspended suspension freeze froze frozen pause paused halt halted",
    "lift": "lift lifted lifting ease eased easing relax relaxed waive waived remove removed",
    "impose": "impose imposed reimpose reimposed slap slapped tighten tightened ban banned bar barred",
    "break": "break broke broken cut sever severed rupture ruptured",
    "establish": "establish established normalise normalised",
    "award": "award awarded",
    "receive": "receive received accept accepted",
    "expel": "expel expelled expulsion",
    "join": "join joined joining enter entered accede acceded accession member membership",
    "leave": "leave left leaving withdraw withdrew withdrawn withdrawal quit exit pull pulled depart departed departure retreat retreated",
    "return": "return returned returning rejoin rejoined restore restored",
    "begin": "begin began begun beginning start started outbreak broke erupt erupted",
    "resume": "resume resumed resumption flared flare",
    "end": "end ended ending expire expired expiry collapse collapsed lapse lapsed",
    "cancel": "cancel cancelled canceled cancels scrap scrapped postpone postponed",
    "fail": "fail failed collapse collapsed",
    "meet": "meet met meeting summit talks talked visit visited host hosted tour toured "
    "travel travelled receive received spoke phoned telephoned",
    "elect": "elect elected election win won defeat defeated vote voted run-off runoff victory ballot poll",
    "install": "sworn inaugurate inaugurated inauguration office took",
    "overthrow": "overthrow overthrew overthrown topple toppled oust ousted unseat unseated putsch seize seized coup depose deposed",
    "resign": "resign resigned resignation stepped step quit",
    "strike": "strike strikes struck hit hits attack attacked bomb bombed bombing bombard bombarded shell shelled shelling raid raided "
    "fire fired launch launched destroy destroyed target targeted missile missiles rocket rockets drone drones explode exploded "
    "blast blasts explosion explosions",
    "kill": "kill killed killing die died death deaths assassinate assassinated assassination dead slain",
    "invade": "invade invaded invasion storm stormed incursion enter entered pour poured cross crossed",
    "capture": "capture captured take took taken recapture recaptured "
    "retake retook retaken overrun overran enter entered seize seized fall fell fallen",
    "release": "release released releasing free freed",
    "arrest": "arrest arrested detain detained jail jailed sentence sentenced convict convicted",
    "condemn": "condemn condemned denounce denounced blame blamed accuse accused",
    "welcome": "welcome welcomed praise praised hail hailed",
    "reject": "reject rejected refuse refused veto vetoed",
    "quake": "earthquake earthquakes quake quakes tremor tremors shock shocks",
}
# Two rows of which one tells the first and the other the second are two events, also on one day.
CONTRARY = """announce-effect approve-effect sign-effect sign-approve sign-extend sign-suspend sign-leave sign-end sign-cancel sign-reject
propose-sign propose-approve propose-effect apply-join apply-approve join-approve join-leave join-suspend impose-lift
impose-suspend effect-extend effect-suspend effect-end extend-suspend extend-end extend-leave extend-lift suspend-resume
suspend-return lift-resume suspend-leave leave-return begin-end begin-resume end-resume cancel-meet cancel-elect elect-install
elect-overthrow install-overthrow install-resign elect-resign condemn-strike condemn-kill condemn-quake welcome-sign
welcome-effect strike-effect strike-sign release-arrest release-kill approve-reject condemn-overthrow welcome-elect meet-strike
break-return break-establish break-join award-receive announce-elect announce-strike announce-join announce-leave"""
# Nouns for one thing.
THINGS = (
    "accord accords agreement agreements deal deals pact pacts treaty treaties declaration memorandum protocol",
    "truce truces ceasefire cease-fire cessation armistice",
    "troops soldiers forces army military officers",
    "parliament lawmakers legislature assembly deputies senate congress knesset bundestag duma",
    "court judges judge tribunal",
    "sanctions sanction embargo restrictions",
    "election elections vote poll ballot run-off runoff referendum",
    "summit meeting talks",
    "consulate embassy",
    "war fighting hostilities clashes conflict battle",
    "earthquake earthquakes quake tremor shock",
    "candidate contender",
)
_IDLE = frozenset(
    (
        "about after again against ahead almost also among another around back been before being both came come could days during each "
        "early every first from full gave give given goes gone have having held hold into just last late less like made make many more "
        "most much near nearly next only other others over part people percent cent same second several since some still such than "
        "that their them then there these they third this those three through took under until very were what when where which while "
        "will with within without would year years month months week weeks day president minister government country leader leaders "
        "state states first-ever two its his her "
    ).split()
)
_LONGEST_STEM = 6


def stem(word: str) -> str:
    """The part of a word that its forms share, roughly."""
    return word[:_LONGEST_STEM].rstrip("es") if len(word) > 4 else word


@cache
def deeds_of(word: str) -> frozenset[str]:
    """The deeds that a word in lower case can tell, also one of a headline (`signs`) and a participle (`seizing`)."""
    forms = {word}
    if word.endswith("s") and word != "forces":
        forms |= {word[:-1], word[:-2]} if word.endswith(("shes", "ches", "sses")) else {word[:-1]}
        forms |= {word[:-3] + "y"} if word.endswith("ies") else set()
    elif word.endswith("ing"):
        forms |= {word[:-3], word[:-3] + "e"}
        forms |= {word[:-4]} if word[-4:-3] == word[-5:-4] else set()
    return frozenset(name for name, words in _deeds().items() if forms & words)


@cache
def thing_of(word: str) -> str:
    """The thing that a word in lower case names, by a name that its synonyms share; empty for idle words."""
    if word in _IDLE or len(word) < 4 or not word[0].isalpha():
        return ""
    first = next((line.split(" ", 1)[0] for line in THINGS if word in line.split()), "")
    return first or stem(word)


@cache
def _deeds() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in DEEDS.items()}


@cache
def _contrary() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("-")) for pair in CONTRARY.split())


def are_contrary(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of deeds share none and hold two that are steps of their own."""
    return not one & other and any(frozenset((a, b)) in _contrary() for a in one for b in other)
