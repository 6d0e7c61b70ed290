import Foundation
import Testing

/// `gs://` URLs, read through a gcloud that we made.
struct StubGcloudTests {
  private let workspace: Workspace
  private let gcloud: StubGcloud

  init() throws {
    workspace = try Workspace()
    gcloud = try StubGcloud(in: workspace)
  }

  private static let listOptions = "[--format=value(size,bucket,name)]"

  @Test func `an object is read, whatever it is, and is a source of its own name`() throws {
    let lines = EntryText.lines(8)
    try gcloud.object("logs/a.json", Data(lines.joined(separator: "\n").utf8))
    try gcloud.object("logs/b.json", GzipTool.member(lines: EntryText.lines(4, prefix: "b")))
    try gcloud.object("logs/c.json.gz", Data(prettyArray(of: EntryText.lines(4, prefix: "c")).utf8))
    let urls = ["gs://logs/a.json", "gs://logs/b.json", "gs://logs/c.json.gz"]
    let result = try gcloud.run(["-f", "json"] + urls, input: Data("not for gcloud".utf8))
    #expect(result.status == 0)
    #expect(result.errors == "")
    let report = try result.report()
    #expect(report.books.sources == 3 && report.books.entries == 16)
    report.expectBalance()
    // Objects are read side by side.
    #expect(try gcloud.calls().sorted() == urls.map { "[storage][cat][\($0)]" })
    let records = try gcloud.run(["extract"] + urls)
      .lines.dropFirst().prefix(4).map(RecordDocument.init)
    #expect(records.map(\.source) == [urls[0], urls[0], urls[1], urls[2]])
  }

  @Test(arguments: [
    ("gs://logs", "gs://logs/**"), ("gs://logs/", "gs://logs/**"),
    ("gs://logs/2026/11/22/", "gs://logs/2026/11/22/**"), ("gs://logs/20*/", "gs://logs/20*/**"),
    ("gs://logs/2026/**", "gs://logs/2026/**"), ("gs://logs/?.json", "gs://logs/?.json"),
    ("gs://logs/[ab].json", "gs://logs/[ab].json"),
  ])
  func `a bucket, a folder and a pattern are all of their objects, by name`(
    url: String, pattern: String
  ) throws {
    let names = ["b.json", "2026/c", "a.json", "2026/", "B.json", "tab\there"]
    try gcloud.listing(names)
    for name in names where !name.hasSuffix("/") {
      try gcloud.object("logs/\(name)", Data(EntryText(insertID: name).line.utf8))
    }
    let result = try gcloud.run(["extract", url])
    #expect(result.status == 0)
    #expect(result.errors == "")
    let records = try result.lines.dropFirst().prefix(5).map(RecordDocument.init)
    #expect(records.map(\.insertId) == ["2026/c", "B.json", "a.json", "b.json", "tab\there"])
    #expect(records[0].source == "gs://logs/2026/c")
    #expect(try gcloud.calls().first == "[storage][objects][list][\(pattern)]\(Self.listOptions)")
  }

  @Test func `objects of hours outside the window are listed, not fetched, and said`() throws {
    let names = [10, 14, 20].map { "2026/11/22/\($0):00:00_\($0):59:59_S0.json" }
    try gcloud.listing(names)
    for name in names {
      try gcloud.object(
        "logs/\(name)", Data(EntryText(timestamp: "2026-11-22T10:30:00Z").line.utf8))
    }
    let window = ["--since", "2026-11-22T10:00", "--until", "2026-11-22T11:00"]
    let result = try gcloud.run(["-f", "json", "gs://logs/", "gs://logs/\(names[2])"] + window)
    // The last is named as well, and so it is read.
    #expect(try gcloud.calls().dropFirst().count == 2)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("did not open 1 file of hours outside --since and --until"))
    #expect(try result.report().books.sources == 1)
  }

  @Test func `a folder without objects is said`() throws {
    try gcloud.listing([])
    let result = try gcloud.run(["gs://logs/2026/"])
    #expect(result.status == 2)
    #expect(result.errorLines.first == "no files to read in gs://logs/2026/")
  }

  @Test func `an object that was named before is said and read once`() throws {
    try gcloud.object("logs/a", Data(EntryText(insertID: nil).line.utf8))
    try gcloud.listing(["a"])
    let result = try gcloud.run(["-f", "json", "gs://logs/a", "gs://logs/"])
    #expect(result.errorLines == ["gs://logs/a is the same as gs://logs/a and is read once"])
    #expect(try result.report().books.denials == 1)
  }

