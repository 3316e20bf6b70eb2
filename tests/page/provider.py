"""A small provider of OpenID Connect on this machine: discovery, keys, a page to choose who one is, codes for tokens, and the way out.

It checks what a provider checks: the client's secret, the address to come back to, the proof of the code (PKCE), and that a code is
used once.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT, SECRET = "timeline", "a-secret-of-the-client"


@dataclass
class Provider:
    """The running provider: where it is, what each person it knows is said to be, and what it was asked."""

    address: str
    people: Mapping[str, Mapping[str, Any]]
    asked: list[str] = field(default_factory=list)

    def settings(self, come_back: str) -> str:
        """What to write into secrets.toml."""
        return (
            f'[auth]\nredirect_uri = "{come_back}"\ncookie_secret = "{secrets.token_hex(32)}"\nclient_id = "{CLIENT}"\n'
            f'client_secret = "{SECRET}"\nserver_metadata_url = "{self.address}/.well-known/openid-configuration"\n'
        )


@contextmanager
def provider(people: Mapping[str, Mapping[str, Any]]) -> Iterator[Provider]:
    """Runs until the block ends; `people`: what is claimed of each, by the name of the link to click."""
    from joserfc import jwt
    from joserfc.jwk import RSAKey

    key = RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256", "kid": "one"})
    codes: dict[str, dict[str, Any]] = {}

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, query = self._asked()
            if path == "/.well-known/openid-configuration":
                names = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
                names |= {"end_session_endpoint": "out"}
                more = {
                    "issuer": told.address,
                    "response_types_supported": ["code"],
                    "subject_types_supported": ["public"],
                    "id_token_signing_alg_values_supported": ["RS256"],
                    "code_challenge_methods_supported": ["S256"],
                }
                self._say(json.dumps(more | {name: f"{told.address}/{at}" for name, at in names.items()}), "application/json")
            elif path == "/keys":
                self._say(json.dumps({"keys": [key.as_dict(private=False)]}), "application/json")
            elif path == "/authorize":
                assert query["client_id"] == CLIENT and query["response_type"] == "code" and query["code_challenge_method"] == "S256"
                self._say("".join(f"<p><a href='/chosen?{urlencode(query | {'who': name})}'>{name}</a>" for name in people))
            elif path == "/chosen":
                code = secrets.token_urlsafe(16)
                codes[code] = query
                self._lead(query["redirect_uri"] + "?" + urlencode({"code": code, "state": query["state"]}))
            elif path == "/out":
                self._lead(query["post_logout_redirect_uri"])
            else:
                self.send_error(404)

        def do_POST(self) -> None:
            self._asked()
            given = {name: value[0] for name, value in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()}
            basic = base64.b64decode(self.headers["Authorization"].removeprefix("Basic ")).decode()
            begun = codes.pop(given["code"])
            proof = base64.urlsafe_b64encode(hashlib.sha256(given["code_verifier"].encode()).digest()).decode().rstrip("=")
            assert basic == f"{CLIENT}:{SECRET}" and proof == begun["code_challenge"] and given["redirect_uri"] == begun["redirect_uri"]
            now = int(time.time())
            claims = {"iss": told.address, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": begun["nonce"], "sub": begun["who"]}
            token = jwt.encode({"alg": "RS256", "kid": "one"}, claims | dict(people[begun["who"]]), key)
            self._say(json.dumps({"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": token}), "application/json")

        def _asked(self) -> tuple[str, dict[str, str]]:
            parts = urlsplit(self.path)
            told.asked.append(parts.path)
            return parts.path, {name: value[0] for name, value in parse_qs(parts.query).items()}

        def _say(self, body: str, kind: str = "text/html") -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body.encode())

        def _lead(self, address: str) -> None:
            self.send_response(302)
            self.send_header("Location", address)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    told = Provider(f"http://127.0.0.1:{server.server_port}", people)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
