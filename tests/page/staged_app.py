"""The page with a table of the tests in place of what was read: the name of a stage comes as the argument."""

import runpy
import sys
from pathlib import Path

import timeline.page.reading
from tests.page.stages import staged

timeline.page.reading.read_once = lambda articles: staged(sys.argv[1])
runpy.run_path(str(Path(__file__).parent.parent.parent / "timeline_app.py"))
