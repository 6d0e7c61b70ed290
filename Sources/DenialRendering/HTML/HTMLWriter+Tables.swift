extension HTMLWriter {
  /// A table that scrolls where it is wider than the page; titles that end in `:` are of numbers.
  mutating func table(
    label: String, id: String? = nil, _ titles: [String], rows: (inout HTMLWriter) -> Void
  ) {
    element(
      .div, .class("scroll"), .named("tabindex", "0"), .named("role", "region"), .label(label)
    ) { html in
      html.element(.table, id.map(HTMLAttribute.id)) { html in
        html.element(.thead) { html in
          html.element(.tr) { html in
            for title in titles {
              let isNumber = title.hasSuffix(":")
              html.element(
                .th, .class(isNumber ? "n" : "t"), .named("scope", "col"),
                text: isNumber ? String(title.dropLast()) : title)
            }
          }
        }
        html.element(.tbody) { rows(&$0) }
      }
    }
  }
}
