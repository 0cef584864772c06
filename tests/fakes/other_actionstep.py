"""Another server that follows the API document, and chooses otherwise than our sandbox wherever the document allows.

Small on purpose and written from the document alone: Basic authentication only, no PKCE, numbers for hours, lists even
of one row, ids as text here and there, no ``meta`` at all, ``expires_in`` as text, and the API on a port of its own.
"""

from __future__ import annotations

import base64
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT, SECRET = "firm", "s3cret/+ with odd letters"
MATTERS = [
    {"id": number, "name": f"Estate of Number {number}", "reference": None, "status": "Active", "isDeleted": "F",
     "modifiedTimestamp": "2026-03-15T16:20:11+11:00", "links": {"primaryParticipants": None}}
    for number in range(50_200, 50_205)
]  # fmt: skip


class OtherActionstep:
    """Serves for as long as the block.

    Attributes:
        entries: what was posted, as it came.
        secrets: everything that must not be found anywhere: codes and tokens given out.
    """

    def __init__(self) -> None:
        self.entries: dict[int, dict[str, Any]] = {}
        self.secrets: list[str] = [SECRET]
        self.asked: list[str] = []
        self._lock = threading.Lock()
        self._api = _serve(self, _Api)
        self._oauth = _serve(self, _OAuth)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for server, thread in (self._api, self._oauth):
            server.shutdown()
            thread.join()
            server.server_close()

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self._api[0].server_address[1]}"

    @property
    def oauth(self) -> str:
        return f"http://127.0.0.1:{self._oauth[0].server_address[1]}"

    def give(self, kind: str) -> str:
        """Give out a code or token that nobody gave before."""
        with self._lock:
            made = f"{kind}-{len(self.secrets)}-canary-{kind * 3}"
            self.secrets.append(made)
            return made


def _serve(owner: OtherActionstep, handler: type[_Quiet]) -> tuple[ThreadingHTTPServer, threading.Thread]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (handler,), {"owner": owner}))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="other-actionstep")
    thread.start()
    return server, thread


class _Quiet(BaseHTTPRequestHandler):
    owner: OtherActionstep
    protocol_version = "HTTP/1.0"

    def log_message(self, *_: object) -> None: ...

    def body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def say(self, status: int, told: object = None, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if told is not None:
            self.send_header("Content-Type", "application/vnd.api+json")
        self.end_headers()
        if told is not None:
            self.wfile.write(json.dumps(told).encode())


class _OAuth(_Quiet):
    def do_GET(self) -> None:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        assert asked["response_type"] == "code"
        back = urlencode({"code": self.owner.give("code"), "state": asked["state"]})
        self.say(302, None, Location=f"{asked['redirect_uri']}?{back}")

    def do_POST(self) -> None:
        form = parse_qs(self.body().decode())
        told = self.headers.get("Authorization", "").removeprefix("Basic ")
        if base64.b64decode(told or "Og==").decode() != f"{CLIENT}:{SECRET}" or "client_secret" in form:
            self.say(401, {"error": "invalid_client"})
            return
        given = (form.get("code") or form.get("refresh_token") or [""])[0]
        if given not in self.owner.secrets:
            self.say(400, {"error": "invalid_grant", "error_description": "Invalid refresh_token"})
            return
        access, refresh = self.owner.give("access"), self.owner.give("refresh")
        pair = {"access_token": access, "refresh_token": refresh, "token_type": "Bearer", "expires_in": "3600"}
        self.say(200, {**pair, "api_endpoint": self.owner.api, "orgkey": "otherfirm"})


class _Api(_Quiet):
    def do_GET(self) -> None:
        path, _, rest = urlsplit(self.path).path.removeprefix("/api/rest/").partition("/")
        query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        self.owner.asked.append(path)
        if self.headers.get("Authorization", "").removeprefix("Bearer ") not in self.owner.secrets:
            self.say(401, {"error": "invalid_token", "error_description": "The access token provided in invalid (2)"})
            return
        rows = getattr(self, path, lambda _rest, _query: None)(rest, query)
        if rows is None:
            self.say(404, {"errors": [{"status": 404, "code": "AS-TBC", "title": "API Resource Not Found"}]})
        elif rows:
            self.say(200, {path: rows})
        else:
            self.say(204)

    def users(self, _rest: str, _query: dict[str, str]) -> list[object]:
        return [{"id": "11", "emailAddress": "alex@other.test", "links": {"participant": 26}}]

    def actions(self, rest: str, query: dict[str, str]) -> list[object]:
        if int(query.get("page", "1")) > 1:
            return []
        return [
            row for row in MATTERS if (not rest or str(row["id"]) == rest) and row["id"] > int(query.get("id_gt", 0))
        ]

    def quickcodes(self, _rest: str, _query: dict[str, str]) -> list[object]:
        return [{"id": 300, "quickCode": "Advice", "description": "Advice"}]

    def timeentries(self, rest: str, query: dict[str, str]) -> list[object]:
        found = [row for number, row in self.owner.entries.items() if not rest or str(number) == rest]
        reference = query.get("importExternalReference_eq")
        return [row for row in found if reference is None or row["importExternalReference"] == reference]

    def do_POST(self) -> None:
        sent = json.loads(self.body())["timeentries"]
        number = 700 + len(self.owner.entries)
        hours = {name: float(sent[name]) for name in ("actualHours", "billableHours")}
        self.owner.entries[number] = {**sent, **hours, "id": number, "billReference": None}
        self.say(200, {"timeentries": [self.owner.entries[number]]})
