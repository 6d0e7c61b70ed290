import AuditLog

/// Passes over one value that is a whole line.
///
/// - Returns: Where the value stands.
@discardableResult
func skip(_ line: [UInt8]) throws(LogEntryError) -> ByteRange {
  let line = line.span
  var scanner = JSONScanner()
  let range = try scanner.skipValue(in: line)
  try scanner.finish(in: line)
  return range
}

/// Reads one value that is a whole line.
func read(_ line: [UInt8]) throws(LogEntryError) -> JSONValue {
  let line = line.span
  var scanner = JSONScanner()
  let value = try JSONValue(from: &scanner, in: line)
  try scanner.finish(in: line)
  return value
}

/// Passes over one value that is a whole line.
@discardableResult
func skip(_ line: String) throws(LogEntryError) -> ByteRange {
  try skip(Array(line.utf8))
}

/// Reads one value that is a whole line.
func read(_ line: String) throws(LogEntryError) -> JSONValue {
  try read(Array(line.utf8))
}

/// Looks at a whole line as the pipeline does.
@discardableResult
func outline(_ line: String) throws(LogEntryError) -> LineOutline {
  let line = Array(line.utf8)
  return try LineOutline(line: line.span)
}

/// Reads a whole log entry.
func entry(_ line: String) throws(LogEntryError) -> LogEntry {
  let line = Array(line.utf8)
  return try LogEntry(line: line.span)
}
