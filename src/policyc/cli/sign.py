"""`policyc sign`: a signature beside a package."""

from __future__ import annotations

import os
import stat
import sys

import click

from . import FINDINGS, OK, _common, _terminal


@click.command()
@click.argument("package", metavar="PACKAGE")
@click.option("--key", "key_path", required=True, metavar="KEY", help="The private key (`policyc keygen` makes one).")
@click.option(
    "-o", "--output", "out", default="", metavar="FILE", help="Where to write it (default: PACKAGE.dsse.json)."
)
@click.option("--force", is_flag=True, help="Replace an existing signature that is another.")
@_common.lang_option
def command(package: str, key_path: str, out: str, force: bool, lang: str) -> None:
    """Sign a package. / パッケージに署名します。

    Writes PACKAGE.dsse.json: a DSSE envelope with an in-toto statement, signed with Ed25519. The package stays as it
    is. One that does not pass `policyc verify` is not signed (1). Nothing is sent anywhere.
    """
    from ..package import ENVELOPE_SUFFIX, MAX_BYTES, envelope
    from ..package import messages_signature as say
    from ..package.keys import key_id, private_key
    from ..package.report import Report
    from ..package.verify import integrity
    from . import _packages

    body = _packages.read(package, MAX_BYTES, lang)
    key = _packages.key(key_path, private_key, lang)
    checked = integrity(package, body)
    warned = Report(key_path)
    if os.name == "posix" and os.stat(key_path).st_mode & (stat.S_IRGRP | stat.S_IROTH):
        warned.add(say.OPEN_KEY, name=key_path)
    _packages.show([*checked.diagnostics, *warned.findings()], lang, err=True)
    if not checked.ok or checked.manifest is None:
        sys.exit(FINDINGS)
    said = envelope.statement(os.path.basename(package), body, checked.files, checked.manifest)
    out = out or package + ENVELOPE_SUFFIX
    _packages.write(out, envelope.sign(said, key), force, lang)
    _terminal.say(out, f"  key id {key_id(key.public_key())}")
    sys.exit(OK)
