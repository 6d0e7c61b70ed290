package import AuditLog
package import DenialClassification
import IAM

/// A line of a file of records, read.
package enum RecordLine: Sendable {
  /// The first line, with the digest of the rules that made the records.
  ///
  /// The mark is that of pseudonyms, if the names are such.
  case header(version: Int, rules: String, redaction: RedactionMark?)
  case record(DenialRecord)
  case helper(HelperRecord)
  case footer(RecordFooter)
  /// What `extract --all` says of other entries.
  case otherEntry
  /// A JSON object of another kind.
  case unknown

  /// Reads a line.
  package init(line: Span<UInt8>) throws(LogEntryError) {
    var scanner = JSONScanner()
    let value = try JSONValue(from: &scanner, in: line)
    try scanner.finish(in: line)
    if let version = value["denialRecords"]?.integer {
      self = .header(
        version: version, rules: value["rules"]?.string ?? "",
        redaction: value["redaction"].flatMap(RedactionMark.init))
    } else if let footer = value["footer"] {
      self = RecordFooter(footer).map(RecordLine.footer) ?? .unknown
    } else if value["class"] == .string("denial") {
      self = DenialRecord(value).map(RecordLine.record) ?? .unknown
    } else if let name = value["class"]?.string {
      if HelperRecord.classes.contains(name) {
        self = HelperRecord(value).map(RecordLine.helper) ?? .unknown
      } else {
        self = .otherEntry
      }
    } else {
      self = .unknown
    }
  }

  /// Whether a line begins a file of records.
  package static func isHeader(_ line: Span<UInt8>) -> Bool {
    guard line.count < 4096, case .header = try? RecordLine(line: line) else { return false }
    return true
  }

  /// Whether a line is a header, a record, a helper or a footer, as they are written here.
  ///
  /// Its first key tells nearly every other line, so that this is quick.
  package static func isPartOfRecords(_ line: Span<UInt8>) -> Bool {
    let beginnings = [
      #"{"denialRecords":"#, #"{"class":"denial","#, #"{"class":"operation-half","#,
      #"{"class":"split-part","#, #"{"footer":{"#,
    ]
    guard beginnings.contains(where: { line.starts(with: $0) }) else { return false }
    switch try? RecordLine(line: line) {
    case .header, .record, .helper, .footer: return true
    case .otherEntry, .unknown, nil: return false
    }
  }
}

extension Span<UInt8> {
  fileprivate func starts(with text: String) -> Bool {
    count >= text.utf8.count && zip(indices, text.utf8).allSatisfy { self[$0] == $1 }
  }
}

extension RedactionMark {
  /// - Returns: `nil` if it has no level.
  fileprivate init?(_ value: JSONValue) {
    guard let level = Pseudonyms.Level(rawValue: value.text("level")) else { return nil }
    self.init(level: level, keyID: value.text("key").prefix(utf8Count: 64))
  }
}

extension DenialRecord {
  /// - Returns: `nil` if a field that a record must have is missing or has no such value.
  fileprivate init?(_ value: JSONValue) {
    guard let cause = value["cause"]?.string.flatMap(DenialCause.init),
      value["code"]?.integer == cause.code.rawValue,
      let confidence = value["confidence"]?.string.flatMap(Confidence.init),
      let source = value["source"]?.string, let lineNumber = value["line"]?.integer,
      let byteOffset = value["byteOffset"]?.integer
    else { return nil }
    var denial = Denial(
      insertID: value.text("insertId"), timestampText: value.text("timestamp"),
      logName: value.text("logName"), cause: cause, rule: value.text("rule"),
      confidence: confidence,
      evidence: Evidence(
        path: value["evidence"]?.text("path") ?? "", value: value["evidence"]?.text("value") ?? ""),
      caller: Denial.CallerIdentity(value["caller"]))
    denial.readCall(from: value)
    denial.readParts(from: value)
    self.init(denial: denial, source: source, lineNumber: lineNumber, byteOffset: byteOffset)
  }
}

extension Denial {
  fileprivate mutating func readCall(from value: JSONValue) {
    permissions = value["permissions"]?.texts ?? []
    permissionsAreInferred = value["inferred"]?.bool ?? false
    project = value.text("project")
    service = value.text("service")
    method = value.text("method")
    resource = value.text("resource")
    serviceAccount = value.text("serviceAccount")
    quotaProject = value.text("quotaProject")
    callerIP = value.text("callerIp")
    userAgent = value.text("userAgent")
    key = value.text("key")
    oauthClientID = value.text("oauthClientId")
    delegation = value["delegation"]?.texts ?? []
    perimeterID = value.text("vpcScId")
  }

