import AuditLog
import DenialAggregation
import Foundation

@testable import DenialsReport

/// What the library makes of one input, without the time that a program takes to start.
struct Reading {
  let report: Report
  /// What was said, the input called `x`.
  let diagnostics: [String]

  var books: Books { report.books }

  init(_ bytes: [UInt8], maxEntryBytes: Int = 1 << 24, batchBytes: Int = 1 << 19) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let path = file.path(percentEncoded: false)
    var options = RunOptions(jobs: 2, maxEntryBytes: maxEntryBytes)
    options.batchBytes = batchBytes
    var diagnostics: [String] = []
    report =
      ReportRun.report(
        on: [path], options: options, generatedAt: Timestamp(nanosecondsSince1970: 0),
        toolVersion: "test"
      ) { diagnostics.append($0.text.replacing(path, with: "x")) }
      .report
    self.diagnostics = diagnostics
  }

  init(_ text: String, maxEntryBytes: Int = 1 << 24, batchBytes: Int = 1 << 19) throws {
    try self.init(Array(text.utf8), maxEntryBytes: maxEntryBytes, batchBytes: batchBytes)
  }
}
