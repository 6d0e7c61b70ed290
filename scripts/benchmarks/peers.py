"""What a user could run instead, and the libraries that no reader of gzip gets past.

Each peer does the simple job: principal, bucket and permission of entries with status code 7, 8 or
16. Ours does far more; it is what they can be compared on.
"""

import shutil
import subprocess
import sys

from . import KEPT, ROOT, fail, note
from .running import Case, TimedInside

SOURCES = ROOT / "scripts" / "benchmark-peers"
PYTHON = KEPT / "peers" / "bin" / "python3"
PYTHON_PACKAGES = ["orjson", "isal", "duckdb", "chdb", "polars"]
DEBIAN_PACKAGES = ["jq", "gzip", "g++", "zlib1g-dev", "libisal-dev", "libsimdjson-dev"]
NAMES = ["jq", "zgrep", "python", "duckdb", "clickhouse", "polars", "simdjson"]
"""What --only and --without take."""


def install():
    """Makes the environment of the Python peers, and says what Debian has."""
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", PYTHON.parent.parent], check=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run(pip + PYTHON_PACKAGES).returncode:
        fail("pip could not install the peers: see above")
    note(f"installed {', '.join(PYTHON_PACKAGES)} in {PYTHON.parent.parent.relative_to(ROOT)}; "
         f"for the others: apt-get install {' '.join(DEBIAN_PACKAGES)}")


class Peers:
    """The peers that are wanted and there; the others are named aloud."""

    def __init__(self, wanted):
        self.wanted = wanted
        self.has_isal = compiles("isal-probe", ["gcc", "-x", "c", "-"], ["-lisal"],
                                 "#include <isa-l/igzip_lib.h>\nint main() { return 0; }")
        if not self.has_isal:
            skip("all that needs ISA-L", "no libisal-dev")
        isal = (["-DHAVE_ISAL"], ["-lisal"]) if self.has_isal else ([], [])
        self.inflate = compiles(
            "inflate", ["gcc", "-O3", *isal[0], SOURCES / "inflate.c"], ["-lz", *isal[1]])
        if not self.inflate:
            skip("zlib and ISA-L alone", "no gcc or no zlib1g-dev")
        self.simdjson = None
        if "simdjson" in wanted:
            self.simdjson = compiles(
                "simdjson_denied",
                ["g++", "-O3", "-DNDEBUG", "-std=c++17", *isal[0], SOURCES / "simdjson_denied.cpp"],
                ["-lsimdjson", "-lz", "-lpthread", *isal[1]])
            if not self.simdjson:
                skip("C++ simdjson", "no g++ or no libsimdjson-dev")
        self.modules = {name for name in PYTHON_PACKAGES if imports(name)}
        self.engines = ["zlib", "isal"] if self.has_isal else ["zlib"]

    def alone(self, single):
        """Just inflating."""
        if not self.inflate:
            return []
        return [Case("one", f"{spelled(engine)} alone, inflating", [self.inflate, engine, single])
                for engine in self.engines]

    def of_one_file(self, single):
        """All peers on one file, the fastest first."""
        cases = []
        if self.simdjson:
            cases += [Case("one", f"C++ simdjson and {spelled(engine)}",
                           [self.simdjson, "one", engine, single])
                      for engine in reversed(self.engines)]
        cases += self.python("one", "clickhouse", "chdb", "ClickHouse", "clickhouse_denied.py", single)
        cases += self.python("one", "duckdb", "duckdb", "DuckDB", "duckdb_denied.py", single)
        cases += self.python("one", "polars", "polars", "polars", "polars_denied.py", single, turns=2)
        cases += self.python("one", "python", "isal", "Python, orjson and ISA-L", "orjson_denied.py",
                             "isal", single, turns=2)
        cases += self.python("one", "python", "orjson", "Python, orjson and gzip", "orjson_denied.py",
                             "gzip", single, turns=2)
        return cases + self.jq(single)

    def of_shards(self, data):
        """The peers that take several files."""
        cases = []
        if self.simdjson:
            cases += [Case("shards", f"C++ simdjson and {spelled(engine)}",
                           [self.simdjson, "shards", engine, *data.shards])
                      for engine in reversed(self.engines)]
        cases += self.python("shards", "clickhouse", "chdb", "ClickHouse", "clickhouse_denied.py",
                             data.shard_glob)
        return cases + self.python("shards", "duckdb", "duckdb", "DuckDB", "duckdb_denied.py",
                                   data.shard_glob, turns=1)

    def in_memory(self, shards):
        """The scan alone."""
        if not self.simdjson:
            return []
        return [TimedInside("memory", "C++ simdjson", [self.simdjson, "memory", "3", *shards])]

    def python(self, section, name, module, title, driver, *arguments, turns=None):
        """A peer in Python, unless its module is missing."""
        if name not in self.wanted:
            return []
        if module not in self.modules:
            skip(title, f"no Python module {module}: --install-peers")
            return []
        return [Case(section, title, [PYTHON, SOURCES / driver, *arguments], turns=turns)]

    def jq(self, single):
        """jq behind zcat, and behind the pattern that one would try to make it faster."""
        names = [name for name in ("zgrep", "jq") if name in self.wanted]
        missing = [tool for tool in ("jq", "zcat", "zgrep") if not shutil.which(tool)]
        if names and missing:
            skip("jq", "no " + ", no ".join(missing))
            return []
        commands = {"zgrep": ["zgrep", "-E", '"code" *: *(7|8|16)', single], "jq": ["zcat", single]}
        titles = {"zgrep": "zgrep, then jq", "jq": "zcat, then jq"}
        return [Case("one", titles[name], commands[name], ["jq", "-r", "-f", SOURCES / "denied.jq"],
                     ["sh", SOURCES / "count_lines.sh"], turns=1) for name in names]

    def versions(self):
        """What was compared with."""
        if shutil.which("jq"):
            yield output(["jq", "--version"])
        for module in sorted(self.modules):
            query = f"import importlib.metadata as m; print(m.version('{module}'))"
            yield f"{module} {output([PYTHON, '-c', query])}"
        for package in ("zlib1g-dev", "libisal-dev", "libsimdjson-dev"):
            version = output(["dpkg-query", "-W", "-f", "${Version}", package])
            if version:
                yield f"{package} {version}"


def spelled(engine):
    return {"zlib": "zlib", "isal": "ISA-L"}[engine]


def skip(what, why):
    note(f"SKIPPED: {what} ({why})")


def compiles(name, command, libraries, text=None):
    """The path of a program that was compiled now; None if that is not possible."""
    if not shutil.which(command[0]):
        return None
    program = KEPT / "bin" / name
    program.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run([*command, "-o", program, *libraries], input=text, text=True,
                          capture_output=True)
    return program if done.returncode == 0 else None


def imports(module):
    if not PYTHON.exists():
        return False
    return not subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True).returncode


def output(command):
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""
