import Foundation

/// Log entries that count right only together, with ids as Google makes them: unique ones.
struct NightLog {
  private var generator: SeededGenerator
  private(set) var lines: [String] = []

  init(seed: UInt64, groupCount: Int) {
    generator = SeededGenerator(seed: seed)
    for number in 0..<groupCount {
      switch generator.next() % 5 {
      case 0: addOperation(number)
      case 1: addSplit(number)
      case 2: addTwins(number)
      default: lines.append(entry("e\(number)", number).line)
      }
    }
  }

  /// A half of a call as an entry has it.
  static func operation(_ id: String, _ half: String) -> [String: any Sendable] {
    ["id": id, "producer": "compute.googleapis.com", half: true]
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(generator.next() % UInt64(values.count))]
  }

  private mutating func entry(_ id: String, _ number: Int) -> EntryText {
    var entry = EntryText(
      insertID: id, timestamp: "2026-11-22T10:\(10 + number % 50):0\(generator.next() % 10)Z",
      principal: pick([
        "app@acme-prod.iam.gserviceaccount.com", "app@acme-dev.iam.gserviceaccount.com",
        "alice@example.com", nil,
      ]))
    entry.statusCode = pick([7, 7, 8])
    entry.permission = pick(["aiplatform.endpoints.predict", "iam.serviceAccounts.actAs", ""])
    return entry
  }

  private mutating func addOperation(_ number: Int) {
    for half in ["first", "last"] {
      var entry = entry("\(half)\(number)", number)
      if generator.next() % 3 == 0 { entry.statusCode = nil }
      entry.around["operation"] = Self.operation("op\(number)", half)
      lines.append(entry.line)
    }
  }

  private mutating func addSplit(_ number: Int) {
    let count = Int(generator.next() % 3) + 2
    let whole = entry("s\(number)", number)
    for index in 0..<count {
      var part = whole
      part.insertID = "s\(number)-\(index)"
      part.around["split"] =
        ["uid": "s\(number)", "index": index, "totalSplits": count] as [String: any Sendable]
      if generator.next() % 6 == 0 { part.statusCode = 10 }
      lines.append(part.line)
    }
  }

  private mutating func addTwins(_ number: Int) {
    for log in ["data_access", "policy"] {
      var entry = entry("t\(log)\(number)", number)
      entry.log = log
      entry.more["metadata"] =
        [
          "@type": "type.googleapis.com/google.cloud.audit.VpcServiceControlAuditMetadata",
          "vpcServiceControlsUniqueId": "id\(number)",
        ] as [String: any Sendable]
      lines.append(entry.line)
    }
  }
}
