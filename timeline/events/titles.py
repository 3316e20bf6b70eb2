"""Titles: at most 90 characters, a clause with subject, verb and object in the order of the text, and nothing of time or attribution."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.dates.spec import Duration
from timeline.events.arguments import is_speaking
from timeline.events.ellipsis import stretch_of
from timeline.events.grammar import Clause, clause_of, innermost, is_finite, lemma, own_subject, stood_for
from timeline.events.inflect import past
from timeline.events.pruning import Pruner, completing, opening
from timeline.events.reference import Story
from timeline.events.sharing import Told
from timeline.events.wording import Wording, finished, lowered
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 90
_STRICTEST = 5
_LOSING = 3  # from this level on a title loses words that a reader would miss
_IN_THE_AIR = words(
    "a an the of in on at to for and or but by with from that which who whom whose as its his her their our my your was were "
    "is are be been being has have had do does did will would could should may might must can into over under after before "
    "between against amid since until while when where if than not no both also about around near during within without "
    "through across toward towards upon "
)
_NEVER_LAST = words("a an the of and or but nor by its their our my your whose than as if from with into between")
_THIN = 60  # characters of a title that may lack what completes it
_SAYING_MORE = ("NOUN", "PROPN", "NUM", "ADJ")
_KNOWN = words("US UK UAE USSR")  # states that readers know by their initials
_STAGES = words(
    "conference speech interview message statement letter address briefing broadcast article report ruling judgment decree order "
    "resolution agreement accord deal pact communique memo note call post tweet verdict declaration decision"
)
_WEAK = words("document report law bill act statement letter article study survey decision plan proposal one")


def title_of(one: Told, story: Story, timed: Iterable[int]) -> str:
    """The title of an event; `timed` are the tokens of the sentence that belong to time expressions."""
    title = _told(one, story, frozenset(timed))
    while " " in title and title.rsplit(" ", 1)[1].lower() in _NEVER_LAST:
        title = finished(title.rsplit(" ", 1)[0])
    return title


def _told(one: Told, story: Story, timed: frozenset[int]) -> str:
    """The fullest title that is short enough."""
    teller = _Teller(one, story, timed)
    told: list[str] = []
    for level in range(_STRICTEST + 1):
        told.append(teller.title(level))
        if level == 0 and len(told[0]) <= _THIN and (fuller := teller.fuller(told[0])):
            return fuller
        if level == _LOSING - 1 and len(told[-1]) > LONGEST:
            told += [abbreviated(title, one, story) for title in told]
        short = told[-1] if level < _LOSING else abbreviated(told[-1], one, story)
        fits = next((title for title in (*told, short) if len(title) <= LONGEST), None)
        if fits is not None:
            return fits
    return shorten(short, story)


def abbreviated(title: str, one: Told, story: Story) -> str:
    """The title with long names of bodies by their initials, as headlines have them: the ICJ, the IMF."""
    for name in story.names_in(one.parsed.sentence.start, one.parsed.sentence.stop):
        initials = _initials().get(name.actor, "")
        if initials and len(name.text) > 2 * len(initials) and name.how == "name":
            title = re.sub(rf"\b{re.escape(name.text)}\b(?!')", initials, title)
    return title


@cache
def _initials() -> dict[str, str]:
    """Bodies and states by their initials, where the table has them."""
    found: dict[str, str] = {}
    for actor in knowledge.actors():
        short = next((form for form in actor.aliases if form.isupper() and form.isalpha() and len(form) <= 6), "")
        if short and (actor.kind != "state" or short in _KNOWN):
            found[actor.name] = short
    return found


def shorten(title: str, story: Story | None = None) -> str:
    """The first words of a title that is too long, neither ending in the air nor within a name."""
    words = title.split(" ")
    while len(" ".join(words)) > LONGEST and len(words) > 1:
        words.pop()
    whole = " ".join(words)
    for name in story.names if story else ():
        at = title.find(name.text)
        if 0 <= at < len(whole) < at + len(name.text):
            words = title[:at].split()
    while len(words) > 1 and (words[-1].lower().strip(".,;:–-\"“”'") in _IN_THE_AIR or words[-1] in ("-", "–", "&", "/")):
        words.pop()
    return finished(" ".join(words))[:LONGEST]


class _Teller:
    """Makes the titles of one event, from the fullest to the strictest."""

    def __init__(self, one: Told, story: Story, timed: frozenset[int]) -> None:
        self.one, self.story, self.timed = one, story, timed
        self.doc = one.parsed.doc
        self.wording = Wording(one.parsed, story, timed, one.head)
        self.must: frozenset[int] = frozenset()
        self.dated = [t.i for t in one.parsed.between(one.timex.start, one.timex.stop)]
        self.subject = -1  # the token that is the subject of the clause told

    def title(self, level: int) -> str:
        one = self.one
        if not self.doc.has_annotation("DEP"):
            return self._plain()
        if (main := staged(one.head, self.timed)) is not None:
            return self._clause(clause_of(main), level)
        if one.head.pos_ not in ("VERB", "AUX"):
            return self._noun(one.head, level)
        if one.head.tag_ == "VB" and one.head.dep_ == "acl" and one.head.head.pos_ == "NOUN":
            return self._aim(one.head, level)
        return self._clause(clause_of(one.head), level)

    def fuller(self, title: str) -> str:
        """The title with what completes it, where a bare subject and verb say too little: "The deal broke down after …"."""
        head = self.one.head
        if head.pos_ not in ("VERB", "AUX") or not self.doc.has_annotation("DEP"):
            return ""
        clause = clause_of(head)
        pruner = self._pruner(0)
        kept = {t.i for t in pruner.predicate(clause.verb)}
        if clause.extra is not None or any(self.doc[i].pos_ in _SAYING_MORE and i != clause.verb.i for i in kept):
            return ""
        for word in completing(clause.verb, kept, self.timed):
            self.must = frozenset((word.i, *opening(word)))
            longer = self._clause(clause, 2 if word.pos_ in ("VERB", "AUX") else 1, word)
            self.must = frozenset()
            if word.tag_ == "VBG":
                longer = longer.replace(f" {word.text} ", f", {word.text} ", 1)
            if len(title) < len(longer) <= LONGEST:
                return longer
        return ""

    def _object_told(self, verb: Token, level: int) -> dict[int, str]:
        """For "lost its majority in June and regained it" what "it" is: the object of the verb before."""
        pronoun = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in ("it", "them", "one")), None)
        if pronoun is None or verb.dep_ != "conj" or own_subject(verb) is not None:
            return {}
        taken = next((c for c in verb.head.children if c.dep_ == "dobj" and c.i < pronoun.i), None)
        if taken is None or taken.tag_[:2] != "NN" or (pronoun.lower_ == "them") != taken.tag_.endswith("S"):
            return {}
        if pronoun.lower_ == "one":  # "annulled the election and ordered a new one"
            return {pronoun.i: lemma(taken)}
        words = self._words(self._pruner(max(level, 1)).phrase(taken))
        return {pronoun.i: re.sub("^an? ", "the ", words)}

    def _noun(self, noun: Token, level: int) -> str:
        """The noun with what belongs to it; if that says too little, the clause it stands in."""
        tokens = self._pruner(level).phrase(noun)
        content = [t for t in tokens if t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB", "NUM")]
        plain = len(content) == 2 and all(t.pos_ == "NOUN" and t.text.islower() and t.i <= noun.i for t in content)
        bare = len(content) < 2 or plain or (lemma(noun) in _WEAK and len(content) < 3)
        path = list(noun.ancestors)
        finite = next((n for n, word in enumerate(path) if is_finite(word)), None)
        frames = ("since", "after", "before", "following", "during", "until")
        if bare and any(word.lower_ in frames for word in path[: finite or 0]) and (state := self._state()):
            return finished(f"{noun.text} in {state}")
        if bare and isinstance(self.one.timex.spec, Duration) and self.one.timex.when is not None and self.one.timex.when.stop is None:
            # "to end the nearly three-year conflict": the verb tells another day's event, and the conflict is what continues.
            return finished(f"the {noun.text} {'continue' if noun.tag_ in ('NNS', 'NNPS') else 'continues'}")
        if bare and (defined := self._defined(noun, level)):
            return defined
        if bare and finite is not None:
            self.must = frozenset(word.i for word in [noun, *path[:finite]])
            return self._clause(clause_of(path[finite]), level)
        tokens = [t for t in tokens if not (t.dep_ == "det" and t.head == noun and t.i < noun.i)]
        return self._joined([self._words(tokens, opens=True)])

    def _defined(self, noun: Token, level: int) -> str:
        """For "replaces the 2001 agreement that the two had prolonged" the agreement: the verb tells of another day."""
        own = self.dated and all(self.doc[i].head in (noun, self.doc[self.dated[0]]) and i < noun.i for i in self.dated)
        clause = next((c for c in noun.children if c.dep_ == "relcl" and c.tag_ in ("VBD", "VBN")), None)
        subject = own_subject(clause) if clause is not None else None
        if not own or clause is None or subject is None or not is_finite(clause):
            return ""
        pruner = self._pruner(level)
        self.subject = subject.i
        doer = "" if subject.tag_ in ("WDT", "WP") else self._words(pruner.phrase(subject))
        return self._joined([noun.text, "that", doer, self._words(pruner.predicate(clause))])

    def _aim(self, verb: Token, level: int) -> str:
        """For "Egypt's decision to nationalise the canal" the whole phrase: alone the verb would have nobody who does it."""
        self.must = frozenset((verb.i,))
        return self._joined([self._words(self._pruner(level).phrase(verb.head), opens=True)])

    def _state(self) -> str:
        """The one state that the sentence names, else the one the text is about."""
        sentence = self.one.parsed.sentence
        named = {name.actor for name in self.story.names_in(sentence.start, sentence.stop) if name.actor and not name.bound}
        return next(iter(named)) if len(named) == 1 else self.story.home

    def _clause(self, clause: Clause, level: int, completed: Token | None = None) -> str:
        """The words of a clause; `completed` is what stands behind it to complete it."""
        pruner = self._pruner(level)
        verb = clause.verb
        tokens = pruner.predicate(verb)
        if completed is not None:
            known = {t.i for t in tokens}
            tokens += [t for t in pruner.completion(completed) if t.i not in known]
        if (same := stood_for(verb)) is not None and clause.subject is not None:
            self.subject = clause.subject.i
            done = [t for t in pruner.predicate(same) if t.dep_ not in ("aux", "auxpass") or t.head != same]
            tally = {t.i for c in same.children if c.dep_ == "prep" and any(t.pos_ == "NUM" for t in c.subtree) for t in c.subtree}
            done = [t for t in done if t.i not in tally]  # that of the first time
            form = {same.i: past(lemma(same))} if verb.tag_ in ("VBD", "VBN") and same.tag_ == "VBZ" else {}
            return self._joined([self._words(pruner.phrase(clause.subject), opens=True), self._words(done, form)])
        if clause.form:  # the form says what "to have" and "having" said
            tokens = [t for t in tokens if not (t.head == verb and t.dep_ in ("aux", "auxpass") and t.i < verb.i)]
        stretch = stretch_of(verb, self.dated, self.timed) if self.dated else None
        if stretch is not None:
            tokens = [t for t in tokens if stretch.subject or t.i < stretch.at] + ([] if stretch.subject else stretch.words)
        subject = clause.subject
        before: list[Token] = []
        self.subject = subject.i if subject is not None else -1
        if subject is not None:
            before = [t for t in pruner.phrase(subject) if verb.dep_ not in ("relcl", "acl") or t.i < verb.i or subject.i > verb.i]
        if stretch is not None and stretch.subject:
            before = stretch.words
            return self._joined([self._words(before, opens=True), self._words(tokens)])
        after = pruner.phrase(clause.extra) if clause.extra is not None else []
        own = {t.i for t in tokens}
        before = [t for t in before if t.i not in own]
        changed = {verb.i: clause.form} if clause.form else {}
        changed |= self._object_told(verb, level)
        if stretch is not None and stretch.counted is not None:
            number, noun = stretch.words[0], stretch.counted
            changed[number.i] = f"{number.text} {noun.lemma_ if number.lower_ in ('one', '1') else noun.text}"
        if level >= _LOSING and lemma(verb) == "tell" and verb.tag_ == "VBD" and any(c.dep_ == "ccomp" for c in verb.children):
            told = {t.i for c in verb.children if c.dep_ in ("dobj", "dative") for t in c.subtree}
            tokens = [t for t in tokens if t.i not in told and not (t.dep_ == "mark" and t.lower_ == "that")]
            changed = {verb.i: "said"}  # "told parliament that" is longer
        if lemma(verb) == "spend" and not any(t.dep_ == "dobj" for t in tokens if t.head == verb) and not clause.form:
            many = subject is not None and subject.tag_ in ("NNS", "NNPS")
            tokens = [t for t in tokens if t.head != verb or t.dep_ not in ("aux", "auxpass")]
            changed = {verb.i: "were" if many else "was"}  # "spent ten years in prison" without the years
        if subject is not None and (subject.i > verb.i or clause.form or subject.head != verb):
            # A subject taken from elsewhere in the sentence stands in front of the verb.
            return self._joined([self._words(before, opens=True), *self._with_object(verb, tokens, after, changed)])
        said = self._said(verb, pruner)
        if said and subject is not None:
            quoted = said[0].i > 0 and (said[0].nbor(-1).is_quote or said[0].nbor(-1).text == "``")
            words = lowered(self._words(said), said)
            spoke = "said" if verb.lower_ == "told" else verb.text  # "told reporters" without the reporters
            return self._joined([self._words(before, opens=True), spoke, f"“{words}”" if quoted else words])
        return self._joined(self._with_object(verb, before + tokens, after, changed, opens=True))

    def _with_object(self, verb: Token, tokens: list[Token], after: list[Token], changed: dict[int, str], opens: bool = False) -> list[str]:
        """The words of a clause with an object that stands before it in the text put behind its verb."""
        if not after:
            return [self._words(tokens, changed, opens)]
        last = innermost(verb)
        head = [t for t in tokens if t.i <= last.i or t.dep_ == "prt"]
        rest = [t for t in tokens if t not in head]
        return [self._words(head, changed, opens), lowered(self._words(after), after), self._words(rest)]

    @staticmethod
    def _said(verb: Token, pruner: Pruner) -> list[Token]:
        """What was said, where it stands before the word of saying."""
        if not is_speaking(verb):
            return []
        content = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and own_subject(c) is not None), None)
        if content is None:
            return []
        subject = own_subject(content)
        words = [*(pruner.phrase(subject) if subject is not None else ()), *pruner.predicate(content)]
        return sorted({t.i: t for t in words}.values(), key=lambda t: t.i)

    def _pruner(self, level: int) -> Pruner:
        return Pruner(self.one.parsed, self.timed, level, self.must)

    def _words(self, tokens: list[Token], changed: dict[int, str] | None = None, opens: bool = False) -> str:
        self.wording.subject = self.subject
        return self.wording.words(tokens, changed, opens)

    @staticmethod
    def _joined(parts: list[str]) -> str:
        return finished(" ".join(part for part in parts if part))

    def _plain(self) -> str:
        """Where there is no grammar: the words of the sentence without those of time."""
        words = [t.text_with_ws for t in self.doc if t.i not in self.timed]
        return finished(" ".join("".join(words).split()))


def staged(word: Token, timed: Collection[int]) -> Token | None:
    """For "at a press conference on Friday he declined …", "in a message posted on Friday she urged …" the verb of what was said there."""
    noun = word.head if word.dep_ == "acl" and word.tag_ in ("VBN", "VBD") else word
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or lemma(noun) not in _STAGES:
        return None
    prep, named = noun.head, any(c.pos_ == "PROPN" or c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in noun.children)
    verb = prep.head
    if named or prep.lower_ not in ("at", "in", "during", "under", "with") or verb.pos_ != "VERB" or verb.i < noun.i:
        return None
    return verb if is_finite(verb) and own_subject(verb) is not None and not any(t.i in timed for t in verb.children) else None