  fileprivate mutating func readParts(from value: JSONValue) {
    operation = value["operation"].map(Operation.init)
    split = value["split"].map(Split.init)
    perimeter = value["perimeter"].map(Perimeter.init)
    quota = value["quota"].map(Quota.init)
    credentialState = CredentialState(rawValue: value.text("credentialState"))
  }
}

extension Denial.CallerIdentity {
  init(_ value: JSONValue?) {
    self.init(
      email: value?.text("email") ?? "", subject: value?.text("subject") ?? "",
      mappedPrincipal: value?.text("mappedPrincipal") ?? "")
  }
}

extension Denial.Operation {
  init(_ value: JSONValue) {
    self.init(
      id: value.text("id"), producer: value.text("producer"),
      isFirst: value["first"]?.bool ?? false, isLast: value["last"]?.bool ?? false)
  }
}

extension Denial.Split {
  init(_ value: JSONValue) {
    self.init(
      uid: value.text("uid"), index: value["index"]?.integer ?? 0,
      total: value["totalSplits"]?.integer ?? 0)
  }
}

extension RecordFooter {
  /// - Returns: `nil` if a field that a footer must have is missing.
  fileprivate init?(_ value: JSONValue) {
    guard let name = value["source"]?.string, let fingerprint = value["fingerprint"]?.string,
      let counts = value["books"], let recordCount = value["records"]?.integer,
      let checksum = RecordChecksum(
        recordCount: recordCount, helperCount: value["helpers"]?.integer ?? 0,
        text: value.text("checksum"))
    else { return nil }
    var books = SourceBooks(name: name)
    books.fingerprint = fingerprint
    books.readCounts(from: counts)
    guard let filter = DenialFilter(value["filters"]) else { return nil }
    books.selection = Selection(
      window: TimeWindow(
        since: Timestamp(value["window"]?.text("since") ?? ""),
        until: Timestamp(value["window"]?.text("until") ?? "")),
      filter: filter)
    books.firstEntry = Timestamp(value["window"]?.text("firstEntry") ?? "")
    books.lastEntry = Timestamp(value["window"]?.text("lastEntry") ?? "")
    for hour in (value["hoursSeen"]?.texts ?? []).compactMap(Timestamp.init) {
      books.noteHour(hour)
    }
    for service in value["dataAccessServices"]?.texts ?? [] { books.noteDataAccess(of: service) }
    books.isCapped = value["warnings"]?.texts.contains("cap-reached") ?? false
    self.init(
      books: books, checksum: checksum,
      sourceCount: min(max(value["sources"]?.integer ?? 1, 1), 1 << 31))
    let fields = fieldText
    self.checksum = checksum.unsealed(from: fields.span)
  }
}

extension DenialFilter {
  /// - Returns: `nil` if a filter cannot be as this says.
  fileprivate init?(_ value: JSONValue?) {
    let values = { (key: String) in value?[key]?.texts ?? [] }
    let codes = value?["code"]?.elements.compactMap(\.integer).map(String.init) ?? []
    do {
      try self.init(
        principals: values("principal"), projects: values("project"), services: values("service"),
        methods: values("method"), codes: codes, causes: values("cause"))
    } catch {
      return nil
    }
  }
}

extension SourceBooks {
  fileprivate mutating func readCounts(from counts: JSONValue) {
    compressedBytes = counts.count("compressedBytes")
    uncompressedBytes = counts.count("uncompressedBytes")
    lines = counts.count("lines")
    blank = counts.count("blank")
    entries = counts.count("entries")
    denialEntries = counts.count("denialEntries")
    malformed = counts.count("malformed")
    oversize = counts.count("oversize")
    isCorrupt = counts["corrupt"]?.bool ?? false
    isUnreadable = counts["unreadable"]?.bool ?? false
    for entryClass in EntryClass.allCases {
      self[entryClass] = counts["otherClasses"]?.count(entryClass.rawValue) ?? 0
    }
  }
}

extension JSONValue {
  /// The string of a key, its length limited; empty if there is none.
  func text(_ key: String) -> String {
    let text = self[key]?.string ?? ""
    return text.prefix(utf8Count: Denial.byteLimit + "…".utf8.count)
  }

  /// The strings of an array.
  var texts: [String] {
    elements.compactMap(\.string)
  }

  /// A count, 0 if there is none; limited, so that millions of them add up without overflow.
  func count(_ key: String) -> Int {
    min(max(self[key]?.integer ?? 0, 0), 1 << 40)
  }
}
