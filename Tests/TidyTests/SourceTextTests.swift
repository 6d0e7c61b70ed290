import Testing

struct SourceTextTests {
  @Test func `there are sources to look at`() {
    #expect(SourceTree.sources.count > 100)
    #expect(SourceTree.sources.allSatisfy { !$0.text.isEmpty })
  }

  @Test(arguments: [
    "try!", " as!", "@unchecked Sendable", "nonisolated(unsafe)", "fatalError(", "TODO", "FIXME",
  ])
  func `a forbidden text is in no file`(forbidden: String) {
    for file in SourceTree.sources {
      for line in file.lines where line.text.contains(forbidden) {
        Issue.record("\(file.path):\(line.number): \(line.text)")
      }
    }
  }

  @Test func `no file is longer than 250 lines`() {
    for file in SourceTree.sources {
      #expect(
        file.lines.count <= 250,
        "\(file.path) has \(file.lines.count) lines: look for the second thing that it does")
    }
  }

  /// A comment above the first declaration, or above the first member of an extension; the abstract
  /// of a command is its comment.
  @Test func `every file says what it is for`() throws {
    let owed = [
      "DenialRendering/JSONRenderer+Principals.swift",
      "DenialRendering/JSONRenderer+Suggestions.swift",
    ]
    for file in SourceTree.sources where !owed.contains(file.path) {
      let index = try #require(file.lines.firstIndex { $0.isDeclaration }, "\(file.path)")
      var isExplained = file.lines[..<index].contains { $0.isComment }
      if file.lines[index].code.hasPrefix("extension") {
        let member = file.lines[(index + 1)...].first { !$0.isBlank }
        isExplained = isExplained || member?.isComment == true
      }
      isExplained = isExplained || file.lines[index].code.contains(": ParsableCommand {")
      #expect(isExplained, "\(file.path): no comment on its first declaration")
    }
  }
}

extension SourceFile.Line {
  /// Whether something is declared here; imports, attributes, conditions and comments declare nothing.
  fileprivate var isDeclaration: Bool {
    let words = code.split(separator: " ")
    guard let first = words.first else { return false }
    return !words.contains("import") && !first.hasPrefix("@") && !first.hasPrefix("#")
  }
}
