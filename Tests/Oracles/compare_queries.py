#!/usr/bin/env python3
"""Compares what a query of `denials-report sql --all` says of rows with what the program says.

usage: compare_queries.py ENGINE QUERY ROWS RECORDS

ENGINE is `duckdb`, which runs the query as sqlglot translates it, or `zetasql`, Google's own
analyzer and reference evaluator of GoogleSQL. ROWS is what bigquery_rows.py wrote, RECORDS what
`denials-report extract --all ROWS` printed. The last line counts; exit status 1 if any differ.
"""

import collections
import datetime
import json
import sys

import bigquery_rows
import compare_verdicts

TABLE = "acme-logs.audit.cloudaudit_googleapis_com_*"
BATCH_BYTES = 120_000
NAMELESS = ("(redacted)", "(anonymous)", "(unknown)", "anonymous")
FIELDS = ("class", "code", "cause", "rule", "confidence", "permissions", "inferred", "project",
          "principal")
OUTPUT = ("timestamp", "logName", "insertId", "class", "code", "cause", "rule", "confidence",
          "principal", "permissions", "inferred", "service", "method", "resource", "project")


# DuckDB


def duckdb_type(kind):
    if isinstance(kind, tuple):
        return duckdb_type(kind[0]) + "[]"
    if isinstance(kind, list):
        return "STRUCT(" + ", ".join(f'"{name}" {duckdb_type(k)}' for name, k in kind) + ")"
    return {"STRING": "VARCHAR", "INT64": "BIGINT", "BOOL": "BOOLEAN"}.get(kind, kind)


def run_duckdb(query, rows):
    import duckdb
    import sqlglot
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    columns = ", ".join(f"'{name}': '{duckdb_type(kind)}'" for name, kind in bigquery_rows.SCHEMA)
    connection.execute(
        f"CREATE TABLE rows AS SELECT * FROM read_json(?, columns = {{{columns}}}, "
        "format = 'newline_delimited', maximum_object_size = 100000000)", [rows])
    # What counts the bytes of a text has another name here.
    translated = sqlglot.transpile(
        query.replace(f"`{TABLE}`", "rows"), read="bigquery", write="duckdb")[0].replace(
            "OCTET_LENGTH(", "STRLEN(")
    return [dict(zip(OUTPUT, row)) for row in connection.execute(translated).fetchall()]


# ZetaSQL


def run_zetasql(query, path):
    from zetasql import types
    from zetasql.api import CatalogBuilder, PreparedQuery, TableBuilder, Value
    from zetasql.api.type_factory import TypeFactory
    from zetasql.types import (AnalyzerOptions, LanguageOptions, TableContent, TableData, TypeKind,
                               ZetaSQLBuiltinFunctionOptions)

    def type_of(kind):
        if isinstance(kind, tuple):
            return TypeFactory.create_array_type(type_of(kind[0]))
        if isinstance(kind, list):
            return TypeFactory.create_struct_type([(name, type_of(k)) for name, k in kind])
        return TypeFactory.create_simple_type(getattr(TypeKind, f"TYPE_{kind}"))

    def value_of(value, kind):
        if isinstance(kind, tuple):
            return Value.array([value_of(element, kind[0]) for element in value or []])
        if isinstance(kind, list):
            value = value or {}
            return Value.struct({name: value_of(value.get(name), k) for name, k in kind})
        if value is None:
            return Value.null(getattr(TypeKind, f"TYPE_{kind}"))
        if kind == "TIMESTAMP":
            return Value.timestamp(datetime.datetime.fromisoformat(value))
        make = {"STRING": Value.string, "INT64": Value.int64, "BOOL": Value.bool}
        return make[kind](value)

    table = TableBuilder(TABLE)
    for name, kind in bigquery_rows.SCHEMA:
        table = table.add_column(name, type_of(kind))
    language = LanguageOptions.maximum_features()
    catalog = (
        CatalogBuilder("catalog").add_table(table.build())
        .with_builtin_functions(ZetaSQLBuiltinFunctionOptions(language_options=language)).build())
    builder = (
        PreparedQuery.builder().set_sql(query).set_catalog(catalog)
        .set_analyzer_options(AnalyzerOptions(language_options=language)))
    answers = []
    for batch in batches(path):
        content = TableContent(table_data=TableData(row=[
            TableData.Row(cell=[value_of(row.get(name), kind).to_proto()
                                for name, kind in bigquery_rows.SCHEMA]) for row in batch]))
        with builder.set_table_content({TABLE: content}).prepare() as prepared:
            names = [column.name for column in prepared.columns]
            answers += [dict(zip(names, map(python_value, row.cell)))
                        for row in prepared.execute().content.table_data.row]
    return answers


def batches(path):
    """Some rows at a time, as the evaluator has little memory; copies stay together."""
    with open(path, encoding="utf-8") as file:
        lines = list(file)
    batch, size = [], 0
    for line in lines:
        row = json.loads(line)
        if size + len(line) > BATCH_BYTES and batch and row["insertId"] != batch[-1]["insertId"]:
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += len(line)
    if batch:
        yield batch


def python_value(value):
    for name in ("string_value", "int64_value", "bool_value"):
        if getattr(value, name, None) is not None:
            return getattr(value, name)
    if getattr(value, "array_value", None) is not None:
        return [python_value(element) for element in value.array_value.element]
    return None


# Comparing


def comparable(answer):
    """Permissions in any spelling; a caller without a name is none."""
    said = {key: answer.get(key) for key in FIELDS}
    if said["class"] != "denial":
        return {"class": said["class"]}
    said["permissions"] = sorted(map(compare_verdicts.classify.lower, said["permissions"] or []))
    for key in ("project", "principal"):
        said[key] = said[key] if said[key] and said[key] not in NAMELESS else None
    if said["principal"]:
        said["principal"] = compare_verdicts.classify.limited(said["principal"])
    return said


def main(arguments):
    if len(arguments) != 4 or arguments[0] not in ("duckdb", "zetasql"):
        print("usage: compare_queries.py ENGINE QUERY ROWS RECORDS", file=sys.stderr)
        return 64
    with open(arguments[1], encoding="utf-8") as file:
        query = file.read()
    run = run_duckdb if arguments[0] == "duckdb" else run_zetasql
    rows = run(query, arguments[2])
    said = {row["insertId"]: row for row in rows}
    records, _ = compare_verdicts.program_answers(arguments[3])
    answers = {}
    with open(arguments[2], encoding="utf-8") as file:
        for line, row in enumerate(file, start=1):
            answers.setdefault(json.loads(row)["insertId"], records.get(line, {"class": "none"}))
    counts, differences = collections.Counter(), 0
    for name in sorted(said.keys() | answers.keys()):
        row, answer = said.get(name, {"class": "none"}), answers.get(name, {"class": "none"})
        counts[row.get("rule") or row["class"]] += 1
        if row["class"] != "not-covered" and comparable(row) != comparable(answer):
            differences += 1
            if differences <= 20:
                print(f"row {name}\n  query   {comparable(row)}\n  program {comparable(answer)}")
    print(" ".join(f"{key}:{count}" for key, count in sorted(counts.items())))
    if len(rows) != len(said):
        differences += 1
        print(f"{len(rows) - len(said)} copies were not removed")
    print(f"{len(said)} rows, {counts['not-covered']} not covered, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
