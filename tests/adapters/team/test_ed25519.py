"""Signatures and seals against what others say they must be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wisestep_desktop.adapters.team.ed25519 import Ed25519Signatures

SIGNATURES = Ed25519Signatures()


def test_it_signs_as_rfc_8032_says() -> None:
    """Section 7.1, tests 1 and 3."""
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    key = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    assert SIGNATURES.public_key(seed) == key
    assert SIGNATURES.sign(seed, b"").hex() == (
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
        "655141438e7a100b"
    )
    other = bytes.fromhex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
    assert (
        SIGNATURES.sign(other, bytes.fromhex("af82")).hex().startswith("6291d657deec24024827e69c3abe01a30ce548a284743a")
    )


@given(st.binary(max_size=64), st.binary(max_size=64), st.binary(max_size=80))
def test_whatever_it_is_given_to_verify_it_answers(key: bytes, message: bytes, signature: bytes) -> None:
    assert SIGNATURES.verify(key, message, signature) is False


def test_a_signature_that_was_made_larger_by_the_order_is_none() -> None:
    """RFC 8032, 5.1.7: S must be below the order, or one signature would be many."""
    seed = SIGNATURES.new_seed()
    good = SIGNATURES.sign(seed, b"x")
    order = 2**252 + 27742317777372353535851937790883648493
    larger = (int.from_bytes(good[32:], "little") + order).to_bytes(33, "little")[:32]
    assert SIGNATURES.verify(SIGNATURES.public_key(seed), b"x", good)
    assert not SIGNATURES.verify(SIGNATURES.public_key(seed), b"x", good[:32] + larger)


def test_keys_and_codes_are_never_the_same_twice() -> None:
    assert len({SIGNATURES.new_seed() for _ in range(50)}) == 50
    codes = {SIGNATURES.new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(len(code) == 14 and not set(code) & set("01OILU") for code in codes)


@given(st.text(max_size=60).filter(lambda text: text.isprintable()))
@settings(max_examples=5)
def test_a_code_opens_what_it_sealed_and_nothing_else_does(secret: str) -> None:
    code = SIGNATURES.new_code()
    sealed = SIGNATURES.seal(code, secret, b"here")
    assert SIGNATURES.unseal(f" {code.lower()} ", sealed, b"here") == secret
    assert SIGNATURES.unseal(code, sealed, b"there") is None
    assert SIGNATURES.unseal("AAAA-AAAA-AAAA", sealed, b"here") is None


@pytest.mark.parametrize("broken", [b"", b"x" * 16, b"x" * 28, b"x" * 60])
def test_a_broken_seal_is_none(broken: bytes) -> None:
    assert SIGNATURES.unseal("AAAA-AAAA-AAAA", broken, b"") is None
