"""Twenty pages as the sites of newspapers, agencies, ministries and blogs lay them out, around articles of our own."""

import html
import json
from collections.abc import Callable

from tests.intake.makers import Story

DAY = "2031-05-17"  # later than any day in the articles, so that it cannot be theirs
ADDRESS = "https://gazette.example/world/accord"
Layout = Callable[[Story], bytes]
MENU = (
    '<nav class="menu"><ul>'
    + "".join(f'<li><a href="/{n}">{n}</a></li>' for n in ("World", "Business", "Sport", "Opinion", "Weather"))
    + "</ul></nav>"
)
FOOT = '<footer><p>© 2031 Gazette Media. All rights reserved.</p><a href="/terms">Terms</a> <a href="/privacy">Privacy</a></footer>'
COOKIES = '<div id="cookie-banner" class="cookie-consent" role="dialog"><p>We value your privacy. We use cookies.</p><button>Accept all</button></div>'
RELATED = (
    '<aside class="related"><h3>Read more</h3><ul><li><a href="/a">Minister resigns over fish quotas</a><time datetime="2012-01-02">2 January 2012</time></li>'
    '<li><a href="/b">Five maps that explain the strait</a></li></ul></aside>'
)
COMMENTS = (
    '<section id="comments" class="comments"><h3>2 comments</h3><div class="comment"><span class="comment-date">1 April 2030</span>'
    "<p>I was there on 12 March 1987 and it was not like that at all, believe me.</p></div></section>"
)
LETTER = '<div class="newsletter-signup"><h4>Get our briefing</h4><form><input type="email"><button>Sign up</button></form></div>'
SHARE = '<div class="share-buttons"><a href="#">Share</a><a href="#">Print</a></div>'
LD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "datePublished": f"{DAY}T23:30:00-05:00",
    "publisher": {"@type": "Organization", "name": "The Gazette"},
}


def ps(story: Story, mark: str = "p", attributes: str = "") -> str:
    return "".join(f"<{mark}{attributes}>{html.escape(part)}</{mark}>" for part in story.body)


def whole(head: str, body: str, attributes: str = ' lang="en"') -> bytes:
    return f'<!DOCTYPE html><html{attributes}><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def canonical(story: Story) -> str:
    return f'<title>{html.escape(story.title)} | The Gazette</title><link rel="canonical" href="{ADDRESS}">'


def ld(story: Story, **more: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({**LD, "headline": story.title, **more})}</script>'


def metas(**told: str) -> str:
    return "".join(f'<meta property="{name.replace("_", ":", 1)}" content="{html.escape(words)}">' for name, words in told.items())


def h1(story: Story) -> str:
    return f"<h1>{html.escape(story.title)}</h1>"


def json_ld(story: Story) -> bytes:
    return whole(canonical(story) + ld(story), MENU + f"<main><article>{h1(story)}{ps(story)}</article></main>{RELATED}{FOOT}")


def graph(story: Story) -> bytes:
    data = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, {**LD, "headline": story.title}]}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return whole(canonical(story) + script, f"{COOKIES}{MENU}<article>{h1(story)}{SHARE}{ps(story)}{SHARE}</article>{FOOT}")


def open_graph(story: Story) -> bytes:
    told = metas(og_title=story.title, og_url=ADDRESS, og_site_name="The Gazette", article_published_time=f"{DAY}T08:00:00Z")
    return whole(told, f'{MENU}<div class="content"><div class="article-body">{h1(story)}{ps(story)}</div>{LETTER}</div>{RELATED}{FOOT}')


def time_element(story: Story) -> bytes:
    byline = f'<p class="byline">By A. Reporter <time datetime="{DAY}T10:00">17 May 2031</time></p>'
    return whole(canonical(story), f"{MENU}<article><header>{h1(story)}{byline}</header>{ps(story)}</article>{COMMENTS}{FOOT}")


def updated(story: Story) -> bytes:
    stamps = f'<div class="stamps">Updated <time datetime="2031-06-09">9 June 2031</time> Published <time datetime="{DAY}">17 May 2031</time></div>'
    return whole(canonical(story), f"{MENU}<article>{h1(story)}{stamps}{ps(story)}</article>{FOOT}")


def amp(story: Story) -> bytes:
    return whole(
        canonical(story) + ld(story),
        f'<amp-sidebar id="m">{MENU}</amp-sidebar><article>{h1(story)}<amp-img src="x"></amp-img>{ps(story)}</article>',
        " amp",
    )


def cookies(story: Story) -> bytes:
    return whole(canonical(story) + ld(story), f"{COOKIES}{MENU}<main><article>{h1(story)}{ps(story)}</article></main>{COOKIES}{FOOT}")


def comments(story: Story) -> bytes:
    return whole(canonical(story) + ld(story), f"<article>{h1(story)}{ps(story)}</article>{COMMENTS}{FOOT}")


