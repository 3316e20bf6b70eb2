"""Which event word an expression dates: by the grammar of the sentence, from the expression up to the word it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.dates.grain import next_unit
from timeline.dates.resolver import Anchors, resolve
from timeline.dates.spec import Between
from timeline.dates.timex import Timex
from timeline.events.arguments import event_nouns, is_light, is_speaking, noun_kind, objects, subjects
from timeline.events.emptiness import is_age, is_asked, is_empty, is_name, is_of_itself, is_of_paper, is_of_record, is_over
from timeline.events.grammar import VERBAL, lemma, own_subject
from timeline.events.kinds import kind_of, plain_kind
from timeline.events.sharing import Told, coordinated, means, other_words, under_when
from timeline.events.syntax import Parsed
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = ("NOUN", "PROPN")
_MODIFIES = ("nummod", "amod", "compound", "nmod", "poss", "npadvmod")
# Nouns that take a date without being an event of their own; the sentence around them is the event.
_WEAK_NOUNS = words("document report law bill act statement letter article study survey resolution constitution decision plan proposal")
_ASKED = words("warrant call demand request plan deadline appeal order mandate")
_FRAMES = words("meet speak talk write gather sit stand address testify appear campaign visit travel")
_ASKED_OF = words("confirm deny comment discuss describe explain condemn verify tell say")
_MISSING = words("skip miss boycott shun")  # what they take took place
_CALLING = words("urge call exhort ask tell order invite summon appeal implore direct beg")
_GATHERING = words("take protest march rally demonstrate gather vote strike assemble boycott mobilise mobilize converge")
_ANNOUNCING = words("promise pledge announce demand propose schedule set expect predict forecast")
_WISHING = words("demand request want seek urge")
_SETTING = words("plan schedule set pencil slate expect due fix promise book time")
_CALLING_OFF = words("cancel postpone scrap shelve abandon scuttle suspend defer delay call")
_SAYS_WHEN_OF_NOTHING = words(
    "year month week day decade century time period date anniversary age season quarter weekend morning evening night"
)


def told(parsed: Parsed, timexes: Sequence[Timex]) -> list[Told]:
    """The events that the expressions in one sentence date, main words first."""
    if not parsed.doc.has_annotation("DEP"):
        return [found for timex in timexes if (found := _nearest(parsed, timex))]
    mains: list[Told] = []
    for timex in timexes:
        tokens = parsed.between(timex.start, timex.stop)
        if not tokens or is_name(tokens, timex, timexes) or is_age(tokens, timex) or is_of_record(tokens):
            continue
        if (found := dated(parsed, timex, tokens)) and not is_of_paper(found.trigger, tokens) and not is_of_itself(found.trigger):
            mains += _asked_about(not_until(found, tokens), tokens)
        mains += _when(parsed, timex, tokens)
    mains = _outermost(_finest([one for one in mains if not is_over(one.trigger, one.timex)]))
    taken = {word.i for one in mains for word in (one.trigger, one.head, *_verb_over(one.trigger))}
    shared = [more for one in mains for more in (*coordinated(one, taken), *under_when(one, taken))]
    seconds = [more for one in (*mains, *shared) for more in other_words(one, taken)]
    return [one for one in (*mains, *shared, *seconds) if not is_empty(one.trigger, one.head)]


def _asked_about(one: Told, tokens: Sequence[Token]) -> Iterator[Told]:
    """The event itself; for "can you confirm the strike in Kunar last Thursday?" the strike, and for "did they meet?" nothing."""
    if one.trigger != one.head or not is_asked(one.head):
        yield one
        return
    nouns = [n for n in objects(one.head) if noun_kind(n) not in ("", "other", "statement") and n.i < tokens[0].i]
    if nouns and lemma(one.head) in _ASKED_OF:
        yield replace(one, trigger=nouns[-1], head=nouns[-1])


def labelled(parsed: Parsed, timex: Timex) -> list[Told]:
    """The events of a line that opens with its date, as in a chronology: the verb of its main clause, or its only noun."""
    if not parsed.doc.has_annotation("DEP"):
        return []
    roots = [token for token in parsed.doc if token.head == token and token.pos_ in (*VERBAL, *_NOMINAL)]
    words = []
    for root in roots:
        beside = [c for c in root.children if c.dep_ in ("ccomp", "parataxis") and c.i < root.i and own_subject(c) is not None]
        words += beside or [_done_to(root) or root]
    verbs = [word for word in words if word.pos_ in VERBAL]
    mains = [Told(parsed, word, word, timex) for word in (verbs or words[:1])[:2]]
    taken = {one.head.i for one in mains}
    return mains + [more for one in mains for more in coordinated(one, taken, fronted=True)]


def _done_to(noun: Token) -> Token | None:
    """For "Appeal dismissed by the court" the dismissing, as headlines leave out "was"."""
    if noun.pos_ not in _NOMINAL or any(c.lower_ in ("the", "a", "an") and c.dep_ == "det" for c in noun.children):
        return None
    verb = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i > noun.i), None)
    plain = verb is not None and all(t.head == noun or t.dep_ == "pobj" for t in noun.doc[noun.i + 1 : verb.i])
    return verb if plain and verb is not None and any(c.dep_ == "agent" for c in verb.children) else None


def _when(parsed: Parsed, timex: Timex, tokens: Sequence[Token]) -> Iterator[Told]:
    """For "since 26 July, when soldiers locked the gates" the locking, on that very day."""
    named = timex.named or timex.when
    if isinstance(timex.spec, Between):  # "from 2009 until 2013, when": the end of it
        named = resolve(timex.spec.last, Anchors(None)).when
    if named is None or named.start is None or not tokens:
        return
    after = [word for word in parsed.doc[tokens[-1].i + 1 : tokens[-1].i + 3] if word.text != ","]
    verb = after[0].head if after and after[0].lower_ == "when" else None
    if verb is None or verb.pos_ != "VERB":
        return
    day = replace(timex, when=named if named.stop else replace(named, stop=next_unit(named.start, named.grain)), named=None)
    for word in (verb, *(other for other in verb.conjuncts if other.pos_ == "VERB" and other.i > verb.i and other.head.i >= verb.i)):
        said = next((inner for inner in word.children if inner.dep_ == "ccomp" and is_speaking(word)), word)
        yield Told(parsed, said, said, day)


def dated(parsed: Parsed, timex: Timex, tokens: Sequence[Token]) -> Told | None:
    """The event word that one expression dates."""
    inside = {token.i for token in tokens}
    root = top(tokens)
    word = _climb(root, inside)
    if word is None:
        return _nearest(parsed, timex)
    if root.head.lower_ == "through" and word.tag_ == "VB" and word.dep_ == "xcomp" and word.head.tag_ in ("VBD", "VBN"):
        return None  # "voted to close the streets through the weekend": how long they will be closed
    if word.pos_ in VERBAL:
        return _by_verb(parsed, timex, _outside(word, tokens), tokens)
    if word.dep_ in ("appos", "acl") and word.lower_.endswith("ing") and word.head.dep_ == "nsubj" and word.head.head.pos_ == "VERB":
        return Told(parsed, word.head.head, word.head.head, timex)  # "the council, meeting in Rome on Friday, adopted …"
    if word.dep_ == "pobj" and word.head.lower_ == "of" and noun_kind(word.head.head) and lemma(word) not in event_nouns():
        word = word.head.head  # "a vote of no confidence"
    if (
        word.dep_ == "dobj"
        and lemma(word.head) in _WISHING
        and root.dep_ == "pobj"
        and root.head.lower_ in ("in", "on")
        and word.i < root.i
    ):
        return _by_verb(parsed, timex, word.head, tokens)  # "demanded a referendum in December": none was held
    verb = word.head.head
    own = kind_of(verb) if word.dep_ == "pobj" and verb.pos_ == "VERB" and word in means(verb) else ""
    if verb.dep_ in ("xcomp", "pcomp", "ccomp") and lemma(verb.head) == "deny":
        own = ""  # what he denies to have had a part in took place
    if own and (own == noun_kind(word) or own not in ("other", "statement") and not is_light(verb) and word.head.lower_ == "in"):
        return Told(parsed, verb, verb, timex)  # "wounded in a strike on Friday": one event, and the clause tells it better
    return Told(parsed, word, word, timex)


def _outside(verb: Token, tokens: Sequence[Token]) -> Token:
    """For "began on 1 July, the day after he was sworn in" the beginning: what stands before "after" is not in its clause."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in ("after", "before") and c.i < verb.i), None)
    if mark is None or tokens[-1].i > mark.i or mark.i - tokens[-1].i > 4 or mark.nbor(-1).i == tokens[-1].i:
        return verb
    if verb.head != verb:
        return verb.head if verb.head.pos_ in VERBAL and verb.head.i < tokens[0].i else verb
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i < tokens[0].i]
    deeper = [word for clause in clauses for word in clause.subtree if word.dep_ == "acl" and word.i == tokens[0].i - 2]
    return next(iter((*deeper, *clauses)), verb)


