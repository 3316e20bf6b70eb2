"""Everything of an owner in one ZIP that any program can read, without a token or its hash."""

import dataclasses
import io
import json
import zipfile
from typing import Any

import sqlalchemy as sa

from timeline.store import keeping, links
from timeline.store.document import SCHEMA_VERSION
from timeline.store.tables import HOLDINGS, REVISIONS, TEXTS

# The time that ZIP gives to files that have none, so that the same timelines give the same bytes.
_NEVER = (1980, 1, 1, 0, 0, 0)


def exported(connection: sa.Connection, owner: str) -> bytes:
    """A ZIP with a folder a timeline: `timeline.json` (title, revisions, links), `revisions/0001.json`, `texts/<SHA-256>.txt`."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:

        def put(name: str, data: bytes) -> None:
            file.writestr(zipfile.ZipInfo(name, _NEVER), data, zipfile.ZIP_DEFLATED)

        summaries = keeping.owned(connection, owner)
        put("export.json", _json({"schema_version": SCHEMA_VERSION, "owner": owner, "timelines": [one.id for one in summaries]}))
        for summary in summaries:
            line = keeping.line_of(connection, summary.id, owner=owner)
            told = {
                "timeline": dataclasses.asdict(summary),
                "revisions": [dataclasses.asdict(one) for one in reversed(keeping.history(connection, line))],
                "links": [dataclasses.asdict(one) for one in links.of_document(connection, line)],
            }
            put(f"{summary.id}/timeline.json", _json(told))
            bodies = (
                sa.select(REVISIONS.c.number, REVISIONS.c.body).where(REVISIONS.c.document_id == summary.id).order_by(REVISIONS.c.number)
            )
            for row in connection.execute(bodies):
                put(f"{summary.id}/revisions/{row.number:04}.json", row.body.encode("ascii"))
            tables = set(
                connection.execute(
                    sa.select(HOLDINGS.c.sha256).where(HOLDINGS.c.document_id == summary.id, HOLDINGS.c.what == "table")
                ).scalars()
            )
            texts = sa.select(TEXTS.c.sha256, TEXTS.c.text).where(TEXTS.c.document_id == summary.id).order_by(TEXTS.c.sha256)
            for row in connection.execute(texts):
                folder, suffix = ("tables", "json") if row.sha256 in tables else ("texts", "txt")
                put(f"{summary.id}/{folder}/{row.sha256}.{suffix}", row.text.encode("utf-8", "surrogatepass"))
    return packed.getvalue()


def _json(told: dict[str, Any]) -> bytes:
    return json.dumps(told, indent=2, default=lambda time: time.isoformat()).encode("ascii") + b"\n"
