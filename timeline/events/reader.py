"""Reading: from an article to its expressions, events and notes; the only place that parses."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.article import Article
from timeline.dates.dateline import published_in
from timeline.dates.spec import Between
from timeline.dates.tagger import tag
from timeline.dates.timex import Timex
from timeline.errors import demand
from timeline.events.actors import parts_of
from timeline.events.anchoring import anchored, hung, retelling, retold, sources, told_beside
from timeline.events.arguments import is_speaking
from timeline.events.carrying import following, goes_on, lenders, parts, results
from timeline.events.casing import in_sentence_case
from timeline.events.clauses import labelled, told
from timeline.events.event import Event, Note, Reading
from timeline.events.grammar import lemma
from timeline.events.kinds import kind_of, plain_kind
from timeline.events.reference import Story, story_of
from timeline.events.sentences import Sentence
from timeline.events.sharing import Told
from timeline.events.status import status_of
from timeline.events.syntax import Parsed, parse
from timeline.events.titles import title_of
from timeline.events.worth import worth

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENING = re.compile(
    r"(?:In|On|At|By|Since|During|Until|From|After|Before|Early|Late)(?: (?:the|early|late|about|around|mid))*\s+"
    r"|(?=(?:Last|This|Next|Yesterday|Two|Three)\b)",
    re.IGNORECASE,
)
_JOINED = re.compile(r".*(?:,|;) (?:and|but|while) ", re.DOTALL)
# "In Kiobel v. Royal Dutch Petroleum Co., 569 U.S. 108 (2013), the court held": what a court cites is no part of the clause.
_CITED = re.compile(r"In [A-Z][^;:()]{1,80}\sv\.\s[^;:()]{2,90}?(?:\s?\(\d{4}\))?,\s(?=the\s|an?\s|Judge\s|Justice\s|judges\s)")
_LABEL = re.compile(r"(?:,\s[\d:.apm\s]{1,9})?\s*(?:—|–|--|:|\||\t)\s+|\s-\s+|\)\s+|;(?=\S)|[^\S\n]{3,}")
_GOES_ON = re.compile(
    r"\s+(?!(?:and|or|to|of|in|on|at|after|before|when|as|for|by|with|until|through|but|alone|onwards?|a\.m|p\.m|was|is|were|has|had|saw|will|"
    r"marked|brought|that|which|during|from|against|over|between)\b)[A-Za-z\"“]"
)


_OUTSIDE = re.compile("not a day of the calendar|before the year 1")  # worth a note: no calendar date can hold it


def read(article: Article) -> Reading:
    """The expressions of an article, the events they date, the expressions without a date, and notes; never fails on odd text."""
    demand(article, Article, "read", "Give an Article, such as Article(text); extract() takes a text.")
    head = published_in(article.text)
    if head is not None and head.published and article.published and abs(head.published - article.published) > dt.timedelta(days=7):
        head = None  # a day that far from publication is the first of a chronology, not a dateline
    told_in = head if head is None or not _tells(article.text[head.start : head.stop]) else None
    notes: list[Note] = []
    if article.published is None and head is not None:
        article = dataclasses.replace(article, published=head.published, published_from="dateline")
    if article.published is None:
        notes.append(Note("No day of publication is known, so expressions that count from it (yesterday, last month) stay undated."))
    timexes = tag(article.text, published=article.published, narrative=article.narrative, day_first=article.day_first)
    body = [t for t in timexes if told_in is None or not (told_in.start <= t.start and t.stop <= told_in.stop)]
    story = story_of(article)
    filed = next((t for t in timexes if t not in body and t.when is not None and t.when.start == article.published), None)
    events = _events(story, _whole(article.text, body), filed)
    undated = tuple(t for t in body if t.when is None)
    notes += [Note(f"{t.text!r}: {t.reason}.", t.start, t.stop) for t in undated if _OUTSIDE.search(t.reason)]
    return Reading(article, tuple(timexes), tuple(events), undated, tuple(notes))


def _tells(line: str) -> bool:
    """Whether a line in capitals that opens a text tells an event besides giving place and day."""
    said = in_sentence_case(line)
    return said != line and any(word.islower() and plain_kind(word) not in ("", "other", "statement") for word in said.split())


def _whole(text: str, timexes: Sequence[Timex]) -> list[Timex]:
    """The expressions, with the two ends of a range as one: "from 1991 to 1994" dates one event."""
    whole: list[Timex] = []
    for timex in timexes:
        last = whole[-1] if whole else None
        if last is not None and isinstance(timex.spec, Between) and last.spec == timex.spec and last.when == timex.when:
            whole[-1] = dataclasses.replace(last, stop=timex.stop, text=text[last.start : timex.stop])
        else:
            whole.append(timex)
    return whole


def _events(story: Story, timexes: Sequence[Timex], filed: Timex | None = None) -> list[Event]:
    """The events of a story; `filed` is the day in the dateline of a news report."""
    by_sentence = _by_sentence(story.sentences, [t for t in timexes if t.when is not None or anchored(t, story.text)])
    events: list[tuple[Event, Told]] = []
    waiting: list[tuple[Parsed, Timex, list[Told]]] = []
    ordinals: Counter[tuple[str, str]] = Counter()
    # A length that is no date of its own stays in a title: "sentenced to five years", "ended three decades of violence".
    everywhere = sorted((t.start, t.stop) for t in timexes if t.when is not None or t.type != "DURATION" or anchored(t, story.text))
    text = story.text
    pauses = frozenset(stop for sentence in by_sentence for t in by_sentence[sentence] if (stop := _pause(text, sentence, t)))
    labels = {sentence: found for sentence in by_sentence if (found := _label(text, sentence, by_sentence[sentence]))}
    begins = {s: match.end() for s in by_sentence if (match := _CITED.match(text, s.start, by_sentence[s][-1].start))}
    begins |= {sentence: start for sentence, (_, start) in labels.items()}
    for parsed in parse(text, by_sentence, pauses, begins):
        dated = by_sentence[parsed.sentence]
        timed = _timed(parsed, everywhere)
        here = _bounded(told(parsed, [t for t in dated if t.when is not None]))
        if parsed.sentence in labels:
            known = {one.trigger.i for one in here}
            here = [one for one in labelled(parsed, labels[parsed.sentence][0]) if one.trigger.i not in known] + here
        events += [(_event(one, story, timed, ordinals), one) for one in here]
        waiting += [(parsed, timex, here) for timex in dated if anchored(timex, text)]
    lending = sources(story, events) if waiting else []
    for parsed, timex, here in waiting:
        one = hung(story, parsed, timex, here, lending)
        if one is not None and all(one.trigger != known.trigger for known in here):
            events.append((_event(one, story, _timed(parsed, everywhere), ordinals), one))
    beside = {parsed.start(other) for parsed, timex, _ in waiting if (other := told_beside(parsed, timex)[0]) is not None}
    carried, parsed_again = _retold(story, events, by_sentence, everywhere, ordinals, beside)
    carried += _carried_on(story, events, carried, parsed_again, by_sentence, everywhere, ordinals, beside)
    carried += _of_the_day(story, filed, [*by_sentence], carried, everywhere, ordinals)
    return sorted([event for event, _ in events] + carried, key=lambda event: event.trigger_start)


def _bounded(here: Sequence[Told]) -> list[Told]:
    """What has both its ends is not told a second time with one: "was closed from 1967 to 1975 after the Six-Day War"."""
    whole = {one.trigger.i for one in here if isinstance(one.timex.spec, Between) and one.timex.when is not None and one.timex.when.stop}
    return [
        one
        for one in here
        if one.trigger.i not in whole or one.timex.when is None or None not in (one.timex.when.start, one.timex.when.stop)
    ]


def _of_the_day(
    story: Story, filed: Timex | None, dated: Sequence[Sentence], carried: Sequence[Event], everywhere: Sequence[tuple[int, int]],
    ordinals: Counter[tuple[str, str]],
) -> list[Event]:  # fmt: skip
    """What a news report opens with, if nothing dates it: it happened on the day in the dateline, as is inferred."""
    lead = next((s for s in story.sentences if filed is not None and not s.heading and s.start >= filed.stop), None)
    if filed is None or lead is None or lead in dated or any(lead.start <= event.trigger_start < lead.stop for event in carried):
        return []
    timex = dataclasses.replace(filed, certainty="inferred")
    for parsed in parse(story.text, [lead]):
        main = next((t for t in parsed.doc if t.dep_ == "ROOT" and t.tag_ in ("VBD", "VBN") and not is_speaking(t)), None)
        if main is None or kind_of(main) in ("other", "statement"):
            return []
        one = Told(parsed, main, main, timex)
        if timex.when is not None and status_of(one, timex.when, story.article.published) == "happened":
            return [_event(one, story, _timed(parsed, everywhere), ordinals)]
    return []


def _retold(
    story: Story, events: Sequence[tuple[Event, Told]], parsed_already: Mapping[Sentence, Sequence[Timex]],
    everywhere: Sequence[tuple[int, int]], ordinals: Counter[tuple[str, str]],
    beside: set[int],
) -> tuple[list[Event], list[Parsed]]:  # fmt: skip
    """The events that are told again without their date, which they take from the mention that has it, and the sentences parsed for them.

    What another event is counted from ("a week after the coup"), by its place in `beside`, is not told again.
    """
    lending = sources(story, events)
    again = [one.parsed for one in {id(one.parsed): one for _, one in events}.values()]
    undated = list(parse(story.text, retelling(story, lending, set(parsed_already))))
    again += undated
    taken = {event.trigger_start for event, _ in events} | beside
    found = []
    for parsed in again if lending else ():
        timed = _timed(parsed, everywhere)
        for token, source in retold(story, parsed, lending, taken):
            if token.i in timed:
                continue
            timex = dataclasses.replace(source.event.timex, certainty="inferred")
            one = Told(parsed, token, token, timex, second=True)
            if status_of(one, source.event.when, story.article.published) == "happened" and token.dep_ != "compound":
                found.append(_event(one, story, timed, ordinals))
            elif token.pos_ == "NOUN":  # what "the bombing will set back" happened, whatever is said of it
                found.append(_part(parsed, token, source.event, story, ordinals))
    return found, undated


def _carried_on(
    story: Story, events: Sequence[tuple[Event, Told]], again: Sequence[Event], undated: Sequence[Parsed],
    dated: Mapping[Sentence, Sequence[Timex]],
    everywhere: Sequence[tuple[int, int]], ordinals: Counter[tuple[str, str]], beside: set[int],
) -> list[Event]:  # fmt: skip
    """What goes on with a dated event, in its sentence and in the next; it takes the date, and has no row of its own."""
    lending = lenders(events)
    taken = {event.trigger_start for event, _ in events} | {event.trigger_start for event in again} | beside
    timed = {id(one.parsed): _timed(one.parsed, everywhere) for _, one in lending}
    found = list(parts(lending, timed, taken))
    before = following(story, lending, dated)
    known = {parsed.sentence for parsed in undated}
    for parsed in (*undated, *parse(story.text, [sentence for sentence in before if sentence not in known])):
        for word, event in results(parsed, lending):
            if parsed.start(word) not in taken:
                taken.add(parsed.start(word))
                found.append((parsed, word, event))
        if parsed.sentence not in before:
            continue
        event, _ = before[parsed.sentence]
        verb = goes_on(story, parsed, before[parsed.sentence])
        if verb is not None and parsed.start(verb) not in taken:
            taken.add(parsed.start(verb))
            found.append((parsed, verb, event))
            one = Told(parsed, verb, verb, event.timex)
            found += parts([(event, one)], {id(parsed): _timed(parsed, everywhere)}, taken)
    return [_part(parsed, word, event, story, ordinals) for parsed, word, event in found]


def _part(parsed: Parsed, word: Token, of: Event, story: Story, ordinals: Counter[tuple[str, str]]) -> Event:
    """A mention that tells a part of another event: told as that one is, at its own place."""
    words = (lemma(word), " ".join(of.timex.text.lower().split()))
    ordinals[words] += 1
    return dataclasses.replace(
        of, id=_identity(story.article.id, *words, ordinals[words]), timex=dataclasses.replace(of.timex, certainty="inferred"),
        sentence=story.article.text[parsed.sentence.start : parsed.sentence.stop], trigger_start=parsed.start(word),
        trigger_stop=parsed.stop(word), certainty="inferred", score=round(0.5 * of.score, 4), of=of.id,
    )  # fmt: skip


def _timed(parsed: Parsed, everywhere: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The tokens of a sentence that belong to time expressions."""
    at = bisect_left(everywhere, (parsed.sentence.start, 0))
    spans = itertools.takewhile(lambda span: span[0] < parsed.sentence.stop, everywhere[at:])
    return frozenset(token.i for start, stop in spans for token in parsed.between(start, stop))


