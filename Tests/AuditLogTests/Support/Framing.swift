import AuditLog

/// What a framer makes of a source.
struct Framing: Equatable {
  /// The documents, without the line feeds behind them.
  var lines: [String] = []
  var byteOffsets: [Int] = []
  var lineNumbers: [Int] = []

  /// Frames a whole source, in pieces of one size.
  init(_ text: String, pieceBytes: Int = .max, limit: Int = 1 << 20) {
    self.init(parts: [Array(text.utf8)], pieceBytes: pieceBytes, limit: limit)
  }

  /// Frames a source of which something is lost between any two parts.
  init(parts: [[UInt8]], pieceBytes: Int = .max, limit: Int = 1 << 20, takesOften: Bool = false) {
    var framer = DocumentFramer(documentByteLimit: limit, byteOffset: 0)
    for (index, part) in parts.enumerated() {
      if index > 0 { framer.loseRest() }
      for start in stride(from: 0, to: part.count, by: pieceBytes) {
        framer.read(
          Array(part[start..<min(part.count, pieceBytes == .max ? .max : start + pieceBytes)]))
        if takesOften { add(framer.takeDocuments()) }
      }
    }
    framer.finish()
    add(framer.takeDocuments())
  }

  private mutating func add(_ documents: DocumentFramer.Documents) {
    let texts = documents.text.split(separator: 0x0a, omittingEmptySubsequences: false).dropLast()
    precondition(texts.count == documents.places.count, "a line a document")
    precondition(documents.firstNumber == lines.count + 1, "documents are numbered on")
    lines += texts.map { String(decoding: $0, as: UTF8.self) }
    byteOffsets += documents.places.map(\.byteOffset)
    lineNumbers += documents.places.map(\.lineNumber)
  }
}
