import Foundation

/// Log entries that only count right together: halves of calls, parts of entries, twins, copies.
///
/// Names come from small pools, so that ids meet by chance as well.
struct JoinedLog {
  private var generator: SeededGenerator
  private(set) var lines: [String] = []

  init(seed: UInt64, groupCount: Int) {
    generator = SeededGenerator(seed: seed)
    for number in 0..<groupCount {
      switch generator.next() % 6 {
      case 0: addOperation(number)
      case 1: addSplit(number)
      case 2: addTwins(number)
      case 3: addNeighbours(number)
      default: lines.append(entry(number).line)
      }
      if generator.next() % 5 == 0, let line = lines.last { lines.append(line) }
    }
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(generator.next() % UInt64(values.count))]
  }

  private mutating func timestamp() -> String? {
    pick([
      "2026-11-22T10:00:00Z", "2026-11-22T10:00:01.5Z", "2026-11-22T10:00:04Z", nil, "yesterday",
      "2026-11-22T11:00:0\(generator.next() % 10)Z",
    ])
  }

  private mutating func entry(_ number: Int) -> EntryText {
    var entry = EntryText(
      insertID: pick(["e\(number)", "e\(number)", "shared", nil]), timestamp: timestamp(),
      principal: pick([
        "app@acme-prod.iam.gserviceaccount.com", "app@acme-dev.iam.gserviceaccount.com",
        "alice@example.com", nil,
      ]))
    entry.statusCode = pick([7, 7, 8, nil])
    entry.permission = pick(["aiplatform.endpoints.predict", "iam.serviceAccounts.actAs", ""])
    entry.callerIP = pick(["203.0.113.7", "198.51.100.9", ""])
    entry.userAgent = pick(["curl/8.5.0", ""])
    return entry
  }

  private mutating func addOperation(_ number: Int) {
    let id = pick(["op\(number)", "op\(number)", "op", ""])
    for half in pick([["first", "last"], ["last"], ["first"], ["first", "last", "last"]]) {
      var entry = entry(number)
      entry.insertID = pick(["\(half)\(number)", nil])
      entry.around["operation"] =
        ["id": id, "producer": "compute.googleapis.com", half: true] as [String: any Sendable]
      lines.append(entry.line)
    }
  }

  private mutating func addSplit(_ number: Int) {
    let count = Int(generator.next() % 4) + 1
    let whole = entry(number)
    for index in 0..<count where generator.next() % 6 != 0 {
      var part = whole
      part.insertID = pick([whole.insertID, "\(number)-\(index)"])
      part.around["split"] =
        ["uid": pick(["s\(number)", "s"]), "index": index, "totalSplits": count]
        as [String: any Sendable]
      if generator.next() % 3 == 0 { part.more["metadata"] = Self.metadata(id: nil, number) }
      if generator.next() % 8 == 0 { part.message = "(Dry Run Mode) Request is prohibited" }
      if generator.next() % 8 == 0 { part.statusCode = 10 }
      lines.append(part.line)
    }
  }

  private mutating func addTwins(_ number: Int) {
    let id = pick(["id\(number)", "id"])
    for log in pick([["data_access", "policy"], ["policy"], ["policy", "policy"]]) {
      var entry = entry(number)
      entry.log = log
      entry.more["metadata"] = Self.metadata(id: id, number)
      lines.append(entry.line)
    }
  }

  private mutating func addNeighbours(_ number: Int) {
    var bare = entry(number)
    (bare.statusCode, bare.permission, bare.message) = (7, "", "Permission denied while writing.")
    lines.append(bare.line)
    bare.more["metadata"] = Self.metadata(id: "n\(number)", number)
    lines.append(bare.line)
  }

  private static func metadata(id: String?, _ number: Int) -> [String: any Sendable] {
    var metadata: [String: any Sendable] = [
      "@type": "type.googleapis.com/google.cloud.audit.VpcServiceControlAuditMetadata"
    ]
    metadata["vpcServiceControlsUniqueId"] = id
    return metadata
  }
}
