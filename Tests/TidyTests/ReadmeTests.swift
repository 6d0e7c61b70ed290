import Foundation
import Testing

/// Pages mark code blocks with `<!-- ci: NAME -->`; `.ci/run` runs some of README.md's.
struct ReadmeTests {
  /// The block after a mark, without its fences.
  private static func block(_ name: String, of page: String = "README.md") throws -> [String] {
    let parts = SourceTree.text(of: page).components(separatedBy: "<!-- ci: \(name) -->\n")
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
    ("README.md", "output", ["sample-logs/all.jsonl.gz"]),
    ("docs/forensics.md", "story", ["story", "ci-legacy@*", "sample-logs/all.jsonl.gz"]),
    (
      "README.md", "explain",
      ["explain", "--insert-id", "m80mfxskstk6p", "sample-logs/all.jsonl.gz"]
    ),
    ("README.md", "codes", ["codes", "oauth-scope"]),
    (
      "docs/redaction.md", "redacted",
      [
        "--redact", "partial", "--redact-key", "Tests/TidyTests/key-of-a-page.txt",
        "sample-logs/all.jsonl.gz", "--principal", "ci-legacy@acme-web-stg.iam.gserviceaccount.com",
      ]
    ),
  ])
  func `an example is what the command prints`(
    page: String, name: String, arguments: [String]
  ) throws {
    let example = try Self.block(name, of: page)
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
