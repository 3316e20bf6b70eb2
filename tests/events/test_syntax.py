"""The door to spaCy: what it leaves out comes back when asked for."""

import subprocess
import sys


def test_the_command_line_of_spacy_is_left_out_until_somebody_wants_it():
    code = (
        "import sys; from timeline.events.syntax import pipeline; assert pipeline().pipe_names; assert 'spacy.cli' not in sys.modules\n"
        "import spacy; assert spacy.info(silent=True)['spacy_version'] == spacy.__version__; assert 'spacy.cli' in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
