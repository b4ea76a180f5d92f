"""run.py: what it says to an old Python, when it makes the environment anew, and whose exit code it returns.

The real set-up needs a package index, so here a stand-in for uv answers; whoever runs these tests by run.py,
as CI does, has just done the real one.
"""

import ast
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
USAGE = "python3 run.py demo"

# Makes what `uv venv` makes as far as run.py looks, and notes each call. The programs of the environment say
# what they were called with.
STAND_IN = """\
#!/bin/sh
echo "uv $*" >> "$CALLS"
case "$1" in
  venv)
    for folder; do :; done
    mkdir -p "$folder/bin" && : > "$folder/pyvenv.cfg"
    for name in python policyc; do
      printf '#!/bin/sh\\necho "%s $*"\\nexit "${CODE:-0}"\\n' "$name" > "$folder/bin/$name"
      chmod +x "$folder/bin/$name"
    done ;;
  pip) exit "${INSTALL_CODE:-0}" ;;
esac
"""


class Project:
    """A folder with run.py and what it reads, where `uv` is the stand-in."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        self.calls = folder / "calls.txt"
        self.programs = folder / "programs"
        self.root.mkdir()
        self.programs.mkdir()
        for name in ("run.py", "pyproject.toml", "requirements.lock"):
            shutil.copyfile(ROOT / name, self.root / name)
        uv = self.programs / "uv"
        uv.write_text(STAND_IN, encoding="utf-8")
        uv.chmod(0o755)

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return self.run_python("run.py", *arguments, **environment)

    def run_python(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        inherited = {name: value for name, value in os.environ.items() if name != "POLICYC_VENV"}
        # /bin has what the stand-in calls.
        path = {"PATH": f"{self.programs}{os.pathsep}/bin", "CALLS": str(self.calls)}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env=inherited | path | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )

    def set_ups(self) -> int:
        return self.calls.read_text(encoding="utf-8").count("uv venv") if self.calls.exists() else 0


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_an_old_python_can_read_it() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_too_old_a_python_is_told_which_one_is_needed(project: Project) -> None:
    program = "import runpy, sys; sys.version_info = (3, 6, 15); runpy.run_path('run.py', run_name='__main__')"
    result = project.run_python("-c", program, PATH=str(project.programs))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "Python 3.11 or newer is needed (found 3.6).\n"


@pytest.mark.parametrize("arguments", [(), ("dmeo",)])
def test_a_wrong_command_gets_the_usage_and_no_set_up(project: Project, arguments: tuple[str, ...]) -> None:
    result = project.run(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert USAGE in result.stderr
    assert project.set_ups() == 0


def test_help_is_no_error(project: Project) -> None:
    result = project.run("--help")
    assert (result.returncode, result.stderr) == (0, "")
    assert USAGE in result.stdout


def test_set_up_is_done_once_with_hashes_checked(project: Project) -> None:
    first = project.run("test", "-k", "one")
    assert first.stdout == "python -m pytest -n auto --dist worksteal -k one\n"
    assert project.run("test").stderr == ""
    assert project.set_ups() == 1
    installs = [line for line in project.calls.read_text(encoding="utf-8").splitlines() if " install " in line]
    assert len(installs) == 2
    assert "--require-hashes" in shlex.split(installs[0])
    assert {"--no-deps", "--no-build-isolation"} <= set(shlex.split(installs[1]))


def test_set_up_is_done_again_when_the_lock_changes(project: Project) -> None:
    project.run("test")
    with (project.root / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    project.run("test")
    assert project.set_ups() == 2


def test_set_up_is_done_again_when_the_checkout_was_moved(project: Project) -> None:
    project.run("test")
    moved = project.root.with_name("moved")
    project.root.rename(moved)
    project.root = moved
    project.run("test")
    assert project.set_ups() == 2


def test_a_set_up_that_broke_off_is_done_again(project: Project) -> None:
    failed = project.run("test", INSTALL_CODE="1")
    assert failed.returncode == 2
    assert "could not be installed" in failed.stderr
    assert project.run("test").returncode == 0
    assert project.set_ups() == 2


def test_a_folder_that_is_no_environment_is_left_alone(project: Project, tmp_path: Path) -> None:
    precious = tmp_path / "home" / "precious.txt"
    precious.parent.mkdir()
    precious.touch()
    result = project.run("test", POLICYC_VENV=str(precious.parent))
    assert result.returncode == 2
    assert "not a virtual environment" in result.stderr
    assert precious.exists()


@pytest.mark.parametrize("command", ["demo", "test", "check", "freeze", "bench", "policyc"])
def test_the_exit_code_is_that_of_the_job(project: Project, command: str) -> None:
    assert project.run(command, CODE="3").returncode == 3


def test_demo_builds_everything_and_names_what_is_there(project: Project) -> None:
    made = project.root / "out" / "dmm-privacy" / "policy.ja.html"
    made.parent.mkdir(parents=True)
    made.touch()
    lines = project.run("demo").stdout.splitlines()
    assert lines[0] == "policyc build policies --out out"
    named = [line.split()[0] for line in lines if line.startswith("  ")]
    assert named == [str(Path("out", "dmm-privacy", "policy.ja.html"))]


def test_policyc_runs_where_the_user_stands(project: Project) -> None:
    assert project.run("policyc", "check", "a b.policy").stdout == "policyc check a b.policy\n"
