"""Deeds: what can happen in the made world, each in several wordings of our own."""

from __future__ import annotations

from tests.corpus.making.wordings import Deed, wordings

_ALL: list[Deed] = []


def _deed(
    kind: str, past: str, planned: str = "", *, sides: int = 2, mutual: bool = False, where: str = "B", things: str = "",
    numbers: tuple[int, int] = (0, 0), lasting: bool = False,
) -> None:  # fmt: skip
    parts = tuple(filter(None, (part.strip() for part in things.split(";"))))
    _ALL.append(Deed(len(_ALL), kind, sides, mutual, where, parts, *numbers, lasting, wordings(past), wordings(planned)))


_deed(
    "accord",
    """
    {A} and {B} [signed] {aT} in {P} {D}.
    {D}, {A} and {B} [signed] {aT} in {P}.
    {AT} between {An} and {Bn} was [signed] in {P} {D}.
    {A} [concluded] {aT} with {Bn} {D}.
    The [signing] of the {T} between {An} and {Bn} in {P} {D} was widely expected.
    Ministers from {An} and {Bn} [signed] the {T} in {P} {D}.
    {D}, {aT} was [concluded] by {An} and {Bn}.
    """,
    """
    {A} and {B} will [sign] {aT} in {P} {D}.
    {AT} between {An} and {Bn} is to be [signed] in {P} {D}.
    """,
    mutual=True, things="border treaty; gas deal; fisheries agreement; extradition treaty; trade agreement; defence pact; water treaty",
)  # fmt: skip
_deed(
    "ceasefire",
    """
    {A} and {B} [agreed] to a ceasefire near {P} {D}.
    {D}, {A} and {B} [agreed] to a truce near {P}.
    A [ceasefire] near {P} was agreed by {An} and {Bn} {D}.
    {A} [accepted] a ceasefire with {Bn} near {P} {D}.
    {D}, a [truce] between {An} and {Bn} was agreed near {P}.
    The [ceasefire] between {An} and {Bn} near {P} was agreed {D}.
    """,
    mutual=True,
)  # fmt: skip
_deed(
    "diplomacy",
    """
    The foreign ministers of {An} and {Bn} [met] in {P} {D}.
    {D}, the foreign ministers of {An} and {Bn} [met] in {P}.
    {A} and {B} [held] talks on {T} in {P} {D}.
    [Talks] between {An} and {Bn} on {T} were held in {P} {D}.
    Delegations from {An} and {Bn} [met] in {P} {D} to discuss {T}.
    {D}, {A} and {B} [held] talks on {T} in {P}.
    The [meeting] of the {a} and {b} foreign ministers in {P} {D} dealt with {T}.
    """,
    """
    The foreign ministers of {An} and {Bn} will [meet] in {P} {D}.
    {A} and {B} will [hold] talks on {T} in {P} {D}.
    """,
    mutual=True, things="trade; fishing rights; border crossings; grain exports; water rights; migration; prisoners; air traffic",
)  # fmt: skip
_deed(
    "threat",
    """
    {A} [issued] an ultimatum to {Bn} over {T} {D}.
    {D}, {A} [gave] {Bn} an ultimatum over {T}.
    An [ultimatum] over {T} was issued to {Bn} by {An} {D}.
    {A} [delivered] an ultimatum to {Bn} over {T} {D}.
    {Bn} was [given] an ultimatum by {An} over {T} {D}.
    {D}, {A} [issued] an ultimatum to {Bn} over {T}.
    """,
    things="fishing boats; transit fees; water rights; border posts; unpaid debts; pipeline repairs",
)  # fmt: skip
_deed(
    "sanction",
    """
    {A} [imposed] sanctions on {N} {b} {T} {D}.
    {D}, {A} [imposed] sanctions on {b} {T}.
    Sanctions on {b} {T} were [imposed] by {An} {D}.
    {D}, {N} {b} {T} were [placed] under sanctions by {An}.
    {A} [announced] sanctions against {N} {b} {T} {D}.
    The [imposition] of sanctions on {b} {T} by {An} {D} surprised few people.
    """,
    """
    {A} will [impose] sanctions on {b} {T} {D}.
    """,
    things="banks; shipping companies; oil traders; airlines; arms makers; mining companies", numbers=(3, 60),
)  # fmt: skip
_deed(
    "aid",
    """
    {A} [sent] {N} tonnes of {T} to {Bn} {D}.
    {D}, {A} [delivered] {N} tonnes of {T} to {Bn}.
    {N} tonnes of {T} were [delivered] to {Bn} by {An} {D}.
    {A} [shipped] {N} tonnes of {T} to {Bn} {D}.
    A [shipment] of {N} tonnes of {T} from {An} reached {Bn} {D}.
    {D}, {N} tonnes of {T} were [sent] to {Bn} by {An}.
    """,
    """
    {A} will [send] {N} tonnes of {T} to {Bn} {D}.
    """,
    things="flour; medicine; rice; fuel; tents; seed", numbers=(20, 900),
)  # fmt: skip
_deed(
    "mobilisation",
    """
    {A} [deployed] {N} troops near {P} {D}.
    {D}, {A} [deployed] {N} soldiers near {P}.
    {N} {a} troops were [deployed] near {P} {D}.
    {A} [sent] {N} troops to the area around {P} {D}.
    The [deployment] of {N} {a} troops near {P} {D} alarmed residents.
    {D}, {N} {a} soldiers were [sent] to {P}.
    """,
    """
    {A} will [deploy] {N} troops near {P} {D}.
    """,
    sides=1, where="A", numbers=(300, 9000),
)  # fmt: skip
_deed(
    "attack",
    """
    {a} warplanes [bombed] {aT} near {P} {D}, killing {N} people.
    {D}, {a} aircraft [bombed] {aT} near {P}.
    {AT} near {P} was [bombed] by {a} warplanes {D}.
    {A} [attacked] {aT} near {P} {D}, killing {N} people.
    {AA} [air strike] on {aT} near {P} killed {N} people {D}.
    {D}, {N} people were [killed] in {aa} air strike on {aT} near {P}.
    """,
    things="fuel depot; ammunition depot; radar station; power station; railway bridge; army barracks", numbers=(2, 80),
)  # fmt: skip
_deed(
    "invasion",
    """
    {a} forces [captured] {P} {D}.
    {D}, {a} troops [seized] {P} from {b} forces.
    {P} was [captured] by {a} forces {D}.
    {A} [captured] {P} from {Bn} {D}.
    The [capture] of {P} by {a} forces {D} cut the road to the coast.
    {D}, {a} forces [took] control of {P}.
    """,
)  # fmt: skip
_deed(
    "conflict",
    """
    {a} and {b} troops [clashed] near {P} {D}.
    {D}, {a} and {b} forces [clashed] near {P}.
    [Clashes] between {a} and {b} troops near {P} killed {N} soldiers {D}.
    [Fighting] between {a} and {b} forces near {P} killed {N} soldiers {D}.
    {D}, {a} troops [fought] {b} forces near {P}.
    {N} soldiers were [killed] in clashes between {a} and {b} troops near {P} {D}.
    """,
    mutual=True, numbers=(3, 90), lasting=True,
)  # fmt: skip
_deed(
    "withdrawal",
    """
    {A} [withdrew] {N} troops from {P} {D}.
    {D}, {A} [withdrew] its forces from {P}.
    {N} {a} troops were [withdrawn] from {P} {D}.
    {a} forces [pulled] out of {P} {D}.
    The [withdrawal] of {N} {a} troops from {P} {D} was watched by monitors.
    {D}, {a} troops [left] {P}.
    """,
    """
    {A} will [withdraw] {N} troops from {P} {D}.
    """,
    numbers=(200, 8000),
)  # fmt: skip
_deed(
    "leadership",
    """
    {W} was [appointed] {T} of {An} {D}.
    {D}, {W} was [named] {T} of {An}.
    {A} [appointed] {W} {T} {D}.
    {W} [became] {T} of {An} {D}.
    {D}, {W} [took] office as {T} of {An}.
    The [appointment] of {W} as {T} of {An} {D} was well received.
    """,
    sides=1, where="", things="foreign minister; defence minister; finance minister; interior minister",
)  # fmt: skip
_deed(
    "election",
    """
    {W} [won] the presidential election in {An} {D}.
    {D}, {W} was [elected] president of {An}.
    {W} was [elected] president of {An} {D} with {N} per cent of the vote.
    Voters in {An} [elected] {W} president {D}.
    {D}, {W} [won] the {a} presidential election with {N} per cent of the vote.
    The [election] of {W} as president of {An} {D} ended a long campaign.
    """,
    sides=1, where="", numbers=(51, 79),
)  # fmt: skip
_deed(
    "protest",
    """
    About {N} people [protested] against {T} in {P} {D}.
    {D}, some {N} people [demonstrated] against {T} in {P}.
    A [protest] against {T} drew {N} people in {P} {D}.
    Crowds [protested] against {T} in {P} {D}.
    {D}, {N} people [marched] through {P} against {T}.
    Thousands [rallied] against {T} in the {pa} city of {P} {D}.
    """,
    sides=1, where="A", things="fuel prices; a pension law; food prices; a media law; power cuts; a water tariff", numbers=(2000, 90000),
)  # fmt: skip
_deed(
    "justice",
    """
    A court in {P} [sentenced] {W} to {N} years in prison for {T} {D}.
    {D}, {aa} court [jailed] {W} for {N} years for {T}.
    {W} was [sentenced] to {N} years in prison for {T} by {aa} court {D}.
    {D}, a judge in {P} [sentenced] {W} to {N} years in prison.
    {AA} court [convicted] {W} of {T} {D}.
    {W} was [convicted] of {T} in {P} {D}.
    """,
    sides=1, where="A", things="fraud; espionage; embezzlement; bribery; smuggling; tax evasion", numbers=(2, 25),
)  # fmt: skip
_deed(
    "economy",
    """
    The {a} central bank [raised] its main interest rate to {N} per cent {D}.
    {D}, the central bank of {An} [raised] interest rates to {N} per cent.
    Interest rates were [raised] to {N} per cent by the {a} central bank {D}.
    {D}, interest rates in {An} were [raised] to {N} per cent.
    {An} [raised] interest rates to {N} per cent {D}.
    The central bank in {C} [raised] interest rates to {N} per cent {D}.
    """,
    sides=1, where="", numbers=(4, 39),
)  # fmt: skip
_deed(
    "disaster",
    """
    An earthquake [struck] {P} {D}, killing {N} people.
    {D}, an earthquake [killed] {N} people in {P}.
    At least {N} people were [killed] in an earthquake in {P} {D}.
    An [earthquake] near the {pa} city of {P} killed {N} people {D}.
    {D}, an earthquake [hit] the {pa} city of {P}.
    {P} was [struck] by an earthquake {D}.
    """,
    sides=1, where="A", numbers=(5, 900),
)  # fmt: skip
_deed(
    "statement",
    """
    {A} [condemned] {b} plans for {aT} {D}.
    {D}, {A} [condemned] {b} plans for {aT}.
    {b} plans for {aT} were [condemned] by {An} {D}.
    {A} [denounced] {b} plans for {aT} {D}.
    {D}, {b} plans for {aT} were [denounced] by {An}.
    {A} [condemned] plans by {Bn} for {aT} {D}.
    """,
    things="naval base; missile site; border fence; dam; nuclear plant; pipeline",
)  # fmt: skip
_deed(
    "regime change",
    """
    Soldiers [overthrew] President {W} of {An} {D}.
    {D}, soldiers [ousted] President {W} of {An}.
    President {W} of {An} was [overthrown] by the army {D}.
    The {a} army [overthrew] President {W} {D}.
    {D}, President {W} of {An} was [ousted] in a coup.
    A [coup] in {An} ousted President {W} {D}.
    """,
    sides=1, where="",
)  # fmt: skip

DEEDS = tuple(_ALL)
