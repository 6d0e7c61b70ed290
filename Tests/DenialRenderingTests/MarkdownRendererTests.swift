import Foundation
import Testing

@testable import DenialAggregation
@testable import DenialRendering

/// Reports as GitHub's own reader of Markdown sees them.
struct MarkdownRendererTests {
  private static let hostileValues =
    Sample.hostileValues + [
      "[text](https://example.com)", "![](https://example.com/x.png)", "<script>alert(1)</script>",
      "a|b", "\\|", "a\\", "`", "``a```b", "@team #1 org/repo#2", "www.example.com",
      "https://example.com", "| a |\n| --- |", "**bold** _it_ ~~no~~", "&lt;b&gt;", "# title",
      "- item",
      "</sub><b>", "<!--", "x@example.com", "a`|`b",
    ]

  /// What cmark-gfm makes of a report, looked through by Python; empty if all is well.
  private static let script = """
    import html.parser, subprocess, sys
    page = subprocess.run(
        ["cmark-gfm", "-e", "table", "-e", "autolink", "-e", "strikethrough", "--unsafe", sys.argv[1]],
        capture_output=True, check=True).stdout.decode()
    class Reader(html.parser.HTMLParser):
        rows, tags = [], set()
        def handle_starttag(self, tag, attributes):
            self.tags.add(tag)
            if tag == "table": self.width = None
            if tag == "tr": self.rows.append(0)
            if tag in ("td", "th"): self.rows[-1] += 1
        def handle_endtag(self, tag):
            if tag == "tr":
                self.width = self.width or self.rows[-1]
                if self.rows[-1] != self.width: print("a row of", self.rows[-1], "cells")
    reader = Reader()
    reader.feed(page)
    known = {"h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "pre", "strong",
             "ul", "li", "blockquote", "sub"}
    if reader.tags - known: print("unknown", sorted(reader.tags - known))
    if len(reader.rows) != int(sys.argv[2]): print("rows", len(reader.rows))
    """

  private static let isChecked =
    Python.isInstalled
    && (try? Python.run("import shutil; print(shutil.which('cmark-gfm'))", input: Data()))
      .map { $0 != "None\n" } ?? false

  private func faults(of report: Report, rows: Int) throws -> String {
    let text = MarkdownRenderer(principalLimit: nil).render(report)
    return try Python.run(Self.script, input: Data(text.utf8), "\(rows)")
  }

  @Test(
    .enabled(if: isChecked, "no cmark-gfm: Markdown is NOT read by GitHub's reader"),
    arguments: hostileValues)
  func `nothing in a log is markup, and every table has its rows`(value: String) throws {
    // Four rows of codes, and three of one principal with two findings.
    for isWellFormed in [true, false] {
      let report = Sample.hostile(value, isWellFormed: isWellFormed)
      #expect(try faults(of: report, rows: 7) == "", "\(value.debugDescription)")
    }
    var known = Sample.hostile(value, isWellFormed: true)
    known.history = Sample.history(of: known, value)
    #expect(try faults(of: known, rows: 10) == "", "\(value.debugDescription)")
  }

  @Test func `a report leads with its news`() {
    var report = Sample.rich
    report.history = Sample.history(of: report, "eve@example.com")
    let text = MarkdownRenderer(principalLimit: 1).render(report)
    let lines = text.split(separator: "\n").map(String.init)
    let news = "## News since the report of `2026-11-22 02:00` UTC: 1 new finding, 1 went quiet"
    #expect(lines.contains(news))
    #expect(text.contains("| **new** | `eve@example.com` | missing role |"))
    #expect(text.contains("more principal"))
    #expect(text.contains("```sh\ngcloud "))
  }

  @Test(arguments: [
    ("plain", "`plain`"), ("", ""), ("  ", "(blank)"), ("a`b", "``a`b``"), ("`", "`` ` ``"),
    ("a|b", "`a\\u{7C}b`"), (" a", "`  a `"),
  ])
  func `a value is code whatever is in it`(value: String, expected: String) {
    #expect(MarkdownText.code(value) == expected)
  }
}
