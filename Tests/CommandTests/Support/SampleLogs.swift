import Foundation
import Testing

/// What lies in the repository and beside it.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The absolute path of a file of the repository.
  static func path(_ name: String) -> String {
    root.appending(path: name).path(percentEncoded: false)
  }
}

/// The made-up logs of the repository, and what must come out of them.
enum SampleLogs {
  /// What scripts/make-sample-logs says of one input.
  struct Answer: Decodable {
    var entries: Int
    var denials: Int
    var duplicates: Int
    var merged: [String: Int]
    var otherClasses: [String: Int]
    var codes: [String: [String: Int]]
  }

  static let names = [
    "1100.jsonl.gz", "1152.jsonl.gz", "1153.jsonl.gz", "all.jsonl.gz", "gcs-sink",
  ]

  static func path(_ name: String) -> String { Repository.path("sample-logs/\(name)") }

  static func answer(for name: String) throws -> Answer {
    let fixture = URL(filePath: Repository.path("Tests/CommandTests/Fixtures/sample-logs.json"))
    let answers = try JSONDecoder().decode([String: Answer].self, from: Data(contentsOf: fixture))
    #expect(answers.keys.sorted() == names)
    return try #require(answers[name])
  }

  /// Lines of all kinds, fewer than in all the files: these tests run a debug build many times.
  static func mixture() throws -> [String] {
    try mixtureResult.get()
  }

  private static let mixtureResult = Result {
    let denials = try ["1152.jsonl.gz", "1153.jsonl.gz", "1100.jsonl.gz"].flatMap(lines)
    let traffic = try lines(of: "all.jsonl.gz")
    return (denials.chunks(of: 7) + traffic.chunks(of: 6)).compactMap(\.first)
  }

  /// The lines of one of the gzip files.
  static func lines(of name: String) throws -> [String] {
    try GzipTool.text(of: Data(contentsOf: URL(filePath: path(name)))).split(separator: "\n")
      .map(String.init)
  }
}
