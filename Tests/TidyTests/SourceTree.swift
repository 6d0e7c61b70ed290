import Foundation

/// The files of this package, as text.
enum SourceTree {
  /// The root of the package.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file of `Sources`, in the order of names.
  static let sources: [SourceFile] = {
    let folder = root.appending(path: "Sources")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted()
      .map { SourceFile(path: $0, text: text(of: "Sources/\($0)")) }
  }()

  /// The content of a file; empty, which every test here notices, if it cannot be read.
  static func text(of path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// The paths of what is in git or would be added to it; `nil` where there is no git.
  static func pathsInGit() throws -> [String]? {
    guard FileManager.default.fileExists(atPath: root.appending(path: ".git").path) else {
      return nil
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "git", "-c", "safe.directory=*", "-C", root.path, "ls-files", "-z", "--cached", "--others",
      "--exclude-standard",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// One Swift file.
struct SourceFile {
  /// Below `Sources`, such as `IAM/Role.swift`.
  let path: String
  let lines: [Line]
  let text: String

  struct Line {
    /// From 1.
    let number: Int
    let text: String
    /// The text before `//`, wherever that stands: a URL in a string ends the code as well.
    let code: String

    var isComment: Bool { text.contains("//") && code.allSatisfy(\.isWhitespace) }
    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
  }

  init(path: String, text: String) {
    self.path = path
    self.text = text
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    self.lines = lines.enumerated().map { index, text in
      let code = text.range(of: "//").map { String(text[..<$0.lowerBound]) } ?? text
      return Line(number: index + 1, text: text, code: code)
    }
  }

  /// The folder below `Sources`.
  var module: String { String(path.prefix { $0 != "/" }) }

  /// The modules that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.code.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
        words[..<index].allSatisfy({ Self.importModifiers.contains(String($0)) })
      else { return nil }
      return String(words[index + 1])
    }
  }

  private static let importModifiers: Set<String> = [
    "public", "package", "internal", "fileprivate", "private", "@preconcurrency", "@testable",
  ]
}

extension String {
  /// Whether `word` stands here, with neither letter nor digit nor `_` beside it.
  func hasWord(_ word: String) -> Bool {
    split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == word }
  }

  /// The strings between double quotes, without any escapes being read.
  var quoted: [String] {
    split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }

  /// The strings between backticks.
  var codeSpans: [String] {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }

  /// The cells of every line that is a row of a Markdown table.
  var tableRows: [[String]] {
    split(separator: "\n").filter { $0.hasPrefix("| ") && $0.hasSuffix(" |") }.map { line in
      line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }
}