def top(tokens: Sequence[Token]) -> Token:
    """The token of a span whose head lies outside it; the highest, if there are several."""
    inside = {token.i for token in tokens}
    roots = [token for token in tokens if token.head.i not in inside or token.head == token]
    return min(roots or tokens, key=lambda token: (sum(1 for _ in token.ancestors), -token.i))


def _climb(token: Token, inside: set[int]) -> Token | None:
    """Up the tree to the first verb, event noun or noun that the expression directly modifies."""
    direct = True
    preposition = ""
    while token.head != token:
        dep, head = token.dep_, token.head
        if head.i in inside:
            token = head
            continue
        if head.pos_ in VERBAL and not (head.dep_ in ("aux", "auxpass") and head.head != head):
            return head
        if head.pos_ in _NOMINAL and lemma(head) not in _SAYS_WHEN_OF_NOTHING:
            modifies = direct and dep in _MODIFIES
            if modifies and (noun_kind(head) or not _is_name(head)) and not (dep == "npadvmod" and not noun_kind(head)):
                return head
            if not modifies and noun_kind(head) and not _belongs_to_verb(head, preposition, token):
                return head
        if head.pos_ == "ADP":
            preposition = head.lower_
        direct = direct and head.i in inside or dep in ("nummod", "compound") and head.pos_ not in _NOMINAL
        direct = direct or (dep in _MODIFIES and lemma(head) in _SAYS_WHEN_OF_NOTHING)
        token = head
    return token if token.pos_ in VERBAL and token.i not in inside else None


