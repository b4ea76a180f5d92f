"""`policyc keygen`: a pair of keys to sign packages with."""

from __future__ import annotations

import os
import sys

import click

from .. import files
from . import OK, _common, _terminal
from ._system import reason


@click.command()
@click.argument("name", metavar="NAME")
@_common.lang_option
def command(name: str, lang: str) -> None:
    """Make NAME.key and NAME.pub. / 署名に使う鍵の組を作ります。

    NAME.key is the private key (Ed25519, PKCS#8 PEM, no passphrase): keep it where only the signer can read it.
    NAME.pub is the public key: give it to those who check. A key that exists is never replaced.
    """
    from ..package.keys import generate, key_id, public_key

    private, public = f"{name}.key", f"{name}.pub"
    for path in (private, public):
        if os.path.lexists(path):
            _stays(path, lang)
    key, pub = generate()
    try:
        # Never over a file, nor through a link, that came in the meantime; never one without the other, or a part of one.
        files.create(files.New(private, key, 0o600), files.New(public, pub, 0o644))
    except FileExistsError as error:
        _stays(str(error.filename), lang)
    except OSError as error:
        _common.stop(f"{error.filename or name}: {reason(error, lang)}")
    _terminal.say(private, public, f"  key id {key_id(public_key(pub))}")
    sys.exit(OK)


def _stays(path: str, lang: str) -> None:
    _common.stop(
        f"{path} は既にあります。鍵は置き換えません" if lang == "ja" else f"{path} exists; a key is never replaced"
    )
