"""Makes docs/img/, the pictures of the README, from the seeds."""

from pathlib import Path

from timeline.drawing.layout import lay_out
from timeline.drawing.picture import png
from timeline.drawing.style import Style
from timeline.events.reader import read
from timeline.intake.seeds import seeds
from timeline.table.frame import to_frame

IMAGES = Path(__file__).parent / "img"

if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    for seed in seeds():
        if seed.slug in ("russia-iran-pact", "red-sea-shipping"):
            article = seed.article
            path = IMAGES / f"{seed.slug}.png"
            path.write_bytes(png(lay_out(to_frame([read(article)]), Style(width=1200, title=article.title))))
            print(path.relative_to(IMAGES.parent.parent))
