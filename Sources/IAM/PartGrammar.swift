/// What a part of a resource's name may hold so that it may stand in a command.
///
/// At least as narrow as what the service accepts, wherever that is ASCII.
enum PartGrammar: Sendable {
  /// `0` to `9`.
  case number
  /// A DNS name in lower case.
  case domainName
  /// A service account's address or unique id.
  case serviceAccount
  /// Three groups of six capitals or digits, as in `01ABCD-234567-89EFAB`.
  case billingAccount
  /// Letters, digits and some punctuation; the first is a letter, a digit or `_`.
  case word(punctuation: StaticString, byteLimit: Int)
  /// Words with slashes between.
  case path

  /// Whether `text`, which is from a log and so possibly hostile, is such a part.
  func accepts(_ text: String) -> Bool {
    switch self {
    case .number: text.consists(of: \.isDigit) && text.utf8.count <= 20
    case .domainName: text.isDomainName
    case .serviceAccount: ServiceAccountReference(text) != nil
    case .billingAccount:
      text.utf8.count == 20
        && text.parts(at: "-").allSatisfy { group in
          group.utf8.count == 6 && group.consists { $0.isUppercaseLetter || $0.isDigit }
        }
    case .word(let punctuation, let byteLimit):
      text.utf8.count <= byteLimit && Self.isWord(text[...], punctuation: "\(punctuation)")
    case .path:
      text.utf8.count <= 1024
        && text.parts(at: "/").allSatisfy { Self.isWord($0, punctuation: "-_.=") }
    }
  }

  private static func isWord(_ text: Substring, punctuation: String) -> Bool {
    guard let first = text.utf8.first, first.isAlphanumeric || first.isASCII("_") else {
      return false
    }
    // Two dots in a row climb out of a folder, or show that a log left something out.
    return !text.hasDots(2)
      && text.consists { $0.isAlphanumeric || punctuation.utf8.contains($0) }
  }

  /// The grammar of each part, by the name that patterns give it; the limits are the services'.
  static let byName: [String: PartGrammar] = [
    "account": .serviceAccount,
    "backendService": .word(punctuation: "-", byteLimit: 63),
    "bigtableTable": .word(punctuation: "-_.", byteLimit: 50),
    "billingAccount": .billingAccount,
    "bucket": .word(punctuation: "-_.", byteLimit: 222),
    "database": .word(punctuation: "-_", byteLimit: 63),
    "dataset": .word(punctuation: "_", byteLimit: 1024),
    "disk": .word(punctuation: "-", byteLimit: 63),
    "folder": .number,
    "function": .word(punctuation: "-_", byteLimit: 63),
    "healthcareDataset": .word(punctuation: "-_.", byteLimit: 256),
    "image": .word(punctuation: "-", byteLimit: 63),
    "instance": .word(punctuation: "-", byteLimit: 64),
    "job": .word(punctuation: "-", byteLimit: 63),
    "key": .word(punctuation: "-_", byteLimit: 63),
    "keyRing": .word(punctuation: "-_", byteLimit: 63),
    "location": .word(punctuation: "-", byteLimit: 63),
    "logBucket": .word(punctuation: "-_.", byteLimit: 100),
    "managedFolder": .path,
    "managedZone": .word(punctuation: "-", byteLimit: 63),
    "number": .number,
    "organization": .number,
    "queue": .word(punctuation: "-", byteLimit: 500),
    "region": .word(punctuation: "-", byteLimit: 63),
    "repository": .word(punctuation: "-", byteLimit: 63),
    "secret": .word(punctuation: "-_", byteLimit: 255),
    "service": .word(punctuation: "-", byteLimit: 63),
    "serviceName": .domainName,
    "subnetwork": .word(punctuation: "-", byteLimit: 63),
    "subscription": .word(punctuation: "-_.~+%", byteLimit: 255),
    "table": .word(punctuation: "-_", byteLimit: 1024),
    "tagValue": .number,
    "topic": .word(punctuation: "-_.~+%", byteLimit: 255),
    "view": .word(punctuation: "-_.", byteLimit: 100),
    "vm": .word(punctuation: "-", byteLimit: 63),
    "zone": .word(punctuation: "-", byteLimit: 63),
  ]
}
