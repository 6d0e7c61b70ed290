import Foundation
import Testing

/// A signal ends the reading, and what was read so far is shown.
@Suite(.enabled(if: Program(named: "perl") != nil, "no perl: signals are NOT tried"))
struct InterruptionTests {
  /// Begins `$denials ARGUMENTS` on a pipe that has `log` and then no end, and sends the signal once
  /// all whole lines were read.
  ///
  /// The part of a line behind them is longer than what the pipe holds: so when it is written, they
  /// were read.
  private func interrupt(
    _ arguments: String, by signal: String, in workspace: Workspace,
    disposition: String = "DEFAULT"
  ) throws -> ProgramResult {
    try workspace.shell(
      """
      mkfifo pipe
      { cat log; head -c 4000000 /dev/zero | tr '\\0' x; touch written; exec sleep 60; } >pipe &
      writer=$!
      # Those who start tests may block signals, and shells let background jobs ignore some.
      perl -e 'use POSIX; $SIG{INT} = shift; $SIG{TERM} = "DEFAULT";
        sigprocmask(SIG_SETMASK, POSIX::SigSet->new()); exec @ARGV' \
        \(disposition) "$denials" \(arguments) <pipe &
      reader=$!
      until [ -e written ]; do sleep 0.05; done
      \(signal)
      wait $reader
      status=$?
      kill -9 $writer
      exit $status
      """)
  }

  private func workspace(denials count: Int) throws -> Workspace {
    let workspace = try Workspace()
    let lines = (0..<count).map { EntryText(insertID: "i\($0)").line }
    try workspace.file("log", lines: lines)
    return workspace
  }

  @Test(arguments: [("INT", 130 as Int32), ("TERM", 143)])
  func `what was read so far is reported, and no file is replaced`(
    signal: String, status: Int32
  ) throws {
    let workspace = try workspace(denials: 70)
    for name in ["old.json", "rejects", "unclassified"] { try workspace.file(name, "old\n") }
    let result = try interrupt(
      "-f json -o old.json --rejects rejects --unclassified unclassified --history nights.sqlite",
      by: "kill -\(signal) $reader", in: workspace)
    #expect(result.status == status)
    let report = try result.report()
    #expect(report.books.denials == 70 && report.books.lines == 70)
    #expect(report.books.rejected["malformed"] == 0)
    #expect(report.warnings.first?.id == "interrupted")
    #expect(result.errorLines.first?.hasPrefix("interrupted: ") == true)
    for name in ["old.json", "rejects", "unclassified"] {
      #expect(try workspace.contents(of: name) == Data("old\n".utf8))
    }
    #expect(try workspace.names().allSatisfy { !$0.hasSuffix(".tmp") })
    let nights = try workspace.run(["history", "runs", "nights.sqlite", "-f", "json"])
    #expect(!nights.text.contains("denials"))
  }

  @Test func `without a format the text goes to standard output, also if files were asked for`()
    throws
  {
    let workspace = try workspace(denials: 3)
    let result = try interrupt("-o new.json", by: "kill -TERM $reader", in: workspace)
    #expect(result.lines.first == "3 denials by 1 principal in 3 log entries")
    #expect(try !workspace.names().contains("new.json"))
  }

  @Test func `records that were cut off are damaged when they are read`() throws {
    let workspace = try workspace(denials: 5)
    let result = try interrupt("extract >cut.ndjson", by: "kill -TERM $reader", in: workspace)
    #expect(result.status == 143)
    let reading = try workspace.json("cut.ndjson")
    #expect(reading.status == 3)
    #expect(try reading.report().books.denials == 5)
  }

  @Test func `inputs that nobody began to read are counted, and not read`() throws {
    let workspace = try workspace(denials: 2)
    try workspace.file("next", lines: [EntryText(insertID: "other").line])
    let result = try interrupt(
      "-f json --jobs 1 - next", by: "kill -TERM $reader", in: workspace)
    let report = try result.report()
    #expect(report.books.denials == 2 && report.books.sources == 1)
    #expect(report.warnings.first?.text.hasSuffix("; 1 input was not begun") == true)
  }

  @Test func `a signal that the process is to ignore is ignored`() throws {
    let workspace = try workspace(denials: 2)
    let result = try interrupt(
      "-f json", by: "kill -INT $reader; sleep 0.3; kill -TERM $reader", in: workspace,
      disposition: "IGNORE")
    #expect(result.status == 143)
  }

  @Test func `half a report is removed, and the old one stays`() throws {
    let workspace = try Workspace()
    let lines = (0..<12_000).map { index in
      EntryText(
        insertID: "i\(index)", principal: "p\(index)@acme-prod.iam.gserviceaccount.com"
      ).line
    }
    try workspace.file("log", lines: lines)
    try workspace.file("old.json", "old\n")
    let result = try workspace.shell(
      """
      perl -e 'use POSIX; $SIG{TERM} = "DEFAULT"; sigprocmask(SIG_SETMASK, POSIX::SigSet->new());
        exec @ARGV' "$denials" log -o old.json --history nights.sqlite &
      reader=$!
      until ls -A | grep -q '\\.tmp$'; do :; done
      kill -TERM $reader
      wait $reader
      """)
    #expect(result.status == 143)
    #expect(result.errorLines == ["interrupted: the report is not whole, and no file was written"])
    #expect(try workspace.contents(of: "old.json") == Data("old\n".utf8))
    #expect(try workspace.names().allSatisfy { !$0.hasSuffix(".tmp") })
    let nights = try workspace.run(["history", "runs", "nights.sqlite", "-f", "json"])
    #expect(!nights.text.contains("denials"))
  }
}
