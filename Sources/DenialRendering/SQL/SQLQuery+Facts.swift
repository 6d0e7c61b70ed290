internal import DenialClassification
internal import IAM

// What the rows share of an entry, beside its message.

extension SQLQuery {
  private static let loggingCheck = DeniedPermission.loggingCheck.lowercased()

  static let codes: (name: String, select: String) = (
    "coded",
    """
    SELECT entries.*, readings.* EXCEPT (message),
      CASE WHEN status_code IS NULL OR status_code = 0 THEN 0
        \(HTTPStatus.codes.map { "WHEN status_code = \($0) THEN \($1)" }.joined(separator: " "))
        WHEN status_code BETWEEN 1 AND 16 THEN status_code ELSE -1 END AS code,
      status_code IS NOT NULL AS has_code,
      IFNULL(status_code, 0) = 429 AS is_too_many_requests,
      IF(STRPOS(log_name, '/logs/') > 0, SUBSTR(log_name, STRPOS(log_name, '/logs/') + 6),
        IF(STRPOS(log_name, 'logs/') > 0, SUBSTR(log_name, STRPOS(log_name, 'logs/') + 5), ''))
        IN ('cloudaudit.googleapis.com/policy', 'cloudaudit.googleapis.com%2Fpolicy',
          'cloudaudit.googleapis.com%2fpolicy') AS is_policy_log,
      COALESCE(JSON_VALUE(metadata, '$."@type"'), JSON_VALUE(metadata, '$.at_type'),
        JSON_VALUE(metadata, '$.at_sign_type'), '') AS metadata_type,
      IFNULL(JSON_QUERY(metadata, '$.dryRun') = 'true', FALSE) AS is_dry_run,
      IFNULL(JSON_VALUE(metadata, '$.iamEnforcementMode') = 'DRY_RUN', FALSE)
        OR IFNULL(JSON_VALUE(metadata, '$.sgpEnforcementMode') = 'DRY_RUN', FALSE)
        AS is_dry_run_mode,
      COALESCE(JSON_VALUE(metadata, '$.mapped_principal'),
        JSON_VALUE(metadata, '$.mappedPrincipal'), '') AS mapped_principal,
      ARRAY(
        SELECT AS STRUCT item.permission AS permission, IFNULL(item.resource, '') AS resource,
          \(SQLProject.ofResource("IFNULL(item.resource, '')")) AS owner
        FROM UNNEST(checks) AS item WITH OFFSET AS spot
        WHERE NOT IFNULL(item.granted, FALSE)
          AND \(SQLText.lowered("IFNULL(item.permission, '')")) NOT IN ('', '\(loggingCheck)')
        ORDER BY spot) AS refused,
      EXISTS(SELECT 1 FROM UNNEST(checks) AS item WHERE item.granted = FALSE
        AND \(SQLText.lowered("IFNULL(item.permission, '')")) NOT IN ('', '\(loggingCheck)'))
        AS is_softly_denied,
      EXISTS(SELECT 1 FROM UNNEST(SPLIT(CONCAT('.|1', quota_words), '\(zeroLimit)')) AS tail
        WHERE NOT (STARTS_WITH(tail, '.|') AND SUBSTR(LTRIM(SUBSTR(tail, 3), '0'), 1, 1)
          IN ('1', '2', '3', '4', '5', '6', '7', '8', '9'))) AS has_limit_of_zero
    FROM entries JOIN readings ON readings.message = entries.message
    """
  )

  /// What parts the text at each such limit. What stands behind must not make the number larger; in
  /// front of the first one a number is put that does.
  private static let zeroLimit = "|\(SQLText.bounded(phrase: "limit: 0"))|"

  static let facts: [(name: String, select: String)] = [
    (
      "targeted",
      """
      SELECT *, code = -1 AS is_unknown_code, code = 7 AND is_iams AS is_iam_form,
        code = 7 OR (code = 0 AND is_policy_log) AS is_policy_denial,
        IFNULL((SELECT item.resource FROM UNNEST(refused) AS item WITH OFFSET AS spot
          WHERE item.resource != '' ORDER BY spot LIMIT 1), '') AS refused_resource,
        IFNULL((SELECT item.owner FROM UNNEST(refused) AS item WITH OFFSET AS spot
          WHERE item.owner != '' ORDER BY spot LIMIT 1), '') AS first_owner,
        IF(subject != '' AND \(SQLText.lowered("subject")) != \(SQLText.lowered("email")), subject,
          IF(email != '', email, IF(STARTS_WITH(mapped_principal, 'principal://'),
            mapped_principal, principal_subject))) AS caller
      FROM coded
      """
    ),
    (
      "denied",
      """
      SELECT *, ARRAY(
          SELECT MIN(name) FROM (
            SELECT item.permission AS name FROM UNNEST(refused) AS item
            WHERE NOT \(SQLProject.differ("item.owner", "first_owner"))
            UNION ALL
            SELECT said AS name FROM UNNEST(SPLIT(said_permissions, ' ')) AS said
            WHERE said != '' AND \(SQLText.lowered("said")) NOT IN ('\(loggingCheck)')
              AND NOT EXISTS(SELECT 1 FROM UNNEST(checks) AS granted WHERE granted.granted
                AND \(SQLText.lowered("granted.permission")) = \(SQLText.lowered("said"))))
          GROUP BY \(SQLText.lowered("name")) ORDER BY 1) AS named_permissions,
        \(SQLProject.ofResource("refused_resource")) AS refused_project,
        IF(\(SQLProject.isProject("project_label")), project_label, '') AS label_project,
        \(SQLProject.ofResource("resource_name")) AS resource_project,
        \(SQLProject.ofResource("log_name")) AS log_project,
        \(SQLText.lowered(strippedCaller)) AS address
      FROM targeted
      """
    ),
    (
      "homes",
      """
      SELECT *, \(isInferred) AS is_inferred,
        COALESCE(NULLIF(refused_project, ''), NULLIF(label_project, ''),
          NULLIF(resource_project, ''), NULLIF(log_project, ''), '') AS project,
        \(SQLText.part(of: "address", before: "@")) AS local_part,
        SUBSTR(address, STRPOS(CONCAT(address, '@'), '@') + 1) AS domain
      FROM denied
      """
    ),
    (
      "hosts",
      """
      SELECT *, IF(is_inferred, ['\(DeniedPermission.predictionPermission)'], named_permissions)
          AS permissions,
        is_inferred OR ARRAY_LENGTH(named_permissions) > 0 AS denies_permission,
        \(SQLProject.home) AS home_name
      FROM homes
      """
    ),
    (
      "facts",
      """
      SELECT *, \(SQLProject.isProject("home_name"))
          AND \(SQLProject.differ("home_name", "project")) AS is_cross_project
      FROM hosts
      """
    ),
  ]

  private static let strippedCaller =
    "IF(STARTS_WITH(caller, 'serviceAccount:'), SUBSTR(caller, 16), "
    + "IF(STARTS_WITH(caller, 'user:'), SUBSTR(caller, 6), caller))"

  private static let isInferred = """
    ARRAY_LENGTH(named_permissions) = 0 AND ARRAY_LENGTH(checks) = 0
        AND service = '\(DeniedPermission.predictionService)'
        AND message IN (\(SQLText.list(DeniedPermission.bareMessages)))
        AND (\(DeniedPermission.predictionMethods.map {
          "method = '\($0)' OR ENDS_WITH(method, '.\($0)')"
        }.joined(separator: " OR ")))
    """
}
