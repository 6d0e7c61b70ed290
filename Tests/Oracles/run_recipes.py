"""Runs the recipes of a page in DuckDB, in the current directory.

usage: run_recipes.py PAGE

Prints a line of JSON for each statement: its columns and its first rows.
"""

import json
import pathlib
import re
import sys

import duckdb

page = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
connection = duckdb.connect()
connection.execute("SET TimeZone = 'UTC'")
for block in re.findall(r"<!-- ci: duckdb -->\n```sql\n(.*?)```", page, re.DOTALL):
    for statement in duckdb.extract_statements(block):
        result = connection.execute(statement)
        columns = [column[0] for column in result.description or []]
        print(json.dumps({"columns": columns, "rows": result.fetchmany(50)}, default=str))
