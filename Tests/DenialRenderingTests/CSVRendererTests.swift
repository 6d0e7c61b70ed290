import Foundation
import Testing

@testable import DenialAggregation
@testable import DenialRendering

/// Tables as Python's csv module reads them.
struct CSVRendererTests {
  /// The rows that Python reads, each as a JSON array of its cells.
  private static let script = """
    import csv, json, sys
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        for row in csv.reader(file, strict=True): print(json.dumps(row))
    """

  private func rows(of bytes: [UInt8]) throws -> [[String]] {
    let lines = try Python.run(Self.script, input: Data(bytes)).split(separator: "\n")
    return try lines.map { try JSONDecoder().decode([String].self, from: Data($0.utf8)) }
  }

  private func column(_ name: String) throws -> Int {
    try #require(CSVRenderer.columns.firstIndex(of: name))
  }

  @Test(
    .enabled(if: Python.isInstalled, "no python3: tables are NOT read by another program"),
    arguments: Sample.hostileValues + [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u{FF1D}1", "x;=1", "\"=1", "a,@b",
    ])
  func `a spreadsheet finds no formula and every cell in its column`(value: String) throws {
    let rows = try rows(of: CSVRenderer().render(Sample.hostile(value, isWellFormed: false)))
    #expect(rows.count == 3)
    for row in rows {
      #expect(row.count == CSVRenderer.columns.count)
      for cell in row {
        for part in cell.split(whereSeparator: { ",;|\"\n".contains($0) }) {
          let start = part.drop { $0 == " " }.unicodeScalars.first
          #expect(
            start.map { "=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) }
              != true)
        }
      }
    }
  }

  @Test(.enabled(if: Python.isInstalled, "no python3: tables are NOT read by another program"))
  func `raw cells have what the report has`() throws {
    let report = Sample.hostile("=a,\"b\";", isWellFormed: false)
    let rows = try rows(of: CSVRenderer(isRaw: true).render(report))
    #expect(rows[1][try column("principal")] == "=a,\"b\";")
  }

  @Test(.enabled(if: Python.isInstalled, "no python3: tables are NOT read by another program"))
  func `a row holds a finding, and its state if there is a history`() throws {
    var report = Sample.rich
    let plain = try rows(of: CSVRenderer().render(report))
    #expect(plain.first == CSVRenderer.columns)
    #expect(plain.count == 1 + report.principals.reduce(0) { $0 + $1.findings.count })
    let finding = try #require(report.principals[0].findings.first)
    let row = try #require(plain.dropFirst().first)
    #expect(row[try column("id")] == finding.id)
    #expect(row[try column("state")].isEmpty)
    #expect(row[try column("permissions")] == finding.permissions.joined(separator: "\n"))
    #expect(row[try column("denials")] == String(finding.denials))
    report.history = Sample.history(of: report, "x")
    let known = try rows(of: CSVRenderer().render(report))
    let state = try column("state")
    #expect(known.dropFirst().allSatisfy { $0[state] == "new" })
  }

  @Test(.enabled(if: Python.isInstalled, "no python3: tables are NOT read by another program"))
  func `the commands of a custom role have a line each`() throws {
    var report = Sample.rich
    let commands = "gcloud iam roles create reader\ngcloud projects get-iam-policy p"
    report.suggestions = SuggestedBindings(
      report.suggestions.map { Sample.suggestion($0.id, role: nil, gcloud: commands) })
    let rows = try rows(of: CSVRenderer().render(report))
    let cells = rows.dropFirst().map { $0[(try? column("gcloud")) ?? 0] }.filter { !$0.isEmpty }
    #expect(!cells.isEmpty)
    for cell in cells {
      let lines = cell.split(separator: "\n")
      #expect(lines.count % 2 == 0)
      #expect(lines.prefix(2).joined(separator: "\n") == commands)
    }
  }
}
