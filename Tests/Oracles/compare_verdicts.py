#!/usr/bin/env python3
"""Compares what the program says of a log with what the oracle says.

usage: compare_verdicts.py LOG RECORDS

RECORDS is what `denials-report extract --all LOG` printed. Each line of LOG on which the two differ
is printed with both answers and the line itself; the last line counts. Exit status 1 if any do.
"""

import collections
import json
import sys

import classify

FIELDS = ("class", "code", "cause", "rule", "confidence", "permissions", "inferred", "project",
          "principal")
SILENT = ("malformed", "blank")


def program_answers(path):
    """What the program says, by line; and the books of its footer."""
    answers, books = {}, {}
    with open(path, encoding="utf-8") as file:
        for text in file:
            record = json.loads(text)
            if "footer" in record:
                books = record["footer"]["books"]
            elif "class" in record:
                answers[record["line"]] = {key: record[key] for key in FIELDS if key in record}
    return answers, books


def comparable(answer):
    """Permissions in any spelling: how IAM spells one is not for the table to say."""
    if "permissions" in answer:
        answer["permissions"] = sorted(classify.lower(name) for name in answer["permissions"])
    return answer


def main(arguments):
    if len(arguments) != 2:
        print("usage: compare_verdicts.py LOG RECORDS", file=sys.stderr)
        return 64
    sys.setrecursionlimit(20000)
    answers, books = program_answers(arguments[1])
    with open(arguments[0], "rb") as file:
        data = file.read()
    lines = data.removesuffix(b"\n").split(b"\n")
    counts = collections.Counter()
    differences = 0
    for said in classify.verdicts(data):
        number = said.pop("line")
        counts[said.get("rule") or said["class"]] += 1
        answer = answers.pop(number, None)
        if said["class"] in SILENT and answer is None:
            continue
        if answer is None or comparable(said) != comparable(answer):
            differences += 1
            shown = lines[number - 1][:3000].decode(errors="replace")
            print(f"line {number}\n  oracle  {said}\n  program {answer}\n  {shown}")
    for number in sorted(answers):
        differences += 1
        print(f"line {number} is not in the log: {answers[number]}")
    if books.get("malformed") != counts["malformed"] or books.get("blank") != counts["blank"]:
        differences += 1
        print(f"books: {books}, not {counts['malformed']} malformed and {counts['blank']} blank")
    print(" ".join(f"{key}:{count}" for key, count in sorted(counts.items())))
    print(f"{sum(counts.values())} lines, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
