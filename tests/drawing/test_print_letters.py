"""A PDF shows each letter in the shipped fonts, also the letters that SVG writes as entities."""

import os
import re

import pytest

from tests.drawing.events import table
from timeline.drawing.layout import lay_out
from timeline.drawing.printing import lacking, pdf
from timeline.drawing.style import Style

needs_browser = pytest.mark.skipif(bool(lacking()) and "CI" not in os.environ, reason="no Chrome or Chromium here")


@needs_browser
def test_letters_that_xml_escapes_are_in_the_shipped_font_too():
    data = pdf(lay_out(table(), Style(width=800, title='Osterland\'s "pact" & <Varania>')))
    assert set(re.findall(rb"/BaseFont /[A-Z]+\+(\w+)", data)) == {b"NotoSans"}
