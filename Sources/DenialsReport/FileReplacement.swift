import Glibc

/// A file that is written piece by piece and takes the place of another one at the end.
///
/// A temporary file beside it is written, synchronised and renamed, so that a reader sees the old
/// file or the new one. An existing file keeps its mode; a new one gets what the umask leaves. If it
/// is let go before ``commit()``, nothing has changed. Devices and pipes are written to as they are,
/// `/dev/stdout` as standard output.
package struct FileReplacement: ~Copyable {
  private let target: OutputTarget
  /// Present while there is something to rename or to remove.
  private var temporary: InputPath?
  private let descriptor: CInt
  private let closes: Bool
  /// Whether the reader of a pipe has gone.
  private var isClosed = false

  /// Begins a file.
  ///
  /// - Throws: ``OutputError``, if it can be told by now that the file cannot be written.
  package init(_ path: InputPath) throws(OutputError) {
    let target = OutputTarget(path)
    let isStandardOutput = path == OutputFile.standardOutput
    let opened = isStandardOutput ? (nil, STDOUT_FILENO) : try target.openForWriting()
    self.target = target
    closes = !isStandardOutput
    (temporary, descriptor) = opened
  }

  deinit {
    if closes { close(descriptor) }
    if let temporary { OutputTarget.remove(temporary) }
  }

  /// Writes what comes next; a reader that has gone is no failure.
  package mutating func append(_ bytes: [UInt8]) throws(OutputError) {
    if isClosed { return }
    let code = OutputTarget.write(bytes, to: descriptor)
    if code == EPIPE { isClosed = true } else if code != 0 { throw target.error(code: code) }
  }

  /// Sees that what was written is on the disk.
  func synchronize() throws(OutputError) {
    if temporary != nil, fsync(descriptor) != 0 { throw target.systemError() }
  }

  /// Puts what was written in place of the old file.
  package consuming func commit() throws(OutputError) {
    guard let temporary else { return }
    try synchronize()
    try target.takePlace(from: temporary)
    self.temporary = nil
  }
}
