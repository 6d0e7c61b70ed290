import Testing

@testable import AuditLog

/// What a glance sees is what a careful reading finds.
struct LineGlanceTests {
  /// Entries of every kind that matters to an outline, and of some that do not.
  private static let entries = [
    "{}", #"{"a":1}"#, #"{"protoPayload":{}}"#,
    #"{"logName":"projects/p/logs/x","severity":"INFO"}"#,
    #"""
    {"insertId":"1","protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog",\#
    "status":{},"serviceName":"storage.googleapis.com","authorizationInfo":[{"permission":"p",\#
    "granted":true,"resourceAttributes":{}},{"granted":false}],"request":{"a":[1,2,[],{}],\#
    "b":"\\\""}},"timestamp":"2026-11-22T10:00:00.5Z","logName":"projects/p/logs/c%2Fdata_access"}
    """#,
    #"""
    {"protoPayload":{"metadata":{"@type":"x.BigQueryAuditMetadata","dryRun":[true,false,null]},\#
    "status":{"code":7,"message":"é → 🚀 \u00e9"}},"operation":{"id":"o","first":true},"n":-1.5e+10}
    """#,
    #"{"protoPayload":{"metadataJson":"{}"},"protopayload_auditlog":{},"at_type":[]}"#,
    #"{"timestamp":"2026-11-22 10:00:00 UTC","resource":{"labels":{"a.b/c":"\/\b\f\n\r\t"}}}"#,
    #"{"protoPayload":[],"timestamp":7,"logName":null}"#,
    #"{"protoPayload":{"status":{},"status":{"code":7}},"logName":"a","logName":"b"}"#,
    #"{"proto\u0050ayload":{"stat\u0075s":{}},"logName":"\u0061","x\"y":{"z\\":0}}"#,
    #"{"deep":[[[[[[[[{"a":[[[{"b":[1]}]]]}]]]]]]]],"strings":["a","b",["c"],{"d":"e"}]}"#,
    #"{"long":"\#(String(repeating: "x", count: 200))","numbers":[0,10,123456789012,0.5,1E3,-0]}"#,
  ]

  /// Checks the answer to one line, if there is one, against the careful reading.
  ///
  /// - Returns: Whether there was an answer.
  @discardableResult
  private func isGlanced(_ line: [UInt8], before count: Int = 0) -> Bool {
    let bytes = [UInt8](repeating: 0x22, count: count) + line + [0x0a] + Self.slack
    let glances = BlockTokens.Engine.runnable.map { LineGlance(bytes.span, from: count, by: $0) }
    #expect(Set(glances.map { $0?.outline }).count == 1, "\(String(decoding: line, as: UTF8.self))")
    guard let glance = glances.last ?? nil else { return false }
    let expected = try? LineOutline(line: line.span)
    let isSame = glance.outline == expected && glance.end == count + line.count
    #expect(isSame, "\(String(decoding: line, as: UTF8.self))")
    return true
  }

  /// What stands behind a line, so that it does not end near the end.
  private static let slack = [UInt8](repeating: UInt8(ascii: "}"), count: 160)

  @Test func `an entry is seen wherever it begins and whatever its keys are`() {
    var seenCount = 0
    for entry in Self.entries {
      for count in 0..<65 where isGlanced(Array(entry.utf8), before: count) { seenCount += 1 }
    }
    #expect(seenCount == 8 * 65)
  }

  @Test func `no end of a line is a line, unless the careful reading says so`() {
    for entry in Self.entries {
      let line = Array(entry.utf8)
      for count in 0..<line.count { isGlanced(Array(line[..<count])) }
    }
  }

  @Test(arguments: entries)
  func `whatever byte stands in any place, the answer is the careful one`(entry: String) {
    let line = Array(entry.utf8)
    let tokens = Array("{}[],:\"\\/bfnrtu0159-+.eE'_yYaA \t\r\0\u{1f}\u{7f}".utf8)
    let bytes = tokens + [0x80, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xe9, 0xed, 0xf0, 0xf4, 0xf5, 0xff]
    for place in line.indices {
      for byte in bytes {
        var changed = line
        changed[place] = byte
        isGlanced(changed)
      }
    }
  }

  @Test(arguments: entries)
  func `without any byte, and with any token more, the answer is the careful one`(entry: String) {
    let line = Array(entry.utf8)
    for place in line.indices {
      var changed = line
      changed.remove(at: place)
      isGlanced(changed)
      for token in ["{", "}", "[", "]", ",", ":", "\"", "\\", "1", "\"a\"", "\"a\":", "{}", ",[]"] {
        isGlanced(Array(line[..<place] + Array(token.utf8) + line[place...]))
      }
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `tokens in any order are an object just when the careful reading says so`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let tokens = [
      "{", "}", "[", "]", ",", ":", "\"\"", "\"a\"", "\"a\":", ",\"b\":", "1", "true", "{}", "[]",
      "\"protoPayload\":{", "\"status\":", "\"logName\":\"x\"", "\"\\\"\"", "é", "\"é\"",
      "\"\(String(repeating: "y", count: 61))\"", "\u{1}", " ",
    ]
    var seenCount = 0
    for _ in 0..<15_000 {
      let count = Int.random(in: 0...9, using: &generator)
      let middle = (0..<count).map { _ in tokens.randomElement(using: &generator) ?? "" }
      if isGlanced(Array(("{" + middle.joined() + "}").utf8)) { seenCount += 1 }
    }
    #expect(seenCount > 150)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `documents without white space are seen, and mutations of them only if they are valid`(
    seed: UInt64
  ) {
    var documents = DocumentGenerator(seed: seed, spaces: [""])
    var seenCount = 0
    for _ in 0..<600 {
      let line = Array(documents.document().utf8)
      if isGlanced(line, before: documents.count(0...70)) { seenCount += 1 }
      for _ in 0..<20 {
        var changed = line
        for _ in 0..<documents.count(1...3) {
          let other = line[documents.count(0...(line.count - 1))]
          changed[documents.count(0...(line.count - 1))] = other
        }
        isGlanced(changed)
      }
    }
    // Keys with escapes are left to the careful reading.
    #expect(seenCount > 200)
  }

  @Test func `containers nested too deep are left to the careful reading`() {
    for depth in [1, 30, 62, 63, 64, 65, 66, 127, 128, 511, 512, 513, 600] {
      for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let value =
          String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
        let isSeen = isGlanced(Array("{\"b\":\(value)}".utf8))
        // Which of 63 it sees depends on their kinds.
        if depth != 63 { #expect(isSeen == (depth < 63)) }
      }
    }
  }

  @Test func `lines near the end of the bytes are left to the careful reading`() {
    let line = Array("{\"a\":[1,\"b\"]}\n".utf8)
    for count in 0...200 {
      let bytes = line + [UInt8](repeating: 0x0a, count: count)
      let isSeen = LineGlance(bytes.span, from: 0) != nil
      #expect(isSeen == (bytes.count > 128))
      for start in 1...bytes.count { #expect(LineGlance(bytes.span, from: start) == nil) }
    }
  }
}
