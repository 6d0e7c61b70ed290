import AuditLog
import GzipStream

/// Cuts the text of one source into batches of whole lines, or of documents put on a line each.
///
/// Which of the two is told by the beginning of the source. A line beyond the limit is passed over
/// without being kept, so that memory stays bounded whatever comes. Where compressed data is damaged,
/// a line ends.
struct LineBatcher: ~Copyable {
  /// What comes next in a source.
  enum Piece {
    case lines(LineBatch)
    /// A line beyond the limit; it is in no batch.
    ///
    /// `beginning` is as much of it as there was when it was given up, for whoever keeps rejects.
    case oversizeLine(lineNumber: Int, byteOffset: Int, beginning: [UInt8])
    case damage(GzipDamage)
    case failure(InputError)
  }

  private var source: ByteSource
  private let sourceNumber: Int
  private let batchBytes: Int
  private let lineByteLimit: Int
  private let buffers: BufferPool
  private let countsLines: Bool
  /// The beginning of the next batch; no line feed is before ``searchedCount``.
  private var buffer: [UInt8] = []
  private var searchedCount = 0
  /// Where `buffer` begins in the decompressed source.
  private var byteOffset = 0
  private var lineNumber = 1
  private var isSkippingLine = false
  private var isShapeKnown = false
  /// Present if the source is no JSON Lines; the buffer is empty then.
  private var framer: DocumentFramer?
  private var isEnded = false
  /// Pieces that came at once, the next one last.
  private var pending: [Piece] = []

  /// - Parameters:
  ///   - source: What to read.
  ///   - number: That the run gave the source.
  ///   - batchBytes: How much text a batch has at least, but for the last one.
  ///   - lineByteLimit: The longest line or document that is kept.
  ///   - buffers: Where empty buffers come from.
  ///   - countsLines: Whether batches say which line of the source is their first.
  init(
    _ source: consuming ByteSource, number: Int, batchBytes: Int, lineByteLimit: Int,
    buffers: BufferPool, countsLines: Bool
  ) {
    self.source = source
    sourceNumber = number
    self.batchBytes = batchBytes
    self.lineByteLimit = lineByteLimit
    self.buffers = buffers
    self.countsLines = countsLines
    buffer = buffers.take()
  }

  deinit {
    buffers.give(buffer)
  }

  /// The bytes read so far, before any inflating.
  var compressedByteCount: Int { source.compressedByteCount }
  /// How much text came of them.
  var uncompressedByteCount: Int { byteOffset + buffer.count }
  /// The SHA-256 of the bytes read so far.
  var fingerprint: String { source.fingerprint }

  /// Reads on; `nil` at the end of the source.
  mutating func next() -> Piece? {
    while true {
      if let piece = pending.popLast() { return piece }
      if isEnded { return nil }
      do {
        let room = max(batchBytes - buffer.count, Self.leastReadBytes, buffer.count / 2)
        switch try source.read(into: &buffer, atMost: room) {
        case .more:
          dropByteOrderMark()
          tellShape(isWhole: false)
          if framer != nil { frame() } else if isShapeKnown { takeWholeLines() }
        case .damage(let damage):
          takeRest(isEnd: false)
          pending.insert(.damage(damage), at: 0)
        case .end:
          if Interruption.isRequested { dropUnfinished() } else { takeRest(isEnd: true) }
          isEnded = true
        }
      } catch {
        takeRest(isEnd: false)
        pending.insert(.failure(error), at: 0)
        isEnded = true
      }
    }
  }

  /// How much is read at least into a buffer that is nearly full.
  static let leastReadBytes = 65_536

  /// A mark at the very beginning says that the text is UTF-8, and is no part of it.
  private mutating func dropByteOrderMark() {
    guard byteOffset == 0, buffer.starts(with: [0xef, 0xbb, 0xbf]) else { return }
    buffer.removeFirst(3)
    byteOffset = 3
  }