def _belongs_to_verb(noun: Token, preposition: str, prep: Token) -> bool:
    """Whether a phrase of time that the parser hung on a noun dates the verb before it: durations, and nouns that a strong verb takes."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and lemma(noun.head.head) in _ASKED:
        return True  # "issued a warrant for his arrest in March": no arrest yet
    if preposition in ("for", "since", "until", "by", "after", "before"):
        return True
    verb = (
        noun.head
        if noun.dep_ in ("dobj", "nsubjpass", "attr")
        else noun.head.head
        if noun.head.pos_ == "ADP" and noun.dep_ == "pobj"
        else None
    )
    return (
        verb is not None and verb.pos_ in VERBAL and not is_light(verb) and not is_speaking(verb)
        and noun.i > verb.i and (noun_kind(noun) in ("other", "economy", "statement", "aid") or lemma(noun) in _WEAK_NOUNS)
    )  # fmt: skip


def _by_verb(parsed: Parsed, timex: Timex, verb: Token, tokens: Sequence[Token]) -> Told:
    first, last = tokens[0].i, tokens[-1].i
    # "Officials said the raid took place Friday": the date stands behind what was said, so it belongs to that.
    if is_speaking(verb):
        for child in verb.children:
            if child.dep_ == "ccomp" and verb.i < child.i < first and not _is_quote(child):
                verb = child
                break
    # "The army said Friday it had struck …": a weekday right after the speech verb is its own.
    elif verb.dep_ == "ccomp" and is_speaking(verb.head) and verb.head.i < first <= verb.head.i + 3 and last < verb.i:
        between = verb.doc[verb.head.i + 1 : first]
        if all(word.lower_ in ("on", "late", "early", "in", "a", "statement", ",") for word in between):
            verb = verb.head
    verb = _finite(_past(_next_verb(_closed_aside(verb, first), tokens), timex, first), timex)
    if lemma(verb) == "be" and (cleft := _cleft(verb, last)):
        verb = cleft
    if verb.tag_ == "VBG" and lemma(verb) in _FRAMES and (main := _framed(verb)) is not None:
        verb = main
    if verb.dep_ == "acl" and is_light(verb) and (main := _main_of(verb)):
        return Told(parsed, main, main, timex)
    if (undone := _undone(verb)) is not None:
        return Told(parsed, undone[0], undone[1], timex)
    if (unattended := _unattended(verb, first)) is not None:
        return Told(parsed, unattended, unattended, timex)
    trigger = verb
    if lemma(verb) in _ANNOUNCING and (noun := next((o for o in objects(verb) if noun_kind(o) and o.i < first), None)):
        return Told(parsed, noun, verb, timex)
    if lemma(verb) in ("take", "occur", "happen") and (noun := _taking_place(verb)) is not None:
        return Told(parsed, noun, verb, timex)
    if lemma(verb) == "be":
        noun = next((n for n in (*_attributes(verb), *_states(verb), *subjects(verb)) if noun_kind(n)), None)
        trigger = noun or next(iter(_attributes(verb)), verb)
    return Told(parsed, trigger, verb, timex)


def _unattended(verb: Token, first: int) -> Token | None:
    """For "did not attend the hearing in June 2020" the hearing, which took place."""
    denied = lemma(verb) == "attend" and any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)
    if not (denied or lemma(verb) in _MISSING) or verb.tag_ not in ("VB", "VBD", "VBN"):
        return None
    nouns = (noun for noun in objects(verb) if noun.pos_ in _NOMINAL and verb.i < noun.i < first)
    return next((noun for noun in nouns if noun_kind(noun) not in ("", "other", "economy", "threat")), None)


def _closed_aside(verb: Token, first: int) -> Token:
    """For "were joined in a union, drawn up by the UN, in 1952" the joining: the commas part the aside from the date."""
    aside = verb.dep_ in ("advcl", "acl") and verb.tag_ in ("VBN", "VBG") and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    if not aside or first < verb.i + 3 or verb.doc[first - 2].text != "," or verb.doc[first - 1].dep_ != "prep":
        return verb
    main = verb.head if verb.head.pos_ in VERBAL else verb.head.head
    return main if main.tag_ in ("VBD", "VBN") and main.i < verb.i else verb


def _undone(verb: Token) -> tuple[Token, Token] | None:
    """For "the summit planned for June was cancelled", "which was to have started in 2003, never took place" what came of it."""
    planned = verb
    while planned.dep_ in ("xcomp", "auxpass") and planned.head.pos_ in VERBAL:
        planned = planned.head
    noun = planned.head
    ahead = lemma(planned) in _SETTING or planned != verb and lemma(planned) == "be" and any(c.lower_ == "have" for c in verb.children)
    if planned.dep_ not in ("acl", "relcl") or not ahead:
        return None
    while noun.dep_ == "pobj" and noun.head.head.pos_ in _NOMINAL:
        noun = noun.head.head
    main = noun.head
    never = lemma(main) in _CALLING_OFF or any(c.dep_ == "neg" or c.lower_ == "never" for c in main.children)
    return (noun, main) if noun.dep_ in ("nsubj", "nsubjpass") and main.pos_ == "VERB" and never else None


def not_until(one: Told, tokens: Sequence[Token]) -> Told:
    """For "was not granted bail until November 2023" the granting, in that month."""
    timex, first = one.timex, tokens[0]
    until = first.i > 0 and first.nbor(-1).lower_ in ("until", "till")
    if not until or timex.named is None or not any(child.dep_ == "neg" for child in one.head.children):
        return one
    return replace(one, timex=replace(timex, when=timex.named), until=True)


def _taking_place(verb: Token) -> Token | None:
    """For "the coup took place" the coup."""
    if lemma(verb) == "take" and not any(child.dep_ == "dobj" and child.lower_ == "place" for child in verb.children):
        return None
    return next((noun for noun in subjects(verb) if noun.pos_ == "NOUN" and noun_kind(noun) not in ("", "other")), None)


def _next_verb(verb: Token, tokens: Sequence[Token]) -> Token:
    """For "closed the border and on 30 July gave them a week" the giving: a date right before a coordinated verb is that verb's."""
    first, last = tokens[0], tokens[-1]
    after = last.i + 1
    if verb.i < first.i and after < len(verb.doc):
        before = verb.doc[max(0, first.i - 2) : first.i]
        following = verb.doc[after]
        if following in list(verb.conjuncts) and following.pos_ == "VERB" and any(word.dep_ == "cc" or word.text == "," for word in before):
            return following
        if any(word.text == ";" or word.lower_ in ("and", "but", "while") for word in before):
            # "Ten entered in 2004; in 2007 two more followed": a clause with its own subject begins after the date.
            for word in verb.doc[after : after + 12]:
                subject = own_subject(word) if word.pos_ == "VERB" else None
                begins = subject is not None and subject.left_edge.i - after in (0, 1) and verb.doc[after].dep_ != "cc"
                if begins and word.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
                    return word
    return verb


