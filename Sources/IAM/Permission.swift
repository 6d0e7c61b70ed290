/// An IAM permission, such as `aiplatform.endpoints.predict`.
///
/// Messages spell a few permissions in another case than IAM does (`iam.serviceaccounts.actAs`).
/// A permission that this module's tables know gets IAM's spelling when it is read, so equal
/// permissions are equal values; others keep the spelling of the log.
package struct Permission: Hashable, Sendable, CustomStringConvertible {
  /// IAM's spelling, safe to put into a command; at most ``byteLimit`` bytes.
  package let name: String

  /// Longer than any permission that exists; the longest of 13,715 had 76 in August 2026.
  package static let byteLimit = 128

  /// Reads `SERVICE.RESOURCE.VERB`, `SERVICE.googleapis.com/RESOURCE.VERB`, or a permission of a
  /// Kubernetes cluster, such as `io.k8s.core.v1.pods.list`; `nil` for any other form.
  ///
  /// - Parameter text: From a log, so possibly hostile.
  package init?(_ text: some StringProtocol) { self.init(String(text)) }

  /// The same of a whole string, which is what nearly all come as.
  package init?(_ text: String) {
    guard Self.isWellFormed(text) else { return nil }
    name = KnownPermissions.spelling(of: text) ?? text
  }

  /// A permission of this module's own tables.
  init(known name: StaticString) { self.init(ruled: "\(name)") }

  /// A permission that a rule of this module's own tables spells.
  init(ruled name: String) {
    precondition(Self.isWellFormed(name), "not a permission: \(name)")
    self.name = name
  }

  package var description: String { name }

  /// The service that defines it, without `.googleapis.com`, such as `aiplatform`.
  package var service: String { Self.service(in: name) }

  /// The service that defines a permission named `name`.
  static func service(in name: String) -> String {
    let bytes = name.utf8.span
    let end = bytes.offset(of: "/") ?? bytes.offset(of: ".") ?? bytes.count
    let isFullName = bytes.has(".googleapis.com".utf8.span, at: end - 15) && end >= 15
    return String(name[...].utf8Slice(0, isFullName ? end - 15 : end))
  }

  /// Whether it belongs to Kubernetes RBAC: no IAM role can hold it.
  package var isKubernetes: Bool {
    !name.hasByte("/") && name.utf8.count { $0.isASCII(".") } > 2
  }

  private static func isWellFormed(_ text: String) -> Bool {
    guard text.utf8.count <= byteLimit, text.utf8.first?.isLowercaseLetter == true else {
      return false
    }
    guard text.hasByte("/") else { return (wordCount(of: text[...]) ?? 0) >= 3 }
    let parts = text.parts(at: "/")
    return parts.count == 2 && parts[0].isDomainName && wordCount(of: parts[1]) == 2
  }

  /// The number of words between dots; `nil` if one is empty or holds something else.
  private static func wordCount(of text: Substring) -> Int? {
    let view = text.utf8
    let bytes = view.span
    var count = 1
    var last = UInt8(ascii: ".")
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        guard last != byte else { return nil }
        count += 1
      } else {
        guard byte.isAlphanumeric || byte.isASCII("_") || byte.isASCII("-") else { return nil }
      }
      last = byte
    }
    return last == UInt8(ascii: ".") ? nil : count
  }
}

extension Permission: Comparable {
  package static func < (left: Permission, right: Permission) -> Bool { left.name < right.name }
}

/// IAM's spelling of the permissions in this module's tables.
enum KnownPermissions {
  /// The spelling of `name`, which may be in any case; `nil` if no table has it.
  static func spelling(of name: String) -> String? {
    PreferredRoles.rules(of: Permission.service(in: name).asciiLowercased)?.spelling(of: name)
      ?? escalations[name.asciiLowercased]
  }

  /// The key is in lower case.
  private static let escalations: [String: String] = Dictionary(
    uniqueKeysWithValues: EscalationPermissions.all.map { ($0.name.asciiLowercased, $0.name) })
}
