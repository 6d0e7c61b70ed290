"""Whether what everybody says is right."""

import collections
import json

from . import fail, note


def truth_counts(truth):
    """Count by principal, bucket and permission."""
    return collections.Counter(
        {(name, str(bucket), permission): count for name, bucket, permission, count in truth["agg"]})


def check_peer(case, truth):
    """Compares what a peer prints with the truth; it may be wrong, but not in silence."""
    answer = collections.Counter()
    for line in case.printed().decode().split("\n"):
        if line:
            name, bucket, permission, count = line.rsplit("\t", 3)
            answer[name, bucket, permission] += int(count)
    if not truth:
        return
    right = truth_counts(truth)
    missing, extra = (right - answer).total(), (answer - right).total()
    case.is_exact = not missing and not extra
    if not case.is_exact:
        note(f"NOT EXACT: {case.name} misses {missing} of {right.total()} refused entries and has "
             f"{extra} that are none, or are counted elsewhere")


def check_program(cases, truth):
    """Compares the reports of all ways of reading with each other and with the truth.

    Returns the books of the first and its numbers of findings and denials.
    """
    first = None
    for case in cases:
        report = json.loads(case.printed())
        books = dict(report["books"])
        # These three tell how the same lines were packed.
        for name in ("sources", "compressedBytes", "uncompressedBytes"):
            report["books"].pop(name)
        if first is None:
            first, first_books, name = report, books, case.name
        elif report != first:
            fail(f"the report of '{case.name}' differs from that of '{name}'")
    check_books(first_books)
    if truth:
        check_principals(first, first_books, truth)
    else:
        note("SKIPPED: no truth.json, the number of denials is not checked")
    return first_books


def check_books(books):
    """Lines and entries balance."""
    others, rejected = books["otherClasses"], books["rejected"]
    if books["lines"] != (
            books["entries"] + books["blank"] + rejected["malformed"] + rejected["oversize"]):
        fail("lines do not balance")
    merged = sum(books["merged"].values())
    if books["entries"] != (
            books["denials"] + books["duplicates"] + merged + sum(others.values())):
        fail("entries do not balance")


def check_principals(report, books, truth):
    """The generator counts codes 7, 8 and 16; not every 8 is a denial to us, all else is."""
    others = books["otherClasses"]
    counted_elsewhere = (books["duplicates"] + sum(books["merged"].values())
                         + others["capacity"] + others["unclassified-exhausted"])
    if books["denials"] + counted_elsewhere != truth["denied"]:
        fail(f"{books['denials']} denials and {counted_elsewhere} refused entries of other classes, "
             f"but the data were made with {truth['denied']}")
    right, ours = collections.Counter(), collections.Counter()
    for (name, _, _), count in truth_counts(truth).items():
        right[name] += count
    for principal in report["principals"]:
        ours[principal["principal"]] += principal["denials"]
    if (right - ours).total() != counted_elsewhere or (ours - right).total():
        fail("the denials of some principals are not those that the data were made with")
    note(f"checked: {truth['denied']} refused entries of {len(right)} principals, as the data were "
         "made")
