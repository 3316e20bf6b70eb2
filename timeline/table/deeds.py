"""Deeds: words of titles that tell the same step of a story, and steps that must not be taken for one another."""

from __future__ import annotations

import re
from functools import cache

# Phrases that tell another deed than their words do, and the words that tell it.
PHRASES = tuple(
    (re.compile(rf"\b(?:{phrase})\b"), words)
    for phrase, words in (
        (
            r"(?:comes?|came|coming|enter(?:s|ed|ing)?|goes|went) into (?:force|effect)|t(?:akes?|ook|aking) effect|(?:be|is|was) in force",
            "effect",
        ),
        (r"t(?:akes?|ook|aking) hold", "began"),
        (r"t(?:akes?|ook|aken|aking) office", "inaugurated"),
        (r"t(?:akes?|ook|aken|aking) to the streets", "protested"),
        (r"t(?:akes?|ook|aken|aking) (?:place|part)", ""),
        (r"t(?:akes?|ook|aken|aking) (?:over|power)", "took overthrew"),
        (r"t(?:akes?|ook|aken|aking) control", "captured"),
        (r"seiz(?:es?|ed|ing) (?:power|control of the (?:country|state|government))", "overthrew"),
        (r"(?:regime|government|junta|monarchy) (?:falls?|fell|fallen|collapse[sd]?)", "regime overthrown"),
        (
            r"end(?:s|ed|ing)? (?:[\w-]+ ){0,4}(?:in|with) (?:an? )?(?=(?:\w+ )?(?:accord|agreement|deal|pact|treaty|truce|ceasefire))",
            "signed ",
        ),
        (r"(?:halt|stop|end|suspend|cease)(?:s|p?ed|ing)? (?:fighting|hostilities|fire)", "truce"),
        (r"br(?:eaks?|oke|oken|eaking) out", "began"),
        (r"br(?:eaks?|oke|oken|eaking) into", "stormed"),
        (r"(?:is|are|was|were|been|being) held(?! (?:in|on|at|for|with|between|under)\b)", "detained"),
        (r"(?:suspend|halt|stop)(?:s|p?ed)? (?:\w+ ){0,2}payments?", "defaulted"),
        (r"(?:go|goes|went|gone|flies|flew|flown) (?:\w+ )?into exile", "left exile"),
        (r"br(?:eaks?|oke|oken|eaking) away", "independence"),
        (r"call(?:s|ed|ing)? up", "mobilised"),
        (r"call(?:s|ed|ing)? off", "cancelled"),
        (r"call(?:s|ed|ing)? (?:an? )?(?:\w+ )?(?:elections?|vote|referendum|poll)", "scheduled"),
        (r"cut(?:s|ting)? off", "suspended"),
        (r"(?:shoots?|shot) down", "downed"),
        (r"touch(?:es|ed) down", "landed"),
        (r"(?:gives?|gave|given) up (?:power|the (?:presidency|premiership|throne))", "resigned"),
        (r"(?:go|goes|went|gone) to the polls", "voted"),
        (r"vot(?:es?|ed|ing) to (?:leave|join)", "voted"),
        (r"asks? for forgiveness|asked (?:\w+ ){0,2}for forgiveness", "apologised"),
        (r"w[io]ns? (?=(?:\w+ ){0,4}(?:prize|medal|award)\b)", "awarded "),
    )
)
# What is done, and the words that tell it. The first words of a line are verbs; forms are found by `stem`.
DEEDS = {
    "announce": "announce announced announcement declare declared unveil unveiled proclaim proclaimed",
    "propose": "propose proposed proposal suggest suggested",
    "apply": "apply applied application applications bid request requested",
    "approve": "approve approved approval ratify ratified ratification endorse endorsed back backed cleared passed adopt adopted",
    "sign": "sign signed signing signature initialled inked agree agreed reach reached conclude concluded "
    "clinch clinched seal sealed broker brokered mediate mediated accept accepted",
    "effect": "effect",
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
    "leave": "flee fled exile exiled escape escaped "
    "leave left leaving withdraw withdrew withdrawn withdrawal quit exit pull pulled depart departed departure retreat retreated",
    "return": "return returned returning rejoin rejoined restore restored",
    "begin": "begin began begun beginning start started outbreak broke erupt erupted",
    "resume": "resume resumed resumption flared flare",
    "end": "end ended ending expire expired expiry collapse collapsed lapse lapsed",
    "cancel": "cancel cancelled canceled cancels scrap scrapped postpone postponed",
    "fail": "fail failed collapse collapsed default defaulted bankruptcy bankrupt insolvency insolvent",
    "meet": "meet met meeting summit talks talked visit visited host hosted tour toured arrive arrived flew "
    "travel travelled receive received spoke phoned telephoned",
    "elect": "elect elected election win won defeat defeated beat beaten vote voted run-off runoff victory "
    "landslide triumph triumphed chose chosen re-elected reelected re-election ballot poll",
    "install": "sworn inaugurate inaugurated inauguration office took",
    "overthrow": "overthrow overthrew overthrown topple toppled oust ousted unseat unseated putsch seize seized coup depose deposed",
    "resign": "resign resigned resignation stepped step quit",
    "strike": "strike strikes struck hit hits attack attacked bomb bombed bombing bombard bombarded shell shelled shelling raid raided "
    "fire fired launch launched destroy destroyed target targeted missile missiles rocket rockets drone drones explode exploded "
    "blast blasts explosion explosions shake shook shaken rock rocked devastate devastated ravage ravaged",
    "kill": "kill killed killing die died death deaths assassinate assassinated assassination dead slain execute executed execution hanged",
    "invade": "overrun overran roll rolled invade invaded invasion storm stormed incursion enter entered pour poured cross crossed",
    "capture": "capture captured take took taken recapture recaptured "
    "retake retook retaken overrun overran enter entered seize seized fall fell fallen",
    "release": "release released releasing free freed",
    "arrest": "arrest arrested detain detained jail jailed",
    "sentence": "sentence sentenced convict convicted conviction jail jailed",
    "indict": "indict indicted indictment charge charged",
    "condemn": "condemn condemned denounce denounced blame blamed accuse accused "
    "criticise criticised criticize criticized deplore deplored slam slammed",
    "welcome": "welcome welcomed praise praised hail hailed",
    "reject": "reject rejected refuse refused veto vetoed",
    "schedule": "schedule scheduled",
    "call": "call called",
    "threaten": "threaten threatened threat warn warned warning ultimatum vow vowed retaliate retaliation",
    "apologise": "apologise apologised apologize apologized apology",
    "mobilise": "mobilise mobilised mobilisation mobilize mobilized mobilization reservist reservists conscripts",
    "protest": "protest protests protested protesters protestors demonstrate demonstrated demonstration demonstrations demonstrators "
    "march marched rally rallied riot riots rioted unrest",
    "give": "give gave given deliver delivered delivery supply supplied grant granted provide provided lend lent loan donate donated "
    "receive received",
    "appoint": "appoint appointed appointment named nominate nominated",
    "land": "land landed landing",
    "independence": "independence independent secede seceded secession",
    "annex": "annex annexed annexation",
    "quake": "earthquake earthquakes quake quakes tremor tremors shock shocks",
}
# Two rows of which one tells the first and the other the second are two events, also on one day.
CONTRARY = """announce-effect approve-effect sign-effect sign-approve sign-extend sign-suspend sign-leave sign-end sign-cancel sign-reject
propose-sign propose-approve propose-effect apply-join apply-approve join-approve join-leave join-suspend impose-lift
impose-suspend effect-extend effect-suspend effect-end extend-suspend extend-end extend-leave extend-lift suspend-resume
suspend-return lift-resume suspend-leave leave-return begin-end begin-resume end-resume cancel-meet cancel-elect elect-install
elect-overthrow install-overthrow install-resign elect-resign condemn-strike condemn-kill condemn-quake welcome-sign
welcome-effect strike-effect strike-sign release-arrest release-kill approve-reject condemn-overthrow welcome-elect meet-strike
break-return break-establish break-join award-receive announce-elect announce-strike announce-join announce-leave
arrest-sentence indict-arrest indict-sentence appoint-resign schedule-elect call-meet"""
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
    "residence palace house mansion",
    "relations ties",
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


def reworded(title: str) -> str:
    """The title in lower case, with each phrase that tells a deed replaced by words of that deed."""
    title = title.lower()
    for phrase, words in PHRASES:
        title = phrase.sub(words, title)
    return title


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
def things_of_deeds() -> frozenset[str]:
    """What `thing_of` makes of the words that tell deeds."""
    return frozenset(thing_of(word) for words in _deeds().values() for word in words)


@cache
def _contrary() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("-")) for pair in CONTRARY.split())


def are_contrary(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of deeds share none and hold two that are steps of their own."""
    return not one & other and any(frozenset((a, b)) in _contrary() for a in one for b in other)
