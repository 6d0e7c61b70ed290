import Foundation
import Testing

/// HTML reports in a real browser: what works, what it asks for, and what a log cannot make it do.
@Suite(
  .enabled(
    if: OraclePython.withBrowser != nil,
    """
    no chromium, chromedriver or Python with selenium and axe-playwright-python \
    (scripts/install-oracles): pages are NOT looked at in a browser
    """))
struct BrowserTests {
  private func faults(of page: String, in workspace: Workspace, isHostile: Bool) throws -> String {
    let script = Repository.path("Tests/Oracles/browse_report.py")
    let python = try #require(OraclePython.withBrowser)
    return try python.run([script, page] + (isHostile ? ["--hostile"] : []), in: workspace).text
  }

  @Test func `a page sorts, searches, copies, prints, goes dark and fits a telephone`() throws {
    let workspace = try Workspace()
    let result = try workspace.run(["-o", "report.html", SampleLogs.path("all.jsonl.gz")])
    #expect(result.status == 0, "\(result.errors)")
    #expect(try faults(of: "report.html", in: workspace, isHostile: false) == "")
  }

  /// What runs in pages that are less careful.
  private static let attacks = [
    "<script>window.wasHere=1</script>", "\"><img src=x onerror=\"window.wasHere=1\">",
    "'><svg onload='window.wasHere=1'>", "</title><script>window.wasHere=1</script>",
    "</style><script>window.wasHere=1</script>", "</script><script>window.wasHere=1</script>",
    "--><script>window.wasHere=1</script>", "javascript:window.wasHere=1", "{{constructor}}",
    "<iframe srcdoc='<script>parent.wasHere=1</script>'>", "<base href=https://example.com/>",
    "<meta http-equiv=refresh content='0;url=https://example.com/'>", "&lt;script&gt;",
    "\u{202E}gpj",
    "<a href=javascript:alert(1)>x</a>", "\" autofocus onfocus=window.wasHere=1 x=\"",
    "<details open ontoggle=window.wasHere=1>", "<math><mtext><style><img onerror=wasHere=1 src>",
  ]

  @Test func `no value of a log runs, loads or links to anything`() throws {
    let workspace = try Workspace()
    var lines: [String] = []
    for (index, attack) in Self.attacks.enumerated() {
      for place in 0..<9 {
        var entry = EntryText(insertID: "x\(index)-\(place)")
        switch place {
        case 0: entry.principal = attack
        case 1: entry.permission = attack
        case 2: entry.resource = attack
        case 3: entry.method = attack
        case 4: entry.service = attack
        case 5: entry.callerIP = attack
        case 6: entry.userAgent = attack
        case 7: entry.project = attack
        default: (entry.message, entry.permission) = (attack, "")
        }
        lines.append(entry.line)
      }
    }
    let input = Data(lines.joined(separator: "\n").utf8)
    let result = try workspace.run(["-o", "hostile.html"], input: input)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try faults(of: "hostile.html", in: workspace, isHostile: true) == "")
  }
}
