/// Puts each JSON document of a source on a line of its own, wherever documents begin and end.
///
///     array       [⏎  {⏎ … },⏎  {⏎ … }⏎]    as `gcloud logging read --format=json` prints
///     documents   {⏎ … }⏎{⏎ … }⏎           as `jq .` prints
///
/// A line feed inside a document becomes a space; what stands between documents (white space,
/// commas, the brackets of arrays, byte order marks) is left out. Only brackets, strings and where
/// they may stand are looked at: whether a document is JSON is for its reader to say. Text that is
/// no document makes a line as well, so that it is counted.
///
/// Memory is bounded: a document beyond the limit is cut right behind it, so that its reader sees
/// that it is too long, and the depth of brackets takes no memory.
package struct DocumentFramer: Sendable {
  /// Where a document begins.
  package struct Place: Hashable, Sendable {
    /// The line of the source, from 1.
    package let lineNumber: Int
    /// In the source, from 0.
    package let byteOffset: Int
    /// How much of the source it takes.
    package fileprivate(set) var byteCount = 0
  }

  /// What the next byte belongs to.
  enum State: Sendable {
    case between
    /// Text at the level of documents that is neither an object nor an array.
    case loose
    case document
    /// A document that cannot be JSON, up to a line that looks like the beginning of another.
    case broken
    /// Just behind a loss, which may be the middle of a line and of a document.
    case resumed
  }

  var state = State.between
  var isInString = false
  /// Whether the byte before was a backslash in a string.
  var isEscaped = false
  var brackets = BracketStack()
  /// The last byte of the document that is neither white space nor inside a string.
  var lastInk: UInt8 = 0
  var layout: SourceLayout
  /// How many arrays around the documents are open.
  private var openArrayCount = 0

  private let documentByteLimit: Int
  /// Whole documents, each with a line feed, then the beginning of the next one.
  private var text: [UInt8] = []
  private var wholeByteCount = 0
  private var places: [Place] = []
  /// Where the document under way begins; `nil` if there is none.
  private var start: Place?
  /// How many documents were taken before those in ``text``.
  private var takenCount = 0
  /// Where the line feeds of the document under way are in the piece, which nobody copied yet.
  private var lineFeeds: [Int] = []

  /// - Parameters:
  ///   - documentByteLimit: The longest document that is kept whole.
  ///   - byteOffset: Where the first byte stands in the source.
  package init(documentByteLimit: Int, byteOffset: Int) {
    self.documentByteLimit = documentByteLimit
    layout = SourceLayout(byteOffset: byteOffset)
  }

  /// Where the next byte stands in the source.
  package var byteOffset: Int { layout.byteOffset }

  /// The size of the whole documents that wait.
  package var readyByteCount: Int { wholeByteCount }

  /// Takes the documents that are whole, each on a line, with where each begins.
  package mutating func takeDocuments() -> Documents {
    let documents = Documents(
      text: Array(text[..<wholeByteCount]), places: places, firstNumber: takenCount + 1)
    text.removeSubrange(..<wholeByteCount)
    takenCount += places.count
    places = []
    wholeByteCount = 0
    return documents
  }

  /// Whole documents.
  package struct Documents: Sendable {
    /// Each with a line feed.
    package let text: [UInt8]
    package let places: [Place]
    /// The number of the first one in the source, from 1.
    package let firstNumber: Int
  }

  /// Reads the bytes that follow those of the call before.
  package mutating func read(_ piece: [UInt8]) {
    let bytes = piece.span
    // What is before this index is copied, or belongs to no document.
    var copied = 0
    var index = 0
    while index < bytes.count {
      switch step(over: &index, of: bytes) {
      case .go: break
      case .begin:
        copied = index
        begin(at: index)
        index += 1
      case .end:
        copy(piece, copied..<index)
        copied = index
        endDocument(at: index)
      }
    }
    if start != nil { copy(piece, copied..<bytes.count) }
    layout.byteOffset += bytes.count
  }

  /// Ends the document under way, whose rest is lost, and looks for where another begins.
  package mutating func loseRest() {
    endDocument(at: 0)
    forgetArrays()
    layout.hasInk = true
    state = .resumed
  }

  /// Ends what is under way at the end of the source.
  ///
  /// An array that nothing closes is a document that is cut off: `[` and no more.
  package mutating func finish() {
    if start == nil, openArrayCount > 0 {
      start = Place(lineNumber: layout.lineNumber, byteOffset: layout.byteOffset)
      text.append(UInt8(ascii: "["))
    }
    endDocument(at: 0)
    forgetArrays()
  }

  /// What ``step(over:of:)`` asks for.
  enum Step {
    case go
    /// A document begins at the index.
    case begin
    /// The document under way ends before the index.
    case end
  }

  /// Notes a bracket of an array around documents.
  mutating func noteArray(_ bracket: UInt8) {
    openArrayCount = max(0, openArrayCount + (bracket == UInt8(ascii: "[") ? 1 : -1))
  }

  /// Stops to count arrays around documents: the end of one may be in a broken document.
  mutating func forgetArrays() {
    openArrayCount = 0
  }

  /// Notes a line feed at an index of the piece.
  mutating func noteLineFeed(at index: Int) {
    layout.lineNumber += 1
    layout.beginLine(at: index + 1)
    if start != nil { lineFeeds.append(index) }
  }

  /// Whether a document is under way.
  var isInDocument: Bool { start != nil }

  private mutating func begin(at index: Int) {
    start = Place(lineNumber: layout.lineNumber, byteOffset: layout.byteOffset + index)
  }

  /// Adds bytes to the document under way, up to one more than it may have.
  private mutating func copy(_ piece: [UInt8], _ range: Range<Int>) {
    let room = documentByteLimit + 1 - (text.count - wholeByteCount)
    let end = min(range.upperBound, range.lowerBound + max(0, room))
    let shift = text.count - range.lowerBound
    text += piece[range.lowerBound..<end]
    for index in lineFeeds where index < end { text[index + shift] = 0x20 }
    lineFeeds.removeAll(keepingCapacity: true)
  }

  /// Makes a line of the document under way, unless it is no more than a byte order mark.
  private mutating func endDocument(at index: Int) {
    guard var start else { return }
    start.byteCount = layout.byteOffset + index - start.byteOffset
    while let last = text.last, text.count > wholeByteCount, JSONScanner.isWhitespace(last) {
      text.removeLast()
    }
    if text[wholeByteCount...].elementsEqual(Lines.byteOrderMark) {
      text.removeSubrange(wholeByteCount...)
      layout.passByteOrderMark(at: start.byteOffset)
    } else {
      text.append(0x0a)
      wholeByteCount = text.count
      places.append(start)
    }
    layout.endDocument()
    self.start = nil
    state = .between
    isInString = false
    isEscaped = false
    brackets = BracketStack()
  }
}
