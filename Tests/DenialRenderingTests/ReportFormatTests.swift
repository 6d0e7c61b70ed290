import Synchronization
import Testing

@testable import DenialAggregation
@testable import DenialRendering

struct ReportFormatTests {
  @Test(arguments: [0, 1, 3, 4, 5, 70])
  func `a document is the same whoever makes its pieces, and in which order`(count: Int) {
    var report = Sample.rich
    let principals = Array(report.principals)
    report.principals = PrincipalSummaries(
      (0..<count).map { principals[$0 % principals.count] })
    let backwards = PieceWork { count, make, take in
      for piece in (0..<count).reversed().map(make).reversed() { take(piece) }
    }
    let written = Mutex<[UInt8]>([])
    ReportFormat.json.write(report, text: TextOptions(), by: backwards) { piece in
      written.withLock { $0 += piece }
    }
    #expect(written.withLock { $0 } == JSONRenderer().render(report))
  }

  @Test(arguments: ReportFormat.allCases)
  func `a format is found by its extension`(format: ReportFormat) {
    #expect(ReportFormat(path: "a/b.c/report.\(format.fileExtension)") == format)
    #expect(ReportFormat(path: "REPORT.\(format.fileExtension.uppercased())") == format)
  }

  @Test(arguments: ["", "json", ".json", "a/.txt", "a.json/", "a.json/b", "report.", "report.xml"])
  func `a path without a known extension has no format`(path: String) {
    #expect(ReportFormat(path: path) == nil)
  }

  @Test func `a format writes what its renderer writes`() {
    let options = TextOptions(width: 100, isColored: true, principalLimit: 1)
    let text = TextRenderer(options: options).render(Sample.rich)
    #expect(ReportFormat.text.render(Sample.rich, text: options) == Array(text.utf8))
    #expect(
      ReportFormat.json.render(Sample.rich, text: options) == JSONRenderer().render(Sample.rich))
  }
}

struct ReportOutputTests {
  @Test(arguments: [
    ("report.json", ReportFormat.json, "report.json"), ("out/night.TXT", .text, "out/night.TXT"),
    ("json=-", .json, "-"), ("text=report.json", .text, "report.json"),
    ("json=a=b", .json, "a=b"), ("./json=a.txt", .text, "./json=a.txt"),
    ("a=b.json", .json, "a=b.json"),
  ])
  func `a file and its format are told from one argument`(
    argument: String, format: ReportFormat, path: String
  ) throws {
    let output = try ReportOutput(argument: argument)
    #expect(output.format == format)
    #expect(output.path == path)
  }

  @Test(arguments: [
    ("", ReportOutputError.noPath("")), ("json=", .noPath("json=")),
    ("report", .unknownFormat("report")), ("xml=report", .unknownFormat("xml=report")),
    ("-", .unknownFormat("-")),
  ])
  func `an argument that tells no file or no format is an error`(
    argument: String, expected: ReportOutputError
  ) {
    #expect(throws: expected) { try ReportOutput(argument: argument) }
  }

  @Test func `errors say what to write instead, and nothing that a terminal obeys`() {
    #expect(
      ReportOutputError.unknownFormat("a.\u{1B}c").description
        == #"cannot tell the format of 'a.\u{1B}c': use an extension (.txt, .json, .md, .html, .csv, "#
        + ".prom, .sh, .tf, .tfvars.json) or name the format (text=FILE, json=FILE, markdown=FILE, "
        + "html=FILE, csv=FILE, prometheus=FILE, gcloud=FILE, terraform=FILE, tfvars=FILE)")
    #expect(ReportOutputError.noPath("json=").description == "no file name in 'json='")
  }
}
