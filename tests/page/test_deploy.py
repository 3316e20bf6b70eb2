"""The files for hosts: what they say is what the command line takes and what the image holds. No engine is needed."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

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
    assert "readOnlyRootFilesystem: true" in KUBERNETES


def test_the_image_holds_what_the_page_reads_and_no_more() -> None:
    held = {line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = {word for line in re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, re.MULTILINE) for word in line.split()}
    assert copied == held
    assert all((ROOT / name).exists() for name in held)
    assert "**/.env" not in held
    assert not any(name.startswith(("tests", ".git", ".streamlit/secrets")) for name in held)


def documents(text: str) -> list[dict[str, Any]]:
    """The documents of a YAML file; what stands in it twice, or is no YAML, is a fault."""
    yaml = pytest.importorskip("ruamel.yaml", reason="check-jsonschema, which brings it, is not installed yet").YAML(typ="safe")
    return list(yaml.load_all(text))


def test_compose_is_what_the_specification_allows() -> None:
    pytest.importorskip("check_jsonschema", reason="it is not installed yet")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(ROOT / "compose.yaml")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_service_of_compose_has_more_rights_than_it_needs() -> None:
    (compose,) = documents(COMPOSE)
    for name, service in compose["services"].items():
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["read_only"] is True and service["mem_limit"] and service["pids_limit"], name
        assert not {"privileged", "network_mode", "pid", "devices"} & set(service), name
    assert [name for name, service in compose["services"].items() if "ports" in service] == ["proxy"]
    assert list(compose["services"]["db"]["networks"]) == ["back"] and compose["networks"]["back"]["internal"] is True
    assert "back" not in compose["services"]["proxy"]["networks"]


def test_the_parts_of_kubernetes_fit_together() -> None:
    parts = {part["kind"]: part for part in documents(KUBERNETES)}
    assert set(parts) == {"Deployment", "Service", "PodDisruptionBudget", "NetworkPolicy", "Ingress"}
    deployment, service, ingress = parts["Deployment"]["spec"], parts["Service"], parts["Ingress"]
    labels = deployment["template"]["metadata"]["labels"]
    assert deployment["selector"]["matchLabels"] == labels == service["spec"]["selector"]
    assert parts["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert parts["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"] == labels
    pod = deployment["template"]["spec"]
    (container,) = pod["containers"]
    assert pod["automountServiceAccountToken"] is False and pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["runAsUser"] == 10001
    held = container["securityContext"]
    assert held == {"allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]}}
    (port,) = container["ports"]
    assert {port["containerPort"]} == {each["port"] for rule in parts["NetworkPolicy"]["spec"]["ingress"] for each in rule["ports"]}
    probes = [container[name]["httpGet"] for name in ("startupProbe", "livenessProbe", "readinessProbe")]
    assert [(probe["path"], probe["port"]) for probe in probes] == [("/healthz", port["name"])] * 2 + [("/readyz", port["name"])]
    assert service["spec"]["ports"][0]["targetPort"] == port["name"]
    (rule,) = ingress["spec"]["rules"]
    (path,) = rule["http"]["paths"]
    assert path["backend"]["service"] == {"name": service["metadata"]["name"], "port": {"name": service["spec"]["ports"][0]["name"]}}
    assert [rule["host"]] == ingress["spec"]["tls"][0]["hosts"]
    assert ingress["metadata"]["annotations"]["nginx.ingress.kubernetes.io/affinity"] == "cookie"
    assert deployment["replicas"] == 1 or any(each["name"] == "TIMELINE_DATABASE_URL" for each in container["env"])
    assert {mount["name"] for mount in container["volumeMounts"]} == {volume["name"] for volume in pod["volumes"]}


@pytest.mark.skipif(not shutil.which("caddy"), reason="Caddy is not installed: apt-get install caddy")
def test_caddy_takes_its_file(tmp_path: Path) -> None:
    command = ["caddy", "adapt", "--validate", "--config", str(ROOT / "deploy" / "Caddyfile")]
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | home | {"TIMELINE_HOST": "timeline.example.org"})
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)["apps"]["http"]["servers"]["srv0"]
    assert "logs" not in told, "it keeps no log of addresses"
    assert '"max_size": 12000000' in json.dumps(told), "what the page takes, and what stands around it in a form"
