"""The laws of drawing as functions that hold or fail, and strategies for the tables they are tried on."""

import datetime as dt
import html
import itertools
import random
from collections import Counter

from hypothesis import strategies as st

from timeline.dates.timex import CERTAINTIES
from timeline.drawing import escape
from timeline.drawing.lettering import width
from timeline.drawing.spans import spans_of
from timeline.events.event import KINDS, STATUSES

PEOPLE = ("Iran", "Russia", "the European Union", "حماس", "北京", "", "W" * 40)
WORDS = (*"a the of signs accord with sends troops to counter-offensive/withdrawal وقعت اتفاقية подписал 北京 🇺🇦 1970 & < Ελλάς é́́".split(),
    "internationalisation", "Donau\u00addampf\u00adschiff", "W" * 30)  # fmt: skip
DRAWN = ({"width": 1600, "height": 900}, {"width": 1600}, {"width": 1000}, {"width": 640}, {"width": 400}, {"width": 1080, "height": 1080})


def days():
    return st.one_of(
        st.dates(dt.date(1600, 1, 1), dt.date(2030, 12, 31)),
        st.dates(dt.date(2020, 1, 1), dt.date(2025, 12, 31)),
        st.dates(dt.date(2025, 1, 1), dt.date(2025, 1, 31)),
    )


def forms(day, later):
    """A day, and a later one, as dates of every precision."""
    return [
        day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}", f"{day:%Y}"[:3] + "X", f"{day:%Y}"[:2] + "XX", f"{day.isoformat()}/..",
        f"../{day:%Y-%m}", f"{day.isoformat()}/{later.isoformat()}", f"{day:%Y-%m}~/{later:%Y-%m}~", f"{day:%Y}/..",
        f"{day:%Y}/{later:%Y}", f"{day:%Y}-2{1 + day.month % 4}", f"{day:%Y}-3{3 + day.month % 4}",
    ]  # fmt: skip


@st.composite
def edtfs(draw):
    day = draw(days())
    return draw(st.sampled_from(forms(day, day + dt.timedelta(days=draw(st.integers(1, 4000))))))


def rows(most):
    """Tables of few and small events, with any letters in their words."""
    row = st.tuples(
        edtfs(), st.text(st.characters(codec="utf-8"), max_size=90), st.sampled_from(KINDS), st.just("A; B"), st.just(""),
        st.floats(0, 1), st.fixed_dictionaries({"certainty": st.sampled_from(CERTAINTIES), "status": st.sampled_from(STATUSES)}),
    )  # fmt: skip
    return st.lists(row, max_size=most)


def many(least, most):
    """Tables of so many events, skewed in time; the list strategy alone hardly makes long ones."""
    return st.builds(mixed, st.integers(least, most), st.integers(0, 10**6))


def mixed(count, seed):
    chance = random.Random(seed)
    near = dt.date(2025, 1, 1) - dt.timedelta(days=chance.randrange(20_000))
    found = []
    for _ in range(count):
        far = chance.choice((20, 400, 400, 4000, 100_000))
        day = near - dt.timedelta(days=chance.randrange(far))
        edtf = chance.choice(forms(day, day + dt.timedelta(days=1 + chance.randrange(chance.choice((30, 900, 9000))))))
        title = " ".join(chance.choice(WORDS) for _ in range(chance.randrange(1, 14)))[:90]
        more = {"certainty": chance.choice(CERTAINTIES), "status": chance.choice(STATUSES)}
        people = "; ".join(chance.sample(PEOPLE, chance.randrange(3)))
        found.append((edtf, title, chance.choice(KINDS), people, chance.choice(PEOPLE), chance.random(), more))
    return found


def inside(box, outer, slack=0.6):
    return outer[0] - slack <= box[0] and outer[1] - slack <= box[1] and box[2] <= outer[2] + slack and box[3] <= outer[3] + slack


def overlap(one, other):
    return min(one[2], other[2]) - max(one[0], other[0]) > 0.5 and min(one[3], other[3]) - max(one[1], other[1]) > 0.5


def hold_laws(frame, scene):
    boxes = [label.box for label in scene.labels]
    assert not any(overlap(one, other) for one, other in itertools.combinations(boxes, 2)), "two labels lie on each other"
    for label in scene.labels:
        assert inside(label.box, (0, 0, scene.width, scene.height)), "a label is clipped"
        if scene.eras:
            era = scene.eras[label.era]
            assert era.x0 - 0.6 <= label.box[0] and label.box[2] <= era.x1 + 0.6, "a label crosses a cut"
        for text in label.lines:
            wide = width(text.text, text.size, text.bold)
            left = {"start": text.x, "end": text.x - wide, "middle": text.x - wide / 2}[text.anchor]
            assert inside((left, label.box[1], left + wide, label.box[3]), label.box), "words are wider than their box"
    assert scene.bottom <= scene.height, "lanes are clipped"
    for leader in scene.leaders:
        line = (leader.x - 0.5, min(leader.y0, leader.y1), leader.x + 0.5, max(leader.y0, leader.y1))
        assert not any(overlap(line, box) for box in boxes), "a leader crosses words"
    signs = [(mark.event_id, mark.x - mark.size / 2, mark.x + mark.size / 2, mark.y, mark.size / 2) for mark in scene.marks]
    signs += [(bar.event_id, bar.x0, bar.x1, bar.y, bar.height / 2) for bar in scene.bars]
    signs = [(key, (x0, y - half, x1, y + half)) for key, x0, x1, y, half in signs]
    for label in scene.labels:
        assert not any(key != label.event_id and overlap(box, label.box) for key, box in signs), "words lie on another event"
    drawn = {part.event_id for part in (*scene.marks, *scene.bars)} | {key for group in scene.groups for key in group.event_ids}
    assert drawn == set(frame["event_id"]), "an event is not drawn"
    if scene.eras and len(frame) <= 1500:
        assert not scene.groups, "an event is only counted"
    for part in (*scene.marks, *scene.bars):
        assert scene.top <= part.y <= scene.bottom
        if scene.eras:
            era = scene.eras[part.era]
            spots = (part.x,) if hasattr(part, "x") else (part.x0, part.x1)
            assert all(era.x0 - 0.1 <= x <= era.x1 + 0.1 for x in spots), "something is drawn outside its era"
            assert all(not cut.x0 + 0.1 < x < cut.x1 - 0.1 for cut in scene.cuts for x in spots), "something stands in a cut"


