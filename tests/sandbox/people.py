"""Somebody who signs in to the sandbox and calls its API over plain HTTP, with nothing of ours in between."""

import re
from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

import requests

from wisestep_desktop.sandbox.practice import Sandbox

RETURN = "http://127.0.0.1:5555/callback"
VENDOR_TYPE = "application/vnd.api+json"
SCOPES = (
    "users participants actions actiontypes actionbillsettings quickcodes timeentries timerecords"
    " timerecordactivities rates divisions utbmscodes bills"
)


class Person:
    """Signs in page by page and calls the API, with `requests` and the documentation only."""

    def __init__(self, sandbox: Sandbox, email: str = "terry.tester@hartley.example") -> None:
        self.sandbox = sandbox
        self.email = email
        self.browser = requests.Session()
        self.tokens: dict[str, Any] = {}

    def open_sign_in(self, scope: str = SCOPES, **more: str) -> requests.Response:
        words = {
            "response_type": "code",
            "client_id": self.sandbox.client_id,
            "redirect_uri": RETURN,
            "scope": scope,
            "state": "s-1",
        }
        return self.browser.get(self.sandbox.authorize_url, params={**words, **more}, allow_redirects=False, timeout=10)

    def submit(self, step: str, **form: str) -> requests.Response:
        return self.browser.post(
            f"{self.sandbox.base_url}/api/oauth/{step}", data=form, allow_redirects=False, timeout=10
        )

    def consent_page(self, scope: str = SCOPES, org: str = "hartleyco", **more: str) -> str:
        """Walk to the third page; gives the ticket the forms carry."""
        ticket = ticket_in(self.open_sign_in(scope, **more))
        assert self.submit("signin", ticket=ticket, email=self.email, password="practice").status_code == 303
        assert self.submit("organisation", ticket=ticket, org=org).status_code == 303
        return ticket

    def code(self, scope: str = SCOPES, org: str = "hartleyco", **more: str) -> str:
        ticket = self.consent_page(scope, org, **more)
        return answer_in(self.submit("consent", ticket=ticket, decision="accept"))["code"]

    def token_call(self, **form: str) -> requests.Response:
        ours = {"client_id": self.sandbox.client_id, "client_secret": self.sandbox.client_secret}
        return requests.post(self.sandbox.token_url, data={**ours, **form}, timeout=10)

    def exchange(self, code: str, **form: str) -> requests.Response:
        return self.token_call(**{"grant_type": "authorization_code", "code": code, "redirect_uri": RETURN, **form})

    def refresh(self, token: str | None = None) -> requests.Response:
        return self.token_call(grant_type="refresh_token", refresh_token=token or self.tokens["refresh_token"])

    def connect(self, scope: str = SCOPES, org: str = "hartleyco") -> "Person":
        self.tokens = self.exchange(self.code(scope, org)).json()
        return self

    def call(
        self,
        method: str,
        path: str,
        *,
        json: object = None,
        data: str | None = None,
        headers: dict[str, str] | None = None,
        timeout: float = 10,
    ) -> requests.Response:
        usual = {
            "Authorization": f"Bearer {self.tokens.get('access_token', '')}",
            "Accept": VENDOR_TYPE,
            "Content-Type": VENDOR_TYPE,
            **(headers or {}),
        }
        url = f"{self.sandbox.base_url}/api/rest/{path}"
        return requests.request(method, url, headers=usual, json=json, data=data, timeout=timeout)

    def get(self, path: str) -> requests.Response:
        return self.call("GET", path)

    def rows(self, path: str) -> list[dict[str, Any]]:
        """The rows of one page, whatever their number."""
        answer = self.get(path)
        if answer.status_code == 204:
            return []
        assert answer.status_code == 200, answer.text
        content = answer.json()[path.partition("?")[0].partition("/")[0]]
        return content if isinstance(content, list) else [content]

    def post_entry(self, *, links: dict[str, Any] | None = None, **fields: object) -> requests.Response:
        return self.call("POST", "timeentries", json={"timeentries": entry_body(links=links, **fields)})


def entry_body(*, links: dict[str, Any] | None = None, **fields: object) -> dict[str, Any]:
    usual = {
        "timestampDate": "2026-03-16T00:00:00+11:00",
        "description": "Drafting letter of demand",
        "actualHours": "0.70",
        "billableHours": "0.70",
        "startTime": "09:30:00",
        "isBillable": "T",
        "billingBehavior": "Bill",
        "importExternalReference": "tr-01JQ3V8Z5D6N0W7K4M2B9HXYEA",
    }
    usual_links = {"action": "10482", "owner": "26", "createdBy": "26", "quickCode": "301"}
    body = {name: value for name, value in {**usual, **fields}.items() if value is not ...}
    body["links"] = {name: value for name, value in {**usual_links, **(links or {})}.items() if value is not ...}
    return body


def ticket_in(page: requests.Response) -> str:
    found = re.search(r'name="ticket" value="([^"]+)"', page.text)
    assert found is not None, page.text
    return found[1]


def answer_in(response: requests.Response) -> dict[str, str]:
    """The query of the redirect back to the client."""
    assert response.status_code == 302, response.text
    assert response.headers["Location"].startswith(RETURN)
    return {name: values[0] for name, values in parse_qs(urlsplit(response.headers["Location"]).query).items()}


class StartSandbox(Protocol):
    """Starts a sandbox that is closed after the test."""

    def __call__(
        self,
        *,
        seed: int = 1,
        matters: int = 60,
        data: dict[str, Any] | None = None,
        switches: Mapping[str, str] | None = None,
    ) -> Sandbox: ...


class MakePerson(Protocol):
    """Makes a person at a sandbox, a fresh one with these switches unless one is given."""

    def __call__(
        self,
        sandbox: Sandbox | None = None,
        email: str = "terry.tester@hartley.example",
        *,
        matters: int = 60,
        data: dict[str, Any] | None = None,
        switches: Mapping[str, str] | None = None,
    ) -> Person: ...
