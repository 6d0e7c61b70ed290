#!/usr/bin/env python3
"""Parses log entries strictly, as the protocol buffers that Google publishes for them.

usage: validate_log_entries.py FILE...

FILE holds JSON Lines, plain or gzip, told by its first bytes. Each line must parse, with no
unknown field and no value of a wrong type, as google.logging.v2.LogEntry; one with a `protoPayload`
must carry a google.cloud.audit.AuditLog with a service and a method, and have an insertId, a
timestamp and a logName.

Two things keep real audit logs from parsing that strictly; both are counted and printed:
- a detail or serviceData whose type the installed packages do not know is read as a Struct
  (AuditLog itself has Structs for request, response and metadata, so their types do not matter);
- the fields of UNPUBLISHED_FIELDS occur in logs although the published proto does not have them:
  they are taken out before the parse.

Needs google-cloud-audit-log and google-cloud-logging from PyPI.
Exit status: 0 all lines parse, 1 some do not (one line each on standard output), 64 wrong usage,
77 the packages are missing.
"""

import collections
import gzip
import json
import sys

try:
    from google.cloud.audit import audit_log_pb2
    from google.cloud.logging_v2.types import LogEntry
    from google.protobuf import descriptor_pool, json_format
    # Imported for what they put into the descriptor pool.
    from google.protobuf import struct_pb2  # noqa: F401
    from google.rpc import error_details_pb2  # noqa: F401
except ImportError as error:
    print(f"skipped: {error} (pip install google-cloud-audit-log google-cloud-logging)")
    sys.exit(77)

AUDIT_LOG = audit_log_pb2.AuditLog.DESCRIPTOR.full_name
STRUCT = "type.googleapis.com/google.protobuf.Struct"
# Seen in published samples of authenticationInfo, absent from google/cloud/audit/audit_log.proto.
UNPUBLISHED_FIELDS = ("oauthInfo", "serviceDelegationHistory")


class Counts:
    """What was seen, for the closing lines."""

    def __init__(self):
        self.lines = self.audit_entries = self.other_entries = self.problems = 0
        self.status_codes = collections.Counter()
        self.read_as_struct = collections.Counter()
        self.taken_out = collections.Counter()


def opened(path):
    with open(path, "rb") as file:
        is_gzip = file.read(2) == b"\x1f\x8b"
    return gzip.open(path, "rb") if is_gzip else open(path, "rb")


def known_or_struct(any_value, counts):
    """The JSON form of an Any, rewrapped as a Struct when the descriptor pool has no such type."""
    name = any_value.get("@type", "").rpartition("/")[2]
    try:
        descriptor_pool.Default().FindMessageTypeByName(name)
        return any_value
    except KeyError:
        counts.read_as_struct[name or "(no @type)"] += 1
        return {"@type": STRUCT, "value": any_value}


def prepared(entry, counts):
    """The entry in a form that the published protos can hold; the original stays untouched."""
    payload = dict(entry["protoPayload"])
    status = payload.get("status") or {}
    if status.get("details"):
        details = [known_or_struct(detail, counts) for detail in status["details"]]
        payload["status"] = {**status, "details": details}
    if "serviceData" in payload:
        payload["serviceData"] = known_or_struct(payload["serviceData"], counts)
    authentication = payload.get("authenticationInfo") or {}
    for field in UNPUBLISHED_FIELDS:
        if field in authentication:
            counts.taken_out[field] += 1
    if authentication:
        kept = {k: v for k, v in authentication.items() if k not in UNPUBLISHED_FIELDS}
        payload["authenticationInfo"] = kept
    return {**entry, "protoPayload": payload}


def check(line, counts):
    """Parses one line; raises ValueError, or what json_format raises, when it does not fit."""
    entry = json.loads(line.decode("utf-8"))
    if not isinstance(entry, dict):
        raise ValueError("not an object")
    is_audit = "protoPayload" in entry
    if is_audit:
        entry = prepared(entry, counts)
    message = LogEntry.pb(LogEntry())
    json_format.ParseDict(entry, message, ignore_unknown_fields=False)
    if not is_audit:
        counts.other_entries += 1
        return
    audit = audit_log_pb2.AuditLog()
    if not message.proto_payload.Unpack(audit):
        raise ValueError(f"protoPayload is {message.proto_payload.type_url}, not {AUDIT_LOG}")
    for value, name in (
        (audit.service_name, "serviceName"), (audit.method_name, "methodName"),
        (message.insert_id, "insertId"), (message.log_name, "logName"),
        (message.timestamp.seconds, "timestamp"),
    ):
        if not value:
            raise ValueError(f"no {name}")
    counts.audit_entries += 1
    counts.status_codes[audit.status.code] += 1


def check_file(path, counts):
    with opened(path) as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            counts.lines += 1
            try:
                check(line, counts)
            except (ValueError, AttributeError, TypeError, json_format.ParseError) as error:
                counts.problems += 1
                print(f"{path}:{number}: {' '.join(str(error).split())}")


def listed(counter):
    return ", ".join(f"{name}: {count}" for name, count in sorted(counter.items())) or "none"


def main(paths):
    if not paths:
        print("usage: validate_log_entries.py FILE...", file=sys.stderr)
        return 64
    total = Counts()
    for path in paths:
        before = (total.lines, total.audit_entries, total.problems)
        check_file(path, total)
        lines, entries, problems = (
            after - earlier
            for after, earlier in zip((total.lines, total.audit_entries, total.problems), before)
        )
        print(f"{path}: {lines} lines, {entries} audit log entries, {problems} problems")
    print(f"total: {total.lines} lines, {total.audit_entries} audit log entries, "
          f"{total.other_entries} other log entries, {total.problems} problems")
    print(f"status codes: {listed(total.status_codes)}")
    print(f"read as Struct, type not installed: {listed(total.read_as_struct)}")
    print(f"taken out, field not published: {listed(total.taken_out)}")
    return 1 if total.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
