import Testing

@testable import AuditLog

/// A log entry with the answer that people gave it.
struct LabelledCase: Sendable, CustomTestStringConvertible {
  let id: String
  /// The entry as the file spells it.
  let line: String
  let expected: Answer

  var testDescription: String { id }

  /// The cases of the project; with those of the folder beside it, if there is one, in `shared`.
  static let fixtures = cases(of: "Tests/DenialClassificationTests/Fixtures/labelled.jsonl")
  static let shared = cases(of: sharedPath)
  static let sharedPath = "../shared/cases/labelled.jsonl"

  private static func cases(of path: String) -> [LabelledCase] {
    ((try? TestFiles.lines(of: path)) ?? []).compactMap { try? LabelledCase($0) }
  }

  struct NoEntry: Error {}

  private init(_ text: String) throws {
    let bytes = Array(text.utf8)
    let span = bytes.span
    let tree = try JSONTree(line: span)
    guard let entry = tree.member("entry", of: JSONTree.root, in: span) else { throw NoEntry() }
    let range = tree.range(of: entry)
    let expect = try tree.value(tree.member("expect", of: JSONTree.root, in: span), in: span)
    id = tree.text(tree.member("id", of: JSONTree.root, in: span), in: span)?.string(in: span) ?? ""
    line = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    expected = Answer(code: expect["code"]?.integer, cause: expect["cause"]?.string ?? "")
  }
}
