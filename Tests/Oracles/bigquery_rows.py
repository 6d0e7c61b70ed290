#!/usr/bin/env python3
"""Log entries as rows of the table that a log sink makes in BigQuery.

usage: bigquery_rows.py LOG… ROWS

ROWS gets a row for each audit log entry of the LOGs, as JSON Lines; `insertId` is the row's number.
Every fiftieth row comes twice. A line may also be a labelled case, whose `entry` counts.

What such a table has no column for is gone: `status.details` above all. A field of another type
than its column's would never get there, and is left out as well.
"""

import json
import sys

import classify
import json_oracle
from json_oracle import Number

# Every column that the query asks for, in the order of the table; a list stands for a struct, a
# tuple of one for an array.
SCHEMA = [
    ("logName", "STRING"), ("timestamp", "TIMESTAMP"), ("insertId", "STRING"),
    ("resource", [("type", "STRING"), ("labels", [("project_id", "STRING")])]),
    ("protopayload_auditlog", [
        ("serviceName", "STRING"), ("methodName", "STRING"), ("resourceName", "STRING"),
        ("status", [("code", "INT64"), ("message", "STRING")]),
        ("authenticationInfo", [("principalEmail", "STRING"), ("principalSubject", "STRING")]),
        ("authorizationInfo", ([
            ("resource", "STRING"), ("permission", "STRING"), ("granted", "BOOL")],)),
        ("metadataJson", "STRING"),
        ("policyViolationInfo", [("orgPolicyViolationInfo", [("violationInfo", ([
            ("constraint", "STRING"), ("errorMessage", "STRING")],))])]),
    ]),
]


def text(value):
    return value if isinstance(value, str) else None


def code(value):
    """What the column could hold: a number of 64 bits, made of a name if need be."""
    spelling = value.text if isinstance(value, Number) else value
    if not isinstance(spelling, str):
        return None
    number = classify.whole_number(spelling)
    if number is None:
        number = classify.status_code(spelling)
    return number if isinstance(number, int) and abs(number) < 2**31 else None


def plain(value):
    """JSON of the oracle's reader as Python's own."""
    if isinstance(value, Number):
        return float(value.text) if set(value.text) & set(".eE") else int(value.text)
    if isinstance(value, list):
        return [plain(element) for element in value]
    if isinstance(value, dict):
        return {key: plain(member) for key, member in value.items()}
    return value


def granted(value):
    return value if isinstance(value, bool) else None


def row(entry, number):
    """The row of an entry; `number` tells rows apart. None if the entry is no audit log entry."""
    payload = classify.field(entry, "protoPayload", "protopayload_auditlog")
    kind = text(classify.field(payload, "@type"))
    if not isinstance(payload, dict) or kind and not kind.endswith(".AuditLog"):
        return None
    field, items = classify.field, classify.items
    status, caller = payload.get("status"), payload.get("authenticationInfo")
    metadata = classify.read_metadata(payload)
    policy = field(payload.get("policyViolationInfo"), "orgPolicyViolationInfo")
    violations = [
        {"constraint": text(field(item, "constraint")), "errorMessage": None}
        for item in items(field(policy, "violationInfo")) if text(field(item, "constraint"))]
    return {
        "logName": text(entry.get("logName")) or "projects/p/logs/x",
        "timestamp": f"2026-11-22 {number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}",
        "insertId": f"i{number}",
        "resource": {
            "type": "audited_resource",
            "labels": {"project_id": text(field(field(entry.get("resource"), "labels"),
                                                "project_id"))}},
        "protopayload_auditlog": {
            "serviceName": text(payload.get("serviceName")),
            "methodName": text(payload.get("methodName")),
            "resourceName": text(payload.get("resourceName")),
            "status": {"code": code(field(status, "code")),
                       "message": text(field(status, "message"))},
            "authenticationInfo": {
                "principalEmail": text(field(caller, "principalEmail")),
                "principalSubject": text(field(caller, "principalSubject"))},
            "authorizationInfo": [
                {"resource": text(field(check, "resource")),
                 "permission": text(field(check, "permission")),
                 "granted": granted(field(check, "granted"))}
                for check in items(payload.get("authorizationInfo"))],
            "metadataJson": json.dumps(plain(metadata)) if isinstance(metadata, dict) else None,
            "policyViolationInfo": {"orgPolicyViolationInfo": {"violationInfo": violations}},
        },
    }


def without_nulls(value):
    """As the program reads it: what is NULL is not there."""
    if isinstance(value, dict):
        return {key: without_nulls(member) for key, member in value.items() if member is not None}
    if isinstance(value, list):
        return [without_nulls(element) for element in value]
    return value


def entries(path):
    with open(path, "rb") as log:
        for line in log:
            try:
                entry = classify.scalars(json_oracle.parse(line))
            except ValueError:
                continue
            if isinstance(entry, dict):
                yield entry["entry"] if isinstance(entry.get("entry"), dict) else entry


def main(arguments):
    if len(arguments) < 2:
        print("usage: bigquery_rows.py LOG… ROWS", file=sys.stderr)
        return 64
    sys.setrecursionlimit(20000)
    number = 0
    with open(arguments[-1], "w", encoding="utf-8") as rows:
        for entry in (entry for path in arguments[:-1] for entry in entries(path)):
            made = row(entry, number + 1)
            if made is not None:
                number += 1
                copies = 2 if number % 50 == 0 else 1
                rows.write((json.dumps(without_nulls(made)) + "\n") * copies)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
