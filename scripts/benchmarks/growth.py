"""Whether ten times the text costs ten times the time, and how memory grows with what is found."""

import json
import statistics

from . import datasets, note, tables
from .running import Case, in_other_process, take_turns

SIZES = [64 << 20, 256 << 20, 1 << 30, 4 << 30, 8 << 30, 10 << 30]


class Point:
    """What one size came to."""

    def __init__(self, size, case, books, findings):
        self.size, self.findings, self.denials = size, findings, books["denials"]
        self.seconds_per_gib = case.wall / books["uncompressedBytes"] * 2**30
        self.memory = case.memory
        self.row = [
            f"{size / 2**20:.0f} MiB", f"{case.wall:.3f} ({min(case.walls):.3f})",
            f"{self.seconds_per_gib:.3f}", f"{statistics.median(case.cpus):.2f}",
            f"{self.memory / 2**20:.1f}", f"{self.findings:,}", f"{self.denials:,}",
        ]


def measure(program, largest, runs, temporary):
    """Runs the whole job on one file of each size."""
    sizes = [size for size in SIZES if size <= largest]
    cases, found = {}, {}
    for size in sizes:
        single = datasets.made(size, temporary).single
        cases[size] = Case("growth", str(size), [program, "-f", "json", single])
        found[size] = in_other_process(books_and_findings, cases[size])
    take_turns(list(cases.values()), runs, lambda text: note(f"growth, {text}"))
    return [Point(size, cases[size], *found[size]) for size in sizes]


def books_and_findings(case):
    """What memory may grow with."""
    report = json.loads(case.printed())
    return report["books"], sum(len(principal["findings"]) for principal in report["principals"])


def table(points):
    header = ["text", "wall s (min)", "s a GiB", "CPU s", "RSS MiB", "distinct findings",
              "distinct denials"]
    return tables.rows(header, (point.row for point in points))
