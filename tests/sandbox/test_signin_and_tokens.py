"""The OAuth half: rows 1 to 5 of the specification, page by page and token by token."""

import base64
import hashlib
import hmac
import json
import re

import pytest
import requests

from tests.sandbox.people import RETURN, SCOPES, MakePerson, StartSandbox, answer_in, ticket_in

TOKEN_KEYS = {"access_token", "token_type", "expires_in", "api_endpoint", "orgkey", "refresh_token"}


# -- row 1 -----------------------------------------------------------------------------------------------------


def test_row_1_sign_in_leads_over_three_pages_to_a_code_and_the_state(person: MakePerson) -> None:
    somebody = person()
    first = somebody.open_sign_in(scope="users actions")
    assert first.status_code == 200
    ticket = ticket_in(first)

    second = somebody.submit("signin", ticket=ticket, email="Terry.Tester@hartley.example", password="practice")
    organisations = somebody.browser.get(somebody.sandbox.base_url + second.headers["Location"], timeout=10).text
    assert "Hartley &amp; Co" in organisations
    assert 'id="org-hartleyco"' in organisations
    assert "Hartley &amp; Co (training)" in organisations

    third = somebody.submit("organisation", ticket=ticket, org="hartleyco")
    consent = somebody.browser.get(somebody.sandbox.base_url + third.headers["Location"], timeout=10).text
    assert re.findall(r"<li>(\w+)</li>", consent) == ["users", "actions"]

    back = answer_in(somebody.submit("consent", ticket=ticket, decision="accept"))
    assert back["state"] == "s-1"
    assert re.fullmatch(r"[0-9a-f]{40}", back["code"])


def test_row_1_declining_sends_back_access_denied_and_the_state(person: MakePerson) -> None:
    somebody = person()
    ticket = somebody.consent_page()
    assert answer_in(somebody.submit("consent", ticket=ticket, decision="decline")) == {
        "error": "access_denied",
        "state": "s-1",
    }


def test_row_1_the_other_organisation_has_its_own_matters(person: MakePerson) -> None:
    sandbox = person().sandbox
    main = person(sandbox).connect(org="hartleyco")
    training = person(sandbox).connect(org="hartleycotraining")
    assert training.tokens["orgkey"] == "hartleycotraining"
    assert len(training.rows("actions")) < len(main.rows("actions"))


def test_a_wrong_password_is_said_so_and_can_be_tried_again(person: MakePerson) -> None:
    somebody = person()
    ticket = ticket_in(somebody.open_sign_in())
    wrong = somebody.submit("signin", ticket=ticket, email="terry.tester@hartley.example", password="nope")
    assert wrong.status_code == 401
    assert 'role="alert"' in wrong.text
    assert 'value="terry.tester@hartley.example"' in wrong.text
    assert "nope" not in wrong.text
    again = somebody.submit("signin", ticket=ticket, email="terry.tester@hartley.example", password="practice")
    assert again.status_code == 303


def test_steps_cannot_be_skipped(person: MakePerson) -> None:
    somebody = person()
    ticket = ticket_in(somebody.open_sign_in())
    assert somebody.submit("consent", ticket=ticket, decision="accept").status_code == 400
    assert somebody.submit("organisation", ticket=ticket, org="hartleyco").status_code == 400
    assert somebody.submit("signin", ticket="made-up", email="x", password="y").status_code == 400


def test_an_organisation_of_others_cannot_be_chosen(person: MakePerson) -> None:
    sam = person(email="sam.okoye@hartley.example")
    ticket = ticket_in(sam.open_sign_in())
    sam.submit("signin", ticket=ticket, email=sam.email, password="practice")
    assert sam.submit("organisation", ticket=ticket, org="hartleycotraining").status_code == 200
    assert sam.submit("consent", ticket=ticket, decision="accept").status_code == 400


def test_pages_can_be_used_by_keyboard_and_screen_reader_and_fetch_nothing(person: MakePerson) -> None:
    somebody = person()
    first = somebody.open_sign_in()
    page = first.text
    assert '<label for="email">' in page
    assert '<label for="password">' in page
    assert re.search(r'<input id="email"[^>]*autofocus', page, re.DOTALL)
    assert page.index('id="email"') < page.index('id="password"') < page.index('id="continue"')
    assert "Practice system – nothing here is real" in page
    assert "<script" not in page
    assert "http:" not in page
    assert "https:" not in page
    policy = first.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    # Chromium holds the redirect after the last form to form-action, so the way back has to be in it.
    assert "form-action 'self' http://127.0.0.1:5555;" in policy

    ticket = somebody.consent_page()
    consent = somebody.browser.get(f"{somebody.sandbox.base_url}/api/oauth/consent?ticket={ticket}", timeout=10).text
    assert re.search(r'<button id="accept"[^>]*autofocus', consent)
    assert 'id="decline"' in consent
    choices = somebody.browser.get(
        f"{somebody.sandbox.base_url}/api/oauth/organisation?ticket={ticket}", timeout=10
    ).text
    assert re.search(r'id="org-hartleyco"[^>]*autofocus', choices)
    assert choices.count("autofocus") == 1
    assert SCOPES.split()[0] in consent


