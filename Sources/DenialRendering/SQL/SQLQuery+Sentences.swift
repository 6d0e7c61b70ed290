// What IAM's sentences name, and all readings of a message in one row.

extension SQLQuery {
  private static let permissionCharacters =
    SQLText.lowercase + SQLText.uppercase + SQLText.digits + "/_-"

  static let sentences: [(name: String, select: String)] = [
    (
      "trimmed",
      """
      SELECT message_id, spot, word, lower,
        IFNULL(LAG(lower, 2) OVER (PARTITION BY message_id ORDER BY spot), '') AS before2,
        IFNULL(LAG(lower) OVER (PARTITION BY message_id ORDER BY spot), '') AS before1,
        IFNULL(LEAD(lower) OVER (PARTITION BY message_id ORDER BY spot), '') AS after1,
        IFNULL(LEAD(lower, 2) OVER (PARTITION BY message_id ORDER BY spot), '') AS after2,
        IFNULL(LEAD(lower, 3) OVER (PARTITION BY message_id ORDER BY spot), '') AS after3
      FROM (SELECT message_id, spot, TRIM(word, \(SQLText.literal(SQLText.marks))) AS word,
        \(SQLText.lowered("TRIM(word, \(SQLText.literal(SQLText.marks)))")) AS lower FROM parts)
      """
    ),
    (
      "lacking",
      """
      SELECT message_id, spot, word FROM trimmed
      WHERE (before1 = 'permission' AND after1 = 'denied')
        OR (before2 = 'to' AND before1 = 'perform')
        OR (before1 = 'required' AND after1 = 'permission')
        OR (before1 = 'have' AND after1 IN ('access', 'permission'))
      """
    ),
    (
      "no_permissions",
      """
      SELECT word FROM (SELECT DISTINCT word FROM lacking)
      CROSS JOIN UNNEST(SPLIT(word, '.')) AS part GROUP BY word
      HAVING COUNT(*) < 3 OR COUNTIF(part = ''
        OR NOT (\(SQLText.consists("part", of: permissionCharacters)))) > 0
      """
    ),
    (
      "named",
      """
      SELECT message_id, STRING_AGG(lacking.word, ' ' ORDER BY spot) AS said_permissions
      FROM lacking LEFT JOIN no_permissions ON no_permissions.word = lacking.word
      WHERE no_permissions.word IS NULL GROUP BY message_id
      """
    ),
    (
      "spoken",
      """
      SELECT message_id, CONCAT(' ', STRING_AGG(lower, ' ' ORDER BY spot), ' ') AS said,
        STRING_AGG(IF(STRPOS(word, '@') > 0 AND after1 = 'does' AND after2 = 'not'
          AND after3 = 'have', word, NULL), ' ' ORDER BY spot) AS subjects
      FROM trimmed GROUP BY message_id
      """
    ),
    (
      "texts",
      """
      SELECT raws.message, raws.is_read,
        \(SQLText.spaced("raw")) AS full_text,
        \(SQLText.spaced("unquoted")) AS unquoted_text,
        \(SQLText.spaced("IFNULL(plain, '')")) AS plain_text,
        \(SQLText.spaced("IFNULL(quota, '')")) AS quota_text,
        IFNULL(said_permissions, '') AS said_permissions,
        \(SQLText.part(of: "IFNULL(subjects, '')", before: " ")) AS subject,
        said_permissions IS NOT NULL
          OR STRPOS(IFNULL(said, ''), ' does not have permission to query ') > 0
          OR STRPOS(IFNULL(said, ''), ' user not authorized to perform this action ') > 0
          AS is_iams
      FROM raws JOIN unquoteds ON unquoteds.message_id = raws.message_id
      LEFT JOIN plains ON plains.message_id = raws.message_id
      LEFT JOIN quotas ON quotas.message_id = raws.message_id
      LEFT JOIN named ON named.message_id = raws.message_id
      LEFT JOIN spoken ON spoken.message_id = raws.message_id
      """
    ),
    (
      "readings",
      """
      SELECT *,
        \(SQLText.bounded("full_text")) AS full_words,
        \(SQLText.bounded("unquoted_text")) AS unquoted_words,
        \(SQLText.bounded("plain_text")) AS plain_words,
        \(SQLText.bounded("quota_text")) AS quota_words
      FROM texts
      """
    ),
  ]
}
