"""Files of each format, made from articles of our own as the programs of their writers make them."""

import html
import io
import json
import re
import zipfile
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent.parent.parent / "data" / "gold" / "articles"


@dataclass(frozen=True)
class Story:
    slug: str
    paragraphs: tuple[str, ...]  # its title first
    published: str

    @property
    def title(self) -> str:
        return self.paragraphs[0]

    @property
    def body(self) -> tuple[str, ...]:
        return self.paragraphs[1:]


def stories(count: int = 20) -> list[Story]:
    """Articles in prose, by name; a chronology is as well, as its lines are paragraphs."""
    found = []
    for path in sorted(GOLD.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        if len(parts) >= 5 and told.get("published"):
            found.append(Story(path.stem, tuple(parts), told["published"]))
    return found[:: max(1, len(found) // count)][:count]


def text(story: Story, turn: int) -> bytes:
    ends, encoding = ("\n", "\r\n", "\r")[turn % 3], ("utf-8", "utf-8-sig", "utf-16")[turn // 3 % 3]
    return (ends * 2).join(story.paragraphs).encode(encoding)


def markdown(story: Story, turn: int) -> bytes:
    title, *body = (re.sub(r"([*_\[\]<>#`|\\])", r"\\\1", part) for part in story.paragraphs)
    body = [re.sub(r"^(\d+)([.)])", r"\1\\\2", part) for part in body]
    words = body[0].split(" ")
    body[0] = " ".join([f"[{words[0]}](https://gazette.example/2031/05/{turn + 10})", f"**{words[1]}**", *words[2:]])
    if turn % 3 == 1:
        body[1] = f"- {body[1]}"
    front = f"---\ntitle: A title of its own\ndate: {story.published}\n---\n" if turn % 2 else ""
    return f"{front}# {title}\n\n{(chr(10) * 2).join(body)}\n".encode()


def page(story: Story, turn: int) -> bytes:
    body = "".join(f"<p>{html.escape(part)}</p>" for part in story.body)
    body = f"<article><h1>{html.escape(story.title)}</h1>{body}</article>"
    return f"<!doctype html><html><head><title>x</title></head><body>{body}</body></html>".encode()


def pdf(story: Story, turn: int) -> bytes:
    """A PDF as a word processor or a desk makes it: one or two columns, justified or not, with heads, feet and page numbers."""
    from reportlab.lib.enums import TA_JUSTIFY
    from reportlab.lib.pagesizes import A4, A5
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    out = io.BytesIO()
    width, height = A5 if turn % 3 else A4  # what runs along all pages is known by that alone, so it takes two
    columns = 2 if turn % 4 == 3 else 1
    frames = [Frame(60 + n * (width - 120) / columns, 70, (width - 120) / columns, height - 150, id=str(n)) for n in range(columns)]

    def edges(canvas: Any, document: Any) -> None:
        if turn % 3:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(60, height - 40, "The Gazette, weekend of 5 May 2031")
            canvas.drawString(width / 2, 40, f"Page {document.page}" if turn % 3 == 1 else str(document.page))

    style = ParagraphStyle(
        "body", fontName="Times-Roman", fontSize=11, leading=13.5, spaceAfter=8 if turn % 5 else 0, firstLineIndent=0 if turn % 5 else 14,
        alignment=TA_JUSTIFY if turn % 2 else 0,
    )  # fmt: skip
    head = ParagraphStyle("head", parent=style, fontName="Helvetica-Bold", fontSize=16, leading=19, spaceAfter=10, firstLineIndent=0)
    document = BaseDocTemplate(out, pagesize=(width, height), title="untitled", invariant=1)
    document.addPageTemplates([PageTemplate(frames=frames, onPage=edges)])
    document.build([Paragraph(html.escape(story.title), head), *(Paragraph(html.escape(part), style) for part in story.body)])
    return out.getvalue()


def docx(story: Story, turn: int) -> bytes:
    import docx as word

    document = word.Document()
    document.core_properties.title = "A title of its own" if turn % 2 else ""
    document.add_heading(story.title)
    for part in story.body:
        paragraph = document.add_paragraph()
        for run in re.findall(r"\S+\s*", part):
            paragraph.add_run(run).bold = len(run) % 7 == 0
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def message(story: Story, turn: int) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = '"The Gazette" <desk@gazette.example>', "reader@post.example"
    mail["Subject"], mail["Date"] = f"News: {story.slug}", f"{day_of_mail(story.published)} 23:30:00 -0500"
    plain = "\n\n".join(story.paragraphs)
    if turn % 3 != 2:
        mail.set_content(plain, charset="utf-8", cte=("quoted-printable", "base64")[turn % 2])
        if turn % 3:
            mail.add_alternative(page(story, turn).decode(), subtype="html")
    else:
        mail.set_content(page(story, turn).decode(), subtype="html")
    if turn % 4 == 0:
        mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="report.pdf")
    return mail.as_bytes()


def day_of_mail(published: str) -> str:
    year, month, day = published.split("-")
    return f"{int(day)} {'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()[int(month) - 1]} {year}"


def feed(story: Story, turn: int) -> bytes:
    inner = "".join(f"<p>{html.escape(part, quote=False)}</p>" for part in story.paragraphs)
    title, link = html.escape(f"News: {story.slug}"), f"https://gazette.example/{story.slug}"
    if turn % 2:
        return (
            f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Gazette</title>'
            f"<entry><title>{title}</title>"
            f'<link href="{link}"/><published>{story.published}T23:30:00-05:00</published>'
            f'<content type="html">{html.escape(inner)}</content>'
            "</entry></feed>"
        ).encode()
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>The Gazette</title>"
        f"<item><title>{title}</title><link>{link}</link><pubDate>{day_of_mail(story.published)} 23:30:00 -0500</pubDate>"
        f"<description>Short.</description><content:encoded><![CDATA[{inner}]]></content:encoded></item></channel></rss>"
    ).encode()


def archive(story: Story, turn: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("in/story", (text, markdown, page, docx, message)[turn % 5](story, turn))
    return out.getvalue()


def mailbox(story: Story, turn: int) -> bytes:
    return b"From desk@gazette.example Fri Jan 17 10:00:00 2025\n" + message(story, turn) + b"\n"


MAKERS = {
    "text": text, "markdown": markdown, "html": page, "pdf": pdf, "docx": docx, "eml": message, "mbox": mailbox, "feed": feed,
    "zip": archive,
}  # fmt: skip
