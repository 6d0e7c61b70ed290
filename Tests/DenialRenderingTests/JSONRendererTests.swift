import DenialClassification
import Foundation
import Testing

@testable import DenialAggregation
@testable import DenialRendering

struct JSONRendererTests {
  /// The project's folder: Tests/DenialRenderingTests is two levels below.
  private static let root = (1...3).reduce(URL(filePath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }
  private static let schema = root.appending(path: "docs/report.schema.json")

  private static let samples: [String: Report] = {
    var samples = ["empty": Sample.empty, "quiet": Sample.quiet, "rich": Sample.rich]
    samples["filtered"] = try? Sample.filtered()
    for (index, value) in Sample.hostileValues.enumerated() {
      samples["hostile \(index)"] = Sample.hostile(value, isWellFormed: true)
    }
    return samples
  }()

  @Test(
    .enabled(
      if: Python.hasJSONSchema,
      "python3 with jsonschema is missing: reports are NOT checked against the schema"))
  func `every report follows the schema`() throws {
    let script = """
      import json, sys
      from jsonschema import Draft202012Validator as Validator
      schema = json.load(open(sys.argv[2]))
      Validator.check_schema(schema)
      reports = json.load(open(sys.argv[1]))
      for name, report in sorted(reports.items()):
          for error in Validator(schema).iter_errors(report):
              print(name, error.json_path, error.message[:300])
      """
    let errors = try Python.run(script, input: Self.samplesAsOneDocument, Self.schema.path())
    #expect(errors == "")
  }

  private static var samplesAsOneDocument: Data {
    let members = samples.sorted { $0.key < $1.key }.map { name, report in
      "\"\(name)\": " + String(decoding: JSONRenderer().render(report), as: UTF8.self)
    }
    return Data("{\(members.joined(separator: ","))}".utf8)
  }

  /// Each breaks a promise of the schema.
  private static let changes = [
    "del r['warnings']", "r['extra'] = 1", "r['schemaVersion'] = 2", "r['generatedAt'] = 'now'",
    "del r['books']['merged']['splits']", "r['books']['otherClasses']['new'] = 0",
    "r['codes'].pop()", "r['codes'].reverse()", "r['codes'][0]['causes'][0]['cause'] = 'none'",
    "r['books']['lines'] = -1", "r['principals'][0]['byCode']['1200'] = 0",
    "r['principals'][0]['findings'][0]['confidence'] = 'sure'",
    "r['principals'][0]['findings'][0]['state'] = 'old'",
    "del r['principals'][0]['findings'][0]['caller']",
    "r['principals'][0]['findings'][0]['perHour'][0].append(1)",
    "r['suggestions'][0]['role'] = 'roles/owner'", "r['suggestions'][0]['role'] = None",
    "r['suggestions'][0]['target']['type'] = 'planet'", "del r['filters']",
    "r['filters']['code'] = [7]", "r['filters']['other'] = []", "del r['filters']['principal']",
    "del r['window']['skippedFiles']", "r['window']['since'] = 'yesterday'",
  ]

  @Test(
    .enabled(
      if: Python.hasJSONSchema, "python3 with jsonschema is missing: the schema is NOT tested"))
  func `the schema refuses a report that is not as promised`() throws {
    let script = """
      import json, sys
      from jsonschema import Draft202012Validator as Validator
      schema = Validator(json.load(open(sys.argv[2])))
      for change in sys.argv[3].split(";"):
          r = json.load(open(sys.argv[1]))
          assert schema.is_valid(r)
          exec(change)
          if schema.is_valid(r): print("still valid:", change)
      """
    let report = Data(JSONRenderer().render(Sample.rich))
    let changes = Self.changes.joined(separator: ";")
    #expect(try Python.run(script, input: report, Self.schema.path(), changes) == "")
  }

  @Test(
    .enabled(if: Python.isInstalled, "python3 is missing: reports are NOT read by another reader"),
    arguments: Sample.hostileValues)
  func `another reader finds the values of the log unchanged, and no key twice`(
    value: String
  ) throws {
    let script = """
      import json, sys
      def members(pairs):
          assert len(dict(pairs)) == len(pairs), pairs
          return dict(pairs)
      report = json.load(open(sys.argv[1], encoding="utf-8"), object_pairs_hook=members)
      principal = report["principals"][0]
      finding = principal["findings"][0]
      texts = [principal["userAgents"][0]["value"], finding["evidence"]["value"],
               finding["caller"]["ip"], finding["examples"][0], principal["principal"][1:]]
      assert len(set(texts)) == 1, texts
      print(" ".join(str(ord(c)) for c in texts[0]))
      """
    let report = Data(JSONRenderer().render(Sample.hostile(value, isWellFormed: true)))
    let read = try Python.run(script, input: report)
    #expect(read == value.unicodeScalars.map { "\($0.value)" }.joined(separator: " ") + "\n")
  }

  @Test func `nothing that a terminal obeys is in the text`() {
    for report in Self.samples.values {
      let text = String(decoding: JSONRenderer().render(report), as: UTF8.self)
      let concealed = text.unicodeScalars.filter { $0.isConcealed && $0 != "\n" }
      #expect(concealed.isEmpty)
      #expect(text.hasSuffix("}\n"))
    }
  }

  @Test func `the schema lists the codes, causes, classes and confidences that there are`() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: Self.schema)) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    #expect(definitions["code"]?["enum"] as? [Int] == DenialCode.allCases.map(\.rawValue))
    #expect(definitions["cause"]?["enum"] as? [String] == DenialCause.allCases.map(\.rawValue))
    let confidences: [Confidence] = [.high, .medium, .low]
    #expect(definitions["confidence"]?["enum"] as? [String] == confidences.map(\.rawValue))
    let books = definitions["books"]?["properties"] as? [String: [String: Any]]
    #expect(
      books?["otherClasses"]?["required"] as? [String] == EntryClass.allCases.map(\.rawValue))
  }

  @Test func `the same report gives the same bytes`() {
    #expect(JSONRenderer().render(Sample.rich) == JSONRenderer().render(Sample.rich))
  }
}
