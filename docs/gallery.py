"""Makes build/gallery/index.html, one page with every seed in every layout and size, and tables at the edge of what can be drawn."""

import datetime as dt
import html
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pandas as pd

from tests.drawing.events import ROWS, table
from tests.measure.tables import made
from timeline.drawing.layout import lay_out
from timeline.drawing.picture import png
from timeline.drawing.style import LANES, SIZES, Style
from timeline.events.reader import read
from timeline.intake.seeds import seeds
from timeline.table.frame import to_frame

GALLERY = Path(__file__).parent.parent / "build" / "gallery"
HOSTILE = '<script>alert(1)</script> & "quotes" \u202eturned \x00 ]]> {} ${x} %{y} <b>bold'
SCRIPTS = (
    "وقعت روسيا وإيران اتفاقية NPT الاستراتيجية في 17 يناير 2025 بموسكو", "الاتحاد الأوروبي يفرض عقوبات (جديدة) على 12 مصرفًا",
    "Президент подписал договор о стратегическом партнёрстве", "Η ελληνική κυβέρνηση απορρίπτει τη συμφωνία για τα σύνορα",
    "北京 and 東京 sign a trade pact", "भारत और चीन ने समझौते पर हस्ताक्षर किए", "שלום עולם: Israel signs", "🇺🇦 flag 👩‍👩‍👧 raised ❤️ in Kyiv",
    "Tiếng Việt: Việt Nam ký hiệp định", "e\u0301\u0301\u0301 accents Z͑ͫ̓ͪ̂ͫ̽ on letters", "حماس and Hamas agree in Doha on 12 points",
    "Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesellschaft is founded", "W" * 90, "Anti-immigration/anti-establishment movement wins",
)  # fmt: skip
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>
body{{font:15px/1.5 system-ui,sans-serif;margin:24px;background:#ddd;color:#111}} h2{{margin:48px 0 8px}} nav a{{margin-right:14px}}
section{{display:flex;flex-wrap:wrap;gap:20px;align-items:flex-start}} figure{{margin:0;max-width:100%}}
img{{max-width:100%;display:block;box-shadow:0 1px 6px #0005}} figcaption{{font-size:13px;padding:4px 0}}
</style><h1>Gallery</h1><nav>{links}</nav>{sections}</html>
"""


def seed_styles(frame: pd.DataFrame) -> dict[str, Style]:
    """Every layout of a seed by its name; the window holds the last quarter of the events."""
    styles = {"eras": Style(), "eras dark": Style(theme="dark"), "linear": Style(mode="linear")}
    styles |= {f"by {lanes}": Style(lanes=lanes) for lanes in LANES if lanes != "kind"}
    days = frame["start"].dropna().sort_values()
    if len(days):
        first, last = days.iloc[-max(1, len(days) // 4)].date(), days.iloc[-1].date()
        styles["window"] = Style(window=(first, last + dt.timedelta(days=max(30, (last - first).days // 10))))
    for name, (wide, high) in SIZES.items():
        if name != "screen":
            styles[name] = Style(width=wide, height=high)
            styles[f"{name} dark"] = Style(width=wide, height=high, theme="dark")
    return styles


def extremes() -> dict[str, pd.DataFrame]:
    """Tables at the edge of what can be drawn."""
    plain = ("other", "A; B", "", 0.5)
    last_year = [(f"2024-{1 + n % 12:02d}-{1 + n % 27:02d}", f"Event number {n} of last year", *plain) for n in range(30)]
    years = [("1648-10-24", "Peace is made", *plain), ("1914-07-28", "A war begins", *plain)]
    return {
        "no event": table([]), "one event": table([("2024-05-01", "The only event of the article is told here", *plain)]),
        "one century": table([("17XX", "Two empires fight over the passes", *plain)]), "every precision": table(ROWS),
        "skewed": table([*years, *last_year]),
        "all ends open": table([(f"{1990 + n}/.." if n % 2 else f"../{1990 + n}", f"What goes on {n}", *plain) for n in range(24)]),
        "all on one day": table([("2025-01-17", f"Statement {n} of the day, in some more words", *plain) for n in range(40)]),
        "scripts": table([(f"202{n % 5}-0{1 + n % 9}-1{n % 9}", title, *plain) for n, title in enumerate(SCRIPTS)], "صحيفة الشرق الأوسط"),
        "hostile": table([(f"2024-0{n}-01", HOSTILE, "other", HOSTILE, HOSTILE, 0.5) for n in range(1, 8)], HOSTILE),
    }  # fmt: skip


EXTREME_STYLES = {"screen": Style(), "slide dark": Style(width=1600, height=900, theme="dark"), "column": Style(width=400)}


def drawn(job: tuple[Path, pd.DataFrame, Style]) -> float:
    """Draws one picture; the seconds it took."""
    path, frame, style = job
    began = time.perf_counter()
    path.write_bytes(png(lay_out(frame, style)))
    return time.perf_counter() - began


def slug(text: str) -> str:
    """A name as part of a file's name."""
    return text.lower().replace(",", "").replace(" ", "-")


def shows(wanted: Sequence[str]) -> dict[str, tuple[pd.DataFrame, dict[str, Style]]]:
    """The tables whose names hold one of the wanted words, or all, each with the styles it is drawn in."""

    def asked(name: str) -> bool:
        return not wanted or any(word in slug(name) for word in wanted)

    frames = {seed.slug: to_frame([read(seed.article)]) for seed in seeds() if asked(seed.slug)}
    found = {name: (frame, seed_styles(frame)) for name, frame in frames.items()}
    found |= {name: (frame, EXTREME_STYLES) for name, frame in extremes().items() if asked(name)}
    counts = {f"{count:,} events": count for count in (60, 400, 1500, 2000, 100_000)}
    return found | {name: (made(count), EXTREME_STYLES) for name, count in counts.items() if asked(name)}


def main(wanted: Sequence[str], folder: Path = GALLERY) -> Path:
    """Draws all of it on every core, and the page that shows it."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = shows(wanted)
    jobs = [
        (folder / f"{slug(name)}_{slug(look)}.png", frame, style)
        for name, (frame, looks) in tables.items()
        for look, style in looks.items()
    ]
    with ProcessPoolExecutor() as pool:
        took = dict(zip((path.name for path, *_ in jobs), pool.map(drawn, jobs, chunksize=4), strict=True))
    sections = []
    for name, (frame, looks) in tables.items():
        figures = []
        for look in looks:
            file = f"{slug(name)}_{slug(look)}.png"
            words = html.escape(f"{look} · {file} · {took[file] * 1000:.0f} ms")
            figures.append(f'<figure><img src="{file}" loading="lazy" alt="{words}"><figcaption>{words}</figcaption></figure>')
        sections.append(f'<h2 id="{slug(name)}">{html.escape(name)} ({len(frame):,})</h2><section>{"".join(figures)}</section>')
    links = "".join(f'<a href="#{slug(name)}">{html.escape(name)}</a>' for name in tables)
    page = folder / "index.html"
    page.write_text(PAGE.format(links=links, sections="".join(sections)), "utf-8")
    return page


if __name__ == "__main__":
    began = time.perf_counter()
    print(f"{main(sys.argv[1:])} in {time.perf_counter() - began:.0f} s")
