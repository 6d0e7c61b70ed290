import Foundation
import Testing

/// `--redact`: what a report by pseudonyms shows, and what it must not.
struct RedactionTests {
  private static let levels = ["partial", "full"]

  private func workspace(_ lines: [String] = PlantedLog.lines) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.file("log.jsonl", lines: lines)
    try workspace.file("key", "a key of the tests, which is long enough")
    return workspace
  }

  private func options(_ level: String, key: String = "key") -> [String] {
    ["--redact", level, "--redact-key", key]
  }

  /// Every output that there is, by its name.
  private func outputs(_ level: String, in workspace: Workspace) throws -> [String: String] {
    var outputs: [String: String] = [:]
    let redact = options(level)
    func run(_ name: String, _ arguments: [String]) throws {
      let result = try workspace.run(arguments + redact + ["log.jsonl"])
      #expect(result.status == 0, "\(name): \(result.errors)")
      outputs[name] = result.text + result.errors
    }
    for format in ["text", "json", "html", "csv", "markdown", "prometheus", "gcloud", "terraform"] {
      try run(format, ["-f", format, "--top", "0", "--principal-labels", "--with-grants"])
    }
    for format in ["records", "csv", "timesketch", "ocsf"] {
      try run("extract \(format)", ["extract", "-f", format])
    }
    try run("extract all", ["extract", "--all"])
    let person = "qzperson@qzplace-prod.iam.gserviceaccount.com"
    for format in ["text", "json"] {
      try run("story \(format)", ["story", person, "-f", format, "--with-grants"])
    }
    try workspace.file(
      "known", "principal=\(person) owner=qzperson expires=2026-12-31 reason=\"qzplace, qzperson\"")
    let filters = ["--principal", person, "--principal=qzperson@qzplace.com", "--project"]
    try run(
      "filtered",
      ["-f", "json", "--unclassified", "unclear.ndjson", "--manifest", "manifest.json"] + filters
        + ["qzplace-prod"])
    try run("suppressed", ["-f", "json", "--suppress", "known"])
    for name in ["unclear.ndjson", "manifest.json"] {
      outputs[name] = String(decoding: try workspace.contents(of: name), as: UTF8.self)
    }
    return outputs
  }

  @Test(arguments: levels)
  func `no name comes out in any output`(level: String) throws {
    let workspace = try workspace()
    let hidden = PlantedLog.people + (level == "full" ? PlantedLog.places : [])
    let outputs = try outputs(level, in: workspace)
    #expect(outputs.count == 19)
    for (name, text) in outputs {
      for word in hidden {
        let place = text.range(of: word, options: .caseInsensitive)
        let around = place.map { text[$0.lowerBound...].prefix(80) } ?? ""
        #expect(place == nil, "\(name): \(word) in \(around)")
      }
      #expect(text.utf8.count > 100, "\(name)")
    }
    if level == "partial" {
      #expect(outputs["text"]?.contains("qzplace-prod") == true)
      #expect(outputs["json"]?.contains("@qzplace.com") == true)
    }
  }

  #if History
    @Test(arguments: levels)
    func `a history has pseudonyms only, and keeps to those of one key`(level: String) throws {
      let workspace = try workspace()
      let history = ["--history", "h.sqlite", "-f", "json", "log.jsonl"]
      let first = try workspace.run(history + options(level))
      #expect(first.status == 0, "\(first.errors)")
      let second = try workspace.run(history + options(level))
      #expect(second.text.contains("\"ongoing\""))
      let export = try workspace.run(["history", "export", "h.sqlite"])
      let hidden = PlantedLog.people + (level == "full" ? PlantedLog.places : [])
      for word in hidden { #expect(!export.text.lowercased().contains(word), "\(word)") }
      try workspace.file("other", "another key of the tests, no less long")
      for other in [
        [], options(level, key: "other"), options(level == "full" ? "partial" : "full"),
      ] {
        let result = try workspace.run(history + other)
        #expect(result.status == 2)
        #expect(result.errors.contains("its names were not made by this --redact"))
      }
      let clear = ["--history", "clear.sqlite", "-f", "json", "log.jsonl"]
      #expect(try workspace.run(clear).status == 0)
      #expect(try workspace.run(clear + options(level)).status == 2)
      #expect(try workspace.run(clear).status == 0)
    }
  #endif

  @Test(arguments: levels)
  func `records that were redacted make the report that redacts`(level: String) throws {
    let workspace = try workspace(PlantedLog.lines + JoinedLog(seed: 7, groupCount: 60).lines)
    try workspace.file(
      "sample.gz", Data(contentsOf: URL(filePath: SampleLogs.path("all.jsonl.gz"))))
    for options in [options(level), options(level) + ["--principal", "alice@example.com"]] {
      let inputs = ["log.jsonl", "sample.gz"]
      let direct = try workspace.run(["-f", "json"] + options + inputs)
      #expect(direct.status == 0, "\(direct.errors)")
      for jobs in ["1", "3"] {
        let again = try workspace.run(
          ["-f", "json", "--jobs", jobs, "--batch-bytes", "5000"] + options + inputs.reversed())
        #expect(again.text == direct.text)
        // A filter would leave out halves of calls before they are joined.
        let records = try workspace.run(
          ["extract", "--jobs", jobs] + self.options(level) + inputs)
        try workspace.file("records.ndjson", records.output)
        let fromRecords = try workspace.run(["-f", "json"] + options + ["records.ndjson"])
        #expect(fromRecords.text == direct.text)
      }
      // Records with real names are redacted when they are read.
      try workspace.file("clear.ndjson", try workspace.run(["extract"] + inputs).output)
      let late = try workspace.run(["-f", "json"] + options + ["clear.ndjson"])
      #expect(late.text == direct.text)
    }
  }

  @Test(arguments: levels)
  func `what is counted is the same as with real names`(level: String) throws {
    let workspace = try workspace()
    let inputs = ["log.jsonl", SampleLogs.path("all.jsonl.gz")]
    let clear = try workspace.run(["-f", "json"] + inputs).report()
    let redacted = try workspace.run(["-f", "json"] + inputs + options(level)).report()
    redacted.expectBalance()
    #expect(redacted.books.denials == clear.books.denials)
    #expect(redacted.books.otherClasses == clear.books.otherClasses)
    #expect(redacted.books.merged == clear.books.merged)
    #expect(redacted.codes.map(\.denials) == clear.codes.map(\.denials))
    let counts = { (report: ReportDocument) in
      report.principals.map { [$0.denials] + $0.findings.map(\.denials).sorted() }
        .sorted { $0.lexicographicallyPrecedes($1) }
    }
    #expect(counts(redacted) == counts(clear))
    #expect(
      redacted.suggestions.map { $0.role ?? "" }.sorted()
        == clear.suggestions.map { $0.role ?? "" }.sorted())
  }

  @Test func `the same key gives the same names in every run, another key others`() throws {
    let workspace = try workspace()
    try workspace.file("other", "another key of the tests, no less long")
    try workspace.file("half.jsonl", lines: Array(PlantedLog.lines.prefix(12)))
    let names = { (file: String, key: String) in
      Set(
        try workspace.run(["-f", "json", file] + options("full", key: key)).report().principals
          .map(\.principal).filter { !$0.hasPrefix("(") && !$0.hasPrefix("system:") })
    }
    let all = try names("log.jsonl", "key")
    let half = try names("half.jsonl", "key")
    #expect(half.count > 8 && half.isSubset(of: all))
    #expect(try names("log.jsonl", "other").isDisjoint(with: all))
  }

  @Test func `records of another key or level are refused, and without a key they are told`() throws
  {
    let workspace = try workspace()
    try workspace.file("other", "another key of the tests, no less long")
    try workspace.file(
      "records.ndjson", try workspace.run(["extract", "log.jsonl"] + options("partial")).output)
    for options in [options("partial", key: "other"), options("full")] {
      let result = try workspace.run(["records.ndjson"] + options)
      #expect(result.status == 2)
      #expect(result.errors.contains("records.ndjson: the names in these records are pseudonyms"))
    }
    let plain = try workspace.json("records.ndjson").report()
    let warning = try #require(plain.warnings.first { $0.id == "pseudonyms" })
    #expect(warning.text.hasPrefix("names are pseudonyms (--redact partial "))
    let mixed = try workspace.json("records.ndjson", "log.jsonl").report()
    #expect(mixed.warnings.contains { $0.id == "pseudonyms" })
    try workspace.file("clear.jsonl", lines: EntryText.lines(4))
    let partly = try workspace.json("records.ndjson", "clear.jsonl").report()
    let names = partly.warnings.filter { $0.id == "pseudonyms" }.map { $0.text.prefix(36) }
    #expect(names == ["the names of log.jsonl are pseudonyms"[...].prefix(36)])
    for format in ["gcloud", "terraform"] {
      let script = try workspace.run(["records.ndjson", "-f", format])
      #expect(script.text.contains("# Names are pseudonyms: nothing here works before"))
    }
  }

  @Test(arguments: [
    (["--redact", "partial"], 64, "--redact needs --redact-key FILE"),
    (["--redact-key", "key"], 64, "of no use without --redact"),
    (["--redact", "some", "--redact-key", "key"], 64, "some"),
    (["--redact", "full", "--redact-key", "none"], 2, "head -c 32 /dev/urandom"),
    (["--redact", "full", "--redact-key", "short"], 2, "short: fewer than 16 bytes"),
    (["--redact", "full", "--redact-key", "long"], 2, "long: more than 4096 bytes"),
    (["--redact", "full", "--redact-key", "key", "--rejects", "r"], 64, "--rejects keeps lines"),
    (["--redact", "full", "--redact-key", "key", "--project", "acme-*"], 64, "a whole name"),
    (["--redact", "partial", "--redact-key", "key", "--principal", "al*"], 64, "a whole name"),
    (
      ["--redact", "partial", "--redact-key", "key", "--suppress", "known"], 2, "line 1: principal="
    ),
  ])
  func `what would not hide names is not done`(
    arguments: [String], status: Int32, words: String
  ) throws {
    let workspace = try workspace()
    try workspace.file("short", "fifteen bytes..")
    try workspace.file("long", String(repeating: "x", count: 4097))
    try workspace.file("known", "principal=al* owner=x reason=y expires=2026-12-31")
    let result = try workspace.run(["log.jsonl"] + arguments)
    #expect(result.status == status)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(result.text.isEmpty)
  }

  @Test func `names and pseudonyms can be looked for, and domains at the partial level`() throws {
    let workspace = try workspace(
      ["alice@example.com", "bob@example.com", "carol@example.org"].enumerated().map {
        EntryText(insertID: "i\($0)", principal: $1).line
      })
    let denials = { (value: String, level: String) in
      try workspace.run(["-f", "json", "log.jsonl", "--principal", value] + options(level))
        .report().principals.map(\.principal)
    }
    for level in Self.levels {
      let alice = try denials("alice@example.com", level)
      #expect(alice.count == 1 && !alice[0].contains("alice"))
      #expect(try denials(alice[0], level) == alice)
      let story = try workspace.run(["story", "alice@example.com", "log.jsonl"] + options(level))
      #expect(story.status == 0 && story.text.contains(alice[0]))
    }
    #expect(try denials("*@example.com", "partial").count == 2)
    #expect(try denials("@example.org", "partial").count == 1)
  }
}
