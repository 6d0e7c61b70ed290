import AuditLog
package import DenialClassification

/// What is no denial, but may explain one that another file has.
///
///     {"class":"operation-half","operation":{…},"caller":{…},…,"source":"a.jsonl.gz","line":7,…}
///     {"class":"split-part","split":{…},"entryClass":"dry-run",…}
package struct HelperRecord: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case operationHalf(OperationPartner)
    case splitPart(SplitPart)
  }

  package var content: Content
  /// The name of the source.
  package var source: String
  /// From 1.
  package var lineNumber: Int
  /// Where the line begins in the decompressed source, from 0.
  package var byteOffset: Int

  package init(_ content: Content, source: String, lineNumber: Int, byteOffset: Int) {
    self.content = content
    self.source = source
    self.lineNumber = lineNumber
    self.byteOffset = byteOffset
  }

  static let classes: Set<String> = ["operation-half", "split-part"]

  /// Writes the record as one line.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      switch content {
      case .operationHalf(let partner): partner.write(to: &writer)
      case .splitPart(let part): part.write(to: &writer)
      }
      writer.member("source", source)
      writer.member("line", lineNumber)
      writer.member("byteOffset", byteOffset)
    }
    writer.endLine()
  }

  /// - Returns: `nil` if a field that such a record must have is missing or has no such value.
  init?(_ value: JSONValue) {
    guard let source = value["source"]?.string, let lineNumber = value["line"]?.integer,
      let byteOffset = value["byteOffset"]?.integer
    else { return nil }
    let content: Content? =
      value["class"] == .string("split-part")
      ? SplitPart(value).map(Content.splitPart)
      : OperationPartner(value).map(Content.operationHalf)
    guard let content else { return nil }
    self.init(content, source: source, lineNumber: lineNumber, byteOffset: byteOffset)
  }
}

extension OperationPartner {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("class", "operation-half")
    writer.member("timestamp", timestamp?.description)
    operation.write(to: &writer)
    caller.write(to: &writer)
    writer.member("permissions", permissions)
    writer.member("permissionPath", permissionPath)
    writer.member("resource", resource)
    writer.member("callerIp", callerIP)
    writer.member("userAgent", userAgent)
    writer.member("key", key)
    writer.member("oauthClientId", oauthClientID)
  }

  fileprivate init?(_ value: JSONValue) {
    guard let operation = value["operation"].map(Denial.Operation.init), !operation.id.isEmpty,
      operation.isFirst != operation.isLast
    else { return nil }
    self.init(
      operation: operation, timestamp: Timestamp(value.text("timestamp")),
      caller: Denial.CallerIdentity(value["caller"]))
    permissions = value["permissions"]?.texts ?? []
    permissionPath = value.text("permissionPath")
    resource = value.text("resource")
    callerIP = value.text("callerIp")
    userAgent = value.text("userAgent")
    key = value.text("key")
    oauthClientID = value.text("oauthClientId")
  }
}

extension SplitPart {
  fileprivate func write(to writer: inout JSONWriter) {
    DenialRecord.writeHead(head, entryClass: "split-part", to: &writer)
    split.write(to: &writer)
    writer.member("entryClass", entryClass.rawValue)
    writer.member("rule", rule)
  }

  fileprivate init?(_ value: JSONValue) {
    guard let split = value["split"].map(Denial.Split.init), !split.uid.isEmpty,
      let entryClass = EntryClass(rawValue: value.text("entryClass"))
    else { return nil }
    let head = EntryHead(
      insertID: value.text("insertId"), timestampText: value.text("timestamp"),
      logName: value.text("logName"))
    self.init(head: head, split: split, entryClass: entryClass, rule: value.text("rule"))
  }
}

extension Redaction {
  package func redact(_ helper: inout HelperRecord) {
    switch helper.content {
    case .operationHalf(var partner):
      redact(&partner)
      helper.content = .operationHalf(partner)
    case .splitPart(var part):
      redact(&part.head)
      helper.content = .splitPart(part)
    }
  }
}
