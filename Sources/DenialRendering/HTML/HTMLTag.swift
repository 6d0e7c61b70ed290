/// The elements that our pages are made of.
enum HTMLTag: String, Sendable {
  case a, article, b, body, button, caption, code, dd, details, div, dl, dt, footer, h1, h2, h3, h4
  case head, header, html, input, label, li, link, main, meta, nav, ol, option, p, path, pre
  case rect, script, section, select, small, span, style, summary, svg, table, tbody, td, th, thead
  case title, tr, ul

  /// Whether it has no content and no end.
  var isVoid: Bool {
    switch self {
    case .input, .link, .meta: true
    default: false
    }
  }

  /// Whether its end goes without saying.
  ///
  /// - Source: HTML Living Standard, 13.1.2.4, optional tags; of those, only what a page has many of.
  var endsByItself: Bool {
    switch self {
    case .dd, .dt, .li, .option, .tbody, .td, .th, .thead, .tr: true
    default: false
    }
  }
}

/// An attribute of an element: the name is ours, the value may be anybody's.
struct HTMLAttribute: Sendable {
  let name: StaticString
  let value: String

  /// An attribute with a value, or just its name.
  ///
  /// None of the names used here takes an address, a style or a script.
  static func named(_ name: StaticString, _ value: String = "") -> HTMLAttribute {
    HTMLAttribute(name: name, value: value)
  }

  static func `class`(_ names: StaticString) -> HTMLAttribute {
    HTMLAttribute(name: "class", value: names.description)
  }

  /// A name for links within the page.
  static func id(_ id: String) -> HTMLAttribute { HTMLAttribute(name: "id", value: id) }

  /// A link within the page: there are no others.
  static func href(toID id: String) -> HTMLAttribute {
    HTMLAttribute(name: "href", value: "#" + id)
  }

  static func label(_ text: String) -> HTMLAttribute {
    HTMLAttribute(name: "aria-label", value: text)
  }
}
