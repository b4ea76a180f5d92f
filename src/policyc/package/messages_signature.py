"""What there is to say about a package's signature."""

from __future__ import annotations

from ..diagnostics import ERROR, WARNING, Kind

_AGAIN = (
    "発行元から、パッケージと署名をもう一度受け取ってください。",
    "Get the package and its signature again from who publishes them.",
)


def _kind(code: str, ja: str, en: str, help_: tuple[str, str] = _AGAIN, severity: str = ERROR) -> Kind:
    return Kind(f"package/{code}", severity, ja, en, *help_)


NO_SIGNATURE = _kind(
    "no-signature",
    "署名のファイルがありません: {name}",
    "there is no signature: {name}",
    (
        "パッケージの横に置くか、--signature で場所を示してください。",
        "Put it beside the package, or name its place with --signature.",
    ),
)
NOT_SIGNED = _kind(
    "not-signed",
    "署名がないので、誰が作ったものかは確かめられません",
    "there is no signature, so nobody can tell who made it",
    (
        "署名が要るなら、発行元から受け取り、--key に公開鍵を指定してください。",
        "If one is wanted, get it from who publishes the package, and name the public key with --key.",
    ),
    WARNING,
)
NOT_CHECKED = _kind(
    "signature-not-checked",
    "署名はありますが、公開鍵の指定がないので確かめていません",
    "there is a signature, but no key was given to check it with",
    ("--key に、発行元の公開鍵を指定してください。", "Name the public key of who publishes it with --key."),
    WARNING,
)
BAD_ENVELOPE = _kind(
    "bad-envelope",
    "署名のファイルが DSSE の形ではありません（{what}）",
    "the signature is no DSSE envelope ({what})",
)
PAYLOAD_TYPE = _kind(
    "wrong-payload-type",
    "署名されているのは in-toto の文ではありません: {found}",
    "what is signed is no statement of in-toto: {found}",
)
WRONG_KEY = _kind(
    "wrong-key",
    "この鍵による署名がありません（指定した鍵: {key}、署名の鍵: {found}）",
    "no signature is by this key (given: {key}, of the signature: {found})",
    ("公開鍵が発行元のものか、確かめてください。", "See whether the public key is that of the publisher."),
)
WRONG_SIGNATURE = _kind(
    "wrong-signature",
    "署名が合いません。署名のファイルは、署名した後に変えられています",
    "the signature does not hold: what is signed was changed afterwards",
)
BAD_STATEMENT = _kind(
    "bad-statement",
    "署名された文が、policyc のパッケージについてのものではありません（{what}）",
    "the signed statement is none about a package of policyc ({what})",
)
OTHER_PACKAGE = _kind(
    "other-package",
    "署名されたのは、このパッケージではありません",
    "another package than this one was signed",
)
SIGNED_CHANGED = _kind(
    "signed-file-changed",
    "「{name}」が、署名された時から変わっています",
    "`{name}` is not the file that was signed",
)
SIGNED_MISSING = _kind("signed-file-missing", "署名された「{name}」がありません", "`{name}` was signed, and is missing")
NOT_IN_STATEMENT = _kind("unsigned-file", "「{name}」は署名されていません", "`{name}` is not among what was signed")
PREDICATE_DIFFERS = _kind(
    "signed-documents-differ",
    "署名された文の述べる文書が、パッケージのものと違います",
    "the documents of the signed statement are not those of the package",
)
OPEN_KEY = _kind(
    "key-open-to-others",
    "秘密鍵を、ほかの利用者も読むことができます: {name}",
    "others can read the private key: {name}",
    ("`chmod 600` で、持ち主だけが読めるようにしてください。", "Let only its owner read it, with `chmod 600`."),
    WARNING,
)
