"""The resolver: the one place with calendar arithmetic; it turns what words say into days, counting from given anchors."""

from timeline.dates.resolver import calendar_dates, counted, lengths, names, parts  # noqa: F401 each registers what it reckons
from timeline.dates.resolver.answer import Anchors, Answer, before_era, implied, resolve
from timeline.dates.resolver.lengths import iso_length
from timeline.dates.resolver.parts import between
from timeline.dates.resolver.units import CYCLES, opened, unit_of

__all__ = ["CYCLES", "Anchors", "Answer", "before_era", "between", "implied", "iso_length", "opened", "resolve", "unit_of"]
