"""Kinds that a verb has only in company: what "collapse", "strike", "enter" or "take" tells hangs on who does it or what it takes."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from timeline.events.wordlist import words

# Nouns by what they belong to. A line of the table below may name a group in capitals.
GROUPS = {
    "MONEY": words(
        "rate inflation price currency lira rouble ruble pound dollar euro yen yuan rupee peso rial riyal franc zloty krona dinar share "
        "stock bond index market gdp output export import unemployment wage salary pension tax budget deficit surplus reserve revenue "
        "income profit sale growth economy demand consumption productivity rating outlook debt barrel production cost zero subsidy "
        "interest credit trade turnover investment spending loan yield "
    ),
    "COIN": words("currency lira rouble ruble pound dollar euro yen yuan rupee peso rial inflation price rate zero export output"),
    "BUILT": words("bridge dam building block roof levee mine tower factory stand tunnel embankment hotel school mosque"),
    "PLANT": words("reactor plant refinery tanker pipeline factory warehouse depot rocket shuttle boiler volcano mount silo"),
    "WEAPON": words("bomb shell missile rocket grenade torpedo drone mortar warhead explosive device mine bullet"),
    "ROLE": words(
        "president minister premier chancellor secretary chairman chair chairwoman governor commander chief king queen pope leader "
        "ambassador director speaker successor heir head marshal emperor sultan caliph mayor commissioner adviser candidate dictator "
        "regent presidency "
    ),
    "REALM": words("region province country party government ministry city state republic district department agency colony empire"),
    "TALKS": words("talk negotiation conference summit dialogue mediation"),
    "TRUCE": words("ceasefire truce armistice cease-fire"),
    "BORDER": words("border frontier airspace crossing embassy consulate strait"),
    "LETTER": words("letter note message telegram fax cable reply"),
    "ENVOY": words("envoy delegation mission minister diplomat emissary ambassador negotiator"),
    "ACCUSED": words("charge count accusation allegation"),
    "SPEECH": words("speech address statement interview sermon lecture broadcast briefing"),
    "PRIZE": words("prize medal nobel award honour honor"),
    "WORKER": words("worker miner driver teacher dockworker railwayman nurse farmer student pilot shipyard union"),
    "VESSEL": words("fleet ship warship carrier frigate destroyer submarine flotilla squadron"),
    "LISTED": words("person official company firm bank entity member individual body businessman"),
    "FALLEN": words("dead death victim body casualty toll"),
    "OFFICE": words("president presidency office seat parliament mayor governor senate congress assembly"),
    "RULE": words("monarchy caliphate republic kingdom empire sultanate monarch throne parliament assembly"),
    "LOST": words("soldier man troop life battle war crew"),
    "FIGHTER": words(
        "mercenary rebel army troop soldier tank column militia legion guerrilla fighter insurgent division brigade battalion regiment "
        "convoy militant paratrooper"
    ),
    "UNIFORM": words("army military general officer soldier junta guard colonel captain troop commander"),
    "RULER": words("king queen president dictator shah emperor sultan ruler premier government regime emir"),
    "PACT": words("treaty accord agreement pact deal convention protocol"),
    "ARMS": words("weapon arm gun rifle"),
    "JAIL": words("prison jail cell custody detention"),
    "PUBLIC": words("nation people parliament reporter journalist crowd congress house audience press lawmaker"),
    "RUIN": words("rubble ruin debris wreckage survivor collapse"),
}

# Verbs | what stands beside them | the kind. The first line that fits tells. `<` who or what does it, `>` what is taken, else either.
_TABLE = """
    take drag haul bring refer | >court tribunal icj icc | justice
    file bring lodge submit open hear lose win | >case suit lawsuit complaint charge | justice
    read hand overturn | >verdict judgment sentence | justice
    clear acquit absolve find | ACCUSED guilty | justice
    collapse crash fall tumble plunge sink crumble dive rocket jump leap double triple halve rise drop slip slide surge climb grow \
        shrink decline recover rebound average reach touch exceed top strengthen weaken lose gain cut lower raise increase reduce slash \
        change set freeze peg soar lift stabilise fix hold slow pay expect | MONEY | economy
    strike hit let | COIN | economy
    collapse fail | <bank lender company firm airline insurer | economy
    collapse burst break fall | BUILT | disaster
    explode blow erupt burn melt leak | <PLANT | disaster
    crash derail sink capsize | <plane aircraft airliner helicopter train ferry boat jet | disaster
    collapse break stall founder fail | <TALKS | diplomacy
    collapse fall | <government cabinet coalition | leadership
    collapse fall break hold | TRUCE | ceasefire
    come follow strike hit shake | <shock tremor aftershock | disaster
    count rise reach confirm | FALLEN | disaster
    pull dig rescue save | RUIN | aid
    cross arrive reach leave enter roll | <convoy aid relief food medicine | aid
    run govern administer manage | >REALM | leadership
    run stand | >OFFICE | election
    make choose pick declare proclaim be remain name crown become | >ROLE | leadership
    become | >member | accord
    become | >republic kingdom dominion | regime change
    abolish dissolve | >RULE | regime change
    drop fire rain land fall go throw hurl lob plant defuse plunge | WEAPON | attack
    tear rip hole damage cripple pierce hit strike sink reach | <WEAPON | attack
    damage | torpedo mine missile drone bomb fire raid | attack
    relieve | >command duty post commander general | leadership
    send dispatch hand deliver write read | >LETTER | statement
    send dispatch receive | >ENVOY | diplomacy
    close shut seal | >BORDER | sanction
    open reopen | >BORDER | diplomacy
    broker mediate host sponsor | >talk negotiation meeting summit dialogue | diplomacy
    broker mediate | >ceasefire truce armistice | ceasefire
    approve pledge promise unlock release disburse announce | >aid assistance relief | aid
    cut | >tie link relation power electricity gas | sanction
    list | >LISTED | sanction
    award give grant receive win accept decline share | >PRIZE | other
    give deliver make hold | >SPEECH | statement
    grant give win gain | >independence autonomy | regime change
    strip abolish revoke | >autonomy | regime change
    grant | >asylum | diplomacy
    grant | >amnesty pardon | justice
    strike walk | <WORKER | protest
    rise | people peasant slave worker populace against | conflict
    sail leave depart steam | <VESSEL | mobilisation
    lose | >LOST | conflict
    lose | >power | regime change
    approve back endorse | >bid candidacy accession membership | accord
    join form | >coalition government cabinet | leadership
    impose introduce declare proclaim extend prolong lift | >curfew emergency martial | mobilisation
    proclaim declare establish found | >republic kingdom empire independence caliphate | regime change
    flee | <RULER | regime change
    remove oust depose dismiss topple | <UNIFORM | regime change
    march advance drive push head race | <FIGHTER | conflict
    suspend freeze denounce terminate abandon scrap tear quit renounce abrogate cancel leave | >PACT | withdrawal
    come enter take go begin start hold last expire | <TRUCE | ceasefire
    hand lay surrender give turn deliver put | >ARMS | ceasefire
    speak talk | >PUBLIC | statement
    put place estimate | >number toll figure | statement
    tear pull topple | >statue monument flag | protest
    launch send | >satellite sputnik probe spacecraft shuttle cosmonaut astronaut telescope | other
    walk come get leave escape free release | >JAIL | justice
    hear question | >witness testimony | justice
    bring | >power | regime change
    set | >record | other
    break | >record deadlock | other
"""


@cache
def _by_verb() -> dict[str, tuple[tuple[str, frozenset[str], str], ...]]:
    table: dict[str, list[tuple[str, frozenset[str], str]]] = {}
    for line in _TABLE.strip().splitlines():
        verbs, beside, kind = (part.strip() for part in line.split("|"))
        side = beside[0] if beside[0] in "<>" else ""
        nouns: set[str] = set()
        for word in beside.removeprefix(side).split():
            nouns |= GROUPS.get(word, frozenset((word,)))
        for verb in verbs.split():
            table.setdefault(verb, []).append((side, frozenset(nouns), kind))
    return {verb: tuple(lines) for verb, lines in table.items()}


def kind_in_company(verb: str, does: Set[str], taken: Set[str]) -> str:
    """The kind of a verb with those who do it and what it takes, all in their dictionary form; empty if they tell nothing."""
    for side, nouns, kind in _by_verb().get(verb, ()):
        if (side != ">" and nouns & does) or (side != "<" and nouns & taken):
            return kind
    return ""


def mentioned(verb: str) -> bool:
    """Whether the table knows the verb at all."""
    return verb in _by_verb()
