"""Where an event happened: the names of places around an event word, by the preposition and the part of the sentence they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.dates.grain import Grain
from timeline.events.arguments import is_speaking, noun_kind
from timeline.events.grammar import VERBAL, lemma
from timeline.events.grounds import ABROAD, around, struck
from timeline.events.lands import is_event, is_state, kind_of_place, place_of
from timeline.events.names import SHIPS, Name
from timeline.events.phrases import KINDS_OF_PLACE, NO_PLACE, capitals, is_ground
from timeline.events.reference import Story
from timeline.events.scenes import MOTION, REACHING, described, scene_of
from timeline.events.sharing import Told
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_AT = words("in at near inside outside around across throughout off along above beneath beyond")
_NEAR = words("in at near outside inside around off")
_TOWARDS = words("to into from toward towards onto through")
# In these kinds a state that is acted on is also the place.
_FOUGHT_ON = ("invasion", "attack", "conflict", "regime change", "disaster", "protest", "election", "withdrawal", "mobilisation")
_UNDERGOING = ("see", "suffer", "witness", "hold", "have", "experience", "undergo", "face")


# "On the streets of Harare", "off the coast of Crimea": what is in such a part of a place is in the place.
_PARTS = KINDS_OF_PLACE | words(
    "street outskirt coast heart centre center edge shore bank suburb north south east west sky water tip coastline waterfront middle "
    "slope foothill jungle desert mountain half quarter neighbourhood neighborhood corner camp fortress seaport airport base"
)


_SITES = KINDS_OF_PLACE | words(
    "airport embassy consulate hospital base airbase prison jail hotel palace border coast waters airspace territory soil "
    "stadium square  mosque church cathedral synagogue temple school university club nightclub theatre theater station market "
    "mall street suburb countryside  jungle desert mountain highland interior seaport harbour harbor shipyard refinery plant "
    "reactor mine factory camp courtroom courthouse  cemetery bridge crossing checkpoint garrison fortress barrack warehouse "
    "depot field north south east west northeast northwest  southeast southwest heartland exclave enclave outskirt "
    "neighbourhood neighborhood headquarters savannah savanna plateau valley"
)
_ON = ("island", "peninsula", "river", "lake", "mountains", "strait")
_LATER = words("after before since following until amid despite")
_RULED = words("protectorate colony dominion mandate dependency trusteeship rule")
_MADE = words("adopt sign conclude agree reach initial negotiate make draft draw broker seal strike")


class Places:
    """The places of one event, taken up while its words are walked."""

    def __init__(self, one: Told, story: Story, kind: str, timed: frozenset[int], named: dict[int, Name]) -> None:
        self.one, self.story, self.kind, self.timed, self.named = one, story, kind, timed, named
        self.found: list[str] = []
        self.borne: list[str] = []  # in the name of a treaty, which is made there and holds elsewhere
        self.meant = ""  # by "the city" or "there", for want of a name

    def take(self, name: str) -> None:
        """One place more."""
        if name and name not in self.found:
            self.found.append(name)

    def of_place_alone(self, token: Token, name: Name, prep: str) -> bool:
        """Whether a name says where and nothing else; what is gone to is a place too, and may act besides."""
        if prep in _AT and name.how == "metonym" and not name.place:
            self.take(name.text.removeprefix("the "))
            return True
        place = place_of(name)
        if not place or name.how == "demonym" or self._said(token):
            return not (name.actor or name.person)
        word = self._governed(token, name)
        if prep in _AT:
            if not self._held_elsewhere(word):
                self.take(place)
            return token.dep_ != "poss" or not name.actor  # "in Russia's Ryazan region" also tells whose it is
        if prep in _TOWARDS and self._is_way(word, prep):
            self.take(place)
        if word.dep_ == "dobj" and lemma(word.head) in REACHING:
            self.take(place)
        if token.dep_ in ("compound", "amod") and is_event(token.head) and self._is_ground(name):
            (self._bear if noun_kind(token.head) == "accord" else self.take)(place)  # "Geneva talks", "the Oslo accords"
            return not (name.actor or name.person)
        if prep == "of" and word.head.head.pos_ == "PROPN" and noun_kind(word.head.head) == "accord":
            self._bear(place)  # "the Treaty of Lausanne"
            return not (name.actor or name.person)
        if name.actor or name.person:
            return False
        if prep in ("of", "on", "over", "against", "for") or word.dep_ in ("dobj", "nsubjpass", "nsubj"):
            self.take(place)
        return True

    def _bear(self, place: str) -> None:
        if place not in self.borne:
            self.borne.append(place)

    def _is_ground(self, name: Name) -> bool:
        """Whether a name is that of a place in a state, which does not act as a state does."""
        return kind_of_place(name.place) not in ("", "country", "continent")

    def _said(self, token: Token) -> bool:
        """Whether a word is part of what somebody said, which did not happen where it was said."""
        head = self.one.head
        for word in (token, *token.ancestors):
            if word == head:
                return False
            if word.dep_ == "ccomp" and word.head == head and is_speaking(head):
                return True
        return False

    def _held_elsewhere(self, word: Token) -> bool:
        """Whether another event has the place: "after talks in Doha", "the rivalries in the Middle East that it could cool"."""
        head = self.one.head
        if any(above.dep_ == "relcl" for above in (word.head, word.head.head)) and head not in (word.head, word.head.head):
            return True
        under = frozenset(head.ancestors)
        for above in word.ancestors:
            if above == head or above in under:
                return False
            later = above.lower_ in _LATER and above.dep_ in ("prep", "mark")
            if above.lower_ == "before" and above.dep_ == "prep":  # not "stood before the town hall in Berlin"
                later = any(noun_kind(noun) or noun.ent_type_ in ("DATE", "EVENT") for noun in above.children if noun.dep_ == "pobj")
            later = later or above.lower_ == "under" and any(noun_kind(noun) for noun in above.children if noun.dep_ == "pobj")
            if later or lemma(above) in ("government", "regime") and above.head.lower_ == "against":
                return True
            if head.pos_ not in VERBAL and above.pos_ == "NOUN" and noun_kind(above):
                return True
        return False

    def _is_way(self, word: Token, prep: str) -> bool:
        """Whether "to" or "from" a place tells of a way, not of a side: "flew to Moscow" but "independence from London"."""
        if prep in ("into", "onto", "through", "toward", "towards"):
            return True
        over = next((above for above in word.ancestors if above.pos_ != "ADP"), None)
        return over is not None and lemma(over) in MOTION

    def suffered(self, name: Name) -> bool:
        """Takes what an event was done to; whether the name is a city and does not act ("the siege of Sarajevo")."""
        self.take(place_of(name))
        return bool(place_of(name)) and name.how == "metonym"

    def of_party(self, token: Token, name: Name, acted_on: bool) -> None:
        """Takes a state that is acted on, or that undergoes something, where that is also the place."""
        place = place_of(name)
        if self._said(token) or token.dep_ == "poss" or not self._taken_itself(token, name):
            return
        if token.dep_ in ("compound", "amod") and (lemma(token.head) in ABROAD or lemma(token.head) in _RULED):
            return  # the American embassy, a British protectorate
        if acted_on and place and name.how in ("name", "metonym") and self.kind in _FOUGHT_ON:
            self.take(place)
        saw = not acted_on and token.dep_ in ("nsubj", "compound") and lemma(self.one.head) in _UNDERGOING
        if saw and place and self.kind in _FOUGHT_ON and self.kind != "mobilisation":
            self.take(place)
        if self.kind == "regime change" and name.how == "demonym" and is_state(name.actor) and acted_on:
            self.take(name.actor)

    def _taken_itself(self, token: Token, name: Name) -> bool:
        """Whether a state is what is acted on, and not only what names it: not Iran in "out of the Iran nuclear deal"."""
        word = self._governed(token, name)
        if word.dep_ in ("compound", "amod", "nmod") and word.head.pos_ in ("NOUN", "PROPN"):
            return noun_kind(word.head) in _FOUGHT_ON or self._is_ground(name)
        if self.kind == "withdrawal":
            return word.dep_ == "pobj" and word.head.lower_ in ("from", "of")
        if word.dep_ == "pobj" and (word.head.lower_ == "from" or word.head.lower_ == "to" and self.kind not in ("conflict", "attack")):
            return self._is_way(word, word.head.lower_)
        return word.dep_ != "pobj" or word.head.lower_ not in ("by", "with", "between", "for")

    def described(self, token: Token, acted_on: bool) -> None:
        """What "the city", "the country" or "there" stands for, where such a word tells the place."""
        if token.pos_ not in ("NOUN", "ADV", "PRON") or self._said(token):
            return
        reached = token.dep_ == "dobj" and lemma(token.head) in REACHING
        undergone = (acted_on and token.dep_ in ("dobj", "nsubjpass") or token.dep_ == "nsubj") and self.kind in _FOUGHT_ON
        site = token.dep_ == "poss" and lemma(token.head) in _SITES and token.head.dep_ in ("dobj", "nsubjpass", "pobj")
        undergone = undergone or site and acted_on and self.kind in (*_FOUGHT_ON, "sanction", "other")  # "shut the country's airspace"
        prep = self.preposition_over(token, None)
        if token.lower_ == "there" or reached or undergone or prep in _AT or prep in _TOWARDS and self._is_way(token, prep):
            self.meant = self.meant or described(self.one, self.story, token)

    def unlisted(self, token: Token, acted_on: bool) -> None:
        """A place that no table lists: a name after "in", "at" or "near", or one that was taken or attacked."""
        if token.pos_ == "PROPN" and token.dep_ == "compound" and lemma(token.head) in _SITES and token.i == token.head.i - 1:
            if self.preposition_over(token.head, None) in _AT and token.ent_type_ not in ("NORP", "PERSON", "DATE"):
                self.take(capitals(token).text)  # "at Sheremetyevo airport"
            return
        if token.pos_ != "PROPN" or token.dep_ == "compound" or token.ent_type_ in ("DATE", "TIME", "EVENT", "LAW", "NORP", "MONEY"):
            return
        if self.story.persons_in(self.one.parsed.start(token), self.one.parsed.stop(token)):
            return  # "Karume is shot dead"
        prep = self.preposition_over(token, None)
        seized = self.kind == "invasion" and acted_on and token.dep_ in ("dobj", "nsubjpass", "conj") and token.ent_type_ != "ORG"
        ground = token.ent_type_ in ("GPE", "LOC", "FAC") and prep in _TOWARDS
        attacked = self.kind in ("attack", "conflict") and acted_on and token.dep_ in ("dobj", "nsubjpass") and is_ground(token)
        ground = ground or prep == "on" and token.ent_type_ in ("GPE", "LOC")
        if (prep in _AT or ground or seized or attacked) and token.text[0].isupper():
            name = capitals(token)
            if name[-1].text not in NO_PLACE and name[0].text not in SHIPS and name.text.removesuffix("'s"):
                self.take(name.text.removesuffix("'s"))

    def beside(self) -> None:
        """Where no place belongs to the event word: the nearest "in", "at" or "near" a place in the words that hang on it."""
        head = self.one.head
        best: tuple[int, str] | None = None
        for token in head.subtree:
            name = self.named.get(token.i)
            place = place_of(name) if name is not None and name.how != "demonym" else ""
            if not place or token.i in self.timed or self.preposition_over(token, name) not in _NEAR or self._told_apart(token, head):
                continue
            if self._held_elsewhere(self._governed(token, name)):
                continue
            far = abs(token.i - head.i)
            if best is None or far < best[0]:
                best = (far, place)
        if best is not None:
            self.take(best[1])

    @staticmethod
    def _told_apart(token: Token, head: Token) -> bool:
        """Whether another clause of its own stands between a word and the event word."""
        for word in token.ancestors:
            if word == head:
                return False
            finite = word.pos_ in VERBAL and (word.tag_ != "VB" or any(child.tag_ == "MD" for child in word.children))
            while_ = any(child.dep_ == "mark" and child.lower_ in ("while", "as") for child in word.children)
            shared = word.dep_ == "conj" and lemma(word) not in MOTION and lemma(head) not in MOTION
            shared = shared and not any(
                child.dep_ in ("nsubj", "nsubjpass") for child in word.children
            )  # "set up and armed squads in Davao"
            shared = shared or word.dep_ == "relcl" and word.head == head  # "a standoff that ended with Chinese ships at the shoal"
            if finite and word.dep_ in ("relcl", "conj", "ccomp", "parataxis", "advcl") and not while_ and not shared:
                return True
        return True

    def around(self) -> None:
        """Where no place belongs to the event word or hangs on it: what it was done to, and the clause that it is told within."""
        for place in struck(self.one, self.named, self.timed, self.kind):
            self.take(place)
        if not self.found and not self.meant:
            self.take(around(self.one, self.named, self.timed))

    def filed(self) -> None:
        """A report's own news, in its first sentences, is where it was sent from, if the text says nothing else."""
        story, when, published = self.story, self.one.timex.when, self.story.article.published
        if (
            self.found
            or not story.filed
            or self.kind not in ("accord", "diplomacy", "protest", "ceasefire", "justice", "disaster")
            or published is None
            or when is None
        ):
            return
        lead = [s for s in story.sentences if not s.heading][:2]
        fresh = when.is_unit and when.grain is Grain.day and when.start is not None and 0 <= (published - when.start).days <= 3
        if fresh and self.one.parsed.sentence in lead:
            self.take(story.filed)

    def settle(self, by: Sequence[str], on: Sequence[str]) -> tuple[str, ...]:
        """The places in the end: one that the scene is set with if there was none, and none that another one tells more exactly."""
        if not self.found and (self.one.head.pos_ not in VERBAL or lemma(self.one.head) in _MADE):
            self.found = self.borne
        if not self.found:
            self.take(self.meant or scene_of(self.one, self.story, self.kind, self.named, by, on))
        return tuple(self._finest())

    def _finest(self) -> Iterator[str]:
        """The places without the states that the others lie in."""
        lie_in = {p.country for name in self.found for p in knowledge.place_forms().get(name, ())[:1] if p.country != name}
        return (name for name in self.found if name not in lie_in)

    def preposition_over(self, token: Token, name: Name | None) -> str:
        """The preposition that governs the name itself, not one further up."""
        word = self._governed(token, name)
        if word.dep_ == "pobj" and word.head.lower_ == "on":
            inside = name is not None and (kind_of_place(name.place) in _ON or word.i != token.i and lemma(word) in _PARTS)
            return "in" if inside else "on"  # "on Guadalcanal", "on the streets of Harare"
        return word.head.lower_ if word.dep_ == "pobj" and word.head.pos_ in ("ADP", "SCONJ") else ""

    def _governed(self, token: Token, name: Name | None) -> Token:
        """The word of a phrase of place by which it hangs in the sentence: "village" in "the village of Lazarevo"."""
        inside = self.one.parsed.between(name.start, name.stop) if name is not None else [token]
        word = next((t for t in inside if t.head.i not in {x.i for x in inside}), token)
        while word.dep_ == "conj" and word.head != word:
            word = word.head
        while word.dep_ in ("compound", "nmod") and word.head.ent_type_ in ("GPE", "LOC", "FAC") and word.head != word:
            word = word.head
        of_state = name is not None and not self._is_ground(name)
        if name is not None and word.dep_ in ("compound", "poss", "amod") and lemma(word.head) in _SITES:
            word = word.head  # "at Manila's main airport"
        elif name is not None and not of_state and word.dep_ == "poss" and word.head.pos_ == "PROPN":
            word = word.head  # "on Kyiv's Maidan"
        elif name is not None and word.dep_ == "compound" and word.head.pos_ == "NOUN" and not noun_kind(word.head) and not of_state:
            word = word.head  # "in a Moscow hospital"
        elif word.dep_ == "appos" and lemma(word.head) in KINDS_OF_PLACE:
            word = word.head  # "seized the capital, Sanaa"
        elif word.dep_ == "pobj" and word.head.lower_ == "of" and lemma(word.head.head) in _PARTS:
            word = word.head.head  # "in the village of Lazarevo"
        return word