def test_the_orgkey_hint_puts_that_organisation_first_in_line(person: MakePerson) -> None:
    somebody = person()
    ticket = somebody.consent_page(orgkey="hartleycotraining")
    page = somebody.browser.get(f"{somebody.sandbox.base_url}/api/oauth/organisation?ticket={ticket}", timeout=10)
    assert re.search(r'id="org-hartleycotraining"[^>]*autofocus', page.text)


def test_what_is_typed_comes_back_as_text_and_never_as_markup(person: MakePerson) -> None:
    somebody = person()
    ticket = ticket_in(somebody.open_sign_in())
    page = somebody.submit("signin", ticket=ticket, email='"><b>x', password="y")
    assert "<b>" not in page.text


def test_prompt_none_answers_at_once_where_somebody_is_signed_in(person: MakePerson) -> None:
    somebody = person()
    assert answer_in(somebody.open_sign_in(prompt="none")) == {"error": "login_required", "state": "s-1"}
    somebody.code()
    assert set(answer_in(somebody.open_sign_in(prompt="none", orgkey="hartleyco"))) == {"code", "state"}


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"scope": "users everything"}, "invalid_scope"),
        ({"scope": ""}, "invalid_scope"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"code_challenge": "abc", "code_challenge_method": "plain"}, "invalid_request"),
    ],
)
def test_a_bad_authorize_request_goes_back_with_its_error(
    person: MakePerson, change: dict[str, str], error: str
) -> None:
    assert answer_in(person().open_sign_in(**change)) == {"error": error, "state": "s-1"}


@pytest.mark.parametrize("change", [{"client_id": "somebody"}, {"redirect_uri": "https://evil.example/callback"}])
def test_nobody_is_sent_to_an_unregistered_address(person: MakePerson, change: dict[str, str]) -> None:
    page = person().open_sign_in(**change)
    assert page.status_code == 400
    assert "Location" not in page.headers


# -- row 2 -----------------------------------------------------------------------------------------------------


def test_row_2_loopback_any_port_takes_any_loopback_port_and_nothing_else(person: MakePerson) -> None:
    somebody = person()
    assert somebody.sandbox.redirect_uri == "http://127.0.0.1:0/callback"
    for good in ("http://127.0.0.1:1/callback", "http://localhost:40123/callback", "http://[::1]:9/x"):
        assert somebody.open_sign_in(redirect_uri=good).status_code == 200
    for bad in (
        "http://127.0.0.1:0/callback",
        "http://127.0.0.1.evil.example/",
        "https://127.0.0.1:1/",
        "http://x:99999",
    ):
        assert somebody.open_sign_in(redirect_uri=bad).status_code == 400


def test_row_2_exact_takes_the_registered_address_to_the_letter(person: MakePerson) -> None:
    somebody = person(switches={"redirect_match": "exact"})
    assert somebody.sandbox.redirect_uri == "http://127.0.0.1:8912/callback"
    assert somebody.open_sign_in(redirect_uri="http://127.0.0.1:8912/callback").status_code == 200
    for bad in ("http://127.0.0.1:8913/callback", "http://localhost:8912/callback", "http://127.0.0.1:8912/callback/"):
        assert somebody.open_sign_in(redirect_uri=bad).status_code == 400


# -- rows 3 to 5 -----------------------------------------------------------------------------------------------


def test_row_3_secret_in_the_form(person: MakePerson) -> None:
    somebody = person()
    answer = somebody.exchange(somebody.code())
    assert answer.status_code == 200
    assert set(answer.json()) == TOKEN_KEYS


def test_row_3_secret_as_http_basic(person: MakePerson) -> None:
    somebody = person()
    form = {"grant_type": "authorization_code", "code": somebody.code(), "redirect_uri": RETURN}
    keys = (somebody.sandbox.client_id, somebody.sandbox.client_secret)
    assert requests.post(somebody.sandbox.token_url, data=form, auth=keys, timeout=10).status_code == 200


def test_row_3_wrong_secret_is_refused(person: MakePerson) -> None:
    somebody = person()
    answer = somebody.exchange(somebody.code(), client_secret="WRONG")
    assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")
    basic = requests.post(somebody.sandbox.token_url, data={"grant_type": "refresh_token"}, auth=("a", "b"), timeout=10)
    assert basic.status_code == 401
    assert basic.headers["WWW-Authenticate"] == "Basic"


