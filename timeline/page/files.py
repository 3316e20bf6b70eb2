"""The formats a timeline can be saved in, for the page and the command line alike."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from timeline.drawing.style import Style

# ending → what a browser calls it, and what it is good for
FORMATS = {
    "png": ("image/png", "A picture, for slides and documents"),
    "svg": ("image/svg+xml", "A drawing that stays sharp, for print"),
    "html": ("text/html", "An interactive page in one file, which works without a network"),
    "csv": ("text/csv", "The table, for spreadsheets"),
    "json": ("application/json", "The table without loss, for programs"),
}


def made(frame: "pd.DataFrame", ending: str, style: "Style | None" = None, zoom: float = 1) -> bytes:
    """The timeline of a table as a file of this format; `style` and `zoom` are heeded by what is drawn."""
    from timeline.drawing.export import to_csv, to_html, to_json
    from timeline.drawing.layout import lay_out
    from timeline.drawing.picture import png, svg
    from timeline.drawing.style import Style

    style = style or Style()
    match ending:
        case "png":
            return png(lay_out(frame, style), zoom)
        case "svg":
            return svg(lay_out(frame, style))
        case "html":
            return to_html(frame, style)
        case "csv":
            return to_csv(frame)
        case "json":
            return to_json(frame)
    raise KeyError(ending)
