import DenialClassification
import Foundation
import GzipStream
import Testing

@testable import DenialAggregation
@testable import DenialRendering

/// Pages for browsers, as another reader of HTML sees them.
struct HTMLRendererTests {
  private static let hostileValues =
    Sample.hostileValues + [
      "<script>window.wasHere=1</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x",
      "</style><b>", "</script><b>", "<!--", "]]>", "&lt;b&gt;", "&#60;b&#62;",
      "javascript:alert(1)",
      "</title><b>", "<svg/onload=alert(1)>", "\" autofocus onfocus=\"alert(1)", "#p1\" id=\"main",
    ]

  /// What html.parser makes of a page; prints what should not be there, and then all its text.
  private static let script = """
    import html.parser, sys
    page = open(sys.argv[1], encoding="utf-8").read()
    void = {"meta", "input", "link"}
    optional = {"dd", "dt", "li", "option", "tbody", "td", "th", "thead", "tr"}
    known = set(sys.argv[2].split()) | void | optional
    names = set(sys.argv[3].split())
    class Reader(html.parser.HTMLParser):
        open, ids, links, count = [], set(), set(), {}
        def handle_starttag(self, tag, attributes):
            self.count[tag] = self.count.get(tag, 0) + 1
            if tag not in known: print("unknown element", tag)
            for name, value in attributes:
                if name not in names: print("unknown attribute", name)
                if name == "id":
                    if value in self.ids: print("id twice", value)
                    self.ids.add(value)
                if name == "href":
                    if not value.startswith("#"): print("link to", value)
                    self.links.add(value[1:])
            if tag not in void | optional: self.open.append(tag)
        def handle_endtag(self, tag):
            if tag in optional: print("end of", tag)
            elif not self.open or self.open.pop() != tag: print("end without beginning", tag)
        def handle_comment(self, data): print("comment", data[:50])
        def unknown_decl(self, data): print("declaration", data[:50])
    reader = Reader()
    reader.feed(page)
    reader.close()
    if reader.open: print("not ended", reader.open)
    if reader.links - reader.ids: print("links to nowhere", sorted(reader.links - reader.ids)[:3])
    if reader.count.get("script") != 1 or reader.count.get("style") != 1: print("scripts", reader.count)
    """

  private static let elements =
    "a article b body button code details div dl footer h1 h2 h3 h4 head header html label main nav ol "
    + "p path pre rect script section select span style summary svg table title ul"
  private static let attributes =
    "aria-hidden aria-label charset class content d hidden href http-equiv id lang name "
    + "preserveaspectratio role scope tabindex type value viewbox width x"

  private func faults(of report: Report) throws -> String {
    let page = HTMLRenderer(principalLimit: nil).render(report)
    return try Python.run(
      Self.script, input: Data(page), Self.elements, Self.attributes)
  }

  @Test(
    .enabled(if: Python.isInstalled, "no python3: pages are NOT read by another reader"),
    arguments: hostileValues)
  func `nothing in a log is markup`(value: String) throws {
    for isWellFormed in [true, false] {
      var report = Sample.hostile(value, isWellFormed: isWellFormed)
      #expect(try faults(of: report) == "", "\(value.debugDescription)")
      report.history = Sample.history(of: report, value)
      #expect(try faults(of: report) == "", "\(value.debugDescription)")
    }
  }

  @Test(.enabled(if: Python.isInstalled, "no python3: pages are NOT read by another reader"))
  func `pages of every kind of report are whole`() throws {
    var suppressed = Sample.rich
    suppressed.suppressions = []
    for report in [Sample.rich, Sample.empty, Sample.quiet, try Sample.filtered(), suppressed] {
      #expect(try faults(of: report) == "")
    }
  }

  @Test(arguments: [HTMLAsset.style, HTMLAsset.script])
  func `the policy lets in the page's own style and script`(asset: HTMLAsset) throws {
    var fingerprint = Fingerprint()
    fingerprint.update(asset.bytes.span)
    let digits = Array(fingerprint.hexadecimal)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    let digest = Data(bytes).base64EncodedString()
    #expect(asset.digest == digest, "HTMLAsset.\(asset.tag.rawValue) has another digest")
    #expect(HTMLAsset.policy.contains("'sha256-\(digest)'"))
    // What would end the element, or be none of the program's own.
    #expect(!String(decoding: asset.bytes, as: UTF8.self).contains("</"))
  }

  @Test func `values are escaped and made printable, in text and in attributes`() {
    var html = HTMLWriter()
    html.element(.p, .label("a\"<&>'\u{1B}"), text: "<b>&amp;\"\u{202E}\n")
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == #"<p aria-label="a&quot;&lt;&amp;&gt;'\u{1B}">&lt;b&gt;&amp;amp;&quot;\u{202E}\u{A}</p>"#
    )
  }

  @Test func `a page leads with its news, and names what is hidden`() throws {
    var report = Sample.rich
    report.history = Sample.history(of: report, "eve@example.com")
    let page = String(decoding: HTMLRenderer(principalLimit: 1).render(report), as: UTF8.self)
    let news = try #require(
      page.range(of: "News since the report of 2026-11-22 02:00 UTC: 1 new finding, 1 went quiet"))
    let codes = try #require(page.range(of: "<h2>Codes</h2>"))
    #expect(news.upperBound < codes.lowerBound)
    #expect(page.contains("<b>new</b> eve@example.com: missing role"))
    let hidden = report.principals.count - 1
    #expect(page.contains("\(hidden) more principals with "))
  }

  /// Principals with as many findings and as long names as a large organization has.
  private func large(_ count: Int) -> Report {
    let causes = DenialCause.allCases
    let principals = (0..<count).map { number in
      let name =
        "service-account-of-team-\(number)@a-long-project-name-\(number % 40).iam.gserviceaccount.com"
      return Sample.principal(
        name,
        findings: (0..<12).map { place in
          Sample.finding(
            "\(number)-\(place)", causes[(number + place) % causes.count], denials: count - number,
            project: "a-long-project-name-\(place)",
            permissions: ["aiplatform.endpoints.predict", "storage.objects.get"],
            suggestions: place.isMultiple(of: 2) ? ["s\(place)"] : [])
        })
    }
    let suggestions = (0..<12).map {
      Sample.suggestion("s\($0)", target: .init(type: "project", name: "a-long-project-name-\($0)"))
    }
    return Sample.report(of: principals, suggestions: suggestions)
  }

  @Test(arguments: [(100, 300_000), (1_000, 2_000_000), (5_000, 2_000_000)])
  func `a page stays small, and says what it leaves out`(principals: Int, limit: Int) {
    let page = HTMLRenderer(principalLimit: nil).render(large(principals))
    #expect(page.count <= limit)
    #expect(page.count > limit / 2)
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("more findings: the JSON report has all of them."))
    #expect(text.contains("more principals with ") == (principals > 1_000))
  }

  @Test func `of few principals everything is told`() {
    let text = String(
      decoding: HTMLRenderer(principalLimit: nil).render(Sample.rich), as: UTF8.self)
    for principal in Sample.rich.principals {
      for finding in principal.findings.prefix(8) where finding.permissions.count == 1 {
        #expect(text.contains("\(finding.cause.title): \(finding.permissions[0])"))
      }
    }
    #expect(!text.contains("No room for"))
  }
}
