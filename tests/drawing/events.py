"""Invented events to draw, of every precision; a table is made of short rows."""

import datetime as dt
import json

from timeline.dates.datespan import DateSpan
from timeline.table.columns import COLUMNS, check, typed

ROWS = (
    ("17XX/18XX", "Two empires fight over the mountain passes", "conflict", "Varania; Osterland", "Kelm Pass", 0.6),
    ("1939-09-01/1945-09-02", "Joint invasion of the oil coast", "invasion", "Osterland; Albia", "Oil Coast", 0.5, {"certainty": "named"}),
    ("1979", "Revolution topples the king of Varania", "regime change", "Varania", "Tamir", 0.7),
    ("1980-09-22/1988-08-20", "Border war between Varania and Sumerland", "conflict", "Varania; Sumerland", "", 0.7),
    ("199X", "Pipelines are built across the isthmus", "economy", "Osterland", "Isthmus", 0.3),
    ("2001", "Framework agreement sets the terms of the relationship", "accord", "Varania; Osterland", "", 0.6),
    ("2017-01-20/2021-01-20", "Albia pulls out of the nuclear deal during the first term of its president", "withdrawal", "Albia", "", 0.5,
     {"certainty": "named"}),
    ("2020", "General Hadar is killed in a drone strike at the airport", "attack", "Albia; Varania", "Tamir", 0.9),
    ("2021-01~/2021-04~", "Secret talks begin in a lakeside hotel", "diplomacy", "Varania; Albia", "Lake Bern", 0.4),
    ("2022-02", "Osterland sends troops across the river", "invasion", "Osterland; Ruthen", "Ruthen", 1.0),
    ("2022-02/..", "War between Osterland and Ruthen", "conflict", "Osterland; Ruthen", "Ruthen", 0.8),
    ("2023-06/2023-11", "Counter-offensive stalls in the minefields of the south", "conflict", "Ruthen", "", 0.5),
    ("2024", "Defence pact with the northern republic is signed", "accord", "Osterland; Norrland", "", 0.6, {"certainty": "relative"}),
    ("2024-12", "Rebels overthrow the president of Assur", "regime change", "Assur", "Assur", 0.8, {"certainty": "relative"}),
    ("2025-01-13/2025-01-19", "Truce talks for the strip", "ceasefire", "Levantia", "Doha", 0.4, {"certainty": "ambiguous"}),
    ("2025-01-17", "Osterland and Varania sign a strategic treaty", "accord", "Osterland; Varania", "Mosk", 1.0, {"certainty": "relative"}),
    ("2025-01-17", "The two presidents hail a new chapter", "statement", "Osterland; Varania", "Mosk", 0.4, {"certainty": "inferred"}),
    ("2025-01-20", "New Albian president takes office", "leadership", "Albia", "", 0.7, {"status": "planned"}),
    ("../2025-01-17", "Work on the treaty goes on for years", "diplomacy", "Osterland; Varania", "", 0.2),
)  # fmt: skip


def table(rows=ROWS, source="Coastal Courier"):
    """A table of short rows: EDTF, title, kind, actors, places, score, and what else differs."""
    columns = {column.name: [] for column in COLUMNS}
    for index, (edtf, title, kind, actors, places, score, *more) in enumerate(rows):
        span = DateSpan.from_edtf(edtf)
        sentence = f"{title}, the paper reported, in words that give the date as {edtf}."
        at = sentence.index(edtf)
        values = {
            "event_id": f"e{index:05d}", "start": span.start, "stop": span.stop, "grain": str(span.grain), "edtf": edtf,
            "approximate": span.approximate, "implied": "", "certainty": "stated", "title": title, "kind": kind, "actors": actors,
            "places": places, "status": "happened", "score": score, "expression": edtf, "sentence": sentence, "rule": "en/example",
            "char_start": at, "char_stop": at + len(edtf), "trigger_start": 0, "trigger_stop": 5, "article_id": "a1", "source": source,
            "url": "https://news.example/1", "published": dt.date(2025, 1, 18), "language": "en", "n_sources": 1, "conflict": False,
            "mentions": json.dumps([{"article": "a1", "start": at, "stop": at + len(edtf)}]), **(more[0] if more else {}),
        }  # fmt: skip
        for name, value in values.items():
            columns[name].append(value)
    return check(typed(columns))
