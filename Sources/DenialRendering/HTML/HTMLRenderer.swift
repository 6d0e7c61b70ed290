package import DenialAggregation
internal import DenialClassification

/// Writes a report as one page for browsers: no other file, no network, nothing to install.
///
/// The page's policy lets in its own style and script only, and without the script it says the same.
package struct HTMLRenderer: Sendable {
  /// How many principals the page shows; of the others it says how many there are.
  let principalLimit: Int
  /// More than these make a page that browsers are slow with.
  package static let principalLimit = 1_000

  /// - Parameter principalLimit: How many principals are shown; `nil` for as many as a page takes.
  package init(principalLimit: Int?) {
    self.principalLimit = min(principalLimit ?? Self.principalLimit, Self.principalLimit)
  }

  /// The page: UTF-8, a line feed at its end.
  package func render(_ report: Report) -> [UInt8] {
    let contents = HTMLContents(report, limit: principalLimit)
    var html = HTMLWriter()
    html.doctype()
    html.element(.html, .named("lang", "en")) { html in
      html.element(.head) { Self.head(of: report, on: &$0) }
      html.element(.body) { html in
        html.element(.a, .class("skip"), .href(toID: "main"), text: "Skip to the report")
        html.element(.header) { html in
          Self.headline(of: report, on: &html)
          Self.links(of: report, contents, on: &html)
        }
        html.element(.main, .id("main")) { body(of: report, contents, on: &$0) }
        html.element(.footer) { Self.colophon(of: report, on: &$0) }
        html.asset(.script)
      }
    }
    return html.bytes + [UInt8(ascii: "\n")]
  }

  private func body(of report: Report, _ contents: HTMLContents, on html: inout HTMLWriter) {
    if let history = report.history { Self.news(of: history, contents, on: &html) }
    Self.warnings(of: report, on: &html)
    Self.codes(of: report, on: &html)
    if report.books.denials > 0 {
      Self.timeline(contents.timeline, on: &html)
      contents.principals(of: report, on: &html)
      contents.findings(of: report, on: &html)
      contents.stories(of: report, on: &html)
      Self.explanations(of: report, on: &html)
    }
    Self.suppressions(of: report, on: &html)
    Self.books(of: report, on: &html)
  }

  private static func head(of report: Report, on html: inout HTMLWriter) {
    html.element(.meta, .named("charset", "utf-8"))
    html.element(
      .meta, .named("http-equiv", "Content-Security-Policy"), .named("content", HTMLAsset.policy))
    html.element(
      .meta, .named("name", "viewport"), .named("content", "width=device-width, initial-scale=1"))
    html.element(.meta, .named("name", "color-scheme"), .named("content", "light dark"))
    html.element(.meta, .named("name", "referrer"), .named("content", "no-referrer"))
    html.element(.title, text: "\(report.headline), \(report.generatedAt.prefix(10))")
    html.asset(.style)
  }

  private static func headline(of report: Report, on html: inout HTMLWriter) {
    html.element(.h1, text: report.headline)
    let books = report.books
    var text = "In \(counted(books.entries, "log entry", "log entries"))"
    if let first = report.window.firstEntry, let last = report.window.lastEntry {
      text += " of \(minute(of: first)) to \(minute(of: last)) UTC"
    }
    html.element(.p, text: text + ", from \(counted(books.sources, "source")).")
    if !report.filters.isEmpty {
      let words = cutEnd(of: printable(report.filters.words), columns: 500)
      html.element(.p, text: "Only denials with \(words).")
    }
    if books.suppressed > 0 {
      html.element(.p) { html in
        html.element(.a, .href(toID: "suppressed"), text: "Suppressed")
        html.text(": \(counted(books.suppressed, "denial")), not shown here.")
      }
    }
  }

  private static func links(
    of report: Report, _ contents: HTMLContents, on html: inout HTMLWriter
  ) {
    var links = [("codes", "Codes")]
    if report.books.denials > 0 {
      links += [
        ("time", "Time"), ("principals", "Principals"), ("findings", "Findings"),
        ("stories", "Details and grants"), ("causes", "Causes"),
      ]
    }
    links.append(("books", "Books"))
    html.element(.nav, .label("Parts of the report")) { html in
      for (id, text) in links { html.element(.a, .href(toID: id), text: text) }
    }
  }

  private static func colophon(of report: Report, on html: inout HTMLWriter) {
    let version = cutEnd(of: printable(report.toolVersion), columns: 30)
    if let catalog = report.roleCatalog { html.element(.p, text: TextRenderer.words(of: catalog)) }
    html.element(
      .p,
      text: "denials-report \(version), made \(minute(of: report.generatedAt)) UTC. "
        + "Nothing was changed: the grants are proposals, to be reviewed before pasting.")
  }
}

extension Report {
  /// How much was denied to how many: the title of the page.
  fileprivate var headline: String {
    books.denials == 0
      ? "No denials"
      : "\(counted(books.denials, "denial")) by \(counted(principals.count, "principal"))"
  }
}