def _label(text: str, sentence: Sentence, timexes: Sequence[Timex]) -> tuple[Timex, int] | None:
    """The date that a line of a chronology opens with, and where its clause begins; None for other sentences."""
    first = timexes[0]
    mark = _LABEL.match(text, first.stop, sentence.stop) if first.start - sentence.start <= 3 and first.when else None
    return (first, mark.end()) if mark and mark.end() < sentence.stop else None


def _pause(text: str, sentence: Sentence, timex: Timex) -> int:
    """Where a clause lacks the comma after the date it opens with; 0 where it does not."""
    joined = _JOINED.match(text, sentence.start, timex.start)
    start = joined.end() if joined else sentence.start
    opens = timex.start - start < 20 and _OPENING.fullmatch(text, start, timex.start if timex.start > start else len(text)) is not None
    opens = opens or (timex.start == start and _OPENING.match(text, start) is not None)
    return timex.stop if opens and _GOES_ON.match(text, timex.stop, sentence.stop) else 0


def _event(one: Told, story: Story, timed: frozenset[int], ordinals: Counter[tuple[str, str]]) -> Event:
    article, timex = story.article, one.timex
    when = timex.when
    assert when is not None
    kind = kind_of(one.trigger if not one.second else one.head)
    if kind in ("attack", "other") and (one_such := _such(one, story)):
        kind = one_such
    status = status_of(one, when, article.published)
    parts = parts_of(one, story, kind, timed)
    title = title_of(one, story, timed)
    if one.until:  # "not granted bail until November 2023" tells that it was granted then
        title = title.replace(" not ", " ", 1)
    start, stop = one.parsed.start(one.trigger), one.parsed.stop(one.trigger)
    words = (lemma(one.trigger), " ".join(timex.text.lower().split()))
    ordinals[words] += 1
    return Event(
        id=_identity(article.id, *words, ordinals[words]), article_id=article.id, when=when, timex=timex, title=title,
        sentence=article.text[one.parsed.sentence.start : one.parsed.sentence.stop], trigger_start=start, trigger_stop=stop, kind=kind,
        actors=parts.actors, agents=parts.by, places=parts.places, status=status, certainty=timex.certainty,
        score=worth(
            grain=when.grain, certainty=timex.certainty, kind=kind, status=status, actors=len(parts.actors), title=title,
            place_in_text=start / max(1, len(article.text)), told_as="second" if one.second else "first",
        ),
    )  # fmt: skip


def _such(one: Told, story: Story) -> str:
    """The kind of the event that "one" is another of, where that is who does it: a quake that killed is no attack."""
    subject = next((c for c in one.head.children if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ == "one"), None)
    meant = story.meant(one.parsed, subject) if subject is not None else None
    return knowledge.noun_kinds().get(meant.words.split(" ", 1)[1], "") if meant is not None else ""


def _identity(article_id: str, word: str, expression: str, ordinal: int) -> str:
    """A hash of what survives small corrections of a text: never of offsets, rule names or the whole text."""
    key = f"{article_id}\n{word}\n{expression}\n{ordinal}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _by_sentence(sentences: Sequence[Sentence], timexes: Iterable[Timex]) -> dict[Sentence, list[Timex]]:
    starts = [s.start for s in sentences]
    found: dict[Sentence, list[Timex]] = {}
    for timex in timexes:
        at = bisect_right(starts, timex.start) - 1
        if at >= 0 and timex.stop <= sentences[at].stop:
            found.setdefault(sentences[at], []).append(timex)
    return found
