"""What scripts/benchmark is made of."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
KEPT = ROOT / ".bench"
"""Data, the environment of the Python peers and compiled peers, kept for the next time."""


def fail(text):
    sys.exit(f"benchmark: {text}")


def note(text):
    print(text, file=sys.stderr, flush=True)