def test_row_3_only_urlencoded_forms_are_taken(person: MakePerson) -> None:
    somebody = person()
    body = {"grant_type": "refresh_token", "client_id": somebody.sandbox.client_id}
    assert requests.post(somebody.sandbox.token_url, json=body, timeout=10).status_code == 400
    in_query = requests.post(somebody.sandbox.token_url, params=body, timeout=10)
    assert in_query.status_code == 400


def test_row_3_a_damaged_basic_header_is_a_wrong_secret(person: MakePerson) -> None:
    url = person().sandbox.token_url
    answer = requests.post(url, data={"grant_type": "x"}, headers={"Authorization": "Basic %%%"}, timeout=10)
    assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")


def test_only_the_two_grants_are_known(person: MakePerson) -> None:
    somebody = person()
    assert somebody.token_call(grant_type="password").json()["error"] == "unsupported_grant_type"
    assert somebody.token_call().json()["error"] == "invalid_request"


def test_row_4_a_code_works_once(person: MakePerson) -> None:
    somebody = person()
    code = somebody.code()
    assert somebody.exchange(code).status_code == 200
    again = somebody.exchange(code)
    assert (again.status_code, again.json()["error"]) == (400, "invalid_grant")


def test_row_4_a_code_is_short_lived(person: MakePerson) -> None:
    somebody = person()
    code = somebody.code()
    somebody.sandbox.advance(61)
    assert somebody.exchange(code).json()["error"] == "invalid_grant"


def test_row_4_a_code_belongs_to_its_redirect_address(person: MakePerson) -> None:
    somebody = person()
    other = somebody.exchange(somebody.code(), redirect_uri="http://127.0.0.1:5556/callback")
    assert other.json()["error"] == "invalid_grant"


def test_pkce_is_verified_where_it_was_begun(person: MakePerson) -> None:
    somebody = person()
    verifier = "v" * 50
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    begun = {"code_challenge": challenge, "code_challenge_method": "S256"}
    assert somebody.exchange(somebody.code(**begun), code_verifier=verifier).status_code == 200
    assert somebody.exchange(somebody.code(**begun), code_verifier="x" * 50).json()["error"] == "invalid_grant"
    assert somebody.exchange(somebody.code(**begun)).json()["error"] == "invalid_grant"
    somebody.sandbox.set_switch("pkce", "ignore")
    assert somebody.exchange(somebody.code(**begun)).status_code == 200


def test_row_5_the_token_answer_is_the_documented_one(person: MakePerson) -> None:
    somebody = person(switches={"expires_in": "5"})
    body = somebody.exchange(somebody.code()).json()
    assert set(body) == TOKEN_KEYS
    assert body["token_type"] == "bearer"
    assert body["expires_in"] == 5
    assert body["orgkey"] == "hartleyco"
    assert len(body["access_token"]) > 500
    assert len(body["access_token"]) < 4096


@pytest.mark.parametrize(
    ("form", "ending"),
    [
        ("api_slash", "/api/"),
        ("api", "/api"),
        ("bare", ""),
        ("bare_slash", "/"),
        ("rest", "/api/rest"),
        ("rest_slash", "/api/rest/"),
    ],
)
def test_row_5_api_endpoint_form(person: MakePerson, form: str, ending: str) -> None:
    somebody = person(switches={"api_endpoint_form": form})
    assert somebody.connect().tokens["api_endpoint"] == somebody.sandbox.base_url + ending
    assert somebody.sandbox.api_endpoint == somebody.sandbox.base_url + ending


def test_openid_adds_an_id_token_signed_with_the_secret(person: MakePerson) -> None:
    somebody = person()
    token = somebody.exchange(somebody.code(scope="openid users")).json()["id_token"]
    signed, _, signature = token.rpartition(".")
    mac = hmac.new(somebody.sandbox.client_secret.encode(), signed.encode(), hashlib.sha256).digest()
    assert base64.urlsafe_b64decode(signature + "==") == mac
    assert json.loads(base64.urlsafe_b64decode(signed.split(".")[1] + "=="))["sub"] == "11"


# -- rows 6 and 7 ----------------------------------------------------------------------------------------------


def test_the_first_page_says_who_one_is_here(person: MakePerson) -> None:
    assert "Here you are terry.tester@hartley.example, password practice." in person().open_sign_in().text


def test_pages_go_on_by_themselves_only_where_that_was_asked_for(start: StartSandbox) -> None:
    for value, scripts in (("by_hand", False), ("by_themselves", True)):
        sandbox = start(switches={"pages": value})
        words = {"client_id": sandbox.client_id, "response_type": "code", "scope": "actions"}
        back = {"redirect_uri": "http://127.0.0.1:8912/callback"}
        page = requests.get(sandbox.authorize_url, params=words | back, timeout=10)
        assert ("<script" in page.text) is scripts
        assert ("script-src 'nonce-" in page.headers["Content-Security-Policy"]) is scripts
