import Foundation
import Testing

@testable import DenialsReport

/// What paths lead to, in which order, and what is said about the rest.
@Suite struct InputListTests {
  private func input(_ origin: InputOrigin, _ byteCount: Int? = 0) -> InputList.Entry {
    .input(Input(origin: origin, byteCount: byteCount))
  }

  @Test func `arguments keep their order, names in a directory are sorted by bytes`() throws {
    let directory = try InputDirectory()
    let names = ["Z", "a", "a.json", "a/b", "b10", "b9", "é", "z/y/x"].filter { $0 != "a" }
    let origins = try names.map { try directory.file("tree/\($0)") }
    let first = try directory.file("first", [1, 2, 3])
    let list = InputList(paths: [directory.path("first"), InputPath("-"), directory.path("tree")])
    #expect(list.inputs.map(\.origin) == [first, .standardInput] + sorted(names, origins))
    #expect(list.inputs.map(\.byteCount).prefix(2) == [3, nil])
    #expect(list.entries.count == list.inputs.count)
  }

  /// By the bytes of each name on the way, which is not the order of whole paths.
  private func sorted(_ names: [String], _ origins: [InputOrigin]) -> [InputOrigin] {
    zip(names, origins)
      .sorted { left, right in
        left.0.split(separator: "/").map { Array($0.utf8) }
          .lexicographicallyPrecedes(right.0.split(separator: "/").map { Array($0.utf8) }) {
            $0.lexicographicallyPrecedes($1)
          }
      }
      .map(\.1)
  }

  @Test func `the list does not depend on the order in which files were made`() throws {
    let names = (0..<200).map { "d\($0 % 7)/f\($0)" }
    var lists: [[String]] = []
    for order in [names, names.reversed()] {
      let directory = try InputDirectory()
      for name in order { try directory.file(name) }
      let prefix = directory.path().displayName
      lists.append(
        InputList(paths: [directory.path()]).inputs
          .map { String($0.origin.displayName.dropFirst(prefix.count)) })
    }
    #expect(lists[0] == lists[1])
    #expect(lists[0].count == 200)
  }

  @Test func `what is missing is an error, and the rest goes on`() throws {
    let directory = try InputDirectory()
    let origin = try directory.file("a")
    let missing = directory.path("missing")
    #expect(
      InputList(paths: [missing, directory.path("a"), InputPath("")]).entries == [
        .error(.cannotOpen(.file(missing), SystemError(code: ENOENT))), input(origin),
        .error(.cannotOpen(.file(InputPath("")), SystemError(code: ENOENT))),
      ])
  }

  @Test func `a directory that cannot be listed is an error, and the rest goes on`() throws {
    let directory = try InputDirectory()
    // Deeper than a path may be long: not even a privileged user can list the lowest.
    let deep = [String](repeating: String(repeating: "d", count: 250), count: 17)
    try run("mkdir", "-p", deep.joined(separator: "/"), in: directory)
    defer { try? run("rm", "-r", deep[0], in: directory) }
    let origin = try directory.file("z")
    let entries = InputList(paths: [directory.path()]).entries
    #expect(entries.last == input(origin))
    guard case .error(.cannotList(_, SystemError(code: ENAMETOOLONG)))? = entries.first else {
      Issue.record("no error about the deep directory: \(entries)")
      return
    }
    #expect(entries.count == 2)
  }

  /// Runs a command, as the calls of this process cannot reach so deep.
  private func run(_ command: String..., in directory: InputDirectory) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = directory.url
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  @Test func `a file that is reached twice is read once`() throws {
    let directory = try InputDirectory()
    let origin = try directory.file("tree/a")
    try directory.hardLink("b", to: "tree/a")
    try directory.link("c", to: "tree/a")
    let paths = ["tree/a", "b", "c", "tree", "tree"].map { directory.path($0) }
    #expect(
      InputList(paths: paths + [InputPath("-"), InputPath("-")]).entries == [
        input(origin),
        .notice(.repeated(.file(paths[1]), first: origin)),
        .notice(.repeated(.file(paths[2]), first: origin)),
        .notice(.repeated(origin, first: origin)),
        .notice(.repeated(.file(paths[4]), first: .file(paths[3]))),
        input(.standardInput, nil),
        .notice(.repeated(.standardInput, first: .standardInput)),
      ])
  }

  @Test func `a link is followed if it is named, not if it is met`() throws {
    let directory = try InputDirectory()
    let inside = try directory.file("tree/a")
    try directory.file("outside/b")
    try directory.link("tree/current", to: "a")
    try directory.link("tree/out", to: "../outside")
    try directory.link("tree/loop", to: ".")
    try directory.link("tree/dangling", to: "nowhere")
    try directory.link("named", to: "outside")
    #expect(
      InputList(paths: [directory.path("tree")]).entries == [
        input(inside),
        .notice(.skippedLink(directory.path("tree/dangling"))),
        .notice(.skippedLink(directory.path("tree/out"))),
      ])
    #expect(
      InputList(paths: [directory.path("named")]).entries
        == [input(.file(directory.path("named/b")))])
  }

  @Test func `hidden names are read if they are named, not if they are met`() throws {
    let directory = try InputDirectory()
    let shown = try directory.file("tree/a")
    let hidden = try directory.file("tree/.b")
    try directory.file("tree/.git/c")
    let tree = directory.path("tree")
    #expect(
      InputList(paths: [tree]).entries == [input(shown), .notice(.skippedHidden(tree, count: 2))])
    #expect(InputList(paths: [directory.path("tree/.b")]).entries == [input(hidden)])
  }

  @Test func `a pipe is read if it is named, not if it is met`() throws {
    let directory = try InputDirectory()
    let origin = try directory.file("tree/a")
    let fifo = directory.path("tree/fifo")
    try directory.fifo("tree/fifo")
    #expect(
      InputList(paths: [directory.path("tree")]).entries
        == [input(origin), .notice(.skippedSpecialFile(fifo))])
    #expect(InputList(paths: [fifo]).entries == [input(.file(fifo), nil)])
  }

  @Test func `a directory without files is said`() throws {
    let directory = try InputDirectory()
    try directory.directory("a/b")
    let path = directory.path("a")
    #expect(InputList(paths: [path]).entries == [.notice(.noFiles(path))])
  }

  @Test(arguments: [
    (
      InputNotice.repeated(.file(InputPath("a")), first: .standardInput),
      "a is the same as (standard input) and is read once"
    ),
    (
      .skippedLink(InputPath("d/l")),
      "skipped d/l, a link in a directory: name it on the command line to read it"
    ),
    (.skippedSpecialFile(InputPath("d/s")), "skipped d/s, not a regular file"),
    (
      .skippedHidden(InputPath("d"), count: 1),
      "skipped 1 hidden name in d: name them on the command line to read them"
    ),
    (.noFiles(InputPath("d")), "no files to read in d"),
    (
      .skippedHours(count: 1),
      "did not open 1 file of hours outside --since and --until, by their names: "
        + "name them on the command line to read them"
    ),
  ])
  func `a notice says what was left out, and how to have it`(notice: InputNotice, text: String) {
    #expect(notice.description == text)
  }
}
