internal import DenialClassification

/// One GoogleSQL query that judges audit logs in a table of a BigQuery sink by the decision table.
///
/// The conditions are ``CompiledRow``s; what they look at is worked out by steps before. There are
/// no regular expressions and no functions to be created.
package struct SQLQuery: Sendable {
  let table: SQLTable
  /// Whether entries that are no denials are shown as well.
  let showsAll: Bool
  /// Columns that the table lacks, as no entry ever had them.
  let absentColumns: Set<Column>

  /// Columns that a sink makes only when the first entry with them comes.
  package enum Column: String, CaseIterable, Sendable {
    case authorizationInfo, metadataJson, policyViolationInfo, principalSubject
  }

  package init(table: SQLTable, showsAll: Bool = false, absentColumns: [Column] = []) {
    (self.table, self.showsAll) = (table, showsAll)
    self.absentColumns = Set(absentColumns)
  }

  /// The query, a line feed at the end.
  package var text: String {
    var steps = [entries] + Self.quotedParts + Self.namedParts + Self.sentences
    steps += [Self.codes] + Self.facts + [judged, Self.answers]
    let list = steps.map { name, select in "\(name) AS (\n\(Self.indented(select))\n)" }
    return head + "WITH RECURSIVE\n" + list.joined(separator: ",\n") + "\n" + selection + "\n"
  }

  private static func indented(_ select: String) -> String {
    select.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
  }

  private var head: String {
    var lines = [
      "-- Denials in \(table.name), judged by the decision table of denials-report.",
      "-- The class not-covered is that of messages which the query cannot read as a whole.",
      "-- Not asked, or only in part, as the table does not have it:",
    ]
    for gap in CompiledRow.gaps {
      lines.append("--   row \(gap.row)\(gap.isWhole ? "" : " (in part)"): \(gap.reason)")
    }
    for column in Column.allCases where absentColumns.contains(column) {
      lines.append("--   whatever rests on \(column.rawValue)")
    }
    lines.append("-- Each entry is judged by itself: halves of operations, parts of divided")
    lines.append("-- entries and twins of perimeter violations are not joined.")
    return lines.map { $0 + "\n" }.joined()
  }

  private func column(_ column: Column, _ path: String, else absent: String) -> String {
    absentColumns.contains(column) ? absent : path
  }

  private var entries: (name: String, select: String) {
    let payload = "protopayload_auditlog"
    let checks = column(
      .authorizationInfo,
      """
      ARRAY(SELECT AS STRUCT item.permission AS permission, item.resource AS resource,
          item.granted AS granted
          FROM UNNEST(\(payload).authorizationInfo) AS item WITH OFFSET AS spot ORDER BY spot)
      """,
      else: "ARRAY<STRUCT<permission STRING, resource STRING, granted BOOL>>[]")
    let violations = column(
      .policyViolationInfo,
      """
      EXISTS(SELECT 1 FROM UNNEST(
          \(payload).policyViolationInfo.orgPolicyViolationInfo.violationInfo) AS violation
          WHERE violation.constraint IS NOT NULL OR violation.errorMessage IS NOT NULL)
      """, else: "FALSE")
    return (
      "entries",
      """
      SELECT timestamp, logName AS log_name, insertId AS insert_id,
        IFNULL(\(payload).serviceName, '') AS service,
        IFNULL(\(payload).methodName, '') AS method,
        IFNULL(\(payload).resourceName, '') AS resource_name,
        \(payload).status.code AS status_code,
        IFNULL(\(payload).status.message, '') AS message,
        IFNULL(\(payload).authenticationInfo.principalEmail, '') AS email,
        \(column(
          .principalSubject, "IFNULL(\(payload).authenticationInfo.principalSubject, '')",
          else: "''")) AS principal_subject,
        \(checks) AS checks,
        \(column(.metadataJson, "\(payload).metadataJson", else: "CAST(NULL AS STRING)"))
          AS metadata,
        \(violations) AS has_policy_violation,
        IFNULL(resource.labels.project_id, '') AS project_label
      FROM `\(table.name)`
      WHERE \(payload) IS NOT NULL
      QUALIFY IFNULL(insertId, '') = ''
        OR ROW_NUMBER() OVER (PARTITION BY logName, timestamp, insertId ORDER BY logName) = 1
      """
    )
  }

  /// The place of the first row that fits, from 1.
  private var judged: (name: String, select: String) {
    let cases = CompiledRow.all.enumerated().map { index, row in
      "    WHEN \(row.condition.sql) THEN \(index + 1)"
    }
    return (
      "judged",
      """
      SELECT *, CASE
          WHEN NOT is_read AND NOT (code = 0 AND has_code AND NOT is_policy_log) THEN 0
      \(cases.joined(separator: "\n")) END AS verdict
      FROM facts
      """
    )
  }

  private static var answers: (name: String, select: String) {
    var lines = [
      "SELECT 0 AS verdict, 'not-covered' AS class, CAST(NULL AS INT64) AS code, "
        + "CAST(NULL AS STRING) AS cause, CAST(NULL AS STRING) AS rule, "
        + "CAST(NULL AS STRING) AS confidence"
    ]
    for (index, row) in CompiledRow.all.enumerated() {
      let answer =
        switch row.answer {
        case .denial(let cause): "'denial', \(cause.code.rawValue), '\(cause.rawValue)'"
        case .other(let other): "'\(other.rawValue)', NULL, NULL"
        }
      lines.append(
        "SELECT \(index + 1), \(answer), '\(row.row)', '\(row.confidence.rawValue)'")
    }
    return ("answers", lines.joined(separator: " UNION ALL\n"))
  }

  private var selection: String {
    """
    SELECT timestamp, log_name AS logName, insert_id AS insertId, answers.class, answers.code,
      answers.cause, answers.rule, answers.confidence, NULLIF(caller, '') AS principal, permissions,
      is_inferred AS inferred, service, method,
      IF(refused_resource != '', refused_resource, resource_name) AS resource,
      NULLIF(project, '') AS project
    FROM judged JOIN answers ON answers.verdict = judged.verdict
    \(showsAll ? "" : "WHERE answers.class IN ('denial', 'not-covered')\n")ORDER BY timestamp
    """
  }
}
