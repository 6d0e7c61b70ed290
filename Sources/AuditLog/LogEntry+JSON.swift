extension LogEntry {
  /// Reads one line in full; request and response bodies are passed over.
  ///
  /// The line may be a log entry, a row of an export of them, or a Pub/Sub message with either.
  package init(line: Span<UInt8>) throws(LogEntryError) {
    try self.init(ofAnyShape: try JSONTree(line: line), in: line)
  }

  /// The same of a line of which a glance has found that it is well spelled, without checking again.
  ///
  /// The bytes must be those that the glance looked at.
  package init(_ glance: LineGlance, in bytes: Span<UInt8>) throws(LogEntryError) {
    try self.init(ofAnyShape: try JSONTree(glance, in: bytes), in: bytes)
  }

  private init(ofAnyShape tree: JSONTree, in line: Span<UInt8>) throws(LogEntryError) {
    guard tree.isBare(in: line) else {
      try self.init(tree, in: line)
      return
    }
    if let data = try tree.messageData(in: line) {
      do {
        let bytes = data.span
        // Nobody has checked this text yet, as the line was.
        _ = try LineOutline(line: bytes)
        try self.init(try JSONTree(line: bytes), in: bytes)
      } catch {
        throw .inMessage(error)
      }
    } else {
      if let key = tree.keyOfMany(in: line) { throw .manyEntries(key: key) }
      try self.init(tree, in: line)
    }
  }

  private init(_ tree: JSONTree, in line: Span<UInt8>) throws(LogEntryError) {
    let root = JSONTree.root
    let (spelling, payload) = tree.payload(in: line)
    insertID =
      tree.string("insertId", spelling, of: root, in: line)
      ?? tree.string("insertid", of: root, in: line) ?? ""
    (timestampText, timestamp) = Timestamp.readingLog(
      tree, tree.member("timestamp", of: root, in: line), spelling, in: line)
    logName =
      tree.string("logName", spelling, of: root, in: line)
      ?? tree.string("logname", of: root, in: line) ?? ""
    resourceLabels = try Self.resourceLabels(tree, spelling, in: line)
    labels = try tree.value("labels", of: root, in: line).document(in: spelling)
    operation = Operation(tree, tree.member("operation", of: root, in: line), spelling, in: line)
    split = try Split(tree, tree.member("split", of: root, in: line), spelling, in: line)
    if let place = AuditPayload.Place(tree, payload, spelling, in: line) {
      self.payload = try AuditPayload(place, in: line)
    } else {
      self.payload = nil
    }
  }

  /// The labels of the resource that rules ask for.
  private static func resourceLabels(
    _ tree: JSONTree, _ spelling: EntrySpelling, in line: Span<UInt8>
  ) throws(LogEntryError) -> JSONValue {
    let resource = tree.member("resource", of: JSONTree.root, in: line)
    guard let labels = tree.member("labels", of: resource, in: line) else { return .null }
    guard tree.isObject(labels, in: line) else {
      return try tree.value(labels, in: line).document(in: spelling)
    }
    var members: [JSONValue.Member] = []
    if let project = tree.string("project_id", of: labels, in: line) {
      members.append(JSONValue.Member(key: "project_id", value: .string(project)))
    }
    if let email = tree.string("email_id", of: labels, in: line) {
      members.append(JSONValue.Member(key: "email_id", value: .string(email)))
    }
    return .object(members)
  }
}

extension JSONTree {
  /// The payload of an entry, and how the entry is spelled because of it.
  fileprivate func payload(in line: Span<UInt8>) -> (spelling: EntrySpelling, payload: Int?) {
    if let number = member("protoPayload", of: Self.root, in: line)
      ?? member("protopayload", of: Self.root, in: line)
    {
      return (.entry, number)
    }
    if let number = member("protopayload_auditlog", of: Self.root, in: line) {
      return (.bigQueryRow, number)
    }
    guard let number = member("proto_payload", of: Self.root, in: line) else {
      return (.entry, nil)
    }
    return (.logAnalyticsRow, member("audit_log", of: number, in: line))
  }

  /// Whether none of the keys is there that hold an audit payload.
  fileprivate func isBare(in line: Span<UInt8>) -> Bool {
    for name in Self.payloadNames where member(name, of: Self.root, in: line) != nil {
      return false
    }
    return true
  }

  private static let payloadNames: [StaticString] = [
    "protoPayload", "protopayload", "protopayload_auditlog", "proto_payload",
  ]
}

extension LogEntry.Operation {
  /// Reads the value at `range`, which a scanner has passed over before.
  init?(in line: Span<UInt8>, at range: ByteRange) throws(LogEntryError) {
    var scanner = JSONScanner(at: range.start)
    let tree = try JSONTree(from: &scanner, in: line)
    self.init(tree, JSONTree.root, .entry, in: line)
  }

  /// Reads `operation`; `nil` if it is no object.
  init?(_ tree: JSONTree, _ operation: Int?, _ spelling: EntrySpelling, in line: Span<UInt8>) {
    guard let operation, tree.isObject(operation, in: line) else { return nil }
    id = tree.string("id", of: operation, in: line) ?? ""
    producer = tree.string("producer", of: operation, in: line) ?? ""
    isFirst = tree.bool("first", spelling, of: operation, in: line) ?? false
    isLast = tree.bool("last", spelling, of: operation, in: line) ?? false
  }
}

extension LogEntry.Split {
  fileprivate init?(
    _ tree: JSONTree, _ split: Int?, _ spelling: EntrySpelling, in line: Span<UInt8>
  ) throws(LogEntryError) {
    guard let uid = tree.string("uid", of: split, in: line), !uid.isEmpty else { return nil }
    self.uid = uid
    index = try tree.value("index", of: split, in: line).integer ?? 0
    totalSplits = try tree.value("totalSplits", spelling, of: split, in: line).integer ?? 0
  }
}
