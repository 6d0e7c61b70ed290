// How the query reads messages: each text once, the steps that Swift's `WordWalk`, `ObjectlessText`
// and `PermissionText` take.

extension SQLQuery {
  /// How many quotes a message may have; one with more is not judged, as finding the pairs of
  /// very many takes long.
  private static let quoteLimit = 200

  /// The quotes of the same kind behind one.
  private static let behind =
    "PARTITION BY message_id, quote ORDER BY spot "
    + "ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING"

  /// Messages without their quoted parts.
  static let quotedParts: [(name: String, select: String)] = {
    let controls = (0...31).map { "CHR(\($0))" }.joined(separator: ", ")
    let marked = ["'", "\"", "`"].reduce("raw") { text, quote in
      "REPLACE(\(text), \(SQLText.literal(quote)), CONCAT(CHR(1), \(SQLText.literal(quote))))"
    }
    return [
      (
        "raws",
        """
        SELECT message_id, message, is_read, IF(is_read,
            TRANSLATE(message, CONCAT(\(controls)), REPEAT(' ', 32)), '') AS raw
        FROM (
          SELECT message, ROW_NUMBER() OVER (ORDER BY message) AS message_id,
            BYTE_LENGTH(message) <= 8192 AND STRPOS(message, CHR(127)) = 0
              AND CHAR_LENGTH(message) - CHAR_LENGTH(TRANSLATE(message, '\\'"`', ''))
                <= \(quoteLimit) AS is_read
          FROM (SELECT DISTINCT message FROM entries))
        """
      ),
      (
        "pieces",
        """
        SELECT message_id, spot, piece, LAG(piece) OVER (PARTITION BY message_id ORDER BY spot) AS before
        FROM raws CROSS JOIN UNNEST(SPLIT(\(marked), CHR(1))) AS piece WITH OFFSET AS spot
        """
      ),
      (
        "quotes",
        """
        SELECT message_id, spot, SUBSTR(piece, 1, 1) AS quote,
          NOT \(SQLText.isWord("SUBSTR(before, CHAR_LENGTH(before), 1)")) AS opens,
          NOT \(SQLText.isWord("SUBSTR(piece, 2, 1)")) AS closes,
          SUM(BYTE_LENGTH(piece)) OVER (PARTITION BY message_id ORDER BY spot) - BYTE_LENGTH(piece)
            AS byte_offset
        FROM pieces WHERE before IS NOT NULL
        """
      ),
      (
        "pairs",
        """
        SELECT message_id, spot AS opening, opens, byte_offset,
          MIN(IF(closes, spot, NULL)) OVER (\(behind)) AS closing,
          MIN(IF(closes, byte_offset, NULL)) OVER (\(behind)) AS closing_offset
        FROM quotes
        """
      ),
      (
        "spans",
        """
        SELECT message_id, opening, closing FROM pairs
        WHERE opens AND closing_offset - byte_offset <= 4096
        """
      ),
      (
        "steps",
        """
        SELECT one.message_id, one.opening, one.closing, MIN(other.opening) AS next_opening,
          ROW_NUMBER() OVER (PARTITION BY one.message_id ORDER BY one.opening) AS place
        FROM spans AS one LEFT JOIN spans AS other
          ON other.message_id = one.message_id AND other.opening > one.closing
        GROUP BY one.message_id, one.opening, one.closing
        """
      ),
      (
        "quoted",
        """
        SELECT message_id, opening, closing, next_opening FROM steps WHERE place = 1
        UNION ALL
        SELECT steps.message_id, steps.opening, steps.closing, steps.next_opening
        FROM quoted JOIN steps
          ON steps.message_id = quoted.message_id AND steps.opening = quoted.next_opening
        """
      ),
      (
        "unquoteds",
        """
        SELECT pieces.message_id,
          STRING_AGG(CASE WHEN opening IS NULL THEN piece WHEN spot < closing THEN ' '
            ELSE CONCAT(' ', SUBSTR(piece, 2)) END, '' ORDER BY spot) AS unquoted
        FROM pieces LEFT JOIN quoted
          ON quoted.message_id = pieces.message_id AND spot >= opening AND spot <= closing
        GROUP BY pieces.message_id
        """
      ),
    ]
  }()

  /// Messages without names, and without names of objects.
  static let namedParts: [(name: String, select: String)] = [
    (
      "plain_parts",
      """
      SELECT message_id, spot, word FROM unquoteds
      CROSS JOIN UNNEST(SPLIT(unquoted, ' ')) AS word WITH OFFSET AS spot WHERE word != ''
      """
    ),
    (
      "dotted",
      """
      SELECT word, part, LAG(part) OVER (PARTITION BY word ORDER BY spot) AS before
      FROM (SELECT DISTINCT word FROM plain_parts WHERE STRPOS(word, '.') > 0)
      CROSS JOIN UNNEST(SPLIT(word, '.')) AS part WITH OFFSET AS spot
      """
    ),
    (
      "names",
      """
      SELECT word FROM dotted
      WHERE before IS NOT NULL AND \(SQLText.isWord("SUBSTR(before, CHAR_LENGTH(before), 1)"))
        AND \(SQLText.isWord("SUBSTR(part, 1, 1)"))
      GROUP BY word HAVING COUNT(*) >= 2
      """
    ),
    (
      "plains",
      """
      SELECT message_id, STRING_AGG(IF(STRPOS(plain_parts.word, '/') > 0 OR names.word IS NOT NULL,
        '', plain_parts.word), ' ' ORDER BY spot) AS plain
      FROM plain_parts LEFT JOIN names ON names.word = plain_parts.word GROUP BY message_id
      """
    ),
    (
      "parts",
      """
      SELECT message_id, spot, word, LTRIM(word, \(SQLText.literal(SQLText.marks))) AS bare,
        SUBSTR(word, STRPOS(word, '.googleapis.com/') + 16) AS metric,
        SUBSTR(word, 1, STRPOS(word, '.googleapis.com/')) AS host
      FROM raws CROSS JOIN UNNEST(SPLIT(raw, ' ')) AS word WITH OFFSET AS spot WHERE word != ''
      """
    ),
    (
      "quotas",
      """
      SELECT message_id, STRING_AGG(word, ' ' ORDER BY spot) AS quota FROM parts
      WHERE NOT (\(["/", "@", ":"].map {
        "STRPOS(SUBSTR(bare, 1, GREATEST(CHAR_LENGTH(bare) - 1, 0)), '\($0)') > 0"
      }.joined(separator: " OR ")))
        OR (host != '' AND STRPOS(host, '/') = 0
          AND TRANSLATE(metric, \(SQLText.literal(foreignToMetrics)), '') = metric)
      GROUP BY message_id
      """
    ),
  ]

  /// Marks that no name of a metric has, nor quotes and commas around it.
  private static let foreignToMetrics = SQLText.marks.filter { !"_.,'\"`".contains($0) }
}
