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
    let domain = bytes.extracting((address.sign + 1)..<end)
    let hostBytes = domain.count - 4
    if domain.has(".iam".utf8.span, at: hostBytes) {
      let host = domain.extracting(..<hostBytes)
      isServiceAgent = Self.isGooglesOwn(host: host, local: bytes.extracting(..<address.sign))
      homeProject =
        isServiceAgent
        ? nil
        : Self.project(inDNSForm: address.text[...].utf8Slice(address.sign + 1, end - 4))
    } else {
      let name = address.text[...].utf8Slice(address.sign + 1, end)
      isServiceAgent = ServiceAgents.domains.contains(name)
      homeProject = isServiceAgent ? nil : Self.project(ofDefaultAccount: address, domain: name)
    }
  }

  private static let suffixBytes = 20

  /// Whether a BigQuery connection calls with this account.
  ///
  /// Unlike other service agents it starts without a role, and its users are told to grant one.
  ///
  /// - Source: https://cloud.google.com/bigquery/docs/generate-text#grant_permissions
  var isBigQueryConnection: Bool {
    isServiceAgent
      && address.text.dropping(suffix: "@gcp-sa-bigquery-condel.iam.gserviceaccount.com") != nil
      && (address.local.begins(with: "bqcx-") || address.local.begins(with: "connection-"))
  }

  private static func project(
    ofDefaultAccount address: EmailAddress, domain: Substring
  ) -> ProjectReference? {
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
  private static func isGooglesOwn(host: Span<UInt8>, local: Span<UInt8>) -> Bool {
    let host = host.extracting(..<(host.offset(of: ".") ?? host.count))
    if host.has("gcp-sa-".utf8.span, at: 0) || host.has("gcp-ri-".utf8.span, at: 0) { return true }
    if ServiceAgents.isHost(host) { return true }
    // A project of anyone may be called cloud-something: only its numbered account is Google's.
    if host.has("cloud-".utf8.span, at: 0), local.has("service-".utf8.span, at: 0) {
      return local.count > 8 && local.extracting(8...).allPass(\.isDigit)
    }
    return isTenantProject(host)
  }

  /// Whether this is a project that Google runs for a customer, such as `w515881f454fae40d-tp`.
  ///
  /// Sixteen hexadecimal digits tell it from somebody's own `web-tp`.
  private static func isTenantProject(_ host: Span<UInt8>) -> Bool {
    let end = host.count - 3
    guard end >= 16, host.has("-tp".utf8.span, at: end) else { return false }
    return host.extracting((end - 16)..<end).allPass(\.isLowercaseHexDigit)
  }
}

/// Where Google keeps the accounts that it owns.
///
/// - Source: https://cloud.google.com/iam/docs/service-agents, read in the edition of 2026-04-10;
///   the tenant and legacy names are from published logs and policies.
package enum ServiceAgents {
  /// What stands before `.gserviceaccount.com`.
  static let domains: Set<Substring> = ["cloudservices", "system"]

  /// Whether this is one of the older projects, by what stands before the first dot of
  /// `….iam.gserviceaccount.com`.
  static func isHost(_ name: Span<UInt8>) -> Bool {
    guard hostsByLength.indices.contains(name.count) else { return false }
    return hostsByLength[name.count].contains { name.has($0.utf8.span, at: 0) }
  }

  private static let hostsByLength: [[String]] = {
    var byLength = [[String]](repeating: [], count: 64)
    for host in hosts { byLength[host.utf8.count].append(host) }
    return byLength
  }()

  /// The older projects, by what stands before the first dot.
  package static let hosts = [
    "bigquery-encryption", "cloud-filer", "cloud-memcache-sa", "cloud-ml", "cloud-redis",
    "cloud-tpu", "cloudcomposer-accounts", "compute-system", "container-analysis",
    "container-engine-robot", "containerregistry", "dataflow-service-producer-prod",
    "dataproc-accounts", "dlp-api", "endpoints-portal", "firebase-rules",
    "firebase-sa-management", "gae-api-prod", "gcf-admin-robot", "gcp-gae-service",
    "gs-project-accounts", "remotebuildexecution", "security-center-api", "serverless-robot-prod",
    "service-consumer-management", "service-networking", "storage-transfer-service",
  ]
}