  /// Looks at the beginning, until it tells how entries stand in the source.
  private mutating func tellShape(isWhole: Bool) {
    guard !isShapeKnown, !buffer.isEmpty,
      let shape = SourceShape(of: buffer.span, isWhole: isWhole)
    else { return }
    isShapeKnown = true
    if shape == .documents {
      framer = DocumentFramer(documentByteLimit: lineByteLimit, byteOffset: byteOffset)
    }
  }

  /// Makes batches of all that is left before the end of the source, or before a damaged place.
  private mutating func takeRest(isEnd: Bool) {
    tellShape(isWhole: true)
    guard framer != nil else {
      takeLastLine()
      return
    }
    frame()
    if isEnd { framer?.finish() } else { framer?.loseRest() }
    takeDocuments()
  }

  /// Makes batches of what is whole; the rest of a line or document would have come.
  private mutating func dropUnfinished() {
    guard framer == nil else {
      takeDocuments()
      return
    }
    buffer.removeSubrange((buffer.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0)...)
    if !isSkippingLine { takeLastLine() }
  }

  /// Hands the buffer to the framer, and makes a batch of its documents once there is enough.
  private mutating func frame() {
    framer?.read(buffer)
    byteOffset += buffer.count
    buffer.removeAll(keepingCapacity: true)
    if (framer?.readyByteCount ?? 0) >= batchBytes { takeDocuments() }
  }

  private mutating func takeDocuments() {
    guard let documents = framer?.takeDocuments(), !documents.places.isEmpty else { return }
    let batch = LineBatch(
      source: sourceNumber, bytes: documents.text, firstLineNumber: documents.firstNumber,
      byteOffset: byteOffset, documents: documents.places)
    pending.insert(.lines(batch), at: 0)
  }

  /// Makes a batch of the whole lines in the buffer, once there is enough.
  private mutating func takeWholeLines() {
    if isSkippingLine { skipToLineFeed() }
    guard buffer.count >= batchBytes else { return }
    guard let lineFeed = buffer[searchedCount...].lastIndex(of: 0x0a) else {
      searchedCount = buffer.count
      if buffer.count > lineByteLimit { skipLine() }
      return
    }
    var rest = buffers.take()
    rest += buffer[(lineFeed + 1)...]
    buffer.removeSubrange((lineFeed + 1)...)
    takeBuffer(leaving: rest)
  }

  /// Makes a batch of all that is left, as if a line feed followed.
  private mutating func takeLastLine() {
    if isSkippingLine { skipToLineFeed() }
    if isSkippingLine {
      isSkippingLine = false
      if countsLines { lineNumber += 1 }
    }
    if !buffer.isEmpty { takeBuffer(leaving: buffers.take()) }
  }

  /// Makes a batch of the buffer, which ends a line, and goes on with another one.
  private mutating func takeBuffer(leaving rest: consuming [UInt8]) {
    let batch = LineBatch(
      source: sourceNumber, bytes: buffer, firstLineNumber: lineNumber, byteOffset: byteOffset)
    pending.insert(.lines(batch), at: 0)
    byteOffset += buffer.count
    if countsLines {
      lineNumber += Lines.lineFeedCount(in: buffer.span)
      if buffer.last != 0x0a { lineNumber += 1 }
    }
    buffer = rest
    searchedCount = buffer.count
  }

  /// Gives up the line in the buffer, which is too long already.
  private mutating func skipLine() {
    let beginning = Array(buffer.prefix(Reject.rawByteLimit))
    pending.insert(
      .oversizeLine(lineNumber: lineNumber, byteOffset: byteOffset, beginning: beginning), at: 0)
    isSkippingLine = true
    skipToLineFeed()
  }

  /// Drops the rest of a line that was given up.
  private mutating func skipToLineFeed() {
    searchedCount = 0
    guard let lineFeed = buffer.firstIndex(of: 0x0a) else {
      byteOffset += buffer.count
      buffer.removeAll(keepingCapacity: true)
      return
    }
    byteOffset += lineFeed + 1
    buffer.removeSubrange(...lineFeed)
    if countsLines { lineNumber += 1 }
    isSkippingLine = false
  }
}