def _past(verb: Token, timex: Timex, first: int) -> Token:
    """For "cut the power it sells to its neighbour on 2 August" the cut: what was is told in the past.

    So also "heads a team that investigates the bombings which killed 224 on 7 August".
    """
    main = next((word for word in verb.ancestors if word.pos_ in VERBAL), None)
    dated = timex.when is not None and timex.when.is_unit
    if dated and verb.tag_ in ("VBZ", "VBP") and (told := _told_between(verb, first)) is not None:
        return told
    beside = any(c.dep_ in ("aux", "auxpass") or c.lower_ in ("where", "when") for c in verb.children)
    present = verb.dep_ == "relcl" and verb.tag_ in ("VBZ", "VBP") and not beside
    return main if present and dated and main is not None and main.tag_ == "VBD" else verb


def _told_between(verb: Token, first: int) -> Token | None:
    """The last verb in the past in a clause under one in the present, where it stands between that and an expression."""
    if verb.i > first or any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return None
    between = [word for word in verb.doc[verb.i + 1 : first] if word.tag_ == "VBD" and word.dep_ in ("relcl", "ccomp", "advcl")]
    return between[-1] if between and verb.is_ancestor(between[-1]) else None


def _finite(verb: Token, timex: Timex) -> Token:
    """For "threatened to bomb Iran in 2019" the threat; for "plans to leave in 2026" the leaving.

    So also for "signed an agreement to part the armies in 1974", "made him known in 1957".
    """
    head = verb.head
    governor = head.head
    if (
        verb.dep_ in ("acl", "relcl")
        and verb.tag_ == "VB"
        and governor.tag_ == "VBD"
        and head.dep_ == "dobj"
        and noun_kind(head) == "accord"
    ):
        return governor
    small = verb.dep_ == "ccomp" and verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    if small and head.pos_ == "VERB" and not is_speaking(head):
        return head
    called = lemma(verb) in _GATHERING and lemma(head) in _CALLING
    if verb.dep_ == "xcomp" and head.pos_ == "VERB" and head.tag_ in ("VBD", "VBN") and not _says_will(head) and verb.tag_ == "VB":
        return verb if called else head
    return verb