MINUTE = dt.timedelta(minutes=1)


def hold_spans(frame, scene):
    """Bars reach from the first to the last day of the table, to the minute, and are broken only where time is cut."""
    if not scene.eras:
        return
    spans = spans_of(frame)
    first, last = scene.eras[0].start, scene.eras[-1].stop
    bars = {}
    for bar in scene.bars:
        bars.setdefault((bar.event_id, bar.sort), []).append(bar)
    for index, key in enumerate(frame["event_id"]):
        start, stop = (None if day != day else day.to_pydatetime() for day in (frame["start"][index], frame["stop"][index]))
        if spans.lasting[index] or spans.open_left[index] or spans.open_right[index]:
            pieces = sorted(bars.get((key, "lasting"), ()), key=lambda bar: bar.start)
            joined(pieces, scene)
            assert not spans.open_right[index] or pieces[-1].stop == last, "what is open ends"
        pieces = sorted(
            (bar for sort in ("allowed", "lasting") for bar in bars.get((key, sort), ())), key=lambda bar: (bar.start, bar.stop)
        )
        if start and stop and (stop - start).days > 1:
            for end, at in ((max(start, first), lambda bar: bar.start), (min(stop, last), lambda bar: bar.stop)):
                era = next(era for era in scene.eras if era.start - MINUTE <= end <= era.stop + MINUTE)  # no end of a span lies in a cut
                reached = [at(bar) for bar in pieces if abs(at(bar) - end) <= MINUTE]
                thin = (era.x1 - era.x0) / ((era.stop - era.start) / (stop - start)) <= 3.1  # the mark covers it
                assert reached or thin, f"{key} does not reach {end}"
        elif start and first <= start <= last:
            assert any(era.start - MINUTE <= start <= era.stop + MINUTE for era in scene.eras), "a day lies in a cut"
    for mark in scene.marks:
        assert scene.eras[mark.era].start <= mark.when <= scene.eras[mark.era].stop, "a mark lies in a cut"


def joined(pieces, scene):
    """The pieces of a bar follow each other; between them is nothing but a cut."""
    for one, other in itertools.pairwise(pieces):
        assert other.era == one.era + 1, "a bar is broken inside an era"
        assert abs(one.stop - scene.eras[one.era].stop) <= MINUTE and abs(other.start - scene.eras[other.era].start) <= MINUTE
        assert one.arrow_right and other.arrow_left


def hold_figure(scene, figure):
    """The figure shows every mark and bar of the scene, with its event's id, as long as the scene says."""
    shown = {
        (trace["name"], axis(trace), key, str(x), str(trace.get("base", trace["y"])[index]))
        for trace in figure["data"]
        for index, (key, x) in enumerate(zip(trace["customdata"], trace["x"], strict=True))
    }
    keys = {(name, era, key) for name, era, key, *_ in shown}
    assert {("events", mark.era, mark.event_id) for mark in scene.marks} <= keys
    for bar in scene.bars:
        length = (bar.stop - bar.start).total_seconds() * 1000
        assert ("spans", bar.era, bar.event_id, str(length), f"{bar.start:%Y-%m-%d %H:%M}".rjust(16, "0")) in shown
    for trace in figure["data"]:
        assert len({len(trace[name]) for name in ("x", "y", "customdata")}) == 1
    noted = {note["name"] for note in figure["layout"]["annotations"] if "name" in note}
    assert not scene.eras or {label.event_id for label in scene.labels} <= noted


def axis(trace):
    return int(trace["xaxis"][1:] or 1) - 1


def hold_picture(scene, picture):
    """The picture tells of every event that has a mark or bar what the scene tells of it."""
    drawn = {part.event_id for part in (*scene.marks, *scene.bars)}
    told = Counter(escape.xml(f"{entry.date}: {entry.title}") for entry in scene.entries if entry.event_id in drawn)
    for words, count in told.items():
        assert picture.count(f"<title>{words}</title>") >= count


def hold_table(frame, page):
    """The HTML file has a row for every event, in the order of the table, with its title."""
    rows = page.split("<tr data-n=")[1:]
    assert len(rows) == len(frame)
    for row, title in zip(rows, frame["title"], strict=True):
        assert html.escape(escape.label(title)) in row or escape.html(escape.label(title)) in row or not escape.label(title)
