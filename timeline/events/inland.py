"""The state in which internal affairs are: whose election, coup, trial, protest, law or money it is."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.arguments import objects, subjects
from timeline.events.grammar import VERBAL, lemma
from timeline.events.lands import is_state
from timeline.events.names import Name
from timeline.events.phrases import GROUPS
from timeline.events.reference import Story
from timeline.events.sharing import Told
from timeline.events.wordlist import words

# What happens to a country is done by its own people, not by its parliament alone.
_PARLIAMENTS = words(
    "parliament senate congress house assembly council committee lawmaker deputy mp senator legislator legislature knesset duma "
    "bundestag chamber board court judge commission jury"
)
# Those who act within their own state alone.
_AT_HOME = words(
    "police court judge jury prosecutor magistrate cabinet voter electorate parliament senate lawmaker deputy legislature authority "
    "constitution tribunal"
)
_FORCES = words("army police soldier troop force military guard gendarme")
_VOTES = words("vote referendum election poll plebiscite ballot")
_TRIED = words(
    "arrest detain convict jail imprison sentence free release charge acquit indict execute hang try find plead pardon amnesty arrest "
    "conviction trial detention execution acquittal indictment raid"
)
_COLONIAL = words("independence independent protectorate colony dominion mandate dependency statehood")
SEATS = {
    "International Criminal Court": "The Hague",
    "International Court of Justice": "The Hague",
    "European Court of Human Rights": "Strasbourg",
    "European Court of Justice": "Luxembourg",
}


def own_state(one: Told, story: Story, kind: str, by: Sequence[str], on: Sequence[str], named: dict[int, Name]) -> str:
    """The state whose election, coup, protest, office or trial it is: that of those who act, else the one the text is about."""
    doers = [lemma(word) for word in subjects(one.head)] if one.head.pos_ in VERBAL else []
    agents = (child for child in one.head.children if child.dep_ == "agent")
    doers += [lemma(word) for agent in agents for word in agent.children if word.dep_ == "pobj"]
    told = {lemma(one.head), lemma(one.trigger)} | ({lemma(one.head.head)} if one.head.dep_ == "xcomp" else set())
    states = [name for name in dict.fromkeys((*by, *on)) if is_state(name)]
    if kind == "election" or told & _VOTES and kind in ("withdrawal", "other"):
        fits = True
    elif kind == "leadership":
        fits = not ("rule" in told and one.trigger.pos_ == "NOUN")
    elif kind == "justice":
        near = story.names_in(story.earlier(one.parsed.sentence.start, 1), one.parsed.sentence.stop)
        fits = (bool(told & _TRIED) or any(word in _AT_HOME for word in doers)) and not any(
            name.actor in SEATS or "ribunal" in name.text for name in near
        )
        fits = fits and (not states or states == [story.home] or any(word in _AT_HOME for word in doers))
    elif kind == "regime change":
        fits = True
        victims = [name for name in on if is_state(name)]
        if len(states) > 1 and victims and told & words("overthrow topple oust depose remove install"):
            return victims[0]
        if any(lemma(word) in _COLONIAL for word in (one.trigger, one.head, *one.head.children)):
            free = {named[word.i].actor for word in subjects(one.head) if word.i in named} if one.head.pos_ in VERBAL else set()
            if not free & set(states) and story.home not in states:
                return story.home
            states = [name for name in states if name in free]  # "independence from London" was not in Britain
        else:
            states = states[:1] if by and is_state(by[0]) else states
    elif kind in ("protest", "conflict", "disaster"):
        own = all(word in GROUPS for word in doers) or kind == "protest"
        foreign = any(n.how == "demonym" and n.actor != story.home for n in named.values()) and len(states) != 1
        civil = any(child.lower_ in ("civil", "ethnic", "sectarian") for word in (one.head, one.trigger) for child in word.children)
        fits = (bool(doers) or kind == "disaster") and own and not foreign and (not states or states == [story.home])
        fits = fits or len(states) == 1 and (kind == "protest" or civil)
    elif kind == "economy":
        fits = bool(states) and list(by) == states
    elif kind in ("attack", "threat", "mobilisation", "invasion"):
        tested = bool({lemma(word) for word in (one.trigger, *objects(one.head))} & words("test test-fire")) or "test" in told
        decreed = not {lemma(word) for word in objects(one.head)}.isdisjoint(words("law emergency curfew conscription"))
        fits = bool(states) and (
            tested or decreed or kind in ("attack", "invasion") and _at_home(one, named) and story.home in ("", *states)
        )
    elif kind in ("other", "rights"):
        fits = bool(states) and any(word in _PARLIAMENTS or word in _AT_HOME for word in doers)
    else:
        fits = kind == "sanction" and any(lemma(word) in _PARLIAMENTS for word in objects(one.head))  # "suspended parliament"
    if not fits or len(states) > 1:
        return ""
    if states:
        return states[0]
    clause = [named[word.i] for word in one.head.subtree if word.i in named]
    elsewhere = any(is_state(name.actor) and name.actor != story.home and not name.person for name in clause)
    return "" if elsewhere else story.home


def _at_home(one: Told, named: dict[int, Name]) -> bool:
    """Whether those who strike are the army or police of a state and no other state or its people is named in the sentence."""
    doers = subjects(one.head) if one.head.pos_ in VERBAL else []
    return any(lemma(word) in _FORCES for word in doers) and len({name.actor for name in named.values() if is_state(name.actor)}) <= 1
