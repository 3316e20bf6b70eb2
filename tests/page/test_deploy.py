"""The files for hosts: what they say is what the command line takes and what the image holds. No engine is needed."""

import re
from pathlib import Path

import pytest

from timeline.cli.serve import add, hosting_of
from timeline.page.hosting import Hosting

ROOT = Path(__file__).parent.parent.parent
DOCKERFILE, COMPOSE, KUBERNETES = ((ROOT / name).read_text() for name in ("Dockerfile", "compose.yaml", "deploy/kubernetes.yaml"))
ALWAYS = re.findall(r'"([^"]+)"', re.search(r"ENTRYPOINT \[(.*)\]", DOCKERFILE)[1])  # type: ignore[index]
VALUES = {"TIMELINE_HOST": "timeline.example.org", "TIMELINE_ALLOW": "example.org"}


def hosting(flags: list[str]) -> Hosting:
    import argparse

    parser = argparse.ArgumentParser()
    add(parser)
    assert ALWAYS[:4] == ["python", "-m", "timeline", "serve"]
    return hosting_of(parser.parse_args(ALWAYS[4:] + flags))


def filled(text: str) -> str:
    return re.sub(r"\$\{(\w+):\?[^}]*\}", lambda found: VALUES[found[1]], text)


@pytest.mark.parametrize(
    "flags",
    [
        [filled(flag) for flag in re.findall(r"- (--\S+=.*)", COMPOSE)],
        re.findall(r"--[\w-]+=[^,\]]+", re.search(r"args: \[(.*)\]", KUBERNETES)[1]),  # type: ignore[index]
    ],
    ids=["compose", "kubernetes"],
)
def test_the_flags_of_each_host_start_a_page(flags: list[str]) -> None:
    asked = hosting(flags)
    asked.check()
    assert (asked.public, asked.access.rule, asked.address) == (True, "login", "0.0.0.0")
    assert asked.proxies


def test_an_image_that_is_told_nothing_does_not_start() -> None:
    with pytest.raises(ValueError, match="nothing says whom"):
        hosting([]).check()


def test_the_proxy_of_compose_is_the_one_that_is_believed() -> None:
    assert re.findall(r"ipv4_address: (\S+)", COMPOSE) == re.findall(r"--proxy=(\S+)", COMPOSE)


def test_the_image_runs_without_rights_and_is_asked_how_it_is() -> None:
    assert "USER 10001:10001" in DOCKERFILE
    assert "/healthz" in DOCKERFILE
    assert "--require-hashes -r requirements.txt" in DOCKERFILE
    assert COMPOSE.count("read_only: true") == 1
    assert "readOnlyRootFilesystem: true" in KUBERNETES


def test_the_image_holds_what_the_page_reads_and_no_more() -> None:
    held = {line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = {word for line in re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, re.MULTILINE) for word in line.split()}
    assert copied == held
    assert all((ROOT / name).exists() for name in held)
    assert "**/.env" not in held
    assert not any(name.startswith(("tests", ".git", ".streamlit/secrets")) for name in held)
