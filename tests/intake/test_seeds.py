"""The gallery's articles."""

from timeline.intake.seeds import seeds


def test_every_seed_has_a_title_a_summary_and_a_day_of_publication() -> None:
    assert len(seeds()) >= 5
    for seed in seeds():
        assert seed.title and seed.summary
        assert seed.article.published and seed.article.published_from == "metadata"
        assert seed.article.title == seed.title
