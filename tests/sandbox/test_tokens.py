"""How tokens live and die, and what they open: rows 6 to 8 of the switches."""

from tests.sandbox.people import MakePerson, Person

TOKEN_KEYS = {"access_token", "token_type", "expires_in", "api_endpoint", "orgkey", "refresh_token"}


# -- row 1 -----------------------------------------------------------------------------------------------------


def test_row_6_refresh_rotates_and_the_old_token_is_dead(terry: Person) -> None:
    old = terry.tokens["refresh_token"]
    fresh = terry.refresh()
    assert set(fresh.json()) == TOKEN_KEYS
    assert fresh.json()["refresh_token"] != old
    reused = terry.refresh(old)
    assert reused.status_code == 400
    assert reused.json() == {
        "error": "invalid_grant",
        "error_description": "Invalid refresh_token",
        "error_uri": "http://tools.ietf.org/html/rfc6749#section-4.1.3",
    }
    assert terry.refresh(fresh.json()["refresh_token"]).status_code == 200


def test_row_6_a_refresh_token_lives_21_days(terry: Person) -> None:
    terry.sandbox.advance(20 * 86_400)
    fresh = terry.refresh().json()["refresh_token"]
    terry.sandbox.advance(21 * 86_400 + 1)
    assert terry.refresh(fresh).json()["error"] == "invalid_grant"


def test_row_6_grace_lets_the_old_token_work_a_little_longer(terry: Person) -> None:
    terry.sandbox.set_switch("refresh_reuse", "grace")
    terry.refresh()
    assert terry.refresh().status_code == 200
    terry.sandbox.advance(31)
    assert terry.refresh().json()["error"] == "invalid_grant"


def test_row_6_revoke_family_kills_all_that_came_of_the_sign_in(terry: Person) -> None:
    terry.sandbox.set_switch("refresh_reuse", "revoke_family")
    fresh = terry.refresh().json()
    assert terry.refresh().status_code == 400
    assert terry.refresh(fresh["refresh_token"]).status_code == 400
    terry.tokens = fresh
    assert terry.get("users/current").json()["error"] == "invalid_token"


def test_row_7_expired_token(person: MakePerson) -> None:
    somebody = person(switches={"expires_in": "5"}).connect()
    assert somebody.get("users/current").status_code == 200
    somebody.sandbox.advance(5)
    answer = somebody.get("users/current")
    assert answer.status_code == 401
    assert answer.json() == {
        "error": "expired_token",
        "error_description": "The access token provided has expired. Please refresh your token. (4a)",
        "error_uri": "http://tools.ietf.org/html/rfc6749#section-7",
    }
    somebody.tokens = somebody.refresh().json()
    assert somebody.get("users/current").status_code == 200


def test_row_7_expiring_all_access_tokens_leaves_the_refresh_token(terry: Person) -> None:
    terry.sandbox.expire_access_tokens()
    assert terry.get("users/current").json()["error"] == "expired_token"
    assert terry.refresh().status_code == 200


def test_row_7_invalid_token(terry: Person) -> None:
    terry.tokens["access_token"] = "made-up"
    answer = terry.get("users/current")
    assert answer.status_code == 401
    assert answer.json() == {
        "error": "invalid_token",
        "error_description": "The access token provided in invalid (2)",
        "error_uri": "http://tools.ietf.org/html/rfc6749#section-7",
    }


def test_row_7_revoked_access_is_401_and_then_invalid_grant(terry: Person) -> None:
    terry.sandbox.revoke()
    assert terry.get("actions").status_code == 401
    assert terry.refresh().json()["error"] == "invalid_grant"


# -- row 8 -----------------------------------------------------------------------------------------------------


def test_row_8_a_resource_outside_the_scopes_is_403_insufficient_scope(person: MakePerson) -> None:
    somebody = person().connect(scope="users actions")
    answer = somebody.get("quickcodes")
    assert (answer.status_code, answer.json()["error"]) == (403, "insufficient_scope")
    assert "errors" not in answer.json()


def test_row_8_an_include_outside_the_scopes_yields_no_linked(person: MakePerson) -> None:
    somebody = person().connect(scope="users actions")
    answer = somebody.get("actions?include=primaryParticipants,actionType")
    assert answer.status_code == 200
    assert "linked" not in answer.json()


def test_row_8_the_scope_all_covers_everything(person: MakePerson) -> None:
    somebody = person().connect(scope="all")
    assert somebody.get("quickcodes").status_code == 200
    assert "linked" in somebody.get("actions?include=actionType").json()
