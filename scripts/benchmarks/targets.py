"""What is to be reached, and whether it was."""

from . import tables

MIB = 1 << 20
FIRST_NIGHT = "first night of a history"


class Target:
    """A bound on a number; `measured` is None if what it needs was not run."""

    def __init__(self, case, claim, bound, measured, is_upper=True, show="{:.2f}"):
        self.case, self.claim, self.bound, self.measured = case, claim, bound, measured
        self.is_upper, self.show = is_upper, show

    @property
    def verdict(self):
        if self.measured is None:
            return "not measured"
        is_met = self.measured <= self.bound if self.is_upper else self.measured >= self.bound
        return "ok" if is_met else "**missed**"

    def row(self):
        target = ("at most " if self.is_upper else "at least ") + self.show.format(self.bound)
        measured = "" if self.measured is None else self.show.format(self.measured)
        return [self.case, self.claim, target, measured, self.verdict]


def table(targets):
    return tables.rows(["case", "what", "target", "measured", "verdict"],
                       (target.row() for target in targets))


class Results:
    """The measured cases by section and name."""

    def __init__(self, cases):
        self.by_name = {(case.section, case.name): case for case in cases if case.walls}

    def ratio(self, slow, fast):
        """How many times as long the first takes as the second."""
        slow, fast = self.by_name.get(slow), self.by_name.get(fast)
        return slow.times(fast) if slow and fast else None

    def value(self, key, name):
        case = self.by_name.get(key)
        return getattr(case, name) if case else None


def of_run(cases, ours, ours_zlib):
    """The targets of one run; `ours` is the name of our case that does the whole job."""
    results = Results(cases)
    ratio = results.ratio
    one, shards = ("one", ours), ("shards", ours)
    faster = "times as fast as "
    yield Target("one file", "time / ISA-L alone", 1.15, ratio(one, ("one", "ISA-L alone, inflating")))
    for name, bound in (("zcat, then jq", 20), ("DuckDB", 3), ("ClickHouse", 1.6),
                        ("C++ simdjson and ISA-L", 0.95)):
        yield Target("one file", faster + name, bound, ratio(("one", name), one), is_upper=False)
    yield Target("shards", "time / time of one file", 0.8, ratio(shards, one))
    for name, bound in (("C++ simdjson and ISA-L", 1.1), ("ClickHouse", 2.2)):
        yield Target("shards", faster + name, bound, ratio(("shards", name), shards), is_upper=False)
    scan = ("memory", "denials-report, scan")
    yield Target("in memory", "GB/s", 2.5, results.value(scan, "gigabytes_per_second"),
                 is_upper=False)
    yield Target("in memory", "aim: " + faster + "C++ simdjson", 1.0,
                 ratio(("memory", "C++ simdjson"), scan), is_upper=False)
    yield Target("30 % denials", "time / time of 3 %", 1.5,
                 ratio(("other", "30 % denials, one file"), one))
    yield Target("zlib only", "time / zlib alone", 1.05,
                 ratio(("one", ours_zlib), ("one", "zlib alone, inflating")))
    memory = results.value(one, "memory")
    yield Target("peak RSS", "MiB, one file", 40, memory and memory / MIB, show="{:.0f}")
    night, plain = results.value(("other", FIRST_NIGHT), "wall"), results.value(one, "wall")
    yield Target("nightly", "s on top of reading", 2, night and plain and night - plain)
    wall = results.value(("other", "sample-logs, text"), "wall")
    yield Target("sample-logs", "ms, start to finish", 30, wall and wall * 1000, show="{:.1f}")


def of_growth(points):
    """The targets of `growth.measure`."""
    times = sorted(point.seconds_per_gib for point in points if point.size <= 8 << 30)
    middle = times[len(times) // 2]
    spread = max(times[-1] / middle - 1, 1 - times[0] / middle) * 100 if len(times) > 1 else None
    yield Target("cost growth", "largest distance from the median time per GiB, %", 10, spread,
                 show="{:.1f}")
    first = next((point for point in points if point.size == 1 << 30), points[0])
    last = points[-1]
    allowed = 600 * (last.findings - first.findings) + 32 * (last.denials - first.denials)
    yield Target(
        "RSS growth",
        f"MiB, {first.size / 2**30:g} to {last.size / 2**30:g} GiB (600 B a finding, 32 B a denial)",
        allowed / MIB, (last.memory - first.memory) / MIB if first is not last else None,
        show="{:.1f}")
