/// The page's own style sheet or script, and the hash by which the page's policy lets it in.
struct HTMLAsset: Sendable {
  let tag: HTMLTag
  let bytes: [UInt8]
  /// The SHA-256 of the bytes in Base64, as the policy wants it; a test compares them.
  let digest: String

  static let style = HTMLAsset(
    tag: .style, bytes: PackageResources.report_css,
    digest: "hvaPlfCRvIN+7vaFmptKh+zHS/iFvc40ZnLe2XWSt1E=")
  static let script = HTMLAsset(
    tag: .script, bytes: PackageResources.report_js,
    digest: "mtoXyc0eTh4kRRLmi1OWAIZ3yZG7A4XojduIYAuNrpk=")

  /// What a page may do: show its own style, run its own script, and nothing else.
  ///
  /// - Source: https://www.w3.org/TR/CSP3/
  static let policy =
    "default-src 'none'; style-src 'sha256-\(style.digest)'; "
    + "script-src 'sha256-\(script.digest)'; base-uri 'none'; form-action 'none'"
}
