import GzipStream

/// The text of one input, inflated if it is gzip, with its size and fingerprint as it came.
///
///     file ─ block ─┬─ gzip reader ─► text
///           │       └─ plain ───────► text
///           └─ byte count, fingerprint
struct ByteSource: ~Copyable {
  /// What a call of ``read(into:atMost:)`` came to.
  enum Outcome: Hashable, Sendable {
    /// At least one byte was appended.
    case more
    /// Nothing was appended: the text before and the text after do not join, a line ends here.
    case damage(GzipDamage)
    /// Nothing was appended and nothing will be.
    case end
  }

  private enum State {
    /// Before the first bytes, which tell gzip from plain text.
    case start
    /// Plain text, of which the block has some from this index on.
    case firstBlock(index: Int)
    case plain
    case gzip
    case ended
  }

  private var file: InputFile
  private var gzip: GzipReader?
  private var state = State.start
  /// `nil` if nobody asks for the fingerprint.
  private var digest: Fingerprint?
  /// Takes over from the second block of compressed data on.
  private var digestQueue: FingerprintQueue?
  private var block: [UInt8] = []
  private let engine: InflateEngine
  private let progress: RunProgress?
  private let blockBytes: Int
  private var isFileAtEnd = false
  /// How many bytes were read, before any inflating.
  private(set) var compressedByteCount = 0

  /// Makes a source that reads a file from where it stands.
  ///
  /// - Parameters:
  ///   - file: Where to read.
  ///   - engine: Which library inflates.
  ///   - hasFingerprint: Whether anybody asks for the fingerprint: SHA-256 takes about a fifth of the
  ///     time that inflating takes.
  ///   - blockBytes: The most bytes to read at once; 64 KiB to 16 MiB take equal time.
  ///   - progress: Who counts what is read.
  init(
    _ file: consuming InputFile, engine: InflateEngine = .fastest, hasFingerprint: Bool = true,
    blockBytes: Int = 256 * 1024, progress: RunProgress? = nil
  ) {
    self.progress = progress
    self.file = file
    digest = hasFingerprint ? Fingerprint() : nil
    self.engine = engine
    self.blockBytes = blockBytes
  }

  /// Where the bytes come from.
  var origin: InputOrigin { file.origin }

  /// The SHA-256 of the bytes read so far, before any inflating: of the whole input at the end. Empty
  /// if nobody was to ask for it.
  var fingerprint: String { digestQueue?.hexadecimal ?? digest?.hexadecimal ?? "" }

  /// Appends the text that comes next to `buffer`, at most `count` bytes, and waits for it.
  ///
  /// - Throws: `cannotRead`; the source is at its end after that.
  mutating func read(into buffer: inout [UInt8], atMost count: Int) throws(InputError) -> Outcome {
    while true {
      switch state {
      case .start:
        if let outcome = try tellFormat() { return outcome }
      case .firstBlock(let index):
        let end = min(index + count, block.count)
        buffer += block[index..<end]
        state = end < block.count ? .firstBlock(index: end) : .plain
        if end > index { return .more }
      case .plain:
        if try readFile(into: &buffer, atMost: count) { return .more }
        state = .ended
      case .gzip:
        if let outcome = try readGzip(into: &buffer, atMost: count) { return outcome }
      case .ended:
        return .end
      }
    }
  }

  /// Reads until the first bytes tell what they are, in however small pieces; `nil` means go on.
  private mutating func tellFormat() throws(InputError) -> Outcome? {
    while block.count < Self.tellingCount, try readBlock() {}
    guard block.starts(with: GzipReader.magic) else {
      state = .firstBlock(index: 0)
      return nil
    }
    do {
      gzip = try GzipReader(engine: engine)
      gzip?.supply(block)
      block = []
      state = .gzip
      return nil
    } catch {
      state = .ended
      return .damage(GzipDamage(error: error, resumedOffset: nil))
    }
  }

  /// Inflates what was read or reads more; `nil` means go on.
  private mutating func readGzip(
    into buffer: inout [UInt8], atMost count: Int
  ) throws(InputError) -> Outcome? {
    switch gzip?.read(into: &buffer, atMost: count) {
    case .bytes: return .more
    case .damage(let damage): return .damage(damage)
    case .end, nil: state = .ended
    case .needsInput: try supplyBlock()
    }
    return nil
  }

  /// Gives the gzip reader what comes next.
  private mutating func supplyBlock() throws(InputError) {
    var next: [UInt8] = []
    guard try readFile(into: &next, atMost: blockBytes, isDigested: false) else {
      // That more would have come is no damage.
      if Interruption.isRequested { state = .ended } else { gzip?.finishInput() }
      return
    }
    if digestQueue == nil { digestQueue = digest.map { FingerprintQueue(after: $0) } }
    digestQueue?.update(next)
    gzip?.supply(next)
  }

  /// Appends to the block; says whether there was anything.
  private mutating func readBlock() throws(InputError) -> Bool {
    var bytes: [UInt8] = []
    swap(&bytes, &block)
    defer { swap(&bytes, &block) }
    return try readFile(into: &bytes, atMost: blockBytes)
  }

  /// Reads once, counts and, unless the caller does it, digests; says whether there was anything.
  private mutating func readFile(
    into buffer: inout [UInt8], atMost count: Int, isDigested: Bool = true
  ) throws(InputError) -> Bool {
    // A terminal would take a second end of input for another line.
    guard !isFileAtEnd else { return false }
    let start = buffer.count
    do {
      isFileAtEnd = try file.read(into: &buffer, atMost: count) == 0
    } catch {
      state = .ended
      throw error
    }
    if isDigested { digest?.update(buffer.span.extracting(start...)) }
    compressedByteCount += buffer.count - start
    progress?.addRead(byteCount: buffer.count - start)
    return !isFileAtEnd
  }

  /// The bytes that no other format and no text begins with: gzip's magic number and its method.
  private static let tellingCount = 3
}
