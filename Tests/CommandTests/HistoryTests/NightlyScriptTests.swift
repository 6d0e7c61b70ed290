#if History
  import Foundation
  import Testing

  /// The examples of `scripts/nightly`, run as they are.
  struct NightlyScriptTests {
    private static let directory = Repository.path("scripts/nightly")
    private static let script = "\(directory)/denials-report-nightly"
    private static let hasAnalyzer = Program(named: "systemd-analyze") != nil

    /// A gcloud that knows a directory as its only bucket.
    private static let gcloud = """
      #!/bin/bash
      [ "$1" = storage ] || exit 1
      path() { echo "${1/gs:\\/\\/logs/$PWD/../bucket}"; }
      case $2 in
        ls) [ -d "$(path "$3")" ] ;;
        rsync) cp -u "$(path "$5")"/* "$6/" ;;
        *) exit 1 ;;
      esac
      """

    /// A directory with the programs of a machine, a bucket and a configuration.
    private func machine(_ options: String = "") throws -> Workspace {
      let workspace = try Workspace()
      try workspace.directory("data")
      for (name, text) in [
        ("gcloud", Self.gcloud),
        ("denials-report", "#!/bin/bash\nexec '\(Program.denialsReport.path)' \"$@\"\n"),
      ] {
        try workspace.file("bin/\(name)", text)
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755],
          ofItemAtPath: workspace.url(of: "bin/\(name)").path(percentEncoded: false))
      }
      try workspace.file(
        "conf", "DATA=$PWD/data\nBUCKET=gs://logs/cloudaudit.googleapis.com\n\(options)\n")
      try upload("a", to: workspace)
      return workspace
    }

    private func upload(_ id: String, to workspace: Workspace) throws {
      let folder = "bucket/cloudaudit.googleapis.com/data_access/2026/11/22"
      let line = EntryText(insertID: id, principal: "\(id)@example.com").line
      try workspace.file("\(folder)/\(id).json", lines: [line])
    }

    private func night(_ workspace: Workspace, _ script: String = script) throws -> ProgramResult {
      try workspace.shell("PATH=$PWD/bin:$PATH; '\(script)' conf")
    }

    @Test func `every night the same, late files too, and only news is news`() throws {
      let workspace = try machine("OPTIONS=(--fail-on new)\nMETRICS=$DATA/denials.prom")
      #expect(try night(workspace).status == 1)
      let names = ["denials.prom", "denials.sqlite", "logs", "nightly.lock", "reports"]
      let data = workspace.url(of: "data").path(percentEncoded: false)
      #expect(try FileManager.default.contentsOfDirectory(atPath: data).sorted() == names)
      // The clock of the tests stands still; a report of the same clock repeats its news.
      try upload("b", to: workspace)
      let again = try workspace.shell(
        "PATH=$PWD/bin:$PATH SOURCE_DATE_EPOCH=1795402800; export SOURCE_DATE_EPOCH; "
          + "'\(Self.script)' conf")
      #expect(again.status == 1, "\(again.errors)")
      let report = String(
        decoding: try workspace.contents(of: "data/reports/report.txt"), as: UTF8.self)
      #expect(report.contains("1 new finding"))
      #expect(report.contains("new       b@example.com"))
      let markdown = try workspace.contents(of: "data/reports/report.md")
      #expect(String(decoding: markdown, as: UTF8.self).contains("| **new** | `b@example.com` |"))
    }

    @Test func `two runs at once both finish`() throws {
      let workspace = try machine()
      let result = try workspace.shell(
        "PATH=$PWD/bin:$PATH; '\(Self.script)' conf & '\(Self.script)' conf && wait $!")
      #expect(result.status == 0, "\(result.errors)")
      let runs = try workspace.run(["history", "runs", "data/denials.sqlite"])
      #expect(runs.lines.count == 3)
      #expect(runs.text.contains("1 counted") && runs.text.contains("0 counted, 1 known"))
    }

    @Test func `what is wrong is said`() throws {
      let workspace = try machine()
      let missing = try workspace.shell("'\(Self.script)' nowhere")
      #expect(missing.status == 2)
      #expect(missing.errors.contains("cannot read nowhere"))
      try workspace.file("conf", "BUCKET=gs://logs\n")
      let unset = try night(workspace)
      #expect(unset.status == 2)
      #expect(unset.errors.contains("conf does not set DATA"))
      #expect(try workspace.shell("'\(Self.script)' --help").text.contains("DAYS=3"))
    }

    @Test func `the line for cron runs the script under a lock`() throws {
      let text = try String(
        contentsOfFile: "\(Self.directory)/denials-report.cron", encoding: .utf8)
      let line = try #require(text.split(separator: "\n").last)
      let words = line.split(separator: " ")
      #expect(words[..<5].joined(separator: " ") == "30 3 * * *")
      #expect(words[6...].starts(with: ["flock", "-n"]))
      #expect(words.last == "denials-report-nightly")
    }

    @Test(.enabled(if: hasAnalyzer, "no systemd-analyze: the units are NOT read by systemd"))
    func `systemd takes the units, and sees little that they expose`() throws {
      let workspace = try Workspace()
      for name in ["denials-report.service", "denials-report.timer"] {
        let text = try String(contentsOfFile: "\(Self.directory)/\(name)", encoding: .utf8)
        // The program need not be installed here.
        try workspace.file(
          name, text.replacing("/usr/local/bin/denials-report-nightly", with: Self.script))
      }
      let verified = try workspace.shell(
        "systemd-analyze verify --man=no ./denials-report.service ./denials-report.timer")
      #expect(verified.status == 0 && verified.errors == "", "\(verified.errors)")
      let security = try workspace.shell(
        "systemd-analyze security --offline=true --threshold=30 ./denials-report.service")
      #expect(security.status == 0, "\(security.text.suffix(200))")
      #expect(security.text.contains("Overall exposure level"))
    }
  }
#endif
