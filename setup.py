"""Where the packages lie: the folders at the top are imported as `samvirke.model`, `samvirke.analysis` …, see pyproject.toml.

setuptools cannot find the packages of mapped folders by itself, so they are listed here.
"""

from setuptools import find_packages, setup

FOLDERS = ("model", "analysis", "viz", "scenarios")

setup(
    packages=[
        *find_packages(include=["samvirke", "samvirke.*"]),
        *(f"samvirke.{name}" for name in find_packages(include=[pattern for each in FOLDERS for pattern in (each, f"{each}.*")])),
    ],
    package_dir={"samvirke": "samvirke"} | {f"samvirke.{each}": each for each in FOLDERS},
)
