import Foundation
import Testing

@testable import DenialsReport

/// Descriptors: opened, read, closed.
@Suite struct InputFileTests {
  @Test func `a file is read piece by piece to its end`() throws {
    let directory = try InputDirectory()
    var file = try InputFile(directory.file("a.json", Array("hello".utf8)))
    var buffer = Array(">".utf8)
    #expect(try file.read(into: &buffer, atMost: 3) == 3)
    #expect(try file.read(into: &buffer, atMost: 3) == 2)
    #expect(try file.read(into: &buffer, atMost: 3) == 0)
    #expect(buffer == Array(">hello".utf8))
  }

  @Test func `a name that is no UTF-8 can be opened`() throws {
    let directory = try InputDirectory()
    let path = InputPath(bytes: directory.path().bytes + [0x2F, 0xFF, 0x0A, 0x80])
    let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
    let descriptor = unsafe open(name, O_CREAT | O_WRONLY, 0o600)
    try #require(descriptor >= 0)
    close(descriptor)
    var buffer: [UInt8] = []
    var file = try InputFile(.file(path))
    #expect(try file.read(into: &buffer, atMost: 1) == 0)
  }

  @Test(arguments: [
    ("missing", ENOENT), ("file/below", ENOTDIR), ("loop", ELOOP), ("a\0b", EINVAL),
  ])
  func `what cannot be opened says why`(name: String, code: CInt) throws {
    let directory = try InputDirectory()
    try directory.file("file")
    try directory.link("loop", to: "loop")
    let path = InputPath(bytes: directory.path().bytes + Array("/\(name)".utf8))
    let error = #expect(throws: InputError.self) { _ = try InputFile(.file(path)) }
    #expect(error == .cannotOpen(.file(path), SystemError(code: code)))
  }

  @Test(arguments: [
    // A process's memory has nothing at address 0, which is an I/O error.
    ("/proc/self/mem", EIO),
    ("/", EISDIR),
  ])
  func `what cannot be read says why`(name: String, code: CInt) throws {
    var file = try InputFile(.file(InputPath(name)))
    var buffer: [UInt8] = []
    let error = #expect(throws: InputError.self) { try file.read(into: &buffer, atMost: 10) }
    #expect(error == .cannotRead(.file(InputPath(name)), SystemError(code: code)))
    #expect(buffer == [])
  }

  @Test func `a file is closed at the end of its life`() throws {
    let pipe = Pipe()
    let reading = fcntl(pipe.fileHandleForReading.fileDescriptor, F_DUPFD_CLOEXEC, 0)
    try pipe.fileHandleForReading.close()
    var writing = pollfd(fd: pipe.fileHandleForWriting.fileDescriptor, events: 0, revents: 0)
    let file = InputFile(takingOver: reading, origin: .standardInput)
    #expect(unsafe poll(&writing, 1, 0) == 0)
    _ = consume file
    // A pipe whose last reader is gone is in error; the limit is for a test that fails.
    #expect(unsafe poll(&writing, 1, 10_000) == 1)
    #expect(writing.revents == Int16(POLLERR))
  }

  @Test func `standard input stays open`() throws {
    let flags = fcntl(STDIN_FILENO, F_GETFD)
    _ = try InputFile(.standardInput)
    #expect(fcntl(STDIN_FILENO, F_GETFD) == flags)
  }

  @Test(arguments: [0, O_NONBLOCK])
  func `a pipe is read to its end, whether it blocks or not`(flags: CInt) throws {
    let pieces = (0..<100).map { [UInt8](repeating: UInt8($0), count: 1000) }
    var file = try pipedFile(writing: pieces, flags: flags)
    var buffer: [UInt8] = []
    while try file.read(into: &buffer, atMost: 777) > 0 {}
    #expect(buffer == pieces.flatMap(\.self))
  }

  @Test func `a pipe is made as large as the system allows`() throws {
    let pipe = Pipe()
    let descriptor = dup(pipe.fileHandleForReading.fileDescriptor)
    let getPipeSize: CInt = 1032
    let before = fcntl(descriptor, getPipeSize)
    let file = InputFile(takingOver: descriptor, origin: .standardInput)
    let after = fcntl(descriptor, getPipeSize)
    #expect(after >= before)
    #expect(after == 1 << 20 || fcntl(descriptor, 1031, 1 << 20) < 0)
    _ = consume file
  }

  @Test func `a read without room is the caller's mistake`() async {
    await #expect(processExitsWith: .failure) {
      var file = try InputFile(.standardInput)
      var buffer: [UInt8] = []
      _ = try file.read(into: &buffer, atMost: 0)
    }
  }
}
