"""The sandbox as one object: started, steered, looked into and closed by tests and by the practice mode."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

from wisestep_desktop.sandbox import entries, wire
from wisestep_desktop.sandbox.app import Parts, SandboxApp
from wisestep_desktop.sandbox.clock import SandboxClock
from wisestep_desktop.sandbox.control import ControlApp
from wisestep_desktop.sandbox.faults import Fault, FaultBox
from wisestep_desktop.sandbox.firm import Firm
from wisestep_desktop.sandbox.grants import Grants
from wisestep_desktop.sandbox.house import FIRM_KEY, TRAINING_KEY, USERS, add_history, quick_code, set_zone
from wisestep_desktop.sandbox.resources import RESOURCES
from wisestep_desktop.sandbox.seeding import firm_from_data, seeded_firm
from wisestep_desktop.sandbox.server import LoopbackServer
from wisestep_desktop.sandbox.signin import SignIn
from wisestep_desktop.sandbox.switches import Switches

_TITLES = {FIRM_KEY: "Hartley & Co", TRAINING_KEY: "Hartley & Co (training)"}
_TRAINING_MATTERS = 12


class Sandbox:
    """A stand-in for Actionstep on 127.0.0.1, served from the moment it is made until `close()`.

    `port` and `control_port` 0 mean any free one. `matters` is the size of the firm, hidden ones counted; `data`
    replaces the firm's matters and quick codes. Raises BadSwitchError, BadFaultError, BadDataError, PortTakenError.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        seed: int = 1,
        matters: int = 400,
        data: dict[str, Any] | None = None,
        switches: Mapping[str, str] | None = None,
        faults: Iterable[Fault | str] = (),
    ) -> None:
        self._switches = Switches(switches)
        self._clock = SandboxClock()
        self._clock.go_wrong(self._switches.number("clock_skew"))
        self._faults = FaultBox(seed)
        for fault in faults:
            self._faults.add(fault)
        self._firms = _firms(seed, matters, data, ZoneInfo(self._switches["org_tz"]))
        self._place_firms()
        grants = Grants(self._switches, self._clock)
        secret = hashlib.sha256(f"practice {seed}".encode()).hexdigest()
        signin = SignIn(self._switches, grants, "wisestep-practice", _TITLES)
        self._parts = Parts(
            self._switches, self._clock, self._faults, grants, signin, self._firms, "wisestep-practice", secret
        )
        self._app = SandboxApp(self._parts)
        self._server = LoopbackServer(port, self._app, "sandbox")
        self._control = LoopbackServer(0, ControlApp(self), "sandbox-control")
        self._server.start()
        self._control.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Hang up, stop serving and join every thread; may be called again."""
        self._app.closing.set()
        self._server.close()
        self._control.close()

    # -- addresses --------------------------------------------------------------------------------------------

    @property
    def base_url(self) -> str:
        """Scheme, host and port, without a slash at the end."""
        return f"http://127.0.0.1:{self._server.port}"

    @property
    def authorize_url(self) -> str:
        """Where a sign-in begins."""
        return f"{self.base_url}/api/oauth/authorize"

    @property
    def token_url(self) -> str:
        """Where codes and refresh tokens are exchanged."""
        return f"{self.base_url}/api/oauth/token"

    @property
    def api_endpoint(self) -> str:
        """What the token answer will name as `api_endpoint`."""
        return self._app.endpoint(self.base_url)

    @property
    def client_id(self) -> str:
        """The registered client."""
        return self._parts.client_id

    @property
    def client_secret(self) -> str:
        """Its secret, the same for the same seed."""
        return self._parts.client_secret

    @property
    def redirect_uri(self) -> str:
        """The registered redirect address; with port 0 when any loopback port will do."""
        return self._parts.signin.redirect_uri

    @property
    def control_url(self) -> str:
        """The address for looking into the sandbox and steering it; no client of the API is told of it."""
        return f"http://127.0.0.1:{self._control.port}"

    @property
    def users(self) -> list[dict[str, str]]:
        """E-mail addresses and passwords that can sign in; the first is Terry Tester."""
        return [{"email": user.email, "password": user.password} for user in USERS]

    def announcement(self) -> dict[str, Any]:
        """What the command prints when ready."""
        names = ("authorize_url", "token_url", "api_endpoint", "client_id", "client_secret", "redirect_uri")
        return {
            **{name: getattr(self, name) for name in names},
            "pid": os.getpid(),
            "control_url": self.control_url,
            "users": self.users,
        }

    # -- looking in -------------------------------------------------------------------------------------------

    def ledger(
        self, *, organisation: str = FIRM_KEY, history: bool = False, resource: str = "timeentries"
    ) -> list[dict[str, Any]]:
        """The time entries created since the start, oldest first, in wire form; `history` adds the seeded ones.

        `resource` may be `timerecords` as well.
        """
        self._app.strikes.catch_up()
        firm = self._firms[organisation]
        zones = wire.Zones(firm.zone, firm.zone)
        columns = [column for column in RESOURCES[resource].columns if not column.newest]
        with firm.lock:
            return [
                wire.write_row(columns, firm.find(resource, ident), USERS[0], zones)
                for ident in firm.ids(resource)
                if history or ident not in firm.history
            ]

    def requests(self) -> list[dict[str, Any]]:
        """Every request so far: `at`, `method`, `path`, `query` (REST only), `status` (0: dropped), `fault`."""
        return self._app.seen()

    def matters(self, *, organisation: str = FIRM_KEY) -> list[dict[str, Any]]:
        """The whole register: id, name, reference, status, clients, and whether it is restricted or deleted."""
        firm = self._firms[organisation]
        with firm.lock:
            return [_register_row(firm, firm.find("actions", ident)) for ident in firm.ids("actions")]

    def switches(self) -> dict[str, str]:
        """Every switch and its value."""
        return self._switches.snapshot()

    def given(self) -> list[str]:
        """Every code and token handed out so far, oldest first."""
        return self._parts.grants.given()

    def pending_faults(self) -> int:
        """How many counted strikes are still to come."""
        return self._faults.pending()

    def struck(self) -> dict[str, int]:
        """How often each kind of fault has struck."""
        return self._faults.struck()

    def wait_until_idle(self, seconds: float = 10.0) -> bool:
        """Wait until no request is being worked on, also none of a process that was killed meanwhile."""
        return self._app.wait_until_idle(seconds)

    # -- steering ---------------------------------------------------------------------------------------------

    def inject(self, fault: Fault | str) -> None:
        """Queue a fault, written as for `--fault`; raises BadFaultError."""
        self._faults.add(fault)

    def clear_faults(self) -> None:
        """Forget all faults still to come."""
        self._faults.clear()

    def set_switch(self, name: str, value: str) -> None:
        """Put a switch; raises BadSwitchError."""
        self._switches.set(name, value)
        if name == "org_tz":
            self._place_firms()
        if name == "clock_skew":
            self._clock.go_wrong(int(value))

    def forget(self) -> None:
        """Begin another round: no time entries, requests or faults, and every switch as it stands by itself."""
        self._faults.forget()
        self._switches.reset()
        self._clock.go_wrong(0)
        self._place_firms()
        self._app.forget()
        for firm in self._firms.values():
            with firm.lock:
                for resource in ("timeentries", "timerecords"):
                    for ident in [ident for ident in firm.ids(resource) if ident not in firm.history]:
                        firm.remove(resource, ident)

    def add_entry(self, day: str, hours: str, text: str, matter: int, *, user: int = 0) -> int:
        """Make a time entry as a person does in Actionstep's own page, without a reference; `user` counts from 0."""
        firm, who = self._firms[FIRM_KEY], USERS[user]
        sent = {
            "timestampDate": f"{day}T00:00:00",
            "description": text,
            "actualHours": hours,
            "billableHours": hours,
            "isBillable": "T",
            "links": {"action": str(matter), "owner": str(who.participant), "createdBy": str(who.participant)},
        }
        with firm.lock:
            made = entries.make_entry(entries.Desk(firm, who, self._switches, self._clock.now(), firm.zone), sent)
            firm.put("timeentries", made)
        return int(made["id"])

    def change_entry(self, ident: int, **fields: object) -> None:
        """Change a time entry as a colleague does, such as `description`; raises KeyError if unknown."""
        firm = self._firms[FIRM_KEY]
        with firm.lock:
            desk = entries.Desk(firm, USERS[0], self._switches, self._clock.now(), firm.zone)
            old = firm.find("timeentries", ident)
            if old is None:
                raise KeyError(ident)
            firm.put("timeentries", entries.change_entry(desk, fields, old))

    def advance(self, seconds: float) -> None:
        """Move the sandbox's clock forward: tokens age, budgets refill."""
        self._clock.advance(seconds)

    def expire_access_tokens(self) -> None:
        """Let every access token be expired; refresh tokens stay good."""
        self._parts.grants.expire_access()

    def revoke(self) -> None:
        """Withdraw every grant, as a user can in Actionstep."""
        self._parts.grants.revoke()

    def change_matter(self, ident: int, **changes: object) -> None:
        """Change `name`, `reference`, `status`, `only_for` or `deleted` of a matter; raises KeyError if unknown."""
        firm = self._firms[FIRM_KEY]
        with firm.lock:
            firm.change_matter(ident, self._clock.now(), **changes)

    def close_matter(self, ident: int) -> None:
        """Close a matter."""
        self.change_matter(ident, status="Closed")

    def delete_matter(self, ident: int) -> None:
        """Delete a matter; the switch `deleted_visible` says whether lists still show it."""
        self.change_matter(ident, deleted=int(self._clock.now()))

    def restrict_matter(self, ident: int, *users: int) -> None:
        """Hide a matter from everybody but these user ids."""
        self.change_matter(ident, only_for=frozenset(users))

    def add_quick_code(self, ident: int, name: str) -> None:
        """Add or rename a quick code."""
        firm = self._firms[FIRM_KEY]
        with firm.lock:
            firm.put("quickcodes", quick_code(ident, name, name))

    def remove_quick_code(self, ident: int) -> None:
        """Take a quick code away; raises KeyError if unknown."""
        firm = self._firms[FIRM_KEY]
        with firm.lock:
            firm.remove("quickcodes", ident)

    def bill(self, ident: int) -> str:
        """Put a time entry on a bill and give its reference; raises KeyError if unknown."""
        return self._firms[FIRM_KEY].bill(ident, self._clock.now())

    def _place_firms(self) -> None:
        for firm in self._firms.values():
            with firm.lock:
                set_zone(firm, self._switches["org_tz"], self._clock.now())


def _firms(seed: int, matters: int, data: dict[str, Any] | None, zone: ZoneInfo) -> dict[str, Firm]:
    title = _TITLES[FIRM_KEY]
    if data is None:
        main = seeded_firm(FIRM_KEY, title, zone, seed=seed, matters=matters)
        if main.find("actions", 10482) is not None:
            add_history(main)
    else:
        main = firm_from_data(FIRM_KEY, title, zone, data)
    training = seeded_firm(TRAINING_KEY, _TITLES[TRAINING_KEY], zone, seed=seed + 1, matters=_TRAINING_MATTERS)
    return {FIRM_KEY: main, TRAINING_KEY: training}


def _register_row(firm: Firm, matter: Any) -> dict[str, Any]:  # noqa: ANN401
    return {
        "id": matter.id,
        "name": matter.name,
        "reference": matter.reference,
        "status": matter.status,
        "clients": [firm.find("participants", client).display for client in matter.clients],
        "restricted": matter.only_for is not None,
        "deleted": matter.deleted is not None,
    }
