"""The wheel is complete, always the same, and compiles policies where nothing else of the project is.

An editable install hides what a package lacks: a data file, a sub-package, a dependency. So the wheel is
built from a copy of the sources and installed into an empty environment elsewhere. That environment gets
the third-party distributions that the wheel itself declares and no others, copied from the ones that run
this test, so that nothing is downloaded and an undeclared import fails.
"""

import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from importlib.metadata import Distribution
from pathlib import Path, PurePosixPath

import pytest
from installer import install
from installer.destinations import SchemeDictionaryDestination
from installer.sources import WheelFile
from installer.utils import get_launcher_kind
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
GRAMMAR = "policyc/grammar/policy.lark"
# What the build reads; the rest of the checkout has no say in it.
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "requirements.lock", "run.py", "src", "grammar")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources, in another place and with other file times than the checkout."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=_not_source, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(source, copy / name)
    return copy


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build("--wheel", checkout, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the installed wheel and what it declares; returns its folder of programs."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    variables = {"base": str(folder), "platbase": str(folder)}
    scheme = sysconfig.get_paths("venv", vars=variables)
    programs = Path(scheme["scripts"])
    for distribution in _closure(_requirements(wheel)):
        _copy_distribution(distribution, Path(scheme["purelib"]))
    with WheelFile.open(wheel) as source:
        source.validate_record()
        destination = SchemeDictionaryDestination(
            scheme, interpreter=str(programs / "python"), script_kind=get_launcher_kind()
        )
        install(source, destination, additional_metadata={"INSTALLER": b"test_packaging"})
    return programs


def test_wheel_has_every_file_of_the_package_and_the_grammar(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("policyc/")}
    assert packed == _package_files(ROOT / "src") | {GRAMMAR}


def test_wheel_has_the_data_files_and_the_licence(wheel: Path) -> None:
    """The kinds that matter are there, however the files are counted above, and nothing else is."""
    with zipfile.ZipFile(wheel) as archive:
        names = [PurePosixPath(name) for name in archive.namelist()]
        grammar = archive.read(GRAMMAR)
    assert grammar == (ROOT / "grammar" / "policy.lark").read_bytes()
    assert {".py", ".yaml", ".md"} <= {name.suffix for name in names}
    assert "LICENSE" in {name.name for name in names}
    assert all(name.parts[0] == "policyc" or name.parts[0].endswith(".dist-info") for name in names)


def test_wheel_is_the_same_bytes_from_another_build(wheel: Path, tmp_path: Path) -> None:
    again = _build("--wheel", ROOT, tmp_path)
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


@pytest.mark.slow
def test_sdist_has_the_grammar_and_gives_the_same_wheel(checkout: Path, wheel: Path, tmp_path: Path) -> None:
    sdist = _build("--sdist", checkout, tmp_path)
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    unpacked = tmp_path / sdist.name.removesuffix(".tar.gz")
    assert (unpacked / "grammar" / "policy.lark").is_file()
    assert _build("--wheel", unpacked, tmp_path).read_bytes() == wheel.read_bytes()


def test_installed_packages_are_the_declared_ones_at_versions_it_allows(wheel: Path) -> None:
    for requirement in _requirements(wheel):
        assert importlib.metadata.version(requirement.name) in requirement.specifier


def test_installed_wheel_has_no_development_dependency(environment: Path, tmp_path: Path) -> None:
    names = ["policyc", "lark", "pytest", "hypothesis", "lxml", "jsonschema"]
    program = (
        "import importlib.util, json, sys\n"
        "found = [(name, importlib.util.find_spec(name)) for name in sys.argv[1:]]\n"
        "print(json.dumps({name: spec.origin for name, spec in found if spec}))\n"
    )
    found = json.loads(_run(environment / "python", "-c", program, *names, cwd=tmp_path))
    assert list(found) == ["policyc"]
    assert Path(found["policyc"]).is_relative_to(environment.parent)


def test_installed_wheel_builds_the_policies_elsewhere(environment: Path, tmp_path: Path) -> None:
    """The console script, run in another folder on a copy of policies/, gives what the checkout gives."""
    outputs = {}
    for place, programs in (("installed", environment), ("checkout", Path(sys.executable).parent)):
        cwd = tmp_path / place
        shutil.copytree(ROOT / "policies", cwd / "policies")
        _run(programs / "policyc", "build", "policies", "--out", "out", cwd=cwd)
        out = cwd / "out"
        outputs[place] = {
            path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()
        }
    assert outputs["installed"]["dmm-privacy/policy.ja.md"]
    assert outputs["installed"] == outputs["checkout"]


def _build(kind: str, source: Path, folder: Path) -> Path:
    """Build a wheel or an sdist with the build tools of this environment; nothing is downloaded."""
    before = set(folder.iterdir())
    _run(sys.executable, "-m", "build", kind, "--no-isolation", "--outdir", folder, source, cwd=folder)
    (made,) = set(folder.iterdir()) - before
    return made


def _run(*words: str | Path, cwd: Path) -> str:
    """Run a program as a user elsewhere would: no setting of this test run may lend it a module or a date."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "PYTEST", "SOURCE_DATE_EPOCH", "VIRTUAL_ENV"))
    }
    result = subprocess.run(
        words,
        cwd=cwd,
        env=kept | {"PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    assert result.returncode == 0, f"{words}\n{result.stdout}{result.stderr}"
    return result.stdout


def _package_files(src: Path) -> set[str]:
    """The files under src/ by their names in a wheel."""
    paths = (path.relative_to(src) for path in src.rglob("*") if path.is_file())
    return {path.as_posix() for path in paths if not _is_left_over(path)}


def _not_source(_folder: str, names: list[str]) -> list[str]:
    return [name for name in names if _is_left_over(Path(name))]


def _is_left_over(path: Path) -> bool:
    """Byte code, and hidden files such as an editor's."""
    return any(part == "__pycache__" or part.startswith(".") for part in path.parts)


def _requirements(wheel: Path) -> list[Requirement]:
    """What the wheel declares that it needs on this machine."""
    with WheelFile.open(wheel) as source:
        return _needs(importlib.metadata.PathDistribution(zipfile.Path(wheel, f"{source.dist_info_dir}/")))


def _needs(distribution: Distribution) -> list[Requirement]:
    requirements = [Requirement(line) for line in distribution.requires or ()]
    return [each for each in requirements if each.marker is None or each.marker.evaluate({"extra": ""})]


def _closure(requirements: list[Requirement]) -> list[Distribution]:
    """The distributions that these requirements name, with all that those need in turn."""
    found: dict[str, Distribution] = {}
    waiting = list(requirements)
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name not in found:
            found[name] = importlib.metadata.distribution(name)
            waiting += _needs(found[name])
    return list(found.values())


def _copy_distribution(distribution: Distribution, site_packages: Path) -> None:
    """Copy what a distribution put into site-packages: its modules and its metadata, no programs."""
    for file in distribution.files or ():
        if ".." not in file.parts and "__pycache__" not in file.parts:
            target = site_packages / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.locate(), target)
