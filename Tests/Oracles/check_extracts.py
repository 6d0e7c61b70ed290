"""Checks what `extract` writes for others, by the rules of those others.

usage: check_extracts.py csv|timesketch|ocsf RECORDS FILE

RECORDS is what `extract` writes without a format; FILE must have the same denials, in the same order.
Prints how many there are.
"""

import csv
import datetime
import json
import sys


def records(path):
    with open(path, encoding="utf-8") as file:
        return [record for record in map(json.loads, file) if record.get("class") == "denial"]


def place(record):
    return [record["source"], int(record["line"]), int(record.get("byteOffset", record.get("byte_offset")))]


def check_csv(expected, path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert [place(row) for row in rows] == [place(record) for record in expected]
    for row, record in zip(rows, expected):
        assert None not in row and None not in row.values(), row
        assert row["permissions"].split("\n") == (record["permissions"] or [""]), row
        # Tables show what a terminal would obey.
        if record["principal"].isprintable():
            assert row["principal"] == record["principal"], row
        assert row["cause"] == record["cause"], row
        assert row["timestamp"] == record["timestamp"] and int(row["code"]) == record["code"], row
    return len(rows)


def events(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def check_timesketch(expected, path):
    found = events(path)
    assert [place(event) for event in found] == [place(record) for record in expected]
    for event, record in zip(found, expected):
        assert event["data_type"] == "gcp:log:json" and event["message"] and event["timestamp_desc"]
        time = datetime.datetime.fromisoformat(event["datetime"].replace("Z", "+00:00"))
        nanoseconds = int(record["timestampNanos"] or 0)
        assert event["timestamp"] == nanoseconds // 1000
        epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
        assert (time - epoch) // datetime.timedelta(microseconds=1) == event["timestamp"], event
        assert (event["timestamp_desc"] == "Not a time") == (record["timestampNanos"] is None)
        # What the stock analyzer does with it.
        if event.get("resourceName"):
            event["resourceName"].rsplit("/", maxsplit=2)[-2]
        assert event["principalEmail"] == record["principal"]
        assert event["methodName"] == record["method"]
    return len(found)


def check_ocsf(expected, path):
    import jsonschema
    from ocsf_json_schema import OcsfJsonSchemaEmbedded, get_ocsf_schema

    found = events(path)
    for version in ("1.3.0", "1.8.0"):
        schemas = OcsfJsonSchemaEmbedded(get_ocsf_schema(version))
        validator = jsonschema.Draft202012Validator(
            schemas.get_class_schema("api_activity", profiles=["cloud"]))
        for event in found:
            errors = [f"{version}: {list(error.path)}: {error.message}"
                      for error in validator.iter_errors(event)]
            assert not errors, errors
    assert [place(event["unmapped"]) for event in found] == [place(record) for record in expected]
    for event, record in zip(found, expected):
        assert event["time"] == int(record["timestampNanos"] or 0) // 1_000_000
        assert event["type_uid"] == event["class_uid"] * 100 + event["activity_id"]
        assert event["actor"]["user"]["name"] == record["principal"]
        assert [each["policy"]["name"] for each in event["actor"]["authorizations"]] == record["permissions"]
    return len(found)


if __name__ == "__main__":
    form, records_path, found_path = sys.argv[1:]
    check = {"csv": check_csv, "timesketch": check_timesketch, "ocsf": check_ocsf}[form]
    print(check(records(records_path), found_path))
