"""The digests are those of their standards."""

import hashlib

import pytest

from luoshi.core.chain import SHA256, SM3, UnknownAlgorithm, digest


def test_sha256_gives_the_value_of_the_standard() -> None:
    # FIPS 180-4, the example for one block.
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digest(SHA256)(b"abc").hex() == expected


def test_sm3_gives_the_value_of_the_standard() -> None:
    # GB/T 32905-2016, appendix A.1.
    expected = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert digest(SM3)(b"abc").hex() == expected


@pytest.mark.parametrize("name", ["md5", "", "SHA256", "sha512"])
def test_no_other_is_accepted(name: str) -> None:
    with pytest.raises(UnknownAlgorithm):
        digest(name)


def test_a_machine_without_sm3_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str) -> object:
        raise ValueError(f"unsupported hash type {name}")

    monkeypatch.setattr(hashlib, "new", without)
    with pytest.raises(UnknownAlgorithm):
        digest.__wrapped__(SM3)
