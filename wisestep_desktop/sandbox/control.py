"""A second loopback address from which a test in another process looks into the sandbox and steers it.

Knows JSON in and out. Refuses to serve anything a client of the API may rely on.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from werkzeug.exceptions import ClientDisconnected
from werkzeug.wrappers import Request, Response


class Steered(Protocol):
    """What can be looked into and steered; the promises are those of `Sandbox`."""

    def ledger(self, *, history: bool = False, resource: str = "timeentries") -> list[dict[str, Any]]: ...  # noqa: D102
    def requests(self) -> list[dict[str, Any]]: ...  # noqa: D102
    def matters(self) -> list[dict[str, Any]]: ...  # noqa: D102
    def switches(self) -> dict[str, str]: ...  # noqa: D102
    def given(self) -> list[str]: ...  # noqa: D102
    def pending_faults(self) -> int: ...  # noqa: D102
    def struck(self) -> dict[str, int]: ...  # noqa: D102
    def forget(self) -> None: ...  # noqa: D102
    def add_entry(self, day: str, hours: str, text: str, matter: int) -> int: ...  # noqa: D102
    def change_entry(self, ident: int, **fields: object) -> None: ...  # noqa: D102
    def inject(self, fault: str) -> None: ...  # noqa: D102
    def clear_faults(self) -> None: ...  # noqa: D102
    def set_switch(self, name: str, value: str) -> None: ...  # noqa: D102
    def advance(self, seconds: float) -> None: ...  # noqa: D102
    def expire_access_tokens(self) -> None: ...  # noqa: D102
    def revoke(self) -> None: ...  # noqa: D102
    def close_matter(self, ident: int) -> None: ...  # noqa: D102
    def delete_matter(self, ident: int) -> None: ...  # noqa: D102
    def restrict_matter(self, ident: int, *users: int) -> None: ...  # noqa: D102
    def bill(self, ident: int) -> str: ...  # noqa: D102


class ControlApp:
    """GET /ledger[?history=1&resource=timerecords], /requests, /matters, /switches, /faults, /given.

    POST JSON to steer: /switch {"name","value"}, /fault {"spec"}, /clear-faults, /forget, /advance {"seconds"},
    /expire, /revoke, /add-entry {"date","hours","text","matter"}, /change-entry {"id","fields"}, /bill {"id"},
    /close-matter {"id"}, /delete-matter {"id"}, /restrict-matter {"id","users"}.
    """

    def __init__(self, sandbox: Steered) -> None:
        self._reads: dict[str, Callable[[Request], object]] = {
            "/ledger": lambda request: sandbox.ledger(
                history=request.args.get("history") == "1", resource=request.args.get("resource", "timeentries")
            ),
            "/requests": lambda _request: sandbox.requests(),
            "/matters": lambda _request: sandbox.matters(),
            "/given": lambda _request: sandbox.given(),
            "/switches": lambda _request: sandbox.switches(),
            "/faults": lambda _request: {"pending": sandbox.pending_faults(), "struck": sandbox.struck()},
        }
        self._writes: dict[str, Callable[[dict[str, Any]], object]] = {
            "/switch": lambda body: sandbox.set_switch(str(body["name"]), str(body["value"])),
            "/fault": lambda body: sandbox.inject(str(body["spec"])),
            "/forget": lambda _body: sandbox.forget(),
            "/add-entry": lambda body: sandbox.add_entry(
                str(body["date"]), str(body["hours"]), str(body["text"]), int(body["matter"])
            ),
            "/change-entry": lambda body: sandbox.change_entry(int(body["id"]), **body["fields"]),
            "/clear-faults": lambda _body: sandbox.clear_faults(),
            "/advance": lambda body: sandbox.advance(float(body["seconds"])),
            "/expire": lambda _body: sandbox.expire_access_tokens(),
            "/revoke": lambda _body: sandbox.revoke(),
            "/close-matter": lambda body: sandbox.close_matter(int(body["id"])),
            "/delete-matter": lambda body: sandbox.delete_matter(int(body["id"])),
            "/restrict-matter": lambda body: sandbox.restrict_matter(int(body["id"]), *map(int, body["users"])),
            "/bill": lambda body: {"billReference": sandbox.bill(int(body["id"]))},
        }

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401
        """The WSGI entry."""
        return self._answer(Request(environ))(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if request.host.partition(":")[0] not in ("127.0.0.1", "localhost"):
            return _json({"error": "only by a loopback address"}, 421)
        if request.method == "GET" and request.path in self._reads:
            return _json(self._reads[request.path](request))
        if request.method == "POST" and request.path in self._writes:
            return self._write(request)
        return _json({"error": "nothing here", "get": sorted(self._reads), "post": sorted(self._writes)}, 404)

    def _write(self, request: Request) -> Response:
        # Demanding JSON keeps web pages in a browser on this machine from posting here.
        if request.mimetype != "application/json":
            return _json({"error": "Content-Type must be application/json"}, 415)
        try:
            done = self._writes[request.path](json.loads(request.get_data() or b"{}"))
        except ClientDisconnected:  # whoever asked was killed meanwhile: tests do that
            return _json({"error": "nobody there"}, 400)
        except (ValueError, KeyError, TypeError) as wrong:
            return _json({"error": str(wrong)}, 400)
        return _json(done or {"done": True})


def _json(value: object, status: int = 200) -> Response:
    return Response(json.dumps(value, ensure_ascii=False), status, content_type="application/json")