def _cleft(verb: Token, last: int) -> Token | None:
    """For "it was in 1956 that Egypt nationalised …" the nationalising."""
    if not any(c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in verb.children):
        return None
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "advcl", "relcl") and c.pos_ in VERBAL and c.i > last]
    return next((c for c in clauses if any(m.lower_ in ("that", "when") for m in c.children)), None)


def _main_of(participle: Token) -> Token | None:
    """For "in a referendum held in 2016, Britain voted …" the vote: the noun only says in what frame it was."""
    noun = participle.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "at", "during") or not noun_kind(noun):
        return None
    verb = noun.head.head
    return verb if verb.pos_ == "VERB" and verb.dep_ in ("ROOT", "conj", "ccomp") and not is_light(verb) else None


def _says_will(verb: Token) -> bool:
    return lemma(verb) in (
        "expect",
        "schedule",
        "plan",
        "due",
        "set",
        "intend",
        "hope",
        "slate",
        "want",
        "aim",
        "prepare",
        "use",
        "begin",
        "start",
        "continue",
    )


def _attributes(verb: Token) -> Iterator[Token]:
    return (child for child in verb.children if child.dep_ in ("attr", "acomp", "oprd") and child.pos_ in (*_NOMINAL, "ADJ"))


def _states(verb: Token) -> Iterator[Token]:
    """What somebody is at, in or under: "at war", "under siege"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("at", "in", "under"):
            yield from (inner for inner in child.children if inner.dep_ == "pobj" and inner.i == child.i + 1)


def _framed(participle: Token) -> Token | None:
    """For "speaking in Paris on Monday, the minister promised …" the promise: where it was said is only the frame."""
    main = participle.head if participle.dep_ == "advcl" else participle.head.head if participle.dep_ == "acl" else None
    return main if main is not None and main.pos_ == "VERB" and main.tag_ == "VBD" else None


def _is_quote(token: Token) -> bool:
    return any(word.text in ('"', "“", "``") for word in token.doc[max(0, token.left_edge.i - 1) : token.i])


def _is_name(noun: Token) -> bool:
    return noun.pos_ == "PROPN"


def _verb_over(noun: Token) -> list[Token]:
    """The verb whose subject an event noun is: what the noun's date dates as well."""
    return [noun.head] if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.pos_ in VERBAL else []


