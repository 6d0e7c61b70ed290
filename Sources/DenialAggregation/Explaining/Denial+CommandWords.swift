import DenialClassification
import IAM

extension Denial {
  /// The words of commands that the denial knows, as far as their values need no quotes.
  var commandWords: [CommandWord: String] {
    let email = caller.principal.member?.email
    let isServiceAccount = caller.principal.kind == .serviceAccount
    let values: [CommandWord: String?] = [
      .account: ServiceAccountReference(serviceAccount)?.name ?? (isServiceAccount ? email : nil),
      .caller: email,
      .constraint: evidence.path.hasSuffix(".constraint") ? evidence.value : nil,
      .email: email,
      .permission: permissions.first.flatMap { Permission($0)?.name },
      .project: ProjectReference(project)?.name,
      .quotaProject: ProjectReference(quotaProject)?.name,
      .service: service,
      .uniqueID: perimeterID,
    ]
    return values.compactMapValues { $0.flatMap { $0.isPlainWord ? $0 : nil } }
  }
}

extension String {
  /// Whether it is one word to every shell, and no flag.
  fileprivate var isPlainWord: Bool {
    guard let first = utf8.first, utf8.count <= 256, Self.isLetterOrDigit(first) else {
      return false
    }
    return utf8.allSatisfy { Self.isLetterOrDigit($0) || Self.joiners.contains($0) }
  }

  private static let joiners = Set("@._-:/".utf8)

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
