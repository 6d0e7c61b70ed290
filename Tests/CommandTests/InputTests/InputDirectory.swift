import Foundation
import Testing

@testable import DenialsReport

/// A directory of a test's own, removed with all that is in it at the end of its life.
final class InputDirectory {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The path of a name in the directory; the directory itself without one.
  func path(_ name: String = "") -> InputPath {
    InputPath(name.isEmpty ? url.path(percentEncoded: false) : text(name))
  }

  /// Makes a file, and the directories above it.
  @discardableResult
  func file(_ name: String, _ bytes: [UInt8] = []) throws -> InputOrigin {
    try directory(String(name.prefix(upTo: name.lastIndex(of: "/") ?? name.startIndex)))
    try Data(bytes).write(to: URL(filePath: text(name)))
    return .file(path(name))
  }

  func directory(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: text(name)), withIntermediateDirectories: true)
  }

  /// Makes a symbolic link.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: text(name), withDestinationPath: target)
  }

  /// Gives a file a second name.
  func hardLink(_ name: String, to other: String) throws {
    try FileManager.default.linkItem(atPath: text(other), toPath: text(name))
  }

  func fifo(_ name: String) throws {
    let code = unsafe mkfifo(text(name), 0o600)
    try #require(code == 0)
  }

  private func text(_ name: String) -> String {
    url.appending(path: name).path(percentEncoded: false)
  }
}

/// The reading end of a pipe, into which `write` puts bytes from another thread, one write each.
func pipedFile(writing pieces: [[UInt8]], flags: CInt = 0) throws -> InputFile {
  let pipe = Pipe()
  let reading = dup(pipe.fileHandleForReading.fileDescriptor)
  try #require(fcntl(reading, F_SETFL, flags) == 0)
  let writing = pipe.fileHandleForWriting
  Thread.detachNewThread {
    for piece in pieces { writing.write(Data(piece)) }
    try? writing.close()
  }
  return InputFile(takingOver: reading, origin: .standardInput)
}
