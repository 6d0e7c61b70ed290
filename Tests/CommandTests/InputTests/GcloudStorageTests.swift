import Foundation
import Testing

@testable import DenialsReport

/// Which paths are URLs, and what they mean.
struct GcloudStorageTests {
  @Test(arguments: ["gs://", "gs://logs", "gs://logs/a", "gs://-x"])
  func `a URL of Cloud Storage is told`(path: String) {
    #expect(GcloudStorage.isURL(InputPath(path)))
  }

  @Test(arguments: [
    "", "gs:/logs", "GS://logs", " gs://logs", "./gs://logs", "s3://logs", "-gs://",
  ])
  func `any other path is one of the machine`(path: String) {
    #expect(!GcloudStorage.isURL(InputPath(path)))
  }

  @Test(arguments: [
    ("gs://logs", true), ("gs://logs/", true), ("gs://logs/a/", true), ("gs://logs/*.json", true),
    ("gs://logs/a?", true), ("gs://logs/[ab]", true), ("gs://l*/a", true), ("gs://logs/a]", true),
    ("gs://logs/a", false), ("gs://logs/2026/11/22/00:00:00_00:59:59_S0.json", false),
    ("gs://logs/a#1", false), ("gs://logs/-rf", false),
  ])
  func `a bucket, a folder or a pattern is more than one object`(url: String, isPattern: Bool) {
    #expect(GcloudStorage.isPattern(InputPath(url)) == isPattern)
  }

  @Test func `an object is printed by one command with the URL as it is`() {
    let url = "gs://logs/$(a) \u{1b}"
    #expect(
      GcloudStorage.printing(InputPath(url)).map { String(decoding: $0, as: UTF8.self) }
        == ["gcloud", "storage", "cat", url])
  }

  @Test(arguments: [
    (
      InputError.gcloudFailed(
        .object(InputPath("gs://a/b")),
        ChildProcess.Failure(ending: .unknown, errorText: [])),
      "cannot read gs://a/b: gcloud failed: ended, nobody knows how"
    ),
    (.noBucket(InputPath("gs://\u{1b}")), "cannot read gs://\\u{1B}: no bucket is named"),
    (
      .tooManyObjects(InputPath("gs://a/")),
      "cannot read gs://a/: too many objects: name a part of them"
    ),
  ])
  func `an error says what to do`(error: InputError, text: String) {
    #expect(error.description == text)
    #expect(text.contains(error.sourceName))
  }
}

/// Programs that are started to be read.
struct ChildProcessTests {
  private func arguments(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }

  /// Starts a program and reads it to its end.
  private func read(_ arguments: [[UInt8]]) throws -> (text: String, failure: ChildProcess.Failure?)
  {
    var file = try InputFile(running: arguments, origin: .standardInput)
    var buffer: [UInt8] = []
    do {
      while try file.read(into: &buffer, atMost: 7) > 0 {}
    } catch InputError.gcloudFailed(_, let failure) {
      return (String(decoding: buffer, as: UTF8.self), failure)
    }
    return (String(decoding: buffer, as: UTF8.self), nil)
  }

  @Test func `what a program prints is read, with nothing on its standard input`() throws {
    let (text, failure) = try read(
      arguments("sh", "-c", "cat; printf '%s|' \"$@\"", "x", "a b", "", "$c"))
    #expect(text == "a b||$c|")
    #expect(failure == nil)
  }

  @Test func `it has the environment of the process, and SIGPIPE as programs expect it`() throws {
    #expect(
      try read(arguments("sh", "-c", "echo \"$PATH\"")).text.dropLast() == ProcessInfo.processInfo
        .environment["PATH"] ?? "")
    signal(SIGPIPE, SIG_IGN)
    let status = try read(arguments("grep", "SigIgn", "/proc/self/status")).text
    let mask = try #require(UInt64(status.split(separator: "\t").last?.dropLast() ?? "", radix: 16))
    #expect(mask & (1 << UInt64(SIGPIPE - 1)) == 0)
  }

  @Test(
    arguments: [
      ("exit 3", .status(3), ""), ("kill -15 $$", .signal(15), ""),
      ("echo no >&2; exit 255", .status(255), "no\n"),
    ] as [(String, ChildProcess.Failure.Ending, String)])
  func `how it ended is told`(script: String, ending: ChildProcess.Failure.Ending, text: String)
    throws
  {
    let (_, failure) = try read(arguments("sh", "-c", "echo out; \(script)"))
    #expect(failure == ChildProcess.Failure(ending: ending, errorText: Array(text.utf8)))
  }

  @Test func `of what it says no more than the end is kept`() throws {
    let script = "i=0; while [ $i -lt 9999 ]; do echo $i >&2; i=$((i+1)); done; exit 1"
    let failure = try #require(try read(arguments("sh", "-c", script)).failure)
    #expect(failure.errorText.count == 8192)
    #expect(failure.errorText.suffix(5) == Array("9998\n".utf8)[...])
  }

  /// A program that was started may leave another behind, which holds on to its standard error.
  @Test func `a program that leaves another behind is not waited for any longer`() throws {
    let (text, failure) = try read(arguments("sh", "-c", "sleep 5 >/dev/null & echo $!; exit 4"))
    #expect(failure?.ending == .status(4))
    kill(try #require(pid_t(text.dropLast())), SIGKILL)
  }

  @Test func `a program that nobody reads any longer is ended`() throws {
    var buffer: [UInt8] = []
    do {
      var file = try InputFile(
        running: arguments("sh", "-c", "echo $$; exec sleep 1000"), origin: .standardInput)
      _ = try file.read(into: &buffer, atMost: 100)
    }
    let process = try #require(pid_t(String(decoding: buffer.dropLast(), as: UTF8.self)))
    #expect(kill(process, 0) == -1 && errno == ESRCH)
  }

  @Test(arguments: [("no-such-program", ENOENT), ("/dev/null", EACCES), ("a\0b", EINVAL)])
  func `a program that cannot be started says why`(name: String, code: CInt) throws {
    let origin = InputOrigin.object(InputPath("gs://a/b"))
    let error = #expect(throws: InputError.self) {
      _ = try InputFile(running: [Array(name.utf8)], origin: origin)
    }
    #expect(
      error == (code == ENOENT ? .noGcloud(origin) : .cannotOpen(origin, SystemError(code: code))))
  }

  @Test func `no descriptor is left open`() throws {
    let count = { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
    let before = try count()
    for _ in 0..<20 {
      _ = try read(arguments("true"))
      _ = try? InputFile(running: arguments("no-such-program"), origin: .standardInput)
    }
    // Other tests run at the same time, and open files of their own.
    #expect(try count() < before + 20)
  }
}
