"""The page with a network of the test's: every public name leads to the server on this machine whose port comes as the argument."""

import runpy
import sys
from pathlib import Path

from tests.intake.test_url import PUBLIC, Loopback
from timeline.intake.url import FetchSettings

FetchSettings.of = lambda environment: FetchSettings(resolve=lambda host: [PUBLIC], network=Loopback(int(sys.argv[1])))  # type: ignore[method-assign]
runpy.run_path(str(Path(__file__).parent.parent.parent / "timeline_app.py"))
