"""What only this program can have signed: cookies, forms, links to cards and files."""

from hashlib import sha256

from itsdangerous import Signer

HMAC_SHA256 = {"key_derivation": "hmac", "digest_method": sha256}  # the library's own choice is SHA-1


def signer(secret: bytes, purpose: str) -> Signer:
    """Return who signs for `purpose`: what was signed for another is worth nothing to them."""
    return Signer(secret, salt=purpose, key_derivation="hmac", digest_method=sha256)
