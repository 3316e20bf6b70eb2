"""A made archive of news, of any size, whose events are known: for tests and benchmarks of reading and merging.

    PYTHONPATH=. python -m tests.corpus.making 20000 -o FOLDER --seed 1 [--words 300-900] [--files 8] [--gz] [--years 10]

It writes `articles-*.jsonl` (id, date, title, source, url, text) and `gold.jsonl`, one line a mention: `article`; `start_char`,
`stop_char` of the sentence; `trigger_start`, `trigger_stop` of the event's word; `event` (mentions with one key tell one event);
`start`, `stop` (half-open days, as these words give them), `grain`, `kind`, `actors`, `place`, `status`; `contradicts` where this
telling has another day or number than the event.

The world (`world`) is a stream of events of nineteen kinds (`deeds`), each told by 1 to 30 articles, and some more for copies, in six or
seven wordings; articles recall events of the last years and of earlier decades. An event is told by its month or year alone only where
no other could be meant. One event in eight has a look-alike: reversed, elsewhere, some days before, or planned. One article in twelve
is a copy under another headline. The same seed gives the same bytes; nothing is held but what is news and what is recalled.

`made` gives articles and gold one by one; `write` writes them; `rows` gives a table as if they had been read.
"""

from __future__ import annotations

from tests.corpus.making.articles import made
from tests.corpus.making.rows import rows
from tests.corpus.making.writing import write

__all__ = ["made", "rows", "write"]
