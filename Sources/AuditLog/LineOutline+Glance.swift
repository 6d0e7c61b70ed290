extension LineOutline {
  /// What a careful reading of a line finds that is known to be one JSON object; `nil` if a value is
  /// spelled in a way that is left to the careful reading.
  ///
  /// - Parameters:
  ///   - keys: Where the values begin that matter.
  ///   - hasFalse: Whether the line has a `false`, wherever it is.
  ///   - bytes: Many lines.
  ///   - lineStart: Where the line begins.
  @inline(__always)
  init?(_ keys: GlancedKeys, hasFalse: Bool, in bytes: Span<UInt8>, lineStart: Int) {
    self.init()
    do {
      if keys.logName != 0 {
        logName = try Self.text(at: keys.logName, in: bytes).relative(to: lineStart)
      }
      if keys.timestamp != 0 {
        let text = try Self.text(at: keys.timestamp, in: bytes)
        if Timestamp.mayBeExported(bytes, text) { return nil }
        timestamp = text.relative(to: lineStart)
      }
      if keys.operation != 0 {
        var scanner = CompactScanner(at: keys.operation)
        operation = scanner.skipValue(in: bytes).relative(to: lineStart)
      }
      if keys.payload != 0 {
        payload = try PayloadOutline(keys, hasFalse: hasFalse, in: bytes, lineStart: lineStart)
      }
    } catch {
      return nil
    }
  }

  /// The text of a string whose value begins at `start`.
  ///
  /// - Throws: If it is another value, or has escapes or characters beyond ASCII.
  @inline(__always)
  static func text(at start: Int, in bytes: Span<UInt8>) throws(LogEntryError) -> ByteRange {
    guard bytes[start] == UInt8(ascii: "\"") else { throw .malformed(byteOffset: start) }
    let end = ByteSearch.endOfPlainText(in: bytes, from: start &+ 1)
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else {
      throw .malformed(byteOffset: end)
    }
    return ByteRange(start: start &+ 1, end: end)
  }
}

extension PayloadOutline {
  /// The same of an audit payload.
  @inline(__always)
  fileprivate init(
    _ keys: GlancedKeys, hasFalse: Bool, in bytes: Span<UInt8>, lineStart: Int
  ) throws(LogEntryError) {
    self.init(start: keys.payload &- lineStart)
    if keys.type != 0 {
      let text = try LineOutline.text(at: keys.type, in: bytes)
      isAuditLog = ByteSearch.hasSuffix(bytes, text, ".AuditLog")
    }
    if keys.status != 0 {
      let empty = ByteRange(start: keys.status, end: keys.status &+ 2)
      hasStatus = !ByteSearch.equals(bytes, empty, "{}")
    }
    if keys.metadata != 0 {
      var scanner = CompactScanner(at: keys.metadata)
      hasTellingMetadata = try Self.isTelling(metadata: &scanner, in: bytes)
    }
    if keys.serviceName != 0 {
      serviceName = try LineOutline.text(at: keys.serviceName, in: bytes).relative(to: lineStart)
    }
    if keys.authorizationInfo != 0, hasFalse {
      var scanner = JSONScanner(at: keys.authorizationInfo)
      try scanner.skipValue(in: bytes)
      hasRefusedCheck = scanner.falseCount != 0
    }
  }
}

extension ByteRange {
  /// The same range, counted from `start` on.
  @inline(__always)
  fileprivate func relative(to start: Int) -> ByteRange {
    ByteRange(start: self.start &- start, end: end &- start)
  }
}
