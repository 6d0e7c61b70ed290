import Foundation
import Testing

/// What tests look at in a report as JSON; names as in docs/report.schema.json.
struct ReportDocument: Decodable {
  var generatedAt: String
  var window: Window
  var filters: Filters
  var books: Books
  var codes: [Code]
  var principals: [Principal]
  var suggestions: [Suggestion]
  var warnings: [Warning]
  var suppressions: [Suppression]?

  struct Suppression: Decodable {
    var line: Int
    var findings: Int
    var denials: Int
  }

  struct Window: Decodable, Equatable {
    var since: String?
    var until: String?
    var firstEntry: String?
    var lastEntry: String?
    var skippedFiles: Int
  }

  struct Filters: Decodable, Equatable {
    var principal: [String] = []
    var project: [String] = []
    var service: [String] = []
    var method: [String] = []
    var code: [Int] = []
    var cause: [String] = []
  }

  struct Books: Decodable {
    var sources: Int
    var compressedBytes: Int
    var uncompressedBytes: Int
    var lines: Int
    var blank: Int
    var entries: Int
    var denials: Int
    var suppressed: Int?
    var duplicates: Int
    var otherClasses: [String: Int]
    var merged: [String: Int]
    var incomplete: [String: Int]
    var rejected: [String: Int]
  }

  struct Code: Decodable {
    var code: Int
    var denials: Int
    var causes: [Cause]
  }

  struct Cause: Decodable {
    var cause: String
    var denials: Int
  }

  struct Principal: Decodable {
    var principal: String
    var member: String?
    var kind: String
    var denials: Int
    var findings: [Finding]
  }

  struct Finding: Decodable {
    var id: String
    var code: Int
    var cause: String
    var project: String?
    var permissions: [String]
    var denials: Int
    var besideServicePerimeter: Int
    var examples: [String]
    var suggestions: [String]
    var advice: String?
  }

  struct Suggestion: Decodable {
    var id: String
    var member: String
    var role: String?
    var roleTitles: [String]
    var target: Target
    var permissions: [String]
    var findings: [String]
    var warnings: [String]
    var gcloud: String
    var terraform: String
    var verify: String
  }

  struct Target: Decodable, Equatable {
    var type: String
    var name: String
  }

  struct Warning: Decodable {
    var id: String
    var text: String
  }

  var findings: [Finding] { principals.flatMap(\.findings) }

  /// Causes that were seen, each with its denials.
  var causes: [String: Int] {
    codes.flatMap(\.causes).reduce(into: [:]) { $0[$1.cause] = $1.denials }
  }
}

extension ReportDocument {
  /// Expects that every line and every entry is accounted for, and that all sums agree.
  func expectBalance(sourceLocation: SourceLocation = #_sourceLocation) {
    let other = books.otherClasses.values.reduce(0, +)
    let merged = books.merged.values.reduce(0, +)
    #expect(
      books.lines == books.entries + books.blank + books["malformed"] + books["oversize"],
      sourceLocation: sourceLocation)
    #expect(
      books.entries
        == books.denials + (books.suppressed ?? 0) + books.duplicates + merged + other,
      sourceLocation: sourceLocation)
    #expect(books.duplicates >= 0, sourceLocation: sourceLocation)
    let sums = [
      codes.map(\.denials), codes.flatMap(\.causes).map(\.denials), principals.map(\.denials),
      findings.map(\.denials),
    ]
    for sum in sums {
      #expect(sum.reduce(0, +) == books.denials, sourceLocation: sourceLocation)
    }
    #expect(Set(findings.map(\.id)).count == findings.count, sourceLocation: sourceLocation)
  }
}

extension ReportDocument.Books {
  /// How much was rejected, and why.
  subscript(reason: String) -> Int { rejected[reason] ?? 0 }
}

/// A report as JSON without the three numbers that tell how its input was packed.
///
/// They stand in its first lines, before any text of a log.
func withoutPacking(_ json: String) -> String {
  json.split(separator: "\n", maxSplits: 60, omittingEmptySubsequences: false).filter { line in
    !["sources", "compressedBytes", "uncompressedBytes"].contains { line.contains("\"\($0)\":") }
  }.joined(separator: "\n")
}
