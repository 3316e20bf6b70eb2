"""All rows of one store into another that is empty: how timelines move to a server, or into a file as a backup."""

import sqlalchemy as sa

from timeline.errors import StoreFailed
from timeline.store.tables import ALL, DOCUMENTS

_AT_ONCE = 100


def copied(old: sa.Connection, new: sa.Connection, where: str) -> int:
    """How many timelines were copied, with all revisions and links, so that a link goes on working. Raises: StoreFailed."""
    if new.execute(sa.select(sa.func.count()).select_from(DOCUMENTS)).scalar_one():
        raise StoreFailed(
            f"timelines cannot be copied to {where}: there are some already. Give an empty database, or a file that is not there yet."
        )
    for table in ALL:
        rows = old.execution_options(yield_per=_AT_ONCE).execute(sa.select(table)).mappings()
        for some in rows.partitions(_AT_ONCE):
            new.execute(sa.insert(table), [dict(row) for row in some])
    return int(new.execute(sa.select(sa.func.count()).select_from(DOCUMENTS)).scalar_one())
