"""The simple job in polars, lazily and streaming.

usage: polars_denied.py FILE
"""

import sys

import polars as pl

SCHEMA = {"protoPayload": pl.Struct({
    "status": pl.Struct({"code": pl.Int64, "message": pl.String}),
    "authenticationInfo": pl.Struct({"principalEmail": pl.String, "principalSubject": pl.String}),
    "authorizationInfo": pl.List(pl.Struct({"permission": pl.String, "granted": pl.Boolean})),
})}

payload = pl.col("protoPayload").struct
status = payload.field("status").struct
caller = payload.field("authenticationInfo").struct
code, message = pl.col("code"), pl.col("message")
is_refused = pl.element().struct.field("granted").fill_null(False).not_()

query = (
    pl.scan_ndjson(sys.argv[1], schema=SCHEMA)
    .select(code=status.field("code"), message=status.field("message"),
            email=caller.field("principalEmail"), subject=caller.field("principalSubject"),
            checks=payload.field("authorizationInfo"))
    .filter(code.is_in([7, 8, 16]))
    .select(
        principal=pl.coalesce("email", "subject", pl.lit("")),
        bucket=pl.when(code == 7).then(1152)
        .when((code == 16) | message.str.contains("Quota exceeded", literal=True)).then(1100)
        .otherwise(1153),
        permission=pl.col("checks")
        .list.eval(pl.element().filter(is_refused).struct.field("permission"))
        .list.first().fill_null(""))
    .group_by("principal", "bucket", "permission").len()
)
sys.stdout.reconfigure(encoding="utf-8")
for row in query.collect(engine="streaming").iter_rows():
    print(*row, sep="\t")
