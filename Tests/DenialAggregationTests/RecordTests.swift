import AuditLog
import DenialAggregation
import DenialClassification
import IAM
import Testing

struct RecordTests {
  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0a).map(Array.init)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `a record that is written reads back equal`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let record = DenialRecord(
      denial: Denial.random(using: &generator).limited, source: Denial.hostile[Int(seed) % 5],
      lineNumber: Int(seed), byteOffset: Int(seed) * 1000)
    var writer = JSONWriter(style: .compact)
    record.write(to: &writer)
    let lines = Self.lines(writer.bytes)
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    guard case .record(let read) = try RecordLine(line: line.span) else {
      Issue.record("not read as a record")
      return
    }
    #expect(read == record)
  }

  @Test func `a footer that is written reads back equal`() throws {
    var books = SourceBooks(name: "logs/a \u{202e}.jsonl.gz")
    books.fingerprint = "00ff"
    (books.compressedBytes, books.uncompressedBytes) = (12, 345)
    (books.lines, books.blank, books.entries, books.denialEntries) = (9, 1, 6, 2)
    (books.malformed, books.oversize, books.isCorrupt) = (1, 1, true)
    for (index, entryClass) in EntryClass.allCases.enumerated() { books[entryClass] = index }
    books.note(Report.clock)
    books.noteDataAccess(of: "aiplatform.googleapis.com")
    books.selection = Selection(
      window: TimeWindow(since: Report.clock),
      filter: try DenialFilter(
        principals: ["a", "\u{e9}\"*"], codes: ["1153", "1152"], causes: ["quota*"]))
    let line: [UInt8] = Array("{}".utf8)
    var checksum = RecordChecksum()
    checksum.combine(line.span)
    let footer = RecordFooter(books: books, checksum: checksum, sourceCount: 3)
    var writer = JSONWriter(style: .compact)
    footer.write(to: &writer)
    let written = Self.lines(writer.bytes)
    let text = try #require(written.first)
    guard case .footer(let read) = try RecordLine(line: text.span) else {
      Issue.record("not read as a footer")
      return
    }
    #expect(read == footer)
  }

  @Test(arguments: [
    nil, RedactionMark(level: .partial, keyID: "0123abcd"),
    RedactionMark(level: .full, keyID: "ffffffff"),
  ])
  func `a header tells the version, the rules and what made the names`(
    mark: RedactionMark?
  ) throws {
    var writer = JSONWriter(style: .compact)
    DenialRecord.writeHeader(tool: "denials-report test", redaction: mark, to: &writer)
    let line = Self.lines(writer.bytes)[0]
    let isHeader = RecordLine.isHeader(line.span)
    #expect(isHeader)
    guard case .header(let version, let rules, let redaction) = try RecordLine(line: line.span)
    else {
      Issue.record("not read as a header")
      return
    }
    #expect(version == 1 && redaction == mark)
    #expect(rules == DecisionTable.digest)
  }

  @Test(arguments: [
    #"{"class":"denial"}"#, #"{"class":"denial","code":1152,"cause":"rate-limit"}"#,
    #"{"footer":{}}"#, #"{"footer":7}"#, #"{"insertId":"x"}"#, "{}",
  ])
  func `a line that lacks what a record needs is unknown`(line: String) throws {
    let bytes = Array(line.utf8)
    guard case .unknown = try RecordLine(line: bytes.span) else {
      Issue.record("read as something")
      return
    }
  }

  @Test(arguments: [
    #"{"principal":[""]}"#, #"{"cause":["none"]}"#, #"{"code":[7]}"#,
  ])
  func `a footer with a filter that cannot be is unknown`(filters: String) throws {
    let line = { (filters: String) in
      Array(
        #"{"footer":{"source":"a","fingerprint":"f","books":{},"filters":\#(filters),"#.utf8)
        + Array(#""records":0,"checksum":"0"}}"#.utf8)
    }
    let bytes = line(filters)
    guard case .unknown = try RecordLine(line: bytes.span) else {
      Issue.record("read as something")
      return
    }
    let whole = line("{}")
    guard case .footer = try RecordLine(line: whole.span) else {
      Issue.record("not read as a footer")
      return
    }
  }

  @Test func `a log entry is no header`() {
    let bytes = Array(#"{"logName":"x","protoPayload":{"denialRecords":1}}"#.utf8)
    let isHeader = RecordLine.isHeader(bytes.span)
    #expect(!isHeader)
  }

  @Test func `a checksum does not depend on order and notices a changed byte`() {
    let lines = ["one", "two", "three"].map { Array($0.utf8) }
    func checksum(_ lines: [[UInt8]]) -> RecordChecksum {
      var checksum = RecordChecksum()
      for line in lines { checksum.combine(line.span) }
      return checksum
    }
    #expect(checksum(lines) == checksum(lines.reversed()))
    #expect(checksum(lines) != checksum([lines[0], lines[1], Array("threE".utf8)]))
    #expect(checksum(lines) != checksum([lines[0], lines[1]]))
    #expect(
      RecordChecksum(recordCount: 3, helperCount: 0, text: checksum(lines).text) == checksum(lines))
  }
}

extension Denial {
  /// The denial as judging would have made it: no string beyond the limit.
  fileprivate var limited: Denial {
    var denial = self
    for path in [\Denial.method, \Denial.resource] as [WritableKeyPath<Denial, String>] {
      if denial[keyPath: path].utf8.count > Denial.byteLimit {
        denial[keyPath: path] = denial[keyPath: path].prefix(utf8Count: Denial.byteLimit) + "…"
      }
    }
    denial.evidence = Evidence(path: evidence.path, logValue: evidence.value)
    return denial
  }
}
