internal import DenialAggregation
internal import DenialClassification

/// Charts are drawn by paths without styles of their own: the sheet colours them by code.
extension HTMLWriter {
  /// A bar of parts, one a code, as long as its share of `whole`; the number stands beside it.
  mutating func bar(_ parts: [(code: DenialCode, count: Int)], of whole: Int) {
    var start = 0
    element(.svg, .class("bar"), .named("aria-hidden", "true")) { html in
      for part in parts where part.count > 0 {
        // In thousandths of the whole; a part of a few is still seen.
        let length = max(part.count * 1_000 / max(whole, 1), 4)
        html.element(
          .rect, .class(part.code.chartClass),
          start > 0 ? .named("x", Self.percent(start)) : nil,
          .named("width", Self.percent(length)))
        start += length
      }
    }
  }

  /// Thousandths as a percentage.
  private static func percent(_ thousandths: Int) -> String {
    let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(whole)%" : "\(whole).\(rest)%"
  }

  /// Columns of parts, one a step and code, the first code at the bottom.
  ///
  /// - Parameters:
  ///   - steps: What is drawn.
  ///   - label: What it shows, for those who do not see it.
  mutating func columns(_ steps: [Timeline.Step], label: String) {
    let (stepWidth, height) = (10, 100)
    let highest = max(steps.map(\.total).max() ?? 0, 1)
    var paths = [String](repeating: "", count: DenialCode.allCases.count)
    for (index, step) in steps.enumerated() {
      var base = height
      for (code, count) in step.counts.enumerated() where count > 0 {
        let length = max(count * height / highest, 1)
        paths[code] +=
          "M\(index * stepWidth) \(base)h\(stepWidth - 1)v-\(length)h-\(stepWidth - 1)z"
        base -= length
      }
    }
    element(
      .svg, .class("time"), .named("viewBox", "0 -3 \(steps.count * stepWidth) \(height + 3)"),
      .named("preserveAspectRatio", "none"), .named("role", "img"), .label(label)
    ) { html in
      for (code, path) in zip(DenialCode.allCases, paths) where !path.isEmpty {
        html.element(.path, .class(code.chartClass), .named("d", path))
      }
    }
  }
}

extension DenialCode {
  /// The class by which the style sheet knows the code.
  var chartClass: StaticString {
    switch self {
    case .iamRejection: "k1152"
    case .throttling: "k1153"
    case .quotaOrCredential: "k1100"
    }
  }
}
