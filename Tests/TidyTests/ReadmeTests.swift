import Foundation
import Testing

/// README.md marks its code blocks with `<!-- ci: NAME -->`; `.ci/run` runs some of them.
struct ReadmeTests {
  /// The block after a mark, without its fences.
  private static func block(_ name: String) throws -> [String] {
    let parts = SourceTree.text(of: "README.md").components(separatedBy: "<!-- ci: \(name) -->\n")
    try #require(parts.count == 2, "one block is marked \(name)")
    let lines = parts[1].split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines[0].hasPrefix("```"))
    return lines.dropFirst().prefix { $0 != "```" }.map(String.init)
  }

  @Test(arguments: ["run", "test"])
  func `a command is one line`(name: String) throws {
    #expect(try Self.block(name).count == 1)
  }

  /// Between two lines of the example, other lines may stand only where it has a line with `…`.
  @Test(arguments: [
    ("output", ["sample-logs/all.jsonl.gz"]),
    ("explain", ["explain", "--insert-id", "m80mfxskstk6p", "sample-logs/all.jsonl.gz"]),
    ("codes", ["codes", "oauth-scope"]),
  ])
  func `an example is what the command prints`(name: String, arguments: [String]) throws {
    let example = try Self.block(name)
    let printed = try Self.output(of: arguments)
    #expect(example.count > 10)
    var rest = printed[...]
    var maySkip = false
    for line in example {
      if line == "…" {
        maySkip = true
      } else {
        if maySkip { rest = rest.drop { $0 != line } }
        #expect(rest.first == line)
        rest = rest.dropFirst()
        maySkip = false
      }
    }
    #expect(rest.isEmpty || maySkip)
  }

  /// The lines that the program of this build prints, started in the root of the package.
  private static func output(of arguments: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: "denials-report")
    process.currentDirectoryURL = SourceTree.root
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    var lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
