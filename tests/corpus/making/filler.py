"""Filler: what articles say besides what happened: quotes, description, context; without a date and without an event that has one."""

from __future__ import annotations

from random import Random

_LINES = tuple(
    line.strip()
    for line in """
    "{Quote}," said {who} in {C}.
    "{Quote}," said {who}, who asked not to be named.
    {Who} in {C} described the mood as {mood}.
    "{Quote}. {Quote2}," {who} said.
    The question of {topic} remains {mood} for both the government and its critics.
    {Who} close to the ministry say that {topic} matters more than it seems.
    {C} is a city of wide streets, {scene} and {scene2}.
    In the cafés of {C}, people talk about {topic} more than about politics.
    Most people here live from {trade}, and few expect that to change.
    For many families in {C}, {topic} is a daily concern.
    Analysts differ on what {topic} means for the {a} government.
    The {a} press is full of letters about {topic}.
    Neither side seems to be in a hurry, according to {who}.
    There is little sign of {scene} in the streets, but much talk of {topic}.
    {Who} put it more simply: "{Quote}."
    The {a} economy depends on {trade}, {trade2} and money from workers abroad.
    It is hard to find anyone in {C} who has no opinion about {topic}.
    The roads around the city are lined with {scene} and {scene2}.
    None of this is new to people who live near the border.
    What {topic} costs is not known, and estimates vary widely.
    "{Quote}," reads a sign on the wall of a school in {C}.
    The atmosphere in the capital is {mood}.
    For {who}, the matter is one of principle rather than money.
    Public opinion is {mood}, as far as anyone can tell.
    The {a} constitution leaves such questions to parliament.
    Behind the ministry lies a square with {scene}, where children play.
    Experts call {topic} a test for the whole region.
    A spokesman for the government had no comment.
    The figures could not be checked independently.
    The details are not public.
    Much depends on {topic}, and on the price of {trade}.
    On paper, the rules about {topic} are clear; in practice they are not.
    "{Quote}," was all that {who} would say.
    The {a} opposition is small, {mood} and short of money.
    Shopkeepers complain about {topic}, and so do {who3}.
    The view from {C} is different: there, {topic} counts for more.
    Few subjects divide {who3} as much as {topic} does.
    """.strip().splitlines()
)
_WHO = (
    "a diplomat", "a shopkeeper", "a retired teacher", "a senior official", "an adviser to the government", "a student", "a bus driver",
    "a member of parliament", "an economist", "a local journalist", "a nurse", "a lawyer", "a farmer", "a former ambassador", "an engineer",
)  # fmt: skip
_MANY = ("farmers", "students", "teachers", "drivers", "dockers", "pensioners", "lawyers", "traders", "doctors", "fishermen")
_MOOD = (
    "calm", "tense", "gloomy", "cautious", "hopeful", "unusually quiet", "divided", "nervous", "cheerful", "sober", "hard to read", "mixed",
)  # fmt: skip
_TOPIC = (
    "the price of bread", "water", "the state of the roads", "the power supply", "housing", "fishing", "the harvest",
    "trust between neighbours", "the national debt", "the quality of schools", "access to the sea", "the exchange rate", "corruption",
    "customs duty", "the future of the port", "the role of the army", "border traffic", "the level of pensions", "public transport",
)  # fmt: skip
_SCENE = (
    "old plane trees", "grey apartment blocks", "tea houses", "empty shop windows", "brick warehouses", "flags", "market stalls",
    "olive groves", "posters", "street cats", "parked lorries", "fruit stands", "whitewashed walls", "quiet courtyards", "tram lines",
)  # fmt: skip
_TRADE = (
    "grain", "copper", "tourism", "textiles", "coffee", "timber", "cotton", "fish", "steel", "natural gas", "fruit", "cement", "wool",
)  # fmt: skip
_QUOTES = (
    "We want to live like everybody else", "Nobody asks us", "It is not about money", "There is no easy answer", "We need patience",
    "People are tired of waiting", "Words are cheap", "I hope that reason prevails", "This is our home", "It cannot go on like this",
    "We know our neighbours well", "The door is open", "Everything has a price", "I do not believe in miracles", "We are realists",
    "My children deserve better", "There is still room for compromise", "The mood can change quickly", "No one gains from this",
    "We are not naive", "It depends on the people at the table", "The truth lies somewhere in between", "Bread comes first",
)  # fmt: skip
_TAILS = (
    ", as anyone who spends a day in the city can see", ", even if few officials would say so in public",
    ", and there is no sign that this is about to change", ", according to people who know the region well",
    ", though the ministry takes a different view of the matter", ", at least in the eyes of those who have to live with it",
    ", whatever the newspapers on the other side of the border may say", ", and the young are no less sceptical than the old",
)  # fmt: skip
_GO_ON = frozenset(at for at, line in enumerate(_LINES) if line[-2] in "}abcdefghijklmnopqrstuvwxyz" and '"' not in line and "{" in line)


def filler(rng: Random, capital: str, adjective: str) -> str:
    """A sentence about nothing in particular in a land."""
    draw = rng.random
    who, many = _WHO[int(draw() * len(_WHO))], int(draw() * len(_MANY))
    scene, trade, quote = int(draw() * len(_SCENE)), int(draw() * len(_TRADE)), int(draw() * len(_QUOTES))
    line = int(draw() * len(_LINES))
    said = _LINES[line].format_map({
        "C": capital, "a": adjective, "who": who, "Who": _MANY[many].capitalize(), "who3": _MANY[many - 1],
        "mood": _MOOD[int(draw() * len(_MOOD))], "topic": _TOPIC[int(draw() * len(_TOPIC))],
        "scene": _SCENE[scene], "scene2": _SCENE[scene - 3],
        "trade": _TRADE[trade], "trade2": _TRADE[trade - 2], "Quote": _QUOTES[quote], "Quote2": _QUOTES[quote - 5],
    })  # fmt: skip
    if line in _GO_ON and draw() < 0.75:
        return said[:-1] + _TAILS[int(draw() * len(_TAILS))] + "."
    return said
