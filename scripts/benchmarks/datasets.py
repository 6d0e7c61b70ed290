"""Made-up logs: one gzip file and 16 shards of the same lines, with the truth about them."""

import concurrent.futures
import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from . import KEPT, ROOT, fail, note

GENERATOR = ROOT.parent / "shared" / "bench" / "generate_logs.py"
SHARDS = 16
BLOCK = 1 << 20


class Dataset:
    """A folder of logs; what is missing of the one file or the shards is put together."""

    def __init__(self, folder, temporary):
        self.folder = folder
        single = folder / "all.jsonl.gz"
        shards = sorted((folder / "gz").glob("*.gz")) or sorted(
            path for path in folder.glob("*.gz") if path != single)
        if not shards and not single.exists():
            fail(f"no *.gz in {folder}")
        if not single.exists():
            single = pathlib.Path(temporary) / f"{folder.name}.jsonl.gz"
            join(shards, single)
        self.single, self.shards = single, shards or [single]

    @property
    def shard_glob(self):
        """A pattern for the shards, for those who take no list."""
        return str(self.shards[0].parent / "*.gz") if len(self.shards) > 1 else str(self.single)

    def truth(self):
        """What the data were made with: counts, and `[principal, bucket, permission, count]`; None
        if nobody knows."""
        path = self.folder / "truth.json"
        return json.loads(path.read_text()) if path.exists() else None


def made(size, temporary, denials_percent=3):
    """The logs of a size, from the last time or made now."""
    name = str(size) if denials_percent == 3 else f"{size}-denials-{denials_percent}"
    folder = KEPT / name
    if not folder.exists():
        make(folder, size, denials_percent / 100)
    return Dataset(folder, temporary)


def make(folder, size, denied):
    """Writes the logs: `folder` appears whole or not at all."""
    if not GENERATOR.exists():
        fail("no generator beside the repository: pass logs of your own with --data DIR (*.gz)")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        fresh = pathlib.Path(name) / "data"
        note(f"making {size} bytes of logs in {folder.relative_to(ROOT)}")
        done = subprocess.run(
            [generator_python(), GENERATOR, fresh, "--bytes", str(size), "--shards", str(SHARDS)],
            stdout=subprocess.DEVNULL, env={**os.environ, "DEN": str(denied)})
        if done.returncode:
            fail("the generator failed: see above (--install-peers installs orjson)")
        (fresh / "gz").mkdir()
        plain = sorted((fresh / "plain").glob("*.jsonl"))
        jobs = [([shard], fresh / "gz" / f"{shard.name}.gz") for shard in plain]
        jobs.insert(0, (plain, fresh / "all.jsonl.gz"))
        # zlib lets other threads run.
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
            list(workers.map(lambda job: pack(*job), jobs))
        shutil.rmtree(fresh / "plain")
        fresh.rename(folder)


def generator_python():
    """A Python that has orjson, if one is known."""
    for path in (os.environ.get("ORACLE_PYTHON"), KEPT / "peers" / "bin" / "python3",
                 ROOT / ".venv" / "bin" / "python3"):
        if path and pathlib.Path(path).exists():
            return path
    return sys.executable


def pack(sources, target):
    """Packs files one behind the other into one gzip member, as `gzip -6` does."""
    with open(target, "wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
        for source in sources:
            with open(source, "rb") as text:
                shutil.copyfileobj(text, packed, BLOCK)


def join(sources, target):
    """Puts files one behind the other."""
    with open(target, "wb") as whole:
        for source in sources:
            with open(source, "rb") as part:
                shutil.copyfileobj(part, whole, BLOCK)