  @Test func `an object that is not there is said, and how a folder is written`() throws {
    try workspace.file("good", lines: EntryText.lines(4))
    let result = try gcloud.run(["-f", "json", "good", "gs://logs/2026"])
    #expect(result.status == 3)
    #expect(
      result.errorLines == [
        "cannot read gs://logs/2026: gcloud failed: ERROR: (gcloud.storage.cat) The following URLs "
          + "matched no objects or files: gs://logs/2026; the URL of a folder ends in /"
      ])
    let report = try result.report()
    #expect(report.books["unreadableSources"] == 1 && report.books.entries == 4)
    report.expectBalance()
  }

  @Test func `a list that is not to be had is said`() throws {
    let result = try gcloud.run(["gs://nothing/"])
    #expect(result.status == 2)
    #expect(
      result.errorLines.first == "cannot read gs://nothing/: gcloud failed: ERROR: "
        + "(gcloud.storage.objects.list) gs://nothing/** not found: 404.")
  }

  @Test func `what came before gcloud failed counts, and the source is unreadable`() throws {
    let lines = EntryText.lines(8).map { "echo '\($0)'\n" }.joined()
    let script =
      "#!/bin/sh\n\(lines)printf '{\"insertId\":\"cut'\necho 'connection lost' >&2\nexit 3\n"
    try gcloud.object("logs/a", Data(script.utf8), isScript: true)
    let result = try gcloud.run(["-f", "json", "gs://logs/a"])
    #expect(result.status == 3)
    #expect(
      result.errorLines == [
        "cannot read gs://logs/a: gcloud failed: connection lost",
        "gs://logs/a:9: cut off at byte 16, inside a JSON value",
      ])
    let report = try result.report()
    #expect(report.books.entries == 8 && report.books["unreadableSources"] == 1)
    report.expectBalance()
  }

  @Test(arguments: [
    ("exit 7", "exit status 7"), ("kill -9 $$", "ended by signal 9"),
    (#"printf 'a\033[31m\n\n' >&2; exit 1"#, #"a\u{1B}[31m"#),
    ("printf 'ERROR: one\\n  two\\n' >&2; exit 1", "ERROR: one two"),
  ])
  func `how gcloud ended is said in one line that is safe on a terminal`(
    script: String, reason: String
  ) throws {
    try gcloud.object("logs/a", Data("#!/bin/sh\n\(script)\n".utf8), isScript: true)
    let result = try gcloud.run(["gs://logs/a"])
    #expect(result.errorLines.first == "cannot read gs://logs/a: gcloud failed: \(reason)")
  }

  @Test func `a gcloud that talks much neither blocks nor fills the message`() throws {
    let script = """
      #!/bin/sh
      i=0
      while [ $i -lt 3000 ]; do
        echo "WARNING: line $i of a long lament that nobody will read to its end, ever" >&2
        i=$((i + 1))
      done
      echo '\(EntryText().line)'
      printf 'ERROR: %05000d\\n' 1 >&2
      exit 1
      """
    try gcloud.object("logs/a", Data(script.utf8), isScript: true)
    let result = try gcloud.run(["-f", "json", "gs://logs/a"])
    #expect(result.errorLines.count == 1)
    #expect(
      result.errorLines.first?.hasPrefix("cannot read gs://logs/a: gcloud failed: ERROR: 000")
        == true)
    #expect((result.errorLines.first?.count ?? 0) < 500)
    #expect(try result.report().books.denials == 1)
  }

  @Test func `warnings of a gcloud that succeeds are not repeated`() throws {
    let script = "#!/bin/sh\necho 'WARNING: old' >&2\necho '\(EntryText().line)'\n"
    try gcloud.object("logs/a", Data(script.utf8), isScript: true)
    let result = try gcloud.run(["gs://logs/a"])
    #expect(result.status == 0)
    #expect(result.errors == "")
  }

  @Test func `a gcloud that is not read to its end is ended`() throws {
    // Denial records by other rules are refused at their first line.
    let header = #"{"denialRecords":1,"tool":"t","rules":"other"}"#
    try gcloud.object(
      "logs/b", Data("#!/bin/sh\necho '\(header)'\nexec yes\n".utf8), isScript: true)
    let result = try gcloud.run(["gs://logs/b"])
    #expect(result.status == 2)
    #expect(result.errorLines.first?.contains("denial records made with other rules") == true)
  }

  @Test func `a URL is one argument and no option, whatever it holds`() throws {
    let names = [
      "-rf", "a b;touch pwned", "$(touch pwned)", "'`touch pwned`'", "ü\u{1b}M", "a\\b",
    ]
    for name in names {
      let result = try gcloud.run(["gs://logs/\(name)"])
      #expect(result.status == 2)
      #expect(try gcloud.calls().last == "[storage][cat][gs://logs/\(name)]")
      #expect(!result.errors.contains("\u{1b}"))
    }
    #expect(try workspace.names() == ["bin", "calls", "objects"])
  }

  @Test func `an object whose name gcloud would take for a pattern is not read`() throws {
    try gcloud.listing(["a[1].json", "b*", "c"])
    try gcloud.object("logs/c", Data(EntryText().line.utf8))
    let result = try gcloud.run(["-f", "json", "gs://logs/"])
    #expect(result.status == 3)
    #expect(
      result.errorLines == [
        "cannot read gs://logs/a[1].json: gcloud takes its name for a pattern: copy it here",
        "cannot read gs://logs/b*: gcloud takes its name for a pattern: copy it here",
      ])
    #expect(try result.report().books["unreadableSources"] == 2)
  }

  @Test func `a URL without a bucket is said, and gcloud is not asked`() throws {
    let result = try gcloud.run(["gs://"])
    #expect(result.status == 2)
    #expect(result.errorLines.first == "cannot read gs://: no bucket is named")
    #expect(throws: (any Error).self) { try gcloud.calls() }
  }

  @Test(arguments: ["gs://logs/a", "gs://logs/"])
  func `without gcloud it is said what to do`(url: String) throws {
    let result = try workspace.run([url], environment: ["PATH": "/nowhere"])
    #expect(result.status == 2)
    #expect(
      result.errorLines.first == "cannot read \(url): no gcloud in PATH: install the Google Cloud "
        + "CLI, or copy the objects here")
  }

  @Test func `a gcloud that may not be run is said`() throws {
    let path = workspace.url(of: "bin/gcloud").path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let stub = workspace.url(of: "bin").path(percentEncoded: false)
    let result = try workspace.run(["gs://logs/a"], environment: ["PATH": stub])
    #expect(result.errorLines.first == "cannot open gs://logs/a: Permission denied")
  }
}