def _outermost(found: list[Told]) -> list[Told]:
    """Of two expressions that date one verb the one that hangs on it: in "published a report of 2019 on Monday" only Monday does."""
    inner = [one for one in found if one.trigger.pos_ in VERBAL and _hangs_on_noun(one)]
    return [one for one in found if one not in inner or not any(o.trigger == one.trigger and o not in inner for o in found)]


def _hangs_on_noun(one: Told) -> bool:
    """Whether an expression stands with "of" or "from" right behind a noun that is hardly an event."""
    first = one.parsed.between(one.timex.start, one.timex.stop)[0].i
    if first < 2 or one.parsed.doc[first - 1].lower_ not in ("of", "from"):
        return False
    noun = one.parsed.doc[first - 2]
    return noun.pos_ == "NOUN" and noun_kind(noun) in ("", "other", "statement", "economy")


def _finest(found: list[Told]) -> list[Told]:
    """Of two expressions that date one word and lie within each other the finer; a list of dates ("in 1974, 1996 and 2010") stays whole."""
    return [one for one in found if not any(_finer(other, one) for other in found if other.trigger == one.trigger)]


def _finer(one: Told, other: Told) -> bool:
    """Whether the first dates the same word more finely than the second."""
    if one is other or one.timex.when is None or other.timex.when is None:
        return False
    if (one.timex.type, other.timex.type) == ("DATE", "TIME"):
        return True  # "at 4:17 a.m. last Monday"
    fine, coarse = one.timex.when, other.timex.when
    if fine.grain == coarse.grain and fine.is_unit and coarse.is_unit:
        return False
    within = (coarse.start is None or (fine.start and fine.start >= coarse.start)) and (
        coarse.stop is None or (fine.stop and fine.stop <= coarse.stop)
    )
    return bool(within) and fine != coarse or (fine.is_unit and not coarse.is_unit)


def _nearest(parsed: Parsed, timex: Timex) -> Told | None:
    """Where grammar gives no answer: the nearest word that can be an event, verbs first."""
    tokens = parsed.between(timex.start, timex.stop)
    if not tokens:
        return None
    middle = tokens[0].i
    inside = {token.i for token in tokens}
    best: tuple[int, Token] | None = None
    for word in parsed.doc:
        if word.i in inside or not word.is_alpha:
            continue
        verbal = word.pos_ == "VERB" or not word.pos_ and plain_kind(word.lower_) not in ("", "other")
        if verbal or noun_kind(word) not in ("", "other"):
            far = abs(word.i - middle) + (0 if verbal else 3)
            if best is None or far < best[0]:
                best = (far, word)
    return Told(parsed, best[1], best[1], timex) if best else None
