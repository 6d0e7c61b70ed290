"""The result as Markdown."""

import statistics

TITLES = {
    "one": "One gzip file", "shards": "{shards} gzip files", "stdin": "Standard input",
    "memory": "Text in memory, one core", "other": "Beside these",
}


def rows(header, body):
    """A table, its first column to the left and all others to the right."""
    yield "| " + " | ".join(header) + " |"
    yield "| " + " | ".join(["---"] + ["--:"] * (len(header) - 1)) + " |"
    for row in body:
        yield "| " + " | ".join(row) + " |"


def section(cases, reference, text_bytes):
    """The rows of one section; `reference` is the case that the others are compared with."""
    header = ["", "runs", "wall s (min)", "CPU s", "RSS MiB", "MB/s of text", "times ours", "exact"]
    return rows(header, (row(case, reference, text_bytes) for case in cases))


def row(case, reference, text_bytes):
    size = getattr(case, "byte_count", text_bytes)
    exact = {None: "", True: "yes", False: "**no**"}[case.is_exact]
    speed = "" if case.section == "other" else f"{size / case.wall / 1e6:.0f}"
    ratio = "" if case.section == "other" or not reference else f"{case.times(reference):.2f}"
    return [
        case.name, str(len(case.walls)), f"{case.wall:.3f} ({min(case.walls):.3f})",
        f"{statistics.median(case.cpus):.2f}", f"{case.memory / 2**20:.0f}", speed, ratio, exact,
    ]
