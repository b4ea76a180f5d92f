#!/usr/bin/env python3
"""Sets up .venv when it is missing or out of date, then does the job.

    python3 run.py demo               build policies/ into out/ and say what to look at
    python3 run.py test [ARGS...]     run the tests; the arguments go to pytest
    python3 run.py check [PATHS...]   style and types: ruff, mypy
    python3 run.py freeze             rewrite the modules that are generated from the grammar and the data
    python3 run.py bench [ARGS...]    run the benchmarks
    python3 run.py policyc ARGS...    run the compiler itself

Needs only Python 3.11 or newer and one of uv, python3-venv or pip, and for the first run a package index.
POLICYC_VENV names another folder than .venv.
"""

# An older Python has to get as far as right_python(), which tells the user what is needed:
# nothing here may be newer than the syntax of Python 3.6.

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("POLICYC_VENV") or ROOT / ".venv").absolute()
STAMP = VENV / ".policyc-stamp"
OLDEST = (3, 11)
NEWEST_TRIED_MINOR = 16

SHOWN_POLICY = "dmm-privacy"
SHOWN_FILES = (
    ("policy.ja.html", "the policy as a page: open it in a browser"),
    ("policy.ja.md", "the same text as Markdown"),
    ("policy.ja.txt", "the same text, plain"),
    ("policy.jsonld", "the same facts as JSON-LD (DPV, ODRL): any editor, or a JSON-LD tool"),
    ("policy.p3p.json", "the P3P-like policy as JSON"),
    ("policy.p3p.xml", "the same as P3P 1.0 XML"),
)


def main():
    right_python()
    command, arguments = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    if command in ("help", "-h", "--help"):
        print(__doc__.strip())
        return
    if command not in JOBS:
        die(__doc__.strip())
    set_up()
    # Japanese text goes to pipes and files too, whatever the locale of the machine.
    os.environ["PYTHONUTF8"] = "1"
    sys.exit(JOBS[command](arguments))


def demo(arguments):
    """Build every policy and tell the user where the results lie; returns the exit code of the build."""
    code = call([program("policyc"), "build", "policies", "--out", "out", *arguments])
    folder = Path("out") / SHOWN_POLICY
    shown = [(str(folder / name), about) for name, about in SHOWN_FILES if (ROOT / folder / name).exists()]
    if code == 0 and shown:
        print("\nLook at:")
        width = max(len(path) for path, _ in shown)
        for path, about in shown:
            print(f"  {path.ljust(width)}  {about}")
    return code


def test(arguments):
    # On all cores, but for who asks for another number: a debugger needs one. Neighbours stay on one core, for they share
    # what is dear to make.
    alone = any(word.startswith(("-n", "--pdb", "--update-golden")) for word in arguments)
    parallel = [] if alone else ["-n", "auto", "--dist", "worksteal"]
    return call([program("python"), "-m", "pytest", *parallel, *arguments])


def check(arguments):
    """Run every check even when one fails, so that one run shows all there is to mend."""
    checks = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"])
    codes = [call([program("python"), "-m", *words, *arguments]) for words in checks]
    return next((code for code in codes if code != 0), 0)


def freeze(arguments):
    return call([program("python"), "-m", "policyc.dev.freeze", *arguments])


def bench(arguments):
    return call([program("python"), Path("benchmarks") / "run.py", *arguments])


def policyc(arguments):
    """Run the compiler where the user stands, so that relative paths mean what they seem to."""
    return subprocess.call([program("policyc"), *arguments])


JOBS = {
    "demo": demo,
    "test": test,
    "check": check,
    "freeze": freeze,
    "bench": bench,
    "policyc": policyc,
}


def right_python():
    """Hand over to a newer Python on PATH when this one is too old, or say which one is needed."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(NEWEST_TRIED_MINOR, OLDEST[1] - 1, -1):
        python = shutil.which(f"python3.{minor}")
        # A pyenv shim may be on PATH without its Python, hence the trial.
        if python and subprocess.call([python, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            sys.exit(subprocess.call([python, *sys.argv]))
    needed = ".".join(map(str, OLDEST))
    found = ".".join(map(str, sys.version_info[:2]))
    die(f"Python {needed} or newer is needed (found {found}).")


def set_up():
    """Make the virtual environment, unless the one that is there was made from the same things."""
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    print(f"setting up {VENV} ...", file=sys.stderr, flush=True)
    clear_venv()
    install = make_venv()
    lock = ["--require-hashes", "-r", "requirements.lock"]
    # The build tools are in the lock, so the package itself is built with what was checked by hash.
    itself = ["--no-deps", "--no-build-isolation", "-e", "."]
    environment = dict(os.environ, PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_CONSTRAINT="")
    for what in (lock, itself):
        if call([*install, *what], env=environment) != 0:
            die("The packages could not be installed (is a package index reachable?).")
    # Written last: a set-up that broke off is done again.
    STAMP.write_text(wanted, encoding="utf-8")


def clear_venv():
    """Remove the old environment, but never a folder of the user's that POLICYC_VENV names by mistake."""
    if VENV.is_dir() and any(VENV.iterdir()) and not (VENV / "pyvenv.cfg").exists():
        die(f"{VENV} is not a virtual environment; it is left as it is.")
    shutil.rmtree(VENV, ignore_errors=True)


def make_venv():
    """Make an empty virtual environment; returns the start of a command that installs into it."""
    python = program("python")
    uv = shutil.which("uv")
    if uv:
        if call([uv, "venv", "--quiet", "--python", sys.executable, VENV]) == 0:
            return [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", python]
    elif quietly([sys.executable, "-m", "venv", VENV]) == 0:
        return [python, "-m", "pip", "install", "--quiet"]
    elif quietly([sys.executable, "-m", "pip", "--version"]) == 0:
        # Debian without python3-venv: venv cannot put pip into the new folder, but the system's pip
        # can install there, though it may not install into the system itself (PEP 668).
        clear_venv()
        if call([sys.executable, "-m", "venv", "--without-pip", VENV]) == 0:
            return [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    die("A virtual environment could not be made. On Debian or Ubuntu: apt install python3-venv")


def fingerprint():
    """A hash of all that decides what is in the environment. Its scripts hold paths, so the place counts."""
    digest = hashlib.sha256(f"{sys.version}\n{ROOT}\n{VENV}\n".encode())
    for name in ("pyproject.toml", "requirements.lock", "run.py"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def program(name):
    return VENV / ("Scripts" if os.name == "nt" else "bin") / name


def call(words, **options):
    return subprocess.call(words, cwd=ROOT, **options)


def quietly(words):
    return call(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def die(text):
    print(text, file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    main()
