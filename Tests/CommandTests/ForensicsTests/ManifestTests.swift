import Foundation
import Testing

/// What a report was made of, by the digests that `sha256sum` gives.
struct ManifestTests {
  private struct Manifest: Decodable {
    let manifest: Int
    let arguments: [String]
    let inputs: [File]
    let outputs: [File]
    let books: Books

    struct File: Decodable {
      let name: String
      let bytes: Int
      let sha256: String
      let whole: Bool?
    }

    struct Books: Decodable {
      let denials: Int
      let sources: Int
    }
  }

  private func manifest(in workspace: Workspace) throws -> Manifest {
    try JSONDecoder().decode(Manifest.self, from: try workspace.contents(of: "manifest.json"))
  }

  @Test func `every input and every output is there, with its size and digest`() throws {
    let workspace = try Workspace()
    let sample = try Data(contentsOf: URL(filePath: SampleLogs.path("1152.jsonl.gz")))
    try workspace.file("a.gz", sample)
    try workspace.file("copy.gz", sample)
    try workspace.file("cut.gz", sample.prefix(3000))
    try workspace.file("records.ndjson", try workspace.extract("a.gz").output)
    try workspace.file("plain.jsonl", lines: EntryText.lines(4, prefix: "m"))
    let inputs = ["plain.jsonl", "a.gz", "cut.gz", "copy.gz", "records.ndjson"]
    for options in [["--jobs", "1"], ["--jobs", "3", "--batch-bytes", "20000"]] {
      let result = try workspace.run(
        inputs + ["none.gz"] + options
          + ["-o", "report.json", "-o", "report.csv", "--manifest", "manifest.json"])
      #expect(result.status == 3)
      let manifest = try manifest(in: workspace)
      #expect(manifest.manifest == 1 && manifest.arguments.last == "manifest.json")
      #expect(manifest.inputs.map(\.name) == inputs)
      #expect(manifest.inputs.map(\.whole) == [true, true, false, true, true])
      #expect(manifest.outputs.map(\.name) == ["report.json", "report.csv"])
      for file in manifest.inputs + manifest.outputs {
        #expect(file.bytes == (try workspace.contents(of: file.name)).count)
        let digest = try workspace.shell("sha256sum '\(file.name)'").text.prefix(64)
        #expect(file.sha256 == digest)
      }
      let report = try JSONDecoder().decode(
        ReportDocument.self, from: try workspace.contents(of: "report.json"))
      #expect(manifest.books.denials == report.books.denials)
      #expect(manifest.books.sources == report.books.sources)
    }
  }

  @Test func `one input alone has a digest too, and so has standard input`() throws {
    let workspace = try Workspace()
    try workspace.file("a.jsonl", lines: EntryText.lines(4))
    let digest = try workspace.shell("sha256sum a.jsonl").text.prefix(64)
    for command in ["a.jsonl", "- <a.jsonl", "--history h.sqlite a.jsonl"] {
      let result = try workspace.shell(
        "$denials --manifest manifest.json -o text=/dev/stdout \(command)")
      #expect(result.status == 0)
      let manifest = try manifest(in: workspace)
      #expect(manifest.inputs.map(\.sha256) == [String(digest)])
      #expect(manifest.outputs.isEmpty)
    }
  }

  @Test func `a manifest takes the place of nothing that is read or written`() throws {
    let workspace = try Workspace()
    try workspace.file("a.jsonl", lines: EntryText.lines(4))
    let before = try workspace.contents(of: "a.jsonl")
    #expect(try workspace.run(["a.jsonl", "--manifest", "a.jsonl"]).status == 2)
    #expect(try workspace.run(["a.jsonl", "-o", "x.json", "--manifest", "x.json"]).status == 64)
    #expect(try workspace.run(["a.jsonl", "--rejects", "x", "--manifest", "x"]).status == 64)
    #expect(try workspace.run(["a.jsonl", "--manifest", "no/x"]).status == 2)
    #expect(try workspace.contents(of: "a.jsonl") == before)
    #expect(try workspace.names() == ["a.jsonl"])
  }
}
