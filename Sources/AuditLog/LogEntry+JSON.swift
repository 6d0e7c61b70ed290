extension LogEntry {
  /// Reads one line in full; request and response bodies are passed over.
  ///
  /// The line may be a log entry, a row of an export of them, or a Pub/Sub message with either.
  package init(line: Span<UInt8>) throws(LogEntryError) {
    let tree = try JSONTree(line: line)
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

  /// The same of a line of which a glance has found that it is well spelled, without checking again.
  ///
  /// The bytes must be those that the glance looked at.
  package init(_ glance: LineGlance, in bytes: Span<UInt8>) throws(LogEntryError) {
    if glance.outline.payload != nil, let tree = JSONTree(glance, in: bytes) {
      try self.init(tree, in: bytes)
    } else {
      try self.init(line: bytes.extracting(glance.start..<glance.end))
    }
  }

  private init(_ tree: JSONTree, in line: Span<UInt8>) throws(LogEntryError) {
    let root = JSONTree.root
    let (spelling, payload) = tree.payload(in: line)
    insertID =
      tree.string(.insertID, spelling, of: root, in: line)
      ?? tree.string(.lowercaseInsertID, of: root, in: line) ?? ""
    (timestampText, timestamp) = Timestamp.readingLog(
      tree, tree.member(.timestamp, of: root, in: line), spelling, in: line)
    logName =
      tree.string(.logName, spelling, of: root, in: line)
      ?? tree.string(.lowercaseLogName, of: root, in: line) ?? ""
    resourceLabels = try Self.resourceLabels(tree, spelling, in: line)
    labels = try tree.value(tree.member(.labels, of: root, in: line), in: line).document(
      in: spelling)
    operation = Operation(tree, tree.member(.operation, of: root, in: line), spelling, in: line)
    split = try Split(tree, tree.member(.split, of: root, in: line), spelling, in: line)
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
    let resource = tree.member(.resource, of: JSONTree.root, in: line)
    guard let labels = tree.member(.resourceLabels, of: resource, in: line) else { return .null }
    guard tree.isObject(labels, in: line) else {
      return try tree.value(labels, in: line).document(in: spelling)
    }
    var members: [JSONValue.Member] = []
    if let project = tree.string(.projectID, of: labels, in: line) {
      members.append(JSONValue.Member(key: "project_id", value: .string(project)))
    }
    if let email = tree.string(.emailID, of: labels, in: line) {
      members.append(JSONValue.Member(key: "email_id", value: .string(email)))
    }
    return .object(members)
  }
}

extension JSONTree {
  /// The payload of an entry, and how the entry is spelled because of it.
  fileprivate func payload(in line: Span<UInt8>) -> (spelling: EntrySpelling, payload: Int?) {
    if let number = member(.protoPayload, of: Self.root, in: line)
      ?? member(.lowercasePayload, of: Self.root, in: line)
    {
      return (.entry, number)
    }
    if let number = member(.bigQueryPayload, of: Self.root, in: line) {
      return (.bigQueryRow, number)
    }
    guard let number = member(.logAnalyticsPayload, of: Self.root, in: line) else {
      return (.entry, nil)
    }
    return (.logAnalyticsRow, member(.auditLog, of: number, in: line))
  }

  /// Whether none of the keys is there that hold an audit payload.
  fileprivate func isBare(in line: Span<UInt8>) -> Bool {
    for field in Self.payloads where member(field, of: Self.root, in: line) != nil {
      return false
    }
    return true
  }

  private static let payloads: [EntryField] = [
    .protoPayload, .lowercasePayload, .bigQueryPayload, .logAnalyticsPayload,
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
    id = tree.string(.operationID, of: operation, in: line) ?? ""
    producer = tree.string(.producer, of: operation, in: line) ?? ""
    isFirst = tree.bool(tree.member(.first, of: operation, in: line), spelling, in: line) ?? false
    isLast = tree.bool(tree.member(.last, of: operation, in: line), spelling, in: line) ?? false
  }
}

extension LogEntry.Split {
  fileprivate init?(
    _ tree: JSONTree, _ split: Int?, _ spelling: EntrySpelling, in line: Span<UInt8>
  ) throws(LogEntryError) {
    guard let uid = tree.string(.splitUID, of: split, in: line), !uid.isEmpty else { return nil }
    self.uid = uid
    index = try tree.value(tree.member(.splitIndex, of: split, in: line), in: line).integer ?? 0
    totalSplits =
      try tree.value(
        tree.member(.totalSplits, spelling, of: split, in: line), in: line
      ).integer ?? 0
  }
}
