"""Pipelines that are run and measured from outside."""

import concurrent.futures
import contextlib
import multiprocessing
import os
import statistics
import subprocess
import tempfile
import time

from . import fail


class Case:
    """A pipeline: commands joined by pipes, perhaps with a file as standard input.

    A case that takes long is run in the first `turns` turns only, a short one `repeats` times a turn.
    """

    def __init__(self, section, name, *commands, stdin=None, turns=None, repeats=1):
        self.section, self.name = section, name
        self.commands = [[str(word) for word in command] for command in commands]
        self.stdin, self.turns, self.repeats = stdin, turns, repeats
        self.is_exact = None
        """Whether its answer is the truth, if anybody knows."""
        self.walls, self.cpus, self.memories = [], [], []

    def run(self, output=subprocess.DEVNULL):
        """Runs once; returns wall seconds, CPU seconds and the peak RSS of the largest process."""
        with contextlib.ExitStack() as stack:
            source = subprocess.DEVNULL
            if self.stdin:
                source = stack.enter_context(open(self.stdin, "rb"))
            start = time.monotonic()
            processes = []
            for index, command in enumerate(self.commands):
                is_last = index + 1 == len(self.commands)
                process = subprocess.Popen(
                    command, stdin=source, stdout=output if is_last else subprocess.PIPE)
                if processes:
                    source.close()
                source = process.stdout
                processes.append(process)
            cpu = memory = 0
            for process in processes:
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
                cpu += usage.ru_utime + usage.ru_stime
                memory = max(memory, usage.ru_maxrss * 1024)
            wall = time.monotonic() - start
        codes = [process.returncode for process in processes]
        if any(codes):
            fail(f"{self.name}: exit statuses {codes}")
        return wall, cpu, memory

    def measure(self):
        """Runs once and keeps the numbers."""
        wall, cpu, memory = self.run()
        self.walls.append(wall)
        self.cpus.append(cpu)
        self.memories.append(memory)

    def printed(self):
        """Runs once; returns standard output."""
        with tempfile.TemporaryFile() as output:
            self.run(output)
            output.seek(0)
            return output.read()

    @property
    def wall(self):
        return statistics.median(self.walls)

    @property
    def memory(self):
        return statistics.median(self.memories)

    def times(self, other):
        """How many times as long as `other` it takes: the median over turns that both took part in,
        so that what else the machine did counts for both."""
        return statistics.median(slow / fast for slow, fast in zip(self.walls, other.walls))


class TimedInside(Case):
    """A command that prints `bytes TAB seconds` for each pass that it makes by itself."""

    def measure(self):
        with tempfile.TemporaryFile("w+") as output:
            _, cpu, memory = self.run(output)
            output.seek(0)
            passes = [line.split("\t") for line in output.read().splitlines()]
        self.byte_count = int(passes[0][0])
        self.walls.append(statistics.median(float(seconds) for _, seconds in passes))
        self.cpus.append(cpu)
        self.memories.append(memory)

    @property
    def gigabytes_per_second(self):
        return self.byte_count / self.wall / 1e9


def take_turns(cases, runs, say):
    """Measures all cases `runs` times, one after the other, so that no case has a quiet time alone."""
    for turn in range(runs):
        say(f"turn {turn + 1} of {runs}")
        for case in cases:
            if case.turns is None or turn < case.turns:
                for _ in range(case.repeats):
                    case.measure()


def in_other_process(function, *arguments):
    """Calls in a process of its own: a child's peak RSS begins with that of the one that starts it."""
    fork = multiprocessing.get_context("fork")
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=fork) as other:
        return other.submit(function, *arguments).result()
