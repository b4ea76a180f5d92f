"""`policyc verify`: whether a package is what its publisher made."""

from __future__ import annotations

import os
import sys

import click

from . import FINDINGS, OK, _common, _terminal


@click.command()
@click.argument("package", metavar="PACKAGE")
@click.option("--key", "key_path", default="", metavar="PUB", help="The public key of who publishes it.")
@click.option("--signature", default="", metavar="FILE", help="The signature (default: PACKAGE.dsse.json).")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to show findings.")
@_common.lang_option
def command(package: str, key_path: str, signature: str, format_: str, lang: str) -> None:
    """Check a package and its signature. / パッケージと署名を確かめます。

    Every file is held against the manifest, SHA256SUMS and, with --key, the signature; what differs is named. Works
    without a network, unpacks nothing and writes nothing. Ends with 0 when all is well, 1 when anything is not (with
    --key also when there is no signature), 2 when a file cannot be read. Without --key nobody knows who made it.
    """
    from ..package import ENVELOPE_SUFFIX, MAX_BYTES, MAX_ENVELOPE
    from ..package.keys import public_key
    from ..package.verify import verify
    from . import _packages

    body = _packages.read(package, MAX_BYTES, lang)
    key = _packages.key(key_path, public_key, lang) if key_path else None
    beside = signature or package + ENVELOPE_SUFFIX
    there = bool(signature) or os.path.lexists(beside)
    envelope = _packages.read(beside, MAX_ENVELOPE, lang) if there else None
    found = verify(package, body, envelope, key, beside)
    if format_ == "json":
        from ..diagnostics.render import json

        _terminal.write_json(json.document([json.row(one) for one in found.diagnostics]))
        sys.exit(OK if found.ok else FINDINGS)
    _packages.show(found.diagnostics, lang)
    from ..diagnostics.render import text

    documents = len(found.manifest["documents"]) if found.manifest is not None else 0
    ja = lang == "ja"
    if found.ok:
        signer = (f"（署名: {found.signer}）" if ja else f", signed by {found.signer}") if found.signer else ""
        good = (
            f"{documents} 文書、{len(found.files)} ファイルが、作られた時のままです{signer}"
            if ja
            else f"{documents} document{'s' * (documents != 1)}, {len(found.files)} files as they were made{signer}"
        )
        _terminal.say(f"{package}: {good}")
        sys.exit(OK)
    _terminal.say(f"{package}: {text.summary(found.diagnostics, lang)}")
    sys.exit(FINDINGS)
