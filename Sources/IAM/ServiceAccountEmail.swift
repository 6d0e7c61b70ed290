/// A service account's e-mail address and what its form says about the account.
///
/// - Source: https://cloud.google.com/iam/docs/service-account-types
struct ServiceAccountEmail: Hashable, Sendable {
  /// Whether Google made the account and uses it on behalf of a project: a service agent, Google's
  /// own services, or an account of a tenant project.
  let isServiceAgent: Bool
  /// The project that the account belongs to.
  ///
  /// `nil` for accounts that Google owns, and for those whose address does not name their project.
  let homeProject: ProjectReference?
  private let address: EmailAddress

  /// `nil` if the address is not under `gserviceaccount.com`.
  init?(_ address: EmailAddress) {
    let bytes = address.text.utf8.span
    let end = bytes.count - Self.suffixBytes
    guard end > address.sign, bytes.has(".gserviceaccount.com".utf8.span, at: end) else {
      return nil
    }
    self.address = address
    let domain = address.text[...].utf8Slice(address.sign + 1, end)
    let host = domain.dropping(suffix: ".iam")
    isServiceAgent =
      if let host {
        Self.isGooglesOwn(host: host, local: address.local)
      } else {
        ServiceAgents.domains.contains(domain)
      }
    homeProject = isServiceAgent ? nil : Self.project(host: host, domain: domain, of: address)
  }

  private static let suffixBytes = 20

  /// Whether a BigQuery connection calls with this account.
  ///
  /// Unlike other service agents it starts without a role, and its users are told to grant one.
  ///
  /// - Source: https://cloud.google.com/bigquery/docs/generate-text#grant_permissions
  var isBigQueryConnection: Bool {
    address.text.dropping(suffix: "@gcp-sa-bigquery-condel.iam.gserviceaccount.com") != nil
      && (address.local.begins(with: "bqcx-") || address.local.begins(with: "connection-"))
  }

  private static func project(
    host: Substring?, domain: Substring, of address: EmailAddress
  ) -> ProjectReference? {
    if let host { return project(inDNSForm: host) }
    switch domain {
    case "appspot": return project(inDNSForm: address.local)
    case "developer":
      guard let project = address.local.dropping(suffix: "-compute") else { return nil }
      let number = ProjectReference(project)
      return number?.isNumber == true ? number : nil
    default: return nil
    }
  }

  /// `PROJECT`, or `PROJECT.DOMAIN` for the project `DOMAIN:PROJECT`.
  private static func project(inDNSForm text: Substring) -> ProjectReference? {
    guard text.hasByte(".") else { return ProjectReference(text) }
    let parts = text.parts(at: ".", maxSplits: 1)
    return ProjectReference("\(parts[1]):\(parts[0])")
  }

  /// The host is what stands before `.iam.gserviceaccount.com`.
  private static func isGooglesOwn(host: Substring, local: Substring) -> Bool {
    let host = host.before(".")
    if host.begins(with: "gcp-sa-") || host.begins(with: "gcp-ri-") { return true }
    if ServiceAgents.hosts.contains(host) { return true }
    // A project of anyone may be called cloud-something: only its numbered account is Google's.
    if host.begins(with: "cloud-"), let number = local.dropping(prefix: "service-") {
      return number.consists(of: \.isDigit)
    }
    return isTenantProject(host)
  }

  /// Whether this is a project that Google runs for a customer, such as `w515881f454fae40d-tp`.
  ///
  /// Sixteen hexadecimal digits tell it from somebody's own `web-tp`.
  private static func isTenantProject(_ host: Substring) -> Bool {
    guard let digits = host.dropping(suffix: "-tp")?.utf8.suffix(16) else { return false }
    return digits.count == 16 && digits.allSatisfy(\.isLowercaseHexDigit)
  }
}

/// Where Google keeps the accounts that it owns.
///
/// - Source: https://cloud.google.com/iam/docs/service-agents, read in the edition of 2026-04-10;
///   the tenant and legacy names are from published logs and policies.
enum ServiceAgents {
  /// What stands before `.gserviceaccount.com`.
  static let domains: Set<Substring> = ["cloudservices", "system"]

  /// The older projects: what stands before the first dot of `….iam.gserviceaccount.com`.
  static let hosts: Set<Substring> = [
    "bigquery-encryption", "cloud-filer", "cloud-memcache-sa", "cloud-ml", "cloud-redis",
    "cloud-tpu", "cloudcomposer-accounts", "compute-system", "container-analysis",
    "container-engine-robot", "containerregistry", "dataflow-service-producer-prod",
    "dataproc-accounts", "dlp-api", "endpoints-portal", "firebase-rules",
    "firebase-sa-management", "gae-api-prod", "gcf-admin-robot", "gcp-gae-service",
    "gs-project-accounts", "remotebuildexecution", "security-center-api", "serverless-robot-prod",
    "service-consumer-management", "service-networking", "storage-transfer-service",
  ]
}
