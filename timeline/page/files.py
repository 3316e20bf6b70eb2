"""The formats a timeline can be saved in, for the page and the command line alike."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

# ending → what a browser calls it, and what it is good for
FORMATS = {
    "png": ("image/png", "A picture, for slides and documents"),
    "svg": ("image/svg+xml", "A drawing that stays sharp, for print"),
    "html": ("text/html", "An interactive page in one file, which works without a network"),
    "csv": ("text/csv", "The table, for spreadsheets"),
    "json": ("application/json", "The table without loss, for programs"),
}


def made(frame: "pd.DataFrame", ending: str, title: str = "") -> bytes:
    """The timeline of a table as a file of this format; `title` is written over a drawing, else one is made from the data."""
    from timeline.drawing.export import to_csv, to_html, to_json
    from timeline.drawing.layout import lay_out
    from timeline.drawing.picture import png, svg
    from timeline.drawing.style import Style

    style = Style(title=title or None)

    match ending:
        case "png":
            return png(lay_out(frame, style))
        case "svg":
            return svg(lay_out(frame, style))
        case "html":
            return to_html(frame, style)
        case "csv":
            return to_csv(frame)
        case "json":
            return to_json(frame)
    raise KeyError(ending)
