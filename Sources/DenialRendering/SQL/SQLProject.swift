internal import IAM

/// Pieces of SQL about projects: who owns a resource, where a service account is at home.
enum SQLProject {
  /// The project that a resource name begins with, else an empty string.
  static func ofResource(_ name: String) -> String {
    let rest =
      "IF(STARTS_WITH(\(name), '//'), SUBSTR(\(name), "
      + "3 + STRPOS(CONCAT(SUBSTR(\(name), 3), '/'), '/')), \(name))"
    return """
      (SELECT IF(\(isProject("owner")), owner, '') FROM (
            SELECT IF(STARTS_WITH(path, 'projects/'), SUBSTR(path, 10,
              STRPOS(CONCAT(SUBSTR(path, 10), '/'), '/') - 1), '') AS owner
            FROM (SELECT \(rest) AS path)))
      """
  }

  /// Whether text is the id or the number of a project.
  static func isProject(_ text: String) -> String {
    let letters = SQLText.lowercase
    let plain = "SUBSTR(\(text), STRPOS(\(text), ':') + 1)"
    let domain = "SUBSTR(\(text), 1, GREATEST(STRPOS(\(text), ':') - 1, 0))"
    let domainText = "IF(STRPOS(\(text), ':') > 0, \(domain), '')"
    return """
      (\(text) != '' AND IF(\(SQLText.consists(text, of: SQLText.digits)),
            CHAR_LENGTH(\(text)) <= 20 AND NOT STARTS_WITH(\(text), '0'),
            \(plain) != '' AND CHAR_LENGTH(\(plain)) <= 30
            AND \(SQLText.consists(plain, of: letters + SQLText.digits + "-"))
            AND \(SQLText.consists("SUBSTR(\(plain), 1, 1)", of: letters))
            AND NOT ENDS_WITH(\(plain), '-')
            AND (STRPOS(\(text), ':') = 0 OR \(isDomain(domainText)))))
      """
  }

  /// Whether text is the name of a domain in lower case.
  private static func isDomain(_ text: String) -> String {
    let dotted = "CONCAT('.', \(text), '.')"
    return "(STRPOS(\(text), '.') > 0 AND CHAR_LENGTH(\(text)) <= 253 AND "
      + SQLText.consists(text, of: SQLText.lowercase + SQLText.digits + "-.")
      + " AND STRPOS(\(dotted), '..') = 0 AND STRPOS(\(dotted), '.-') = 0"
      + " AND STRPOS(\(dotted), '-.') = 0)"
  }

  /// Whether two projects are certainly two: ids compare with ids, numbers with numbers.
  static func differ(_ one: String, _ other: String) -> String {
    "(\(one) != '' AND \(other) != '' AND \(one) != \(other) AND "
      + "(\(SQLText.consists(one, of: SQLText.digits))) = "
      + "(\(SQLText.consists(other, of: SQLText.digits))))"
  }

  private static let account = ".iam.gserviceaccount.com"
  private static let host =
    "SUBSTR(domain, 1, GREATEST(CHAR_LENGTH(domain) - \(account.utf8.count), 0))"

  /// What the address of a service account names as its project; none for Google's own accounts.
  static let home = """
    CASE
          WHEN local_part = '' OR CHAR_LENGTH(local_part) > 128 OR STARTS_WITH(local_part, '-')
            OR STRPOS(local_part, '..') > 0 OR NOT \(isDomain("domain"))
            OR LTRIM(local_part, '\(SQLText.lowercase)\(SQLText.digits)._%+-') != '' THEN ''
          WHEN ENDS_WITH(domain, '\(account)') THEN IF(\(isAgent), '', \(dnsProject(host)))
          WHEN domain = 'appspot.gserviceaccount.com' THEN \(dnsProject("local_part"))
          WHEN domain = 'developer.gserviceaccount.com' AND ENDS_WITH(local_part, '-compute')
            THEN IF(\(SQLText.consists(number, of: SQLText.digits)), \(number), '')
          ELSE '' END
    """

  private static let number = "SUBSTR(local_part, 1, GREATEST(CHAR_LENGTH(local_part) - 8, 0))"

  private static let isAgent: String = {
    let first = SQLText.part(of: host, before: ".")
    let tenant = "SUBSTR(\(first), 1, GREATEST(CHAR_LENGTH(\(first)) - 3, 0))"
    let ending = "SUBSTR(\(tenant), GREATEST(CHAR_LENGTH(\(tenant)) - 15, 1))"
    return """
      (STARTS_WITH(domain, 'gcp-sa-') OR STARTS_WITH(domain, 'gcp-ri-')
            OR \(first) IN (\(SQLText.list(ServiceAgents.hosts)))
            OR (STARTS_WITH(domain, 'cloud-') AND STARTS_WITH(local_part, 'service-')
              AND CHAR_LENGTH(local_part) > 8
              AND \(SQLText.consists("SUBSTR(local_part, 9)", of: SQLText.digits)))
            OR (ENDS_WITH(\(first), '-tp') AND CHAR_LENGTH(\(first)) >= 19
              AND \(SQLText.consists(ending, of: "0123456789abcdef"))))
      """
  }()

  /// `PROJECT`, or `PROJECT.DOMAIN` for the project `DOMAIN:PROJECT`.
  private static func dnsProject(_ name: String) -> String {
    "IF(STRPOS(\(name), '.') > 0, CONCAT(SUBSTR(\(name), STRPOS(\(name), '.') + 1), ':', "
      + "\(SQLText.part(of: name, before: "."))), \(name))"
  }
}
