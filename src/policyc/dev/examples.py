"""An example of each JSON, for its reference page: what the program really writes for a small source, lists and long texts cut short."""

from __future__ import annotations

import base64
import contextlib
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from ..cli import group

_SOURCE = Path(__file__).with_name("example.policy.txt")
_MOST = 2
_LONG, _SHOWN = 400, 60
# PKCS#8 of an Ed25519 key of 32 equal bytes: a key for this example, so that it is signed the same way each time.
_KEY = bytes.fromhex("302e020100300506032b657004220420") + bytes([7]) * 32
_DEMANDS = "demands: [{id: ask, require: {right: 開示}}, {id: home, forbid: {abroad: any}}]\n"


def examples() -> dict[str, Any]:
    """The example of each schema by its name: lists with their first elements only, long texts with their beginning."""
    return {name: _cut(value) for name, value in written().items()}


def written() -> dict[str, Any]:
    """Each JSON as the program writes it for the example's source."""
    runner = CliRunner()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):

        def run(*words: str) -> Any:
            done = runner.invoke(group, words)
            assert done.exit_code in (0, 1) and not isinstance(done.exception, Exception), (words, done.output)
            return json.loads(done.stdout) if "json" in words else None

        Path("mihon.policy").write_bytes(_SOURCE.read_bytes())
        run("build", "mihon.policy", "--out", "out")
        page = Path("out/mihon-privacy/policy.ja.txt").read_text(encoding="utf-8")
        # A page whose editor typed a character that looks the same.
        Path("page.txt").write_text(page.replace("〜", "～"), encoding="utf-8")
        run("pack", "out", "-o", "mihon.zip")
        key = base64.encodebytes(_KEY).decode("ascii")
        Path("mihon.key").write_text(f"-----BEGIN PRIVATE KEY-----\n{key}-----END PRIVATE KEY-----\n", encoding="ascii")
        Path("mihon.key").chmod(0o600)
        run("sign", "mihon.zip", "--key", "mihon.key")
        run("check", "mihon.policy", "--write-baseline", "baseline.json")
        Path("demands.yaml").write_text(_DEMANDS, encoding="utf-8")
        envelope = _file("mihon.zip.dsse.json")
        with zipfile.ZipFile("mihon.zip") as package:
            manifest = json.loads(package.read("manifest.json"))
        return {
            "policy.p3p": _file("out/mihon-privacy/policy.p3p.json"),
            "site-index": _file("out/mihon-site/index.json"),
            "manifest": _file("out/mihon-privacy/manifest.json"),
            "index": _file("out/index.json"),
            "package": manifest,
            "signature": envelope,
            "package-statement": json.loads(base64.b64decode(envelope["payload"])),
            "diagnostics": run("check", "mihon.policy", "--format", "json"),
            "baseline": _file("baseline.json"),
            "audit": run("audit", "mihon.policy", "--format", "json"),
            "rules": run("rules", "appi/27-1-*", "--format", "json"),
            "law-coverage": run("rules", "--coverage", "--statute", "mynumber", "--format", "json"),
            "coverage": run("coverage", "mihon.policy", "--format", "json"),
            "compare": run("compare", "mihon.policy", "page.txt", "--format", "json"),
            "match": run("match", "demands.yaml", "out", "--format", "json"),
            "answers": run("ask", "what-for", "メールアドレス", "--of", "out", "--format", "json"),
        }


def _file(path: str) -> Any:
    return json.loads(Path(path).read_bytes())


def _cut(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cut(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_cut(inner) for inner in value[:_MOST]]
    if isinstance(value, str) and len(value) > _LONG:
        return f"{value[:_SHOWN]}…"
    return value