def old_table(story: Story) -> bytes:
    """A site of 1999: tables for the layout, font elements, capitals, and no date but in words."""
    side = "<TD WIDTH=120><A HREF=/>Home</A><BR><A HREF=/archive>Archive</A></TD>"
    date = "<P CLASS=date>Posted: May 17, 2031</P>"
    story_cell = f"<TD><FONT SIZE=5><B>{html.escape(story.title)}</B></FONT>{date}{ps(story, 'P')}</TD>"
    return f"<HTML><HEAD><TITLE>{html.escape(story.title)}</TITLE></HEAD><BODY><TABLE><TR>{side}{story_cell}</TR></TABLE></BODY></HTML>".encode()


def divs(story: Story) -> bytes:
    """No paragraph elements at all."""
    inner = "".join(f'<div class="Text_block__x7">{html.escape(part)}</div>' for part in story.body)
    return whole(canonical(story) + ld(story), f'{MENU}<div class="Story_root__a1"><h1>{html.escape(story.title)}</h1>{inner}</div>{FOOT}')


def microdata(story: Story) -> bytes:
    date = f'<meta itemprop="datePublished" content="{DAY}">'
    inner = f'<h1 itemprop="headline">{html.escape(story.title)}</h1>{date}<div itemprop="articleBody">{ps(story)}</div>'
    return whole(canonical(story), f'{MENU}<div itemscope itemtype="https://schema.org/NewsArticle">{inner}</div>{FOOT}')


def figures(story: Story) -> bytes:
    parts = [f"<p>{html.escape(part)}</p>" for part in story.body]
    parts.insert(1, '<figure><img src="a.jpg" alt="Old photograph"></figure>')
    return whole(canonical(story) + ld(story), f"{MENU}<article>{h1(story)}{''.join(parts)}</article>{FOOT}")


def inline_related(story: Story) -> bytes:
    parts = [f"<p>{html.escape(part)}</p>" for part in story.body]
    parts.insert(2, RELATED)
    parts.insert(4, LETTER)
    return whole(canonical(story) + ld(story), f"{MENU}<article>{h1(story)}{''.join(parts)}</article>{FOOT}")


def ministry(story: Story) -> bytes:
    told = f'<meta name="dcterms.issued" content="{DAY}"><meta name="DC.title" content="x">'
    crumbs = '<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ol>'
    return whole(
        canonical(story) + told, f'{MENU}{crumbs}<main id="main-content">{h1(story)}<div class="rich-text">{ps(story)}</div></main>{FOOT}'
    )


def blog(story: Story) -> bytes:
    entry = f'<div class="entry-meta"><span class="entry-date">17 May 2031</span></div><div class="entry-content">{ps(story)}</div>'
    return whole(
        canonical(story),
        f'<div id="content"><div class="post hentry"><h1 class="entry-title">{html.escape(story.title)}</h1>{entry}</div></div><div id="sidebar">{RELATED}</div>{FOOT}',
    )


def latin(story: Story) -> bytes:
    page = json_ld(story).decode().replace('charset="utf-8"', 'charset="windows-1252"')
    return page.encode("cp1252", "xmlcharrefreplace")


def bare(story: Story) -> bytes:
    return f"<title>{html.escape(story.title)}</title>{h1(story)}{''.join('<p>' + html.escape(part) for part in story.body)}".encode()


def xhtml(story: Story) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml"><head>'
    return f'{head}{canonical(story).replace(".example/world/accord", ".example/2031/05/17/accord")}</head><body>{MENU}<div id="story">{h1(story)}{ps(story)}</div></body></html>'.encode()


def spans(story: Story) -> bytes:
    """Links, emphasis and breaks within the paragraphs."""
    parts = []
    for part in story.body:
        first, _, rest = html.escape(part).partition(" ")
        parts.append(f'<p><a href="/tag">{first}</a> <span class="s">{rest}</span></p>')
    return whole(canonical(story) + ld(story), f"{MENU}<article>{h1(story)}{''.join(parts)}</article>{FOOT}")


def paywall(story: Story) -> bytes:
    wall = '<div class="paywall"><h2>Subscribe to continue</h2><a href="/s">See offers</a></div>'
    return whole(canonical(story) + ld(story, isAccessibleForFree=False), f"{MENU}<article>{h1(story)}{ps(story)}</article>{wall}{FOOT}")


LAYOUTS: dict[str, Layout] = {
    each.__name__: each
    for each in (
        json_ld, graph, open_graph, time_element, updated, amp, cookies, comments, old_table, divs, microdata, figures, inline_related, ministry,
        blog, latin, bare, xhtml, spans, paywall,
    )
}  # fmt: skip
UNDATED = {"bare"}
UNADDRESSED = {"old_table", "bare"}
