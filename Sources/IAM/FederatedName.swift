/// What follows `principal://` or `principalSet://`: an authority, and a path to an identity.
///
/// - Source: https://cloud.google.com/iam/docs/principal-identifiers
struct FederatedName: Hashable, Sendable {
  /// The host, such as `iam.googleapis.com`.
  let authority: Substring
  /// What follows the authority and its slash; never empty.
  let path: Substring

  /// Reads a name; `nil` if a character or the authority is not one of those that occur.
  ///
  /// - Parameter text: From a log, so possibly hostile.
  init?(_ text: Substring) {
    let parts = text.parts(at: "/", maxSplits: 1)
    guard parts.count == 2, parts[0].isDomainName, parts[1].consists(of: Self.isInPath) else {
      return nil
    }
    guard parts[0] == Self.pools || parts[0].dropping(suffix: ".id.goog") != nil else { return nil }
    authority = parts[0]
    path = parts[1]
  }

  /// Whether it names one identity: in a pool, or in a trust domain of its own.
  var isOneIdentity: Bool {
    guard !path.hasByte("*") else { return false }
    return authority != Self.pools || isInPool
  }

  /// Whether it names something in a workload or workforce identity pool.
  ///
  /// An asterisk counts only where it stands for everyone in the pool.
  var isInPool: Bool {
    guard authority == Self.pools, let inside = pathInPool, !inside.isEmpty else { return false }
    return inside == "*" || !inside.hasByte("*")
  }

  /// Whether an agent identity: `agents.global.org-N.system.id.goog`.
  var isAgentIdentity: Bool {
    authority.begins(with: "agents.") && authority.dropping(suffix: ".system.id.goog") != nil
  }

  /// The same name with `/subject/` where the documentation of AuditLog writes `/subjects/`.
  ///
  /// IAM takes the singular only.
  var normalized: String {
    guard let inside = pathInPool, let subject = inside.dropping(prefix: "subjects/") else {
      return "\(authority)/\(path)"
    }
    return "\(authority)/\(path[..<inside.startIndex])subject/\(subject)"
  }

  /// What follows the pool's name; `nil` if the path does not lead into a pool.
  private var pathInPool: Substring? {
    let words = path.parts(at: "/", maxSplits: 6)
    if words.count == 7, words[0] == "projects", words[1].consists(of: \.isDigit),
      words[2...4].elementsEqual(["locations", "global", "workloadIdentityPools"])
    {
      return words[6]
    }
    if words.count >= 5, words[0...2].elementsEqual(["locations", "global", "workforcePools"]) {
      return path[words[4].startIndex...]
    }
    return nil
  }

  private static func isInPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "+"),
      UInt8(ascii: "@"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "~"), UInt8(ascii: "%"), UInt8(ascii: "*"):
      true
    default: byte.isAlphanumeric
    }
  }

  private static let pools = "iam.googleapis.com"
}
