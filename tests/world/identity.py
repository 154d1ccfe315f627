"""A small identity provider: OpenID Connect with signed tokens, over real HTTP."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

CLIENT, SECRET = "luoshi", "shared-with-nobody-else"  # only this provider knows it


class IdentityProvider(ThreadingHTTPServer):
    """Vouches for whoever ``claims`` describes, to the one client that knows the secret."""

    def __init__(self, claims: dict[str, Any]) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.claims = claims
        self.key: RSAPrivateKey = generate_private_key(public_exponent=65537, key_size=2048)
        self.asked: dict[str, dict[str, str]] = {}

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_port}"

    def id_token(self, asked: dict[str, str]) -> str:
        """Return the claims, signed."""
        now = int(time.time())
        said = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 300, **self.claims}
        if "nonce" in asked:
            said["nonce"] = asked["nonce"]
        return jwt.encode(said, self.key, algorithm="RS256", headers={"kid": "one"})


class _Answer(BaseHTTPRequestHandler):
    server: IdentityProvider

    def do_GET(self) -> None:
        """Describe the provider, let somebody in, or describe whom it let in."""
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path == "/.well-known/openid-configuration":
            self._json(self._description())
        elif parts.path == "/authorize":
            self._let_in(asked)
        elif parts.path == "/userinfo":
            self._json(self.server.claims)
        elif parts.path == "/keys":
            algorithm = jwt.algorithms.RSAAlgorithm(jwt.algorithms.RSAAlgorithm.SHA256)
            self._json(
                {"keys": [{**algorithm.to_jwk(self.server.key.public_key(), as_dict=True), "kid": "one"}]}
            )

    def do_POST(self) -> None:
        """Give tokens for a code, to the client that asked for it and nobody else."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        given = {name: values[0] for name, values in parse_qs(body).items()}
        asked = self.server.asked.pop(given.get("code", ""), {})
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (given.get("client_secret"), challenge) != (SECRET, asked.get("code_challenge")):
            self._json({"error": "invalid_grant"}, status=400)
            return
        tokens = {"access_token": secrets.token_hex(), "token_type": "Bearer", "expires_in": 300}
        self._json({**tokens, "id_token": self.server.id_token(asked)})

    def _description(self) -> dict[str, Any]:
        at = self.server.address
        return {
            "issuer": at,
            "authorization_endpoint": f"{at}/authorize",
            "token_endpoint": f"{at}/token",
            "userinfo_endpoint": f"{at}/userinfo",
            "jwks_uri": f"{at}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def _let_in(self, asked: dict[str, str]) -> None:
        code = secrets.token_hex(8)
        self.server.asked[code] = asked
        self.send_response(302)
        back = urlencode({"code": code, "state": asked["state"]})
        self.send_header("Location", f"{asked['redirect_uri']}?{back}")
        self.end_headers()

    def _json(self, said: dict[str, Any], *, status: int = 200) -> None:
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def vouching(**claims: Any) -> Iterator[IdentityProvider]:
    """Run a provider that vouches for these claims."""
    provider = IdentityProvider(claims)
    thread = threading.Thread(target=provider.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        provider.shutdown()
        thread.join()
        provider.server_close()
