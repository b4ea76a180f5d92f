"""Packages: built documents in one zip that is the same bytes everywhere, and a signature beside it that anyone can check.

A package is a pure function of the output folders it is made of. So a check puts one together anew from what it holds
and compares: what is not named by a finding of its own cannot differ either. Decision 0017 tells why it is so.
"""

from __future__ import annotations

FORMAT = "policyc-package-1"
SCHEMA = "https://example.org/ns/policyc/schema/package-1.schema.json"
OUTPUT_SCHEMA = "https://example.org/ns/policyc/schema/manifest-1.schema.json"
PREDICATE = "https://example.org/ns/policyc/predicate/package-1"
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
SUFFIX, ENVELOPE_SUFFIX = ".zip", ".dsse.json"

# More is not read: a document has some hundred kilobytes, and a check must not need more memory than a few times this.
MAX_BYTES = 64 * 1024 * 1024
MAX_ENVELOPE = 4 * 1024 * 1024
MAX_FILES = 4096
