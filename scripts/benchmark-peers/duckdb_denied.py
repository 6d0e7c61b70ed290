"""The simple job in DuckDB; typed columns, so that it reads no more than it must.

usage: duckdb_denied.py FILE-OR-GLOB
"""

import sys

import duckdb

COLUMNS = """{protoPayload: 'STRUCT(
  status STRUCT(code INTEGER, message VARCHAR),
  authenticationInfo STRUCT(principalEmail VARCHAR, principalSubject VARCHAR),
  authorizationInfo STRUCT(permission VARCHAR, granted BOOLEAN)[])'}"""

QUERY = f"""
WITH refused AS (
  SELECT protoPayload p FROM read_ndjson($path, columns = {COLUMNS})
  WHERE protoPayload.status.code IN (7, 8, 16))
SELECT
  coalesce(p.authenticationInfo.principalEmail, p.authenticationInfo.principalSubject, ''),
  CASE WHEN p.status.code = 7 THEN 1152
       WHEN p.status.code = 16 OR contains(p.status.message, 'Quota exceeded') THEN 1100
       ELSE 1153 END,
  coalesce(list_filter(p.authorizationInfo, lambda each: each.granted IS DISTINCT FROM true)[1]
    .permission, ''),
  count(*)
FROM refused GROUP BY ALL
"""

connection = duckdb.connect()
connection.execute("SET enable_progress_bar = false")
rows = connection.execute(QUERY, {"path": sys.argv[1]}).fetchall()
sys.stdout.reconfigure(encoding="utf-8")
for row in rows:
    print(*row, sep="\t")
