"""Makes docs/img/, the pictures of the README, from the seeds."""

from dataclasses import replace
from pathlib import Path

from timeline.drawing.layout import lay_out
from timeline.drawing.picture import png
from timeline.drawing.style import Style
from timeline.events.reader import read
from timeline.intake.seeds import seeds
from timeline.table.frame import to_frame

IMAGES = Path(__file__).parent / "img"
LOOKS = {
    "russia-iran-pact": Style(width=1200),
    "red-sea-shipping": Style(width=1440, height=900, theme="dark"),
    "nagorno-karabakh": Style(width=1200, lanes="actor", gaps=5 * 365),
}

if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    for seed in seeds():
        if seed.slug in LOOKS:
            article = seed.article
            path = IMAGES / f"{seed.slug}.png"
            path.write_bytes(png(lay_out(to_frame([read(article)]), replace(LOOKS[seed.slug], title=article.title))))
            print(path.relative_to(IMAGES.parent.parent))
