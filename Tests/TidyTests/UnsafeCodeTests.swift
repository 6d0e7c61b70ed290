import Testing

struct UnsafeCodeTests {
  /// The files whose code may say `unsafe`; CONTRIBUTING.md says why each one needs it.
  private static let files = [
    "AuditLog/BlockTokens.swift",
    "AuditLog/ByteBlock.swift",
    "AuditLog/ByteHash.swift",
    "AuditLog/ByteSearch.swift",
    "AuditLog/TextSearch.swift",
    "DenialsReport/ChildProcess.swift",
    "DenialsReport/InputFile.swift",
    "DenialsReport/Interruption.swift",
    "DenialsReport/OutputFile.swift",
    "DenialsReport/OutputTarget.swift",
    "DenialsReport/ProcessFacts.swift",
    "GzipStream/Fingerprint.swift",
    "GzipStream/ISALStream.swift",
    "GzipStream/KeyedHash.swift",
    "GzipStream/ZlibStream.swift",
  ]

  @Test func `just the files that are listed say unsafe`() {
    let found = SourceTree.sources.filter { file in file.lines.contains { $0.isUnsafe } }
    #expect(found.map(\.path) == Self.files)
  }

  @Test(arguments: files)
  func `the guide names the file and says why`(path: String) throws {
    let name = try #require(path.split(separator: "/").last)
    #expect(SourceTree.text(of: "CONTRIBUTING.md").contains("`\(name)`"))
  }

  /// A comment covers the uses within six lines below it, and each use covers the next in the same
  /// way, up to where another function begins.
  @Test func `every use of unsafe has a comment above that says why it is safe`() {
    for file in SourceTree.sources {
      var coveredUntil = 0
      for line in file.lines {
        if line.isComment, line.text.contains("// SAFETY: ") {
          coveredUntil = line.number + 6
        } else if line.isUnsafe {
          #expect(line.number <= coveredUntil, "\(file.path):\(line.number): no SAFETY comment")
          coveredUntil = line.number + 6
        } else if line.beginsFunction {
          coveredUntil = 0
        }
      }
    }
  }

  @Test func `a SAFETY comment is followed by a use of unsafe`() {
    for file in SourceTree.sources {
      for line in file.lines where line.text.contains("// SAFETY: ") {
        let below = file.lines.dropFirst(line.number).prefix(6)
        #expect(below.contains { $0.isUnsafe }, "\(file.path):\(line.number): nothing unsafe below")
      }
    }
  }
}

extension SourceFile.Line {
  fileprivate var isUnsafe: Bool { code.hasWord("unsafe") }

  fileprivate var beginsFunction: Bool {
    code.hasWord("func") || code.contains("init(") && code.hasSuffix("{")
      || code.hasSuffix("deinit {") || code.hasWord("var") && code.hasSuffix("{")
  }
}
