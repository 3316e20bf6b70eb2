"""The formats a timeline can be saved in, for the page and the command line alike."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from timeline.drawing.style import Style

# ending → what a browser calls it, and what it is good for
FORMATS = {
    "png": ("image/png", "A picture, for slides and documents"),
    "svg": ("image/svg+xml", "A drawing that stays sharp, for print and editing"),
    "pdf": ("application/pdf", "A page for print, where Chrome or Chromium is installed"),
    "html": ("text/html", "An interactive page in one file, which works without a network"),
    "csv": ("text/csv", "The table without loss, for spreadsheets"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "An Excel workbook, with a sheet to read"),
    "json": ("application/json", "The table without loss, for programs"),
    "md": ("text/markdown", "A list of the events, for notes and documents"),
    "ics": ("text/calendar", "A calendar, with dates in words where no day is known"),
    "timelinejs.json": ("application/json", "The data of a TimelineJS story"),
}
DRAWN = ("png", "svg", "pdf", "html")  # these heed a style; the others are the table


def ending_of(name: str) -> str:
    """The format that a file's name asks for, empty if there is none."""
    fits = [ending for ending in FORMATS if name.lower().endswith("." + ending)]
    return max(fits, key=len, default="")


def lacking(ending: str) -> str:
    """Why this format cannot be made on this machine, as a sentence that says what to do; empty where it can."""
    if ending != "pdf":
        return ""
    from timeline.drawing.printing import lacking as lacking_for_print

    return lacking_for_print()


def remarks(frame: "pd.DataFrame", ending: str, style: "Style | None" = None) -> tuple[str, ...]:
    """What a drawing of the table could not show, in sentences; nothing for other formats."""
    from timeline.drawing.layout import lay_out

    return lay_out(frame, style).notes if ending in ("png", "svg", "pdf") else ()


def made(frame: "pd.DataFrame", ending: str, style: "Style | None" = None, zoom: float = 1) -> bytes:
    """The timeline of a table as a file of this format; `style` is heeded by what is drawn, `zoom` by PNG.

    Raises: NotPossible for a PDF where there is no browser.
    """
    from timeline.drawing import export, ics, picture, printing, timelinejs, xlsx
    from timeline.drawing.layout import lay_out

    match ending:
        case "png":
            return picture.png(lay_out(frame, style), zoom)
        case "svg":
            return picture.svg(lay_out(frame, style))
        case "pdf":
            return printing.pdf(lay_out(frame, style))
        case "html":
            return export.to_html(frame, style)
        case "csv":
            return export.to_csv(frame)
        case "xlsx":
            return xlsx.to_xlsx(frame)
        case "json":
            return export.to_json(frame)
        case "md":
            return export.to_markdown(frame)
        case "ics":
            return ics.to_ics(frame)
        case "timelinejs.json":
            return timelinejs.to_timelinejs(frame)
    raise KeyError(ending)
