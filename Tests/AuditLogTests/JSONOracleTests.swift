import AuditLog
import Foundation
import Testing

/// Thousands of documents, good and bad, read by this module and by Python's `json`.
@Suite(.enabled(if: Python.isInstalled, "python3 is missing: JSON is compared with nothing"))
struct JSONOracleTests {
  private static let countPerSeed = 2500

  @Test(arguments: [1, 2, 3, 20, 1152])
  func `every document is judged and read as Python does`(seed: Int) throws {
    let file = URL.temporaryDirectory.appending(path: "denials-report-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try Python.run(
      oracle: "json_documents.py", ["\(seed)", "\(Self.countPerSeed)", file.path])
    let verdicts = try Python.run(oracle: "json_oracle.py", [file.path]).split(separator: "\n")
    let documents = Self.documents(in: Array(try Data(contentsOf: file)))
    try #require(documents.count == Self.countPerSeed && verdicts.count == Self.countPerSeed)

    var books = Books()
    for (document, verdict) in zip(documents, verdicts) {
      books.add(compare(document, with: String(verdict)))
    }
    // Were the generator to lose a kind of document, the comparison would be worth nothing.
    #expect(books.bad > 1000 && books.equal > 800 && books.loneSurrogate > 20)
  }

  /// How often a comparison ended how.
  private struct Books {
    var bad = 0
    var equal = 0
    var loneSurrogate = 0

    mutating func add(_ outcome: WritableKeyPath<Books, Int>) {
      self[keyPath: outcome] += 1
    }
  }

  /// Compares one document; strings with lone surrogates only by being valid, because Swift has
  /// U+FFFD instead.
  private func compare(_ document: [UInt8], with verdict: String) -> WritableKeyPath<Books, Int> {
    let shown = Comment(rawValue: String(decoding: document.prefix(500), as: UTF8.self))
    let skipped = Result { () throws(LogEntryError) in try skip(document) }
    let value = Result { () throws(LogEntryError) in try read(document) }
    #expect(skipped.error == value.error, shown)
    checkOutline(of: document, value: value, shown)
    guard verdict.hasPrefix("ok\t") else {
      #expect(skipped.error != nil, shown)
      return \.bad
    }
    #expect(skipped.error == nil, shown)
    let canonical = String(verdict.dropFirst("ok\t".count))
    if CanonicalJSON.hasLoneSurrogate(canonical) { return \.loneSurrogate }
    if case .success(let value) = value {
      #expect(CanonicalJSON.text(of: value) == canonical, shown)
    }
    return \.equal
  }

  /// A whole line is read with the same answer when it is an object, and refused when it is not.
  private func checkOutline(
    of document: [UInt8], value: Result<JSONValue, LogEntryError>, _ shown: Comment
  ) {
    // A line may begin with a byte order mark, a JSON document may not.
    guard !document.starts(with: Lines.byteOrderMark) else { return }
    let outline = Result { () throws(LogEntryError) in try LineOutline(line: document.span) }
    switch value {
    case .success(.object):
      #expect(outline.error == nil, shown)
      #expect(throws: Never.self, shown) { try LogEntry(line: document.span) }
    case .success: #expect(outline.error == .notAnObject, shown)
    case .failure(let error): #expect(outline.error == error, shown)
    }
  }

  /// The documents of a framed file.
  private static func documents(in bytes: [UInt8]) -> [[UInt8]] {
    var documents: [[UInt8]] = []
    var offset = 0
    while offset + 4 <= bytes.count {
      let length = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      documents.append(Array(bytes[offset + 4..<offset + 4 + length]))
      offset += 4 + length
    }
    return documents
  }
}

extension Result {
  /// The error of a failure.
  fileprivate var error: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}
